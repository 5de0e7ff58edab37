"""The services of the organisation: list, add, rename, close."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import toon_formulier, vereist
from werknemers.domein.diensten import voeg_dienst_toe, wijzig_dienst
from werknemers.forms.dienst import DienstFormulier, NieuweDienstFormulier
from werknemers.models import Dienst
from werknemers.rechten import mag_diensten_beheren


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_diensten_beheren)
def lijst(request: Verzoek) -> HttpResponse:
    form = NieuweDienstFormulier(request.POST or None)
    dienst = form.probeer(
        lambda: voeg_dienst_toe(
            organisatie_id=request.user.organisatie_id, door=request.user, **form.cleaned_data
        )
    )
    if dienst is None:
        diensten = Dienst.objects.zichtbaar_voor(request.user).met_bezetting(vandaag())
        context = {"diensten": diensten.order_by("-actief", "naam", "pk")}
        return toon_formulier(request, "werknemers/diensten.html", form, context)
    messages.success(request, f"De dienst {dienst.naam} is toegevoegd.")
    return redirect("werknemers:diensten")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_diensten_beheren)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    dienst = get_object_or_404(Dienst.objects.zichtbaar_voor(request.user), pk=pk)
    form = DienstFormulier(request.POST or None, record=dienst)
    bewaard = form.probeer(
        lambda: wijzig_dienst(
            dienst,
            naam=form.cleaned_data["naam"],
            actief=form.cleaned_data["actief"],
            door=request.user,
            gezien=form.gezien_op,
        )
    )
    if bewaard is None:
        return toon_formulier(request, "werknemers/dienst_bewerk.html", form, {"dienst": dienst})
    messages.success(request, f"De dienst {bewaard.naam} is bewaard.")
    return redirect("werknemers:diensten")
