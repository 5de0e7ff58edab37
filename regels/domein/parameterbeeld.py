"""The pages of the parameters: what counts today, and how one value went over time."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

from gedeeld.grafiek import Balk, Staafsoort, Tijdlijn, Tijdlijnrij
from regels.domein.parameters import Parameterregel, Parameterverloop, in_woorden
from regels.keuzes import EIGEN_WAARDE_MAG, FINANCIEEL, PARAMETERGROEPEN, Parametercode
from regels.models import Regelparameter

NIET_BEGONNEN: Final = "begint later"
TELT: Final = "telt vandaag"
EIGEN_GAAT_VOOR: Final = "je eigen waarde gaat voor"
VOORBIJ: Final = "voorbij"
_VOL: Final = 0.99


@dataclass(frozen=True, slots=True)
class Verlooprij:
    """One value, and what it does on the day of the page."""

    rij: Regelparameter
    stand: str

    @property
    def waarde(self) -> str:
        return in_woorden(self.rij.code, self.rij.waarde)

    @property
    def telt(self) -> bool:
        return self.stand == TELT


@dataclass(frozen=True)
class Parameterbeeld:
    """One parameter on the day `op`, with every value it had, has and will have."""

    code: Parametercode
    op: date
    rijen: tuple[Regelparameter, ...]

    @cached_property
    def nu(self) -> Parameterregel:
        return Parameterregel(self.code, Parameterverloop(self.rijen).op(self.op).regel(self.code))

    @property
    def landelijk(self) -> Parameterregel | None:
        """The national value of today; None when no own value goes before it."""
        if self.nu.parameter is None or self.nu.parameter.organisatie_id is None:
            return None
        landelijk = Parameterverloop(tuple(r for r in self.rijen if r.organisatie_id is None))
        return Parameterregel(self.code, landelijk.op(self.op).regel(self.code))

    @property
    def mag_eigen(self) -> bool:
        return self.code in EIGEN_WAARDE_MAG

    @property
    def heeft_eigen(self) -> bool:
        """Whether there is an own value to leave, today or later."""
        eigen = [rij for rij in self.rijen if rij.organisatie_id is not None]
        return any(not rij.geldig.voorbij(self.op) for rij in eigen)

    @property
    def is_geld(self) -> bool:
        return self.code in FINANCIEEL

    @property
    def verloop(self) -> list[Verlooprij]:
        """The newest first, an own value before the national one of the same day."""
        volgorde = sorted(self.rijen, key=lambda r: (r.geldig.van, bool(r.organisatie_id)))
        return [Verlooprij(rij, self._stand(rij)) for rij in reversed(volgorde)]

    @property
    def tijdlijn(self) -> Tijdlijn | None:
        """None when a drawing would say no more than the sentence above it."""
        getallen = [rij.waarde for rij in self.rijen if rij.waarde]
        if len(getallen) < 2:
            return None
        hoogste = max(getallen)
        rijen = [
            Tijdlijnrij(
                naam, tuple(_balk(rij, rij.waarde / hoogste) for rij in groep if rij.waarde)
            )
            for naam, groep in (("Voor iedereen", self._van(False)), ("Eigen", self._van(True)))
        ]
        return Tijdlijn(f"{self.code.label}: de waarde door de tijd", self.op, tuple(rijen))

    def _van(self, eigen: bool) -> list[Regelparameter]:
        return [rij for rij in self.rijen if (rij.organisatie_id is not None) == eigen]

    def _stand(self, rij: Regelparameter) -> str:
        if rij == self.nu.parameter:
            return TELT
        if rij.geldig.voorbij(self.op):
            return VOORBIJ
        return EIGEN_GAAT_VOOR if self.op in rij.geldig else NIET_BEGONNEN


def _balk(rij: Regelparameter, deel: Decimal) -> Balk:
    """`deel` of the highest value; a row with only full bars would be drawn lower."""
    hoogte = float(deel) * _VOL
    return Balk(rij.geldig, in_woorden(rij.code, rij.waarde), Staafsoort.PREMIE, hoogte)


def parametergroepen(verloop: Parameterverloop, op: date) -> list[tuple[str, list[Parameterbeeld]]]:
    """Every code in its group, also one without a value."""
    return [
        (naam, [parameterbeeld(verloop, code, op) for code in codes])
        for naam, codes in PARAMETERGROEPEN
    ]


def parameterbeeld(verloop: Parameterverloop, code: Parametercode, op: date) -> Parameterbeeld:
    return Parameterbeeld(code, op, tuple(rij for rij in verloop.rijen if rij.code == code))
