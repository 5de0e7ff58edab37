"""Which figures of quarters that are over, or run now, another value of a parameter changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

import numpy as np

from financiering.domein.laden import Gegevens, laad_gegevens
from financiering.domein.rekenmodel.afronding import Centen, euro
from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.tarieven import Tarieftijdvak, bijdrage_bekend, maak_tarieven
from gebruikers.models import Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from gedeeld.weergeven import meervoud
from regels.domein.parameterketen import Keten, Parameterwijziging
from regels.domein.parameters import Parameterverloop
from regels.keuzes import FINANCIEEL, VERMINDERING, Parametercode

# A forecast needs all of these. The compensation of the LDE transition may be unknown; of the
# contribution there is one of two (`tarieven.bijdrage_bekend`), and hours only serve who has them.
_NODIG: Final = tuple(
    code
    for code in FINANCIEEL
    if code
    not in (
        Parametercode.LDE_VERGOEDING,
        Parametercode.BIJDRAGE,
        Parametercode.VOLTIJDSE_WEEK,
        *VERMINDERING,
    )
)

# So many employees are named before a change is confirmed: more nobody reads through.
_GENOEG: Final = 50


@dataclass(frozen=True, slots=True)
class Bedragpaar:
    """What an amount is now and what it becomes, in cents."""

    oud: int
    nieuw: int

    @property
    def nu(self) -> Decimal:
        return euro(self.oud)

    @property
    def dan(self) -> Decimal:
        return euro(self.nieuw)

    @property
    def verschil(self) -> Decimal:
        return euro(self.nieuw - self.oud)


@dataclass(frozen=True, slots=True)
class Cijfer:
    """The figures of one employee in one quarter, of which at least one changes."""

    sleutel: str
    naam: str
    kwartaal: Kwartaal
    premies: Bedragpaar
    loonkost: Bedragpaar


@dataclass(frozen=True)
class Gevolggroep:
    """Figures that belong together: of one employee, or of one quarter."""

    naam: str
    cijfers: tuple[Cijfer, ...]

    @property
    def kwartalen(self) -> list[Kwartaal]:
        return sorted({cijfer.kwartaal for cijfer in self.cijfers})

    @property
    def werknemers(self) -> int:
        return len({cijfer.sleutel for cijfer in self.cijfers})

    @property
    def wat(self) -> str:
        """Which figures move, without saying how much."""
        delen = (
            ("premie", any(cijfer.premies.verschil for cijfer in self.cijfers)),
            ("loonkost", any(cijfer.loonkost.verschil for cijfer in self.cijfers)),
        )
        return " en ".join(naam for naam, beweegt in delen if beweegt)

    @property
    def premies(self) -> Bedragpaar:
        return _samen(cijfer.premies for cijfer in self.cijfers)

    @property
    def loonkost(self) -> Bedragpaar:
        return _samen(cijfer.loonkost for cijfer in self.cijfers)


@dataclass(frozen=True)
class Gevolg:
    """What changes for one organisation."""

    organisatie: Organisatie
    cijfers: tuple[Cijfer, ...] = ()

    @property
    def geheel(self) -> Gevolggroep:
        return Gevolggroep(self.organisatie.naam, self.cijfers)

    @property
    def werknemers_in_woorden(self) -> str:
        return meervoud(self.geheel.werknemers, "werknemer", "werknemers")

    @property
    def kwartalen_in_woorden(self) -> str:
        """As in "2026-K4" or "6 kwartalen, van 2025-K3 t.e.m. 2026-K4"."""
        kwartalen = self.geheel.kwartalen
        if len(kwartalen) == 1:
            return str(kwartalen[0])
        return f"{len(kwartalen)} kwartalen, van {kwartalen[0]} t.e.m. {kwartalen[-1]}"

    @cached_property
    def per_kwartaal(self) -> list[Gevolggroep]:
        return [
            Gevolggroep(str(kwartaal), tuple(c for c in self.cijfers if c.kwartaal == kwartaal))
            for kwartaal in self.geheel.kwartalen
        ]

    @cached_property
    def per_werknemer(self) -> list[Gevolggroep]:
        """In the order of the forecast."""
        groepen: dict[str, list[Cijfer]] = {}
        for cijfer in self.cijfers:
            groepen.setdefault(cijfer.sleutel, []).append(cijfer)
        return [Gevolggroep(groep[0].naam, tuple(groep)) for groep in groepen.values()]

    @property
    def eerste_werknemers(self) -> list[Gevolggroep]:
        """Those that are named."""
        return self.per_werknemer[:_GENOEG]

    @property
    def nog_meer(self) -> int:
        """How many employees are not among the first."""
        return max(0, len(self.per_werknemer) - _GENOEG)


def bepaal_gevolg(
    organisatie: Organisatie, wijziging: Parameterwijziging, keten: Keten, op: date
) -> Gevolg:
    """Compares two forecasts, up to and including the quarter of `op`.

    `keten` holds the values that change. A quarter of which no forecast could be made has no
    figure that can move. Raises ValidationError as `Keten.plaats` does.
    """
    tijdvak = _tijdvak(keten.plaats(wijziging), op)
    if tijdvak is None or wijziging.code not in FINANCIEEL:
        return Gevolg(organisatie)
    gegevens = laad_gegevens(organisatie.pk, tijdvak)
    bekend = _vanaf_bekend(tijdvak, gegevens.verloop)
    if bekend is None:
        return Gevolg(organisatie)
    na = keten.na(wijziging)
    anders = gegevens.verloop.met_keten(wijziging.code, wijziging.organisatie_id, na)
    oud = _prognose(gegevens, gegevens.verloop, bekend)
    return Gevolg(organisatie, tuple(_verschillen(oud, _prognose(gegevens, anders, bekend))))


def _tijdvak(plaats: Periode, op: date) -> Tarieftijdvak | None:
    """The quarters that the change touches and that have begun."""
    van, laatste = Kwartaal.van(plaats.van), Kwartaal.van(op)
    if plaats.laatste_dag is not None:
        laatste = min(laatste, Kwartaal.van(plaats.laatste_dag))
    return Tarieftijdvak(van, laatste - van + 1) if van <= laatste else None


def _vanaf_bekend(tijdvak: Tarieftijdvak, verloop: Parameterverloop) -> Tarieftijdvak | None:
    """Without the quarters in front for which some value is not known."""
    for overgeslagen, kwartaal in enumerate(tijdvak):
        op = verloop.op(kwartaal.eerste_dag)
        if bijdrage_bekend(op) and all(op.waarde(code) is not None for code in _NODIG):
            return Tarieftijdvak(kwartaal, tijdvak.aantal - overgeslagen)
    return None


def _prognose(gegevens: Gegevens, verloop: Parameterverloop, tijdvak: Tarieftijdvak) -> Prognose:
    return maak_prognose(gegevens.stand, maak_tarieven(verloop, tijdvak))


def _verschillen(oud: Prognose, nieuw: Prognose) -> Iterator[Cijfer]:
    """Employee by employee; both forecasts have the same people and quarters."""
    anders = oud.loonkost != nieuw.loonkost
    for blad in PERSOONSBLADEN:
        anders = anders | (oud.bladen[blad] != nieuw.bladen[blad])
    premies_oud, premies_nieuw = _premies(oud), _premies(nieuw)
    for rij, plaats in np.argwhere(anders):
        yield Cijfer(
            sleutel=oud.personen.sleutels[rij],
            naam=oud.personen.namen[rij],
            kwartaal=oud.tarieven.van + int(plaats),
            premies=_paar(premies_oud, premies_nieuw, rij, plaats),
            loonkost=_paar(oud.loonkost, nieuw.loonkost, rij, plaats),
        )


def _premies(prognose: Prognose) -> Centen:
    return sum((prognose.bladen[b] for b in PERSOONSBLADEN), np.zeros_like(prognose.loonkost))


def _paar(oud: Centen, nieuw: Centen, rij: int, plaats: int) -> Bedragpaar:
    return Bedragpaar(int(oud[rij, plaats]), int(nieuw[rij, plaats]))


def _samen(paren: Iterable[Bedragpaar]) -> Bedragpaar:
    alle = list(paren)
    return Bedragpaar(sum(p.oud for p in alle), sum(p.nieuw for p in alle))
