"""Where the percentage of a quarter comes from: the kind of advice, and its start package."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from financiering.domein.rekenmodel.exact import Kwartaalrekening
from financiering.domein.rekenmodel.persoon import Rekenbesluit
from gedeeld.weergeven import datum_voluit
from regels.keuzes import SoortAdvies
from regels.models import Startpakket


@dataclass(frozen=True, slots=True)
class Advieswaarom:
    """What is added to the explanation of the wage premium; as in `Uitleg`."""

    invoer: tuple[tuple[str, str], ...]
    bron: str = ""
    tegenspraak: str = ""


def advieswaarom(
    rekening: Kwartaalrekening, pakketten: Iterable[Startpakket]
) -> Advieswaarom | None:
    """None without advice in the quarter."""
    advies, nummer = rekening.advies, rekening.nummer
    if advies is None or nummer is None:
        return None
    soort = SoortAdvies(advies.soort).label if advies.soort else "in dit scenario"
    invoer = (("Advies", f"{soort}, vanaf {datum_voluit(advies.begin)}"),)
    geteld = [b for b in advies.besluiten if b.telt_vanaf <= rekening.tarief.kwartaal.eerste_dag]
    if geteld:
        return Advieswaarom((*invoer, *map(_besluit, geteld)))
    alle = list(pakketten)
    pakket = next((p for p in alle if p.pk == advies.pakket), None)
    if pakket is None:
        hoe = "ingevuld na een evaluatie" if advies.soort else "gekozen in dit scenario"
        return Advieswaarom((*invoer, ("Stappen van de loonpremie", hoe)))
    andere = list(_andere(pakket, alle, nummer, rekening.percentage))
    return Advieswaarom(
        (*invoer, ("Stappen van de loonpremie", f"startpakket {pakket}")),
        f"{pakket.bron.titel} (zekerheid {pakket.bron.zekerheid})",
        " ".join((pakket.toelichting, *andere)) if andere else "",
    )


def _besluit(besluit: Rekenbesluit) -> tuple[str, str]:
    """A decision that counts in the quarter, and from when."""
    zin = f"geldt vanaf {datum_voluit(besluit.geldt_vanaf)}"
    if besluit.telt_vanaf != besluit.geldt_vanaf:
        zin += f", telt in de berekening vanaf {datum_voluit(besluit.telt_vanaf)}"
    return f"Beslissing van {datum_voluit(besluit.besluitdatum)}", zin


def _andere(
    pakket: Startpakket, alle: list[Startpakket], nummer: int, percentage: int
) -> Iterator[str]:
    """What other sources make of this quarter, where that differs."""
    for ander in alle:
        if ander.soort != pakket.soort or not ander.geldig.overlapt(pakket.geldig):
            continue
        stappen = ander.stappen  # type: ignore[attr-defined]
        for stap in stappen:
            binnen = stap.eerste_kwartaal <= nummer <= stap.laatste_kwartaal
            if binnen and stap.percentage != percentage:
                yield f"Met {ander.variant} is dat in dit kwartaal {stap.percentage} %."
