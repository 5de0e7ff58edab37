"""The pack on paper: who gets it, what stands in it and what never does."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import ContractFactory, WerknemerFactory
from tests.trajects.evaluatiepakket.dossier import GEHEIM, vul_dossier
from tests.trajects.plan_pdf.test_plan import tekst
from tests.uitvoer import haal
from trajects.models import Stage
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
pytestmark = pytest.mark.amina(personeelsnummer="P 7/1", insz="90050400123", insz_hash="hash")


def adres(wie: Werknemer) -> str:
    return reverse("trajects:evaluatie_pdf", args=[wie.pk])


@pytest.mark.parametrize("rol", ["begeleider", "coordinator", "hr"])
def test_what_stands_on_it_and_what_never_does(
    request: pytest.FixtureRequest, als: Als, amina: Werknemer, begeleider: Gebruiker, rol: str
) -> None:
    vul_dossier(amina, begeleider)
    ContractFactory(werknemer=amina, bruto_maandloon="2154.11")
    antwoord = haal(als(request.getfixturevalue(rol)), adres(amina))
    assert antwoord["Content-Disposition"] == (
        'attachment; filename="evaluatie-P-7-1-2026-11-23.pdf"'
    )
    alles = " ".join(tekst(antwoord.content))
    for zin in (
        "Evaluatie van Amina Benali",
        "Werkgever De Lepel",
        "De wet vraagt geen register van elk contact; dit is wat genoteerd staat.",
        "Gesprek in 2026: 4 keer, op 3/8, 7/9, 21/9, 9/11.",
        "Gekwalificeerd begeleider: Ilse Maes, bachelor sociaal werk.",
        "01/09/2026 Stage bij De Linde, t.e.m. 14 september 2026. Het tempo lag te hoog. Stages",
        "05/02/2024 Ondersteuningsplan: Opgemaakt bij de start.",
        "Wat we aan VDAB vragen Dit schreven we over Wat we aan VDAB vragen.",
        "An Peeters, 2 november 2026",
        f"/werknemers/{amina.pk}/plan/#doelen",
        "De Lepel · Evaluatie van Amina Benali · stand op 23 november 2026 Pagina 1 van",
    ):
        assert zin in alles, zin
    for geheim in (GEHEIM, "Wat gezegd is", "Over het einddoel gezegd", "17/11", "900504", "2.154"):
        assert geheim not in alles


def test_each_fact_leads_to_where_it_is_kept(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    vul_dossier(amina, begeleider)
    inhoud = haal(als(begeleider), adres(amina)).content
    links = {
        str(noot.get_object()["/A"]["/URI"])
        for pagina in PdfReader(BytesIO(inhoud)).pages
        for noot in pagina.get("/Annots", ())
        if "/A" in noot.get_object()
    }
    basis = f"/werknemers/{amina.pk}"
    for pad in ("/plan/#competenties", "/contract/#advies", "/werk/#stages", "/#team"):
        assert f"{settings.BASIS_URL}{basis}{pad}" in links


def test_of_who_has_nothing_on_file_it_is_a_pack_of_nothing(
    als: Als, amina: Werknemer, hr: Gebruiker
) -> None:
    alles = " ".join(tekst(haal(als(hr), adres(amina)).content))
    assert alles.count("Hierover staat niets genoteerd.") == 8
    assert alles.count("Hier is niets geschreven.") == 5


def test_what_is_missing_is_a_paper_of_its_own(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    client = als(begeleider)
    antwoord = haal(client, reverse("trajects:leemtes_pdf", args=[amina.pk]))
    assert antwoord["Content-Disposition"] == (
        'attachment; filename="evaluatie-ontbreekt-P-7-1-2026-11-23.pdf"'
    )
    lijst = " ".join(tekst(antwoord.content))
    assert "Deze lijst is voor De Lepel zelf." in lijst
    leemte = "Er is nog geen advies ingevuld."
    assert f"{leemte} Advies" in lijst
    assert leemte not in " ".join(tekst(haal(client, adres(amina)).content))


def test_html_in_what_people_typed_stays_text(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    vul_dossier(amina, begeleider)
    Werknemer.objects.update(familienaam="<b>Benali</b>")
    Stage.objects.update(evaluatie="<h1>Groot</h1>")
    alles = " ".join(tekst(haal(als(begeleider), adres(amina)).content))
    assert "Evaluatie van Amina <b>Benali</b>" in alles
    assert "<h1>Groot</h1>" in alles


def test_an_administrator_gets_none_and_elsewhere_it_does_not_exist(
    als: Als, amina: Werknemer, beheerder: Gebruiker, hr: Gebruiker, andere_organisatie: Organisatie
) -> None:
    elders = WerknemerFactory(organisatie=andere_organisatie)
    assert als(beheerder).post(adres(amina)).status_code == 403
    assert als(hr).post(adres(elders)).status_code == 404
