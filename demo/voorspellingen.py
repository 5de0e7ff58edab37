"""What the demo organisations foresaw in earlier quarters, so that the page on what was paid says
how far off that was: one, four and eight quarters before."""

from dataclasses import replace
from typing import Final

import numpy as np

from demo.betalingen import KWARTALEN
from financiering.domein.betalingen import EERSTE_KWARTAAL
from financiering.domein.laden import Gegevens, laad_gegevens
from financiering.domein.prognoses import Prognoseuitkomst, bereken
from financiering.domein.scenarios import Toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.voorspellingen import VOORAF, bewaar_voorspelling
from financiering.keuzes import Scenariobasis
from financiering.models import Voorspelling
from gebruikers.models import Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag

_VOORUIT: Final = max(VOORAF) + 1


def zet_voorspellingen(organisatie: Organisatie) -> bool:
    """Those of before the first that was kept, as far back as a payment asks for them; False when
    they are there, and nothing changes."""
    gehouden = Voorspelling.objects.van(organisatie.pk).order_by("gemaakt_in").first()
    nu = Kwartaal.van(vandaag())
    tot = nu if gehouden is None else Kwartaal.van(gehouden.gemaakt_in)
    van = max(nu + -(KWARTALEN + max(VOORAF)), EERSTE_KWARTAAL)
    for nummer in range(max(tot - van, 0)):
        _bewaar(organisatie, van + nummer)
    return tot > van


def _bewaar(organisatie: Organisatie, kwartaal: Kwartaal) -> None:
    uitkomst = _wat_men_toen_wist(organisatie.pk, kwartaal)
    bewaar_voorspelling(organisatie, uitkomst, kwartaal.eerste_dag)


def _wat_men_toen_wist(organisatie_id: int, kwartaal: Kwartaal) -> Prognoseuitkomst:
    """Of who was in service: nobody knew who would come."""
    tijdvak, op = Tarieftijdvak(kwartaal, _VOORUIT), kwartaal.eerste_dag
    gegevens = laad_gegevens(organisatie_id, tijdvak, met_plan=False, met_bronnen=False)
    niets_doen = Toekomst(Scenariobasis.NIETS_DOEN.label, Scenariobasis.NIETS_DOEN)
    return bereken(_wie_er_was(gegevens, op.toordinal()), niets_doen, tijdvak, op)


def _wie_er_was(gegevens: Gegevens, dag: int) -> Gegevens:
    stand = gegevens.stand
    contracten = stand.mensen.contracten
    rijen = np.unique(contracten.persoon[contracten.van <= dag])
    return replace(gegevens, stand=replace(stand, personen=stand.mensen.kies(rijen)))
