"""Parts of tables and of counts of employees."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from gebruikers.models import Gebruiker
from gebruikers.models.waarneming import begeleiders_van
from gedeeld.adressen import adres_van
from gedeeld.iconen import icoon
from gedeeld.opmaak import herhaald
from gedeeld.periode import Periode
from gedeeld.templatetags.onderdelen import toestand
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit
from trajects.kader.horizon import Einde
from trajects.kader.tijdlijn import Tijdlijnregel
from werknemers.models import Werknemer

register = template.Library()

ICONEN = {"ascending": "omlaag", "descending": "omhoog"}


@register.simple_tag
def sorteerkop(naam: str, kolom: str, sortering: Any) -> SafeString:
    """The head of a column that sorts the list; `sortering` has `.richting` and `.vraag`."""
    richting, vraag = sortering["richting"], sortering["vraag"]
    vorm = (
        '<th scope="col"{}>\n  <a class="sorteer" id="sorteer-{}" href="?{}"\n'
        '     hx-get="{}?{}" hx-target="#lijst" hx-swap="outerHTML">{}{}</a>\n</th>'
    )
    return format_html(
        vorm,
        format_html(' aria-sort="{}"', richting) if richting else "",
        kolom,
        vraag,
        adres_van("trajects:werknemers"),
        vraag,
        naam,
        format_html("\n     {}", icoon(ICONEN[richting])) if richting else "",
    )


_RIJ: Final = """
      <tr>
        <th scope="row">
          <a href="{0}">{1}</a>
          <span class="zacht cijfers nummer">{2}</span>
          {9}
        </th>
        <td>
          {3}
          {4}
        </td>
        <td data-label="Dienst">{5}</td>
        %s
        %s
      </tr>
    """
_PLAN: Final = """
          <td data-label="Fase">{6}</td>
          <td data-label="Jobdoelwit">{7}</td>
        """
_BEGELEIDER: Final = """
          <td data-label="Begeleider">
            {8}
          </td>
        """
_GEEN_DOEL: Final = mark_safe('<span class="zacht">nog geen</span>')
_NIEMAND: Final = mark_safe('<span class="zacht">nog niemand</span>')


@register.simple_tag
def werknemersrijen(
    rijen: Iterable[tuple[Werknemer, Einde]],
    met_plan: bool,
    met_begeleider: bool,
    lezer: Gebruiker,
) -> SafeString:
    """A row of the list for each: as a template they take as long as the rest of the page."""
    vorm = _RIJ % (_PLAN if met_plan else "", _BEGELEIDER if met_begeleider else "")
    return herhaald(vorm, (_cellen(wie, einde, lezer) for wie, einde in rijen))


def _cellen(wie: Any, einde: Einde, lezer: Gebruiker) -> tuple[str, ...]:
    """What stands in `_RIJ`, in that order."""
    return (
        adres_van("trajects:werknemer", wie.pk),
        wie.naam,
        wie.personeelsnummer,
        toestand(einde.toestand, einde.woorden),
        _tot(einde.laatste_dag) if einde.laatste_dag else "",
        ", ".join(wie.diensten) or "niet in dienst",
        wie.fase or "geen traject",
        wie.jobdoelwit or _GEEN_DOEL,
        wie.begeleider_naam or _NIEMAND,
        voor_collega(wie, lezer),
    )


@register.filter
def voor_collega(wie: Any, lezer: Gebruiker) -> SafeString:
    """Of whom somebody serves as a stand-in, for which colleague."""
    _, *collegas = begeleiders_van(lezer, vandaag())
    if wie.begeleider_id not in collegas:
        return SafeString()
    return format_html('<span class="zacht voor-collega">voor {}</span>', wie.begeleider_naam)


_DAGRIJ: Final = """
          <tr>
            <th scope="row"><a href="{0}">{1}</a> {7}</th>
            <td data-label="Dienst">{2}</td>
            %s
            <td data-label="Ondersteuning">
              {4}
              {5}
            </td>
            %s
          </tr>
        """
_FASE: Final = '<td data-label="Fase">{3}</td>'
_NOTITIE: Final = '<td data-label="Laatste notitie">{6}</td>'


@register.simple_tag
def dagrijen(
    rijen: Iterable[tuple[Werknemer, Einde]], met_plan: bool, met_notitie: bool, lezer: Gebruiker
) -> SafeString:
    """A row of Vandaag for each, as `werknemersrijen`."""
    vorm = _DAGRIJ % (_FASE if met_plan else "", _NOTITIE if met_notitie else "")
    return herhaald(vorm, (_dagcellen(wie, einde, lezer) for wie, einde in rijen))


def _dagcellen(wie: Any, einde: Einde, lezer: Gebruiker) -> tuple[str, ...]:
    """What stands in `_DAGRIJ`, in that order."""
    return (
        adres_van("trajects:werknemer", wie.pk),
        wie.naam,
        ", ".join(wie.diensten),
        wie.fase or "nog geen traject",
        toestand(einde.toestand, einde.woorden),
        _tot(einde.laatste_dag) if einde.laatste_dag else "",
        datum_voluit(wie.laatste_notitie) if wie.laatste_notitie else "nog geen",
        voor_collega(wie, lezer),
    )


def _tot(dag: date) -> SafeString:
    return mark_safe(f'<span class="datum">t.e.m. {datum_voluit(dag)}</span>')  # noqa: S308 - a date


@register.simple_tag
def telling(cel: Any) -> SafeString | str:
    """A count as a link to what it counts; nothing leads to nothing. `cel` has .aantal and .url."""
    if not cel.aantal:
        return "0"
    return format_html('<a href="{}">{}</a>', cel.url, cel.aantal)


_CEL: Final = '<td class="getal-kolom"><a data-label="{}" href="{}">{}</a></td>'
_NULCEL: Final = '<td class="getal-kolom zacht{}" data-label="{}">0</td>'


@register.simple_tag
def tellingcellen(cellen: Sequence[Any]) -> SafeString:
    """A cell for each count; on a phone those of nothing stay away, but for the last.

    No space between them: on a phone they stand in one line.
    """
    laatste = cellen[-1]
    stukken = (_cel(cel, "" if cel is laatste else " nul") for cel in cellen)
    return mark_safe("".join(stukken))  # noqa: S308 - each of them is safe


def _cel(cel: Any, nul: str) -> SafeString:
    if cel.aantal:
        return herhaald(_CEL, [(cel.kop, cel.url, cel.aantal)])
    return herhaald(_NULCEL, [(nul, cel.kop)])


_TIJDLIJNRIJ: Final = """
            <tr>
              <th scope="row">{}</th>
              <td data-label="Van">{}</td>
              <td data-label="Tot en met">{}</td>
            </tr>
          """


@register.simple_tag
def tijdlijnrijen(regels: Sequence[Tijdlijnregel]) -> SafeString:
    """A row for each: everything that ever happened to somebody, folded away on every page."""
    return herhaald(_TIJDLIJNRIJ, map(_tijdlijncellen, regels))


def _tijdlijncellen(regel: Tijdlijnregel) -> tuple[str, str, str]:
    wat = f"{regel.wat}: {regel.tekst}" if regel.tekst else regel.wat
    einde = datum_voluit(regel.laatste_dag) if regel.laatste_dag else "zonder einddatum"
    return wat, datum_voluit(regel.van), einde


@register.filter
def tegenover(periode: Periode, op: date) -> str:
    """Whether a period is over or still to come on the day; "" while it runs."""
    if op in periode:
        return ""
    return "later" if periode.van > op else "voorbij"
