"""The warm hand-over: to whom, what was agreed, what may be shared and what was."""

from functools import partial
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.uitvoer import begin_uitvoer
from gedeeld.uitvoer.bestelling import Bestelling
from gedeeld.web import METHODES, vereist
from trajects.kader.views.inplaats import Sectie
from trajects.kader.views.onderdeel import Onderdeel, verwerk
from trajects.keuzes import Checkpunt, Deelbaar
from trajects.models import Overdracht, Toestemming
from trajects.overdracht.exports import OVERDRACHT, gedeeld_nu, overzicht_op_papier
from trajects.overdracht.forms import (
    Gedeeldformulier,
    Intrekformulier,
    Overdrachtformulier,
    Toestemmingformulier,
)
from trajects.overdracht.overdrachten import (
    verwijder_overdracht,
    voeg_overdracht_toe,
    wijzig_overdracht,
    zet_checkpunt,
)
from trajects.overdracht.overdrachtenbeeld import lees_overdrachten
from trajects.overdracht.toestemmingen import (
    deelstand,
    geef_toestemming,
    maak_delen_ongedaan,
    markeer_gedeeld,
    trek_toestemming_in,
)
from trajects.rechten import mag_documenten_zien, mag_plan_bewerken
from werknemers.models import Werknemer

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


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "overdrachten": lees_overdrachten(werknemer),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
        "mag_documenten": mag_documenten_zien(gebruiker),
    }


SECTIE: Final = Sectie("overdracht", "Overdracht", "trajects:overgang", _lees, "overdracht")
_OVERDRACHT: Final = Onderdeel(
    SECTIE,
    lambda wie: Overdracht.objects.zichtbaar_voor(wie).select_related("werkgever"),
    Overdrachtformulier,
    mee=lambda request, *_: {"gebruiker": request.user},
)
_TOESTEMMING: Final = Onderdeel(
    SECTIE,
    lambda wie: Toestemming.objects.zichtbaar_voor(wie).select_related("overdracht"),
    eigenaar="overdracht.werknemer_id",
)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def overdracht_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    melding = "De overdracht naar {0.werkgever} staat er."
    return _OVERDRACHT.nieuw(request, pk, voeg_overdracht_toe, "Een nieuwe overdracht", melding)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def overdracht_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    titel = "De overdracht naar {0.werkgever}"
    return _OVERDRACHT.bewerk(request, pk, wijzig_overdracht, titel, "De overdracht is bewaard.")


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def overdracht_verwijder(request: Verzoek, pk: int) -> HttpResponse:
    return _OVERDRACHT.verwijder(
        request,
        pk,
        verwijder_overdracht,
        "Verwijder je de overdracht naar {0.werkgever}?",
        "De overdracht is verwijderd.",
        uitleg="Doe dit alleen bij een vergissing.",
    )


@require_POST
@vereist(mag_plan_bewerken)
def overdracht_checkpunt(request: Verzoek, pk: int, punt: str) -> HttpResponse:
    """Tick one point of the checklist (`gedaan=1`), or untick it."""
    if punt not in Checkpunt.values:
        raise Http404
    gekozen, gedaan = Checkpunt(punt), bool(request.POST.get("gedaan"))
    zet = partial(zet_checkpunt, punt=gekozen, gedaan=gedaan)
    melding = f"{gekozen.label}: {'gedaan' if gedaan else 'nog te doen'}."
    return _OVERDRACHT.doe(request, pk, zet, melding)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def toestemming_geef(request: Verzoek, pk: int) -> HttpResponse:
    overdracht, werknemer = _OVERDRACHT.zoek(request, pk)
    form = Toestemmingformulier(request.POST or None, delen=deelstand(overdracht).te_vragen)
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: geef_toestemming(overdracht, door=request.user, **form.cleaned_data),
        titel=f"Toestemming om te delen met {overdracht.werkgever}",
        uitleg=_VRAAG,
        melding="De toestemming is bewaard.",
    )


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def toestemming_deel(request: Verzoek, pk: int) -> HttpResponse:
    """Without consent there is nothing to choose, and the domain refuses."""
    overdracht, werknemer = _OVERDRACHT.zoek(request, pk)
    delen = [Deelbaar(toestemming.wat) for toestemming in deelstand(overdracht).te_delen]
    form = Gedeeldformulier(request.POST or None, delen=delen)
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: markeer_gedeeld(overdracht, door=request.user, **form.cleaned_data),
        titel=f"Gedeeld met {overdracht.werkgever}",
        uitleg=_DEEL if delen else _NIETS_TE_DELEN,
        melding="Genoteerd wat je deelde.",
    )


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def toestemming_intrek(request: Verzoek, pk: int) -> HttpResponse:
    overdracht, werknemer = _OVERDRACHT.zoek(request, pk)
    delen = [Deelbaar(toestemming.wat) for toestemming in deelstand(overdracht).geldend]
    form = Intrekformulier(request.POST or None, delen=delen)
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: trek_toestemming_in(overdracht, door=request.user, **form.cleaned_data),
        titel="Toestemming ingetrokken",
        uitleg=_TREK_IN,
        melding="De toestemming is ingetrokken. Deel hiervan niets meer.",
    )


@require_POST
@vereist(mag_plan_bewerken)
def toestemming_niet_gedeeld(request: Verzoek, pk: int) -> HttpResponse:
    """Undo a slip of the thumb."""
    return _TOESTEMMING.doe(
        request,
        pk,
        maak_delen_ongedaan,
        lambda toestemming: f"Niet gedeeld: {toestemming.get_wat_display()}.",
    )


@require_POST
@vereist(mag_documenten_zien)
def overdracht_pdf(request: Verzoek, pk: int) -> HttpResponse:
    """404 as long as nothing is shared with consent."""
    overdracht = overzicht_op_papier(request.user, pk).overdracht
    bestelling = Bestelling(
        OVERDRACHT,
        titel=f"Overzicht voor {overdracht.werkgever.naam}",
        terug=reverse("trajects:overgang", args=[overdracht.werknemer_id]),
        parameters={"overdracht": pk, "gedeeld": gedeeld_nu(overdracht)},
    )
    return begin_uitvoer(request, bestelling)
