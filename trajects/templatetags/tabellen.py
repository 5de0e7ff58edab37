"""Parts of tables and of counts of employees."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gedeeld.periode import Periode
from gedeeld.weergeven import datum_voluit
from trajects.kader.tijdlijn import Tijdlijnregel

register = template.Library()

ICONEN = {"ascending": "omlaag", "descending": "omhoog"}


@register.inclusion_tag("trajects/paginas/werknemers/sorteerkop.html")
def sorteerkop(naam: str, kolom: str, sortering: Any) -> dict[str, Any]:
    """The head of a column that sorts the list; `sortering` has `.richting` and `.vraag`."""
    teken = ICONEN.get(sortering["richting"], "")
    return {"naam": naam, "kolom": kolom, "sortering": sortering, "teken": teken}


@register.simple_tag
def telling(cel: Any) -> SafeString | str:
    """A count as a link to what it counts; nothing leads to nothing. `cel` has .aantal and .url."""
    if not cel.aantal:
        return "0"
    return format_html('<a href="{}">{}</a>', cel.url, cel.aantal)


@register.simple_tag
def tellingcellen(cellen: Sequence[Any]) -> SafeString:
    """A cell for each count; on a phone those of nothing stay away, but for the last.

    No space between them: on a phone they stand in one line.
    """
    return format_html_join("", "{}", ((_cel(cel, cel is cellen[-1]),) for cel in cellen))


def _cel(cel: Any, laatste: bool) -> SafeString:
    if cel.aantal:
        vorm = '<td class="getal-kolom"><a data-label="{}" href="{}">{}</a></td>'
        return format_html(vorm, cel.kop, cel.url, cel.aantal)
    vorm = '<td class="getal-kolom zacht{}" data-label="{}">0</td>'
    return format_html(vorm, "" if laatste else " nul", cel.kop)


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
    return format_html_join("", _TIJDLIJNRIJ, map(_tijdlijncellen, regels))


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
