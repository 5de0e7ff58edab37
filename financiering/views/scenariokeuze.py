"""Which scenarios an address is about, among what the user may see."""

from collections.abc import Iterable
from typing import Final

from django.http import Http404
from django.shortcuts import get_object_or_404

from financiering.domein.scenarios import Toekomst, altijd, eigen_toekomst, met_delen
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Scenariobasis
from financiering.models import Scenario
from financiering.views.raam import GEEN_SCENARIO
from gebruikers.verzoek import Verzoek
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from gedeeld.web import NietGevonden, als_sleutel

KWARTALEN: Final = 20


def tijdvak(aantal: int = KWARTALEN) -> Tarieftijdvak:
    """From this quarter on."""
    return Tarieftijdvak(Kwartaal.van(vandaag()), aantal)


def organisatie_van(request: Verzoek) -> int:
    """Who may see money belongs to an organisation; nobody else comes this far."""
    if request.user.organisatie_id is None:
        raise Http404
    return request.user.organisatie_id


def zoek_scenario(request: Verzoek, pk: int) -> Scenario:
    return get_object_or_404(Scenario.objects.zichtbaar_voor(request.user), pk=pk)


def alle_toekomsten(request: Verzoek) -> list[Toekomst]:
    """The three, then those of the organisation with their parts."""
    eigen = met_delen(Scenario.objects.zichtbaar_voor(request.user))
    return [*altijd(), *(eigen_toekomst(scenario) for scenario in eigen)]


def gekozen(request: Verzoek, codes: Iterable[str]) -> list[Toekomst]:
    """As the address names them, each once and in that order; with their parts.

    Raises Http404 for one that is not there, or not theirs.
    """
    gevraagd = list(dict.fromkeys(code for code in codes if code))
    sleutels = [als_sleutel(code) for code in gevraagd if code not in Scenariobasis.values]
    zichtbaar = Scenario.objects.zichtbaar_voor(request.user)
    eigen = met_delen(zichtbaar.filter(pk__in=[pk for pk in sleutels if pk is not None]))
    gevonden = {toekomst.code: toekomst for toekomst in (*altijd(), *map(eigen_toekomst, eigen))}
    if any(code not in gevonden for code in gevraagd):
        raise NietGevonden(GEEN_SCENARIO)
    return [gevonden[code] for code in gevraagd]
