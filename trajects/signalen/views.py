"""The inbox of signals and what one does with them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst, vraag_van
from gedeeld.filterwoorden import filters_in_woorden
from gedeeld.formulieren import Formulier
from gedeeld.tijd import vandaag
from gedeeld.web import als_sleutel, kies_pagina, terug_naar, toon, vereist
from gedeeld.weergeven import meervoud
from trajects import rechten
from trajects.kader.views.stap import met_knop
from trajects.models import Signaal
from trajects.signalen import inbox, signaalopvolging
from trajects.signalen.exports import KOLOMMEN
from trajects.signalen.filters import SignaalFilter
from trajects.signalen.forms import (
    AfhandelFormulier,
    OpvolgFormulier,
    UitstelFormulier,
    VeleFormulier,
)


@require_safe
@vereist(rechten.mag_signalen_zien)
def lijst(request: Verzoek) -> HttpResponse:
    return _toon_lijst(request, VeleFormulier(gebruiker=request.user))


@require_safe
@vereist(rechten.mag_signalen_zien)
def lijst_xlsx(request: Verzoek) -> HttpResponse:
    zeef, op = _zeef(request), vandaag()
    if not zeef.form.is_valid():
        return redirect(f"{reverse('trajects:signalen')}?{vraag_van(request)}")
    gevonden = list(zeef.gevonden)
    mensen = inbox.alle_mensen_van(gevonden, request.user, op)
    rijen = inbox.regels(gevonden, mensen, request.user, op, toon_stap=lambda stap: stap)
    keuzes = filters_in_woorden(zeef.form, altijd=["status"])
    return download_lijst(request, "Signalen", KOLOMMEN, rijen, keuzes)


@require_POST
@vereist(rechten.mag_signalen_opvolgen)
def volg_vele_op(request: Verzoek) -> HttpResponse:
    """Give the chosen signals to somebody, or postpone them; all or none."""
    gebruiker, terug = request.user, _terug(request)
    form = VeleFormulier(request.POST, gebruiker=gebruiker)
    gekozen = Signaal.objects.zichtbaar_voor(gebruiker).filter(pk__in=_gekozen(request))
    if not gekozen:
        form.add_error(None, "Kies eerst een of meer signalen in de lijst.")
    aantal = form.probeer(lambda: _doe_vele(form, gekozen.order_by("pk"), gebruiker))
    if aantal is None:
        return _toon_lijst(request, form, status=422)
    woord = "toegewezen" if form.cleaned_data["actie"] == form.TOEWIJZEN else "uitgesteld"
    messages.success(request, f"{meervoud(aantal, 'signaal', 'signalen')} {woord}.")
    return redirect(terug)


@require_POST
@vereist(rechten.mag_signalen_opvolgen)
def gezien(request: Verzoek, pk: int) -> HttpResponse:
    return _doe(request, pk, signaalopvolging.markeer_gezien, "Gezien.")


@require_POST
@vereist(rechten.mag_signalen_opvolgen)
def heropen(request: Verzoek, pk: int) -> HttpResponse:
    return _doe(request, pk, signaalopvolging.heropen, "Het signaal staat weer open.")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(rechten.mag_signalen_opvolgen)
def volg_op(request: Verzoek, pk: int) -> HttpResponse:
    form = OpvolgFormulier(request.POST or None, gebruiker=request.user)
    return _vraag(request, pk, form, signaalopvolging.volg_op, "Volg dit op", "Opvolging bewaard.")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(rechten.mag_signalen_opvolgen)
def stel_uit(request: Verzoek, pk: int) -> HttpResponse:
    form = UitstelFormulier(request.POST or None)
    return _vraag(request, pk, form, signaalopvolging.stel_uit, "Stel uit", "Uitgesteld.")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(rechten.mag_signalen_opvolgen)
def handel_af(request: Verzoek, pk: int) -> HttpResponse:
    form = AfhandelFormulier(request.POST or None)
    return _vraag(request, pk, form, signaalopvolging.handel_af, "Afhandelen", "Afgehandeld.")


def _zeef(request: Verzoek) -> SignaalFilter:
    zichtbaar = (
        Signaal.objects.zichtbaar_voor(request.user)
        .select_related("werknemer__begeleider", "opgevolgd_door")
        .defer("werknemer__insz")
    )
    return SignaalFilter(request.GET, inbox.op_urgentie(zichtbaar, vandaag()), request=request)


def _toon_lijst(request: Verzoek, form: VeleFormulier, status: int = 200) -> HttpResponse:
    gebruiker, op, zeef = request.user, vandaag(), _zeef(request)
    pagina = kies_pagina(request, zeef.gevonden)
    mensen = inbox.mensen_van(pagina.object_list, gebruiker, op)
    rijen = inbox.regels(pagina.object_list, mensen, gebruiker, op, toon_stap=met_knop)
    context = {
        "zeef": zeef,
        "pagina": pagina,
        "vraag": zeef.vraag(),
        "groepen": inbox.per_groep(rijen),
        "gekozen": _gekozen(request),
        "form": form,
        "mag_opvolgen": rechten.mag_signalen_opvolgen(gebruiker),
        "terug": _terug(request) if request.method == "POST" else request.get_full_path(),
    }
    return toon(request, "trajects/signalen/lijst.html", context, deel="signalen", status=status)


def _gekozen(request: Verzoek) -> set[int]:
    sleutels = map(als_sleutel, request.POST.getlist("signaal"))
    return {sleutel for sleutel in sleutels if sleutel is not None}


def _doe_vele(form: VeleFormulier, gekozen: Any, door: Any) -> int:
    velden = form.cleaned_data
    if velden["actie"] == form.TOEWIJZEN:
        return signaalopvolging.volg_vele_op(gekozen, door=door, wie=velden["wie"])
    return signaalopvolging.stel_vele_uit(
        gekozen, door=door, tot=velden["tot"], reden=velden["reden"]
    )


def _zoek(request: Verzoek, pk: int) -> Signaal:
    zichtbaar = Signaal.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.select_related("werknemer"), pk=pk)


def _doe(request: Verzoek, pk: int, functie: Callable[..., Signaal], melding: str) -> HttpResponse:
    """A change without questions; a refusal is shown as a message."""
    terug = _terug(request)
    try:
        functie(_zoek(request, pk), door=request.user)
    except ValidationError as weigering:
        messages.error(request, " ".join(weigering.messages))
    else:
        messages.success(request, melding)
    return redirect(terug)


def _vraag(
    request: Verzoek,
    pk: int,
    form: Formulier,
    functie: Callable[..., Signaal],
    titel: str,
    melding: str,
) -> HttpResponse:
    """A change with a form; it comes back with what was typed when it is refused."""
    signaal, terug = _zoek(request, pk), _terug(request)
    if form.probeer(lambda: functie(signaal, door=request.user, **form.cleaned_data)):
        messages.success(request, melding)
        return redirect(terug)
    mensen = inbox.mensen_van([signaal], request.user, vandaag())
    (regel,) = inbox.regels([signaal], mensen, request.user, vandaag(), toon_stap=met_knop)
    context = {"form": form, "titel": titel, "regel": regel, "terug": terug}
    status = 422 if form.errors else 200
    return toon(request, "trajects/signalen/vraag.html", context, deel="vraag", status=status)


def _terug(request: Verzoek) -> str:
    """Where the user came from, when that is a page of ours; else the inbox."""
    return terug_naar(request) or reverse("trajects:signalen")
