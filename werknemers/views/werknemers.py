"""Add and change an employee."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from gebruikers.verzoek import Verzoek
from gedeeld.plaatsen import adres
from gedeeld.web import toon_formulier, vereist
from werknemers.domein.werknemers import voeg_werknemer_toe, wijzig_werknemer
from werknemers.forms.werknemer import Werknemerformulier
from werknemers.rechten import mag_werknemers_bewerken
from werknemers.views.opzoeken import zoek_werknemer


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werknemers_bewerken)
def nieuw(request: Verzoek) -> HttpResponse:
    form = Werknemerformulier(request.POST or None, door=request.user, record=None)
    werknemer = form.probeer(lambda: voeg_werknemer_toe(door=request.user, **form.gegevens()))
    if werknemer is None:
        return toon_formulier(request, "werknemers/werknemer_nieuw.html", form)
    messages.success(request, f"{werknemer.naam} is toegevoegd. Vul nu het contract aan.")
    if "verder" in request.POST:
        return redirect("werknemers:contract_nieuw", pk=werknemer.pk)
    return redirect(adres("werknemer", werknemer.pk))


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werknemers_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk, met_insz=True)
    form = Werknemerformulier(request.POST or None, door=request.user, record=werknemer)
    bewaard = form.probeer(
        lambda: wijzig_werknemer(
            werknemer, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        context = {"werknemer": werknemer}
        return toon_formulier(request, "werknemers/werknemer_bewerk.html", form, context)
    messages.success(request, f"De gegevens van {bewaard.naam} zijn bewaard.")
    return redirect(adres("werknemer", pk))
