"""What was paid of the premiums: by quarter, beside what was foreseen, and how it comes in."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.views.decorators.http import require_http_methods, require_safe

from financiering.domein.betaald import vergelijk_kwartaal, vergelijk_kwartalen
from financiering.domein.betalingen import (
    EERSTE_KWARTAAL,
    verwijder_betaling,
    voeg_regels_toe,
    voeg_som_toe,
)
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.voorspellingen import lees_afwijkingen
from financiering.domein.voorstellen import stel_voor
from financiering.forms.betaald import Betaalformulier, Betalingwegformulier
from financiering.keuzes import Betaalbron, Verschilreden
from financiering.models import Betaling
from financiering.rechten import mag_financiering_bewerken, mag_financiering_zien
from financiering.views.raam import lees_dienst, punten
from gebruikers.verzoek import Verzoek
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from gedeeld.web import (
    METHODES,
    kies_pagina,
    toon,
    toon_formulier,
    vereist,
)
from gedeeld.weergeven import meervoud
from regels.keuzes import Parametercode
from werknemers.models import Dienst

# Three years: what is further back is a quarter to ask for by its address.
_KWARTALEN: Final = 12
_GGMMI: Final = reverse_lazy("regels:parameter", args=[Parametercode.GGMMI.value])
# Where the setting stands that each reason asks to look at.
_INSTELLINGEN: Final = {
    Verschilreden.PERCENTAGE: ("Kijk de adviezen na", reverse_lazy("trajects:werknemers")),
    Verschilreden.GEWERKTE_TIJD: ("Kijk de contracten na", reverse_lazy("trajects:werknemers")),
    Verschilreden.INDEX: ("Naar de waarden", reverse_lazy("regels:parameters")),
    Verschilreden.PLAFOND: ("Kijk het GGMMI na", _GGMMI),
    Verschilreden.BIJDRAGE: ("Naar de werkgeversbijdrage", reverse_lazy("financiering:bijdrage")),
}


@require_safe
@vereist(mag_financiering_zien)
def kwartalen(request: Verzoek) -> HttpResponse:
    """Each quarter of which something was paid, and those that can still be filled in."""
    tijdvak = _tijdvak()
    gevuld = vergelijk_kwartalen(request.user, tijdvak)
    bekend = {vergelijking.kwartaal for vergelijking in gevuld}
    context = {
        "kwartalen": gevuld,
        "leeg": [kwartaal for kwartaal in reversed(list(tijdvak)) if kwartaal not in bekend],
        "afwijkingen": lees_afwijkingen(request.user, gevuld),
        "voorstellen": [
            (voorstel.zin, *_INSTELLINGEN[voorstel.reden]) for voorstel in stel_voor(gevuld)
        ],
        "mag_bewerken": mag_financiering_bewerken(request.user),
        "punten": punten("betaald"),
    }
    return render(request, "financiering/betaald/lijst.html", context)


@require_safe
@vereist(mag_financiering_zien)
def kwartaal(request: Verzoek, kwartaal: str) -> HttpResponse:
    gevraagd, gekozen = lees_kwartaal(kwartaal), lees_dienst(request.user, request.GET)
    alles = vergelijk_kwartaal(request.user, gevraagd)
    vergelijking = alles.van_dienst(gekozen.naam) if gekozen else alles
    context = {
        "kwartaal": gevraagd,
        "vergelijking": vergelijking,
        "gevuld": bool(alles.regels),
        "dienst": gekozen,
        "vraagstaart": f"?dienst={gekozen.pk}" if gekozen else "",
        "diensten": Dienst.objects.zichtbaar_voor(request.user),
        "pagina": kies_pagina(request, list(vergelijking.regels)),
        "mag_bewerken": mag_financiering_bewerken(request.user),
        "punten": punten("betaald"),
    }
    return toon(
        request,
        "financiering/betaald/kwartaal.html",
        context,
        "uitkomst",
        adres=request.get_full_path(),
    )


@require_http_methods(METHODES)
@vereist(mag_financiering_bewerken)
def nieuw(request: Verzoek, kwartaal: str) -> HttpResponse:
    gevraagd = lees_kwartaal(kwartaal)
    form = Betaalformulier(
        request.POST or None, request.FILES or None, initial={"gemeld_op": vandaag()}
    )
    aantal = form.probeer(lambda: _voeg_toe(request, gevraagd, form))
    if aantal is None:
        return toon_formulier(
            request, "financiering/betaald/nieuw.html", form, {"kwartaal": gevraagd}
        )
    messages.success(
        request, f"{meervoud(aantal, 'bedrag', 'bedragen').capitalize()} voor {gevraagd} bewaard."
    )
    return redirect("financiering:betaald_kwartaal", str(gevraagd))


@require_http_methods(METHODES)
@vereist(mag_financiering_bewerken)
def weg(request: Verzoek, pk: int) -> HttpResponse:
    """For a mistake only."""
    zichtbaar = Betaling.objects.zichtbaar_voor(request.user)
    met_naam = zichtbaar.select_related("werknemer", "organisatie").defer("werknemer__insz")
    betaling = get_object_or_404(met_naam, pk=pk)
    van = Kwartaal.van(betaling.kwartaal)
    form = Betalingwegformulier(request.POST or None, record=betaling)
    gelukt = form.probeer(lambda: _verwijder(request, betaling, form))
    if gelukt is None:
        context: dict[str, Any] = {"betaling": betaling, "kwartaal": van}
        return toon_formulier(request, "financiering/betaald/weg.html", form, context)
    messages.success(request, f"De {betaling.get_soort_display()} is verwijderd.")
    return redirect(reverse("financiering:betaald_kwartaal", args=[str(van)]))


def _voeg_toe(request: Verzoek, van: Kwartaal, form: Betaalformulier) -> int:
    organisatie = request.user.organisatie
    assert organisatie is not None  # noqa: S101 - no role without one
    gegevens = {**form.gegevens(), "door": request.user}
    schoon = form.cleaned_data
    if schoon["bedrag"] is not None:
        bron = Betaalbron.GETYPT
        return voeg_som_toe(organisatie, van, schoon["bedrag"], bron=bron, **gegevens)
    bron = schoon["bron"]
    return voeg_regels_toe(organisatie, van, schoon["gelezen"], bron=bron, **gegevens)


def _verwijder(request: Verzoek, betaling: Betaling, form: Betalingwegformulier) -> bool:
    verwijder_betaling(betaling, door=request.user, gezien=form.gezien_op)
    return True


def _tijdvak() -> Tarieftijdvak:
    nu = Kwartaal.van(vandaag())
    begin = max(nu + (1 - _KWARTALEN), EERSTE_KWARTAAL)
    return Tarieftijdvak(begin, nu - begin + 1)


def lees_kwartaal(tekst: str) -> Kwartaal:
    """Raise Http404 for what is no quarter, or one for which nothing can be paid."""
    try:
        gevraagd = Kwartaal.lees(tekst)
    except ValueError:
        raise Http404 from None
    if not EERSTE_KWARTAAL <= gevraagd <= Kwartaal.van(vandaag()):
        raise Http404
    return gevraagd
