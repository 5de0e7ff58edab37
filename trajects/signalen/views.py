"""The inbox of signals and what one does with them."""

from collections.abc import Callable, Iterable
from dataclasses import astuple
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst, vraag_van
from gedeeld import ongedaan
from gedeeld.filterwoorden import filters_in_woorden
from gedeeld.formulieren import Formulier
from gedeeld.tijd import vandaag
from gedeeld.web import als_sleutel, kies_pagina, terug_naar, toon, vereist
from gedeeld.weergeven import meervoud
from trajects import rechten
from trajects.kader.views.stap import met_knop_voor
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
from trajects.signalen.signaalstand import Signaalstand, stand_van
from trajects.signalen.terugzetten import zet_terug

ONGEDAAN: Final = "trajects:signalen_ongedaan"


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
    """Take the chosen signals on, give them to somebody, postpone or close them; all or none."""
    gebruiker, terug = request.user, _terug(request)
    form = VeleFormulier(request.POST, gebruiker=gebruiker)
    gekozen = Signaal.objects.zichtbaar_voor(gebruiker).filter(pk__in=_gekozen(request))
    voor = [stand_van(signaal) for signaal in gekozen]
    if not voor:
        form.add_error(None, "Kies eerst een of meer signalen in de lijst.")
    aantal = form.probeer(lambda: _doe_vele(form, gekozen.order_by("pk").all(), gebruiker))
    if aantal is None:
        return _toon_lijst(request, form, status=422)
    woord = VeleFormulier.GEDAAN[form.cleaned_data["actie"]]
    _zeg(request, f"{meervoud(aantal, 'signaal', 'signalen')} {woord}.", voor)
    return redirect(terug)


@require_POST
@vereist(rechten.mag_signalen_opvolgen)
def maak_ongedaan(request: Verzoek) -> HttpResponse:
    """Put back what was just done, when nobody touched it since."""
    terug = _terug(request)
    gegevens = ongedaan.lees(request, ONGEDAAN)
    if gegevens is None:
        messages.error(request, "Dat kan niet meer ongedaan: het is te lang geleden.")
        return redirect(terug)
    standen = [Signaalstand(*velden) for velden in gegevens]
    zichtbaar = Signaal.objects.zichtbaar_voor(request.user)
    gevonden = zichtbaar.filter(pk__in=[stand.pk for stand in standen])
    try:
        zet_terug(standen, zichtbaar=gevonden, door=request.user)
    except ValidationError as weigering:
        messages.error(request, " ".join(weigering.messages))
    else:
        messages.success(request, "Het is weer zoals het was.")
    return redirect(terug)


@require_POST
@vereist(rechten.mag_signalen_opvolgen)
def neem_op(request: Verzoek, pk: int) -> HttpResponse:
    """The signal is of who presses."""

    def ik_neem_op(signaal: Signaal, *, door: Gebruiker) -> Signaal:
        return signaalopvolging.volg_op(signaal, door=door, wie=door)

    return _doe(request, pk, ik_neem_op, "Jij neemt dit op.")


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
    form = OpvolgFormulier(request.POST or None, gebruiker=request.user, auto_id=_eigen_id(pk))
    titel = "Geef aan een collega"
    return _vraag(request, pk, form, signaalopvolging.volg_op, titel, "Opvolging bewaard.")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(rechten.mag_signalen_opvolgen)
def stel_uit(request: Verzoek, pk: int) -> HttpResponse:
    form = UitstelFormulier(request.POST or None, auto_id=_eigen_id(pk))
    return _vraag(request, pk, form, signaalopvolging.stel_uit, "Later", "Uitgesteld.")


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(rechten.mag_signalen_opvolgen)
def handel_af(request: Verzoek, pk: int) -> HttpResponse:
    form = AfhandelFormulier(request.POST or None, auto_id=_eigen_id(pk))
    return _vraag(request, pk, form, signaalopvolging.handel_af, "Sluit af", "Afgesloten.")


def _eigen_id(pk: int) -> str:
    """Of the fields in a window: the page below it can have fields of the same name."""
    return f"id_signaal_{pk}_%s"


def _zeef(request: Verzoek) -> SignaalFilter:
    zichtbaar = (
        Signaal.objects.zichtbaar_voor(request.user)
        .filter(inbox.DRINGEND)
        .select_related("werknemer__begeleider", "opgevolgd_door")
        .defer("werknemer__insz")
    )
    return SignaalFilter(request.GET, inbox.op_urgentie(zichtbaar, vandaag()), request=request)


def _toon_lijst(request: Verzoek, form: VeleFormulier, status: int = 200) -> HttpResponse:
    gebruiker, op, zeef = request.user, vandaag(), _zeef(request)
    pagina = kies_pagina(request, zeef.gevonden)
    mensen = inbox.mensen_van(pagina.object_list, gebruiker, op)
    rijen = inbox.regels(
        pagina.object_list, mensen, gebruiker, op, toon_stap=met_knop_voor(gebruiker)
    )
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
    match velden["actie"]:
        case VeleFormulier.UITSTELLEN:
            return signaalopvolging.stel_vele_uit(
                gekozen, door=door, tot=velden["tot"], reden=velden["reden"]
            )
        case VeleFormulier.AFSLUITEN:
            return signaalopvolging.handel_vele_af(gekozen, door=door, toelichting=velden["reden"])
        case VeleFormulier.TOEWIJZEN:
            return signaalopvolging.volg_vele_op(gekozen, door=door, wie=velden["wie"])
    return signaalopvolging.volg_vele_op(gekozen, door=door, wie=door)


def _zeg(request: Verzoek, zin: str, voor: Iterable[Signaalstand]) -> None:
    """Say what was done, and offer to undo it."""
    standen = {stand.pk: stand for stand in voor}
    nu = Signaal.objects.zichtbaar_voor(request.user).filter(pk__in=standen)
    ongedaan.bied_aan(
        request, zin, ONGEDAAN, [astuple(standen[signaal.pk].na(signaal)) for signaal in nu]
    )


def _zoek(request: Verzoek, pk: int) -> Signaal:
    zichtbaar = Signaal.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.select_related("werknemer"), pk=pk)


def _doe(request: Verzoek, pk: int, functie: Callable[..., Signaal], melding: str) -> HttpResponse:
    """A change without questions; a refusal is shown as a message."""
    terug, signaal = _terug(request), _zoek(request, pk)
    voor = [stand_van(signaal)]
    try:
        functie(signaal, door=request.user)
    except ValidationError as weigering:
        messages.error(request, " ".join(weigering.messages))
    else:
        _zeg(request, melding, voor)
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
    voor = [stand_van(signaal)]
    if form.probeer(lambda: functie(signaal, door=request.user, **form.cleaned_data)):
        _zeg(request, melding, voor)
        return redirect(terug)
    mensen = inbox.mensen_van([signaal], request.user, vandaag())
    (regel,) = inbox.regels(
        [signaal], mensen, request.user, vandaag(), toon_stap=met_knop_voor(request.user)
    )
    context = {"form": form, "titel": titel, "regel": regel, "terug": terug}
    status = 422 if form.errors else 200
    return toon(request, "trajects/signalen/vraag.html", context, deel="vraag", status=status)


def _terug(request: Verzoek) -> str:
    """Where the user came from, when that is a page of ours; else the inbox."""
    return terug_naar(request) or reverse("trajects:signalen")
