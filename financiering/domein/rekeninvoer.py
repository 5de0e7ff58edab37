"""Everything a forecast is computed from, without the database: what a receipt holds.

It keeps the objects of the model themselves, so that a column or a rate that joins the model joins
the receipt. Only names stay out: who somebody is, is said by a key.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

import numpy as np

from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.klaverblad import Klaverblad
from financiering.domein.rekenmodel.mensen import Mensen
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.rekenmodel.scenario import Basis, Rekenscenario, pas_toe
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.tarieven import Tarieftijdvak, maak_tarieven
from gedeeld.bewijs.canoniek import als_bytes, als_data, uit_data
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.domein.parameters import Parameterverloop
from regels.keuzes import FINANCIEEL
from regels.models import Regelparameter

_ALS: Final[dict[tuple[Any, str], Any]] = {(Stand, "personen"): Mensen}


@dataclass(frozen=True, slots=True)
class Gebruiktewaarde:
    """A value of a parameter that is in force in the quarters; `eigen`: of the organisation.
    `sleutel` is that of its row."""

    code: str
    eigen: bool
    geldig: Periode
    waarde: Decimal | None
    sleutel: int | None


@dataclass(frozen=True)
class Rekeninvoer:
    """`organisatie` is a key, and `toekomst` the code of the scenario, whose content is `scenario`.
    `werknemer` is the key of the only one that it is about; "" for everybody. `gelezen` are the
    quarters of which people were read, `tijdvak` those that are computed."""

    organisatie: int
    toekomst: str
    werknemer: str
    stand: Stand
    scenario: Rekenscenario
    gelezen: Tarieftijdvak
    tijdvak: Tarieftijdvak
    jaarindex: Decimal
    waarden: tuple[Gebruiktewaarde, ...]

    @property
    def verloop(self) -> Parameterverloop:
        """The values as the rates are made from."""
        return Parameterverloop(tuple(self._rij(w) for w in sorted(self.waarden, key=_eigen)))

    def bereken(self) -> Prognose:
        """The forecast, from what stands here alone."""
        tarieven = maak_tarieven(self.verloop, self.tijdvak, self.jaarindex)
        stand = pas_toe(self.stand, self.scenario, tarieven.periode.tot or date.max)
        return maak_prognose(stand, tarieven)

    def als_bytes(self) -> bytes:
        stand = replace(self.stand, personen=replace(self.stand.mensen, namen=()))
        return als_bytes(als_data(replace(self, stand=stand)))

    def _rij(self, waarde: Gebruiktewaarde) -> Regelparameter:
        return Regelparameter(
            pk=waarde.sleutel,
            code=waarde.code,
            organisatie_id=self.organisatie if waarde.eigen else None,
            geldig=waarde.geldig,
            waarde=waarde.waarde,
        )


def invoer_van(uitkomst: Prognoseuitkomst, organisatie_id: int) -> Rekeninvoer:
    """What this forecast was computed from."""
    stand = _naamloos(uitkomst.gegevens.stand)
    return Rekeninvoer(
        organisatie=organisatie_id,
        toekomst=uitkomst.toekomst.code,
        werknemer="",
        stand=stand,
        scenario=_wat_telt(uitkomst, stand.mensen),
        gelezen=uitkomst.tijdvak,
        tijdvak=uitkomst.tijdvak,
        jaarindex=uitkomst.toekomst.jaarindex,
        waarden=_gebruikt(uitkomst.gegevens.verloop, uitkomst.tijdvak),
    )


def invoer_van_een(
    uitkomst: Prognoseuitkomst, organisatie_id: int, sleutel: str, kwartaal: Kwartaal
) -> Rekeninvoer:
    """What the amounts of one employee in one quarter were computed from: nothing of anybody else,
    and no amounts of the services."""
    alle = invoer_van(uitkomst, organisatie_id)
    rij = alle.stand.mensen.rij_van.get(sleutel)
    mensen = alle.stand.mensen.kies(np.array([] if rij is None else [rij], np.int64))
    mensen = _zonder_wat_ze_niet_gebruiken(mensen)
    tijdvak = Tarieftijdvak(kwartaal, 1, uitkomst.tijdvak.peiljaar)
    scenario = replace(_wat_telt(uitkomst, mensen), instroom=(), bedragen=(), vervanging=None)
    return replace(
        alle,
        werknemer=sleutel,
        stand=Stand(mensen.diensten, mensen),
        scenario=scenario,
        tijdvak=tijdvak,
        waarden=_gebruikt(uitkomst.gegevens.verloop, tijdvak),
    )


def lees_invoer(data: Any) -> Rekeninvoer:
    """From what `als_bytes` wrote. Raises `canoniek.VreemdeData`."""
    invoer: Rekeninvoer = uit_data(Rekeninvoer, data, _ALS)
    return replace(invoer, stand=_naamloos(invoer.stand))


def uitkomst_van(prognose: Prognose) -> dict[str, dict[str, list[int]]]:
    """Of each service the lines of the forecast in cents, quarter by quarter; `vte` in units of
    1/`kosten.VTE` full-time job."""
    return {dienst: _lijnen(klaverblad) for dienst, klaverblad in prognose.diensten.items()}


def _lijnen(klaverblad: Klaverblad) -> dict[str, list[int]]:
    lijnen = {str(blad): centen.tolist() for blad, centen in klaverblad.bladen.items()}
    return lijnen | {
        "loonkost": klaverblad.loonkost.tolist(),
        "omkadering": klaverblad.omkadering.tolist(),
        "saldo": klaverblad.saldo.tolist(),
        "vte": klaverblad.vte.tolist(),
    }


def _naamloos(stand: Stand) -> Stand:
    mensen = stand.mensen
    return replace(stand, personen=replace(mensen, namen=mensen.sleutels, gemaakt={}))


def _zonder_wat_ze_niet_gebruiken(mensen: Mensen) -> Mensen:
    """Only the services where they work, and the courses of support that are theirs."""
    diensten, dienst = np.unique(mensen.dienst, return_inverse=True)
    steun, verloop = np.unique(mensen.verloop, return_inverse=True)
    return replace(
        mensen,
        diensten=tuple(mensen.diensten[nummer] for nummer in diensten.tolist()),
        dienst=dienst.astype(np.int64),
        steun=tuple(mensen.steun[nummer] for nummer in steun.tolist()),
        verloop=verloop.astype(np.int64),
    )


def _wat_telt(uitkomst: Prognoseuitkomst, mensen: Mensen) -> Rekenscenario:
    """Without what the model does not look at: two nights on which nothing changed are equal."""
    scenario, bekend = uitkomst.scenario, mensen.rij_van
    volgt_plan = scenario.basis != Basis.NIETS_DOEN
    gepland = scenario.gepland if volgt_plan else {}
    vervangt = uitkomst.toekomst.eigen is not None or scenario.basis == Basis.MET_VERVANGING
    return replace(
        scenario,
        gepland={s: dag for s, dag in gepland.items() if s in bekend},
        vertrek={s: dag for s, dag in scenario.vertrek.items() if s in bekend},
        verlengingen={s: v for s, v in scenario.verlengingen.items() if s in bekend},
        vervanging=scenario.vervanging if vervangt else None,
    )


def _gebruikt(verloop: Parameterverloop, tijdvak: Tarieftijdvak) -> tuple[Gebruiktewaarde, ...]:
    kwartalen = Periode(tijdvak.van.eerste_dag, (tijdvak.van + tijdvak.aantal).eerste_dag)
    return gebruikte_waarden(verloop.rijen, kwartalen)


def gebruikte_waarden(
    rijen: Iterable[Regelparameter], periode: Periode
) -> tuple[Gebruiktewaarde, ...]:
    """The values that a forecast counts with on (some) days of the period, in one order."""
    waarden = (
        Gebruiktewaarde(rij.code, rij.organisatie_id is not None, rij.geldig, rij.waarde, rij.pk)
        for rij in rijen
        if rij.code in FINANCIEEL and rij.geldig.overlapt(periode)
    )
    return tuple(sorted(waarden, key=lambda w: (w.code, w.eigen, w.geldig.van)))


def _eigen(waarde: Gebruiktewaarde) -> bool:
    return waarde.eigen
