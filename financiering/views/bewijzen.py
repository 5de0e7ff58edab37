"""The receipts of an organisation: to take along, to keep, and to lay beside today."""

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from financiering.domein.bewijsbeeld import beeld_van_bewijs
from financiering.domein.bewijsbeheer import bewaar_bewijs
from financiering.domein.bijdragebeeld import bijdrage_in
from financiering.domein.rekenbewijs import bewijs_van, bewijs_van_een
from financiering.models import Rekenbewijs
from financiering.rechten import mag_financiering_zien
from financiering.views.raam import punten
from financiering.views.scenariokeuze import organisatie_van
from financiering.views.vraag import Vraag, beeld_van
from financiering.views.werknemer import uitkomst_van_een
from gebruikers.verzoek import Verzoek
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.bewijs.bewijscode import lees_code
from gedeeld.bewijs.papier import Bewijsbestand
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, NietGevonden, download, kies_pagina, vereist

_JSON: Final = "application/json"
_GEEN_BEWIJS: Final = (
    "Dit bewijs is hier niet bewaard. Kijk de code na, of reken het bestand na met de opdracht "
    "herreken."
)


@require_safe
@vereist(mag_financiering_zien)
def lijst(request: Verzoek) -> HttpResponse:
    zichtbaar = Rekenbewijs.objects.zichtbaar_voor(request.user).select_related("door")
    rijen = zichtbaar.defer("invoer", "uitkomst")
    context = {"pagina": kies_pagina(request, rijen), "punten": punten("bewijzen")}
    return render(request, "financiering/bewijzen/lijst.html", context)


@require_safe
@vereist(mag_financiering_zien)
def bewijs(request: Verzoek, code: str) -> HttpResponse:
    """What it was counted with, and what differs with today."""
    rij = _zoek(request, code)
    context = {
        "rij": rij,
        "beeld": beeld_van_bewijs(rij.bewijs, vandaag()),
        "punten": punten("bewijzen"),
    }
    return render(request, "financiering/bewijzen/bewijs.html", context)


@require_safe
@vereist(mag_financiering_zien)
def bestand(request: Verzoek, code: str) -> HttpResponse:
    return _download(_zoek(request, code).bewijs)


@require_http_methods(METHODES)
@vereist(mag_financiering_zien)
def van_prognose(request: Verzoek) -> HttpResponse:
    """The receipt of the forecast that the address asks for: as a file, or kept."""
    beeld = beeld_van(request, Vraag.uit(request))
    return _geef(request, lambda: bewijs_van(beeld.uitkomst, organisatie_van(request)))


@require_http_methods(METHODES)
@vereist(mag_financiering_zien)
def van_bijdrage(request: Verzoek) -> HttpResponse:
    """The receipt of the contributions of the quarter that runs: as a file, or kept."""
    organisatie = organisatie_van(request)
    uitkomst = bijdrage_in(organisatie, vandaag()).uitkomst
    return _geef(request, lambda: bewijs_van(uitkomst, organisatie))


@require_http_methods(METHODES)
@vereist(mag_financiering_zien)
def van_werknemer(request: Verzoek, pk: int, kwartaal: str) -> HttpResponse:
    """The receipt of the amounts of one employee in a quarter: as a file, or kept."""
    vraag, gevraagd = Vraag.uit(request).over(kwartaal)
    uitkomst = uitkomst_van_een(request, vraag, pk)
    return _geef(
        request, lambda: bewijs_van_een(uitkomst, organisatie_van(request), str(pk), gevraagd)
    )


def _geef(request: Verzoek, maak: Callable[[], Bewijsbestand]) -> HttpResponse:
    if request.method != "POST":
        return _download(maak())
    organisatie = request.user.organisatie
    assert organisatie is not None  # noqa: S101 - no role without one
    rij = bewaar_bewijs(organisatie, maak(), door=request.user)
    messages.success(request, f"Het bewijs {rij.code} is bewaard.")
    return redirect("financiering:bewijs", rij.code)


def _zoek(request: Verzoek, code: str) -> Rekenbewijs:
    """As people type a code."""
    zichtbaar = Rekenbewijs.objects.zichtbaar_voor(request.user).select_related("door")
    rij = zichtbaar.filter(code=lees_code(code) or "").first()
    if rij is None:
        raise NietGevonden(_GEEN_BEWIJS)
    return rij


def _download(bewijs: Bewijsbestand) -> HttpResponse:
    naam = bestandsnaam("bewijs", bewijs.code, bewijs.dag, "json")
    return download(bewijs.als_bestand(), _JSON, naam)
