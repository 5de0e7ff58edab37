"""The job target on the plan: the active one, the earlier ones, to change and to choose anew."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import als_sleutel, vereist
from trajects.kader.uitstroombeeld import is_vertrokken
from trajects.kader.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from trajects.models import Jobdoelwit, Traject
from trajects.rechten import mag_plan_bewerken
from trajects.traject.forms.jobdoelwit import Jobdoelwitformulier
from trajects.traject.jobdoelwitten import kies_jobdoelwit, wijzig_jobdoelwit
from werknemers.models import Werknemer


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
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


SECTIE: Final = Sectie("jobdoelwit", "Jobdoelwit", "trajects:plan", _lees, "traject")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    """Say more of the active target."""
    werknemer = zoek_werknemer(request, pk)
    doel = _getoond(request, werknemer)
    if doel is None:
        raise Http404
    form = Jobdoelwitformulier(request.POST or None, record=doel, wie=werknemer.voornaam)
    bewaard = form.probeer(
        lambda: wijzig_jobdoelwit(doel, door=request.user, gezien=form.gezien_op, **form.gegevens())
    )
    if bewaard is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Pas het jobdoelwit aan")
    return klaar(request, werknemer, SECTIE, "Het jobdoelwit is bewaard.")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def kies(request: Verzoek, pk: int) -> HttpResponse:
    """The first target of a trajectory, or another one in its place."""
    werknemer = zoek_werknemer(request, pk)
    traject = Traject.objects.zichtbaar_voor(request.user).lopend().filter(werknemer=pk).first()
    if traject is None:
        raise Http404
    vorige = _getoond(request, werknemer)
    form = Jobdoelwitformulier(
        request.POST or None, record=None, vorige=vorige, wie=werknemer.voornaam
    )
    gekozen = form.probeer(
        lambda: kies_jobdoelwit(
            traject=traject,
            door=request.user,
            in_plaats_van=form.cleaned_data["doel"],
            reden=form.cleaned_data.get("reden", ""),
            **form.gegevens(),
        )
    )
    if gekozen is None:
        titel = "Kies een ander jobdoelwit" if vorige else "Kies een jobdoelwit"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel)
    return klaar(request, werknemer, SECTIE, f"Het jobdoelwit is nu: {gekozen.titel}.")


def _getoond(request: Verzoek, werknemer: Werknemer) -> Jobdoelwit | None:
    """The target that the sent form was about, also when it ended since; else the active one."""
    doelen = Jobdoelwit.objects.zichtbaar_voor(request.user)
    if "doel" in request.POST:
        genoemd = als_sleutel(request.POST["doel"]) or 0
        return doelen.filter(traject__werknemer=werknemer, pk=genoemd).first()
    lopend = Traject.objects.zichtbaar_voor(request.user).lopend().filter(werknemer=werknemer)
    return doelen.actief().filter(traject__in=lopend).first()
