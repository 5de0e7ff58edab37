"""The trajectory of one employee on the plan: to start, to move along, and what came before."""

from collections import defaultdict
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import als_sleutel, vereist
from trajects.kader.uitstroombeeld import is_vertrokken
from trajects.kader.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from trajects.models import Fasewissel, Traject
from trajects.rechten import mag_plan_bewerken
from trajects.traject.aandacht import lees_fasevraag
from trajects.traject.forms.traject import Startformulier, Trajectformulier
from trajects.traject.trajecten import start_traject, wijzig_traject
from werknemers.models import Werknemer


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    """The trajectories, which the page has loaded, each with its steps, newest first."""
    wissels = Fasewissel.objects.zichtbaar_voor(gebruiker).filter(traject__werknemer=werknemer)
    per_traject: dict[int, list[Fasewissel]] = defaultdict(list)
    for wissel in wissels.select_related("door").order_by("-pk"):
        per_traject[wissel.traject_id].append(wissel)
    trajecten = [(traject, per_traject[traject.pk]) for traject in werknemer.trajecten.all()]
    lopend = next((traject for traject, _ in trajecten if traject.loopt), None)
    return {
        "traject": lopend,
        "wissels": per_traject[lopend.pk] if lopend else [],
        "vorige": [paar for paar in trajecten if paar[0] != lopend],
        "is_weg": lopend is None and is_vertrokken(werknemer.contracten.all(), vandaag()),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


SECTIE: Final = Sectie("traject", "Traject", "trajects:plan", _lees, "traject")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    """Start a trajectory, or change the one that runs; `?naar=` proposes a phase."""
    werknemer = zoek_werknemer(request, pk)
    traject = _traject(request, werknemer)
    if traject is None:
        return _start(request, werknemer)
    return _wijzig(request, werknemer, traject)


def _traject(request: Verzoek, werknemer: Werknemer) -> Traject | None:
    """The trajectory that the sent form was about, also when it ended since; else the running one.

    A change of a trajectory that somebody just closed must not start a new one.
    """
    eigen = Traject.objects.zichtbaar_voor(request.user).filter(werknemer=werknemer)
    genoemd = als_sleutel(request.POST.get("traject", ""))
    if genoemd is not None:
        return get_object_or_404(eigen, pk=genoemd)
    return None if request.method == "POST" else eigen.lopend().first()


def _start(request: Verzoek, werknemer: Werknemer) -> HttpResponse:
    form = Startformulier(request.POST or None)
    traject = form.probeer(
        lambda: start_traject(werknemer=werknemer, door=request.user, **form.cleaned_data)
    )
    if traject is not None:
        return klaar(request, werknemer, SECTIE, "Het traject is gestart.", alles=True)
    uitleg = f"Kies samen met {werknemer.voornaam} naar welk werk je op weg gaat."
    return toon_in_plaats(
        request,
        werknemer,
        SECTIE,
        form,
        titel="Start een traject",
        knop="Start het traject",
        uitleg=uitleg,
    )


def _wijzig(request: Verzoek, werknemer: Werknemer, traject: Traject) -> HttpResponse:
    vraag = lees_fasevraag(traject)
    naar = request.GET.get("naar", "")
    form = Trajectformulier(request.POST or None, record=traject, vraag=vraag, naar=naar)
    bewaard = form.probeer(
        lambda: wijzig_traject(traject, door=request.user, gezien=form.gezien_op, **form.gegevens())
    )
    if bewaard is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Pas het traject aan")
    if bewaard.fase != traject.fase:
        waarschuw(request, vraag.aandacht.in_fase(bewaard.fase))
    return klaar(request, werknemer, SECTIE, melding_van(bewaard, traject), alles=not bewaard.loopt)


def melding_van(bewaard: Traject, vorig: Traject) -> str:
    """What was done, in a sentence."""
    if bewaard.fase == vorig.fase:
        return "Het traject is bewaard."
    if bewaard.loopt:
        return f"{bewaard.werknemer.voornaam} staat nu in {bewaard.get_fase_display()}."
    return "Het traject is afgesloten. Je kunt een nieuw traject starten."


def waarschuw(request: Verzoek, zinnen: list[str]) -> None:
    """Say what is still missing after a step."""
    for zin in zinnen:
        messages.warning(request, f"Let op: {zin}.")
