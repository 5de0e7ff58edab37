"""The employer's contribution of everybody as a spreadsheet."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from financiering.domein.bijdragebeeld import Bijdragebeeld, Bijdrageregel
from financiering.domein.rekenmodel.bijdrage import Bijdragekeuze
from financiering.domein.waarom_bijdrage import KEUZENAAM
from financiering.exports.keuze import waarmee_gemaakt
from gedeeld.lijstblad import KEUZEKOPPEN
from gedeeld.rekenblad import Bladkolom, Werkmap

_KOLOMMEN: Final = (
    Bladkolom("Personeelsnummer", 18),
    Bladkolom("Naam", 28),
    Bladkolom("Brutoloon per maand", 18, bedrag=True),
    Bladkolom("Tewerkstellingsbreuk", 18),
    Bladkolom("Telt", 36),
    *(
        kolom
        for keuze in Bijdragekeuze
        for kolom in (
            Bladkolom(f"{KEUZENAAM[keuze][0].upper()}{KEUZENAAM[keuze][1:]} (%)", 18),
            Bladkolom(f"Loonpremie met {KEUZENAAM[keuze]}", 18, bedrag=True),
        )
    ),
    Bladkolom("Loonpremie van het kwartaal", 18, bedrag=True),
    Bladkolom("Opmerking", 20),
)
ONDER_MINIMUM: Final = "Onder het GGMMI"


def schrijf_bijdrage(beeld: Bijdragebeeld, organisatie: str, op: date, bewijscode: str) -> bytes:
    """`op` is the day on which it is made, `bewijscode` that of the receipt of its figures."""
    werkmap = Werkmap(f"Werkgeversbijdrage: {organisatie}, {beeld.kwartaal}")
    wat = (["Organisatie", organisatie], ["Kwartaal", str(beeld.kwartaal)])
    werkmap.blad("Keuze", KEUZEKOPPEN, (*wat, *waarmee_gemaakt(op, bewijscode)))
    rijen = map(list, map(_rij, beeld))
    werkmap.blad("Werkgeversbijdrage", _KOLOMMEN, rijen, vaste_kolommen=2, filters=True)
    return werkmap.inhoud()


def _rij(regel: Bijdrageregel) -> Iterator[Any]:
    yield from (regel.nummer, regel.naam, regel.bruto, regel.breuk)
    yield regel.telt.naam if regel.telt else "geen brutoloon bekend"
    for keuze in Bijdragekeuze:
        gevonden = regel.keuzes.get(keuze)
        yield None if gevonden is None else float(100 * gevonden.deel)
        yield None if gevonden is None else gevonden.premie
    yield regel.premie
    yield ONDER_MINIMUM if regel.onder_minimum else ""
