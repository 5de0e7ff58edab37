"""Bringing in a spreadsheet: choose a file, look it over, done."""

from collections.abc import Iterable
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, HttpResponseClientRefresh

from gebruikers.verzoek import Verzoek
from gedeeld.adreskeuze import kies, zeg
from gedeeld.taken.deurbel import bel_na_commit
from gedeeld.web import (
    METHODES,
    XLSX,
    download,
    kies_pagina,
    toon,
    toon_formulier,
    vereist,
    wil_fragment,
)
from werknemers.domein.invoer.antwoorden import GEEN, Rijplek
from werknemers.domein.invoer.beantwoorden import beantwoord, gegeven_antwoorden
from werknemers.domein.invoer.foutgroepen import Foutgroep
from werknemers.domein.invoer.hernemen import lijkt_verloren
from werknemers.domein.invoer.herstel import geweigerde_rijen, zonder_insz
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.nazicht import KEUZE, Nazicht, lees_nazicht, voorgestelde_diensten
from werknemers.domein.invoer.nazichtrij import Nazichtrij
from werknemers.domein.invoer.ongedaan import kan_terug, ongedaan_tot
from werknemers.domein.invoer.ontbrekend import zin_over
from werknemers.domein.invoer.opdracht import aanvaard_diensten, kies_bladen, start_import
from werknemers.domein.invoer.opdracht import bevestig as bevestig_import
from werknemers.domein.invoer.rijvraag import Rijvraag, rijvraag
from werknemers.domein.invoer.voortgang import percentage
from werknemers.exports.geweigerd import schrijf_geweigerd
from werknemers.forms.importbestand import BladenFormulier, DienstenFormulier, ImportFormulier
from werknemers.models import Importopdracht, Werknemer
from werknemers.rechten import mag_importeren, mag_insz_zien
from werknemers.tasks import BELLEN, lees_importopdracht, pas_importopdracht_toe

Status = Importopdracht.Status
_PAGINAS: Final = {
    Status.NAKIJKEN: "werknemers/import/nakijken.html",
    Status.KLAAR: "werknemers/import/klaar.html",
    Status.ONGEDAAN: "werknemers/import/ongedaan.html",
}


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_importeren)
def bestand(request: Verzoek) -> HttpResponse:
    verstuurd = request.method == "POST"
    form = ImportFormulier(
        request.POST if verstuurd else None, request.FILES if verstuurd else None
    )
    opdracht = form.probeer(
        lambda: start_import(
            bestandsnaam=form.bestandsnaam,
            inhoud=form.inhoud,
            door=request.user,
        )
    )
    if opdracht is None:
        eerdere = Importopdracht.objects.zichtbaar_voor(request.user).licht()
        context = {"eerdere": eerdere.select_related("door")[:5]}
        return toon_formulier(request, "werknemers/import/bestand.html", form, context)
    bel_na_commit(lees_importopdracht, opdracht.pk)
    return redirect("werknemers:import_nakijken", opdracht.pk)


@require_http_methods(METHODES)
@vereist(mag_importeren)
def nakijken(request: Verzoek, pk: int) -> HttpResponse:
    """The page of one import, whatever its state; htmx asks it for progress only. What is sent to
    it are answers about the rows that it shows."""
    opdracht = get_object_or_404(Importopdracht.objects.zichtbaar_voor(request.user).licht(), pk=pk)
    if request.method == "POST":
        return _neem_antwoorden_aan(request, opdracht)
    if opdracht.bezig:
        context = {
            "opdracht": opdracht,
            "percentage": percentage(pk),
            "verloren": lijkt_verloren(opdracht),
        }
        return toon(request, "werknemers/import/bezig.html", context, deel="stand")
    if wil_fragment(request):
        # With a place in the list, the address of the page is right already.
        klaar: HttpResponse = HttpResponseClientRefresh()
        return klaar if request.GET else HttpResponseClientRedirect(request.path)
    if opdracht.status == Status.KOLOMMEN:
        return redirect("werknemers:import_kolommen", pk)
    return _pagina(request, opdracht)


def _pagina(request: Verzoek, opdracht: Importopdracht) -> HttpResponse:
    """Of an import that waits for somebody, or is over."""
    if opdracht.status == Status.KIEZEN:
        return render(request, "werknemers/import/kiezen.html", {"opdracht": opdracht})
    if opdracht.status == Status.GEWEIGERD or opdracht.uitkomst is None:
        return render(request, "werknemers/import/geweigerd.html", {"opdracht": opdracht})
    return render(request, _PAGINAS[Status(opdracht.status)], _uitkomst(request, opdracht))


def _neem_antwoorden_aan(request: Verzoek, opdracht: Importopdracht) -> HttpResponse:
    adres = f"{request.get_full_path()}#rijen"
    if opdracht.uitkomst is None or opdracht.status not in (Status.NAKIJKEN, Status.WACHT):
        messages.warning(request, "Deze import wacht niet meer op antwoorden.")
        return redirect(request.path)
    gezien = request.POST.get("gezien", "")
    try:
        bewaard = beantwoord(opdracht, gezien=gezien, getypt=request.POST.dict(), door=request.user)
    except ValidationError as weigering:
        messages.warning(request, weigering.messages[0])
        context = _uitkomst(request, opdracht)
        return render(request, "werknemers/import/nakijken.html", context, status=422)
    if bewaard:
        bel_na_commit(lees_importopdracht, opdracht.pk)
    return redirect(adres)


def _uitkomst(request: Verzoek, opdracht: Importopdracht) -> dict[str, Any]:
    nazicht = lees_nazicht(opdracht)
    groep = kies(request, "toon", KEUZE, "Je ziet wat aandacht vraagt.")
    fout, foutgroepen, rijen = _kies_rijen(request, nazicht, groep)
    pagina = kies_pagina(request, rijen)
    met_vragen = _met_vragen(request, opdracht, pagina)
    ontbreekt = _ontbreekt(request, nazicht)
    adres = reverse("werknemers:import_nakijken", args=[opdracht.pk])
    punten = [
        {
            "naam": g.naam,
            "url": f"{adres}?toon={g.sleutel}",
            "actief": g.sleutel == groep,
            "aantal": g.aantal,
        }
        for g in nazicht.groepen
    ]
    return {
        "opdracht": opdracht,
        "nazicht": nazicht,
        "punten": punten,
        "groep": groep,
        "terug_tot": ongedaan_tot(opdracht) if kan_terug(opdracht) else None,
        "fout": fout,
        "foutgroepen": foutgroepen,
        "pagina": pagina,
        "rijen": met_vragen,
        "heeft_vragen": any(vraag for _, vraag in met_vragen),
        "ontbreekt": ontbreekt,
        "ontbreekt_zin": zin_over(len(ontbreekt)),
    }


def _kies_rijen(
    request: Verzoek, nazicht: Nazicht, groep: str
) -> tuple[str, list[Foutgroep], list[Nazichtrij]]:
    """The fault that the address asks for with its rows; those of the whole group when no row has
    it any more."""
    fout = request.GET.get("fout", "")
    if fout and (rijen := nazicht.rijen(groep, fout)):
        return fout, [], rijen
    if fout:
        zeg(request, "Geen enkele rij heeft deze fout nog. Je ziet weer alle rijen van deze groep.")
    return "", *nazicht.gegroepeerd(groep, request.POST.dict())


def _met_vragen(
    request: Verzoek, opdracht: Importopdracht, rijen: Iterable[Nazichtrij]
) -> list[tuple[Nazichtrij, Rijvraag | None]]:
    """The rows, each with what can be answered about it; nothing once they came in."""
    if opdracht.status == Status.KLAAR:
        return [(rij, None) for rij in rijen]
    gegeven, getypt = gegeven_antwoorden(opdracht), request.POST.dict()
    met_insz = mag_insz_zien(request.user)
    return [
        (
            rij,
            rijvraag(
                rij.bron,
                gegeven.get(Rijplek(rij.blad, rij.rijnummer), GEEN),
                getypt,
                met_insz=met_insz,
            ),
        )
        for rij in rijen
    ]


def _ontbreekt(request: Verzoek, nazicht: Nazicht) -> list[Werknemer]:
    if not nazicht.ontbreekt:
        return []
    zichtbaar = Werknemer.objects.zichtbaar_voor(request.user).filter(pk__in=nazicht.ontbreekt)
    return list(zichtbaar.order_by("familienaam", "voornaam", "pk"))


@require_POST
@vereist(mag_importeren)
def bladen(request: Verzoek, pk: int) -> HttpResponse:
    """Choose which sheets of the file are read."""
    opdracht = get_object_or_404(Importopdracht.objects.zichtbaar_voor(request.user).licht(), pk=pk)
    form = BladenFormulier(request.POST, keuze=opdracht.bladkeuze)
    if not form.is_valid():
        messages.error(request, str(form.errors["blad"][0]))
    elif kies_bladen(opdracht, namen=form.cleaned_data["blad"], door=request.user):
        bel_na_commit(lees_importopdracht, opdracht.pk)
    return redirect("werknemers:import_nakijken", pk)


@require_POST
@vereist(mag_importeren)
def diensten(request: Verzoek, pk: int) -> HttpResponse:
    """Accept services that the file names, and look it over again with them."""
    opdracht = get_object_or_404(Importopdracht.objects.zichtbaar_voor(request.user), pk=pk)
    form = DienstenFormulier(request.POST, voorgesteld=voorgestelde_diensten(opdracht))
    if not form.is_valid():
        messages.error(request, str(form.errors["dienst"][0]))
    elif aanvaard_diensten(opdracht, namen=form.cleaned_data["dienst"], door=request.user):
        bel_na_commit(lees_importopdracht, opdracht.pk)
    return redirect("werknemers:import_nakijken", pk)


@require_POST
@vereist(mag_importeren)
def bevestig(request: Verzoek, pk: int) -> HttpResponse:
    opdracht = get_object_or_404(Importopdracht.objects.zichtbaar_voor(request.user).licht(), pk=pk)
    try:
        bevestigd = bevestig_import(
            opdracht,
            gezien=request.POST.get("gezien", ""),
            nagekeken="nagekeken" in request.POST,
            lonen="lonen" in request.POST,
            door=request.user,
        )
    except ValidationError as weigering:
        messages.warning(request, weigering.messages[0])
    else:
        if bevestigd:
            bel_na_commit(pas_importopdracht_toe, opdracht.pk)
    return redirect("werknemers:import_nakijken", pk)


@require_POST
@vereist(mag_importeren)
def opnieuw(request: Verzoek, pk: int) -> HttpResponse:
    """Ring the bell again for an import that waits too long; ringing twice does no harm."""
    opdracht = get_object_or_404(Importopdracht.objects.zichtbaar_voor(request.user).licht(), pk=pk)
    if opdracht.bezig:
        bel_na_commit(BELLEN[Status(opdracht.status)], opdracht.pk)
    return redirect("werknemers:import_nakijken", pk)


@require_safe
@vereist(mag_importeren)
def geweigerd(request: Verzoek, pk: int) -> HttpResponse:
    """The refused rows as a spreadsheet, ready to mend."""
    opdracht = get_object_or_404(Importopdracht.objects.zichtbaar_voor(request.user), pk=pk)
    try:
        rijen = geweigerde_rijen(opdracht)
    except BestandGeweigerd:
        return render(request, "onderdelen/onleesbaar.html", {"wat": opdracht}, status=409)
    if not mag_insz_zien(request.user) and opdracht.door_id != request.user.pk:
        rijen = zonder_insz(rijen)
    inhoud = schrijf_geweigerd(rijen)
    return download(inhoud, XLSX, "geweigerde-rijen.xlsx")
