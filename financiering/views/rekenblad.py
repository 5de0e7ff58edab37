"""The forecast and what was paid as spreadsheets, on order: thousands of rows take seconds to
write."""

from collections.abc import Iterator
from typing import Final

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from financiering.domein.betaald import vergelijk_kwartaal
from financiering.domein.bijdragebeeld import bijdrage_in
from financiering.domein.prognosebeeld import Prognosebeeld
from financiering.domein.rekenbewijs import code_van
from financiering.exports.betaald_xlsx import schrijf_betaald
from financiering.exports.bijdrage_xlsx import schrijf_bijdrage
from financiering.exports.prognose_xlsx import schrijf_prognose
from financiering.rechten import mag_financiering_zien
from financiering.views.betaald import lees_kwartaal
from financiering.views.raam import lees_dienst
from financiering.views.vraag import Vraag, beeld_voor
from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.uitvoer import begin_uitvoer
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.bestelling import Bestelling
from gedeeld.uitvoer.soorten import GemaaktBestand, Parameters, Uitvoersoort
from gedeeld.web import XLSX, als_sleutel, terug_naar, vereist
from werknemers.models import Werknemer


@require_POST
@vereist(mag_financiering_zien)
def prognose_xlsx(request: Verzoek) -> HttpResponse:
    """The question stands in the address. `werknemer` is the key of who can be recalculated;
    anybody in service without it."""
    vraag = Vraag.uit(request)
    sleutel = request.POST.get("werknemer", "")
    if sleutel:
        zichtbaar = Werknemer.objects.zichtbaar_voor(request.user)
        get_object_or_404(zichtbaar, pk=als_sleutel(sleutel))
    bestelling = Bestelling(
        PROGNOSE,
        titel=f"Prognose in Excel: {vraag.toekomst.naam}",
        terug=terug_naar(request) or reverse("financiering:prognose"),
        parameters={"vraag": request.GET.urlencode(), "werknemer": sleutel},
    )
    return begin_uitvoer(request, bestelling)


def _prognose(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
    vraag = Vraag.van(QueryDict(parameters["vraag"]), gebruiker)
    beeld, organisatie = beeld_voor(gebruiker, vraag), str(gebruiker.organisatie)
    rij = _rij(beeld, parameters["werknemer"])
    lengte = f"{vraag.kwartalen} kwartalen"
    kas = "zoals ontvangen" if vraag.kas else ""
    naam = _naam("prognose", organisatie, vraag.toekomst.naam, beeld.dienst, lengte, kas)
    code = code_van(beeld.uitkomst, gebruiker.organisatie_id or 0)
    yield GemaaktBestand(naam, XLSX, schrijf_prognose(beeld, organisatie, rij, code))


def _naam(wat: str, *keuze: str | None) -> str:
    """The file name says what was chosen."""
    return bestandsnaam(wat, " ".join(filter(None, keuze)).lower(), vandaag(), "xlsx")


def _rij(beeld: Prognosebeeld, sleutel: str) -> int | None:
    """The first of the service that is shown unless somebody was asked for; None for who has no
    contract in these quarters."""
    mensen = beeld.uitkomst.prognose.personen
    if sleutel:
        return mensen.rij_van.get(sleutel)
    rijen = range(len(mensen)) if beeld.dienst is None else beeld.werknemers
    return next(iter(rijen), None)


@require_POST
@vereist(mag_financiering_zien)
def betaald_xlsx(request: Verzoek, kwartaal: str) -> HttpResponse:
    """A service that is asked for stands in the address, as on the page."""
    gevraagd, gekozen = lees_kwartaal(kwartaal), lees_dienst(request.user, request.GET)
    terug = reverse("financiering:betaald_kwartaal", args=[str(gevraagd)])
    bestelling = Bestelling(
        BETAALD,
        titel=f"Betaald voor {gevraagd} in Excel",
        terug=f"{terug}?dienst={gekozen.pk}" if gekozen else terug,
        parameters={"kwartaal": str(gevraagd), "dienst": str(gekozen.pk) if gekozen else ""},
    )
    return begin_uitvoer(request, bestelling)


def _betaald(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
    kwartaal = lees_kwartaal(parameters["kwartaal"])
    gekozen = lees_dienst(gebruiker, parameters)
    organisatie, vergelijking = str(gebruiker.organisatie), vergelijk_kwartaal(gebruiker, kwartaal)
    if gekozen is not None:
        vergelijking = vergelijking.van_dienst(gekozen.naam)
    naam = _naam("betaald", organisatie, str(kwartaal), vergelijking.dienst)
    yield GemaaktBestand(naam, XLSX, schrijf_betaald(vergelijking, organisatie, vandaag()))


@require_POST
@vereist(mag_financiering_zien)
def bijdrage_xlsx(request: Verzoek) -> HttpResponse:
    """Of the quarter that runs."""
    bestelling = Bestelling(
        BIJDRAGE,
        titel="Werkgeversbijdrage in Excel",
        terug=reverse("financiering:bijdrage"),
        parameters={},
    )
    return begin_uitvoer(request, bestelling)


def _bijdrage(gebruiker: Gebruiker, _: Parameters) -> Iterator[GemaaktBestand]:
    assert gebruiker.organisatie_id is not None  # noqa: S101 - no role without one
    organisatie, beeld = (
        str(gebruiker.organisatie),
        bijdrage_in(gebruiker.organisatie_id, vandaag()),
    )
    naam = _naam("werkgeversbijdrage", organisatie, str(beeld.kwartaal))
    code = code_van(beeld.uitkomst, gebruiker.organisatie_id)
    yield GemaaktBestand(naam, XLSX, schrijf_bijdrage(beeld, organisatie, vandaag(), code))


PROGNOSE: Final = Uitvoersoort("prognose", mag_financiering_zien, _prognose)
BIJDRAGE: Final = Uitvoersoort("bijdrage", mag_financiering_zien, _bijdrage)
BETAALD: Final = Uitvoersoort("betaald", mag_financiering_zien, _betaald)
