"""The list of competences: the general ones to read, the own ones to keep."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.verzoek import Verzoek
from gedeeld.web import toon_formulier, vereist
from trajects.models import Competentie
from trajects.profiel.competentielijst import (
    verplaats_competentie,
    voeg_competentie_toe,
    wijzig_competentie,
)
from trajects.profiel.forms.competentielijst import Competentieformulier, NieuweCompetentie
from trajects.rechten import mag_planlijsten_beheren


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_planlijsten_beheren)
def lijst(request: Verzoek) -> HttpResponse:
    form = NieuweCompetentie(request.POST or None)
    nieuw = form.probeer(lambda: voeg_competentie_toe(door=request.user, **form.cleaned_data))
    if nieuw is not None:
        messages.success(request, f"{nieuw} staat op de lijst.")
        return redirect("trajects:competenties")
    alle = list(Competentie.objects.zichtbaar_voor(request.user))
    context = {
        "algemeen": [competentie for competentie in alle if competentie.organisatie_id is None],
        "eigen": [competentie for competentie in alle if competentie.organisatie_id is not None],
    }
    return toon_formulier(request, "trajects/profiel/competentielijst.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_planlijsten_beheren)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    competentie = _zoek_eigen(request, pk)
    form = Competentieformulier(request.POST or None, record=competentie)
    bewaard = form.probeer(
        lambda: wijzig_competentie(
            competentie, door=request.user, gezien=form.gezien_op, velden=form.gegevens()
        )
    )
    if bewaard is None:
        context = {"competentie": competentie}
        return toon_formulier(request, "trajects/profiel/competentie_bewerk.html", form, context)
    messages.success(request, f"{bewaard} is bewaard.")
    return redirect("trajects:competenties")


@require_POST
@vereist(mag_planlijsten_beheren)
def verplaats(request: Verzoek, pk: int) -> HttpResponse:
    """One place up, or down."""
    competentie = _zoek_eigen(request, pk)
    omhoog = request.POST.get("richting") == "omhoog"
    verplaats_competentie(competentie, door=request.user, omhoog=omhoog)
    messages.success(request, f"{competentie} staat nu {'hoger' if omhoog else 'lager'}.")
    return redirect("trajects:competenties")


def _zoek_eigen(request: Verzoek, pk: int) -> Competentie:
    """Of the own organisation; the general ones change for nobody."""
    eigen = Competentie.objects.zichtbaar_voor(request.user).exclude(organisatie=None)
    return get_object_or_404(eigen, pk=pk)
