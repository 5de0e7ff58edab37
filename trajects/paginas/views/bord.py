"""The board per phase, and moving a card: a phase change with its reason."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget

from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst
from gedeeld.tijd import vandaag
from gedeeld.web import pad_van_pagina, toon, vereist, wil_fragment
from trajects.kader.caseload import ZONDER
from trajects.kader.views.tabbladen import tabbladen
from trajects.keuzes import Fase
from trajects.models import Traject
from trajects.paginas.bord import (
    EERSTE,
    LANGER,
    Bord,
    Bordkolom,
    Kaart,
    alle_kaarten,
    stel_bord_samen,
)
from trajects.paginas.filters.bord import Bordfilter
from trajects.paginas.lijstexports import BORD
from trajects.rechten import mag_plan_bewerken, mag_plan_zien
from trajects.traject.aandacht import lees_fasevraag
from trajects.traject.fasen import wissel_fase
from trajects.traject.forms import Faseformulier
from trajects.traject.views import melding_van, waarschuw


@dataclass(frozen=True, slots=True)
class Kolomvervolg:
    """Where the rest of a column shows; `anker` is the card to read on from, if on this board."""

    url: str
    woorden: str
    anker: str = ""


@require_safe
@vereist(mag_plan_zien)
def bord(request: Verzoek) -> HttpResponse:
    context = _bordcontext(request) | {"punten": tabbladen(request.user, "bord")}
    context["focus"] = _eerste_nieuwe(request, context["bord"])
    adres = context["filter"].adres("trajects:bord")
    return toon(request, "trajects/paginas/bord/pagina.html", context, deel="bord", adres=adres)


@require_safe
@vereist(mag_plan_zien)
def bord_xlsx(request: Verzoek) -> HttpResponse:
    """Every card, however long the columns are on the screen."""
    keuze = Bordfilter(request)
    if not keuze.form.is_valid():
        return redirect(keuze.adres("trajects:bord"))
    keuzes = [("Filters", zin) for zin in keuze.in_woorden()]
    kaarten = alle_kaarten(keuze.mensen, vandaag())
    return download_lijst(request, "Bord", BORD, kaarten, keuzes)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_plan_bewerken)
def verplaats(request: Verzoek, pk: int) -> HttpResponse:
    """Ask to which phase and why. The address carries the filters of the board it came from."""
    zichtbaar = Traject.objects.zichtbaar_voor(request.user).select_related("werknemer")
    traject = get_object_or_404(zichtbaar, pk=pk)
    vraag, terug = lees_fasevraag(traject), _terug(request)
    naar = request.GET.get("naar", _volgende(traject))
    form = Faseformulier(
        request.POST or None, record=traject, vraag=vraag, naar=naar, auto_id=f"id_{pk}_%s"
    )
    bewaard = form.probeer(
        lambda: wissel_fase(
            traject,
            door=request.user,
            gezien=form.gezien_op,
            naar=form.cleaned_data["fase"],
            reden=form.cleaned_data["reden"],
            blijft_open=form.cleaned_data["blijft_open"],
        )
    )
    if bewaard is None:
        return _vraag(request, traject, form, terug)
    messages.success(request, melding_van(bewaard, traject))
    waarschuw(request, vraag.aandacht.in_fase(bewaard.fase))
    return _klaar(request, bewaard, terug)


def _volgende(traject: Traject) -> str:
    """The phase after this one, which is where most cards go."""
    fasen = list(Fase)
    return fasen[min(fasen.index(Fase(traject.fase)) + 1, len(fasen) - 1)]


def _vraag(request: Verzoek, traject: Traject, form: Faseformulier, terug: str) -> HttpResponse:
    context = {"traject": traject, "form": form, "bord_url": terug}
    geweigerd = bool(form.is_bound and (form.errors or form.botsing))
    template = "trajects/paginas/bord/verplaats.html"
    return toon(request, template, context, deel="formulier", status=422 if geweigerd else 200)


def _klaar(request: Verzoek, bewaard: Traject, terug: str) -> HttpResponse:
    """The board as it is now with the focus on the card, or the way to it."""
    if not wil_fragment(request):
        return redirect(terug)
    # A form that filled a page of its own leaves that page behind.
    if pad_van_pagina(request) == request.path:
        return HttpResponseClientRedirect(terug)
    context = _bordcontext(request, bewaard.pk) | {
        "focus": bewaard.pk,
        "afgesloten": not bewaard.loopt,
    }
    antwoord = render(request, "trajects/paginas/bord/bord_los.html", context)
    return reswap(retarget(antwoord, "#bord"), "outerHTML")


def _bordcontext(request: Verzoek, ook: int | None = None) -> dict[str, Any]:
    """`ook` is a trajectory whose card shows wherever it stands."""
    keuze = Bordfilter(request)
    vraag = keuze.vraag()
    gevonden = stel_bord_samen(keuze.mensen, vandaag(), keuze.lengtes, ook)
    return {
        "filter": keuze,
        "bord": gevonden,
        "kolommen": [(kolom, _vervolg(keuze, kolom)) for kolom in gevonden.kolommen],
        "vraag": f"?{vraag}" if vraag else "",
        "xlsx_vraag": keuze.vraag(meer=""),
        "zonder_url": _lijst(keuze, fase=ZONDER),
        "mag_bewerken": mag_plan_bewerken(request.user),
        "focus": None,
        "afgesloten": False,
    }


def _lijst(keuze: Bordfilter, **filters: str) -> str:
    """The list of employees with what is chosen on the board, and these filters."""
    delen = (keuze.vraag(meer=""), urlencode(filters))
    return f"{reverse('trajects:werknemers')}?{'&'.join(deel for deel in delen if deel)}"


def _vervolg(keuze: Bordfilter, kolom: Bordkolom) -> Kolomvervolg | None:
    """More cards of a column; the list, when it is as long as it gets."""
    if not kolom.rest:
        return None
    langer = next((n for n in LANGER if n > len(kolom.kaarten)), None)
    if langer is None:
        url = _lijst(keuze, fase=kolom.fase.value, in_dienst="alle")
        return Kolomvervolg(url, f"Toon alle {kolom.aantal} in de lijst")
    erbij, url = min(kolom.rest, langer - len(kolom.kaarten)), keuze.langer(kolom.fase, langer)
    return Kolomvervolg(url, f"Toon er {erbij} meer", anker=f"#kaart-{_traject(kolom.kaarten[-1])}")


def _eerste_nieuwe(request: Verzoek, bord: Bord) -> int | None:
    """The trajectory of the first card that "toon meer" brought, to read on from there."""
    knop = request.headers.get("HX-Trigger", "") if wil_fragment(request) else ""
    for kolom in bord.kolommen:
        if knop == f"meer-{kolom.fase.value}":
            eerder = max((n for n in (EERSTE, *LANGER) if n < len(kolom.kaarten)), default=0)
            return next(map(_traject, kolom.kaarten[eerder:]), None)
    return None


def _traject(kaart: Kaart) -> int:
    traject: int = kaart.werknemer.traject_id  # type: ignore[attr-defined]
    return traject


def _terug(request: Verzoek) -> str:
    return Bordfilter(request).adres("trajects:bord")
