"""The trajectory of one employee on the plan, and the job target it goes to."""

from collections import defaultdict
from typing import Any, Final

from django.contrib import messages
from django.db.models import DateField, OuterRef, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gebruikers.verzoek import Verzoek
from gedeeld.meelezen import HeleRij, als_record, mee
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, als_sleutel, vereist
from trajects.kader.evaluatiedag import evaluatie_op_van
from trajects.kader.uitstroombeeld import is_vertrokken
from trajects.kader.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from trajects.kader.views.onderdeel import verwerk
from trajects.models import Fasewissel, Jobdoelwit, Traject
from trajects.rechten import mag_evalueren, mag_plan_bewerken
from trajects.traject.aandacht import lees_fasevraag
from trajects.traject.bij_jobdoelwit import lees_bij_jobdoelwit
from trajects.traject.forms import Jobdoelwitformulier, Startformulier, Trajectformulier
from trajects.traject.jobdoelwitten import kies_jobdoelwit, wijzig_jobdoelwit
from trajects.traject.trajecten import start_traject, wijzig_traject
from werknemers.models import Werknemer

# --- the trajectory --------------------------------------------------------------------------


def _lees_traject(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    """The trajectories, which the page has loaded, each with its steps, newest first."""
    per_traject: dict[int, list[Fasewissel]] = defaultdict(list)
    for rij in werknemer.faserijen or ():  # type: ignore[attr-defined]
        wissel = _wissel(**rij)
        per_traject[wissel.traject_id].append(wissel)
    trajecten = [(traject, per_traject[traject.pk]) for traject in werknemer.trajecten.all()]
    lopend = next((traject for traject, _ in trajecten if traject.loopt), None)
    return {
        "traject": lopend,
        "wissels": per_traject[lopend.pk] if lopend else [],
        "vorige": [paar for paar in trajecten if paar[0] != lopend],
        "is_weg": lopend is None and is_vertrokken(werknemer.contracten.all(), vandaag()),
        "evaluatie_op": werknemer.evaluatie_op,  # type: ignore[attr-defined]
        "mag_bewerken": mag_plan_bewerken(gebruiker),
        "mag_evalueren": mag_evalueren(gebruiker),
    }


def _erbij(gebruiker: HeeftRol) -> dict[str, Any]:
    """The steps of each trajectory, and when the next review is due, for who evaluates."""
    return _fasen_erbij(gebruiker) | {"evaluatie_op": _evaluatie_erbij(gebruiker)}


def _evaluatie_erbij(gebruiker: HeeftRol) -> Combinable:
    return evaluatie_op_van(vandaag()) if mag_evalueren(gebruiker) else Value(None, DateField())


def _fasen_erbij(gebruiker: HeeftRol) -> dict[str, Any]:
    wissels = Fasewissel.objects.zichtbaar_voor(gebruiker).order_by("-pk")
    eigen = wissels.filter(traject__werknemer=OuterRef("pk"))
    wie = JSONObject(voornaam="door__voornaam", naam="door__naam")
    return {"faserijen": mee(eigen, rij=HeleRij(), wie=wie)}


def _wissel(rij: dict[str, Any], wie: dict[str, str | None]) -> Fasewissel:
    wissel = als_record(Fasewissel, rij)
    wissel.door = Gebruiker(**wie) if wie["naam"] else None
    return wissel


TRAJECT: Final = Sectie("traject", "Traject", "trajects:plan", _lees_traject, "traject", _erbij)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def traject_bewerk(request: Verzoek, pk: int) -> HttpResponse:
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
    return verwerk(
        request,
        werknemer,
        TRAJECT,
        form,
        lambda: start_traject(werknemer=werknemer, door=request.user, **form.cleaned_data),
        titel="Start een traject",
        knop="Start het traject",
        uitleg=f"Kies samen met {werknemer.voornaam} naar welk werk je op weg gaat.",
        melding="Het traject is gestart.",
        alles=True,
    )


def _wijzig(request: Verzoek, werknemer: Werknemer, traject: Traject) -> HttpResponse:
    vraag = lees_fasevraag(traject)
    naar = request.GET.get("naar", "")
    form = Trajectformulier(request.POST or None, record=traject, vraag=vraag, naar=naar)
    bewaard = form.probeer(
        lambda: wijzig_traject(traject, door=request.user, gezien=form.gezien_op, **form.gegevens())
    )
    if bewaard is None:
        return toon_in_plaats(request, werknemer, TRAJECT, form, titel="Pas het traject aan")
    if bewaard.fase != traject.fase:
        waarschuw(request, vraag.aandacht.in_fase(bewaard.fase))
    return klaar(
        request, werknemer, TRAJECT, melding_van(bewaard, traject), alles=not bewaard.loopt
    )


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


# --- the job target --------------------------------------------------------------------------


def _lees_jobdoelwit(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    """From the trajectories, which the page has loaded with their targets."""
    trajecten = list(werknemer.trajecten.all())
    lopend = next((traject for traject in trajecten if traject.loopt), None)
    doelen = [doel for traject in trajecten for doel in traject.jobdoelwitten.all()]
    actief = [
        doel for doel in doelen if doel.actief and doel.traject_id == getattr(lopend, "pk", 0)
    ]
    return {
        "actief": actief[0] if actief else None,
        "vorige": [doel for doel in doelen if doel not in actief],
        "er_loopt_een_traject": lopend is not None,
        "is_weg": lopend is None and is_vertrokken(werknemer.contracten.all(), vandaag()),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


JOBDOELWIT: Final = Sectie("jobdoelwit", "Jobdoelwit", "trajects:plan", _lees_jobdoelwit, "traject")


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def jobdoelwit_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    """Say more of the active target."""
    werknemer = zoek_werknemer(request, pk)
    doel = _getoond(request, werknemer)
    if doel is None:
        raise Http404
    form = Jobdoelwitformulier(request.POST or None, record=doel, wie=werknemer.voornaam)
    return verwerk(
        request,
        werknemer,
        JOBDOELWIT,
        form,
        lambda: wijzig_jobdoelwit(
            doel, door=request.user, gezien=form.gezien_op, **form.gegevens()
        ),
        titel="Pas het jobdoelwit aan",
        melding="Het jobdoelwit is bewaard.",
    )


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def jobdoelwit_kies(request: Verzoek, pk: int) -> HttpResponse:
    """The first target of a trajectory, or another one in its place."""
    werknemer = zoek_werknemer(request, pk)
    traject = Traject.objects.zichtbaar_voor(request.user).lopend().filter(werknemer=pk).first()
    if traject is None:
        raise Http404
    vorige = _getoond(request, werknemer)
    form = Jobdoelwitformulier(
        request.POST or None, record=None, vorige=vorige, wie=werknemer.voornaam
    )
    return verwerk(
        request,
        werknemer,
        JOBDOELWIT,
        form,
        lambda: kies_jobdoelwit(
            traject=traject,
            door=request.user,
            in_plaats_van=form.cleaned_data["doel"],
            reden=form.cleaned_data.get("reden", ""),
            **form.gegevens(),
        ),
        titel="Kies een ander jobdoelwit" if vorige else "Kies een jobdoelwit",
        melding=lambda doel: f"Het jobdoelwit is nu: {doel.titel}.",
        naast="trajects/traject/bij_jobdoelwit.html",
        bij=lees_bij_jobdoelwit(werknemer),
    )


def _getoond(request: Verzoek, werknemer: Werknemer) -> Jobdoelwit | None:
    """The target that the sent form was about, also when it ended since; else the active one."""
    doelen = Jobdoelwit.objects.zichtbaar_voor(request.user)
    if "doel" in request.POST:
        genoemd = als_sleutel(request.POST["doel"]) or 0
        return doelen.filter(traject__werknemer=werknemer, pk=genoemd).first()
    lopend = Traject.objects.zichtbaar_voor(request.user).lopend().filter(werknemer=werknemer)
    return doelen.actief().filter(traject__in=lopend).first()
