"""Reads the people and amounts of an organisation into what the model counts with."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.db.models import CharField, Q, QuerySet, Value

from financiering.domein.adviezen import Steunverlopen, lees_steun
from financiering.domein.contracten import Contracten, lees_contracten
from financiering.domein.loonopgaven import Opgaveregel, lees_opgaven
from financiering.domein.rekenmodel.klaverblad import OMKADERING
from financiering.domein.rekenmodel.mensen import Mensen, Opgavekolommen
from financiering.domein.rekenmodel.stand import Dienstbedrag, Stand
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Wijze
from financiering.models import Klaverbladbron, Omkadering
from gedeeld.periode import Periode
from gedeeld.vastevraag import vaste_vraag
from regels.domein.parameters import Parameterverloop, laad_parameterverloop, laad_rekenwaarden
from regels.models import Startpakket
from trajects.models import Traject
from werknemers.domein.premies import laad_startpakketten
from werknemers.models import Arbeidsovereenkomst, Dienst


@dataclass(frozen=True)
class Gegevens:
    """Everything behind the forecasts of one organisation; the key of a Persoon is the primary key
    of the employee. `personeelsnummers` are by key. `gepland` is the last day that each running
    trajectory aims at. `opgaven` are the records of the payroll office that count, also those from
    which no contribution follows."""

    stand: Stand
    verloop: Parameterverloop
    startpakketten: list[Startpakket]
    personeelsnummers: Mapping[str, str]
    diensten: dict[str, Dienst]
    gepland: dict[str, date]
    zonder_loon: tuple[str, ...]
    opgaven: tuple[Opgaveregel, ...] = ()

    def personeelsnummer(self, sleutel: str) -> str:
        """ "" for who is still to come."""
        return self.personeelsnummers.get(sleutel, "")


def laad_gegevens(
    organisatie_id: int,
    tijdvak: Tarieftijdvak,
    *,
    met_plan: bool = True,
    met_bronnen: bool = True,
) -> Gegevens:
    """In a fixed number of queries. Everybody with a contract in (a part of) the quarters.

    Without plan for a future in which nobody leaves: `gepland` is empty then. Without sources for
    who shows only figures: `verloop` has the values that are counted with, and nothing about them.
    """
    return _laad(organisatie_id, tijdvak, None, met_plan=met_plan, met_bronnen=met_bronnen)


def laad_werknemer(
    organisatie_id: int,
    tijdvak: Tarieftijdvak,
    werknemer: int,
    *,
    met_plan: bool = True,
    met_bronnen: bool = True,
) -> Gegevens:
    """As `laad_gegevens`, of one employee: what a service shares out is not in it."""
    wie = Q(werknemer=werknemer)
    return _laad(organisatie_id, tijdvak, wie, met_plan=met_plan, met_bronnen=met_bronnen)


def laad_werknemers(
    organisatie_id: int, tijdvak: Tarieftijdvak, werknemers: Collection[int]
) -> Gegevens:
    """As `laad_werknemer`, of some employees at once, for who shows only figures."""
    wie = Q(werknemer__in=werknemers)
    return _laad(organisatie_id, tijdvak, wie, met_plan=False, met_bronnen=False)


def laad_met_collegas(organisatie_id: int, tijdvak: Tarieftijdvak, werknemer: int) -> Gegevens:
    """As `laad_gegevens`, of one employee and everybody in the same services: that of the employee,
    and the share in what comes with a service, are the same as in the whole."""
    lopend = Arbeidsovereenkomst.objects.filter(
        organisatie=organisatie_id, periode__overlap=_periode(tijdvak)
    )
    diensten = lopend.filter(werknemer=werknemer).values("dienst")
    collegas = lopend.filter(dienst__in=diensten).values("werknemer")
    return _laad(organisatie_id, tijdvak, Q(werknemer__in=collegas))


def _laad(
    organisatie_id: int,
    tijdvak: Tarieftijdvak,
    wie: Q | None,
    *,
    met_plan: bool = True,
    met_bronnen: bool = True,
) -> Gegevens:
    """Of whom `wie` is true; of everybody when that is None."""
    periode, pakketten = _periode(tijdvak), laad_startpakketten()
    lees_waarden = laad_parameterverloop if met_bronnen else laad_rekenwaarden
    contracten = lees_contracten(organisatie_id, periode, wie)
    # With the quarter before: whose support ended there, lost it in the first.
    vanaf = Periode((tijdvak.van + -1).eerste_dag, periode.tot)
    verloop = lees_waarden(organisatie_id)
    opgaven = lees_opgaven(organisatie_id, periode, wie, verloop)
    steun = lees_steun(organisatie_id, vanaf, wie, pakketten, verloop)
    mensen = _mensen(contracten, steun, opgaven)
    diensten = {dienst.naam: dienst for dienst in _diensten(organisatie_id)}
    bedragen = tuple(_bedragen(organisatie_id))
    met_bedrag = {bedrag.dienst for bedrag in bedragen} | set(mensen.diensten)
    namen = tuple(naam for naam in diensten if naam in met_bedrag)
    return Gegevens(
        stand=Stand(namen, mensen, bedragen),
        verloop=verloop,
        startpakketten=pakketten,
        personeelsnummers=dict(zip(mensen.sleutels, contracten.nummers, strict=True)),
        diensten=diensten,
        gepland=_gepland(organisatie_id, mensen, wie) if met_plan else {},
        zonder_loon=contracten.zonder_loon,
        opgaven=opgaven,
    )


def _periode(tijdvak: Tarieftijdvak) -> Periode:
    return Periode(tijdvak.van.eerste_dag, (tijdvak.van + tijdvak.aantal).eerste_dag)


def _mensen(contracten: Contracten, steun: Steunverlopen, opgaven: Sequence[Opgaveregel]) -> Mensen:
    verloop = [steun.van_werknemer.get(werknemer, 0) for werknemer in contracten.werknemers]
    return Mensen(
        sleutels=tuple(map(str, contracten.werknemers)),
        namen=contracten.namen,
        diensten=contracten.diensten,
        contracten=contracten.kolommen,
        dienst=contracten.dienst,
        steun=steun.steun,
        verloop=np.array(verloop, np.int64),
        opgaven=_opgavekolommen(contracten.werknemers, opgaven),
    )


def _opgavekolommen(werknemers: Sequence[int], opgaven: Sequence[Opgaveregel]) -> Opgavekolommen:
    """In the order of the rows."""
    rij_van = {werknemer: rij for rij, werknemer in enumerate(werknemers)} if opgaven else {}
    rijen = [
        (rij_van[opgave.werknemer], bijdrage)
        for opgave in opgaven
        if opgave.werknemer in rij_van and (bijdrage := opgave.als_bijdrage)
    ]
    return Opgavekolommen.uit(sorted(rijen, key=lambda rij: (rij[0], rij[1].van)))


def _gepland(organisatie_id: int, mensen: Mensen, wie: Q | None) -> dict[str, date]:
    """Of everybody in the forecast."""
    trajecten = Traject.objects.lopend().filter(wie or Q(), organisatie=organisatie_id)
    rijen = trajecten.order_by("pk").values_list("werknemer", "beoogde_uitstroom")
    dagen = {str(pk): dag for pk, dag in rijen if dag is not None}
    return {sleutel: dagen[sleutel] for sleutel in mensen.sleutels if sleutel in dagen}


@vaste_vraag
def _diensten(organisatie: int) -> QuerySet[Dienst]:
    return Dienst.objects.filter(organisatie=organisatie)


def _bedragen(organisatie_id: int) -> Iterator[Dienstbedrag]:
    for dienst, soort, bedrag, geldig, wijze, geindexeerd, bron in _bladen(organisatie_id):
        per_vte = wijze == Wijze.PER_VTE
        yield Dienstbedrag(dienst, soort, bedrag, geldig, per_vte, geindexeerd, bron)


@vaste_vraag
def _bladen(organisatie: int) -> QuerySet[Any, tuple[Any, ...]]:
    """The leaves and the cost of guidance, in one query. By service, so that no more is read than
    these."""
    bladen = Klaverbladbron.objects.van(organisatie).filter(dienst__organisatie=organisatie)
    omkadering = Omkadering.objects.van(organisatie).filter(dienst__organisatie=organisatie)
    delen = (
        bladen.values_list(
            "dienst__naam", "blad", "bedrag", "geldig", "wijze", "geindexeerd", "pk"
        ),
        omkadering.values_list(
            "dienst__naam",
            Value(OMKADERING, CharField()),
            "bedrag_per_vte",
            "geldig",
            Value(Wijze.PER_VTE, CharField()),
            "geindexeerd",
            "pk",
        ),
    )
    # Without an order of their own: a union takes none from its parts.
    eerste, tweede = (deel.order_by() for deel in delen)
    return eerste.union(tweede, all=True)
