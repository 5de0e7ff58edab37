"""The register of employers: the list, one employer, add, change, switch off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.verzoek import Verzoek
from gedeeld.web import kies_pagina, toon, toon_formulier, vereist
from trajects.kader.views.tabbladen import tabbladen
from trajects.models import Werkgever
from trajects.rechten import mag_werkgevers_bewerken, mag_werkgevers_zien
from trajects.werk.filters import WerkgeverFilter
from trajects.werk.forms.werkgever import Werkgeverformulier
from trajects.werk.werkgeverbeeld import kring_van
from trajects.werk.werkgevers import voeg_werkgever_toe, wijzig_werkgever, zet_werkgever


@require_safe
@vereist(mag_werkgevers_zien)
def lijst(request: Verzoek) -> HttpResponse:
    keuze = WerkgeverFilter(request)
    pagina = kies_pagina(request, keuze.gevonden)
    context = {
        "filter": keuze,
        "pagina": pagina,
        "punten": tabbladen(request.user, "werkgevers"),
        "mag_bewerken": mag_werkgevers_bewerken(request.user),
    }
    return toon(
        request, "trajects/werk/werkgevers_lijst.html", context, "lijst", adres=_adres(keuze)
    )


@require_safe
@vereist(mag_werkgevers_zien)
def werkgever_pagina(request: Verzoek, pk: int) -> HttpResponse:
    werkgever = _zoek(request, pk)
    context = {
        "werkgever": werkgever,
        "kring": kring_van(werkgever, request.user),
        "mag_bewerken": mag_werkgevers_bewerken(request.user),
    }
    return render(request, "trajects/werk/werkgevers_pagina.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werkgevers_bewerken)
def nieuw(request: Verzoek) -> HttpResponse:
    form = Werkgeverformulier(request.POST or None, record=None)
    werkgever = form.probeer(
        lambda: voeg_werkgever_toe(
            organisatie_id=request.user.organisatie_id, door=request.user, **form.gegevens()
        )
    )
    if werkgever is None:
        return toon_formulier(request, "trajects/werk/werkgevers_nieuw.html", form)
    messages.success(request, f"{werkgever.naam} staat in de lijst.")
    return redirect("trajects:werkgever", werkgever.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_werkgevers_bewerken)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    werkgever = _zoek(request, pk)
    form = Werkgeverformulier(request.POST or None, record=werkgever)
    bewaard = form.probeer(
        lambda: wijzig_werkgever(
            werkgever, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        context = {"werkgever": werkgever}
        return toon_formulier(request, "trajects/werk/werkgevers_bewerk.html", form, context)
    messages.success(request, f"{bewaard.naam} is bewaard.")
    return redirect("trajects:werkgever", pk)


@require_POST
@vereist(mag_werkgevers_bewerken)
def zet(request: Verzoek, pk: int) -> HttpResponse:
    """Switch off, or on again with `actief=ja`."""
    actief = request.POST.get("actief") == "ja"
    werkgever = zet_werkgever(_zoek(request, pk), door=request.user, actief=actief)
    stand = "staat weer in de lijst" if actief else "staat niet meer in de lijst om uit te kiezen"
    messages.success(request, f"{werkgever.naam} {stand}.")
    return redirect("trajects:werkgever", pk)


def _zoek(request: Verzoek, pk: int) -> Werkgever:
    return get_object_or_404(Werkgever.objects.zichtbaar_voor(request.user), pk=pk)


def _adres(keuze: WerkgeverFilter) -> str:
    """Where the list shows what is chosen now, short enough to share."""
    vraag = keuze.vraag()
    return f"{reverse('trajects:werkgevers')}{'?' if vraag else ''}{vraag}"
