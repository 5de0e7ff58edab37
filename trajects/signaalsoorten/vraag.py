"""The question of every rule as SQL, the same for each day and each organisation.

Django would build and compile them for each organisation of each night; here that is done once in a
process. `op` (the day), `organisatie` and, where asked, `mensen` are its only values.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from gedeeld.vastevraag import HangtAfVanWaarde, eis_eigen_namen
from trajects.signaalsoorten.eenmaal import elk_eenmaal
from trajects.signaalsoorten.kandidaten import KOLOMMEN
from trajects.signaalsoorten.soort import Regel

# Two days that no record has: what differs between the questions of both is the day itself.
_PEILDAGEN: Final = (date(1, 1, 1), date(1, 1, 2))
_SOORTEN: Final = {
    "organisatie_id": "bigint",
    "soort": "text",
    "werknemer_id": "bigint",
    "onderwerp": "bigint",
    "drempel": "integer",
    "bereik": "integer",
    "dag": "date",
    "sinds": "date",
    "wat": "text",
    "urgentie": "integer",
}

# What the rules ask of the organisation, worked out once for each question: its thresholds with the
# last day that each reaches, the months around the day, and the numbers in force on the day.
ORGANISATIE: Final = """
drempels (maanden, grens) AS MATERIALIZED (
    SELECT m, (%(op)s::date + make_interval(months => m))::date
    FROM gebruikers_organisatie AS o, unnest(o.drempels) AS m WHERE o.id = %(organisatie)s
),
getallen (code, waarde) AS MATERIALIZED (
    SELECT DISTINCT ON (p.code) p.code, p.waarde
    FROM regels_regelparameter AS p
    WHERE (p.organisatie_id IS NULL OR p.organisatie_id = %(organisatie)s)
      AND p.geldig @> %(op)s::date AND p.code = ANY(%(codes)s)
    ORDER BY p.code, p.organisatie_id NULLS LAST
)"""

_VAN_ALLEN: Final = "k.organisatie_id = %(organisatie)s"
# Of a few people nothing is looked up by organisation: an index on it gives everybody else as well.
_VAN_ENKELEN: Final = "k.organisatie_id + 0 = %(organisatie)s AND k.werknemer_id = ANY(%(mensen)s)"


def vraag_van(regels: Iterable[Regel], *, mensen: bool) -> tuple[str, dict[str, Any]]:
    """The rows of these rules as one SELECT with the columns of `KOLOMMEN`, and its fixed values.

    It stands after `ORGANISATIE`; with `mensen` it is about those employees alone.
    """
    delen: list[str] = []
    waarden: dict[str, Any] = {}
    kolommen = ", ".join(f"k.{naam}::{_SOORTEN[naam]}" for naam in KOLOMMEN)
    voorwaarde = _VAN_ENKELEN if mensen else _VAN_ALLEN
    for regel in regels:
        tekst, vast = _tekst_van(regel)
        waarden |= vast
        namen = ", ".join(KOLOMMEN)
        # Text that Django compiled, and names that stand above.
        delen.append(f"SELECT {kolommen} FROM ({tekst}) AS k ({namen}) WHERE {voorwaarde}")  # noqa: S608
    return "\nUNION ALL\n".join(delen), waarden


def codes_van(regels: Iterable[Regel]) -> list[str]:
    """The numbers of the organisation that these rules ask for."""
    return sorted({code.value for regel in regels for code in regel.getallen})


def soorten_van(regels: Iterable[Regel]) -> list[str]:
    """The codes of their kinds."""
    return [soort.code for regel in regels for soort in regel.soorten]


def _tekst_van(regel: Regel) -> tuple[str, dict[str, Any]]:
    (sql, waarden), (ander, andere) = (
        regel.kandidaten(dag).query.sql_with_params() for dag in _PEILDAGEN
    )
    eis_eigen_namen(sql)
    if sql != ander:
        raise HangtAfVanWaarde(sql)
    namen: dict[tuple[type, Any], str] = {}
    plaatsen = []
    for paar in zip(waarden, andere, strict=True):
        if paar == _PEILDAGEN:
            plaatsen.append("%(op)s::date")
        elif paar[0] == paar[1]:
            naam = namen.setdefault((type(paar[0]), paar[0]), f"{regel.lijn}_{len(namen)}")
            plaatsen.append(f"%({naam})s")
        else:
            raise HangtAfVanWaarde(f"{regel.lijn}: {paar[0]!r}")
    vast = {naam: waarde for (_, waarde), naam in namen.items()}
    return elk_eenmaal(sql % tuple(plaatsen)), vast
