"""What the timeline of one employee shows, and the same as lines of a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from doorstroom.gedeeld.grafiek import Balk, Merk, Rij, Soort, Tijdlijn
from trajects.models import Traject
from werknemers.domein.premies import Premieverloop
from werknemers.models import Adviesperiode, Arbeidsovereenkomst


@dataclass(frozen=True, slots=True)
class Tijdlijnregel:
    """A line of the table behind the drawing; `laatste_dag` None is an open end or a single day."""

    wat: str
    tekst: str
    van: date
    laatste_dag: date | None = None


def stel_tijdlijn_samen(
    *,
    titel: str,
    op: date,
    contracten: Iterable[Arbeidsovereenkomst],
    adviezen: Sequence[tuple[Adviesperiode, Premieverloop]],
    gesprekken: Iterable[date],
    traject: Traject | None,
) -> Tijdlijn:
    """Contracts, advice with its premium steps, talks, and the intended outflow around today."""
    contractbalken = (
        Balk(contract.periode, contract.dienst.naam, Soort.CONTRACT) for contract in contracten
    )
    adviesbalken = (
        Balk(advies.periode, advies.get_soort_display(), Soort.ADVIES) for advies, _ in adviezen
    )
    uitstroom = traject.beoogde_uitstroom if traject else None
    return Tijdlijn(
        titel=titel,
        vandaag=op,
        rijen=(
            Rij("Contract", tuple(contractbalken)),
            Rij("Advies", tuple(adviesbalken)),
            Rij("Loonpremie", tuple(_premiebalken(adviezen))),
        ),
        gesprekken=tuple(gesprekken),
        uitstroom=Merk(uitstroom, "beoogde uitstroom") if uitstroom else None,
    )


def tijdlijnregels(lijn: Tijdlijn) -> list[Tijdlijnregel]:
    """All that the drawing shows, row by row, each in order of time."""
    regels = [
        Tijdlijnregel(rij.naam, balk.tekst, balk.periode.van, balk.periode.laatste_dag)
        for rij in lijn.rijen
        for balk in sorted(rij.balken, key=lambda balk: balk.periode)
    ]
    regels += [Tijdlijnregel("Gesprek", "", dag, dag) for dag in sorted(set(lijn.gesprekken))]
    if lijn.uitstroom:
        regels.append(
            Tijdlijnregel("Beoogde uitstroom", "", lijn.uitstroom.dag, lijn.uitstroom.dag)
        )
    return regels


def _premiebalken(adviezen: Sequence[tuple[Adviesperiode, Premieverloop]]) -> Iterator[Balk]:
    """The steps, each as high as its share of the highest."""
    schijven = [schijf for _, verloop in adviezen for schijf in verloop.schijven]
    hoogste = max((schijf.percentage for schijf in schijven), default=0)
    for schijf in schijven:
        tekst = f"{schijf.percentage} %"
        yield Balk(schijf.periode, tekst, Soort.PREMIE, hoogte=schijf.percentage / hoogste)
