"""What the page of the forecast shows, in the order in which people ask."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.klaverblad import IMW_PREMIES, Blad, Klaverblad
from financiering.domein.rekenmodel.persoon import dienst_van
from financiering.domein.saldozin import Saldozin, is_leeg
from financiering.domein.scenarios import Toekomst
from financiering.domein.tekortreden import reden, vallen
from financiering.keuzes import Scenariobasis
from gedeeld.kwartaal import Kwartaal
from werknemers.models import Dienst

BLADNAMEN: Final = {
    Blad.LOONPREMIE: "loonpremie",
    Blad.BEGELEIDINGSPREMIE: "begeleidingspremie",
    Blad.LDE_VERGOEDING: "LDE-vergoeding",
    Blad.LOKALE_VERGOEDING: "lokale vergoeding",
    Blad.VLAAMSE_VERGOEDING: "Vlaamse vergoeding",
    Blad.ALD_VERGOEDING: "ALD-vergoeding",
    Blad.EIGEN_OPBRENGST: "eigen opbrengst",
}
_ALS: Final = {
    Scenariobasis.NIETS_DOEN: "Als niemand vertrekt en niemand bijkomt",
    Scenariobasis.VOLGENS_PLAN: "Als iedereen volgens plan vertrekt en niemand bijkomt",
    Scenariobasis.MET_VERVANGING: (
        "Als iedereen volgens plan vertrekt en elke plaats weer wordt ingevuld"
    ),
}


@dataclass(frozen=True, slots=True)
class Daling:
    """One employee whose wage premium falls; `naar` 0: the support stops. `pk` None for who is
    still to come."""

    wie: str
    van: int
    naar: int
    pk: str | None = None

    @property
    def in_woorden(self) -> str:
        if not self.naar:
            return "de loonpremie stopt"
        return f"van {self.van} % naar {self.naar} %"

    def __str__(self) -> str:
        return f"{self.wie}: {self.in_woorden}"


@dataclass(frozen=True, slots=True)
class Kwartaalregel:
    """The figures of one quarter, in euro; `bladen` are (name of the leaf, amount)."""

    kwartaal: Kwartaal
    bladen: tuple[tuple[str, Decimal], ...]
    inkomsten: Decimal
    loonkost: Decimal
    omkadering: Decimal
    saldo: Decimal
    gemiddelde_premie: Decimal
    vte: Decimal
    dalingen: tuple[Daling, ...] = ()


@dataclass(frozen=True, slots=True)
class Dienstregel:
    """One service at a glance. `tekort_vanaf` is the first quarter of a shortage that lasts,
    `eerste_tekort` that of any; None: there is none."""

    naam: str
    pk: int
    saldo_nu: Decimal
    saldo_straks: Decimal
    gemiddelde_premie: Decimal
    jobs_nu: Decimal
    jobs_straks: Decimal
    tekort_vanaf: Kwartaal | None
    eerste_tekort: Kwartaal | None
    is_leeg: bool

    @property
    def in_orde(self) -> bool:
        """No shortage, and somebody works there to the end."""
        return self.eerste_tekort is None and self.jobs_straks > 0

    @property
    def tekort(self) -> str:
        """2027-K3, or in words when no shortage lasts."""
        if self.tekort_vanaf is not None:
            return str(self.tekort_vanaf)
        if self.eerste_tekort is not None:
            return f"tijdelijk, het eerst in {self.eerste_tekort}"
        return "geen tekort" if self.in_orde else "geen tekort, maar op het einde geen job"


@dataclass(frozen=True, slots=True)
class Werknemerregel:
    """One employee, as far as the work in the service goes; `pk` None for who is still to come.
    `saldo_nu` counts a share of the other leaves and of the omkadering."""

    naam: str
    pk: str | None
    premies_nu: Decimal
    saldo_nu: Decimal
    daling: tuple[Kwartaal, Daling] | None
    tekort_vanaf: Kwartaal | None


@dataclass(frozen=True)
class Prognosebeeld:
    """`dienst` None: the whole organisation. `kas`: by quarter of receipt; the forecast then begins
    one quarter before the first that is shown."""

    uitkomst: Prognoseuitkomst
    dienst: str | None = None
    kas: bool = False

    @cached_property
    def kwartalen(self) -> list[Kwartaal]:
        alle = [tarief.kwartaal for tarief in self.uitkomst.prognose.tarieven.kwartalen]
        return alle[1:] if self.kas else alle

    @cached_property
    def klaverblad(self) -> Klaverblad:
        prognose = self.uitkomst.prognose
        return self._zoals_gevraagd(
            prognose.totaal if self.dienst is None else prognose.diensten[self.dienst]
        )

    @cached_property
    def bladen(self) -> list[Blad]:
        """The leaves that bring in something."""
        return [blad for blad in Blad if self.klaverblad.bladen[blad].any()]

    @property
    def bladnamen(self) -> list[str]:
        return [BLADNAMEN[blad] for blad in self.bladen]

    @cached_property
    def regels(self) -> list[Kwartaalregel]:
        gemiddelden = self.klaverblad.gemiddelde_premie
        return [
            self._regel(plaats, kwartaal, gemiddelden[plaats])
            for plaats, kwartaal in enumerate(self.kwartalen)
        ]

    @property
    def zin(self) -> str:
        """The answer in one sentence."""
        zin = Saldozin(
            als_zin_van(self.uitkomst.toekomst),
            self.dienst or "de organisatie",
            self.klaverblad,
            self.kwartalen,
        )
        return " ".join(filter(None, (str(zin), self.reden)))

    @property
    def reden(self) -> str:
        """Why the shortage begins there, when it is because of premiums that fall."""
        plaats = self.klaverblad.blijvend_tekort
        if not plaats:
            return ""
        prognose = self.uitkomst.prognose
        elders = set() if self.dienst is None else set(prognose.verdeling.gedeeld.tolist())
        return reden(
            self.kwartalen[plaats],
            -int(self.klaverblad.saldo[plaats]),
            vallen(prognose, self._rijen_met_daling(plaats), plaats, elders),
        )

    @property
    def keuze_diensten(self) -> list[Dienst]:
        """The services that have something to count."""
        gegevens = self.uitkomst.gegevens
        return [gegevens.diensten[naam] for naam in gegevens.stand.diensten]

    @property
    def per_dienst(self) -> dict[str, Klaverblad]:
        return {
            naam: self._zoals_gevraagd(klaverblad)
            for naam, klaverblad in self.uitkomst.prognose.diensten.items()
        }

    @property
    def diensten(self) -> list[Dienstregel]:
        """Those that fall short first, first."""
        regels = [
            self._dienstregel(naam, klaverblad) for naam, klaverblad in self.per_dienst.items()
        ]
        ver = Kwartaal(9999, 4)
        return sorted(regels, key=lambda regel: (regel.tekort_vanaf or ver, regel.naam))

    @cached_property
    def werknemers(self) -> list[int]:
        """The rows of everybody who (also) works in the service, in the order of their names."""
        if self.dienst is None:
            return []
        return sorted(self.uitkomst.prognose.verdeling.rijen(self.dienst).tolist())

    def werknemerregel(self, rij: int) -> Werknemerregel:
        """One of `werknemers`."""
        prognose = self.uitkomst.prognose
        klaverblad = self._zoals_gevraagd(prognose.aandelen.in_dienst(rij, self.dienst or ""))
        premies = sum(int(klaverblad.bladen[blad][0]) for blad in IMW_PREMIES)
        return Werknemerregel(
            naam=prognose.personen.namen[rij],
            pk=self._pk(rij),
            premies_nu=euro(premies),
            saldo_nu=euro(klaverblad.saldo[0]),
            daling=self._eerste_daling(rij),
            tekort_vanaf=self._kwartaal(klaverblad.eerste_tekort),
        )

    @property
    def eerste_tekort(self) -> int | None:
        """The place of the first quarter below zero, whether or not it lasts."""
        return self.klaverblad.eerste_tekort

    def _pk(self, rij: int) -> str | None:
        sleutel = self.uitkomst.prognose.personen.sleutels[rij]
        return sleutel if sleutel in self.uitkomst.gegevens.personeelsnummers else None

    def _zoals_gevraagd(self, klaverblad: Klaverblad) -> Klaverblad:
        return klaverblad.ontvangen if self.kas else klaverblad

    def _regel(self, plaats: int, kwartaal: Kwartaal, gemiddelde: Decimal) -> Kwartaalregel:
        blad = self.klaverblad
        return Kwartaalregel(
            kwartaal=kwartaal,
            bladen=tuple(
                (BLADNAMEN[soort], euro(blad.bladen[soort][plaats])) for soort in self.bladen
            ),
            inkomsten=euro(blad.inkomsten[plaats]),
            loonkost=euro(blad.loonkost[plaats]),
            omkadering=euro(blad.omkadering[plaats]),
            saldo=euro(blad.saldo[plaats]),
            gemiddelde_premie=gemiddelde,
            vte=blad.vte_in_jobs(plaats),
            dalingen=tuple(self._dalingen(plaats)),
        )

    def _dalingen(self, plaats: int) -> list[Daling]:
        """In the quarter in which the money changes: later by one when receipts are shown."""
        namen = self.uitkomst.prognose.personen.namen
        return [
            Daling(namen[rij], van, naar, self._pk(rij))
            for rij, van, naar in self._rijen_met_daling(plaats)
        ]

    def _rijen_met_daling(self, plaats: int) -> list[tuple[int, int, int]]:
        return [
            daling
            for daling in self.uitkomst.prognose.dalingen(plaats)
            if self.dienst is None or daling[0] in self._eerst_hier
        ]

    @cached_property
    def _eerst_hier(self) -> set[int]:
        """Who works in the service first, of those who work in more than one."""
        prognose, eerste = self.uitkomst.prognose, self.uitkomst.prognose.tarieven.van.eerste_dag
        elders = {
            rij
            for rij in prognose.verdeling.gedeeld.tolist()
            if dienst_van(prognose.personen[rij], eerste) != self.dienst
        }
        return set(self.werknemers) - elders

    def _dienstregel(self, naam: str, klaverblad: Klaverblad) -> Dienstregel:
        return Dienstregel(
            naam=naam,
            pk=self.uitkomst.gegevens.diensten[naam].pk,
            saldo_nu=euro(klaverblad.saldo[0]),
            saldo_straks=euro(klaverblad.saldo[-1]),
            gemiddelde_premie=klaverblad.gemiddelde_premie[0],
            jobs_nu=klaverblad.vte_in_jobs(0),
            jobs_straks=klaverblad.vte_in_jobs(-1),
            tekort_vanaf=self._kwartaal(klaverblad.blijvend_tekort),
            eerste_tekort=self._kwartaal(klaverblad.eerste_tekort),
            is_leeg=is_leeg(klaverblad),
        )

    def _eerste_daling(self, rij: int) -> tuple[Kwartaal, Daling] | None:
        """In the quarter in which the money changes, as in `_dalingen`."""
        prognose = self.uitkomst.prognose
        for plaats, van, naar in prognose.dalingen_van(rij):
            if plaats < len(self.kwartalen):
                return self.kwartalen[plaats], Daling(prognose.personen.namen[rij], van, naar)
        return None

    def _kwartaal(self, plaats: int | None) -> Kwartaal | None:
        return None if plaats is None else self.kwartalen[plaats]


def als_zin_van(toekomst: Toekomst) -> str:
    """How a sentence about this future begins."""
    if toekomst.eigen is not None:
        return f"In het scenario “{toekomst.naam}”"
    return f"{_ALS[toekomst.basis]},"
