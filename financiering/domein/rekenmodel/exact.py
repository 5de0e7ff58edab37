"""The model in exact fractions, for one employee and one quarter: what the screen explains.

`premies` puts whole tables through the same formulas; tests hold the two against each other.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from financiering.domein.rekenmodel.afronding import rond_af, verdeel_centen
from financiering.domein.rekenmodel.bijdrage import Bijdrage
from financiering.domein.rekenmodel.formules import (
    begeleidingspremie,
    geplafonneerd,
    loonpremie,
)
from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon
from financiering.domein.rekenmodel.tarieven import Kwartaaltarief, Maandtarief
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode


@dataclass(frozen=True, slots=True)
class Maanddeel:
    """What one contract brings in one month; amounts in euro."""

    maand: Maandtarief
    contract: Contract
    dagen: int
    dagen_van_maand: int
    bijdrage: Bijdrage

    @classmethod
    def van(cls, persoon: Persoon, contract: Contract, maand: Maandtarief) -> "Maanddeel":
        """Of (a part of) a contract of the person."""
        dagen, van_maand = contract.aandeel(maand.periode)
        bijdrage = persoon.bijdrage(contract, maand.periode, maand.regime)
        return cls(maand, contract, dagen, van_maand, bijdrage)

    @property
    def met_bijdrage(self) -> Fraction:
        """The gross wage of a whole month with the employer's contribution, without growth."""
        return Fraction(self.contract.bruto) * (1 + self.bijdrage.deel)

    @property
    def aandeel(self) -> Fraction:
        return Fraction(self.dagen, self.dagen_van_maand)

    @property
    def vte(self) -> Fraction:
        """Full-time jobs, averaged over the month."""
        return Fraction(self.contract.breuk) * self.aandeel

    @property
    def referteloon(self) -> Fraction:
        return self.met_bijdrage * self.maand.index * self.aandeel

    @property
    def plafond(self) -> Fraction:
        return self.maand.plafond * self.vte

    @property
    def loonkost(self) -> Fraction:
        return self.met_bijdrage * self.maand.kostfactor * self.aandeel


@dataclass(frozen=True, slots=True)
class Dienstdeel:
    """What of one employee and one quarter belongs to a service; amounts in cents."""

    vte: Fraction
    loonpremie: int
    begeleidingspremie: int
    lde_vergoeding: int
    loonkost: int


@dataclass(frozen=True, slots=True)
class Kwartaalrekening:
    """Everything behind the amounts of one employee in one quarter; exact, in euro. `lde_delen` are
    the months of the contracts within the LDE transitions, which are `lde_perioden`; `premiedelen`
    are those of `delen`, one for one, with the days outside them: the two do not go together.

    `nummer` is the quarter within the advice, None without advice; `telt_van` the day from which
    the flat guidance premium counts its quarters, `telling` the number that this one has.
    """

    tarief: Kwartaaltarief
    delen: tuple[Maanddeel, ...]
    premiedelen: tuple[Maanddeel, ...]
    lde_delen: tuple[Maanddeel, ...]
    lde_perioden: tuple[Periode, ...]
    advies: Advies | None
    nummer: int | None
    percentage: int

    @property
    def telt_van(self) -> date | None:
        if self.advies is None:
            return None
        return self.advies.telt_van(keten=self.tarief.telt_keten)

    @property
    def telling(self) -> int | None:
        van = self.telt_van
        return None if van is None else self.tarief.kwartaal - Kwartaal.van(van) + 1

    @property
    def referteloon(self) -> Fraction:
        return _som(deel.referteloon for deel in self.premiedelen)

    @property
    def plafond(self) -> Fraction:
        return _som(deel.plafond for deel in self.premiedelen)

    @property
    def geplafonneerd(self) -> Fraction:
        return geplafonneerd(self.referteloon, self.plafond)

    @property
    def loonpremie(self) -> Fraction:
        return loonpremie(self.referteloon, self.plafond, Fraction(self.percentage, 100))

    @property
    def bruto(self) -> Fraction:
        """The gross wages of the days under contract, without growth."""
        return _som(Fraction(d.contract.bruto) * d.aandeel for d in self.delen)

    @property
    def bijdrage(self) -> Fraction | None:
        """The part of these wages that the employer's contribution is; None without a wage."""
        met = _som(deel.met_bijdrage * deel.aandeel for deel in self.delen)
        return met / self.bruto - 1 if self.bruto else None

    @property
    def vte(self) -> Fraction:
        """The fraction of employment times the mean share of the months, over all contracts."""
        return _som(deel.vte for deel in self.delen) / 3

    @property
    def premie_vte(self) -> Fraction:
        """As `vte`, without the days of an LDE transition."""
        return _som(deel.vte for deel in self.premiedelen) / 3

    @property
    def vast(self) -> Fraction:
        """The flat guidance premium; 0 without level, without advice or without contract."""
        if self.telling is None or not self._begeleid:
            return Fraction(0)
        return Fraction(self.tarief.vast(self.telling))

    @property
    def variabel(self) -> Fraction:
        return self.variabel_per_vte * self.premie_vte

    @property
    def variabel_per_vte(self) -> Fraction:
        """The other part of the guidance premium, for a full-time job."""
        if self.advies is None or not self._begeleid:
            return Fraction(0)
        return Fraction(self.tarief.variabel[self.advies.niveau])

    @property
    def begeleidingspremie(self) -> Fraction:
        return begeleidingspremie(self.vast, self.variabel_per_vte, self.premie_vte)

    @property
    def lde_vte(self) -> Fraction:
        """Full-time jobs on the days of the LDE transition."""
        return _som(deel.vte for deel in self.lde_delen) / 3

    @property
    def lde_vergoeding(self) -> Fraction:
        return Fraction(self.tarief.lde_vergoeding) * self.lde_vte

    @property
    def loonkost(self) -> Fraction:
        return _som(deel.loonkost for deel in self.delen)

    @property
    def per_dienst(self) -> Mapping[str, Dienstdeel]:
        """The parts of the services, by name; they add up to the amounts in cents
        (docs/regels.md#parts)."""
        diensten = sorted({deel.contract.dienst for deel in self.delen})
        vte = _per(diensten, self.delen, lambda deel: deel.vte / 3)
        met_premie = _per(diensten, self.premiedelen, lambda deel: deel.vte)
        in_lde = _per(diensten, self.lde_delen, lambda deel: deel.vte)
        referteloon = _per(diensten, self.premiedelen, lambda deel: deel.referteloon)
        loonkost = _per(diensten, self.delen, lambda deel: deel.loonkost)
        kolommen = (
            verdeel_centen(centen(self.loonpremie), referteloon),
            verdeel_centen(centen(self.begeleidingspremie), met_premie),
            verdeel_centen(centen(self.lde_vergoeding), in_lde),
            verdeel_centen(centen(self.loonkost), loonkost),
        )
        delen = map(Dienstdeel, vte, *kolommen)
        return dict(zip(diensten, delen, strict=True))

    @property
    def _begeleid(self) -> bool:
        werkt = any(deel.dagen for deel in self.premiedelen)
        return self.advies is not None and bool(self.advies.niveau) and werkt


def centen(bedrag: Fraction) -> int:
    """An exact amount in euro, rounded once, in cents."""
    return rond_af(100 * bedrag)


def reken_uit(persoon: Persoon, tarief: Kwartaaltarief) -> Kwartaalrekening:
    advies = persoon.advies_in(tarief.kwartaal)
    lde = [a for a in persoon.adviezen if a.lde and a.periode.overlapt(tarief.kwartaal.periode)]
    delen = _delen(persoon, persoon.contracten, tarief)
    return Kwartaalrekening(
        tarief=tarief,
        delen=delen,
        premiedelen=tuple(_buiten(deel, lde) for deel in delen),
        lde_perioden=tuple(a.periode for a in lde),
        lde_delen=_delen(persoon, [s for a in lde for s in binnen(persoon.contracten, a)], tarief),
        advies=advies,
        nummer=None if advies is None else advies.nummer(tarief.kwartaal),
        percentage=0 if advies is None else advies.percentage(tarief.kwartaal),
    )


def binnen(contracten: Iterable[Contract], advies: Advies) -> list[Contract]:
    """The contracts cut to the period of an advice."""
    delen = ((c, c.periode.doorsnede(advies.periode)) for c in contracten)
    return [Contract(c.dienst, deel, c.breuk, c.bruto) for c, deel in delen if deel is not None]


def _buiten(deel: Maanddeel, lde: Iterable[Advies]) -> Maanddeel:
    """The days outside these transitions, which do not overlap one another."""
    erin = [c for advies in lde for c in binnen([deel.contract], advies)]
    return replace(deel, dagen=deel.dagen - sum(c.aandeel(deel.maand.periode)[0] for c in erin))


def _delen(
    persoon: Persoon, contracten: Sequence[Contract], tarief: Kwartaaltarief
) -> tuple[Maanddeel, ...]:
    """A part for each month in which one of these contracts of the person runs."""
    return tuple(
        Maanddeel.van(persoon, contract, maand)
        for maand in tarief.maanden
        for contract in contracten
        if contract.aandeel(maand.periode)[0]
    )


def _per(
    diensten: Iterable[str], delen: Iterable[Maanddeel], wat: Callable[[Maanddeel], Fraction]
) -> list[Fraction]:
    """What the contracts of each service add up to."""
    paren = [(deel.contract.dienst, wat(deel)) for deel in delen]
    return [_som(bedrag for waar, bedrag in paren if waar == dienst) for dienst in diensten]


def _som(bedragen: Iterable[Fraction]) -> Fraction:
    return sum(bedragen, Fraction(0))
