"""Consent in a hand-over: to write down, to share within, to withdraw."""

from collections.abc import Callable
from typing import Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.verzoek import Verzoek
from gedeeld.formulieren import Formulier
from gedeeld.web import vereist
from trajects.kader.views.inplaats import doe_meteen, klaar, toon_in_plaats, zoek_werknemer
from trajects.keuzes import Deelbaar
from trajects.models import Overdracht, Toestemming
from trajects.overdracht.forms.toestemming import (
    Gedeeldformulier,
    Intrekformulier,
    Toestemmingformulier,
)
from trajects.overdracht.toestemmingen import (
    deelstand,
    geef_toestemming,
    maak_delen_ongedaan,
    markeer_gedeeld,
    trek_toestemming_in,
)
from trajects.overdracht.views.overdracht import SECTIE, zoek_overdracht
from trajects.rechten import mag_plan_bewerken

_METHODES: Final = ["GET", "HEAD", "POST"]
_VRAAG: Final = (
    "Vraag het samen met de werknemer, in een taal die de werknemer begrijpt. Vink alleen aan "
    "waar de werknemer mee instemt. De toestemming geldt alleen voor deze werkgever."
)
_DEEL: Final = "Vink aan wat je aan de nieuwe werkgever gaf of vertelde."
_NIETS_TE_DELEN: Final = (
    "Er is niets meer waarvoor je toestemming hebt en dat je nog niet deelde. "
    "Noteer eerst een nieuwe toestemming."
)
_TREK_IN: Final = (
    "Vanaf die dag deel je hiervan niets meer. Wat al gedeeld was, blijft genoteerd: "
    "de nieuwe werkgever weet het al."
)


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def geef(request: Verzoek, pk: int) -> HttpResponse:
    overdracht = zoek_overdracht(request, pk)
    delen = deelstand(overdracht).te_vragen
    form = Toestemmingformulier(request.POST or None, delen=delen)
    return _toon(
        request,
        overdracht,
        form,
        lambda: geef_toestemming(overdracht, door=request.user, **form.cleaned_data),
        titel=f"Toestemming om te delen met {overdracht.werkgever}",
        uitleg=_VRAAG,
        melding="De toestemming is bewaard.",
    )


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def deel(request: Verzoek, pk: int) -> HttpResponse:
    """Without consent there is nothing to choose, and the domain refuses."""
    overdracht = zoek_overdracht(request, pk)
    delen = [Deelbaar(toestemming.wat) for toestemming in deelstand(overdracht).te_delen]
    form = Gedeeldformulier(request.POST or None, delen=delen)
    return _toon(
        request,
        overdracht,
        form,
        lambda: markeer_gedeeld(overdracht, door=request.user, **form.cleaned_data),
        titel=f"Gedeeld met {overdracht.werkgever}",
        uitleg=_DEEL if delen else _NIETS_TE_DELEN,
        melding="Genoteerd wat je deelde.",
    )


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def trek_in(request: Verzoek, pk: int) -> HttpResponse:
    overdracht = zoek_overdracht(request, pk)
    delen = [Deelbaar(toestemming.wat) for toestemming in deelstand(overdracht).geldend]
    form = Intrekformulier(request.POST or None, delen=delen)
    return _toon(
        request,
        overdracht,
        form,
        lambda: trek_toestemming_in(overdracht, door=request.user, **form.cleaned_data),
        titel="Toestemming ingetrokken",
        uitleg=_TREK_IN,
        melding="De toestemming is ingetrokken. Deel hiervan niets meer.",
    )


@require_POST
@vereist(mag_plan_bewerken)
def toch_niet_gedeeld(request: Verzoek, pk: int) -> HttpResponse:
    """Undo a slip of the thumb."""
    zichtbaar = Toestemming.objects.zichtbaar_voor(request.user).select_related("overdracht")
    toestemming = get_object_or_404(zichtbaar, pk=pk)
    werknemer = zoek_werknemer(request, toestemming.overdracht.werknemer_id)
    return doe_meteen(
        request,
        werknemer,
        SECTIE,
        lambda: maak_delen_ongedaan(toestemming, door=request.user),
        f"Niet gedeeld: {toestemming.get_wat_display()}.",
    )


def _toon(
    request: Verzoek,
    overdracht: Overdracht,
    form: Formulier,
    schrijf: Callable[[], object],
    *,
    titel: str,
    uitleg: str,
    melding: str,
) -> HttpResponse:
    werknemer = zoek_werknemer(request, overdracht.werknemer_id)
    if form.probeer(schrijf) is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel, uitleg=uitleg)
    return klaar(request, werknemer, SECTIE, melding)
