"""The amounts of the services, and how the key figures went, as spreadsheets."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from financiering.domein.dienstbedragen import Dienstbedragen, Postregel
from gedeeld.lijstblad import rijkolom
from werknemers.models import Dienst

# Of what `bedragrijen` gives.
BEDRAGEN: Final = (
    rijkolom("Dienst", 28, lambda rij: rij[0].naam),
    rijkolom("Wat", 30, lambda rij: rij[1].naam),
    rijkolom("Soort", 14, lambda rij: "kost" if rij[1].soort == "omkadering" else "opbrengst"),
    rijkolom("Bedrag per kwartaal", 18, lambda rij: rij[1].bedrag, bedrag=True),
    rijkolom("Hoe", 22, lambda rij: rij[1].hoe),
    rijkolom("Geldig vanaf", 14, lambda rij: rij[1].geldig.van),
    rijkolom("Geldig t.e.m.", 14, lambda rij: rij[1].geldig.laatste_dag),
    rijkolom("Index", 16, lambda rij: "stijgt mee" if rij[1].geindexeerd else "blijft gelijk"),
    rijkolom("Stand", 20, lambda rij: "voorbij" if rij[2] else "geldt nu of later"),
)


def bedragrijen(diensten: Iterable[Dienstbedragen]) -> Iterator[tuple[Dienst, Postregel, bool]]:
    """Each amount with its service, and whether it is over, in the order of the page."""
    for deel in diensten:
        yield from ((deel.dienst, regel, False) for regel in deel.lopend)
        yield from ((deel.dienst, regel, True) for regel in deel.voorbij)


def _tekort(punt: Any) -> str:
    if punt.is_leeg:
        return "niets te tellen"
    return f"vanaf {punt.tekort_vanaf}" if punt.tekort_vanaf else "niet binnen 5 jaar"


# Of the points of `Cijferverloop`.
VERLOOP: Final = (
    rijkolom("Gemeten op", 14, lambda punt: punt.op),
    rijkolom("Werknemers", 12, lambda punt: punt.werknemers),
    rijkolom("Voltijdse jobs", 14, lambda punt: punt.vte),
    rijkolom("Premie per voltijdse job", 20, lambda punt: punt.gemiddelde_premie, bedrag=True),
    rijkolom("Saldo", 16, lambda punt: punt.saldo, bedrag=True),
    rijkolom("Tekort", 20, _tekort),
    rijkolom("Bewijs", 16, lambda punt: punt.bewijscode),
)
