"""The board per phase, and moving a card: a phase change with its reason."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget

from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import pad_van_pagina, toon, vereist, wil_fragment
from trajects.kader.caseload import ZONDER
from trajects.kader.views.tabbladen import tabbladen
from trajects.keuzes import Fase
from trajects.models import Traject
from trajects.paginas.bord import stel_bord_samen
from trajects.paginas.filters.bord import Bordfilter
from trajects.rechten import mag_plan_bewerken, mag_plan_zien
from trajects.traject.aandacht import lees_fasevraag
from trajects.traject.fasen import wissel_fase
from trajects.traject.forms import Faseformulier
from trajects.traject.views import melding_van, waarschuw


@require_safe
@vereist(mag_plan_zien)
def bord(request: Verzoek) -> HttpResponse:
    context = _bordcontext(request) | {"punten": tabbladen(request.user, "bord")}
    adres = context["filter"].adres("trajects:bord")
    return toon(request, "trajects/paginas/bord/pagina.html", context, deel="bord", adres=adres)


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
    context = _bordcontext(request) | {"verplaatst": bewaard.pk, "afgesloten": not bewaard.loopt}
    antwoord = render(request, "trajects/paginas/bord/bord_los.html", context)
    return reswap(retarget(antwoord, "#bord"), "outerHTML")


def _bordcontext(request: Verzoek) -> dict[str, Any]:
    keuze = Bordfilter(request)
    vraag = keuze.vraag()
    zonder = "&".join(deel for deel in (vraag, f"fase={ZONDER}") if deel)
    return {
        "filter": keuze,
        "bord": stel_bord_samen(keuze.mensen, vandaag()),
        "vraag": f"?{vraag}" if vraag else "",
        "zonder_url": f"{reverse('trajects:werknemers')}?{zonder}",
        "mag_bewerken": mag_plan_bewerken(request.user),
        "verplaatst": None,
        "afgesloten": False,
    }


def _terug(request: Verzoek) -> str:
    return Bordfilter(request).adres("trajects:bord")
