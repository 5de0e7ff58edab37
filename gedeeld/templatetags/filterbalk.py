"""The form above a list: chosen without JavaScript, answered in place with it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gedeeld.iconen import icoon
from gedeeld.templatetags.onderdelen import leeg
from gedeeld.weergeven import meervoud

register = template.Library()

OPMAAK = (
    '<form{id} class="{klasse} niet-op-papier" method="get" action="{url}"{rol}'
    ' aria-label="{label}" hx-get="{url}" hx-target="{doel}" hx-swap="outerHTML"'
    ' hx-sync="this:queue last"'
    ' hx-trigger="{wanneer}"{adres}>{inhoud}</form>'
)
BIJ_KEUZE = "submit, change"
WANNEER = {
    "": BIJ_KEUZE,
    "per keuze": BIJ_KEUZE,
    # Typing asks again once it rests for as long as a word takes.
    "per letter": f"{BIJ_KEUZE}, input changed delay:350ms from:#id_zoek",
}


@register.simple_block_tag
def filterbalk(
    content: SafeString,
    url: str,
    doel: str,
    label: str,
    klasse: str = "filters",
    id: str = "",  # noqa: A002 - it is the attribute
    zoekt: str = "",
    in_adres: bool = False,
) -> SafeString:
    """The form. `doel` is the part of the page that the answer replaces.

    `zoekt` (a key of WANNEER) makes it a landmark for searching; `in_adres` puts the choice in the
    address bar (some views do that themselves).
    """
    return format_html(
        OPMAAK,
        id=format_html(' id="{}"', id) if id else "",
        klasse=klasse,
        url=url,
        rol=format_html(' role="{}"', "search") if zoekt else "",
        label=label,
        doel=doel,
        wanneer=WANNEER[zoekt],
        adres=format_html(' hx-push-url="{}"', "true") if in_adres else "",
        inhoud=content,
    )


@register.simple_block_tag
def filterlade(content: SafeString, open: Any = False) -> SafeString:  # noqa: A002 - the attribute
    """The filters behind one line on a phone; on a wide screen they stand open.

    `open` may be the form: it opens when it asks something, unless that cannot be. Why stands below
    it, and would be out of sight on a phone.
    """
    if isinstance(open, BaseForm):
        open = bool(open.changed_data) and not open.errors  # noqa: A001 - the attribute
    vorm = '<details class="filterlade"{}><summary>{} Filters</summary>{}</details>'
    return format_html(vorm, " open" if open else "", icoon("filter"), content)


@register.simple_tag
def filtervelden(
    form: BaseForm, alleen: str = "", behalve: str = "", vak: str = "div"
) -> SafeString:
    """The visible fields with their labels; names after a space in `alleen` or `behalve`."""
    velden = [
        veld
        for veld in form.visible_fields()
        if veld.name not in behalve.split() and (not alleen or veld.name in alleen.split())
    ]
    return format_html_join("", "{}", ((_filterveld(veld, vak),) for veld in velden))


def _filterveld(veld: BoundField, vak: str) -> SafeString:
    vorm = '<{vak}><label class="form-label" for="{id}">{label}</label> {veld}{fout}</{vak}>'
    # Django names this id where it says what describes the field.
    fout = format_html(
        ' <span class="invalid-feedback" id="{}_error">{}</span>', veld.auto_id, _zinnen(veld)
    )
    return format_html(
        vorm,
        vak=vak,
        id=veld.id_for_label,
        label=veld.label,
        veld=veld,
        fout=fout if veld.errors else "",
    )


def _zinnen(veld: BoundField) -> str:
    return " ".join(map(str, veld.errors))


@register.simple_tag
def aankondiging(form: BaseForm, tekst: str, aantal: int | None = None) -> SafeString:
    """What is said aloud when the list is there: `tekst` is "vorming,vormingen gevonden", of which
    `aantal` chooses; that nothing was looked for when a filter cannot be."""
    if form.errors:
        tekst = "Een van de filters klopt niet"
    elif aantal is not None:
        enkel, _, meer = tekst.partition(",")
        woord, _, erbij = meer.partition(" ")
        tekst = f"{meervoud(aantal, enkel, woord)} {erbij}".strip()
    return format_html('data-aankondiging="{}"', tekst)


@register.simple_tag
def filterfout(form: BaseForm, url: str = "") -> SafeString:
    """What stands where the list would be when a filter cannot be: which one, and why when it is
    not that it is gone. `url` is the same page without filters; the form is not in the fragment."""
    velden = [veld for veld in form.visible_fields() if veld.errors]
    weg = [str(veld.label) for veld in velden if form.has_error(veld.name, "invalid_choice")]
    waarom = "Een van de filters in het adres bestaat niet (meer)."
    if weg:
        waarom = f"Je keuze bij {', '.join(weg)} bestaat niet (meer)."
    fouten = [f"{veld.label}: {_zinnen(veld)}" for veld in velden if veld.label not in weg]
    knop = "Wis de filters" if url else ""
    return leeg(" ".join([waarom, *fouten, "Wis de filters en kies opnieuw."]), url, knop)


@register.simple_tag
def filterchips(form: BaseForm, naam: str, ook: str = "") -> SafeString:
    """A choice as a row of chips, if the form has it; `ook` is a tick box at the end of the row."""
    if naam not in form.fields:
        return SafeString()
    veld = form[naam]
    widget: Any = veld.field.widget
    attributen = widget.build_attrs(widget.attrs, veld.build_widget_attrs({}))
    chips = _chips(
        veld.html_name,
        veld.auto_id,
        flatatt(attributen),
        tuple(widget.choices),
        frozenset(widget.format_value(veld.value())),
    )
    return format_html(
        '<fieldset class="keuzechips"><legend>{}</legend><div class="chips">{}{}</div></fieldset>',
        veld.label,
        chips,
        _losse_chip(form[ook]) if ook else "",
    )


@lru_cache
def _chips(
    naam: str,
    id_: str,
    attributen: SafeString,
    keuzes: tuple[tuple[Any, str], ...],
    gekozen: frozenset[str],
) -> SafeString:
    """Kept, because most pages show the same ones: Django would make an object of each, and render
    a template for it and one for its attributes."""
    vorm = (
        '<label class="chip" for="{0}">'
        '<input type="checkbox" name="{1}" value="{2}"{3} id="{0}"{4}> {5}</label>'
    )
    vakjes = (
        (f"{id_}_{nummer}", naam, code, attributen, " checked" if code in gekozen else "", label)
        for nummer, (keuze, label) in enumerate(keuzes)
        for code in [str(keuze)]
    )
    return format_html_join("", vorm, vakjes)


def _losse_chip(veld: BoundField) -> SafeString:
    widget: Any = veld.field.widget
    attributen = veld.build_widget_attrs({}) | {"id": veld.auto_id}
    delen = widget.get_context(veld.html_name, veld.value(), attributen)["widget"]
    return format_html(
        '<label class="chip" for="{}"><input type="checkbox" name="{}"{}> {}</label>',
        veld.id_for_label,
        delen["name"],
        flatatt(delen["attrs"]),
        veld.label,
    )


@register.simple_tag
def filterwaarde(naam: str, waarde: Any) -> SafeString:
    """A hidden field of the form with the id "filters", for what the list itself knows."""
    vorm = '<input type="hidden" form="filters" name="{}" value="{}">'
    return format_html(vorm, naam, waarde)


@register.simple_tag
def filterwaarden(keuze: Mapping[str, Any], namen: str) -> SafeString:
    """The same for each of the names in `keuze` that has a value."""
    velden = ((filterwaarde(naam, keuze[naam]),) for naam in namen.split() if keuze.get(naam))
    return format_html_join("", "{}", velden)


@register.simple_tag
def filterrest(form: BaseForm) -> SafeString:
    """What an address may ask and the form does not show stays asked."""
    waarden = {veld.name: veld.value() for veld in form.hidden_fields()}
    return filterwaarden(waarden, " ".join(waarden))


@register.inclusion_tag("onderdelen/zoekveld.html")
def zoekveld(veld: BoundField, uitgelegd: str = "") -> dict[str, Any]:
    """The search field of a filter form; `uitgelegd` is the id of the text that explains it."""
    return {"veld": veld, "uitgelegd": uitgelegd}


@register.simple_tag
def filterknop(woord: str = "Toon", teken: str = "herhaal") -> SafeString:
    """What sends the form when there is no JavaScript."""
    vorm = '<button class="btn btn-outline-secondary">{} {}</button>'
    return format_html(vorm, icoon(teken), woord)


@register.simple_tag
def keuzes(rij: Iterable[Any], gekozen: Any, waarde: str = "pk", naam: str = "naam") -> SafeString:
    """The options of a select, from objects; `gekozen` is one of them, or its `waarde`."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (code, " selected" if gekozen in (code, ding) else "", getattr(ding, naam))
            for ding in rij
            for code in [getattr(ding, waarde)]
        ),
    )
