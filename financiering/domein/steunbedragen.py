"""What the support of one employee brings in, now and after each step, in euro per quarter."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.exact import Kwartaalrekening
from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN, Blad
from financiering.domein.werknemerprognose import rij_van
from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import bedrag
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Steunstap:
    """From this quarter on; `verschil` with the step before, None for the first."""

    vanaf: Kwartaal
    percentage: int
    loonpremie: Decimal
    begeleiding: Decimal
    samen: Decimal
    verschil: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Steunbedragen:
    """The steps in order; none when no contract runs. `lde_onbekend`: the compensation of the
    transition is not known, and counts as nothing."""

    voornaam: str
    stappen: tuple[Steunstap, ...]
    lde_onbekend: bool = False

    @property
    def zin(self) -> str:
        """What it is now, what it becomes, and when."""
        if not self.stappen:
            return f"Er loopt geen contract van {self.voornaam}: er komt geen premie binnen."
        nu, straks = self.stappen[0], self.stappen[1:]
        if not nu.samen and not straks:
            return f"Voor {self.voornaam} komt er geen premie (meer) binnen."
        begin = (
            f"Nu brengt de ondersteuning van {self.voornaam} {bedrag(nu.samen)} per kwartaal op."
        )
        if not straks:
            return f"{begin} Dat blijft zo in de kwartalen die we kunnen zien."
        if straks[-1].samen == 0 and len(straks) == 1:
            return f"{begin} Vanaf {straks[0].vanaf} is dat niets meer."
        volgende = f"{begin} Vanaf {straks[0].vanaf} wordt dat {bedrag(straks[0].samen)}"
        if straks[-1].samen:
            return f"{volgende}."
        return f"{volgende}, vanaf {straks[-1].vanaf} niets meer."


def steunbedragen(uitkomst: Prognoseuitkomst, werknemer: Werknemer) -> Steunbedragen:
    """Of a forecast that leaves things as they are."""
    rij = rij_van(uitkomst, werknemer)
    if rij is None:
        return Steunbedragen(werknemer.voornaam, ())
    rekeningen = [
        uitkomst.prognose.rekening(rij, plaats) for plaats in range(len(uitkomst.prognose.tarieven))
    ]
    return Steunbedragen(
        voornaam=werknemer.voornaam,
        stappen=tuple(_stappen(uitkomst, rij, rekeningen)),
        lde_onbekend=any(r.lde_delen and not r.tarief.lde_vergoeding for r in rekeningen),
    )


def _stappen(
    uitkomst: Prognoseuitkomst, rij: int, rekeningen: list[Kwartaalrekening]
) -> Iterator[Steunstap]:
    """A step wherever an amount changes, also because a contract begins or ends on the way."""
    klaverblad = uitkomst.prognose.persoon(rij)
    vorige: Steunstap | None = None
    for plaats, rekening in enumerate(rekeningen):
        bladen = {blad: euro(klaverblad.bladen[blad][plaats]) for blad in PERSOONSBLADEN}
        samen, loonpremie = sum(bladen.values(), Decimal(0)), bladen[Blad.LOONPREMIE]
        if vorige is not None and (samen, loonpremie) == (vorige.samen, vorige.loonpremie):
            continue
        vorige = Steunstap(
            vanaf=rekening.tarief.kwartaal,
            percentage=rekening.percentage if rekening.delen else 0,
            loonpremie=loonpremie,
            begeleiding=samen - loonpremie,
            samen=samen,
            verschil=None if vorige is None else samen - vorige.samen,
        )
        yield vorige
