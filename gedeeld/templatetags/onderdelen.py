"""Components of the pages. Each refuses arguments it does not know and carries its own ARIA."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.http import HttpRequest
from django.template.context import Context
from django.template.exceptions import TemplateSyntaxError
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from gedeeld import iconen
from gedeeld.adreskeuze import niet_zoals_gevraagd
from gedeeld.ernst import Ernst
from gedeeld.ongedaan import knop_van
from gedeeld.plaatsen import adres
from gedeeld.templatetags.links import opent
from gedeeld.uitleg import Uitleg

register = template.Library()

TOESTANDEN: Final = {"rood": "verlopen", "oranje": "klok", "groen": "vink", "grijs": "gepland"}
KLEUREN: Final = {
    Ernst.GOED: "groen",
    Ernst.LET_OP: "oranje",
    Ernst.ERG: "rood",
    Ernst.RUSTIG: "grijs",
}
MELDING_ICONEN: Final = {
    "success": "vink",
    "info": "info",
    "debug": "info",
    "warning": "waarschuwing",
    "error": "verlopen",
}
# The bottom bar of a phone has room for these; the rest stands behind "Meer".
ONDERBALK: Final = ("Vandaag", "Werknemers", "Signalen")


@register.simple_tag
def icoon(naam: str) -> SafeString:
    if naam not in iconen.TEKENINGEN:
        raise TemplateSyntaxError(f"icoon: {naam!r} staat niet in de set van iconen.py.")
    return iconen.icoon(naam)


@register.simple_tag
def plaats(naam: str, *args: Any) -> str:
    """The address of a page of a higher app (`gedeeld.plaatsen`)."""
    return adres(naam, *args)


@register.simple_tag
def toestand(hoe: Ernst | str, woord: str, als: Any = True, tenzij: Any = False) -> SafeString:
    """A state as colour, icon and word together; never colour alone.

    A template names the colour itself, or gives what the rules say of it. `als` and `tenzij` say
    when it shows.
    """
    if not als or tenzij:
        return SafeString()
    return _toestand(hoe, woord)


@lru_cache(maxsize=512, typed=True)  # many rows of a list say the same; text may be safe or not
def _toestand(hoe: Ernst | str, woord: str) -> SafeString:
    soort = KLEUREN[hoe] if isinstance(hoe, Ernst) else hoe
    if soort not in TOESTANDEN:
        raise TemplateSyntaxError(f"toestand: {soort!r} is geen van {', '.join(TOESTANDEN)}.")
    if not str(woord).strip():
        raise TemplateSyntaxError("toestand: het woord ontbreekt; kleur alleen volstaat niet.")
    teken = iconen.icoon(TOESTANDEN[soort])
    return format_html('<span class="toestand toestand-{}">{}{}</span>', soort, teken, woord)


@register.simple_tag
def leeg(
    tekst: str, url: str = "", knop: str = "", als: Any = True, tenzij: Any = False
) -> SafeString:
    """What to do when there is nothing yet; `url` and `knop` come together or not at all."""
    if bool(url) != bool(knop):
        raise TemplateSyntaxError("leeg: geef url en knop samen, of geen van beide.")
    if not als or tenzij:
        return SafeString()
    return render_to_string("onderdelen/leeg.html", {"tekst": tekst, "url": url, "knop": knop})


@register.simple_block_tag
def leegte(
    content: SafeString, url: str = "", knop: str = "", als: Any = True, tenzij: Any = False
) -> SafeString:
    """The same for a text that is too long for one line of a template."""
    return leeg(zin(content), url, knop, als, tenzij)


# What a browser may break a line at; a no-break space is none of it.
_BREEKT: Final = re.compile(r"[ \t\r\n]+")


@register.simple_block_tag
def zin(content: SafeString) -> SafeString:
    """Text over several lines as one sentence, for the argument of another tag (`as naam`). What
    must not break, stays whole."""
    # Safe: only white space changes, and a regular expression forgets that it was safe.
    return mark_safe(_BREEKT.sub(" ", content).strip(" "))  # noqa: S308


@register.inclusion_tag("onderdelen/uitleg.html")
def uitleg(waarde: Uitleg) -> dict[str, Any]:
    """Why a figure is what it is: the rule, what went into it, the source."""
    return {"uitleg": waarde}


_WAAROM: Final = """
<details class="waarom">
  <summary>{}{}</summary>
  <div class="waarom-inhoud">{}</div>
</details>
"""


@register.simple_block_tag
def waarom(content: SafeString, titel: str = "waarom?") -> SafeString:
    """An explanation that folds open, also without JavaScript."""
    return format_html(_WAAROM, iconen.icoon("rechts"), titel, content)


@register.simple_block_tag
def kop(
    content: SafeString, titel: str, onder: str = "", terug_url: str = "", terug: str = ""
) -> SafeString:
    """The only h1 of a page, with what can be done there as the content of the block."""
    if bool(terug_url) != bool(terug):
        raise TemplateSyntaxError("kop: geef terug_url en terug samen, of geen van beide.")
    context = {"titel": titel, "onder": onder, "terug_url": terug_url, "terug": terug}
    acties = mark_safe(content.strip())  # noqa: S308 - strip() forgets that it was safe
    return render_to_string("onderdelen/kop.html", context | {"acties": acties})


@register.inclusion_tag("onderdelen/bladwijzers.html")
def bladwijzers(punten: Iterable[Any], label: str) -> dict[str, Any]:
    """Links between the sections of one subject; each has .naam, .url, .actief, maybe .aantal."""
    return {"punten": list(punten), "label": label}


@register.inclusion_tag("onderdelen/stappen.html")
def stappen(*namen: str, huidig: int) -> dict[str, Any]:
    """The place in a task of several steps; `huidig` counts from 1, past the end means done."""
    if not 1 <= huidig <= len(namen) + 1:
        raise TemplateSyntaxError(f"stappen: huidig={huidig} valt buiten {len(namen)} stappen.")
    return {"namen": namen, "huidig": huidig}


@register.inclusion_tag("onderdelen/paginering.html", takes_context=True)
def paginering(
    context: Context, pagina: Page[Any], doel: str = "", param: str = "pagina", anker: str = ""
) -> dict[str, Any]:
    """Links to the other pages of a list, with the filters in the address kept.

    `doel` is the CSS selector of the list when htmx should replace only that; `anker` is the head
    of a list further down the page, where the other page of it opens."""
    if not isinstance(pagina, Page):
        raise TemplateSyntaxError("paginering: verwacht een Page van Django's Paginator.")
    request: HttpRequest = context["request"]

    def naar(nummer: int, tekst: str = "", rel: str = "") -> SafeString:
        url = f"{_adres(request, param, nummer)}{anker}"
        return _paginalink(url, doel, tekst or format_html(_NUMMER, nummer), rel)

    def nummer_of_gat(nummer: Any) -> SafeString:
        if not isinstance(nummer, int):  # the dots are lazy text
            return _GAT
        if nummer == pagina.number:
            return format_html('<span aria-current="page">{}</span>', format_html(_NUMMER, nummer))
        return naar(nummer)

    nummers = pagina.paginator.get_elided_page_range(pagina.number, on_each_side=1, on_ends=1)
    stappen = [nummer_of_gat(nummer) for nummer in nummers]
    if pagina.has_previous():
        stappen.insert(0, naar(pagina.number - 1, "Vorige", "prev"))
    if pagina.has_next():
        stappen.append(naar(pagina.number + 1, "Volgende", "next"))
    return {"pagina": pagina, "stappen": stappen}


_NUMMER: Final = '<span class="visually-hidden">Pagina </span>{}'
_GAT: Final = mark_safe('<span class="gat">…</span>')


def _paginalink(url: str, doel: str, tekst: str, rel: str) -> SafeString:
    opening = opent(url, doel, f"outerHTML show:{doel}:top", als=doel)
    rol = format_html(' rel="{}"', rel) if rel else ""
    schuift = format_html(' hx-push-url="{}"', "true") if doel else ""
    return format_html("<a {}{}{}>{}</a>", opening, rol, schuift, tekst)


def _adres(request: HttpRequest, param: str, nummer: int) -> str:
    vraag = request.GET.copy()
    vraag[param] = str(nummer)
    return f"{request.path}?{vraag.urlencode()}"


@register.inclusion_tag("onderdelen/foutenoverzicht.html")
def foutenoverzicht(*formulieren: BaseForm) -> dict[str, Any]:
    """Every error of the forms in one list at the top, each with a link to its field."""
    algemeen: list[str] = []
    velden: list[tuple[str, str, str]] = []
    for formulier in formulieren:
        algemeen.extend(str(fout) for fout in formulier.non_field_errors())
        for veld in formulier:
            velden.extend((_anker(veld), str(veld.label), str(fout)) for fout in veld.errors)
    aantal = len(algemeen) + len(velden)
    kop = "Er klopt iets niet" if aantal == 1 else f"Er kloppen {aantal} dingen niet"
    return {"algemeen": algemeen, "velden": velden, "aantal": aantal, "kop": kop}


def _anker(veld: BoundField) -> str:
    """The id of the field, or of the first of its choices."""
    return veld.id_for_label or f"{veld.auto_id}_0"


@register.inclusion_tag("onderdelen/meldingen.html", takes_context=True)
def meldingen(context: Context, los: bool = False) -> dict[str, Any]:
    """What just happened, and what is shown otherwise than the address asks. `los=True` in a
    fragment sends them along out of band."""
    request = context.get("request")
    berichten = [
        (bericht, bericht.level_tag, knop_van(bericht.extra_tags))
        for bericht in context.get("messages") or ()
    ]
    anders = [(zin, "warning", None) for zin in niet_zoals_gevraagd(request)]
    rij = [
        {"tekst": tekst, "soort": soort, "icoon": MELDING_ICONEN[soort], "ongedaan": ongedaan}
        for tekst, soort, ongedaan in (*berichten, *anders)
    ]
    hier = request.get_full_path() if request else ""
    return {"meldingen": rij, "los": los, "hier": hier, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("onderdelen/onderbalk.html", takes_context=True)
def onderbalk(context: Context, navigatie: Sequence[Any]) -> dict[str, Any]:
    """The bar at the thumb on a phone: three places, a new note, and the rest behind "Meer"."""
    vast = [punt for punt in navigatie if punt.naam in ONDERBALK]
    rest = [punt for punt in navigatie if punt.naam not in ONDERBALK]
    return {
        "voor": vast[:2],
        "na": vast[2:],
        "rest": rest,
        "rest_actief": any(punt.actief for punt in rest),
        "mag_noteren": context.get("mag_noteren"),
        "noteert_al": context.get("noteert_al"),
        "gebruiker_naam": context.get("gebruiker_naam"),
        "organisatie_naam": context.get("organisatie_naam"),
    }
