"""Users of the own organisation: list, invite, change."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.domein.gebruikers import wijzig_gebruiker
from gebruikers.domein.uitnodigen import nodig_gebruiker_uit, nodig_opnieuw_uit
from gebruikers.domein.vervangingen import zonder_vervanger_door
from gebruikers.forms import GebruikerFormulier, NieuweGebruikerFormulier
from gebruikers.models import Gebruiker
from gebruikers.rechten import kan_begeleiden, mag_gebruikers_beheren
from gebruikers.verzoek import Verzoek
from gedeeld.web import kies_pagina, toon_formulier, vereist
from gedeeld.weergeven import meervoud


@require_safe
@vereist(mag_gebruikers_beheren)
def lijst(request: Verzoek) -> HttpResponse:
    gebruikers = Gebruiker.objects.zichtbaar_voor(request.user).order_by(
        "-is_active", "voornaam", "naam", "pk"
    )
    context = {"pagina": kies_pagina(request, gebruikers)}
    return render(request, "gebruikers/gebruikers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_gebruikers_beheren)
def nieuw(request: Verzoek) -> HttpResponse:
    form = NieuweGebruikerFormulier(request.POST or None)
    gebruiker = form.probeer(lambda: nodig_gebruiker_uit(door=request.user, **form.cleaned_data))
    if gebruiker is None:
        return toon_formulier(request, "gebruikers/gebruiker_nieuw.html", form)
    messages.success(request, f"De uitnodiging is onderweg naar {gebruiker.email}.")
    return redirect("gebruikers:gebruikers")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_gebruikers_beheren)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    gebruiker = get_object_or_404(Gebruiker.objects.zichtbaar_voor(request.user), pk=pk)
    form = GebruikerFormulier(request.POST or None, record=gebruiker)
    bewaard = form.probeer(
        lambda: wijzig_gebruiker(
            gebruiker=gebruiker,
            voornaam=form.cleaned_data["voornaam"],
            naam=form.cleaned_data["naam"],
            rol=form.cleaned_data["rol"],
            is_active=form.cleaned_data["is_active"],
            door=request.user,
            gezien=form.gezien_op,
        )
    )
    if bewaard is None:
        context = {"gebruiker": gebruiker, "aantal_werknemers": gebruiker.werknemers.count()}
        return toon_formulier(request, "gebruikers/gebruiker_bewerk.html", form, context)
    messages.success(request, f"De gegevens van {bewaard} zijn bewaard.")
    if not kan_begeleiden(bewaard):
        for zin in _wat_blijft_liggen(bewaard, request.user):
            messages.warning(request, zin)
    return redirect("gebruikers:gebruikers")


def _wat_blijft_liggen(weg: Gebruiker, door: Gebruiker) -> list[str]:
    """What somebody else has to take over of who guides nobody any more."""
    aantal = weg.werknemers.count()
    mensen = meervoud(aantal, "werknemer", "werknemers")
    zin = f"{weg} heeft nog {mensen}. Vraag een coördinator om ze over te dragen."
    return [*([zin] if aantal else []), *zonder_vervanger_door(weg, door=door)]


@require_POST
@vereist(mag_gebruikers_beheren)
def nodig_uit(request: Verzoek, pk: int) -> HttpResponse:
    gebruiker = get_object_or_404(Gebruiker.objects.zichtbaar_voor(request.user), pk=pk)
    try:
        nodig_opnieuw_uit(gebruiker=gebruiker, door=request.user)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
    else:
        messages.success(request, f"De uitnodiging is onderweg naar {gebruiker.email}.")
    return redirect("gebruikers:gebruikers")
