"""Period and premium steps while the form is being filled in."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import AdviesFactory, WerknemerFactory
from werknemers.models import Adviesperiode, Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def werknemer(organisatie: Organisatie) -> Werknemer:
    return WerknemerFactory(organisatie=organisatie)


def _vraag(client: Client, **velden: str) -> str:
    antwoord = client.get(reverse("werknemers:advies_berekening"), velden, **HTMX)
    assert antwoord.status_code == 200
    tekst: str = antwoord.content.decode()
    assert "<html" not in tekst
    return tekst


def test_kind_and_date_give_period_steps_source_and_contradiction(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    tekst = _vraag(
        als(hr),
        werknemer=str(werknemer.pk),
        soort="imw_5",
        besluitdatum="2026-10-14",
        start="regel",
    )
    for stuk in (
        "1 oktober 2026 t.e.m. 30 september 2031",
        "01/10/2026",
        "31/12/2027",
        "40 %",
        "30 %",
        "20 %",
        "Verso, Individueel maatwerk biedt kansen (zekerheid B)",
        "de hoofding bij Herwin zegt 5/4/11",
        "Met 5/4/11 wordt het 40 %",
    ):
        assert stuk in tekst
    assert not Adviesperiode.objects.exists()


@pytest.mark.parametrize(
    "velden", [{}, {"soort": "imw_5"}, {"besluitdatum": "2026-10-14"}, {"soort": "iets"}]
)
def test_as_long_as_something_is_missing_the_box_says_what(
    als: Als, hr: Gebruiker, werknemer: Werknemer, velden: dict[str, str]
) -> None:
    tekst = _vraag(als(hr), werknemer=str(werknemer.pk), **velden)
    assert "Kies een soort en een besluitdatum." in tekst


def test_an_extension_shows_the_new_end(als: Als, hr: Gebruiker, werknemer: Werknemer) -> None:
    AdviesFactory(werknemer=werknemer, besluitdatum=date(2023, 7, 3))
    velden = {"werknemer": str(werknemer.pk), "soort": "imw_5", "besluitdatum": "2026-11-20"}
    tekst = _vraag(als(hr), **velden, start="2028-07-01")
    assert "1 juli 2028 t.e.m. 30 juni 2033" in tekst
    assert "zonder onderbreking" in tekst
    tekst = _vraag(als(hr), **velden, start="regel")
    assert "Er loopt al een ander advies in die periode: IMW 5 jaar" in tekst


def test_when_changing_the_advice_itself_does_not_count_as_another(
    als: Als, hr: Gebruiker, werknemer: Werknemer
) -> None:
    advies = AdviesFactory(werknemer=werknemer, besluitdatum=date(2023, 7, 3))
    tekst = _vraag(
        als(hr), advies=str(advies.pk), soort="imw_2", besluitdatum="2023-07-03", start="regel"
    )
    assert "1 juli 2023 t.e.m. 30 juni 2025" in tekst
    assert "Er loopt al een ander advies" not in tekst


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"soort": "lde_overgang"}, "Vul in tot en met welke dag dit advies loopt."),
        ({"soort": "imw_5", "start": "zelf"}, "Vul in op welke dag dit advies begint."),
        (
            {"soort": "imw_5", "start": "zelf", "begin_op": "2026-10-02"},
            "Een IMW-advies begint op de eerste dag van een kwartaal, niet op 02/10/2026.",
        ),
    ],
)
def test_what_does_not_fit_is_said_by_the_box(
    als: Als, hr: Gebruiker, werknemer: Werknemer, velden: dict[str, str], zin: str
) -> None:
    vraag = {"werknemer": str(werknemer.pk), "besluitdatum": "2026-10-14", "start": "regel"}
    assert zin in _vraag(als(hr), **(vraag | velden))


def test_own_steps_appear_as_they_were_typed(als: Als, hr: Gebruiker, werknemer: Werknemer) -> None:
    velden = {
        "werknemer": str(werknemer.pk),
        "soort": "imw_na_evaluatie",
        "besluitdatum": "2026-10-14",
        "start": "regel",
        "laatste_dag": "2028-09-30",
        "schijf-TOTAL_FORMS": "2",
        "schijf-INITIAL_FORMS": "0",
        "schijf-0-van": "2026-10-01",
        "schijf-0-laatste_dag": "2027-12-31",
        "schijf-0-percentage": "65",
        "schijf-1-van": "2028",
    }
    tekst = _vraag(als(hr), **velden)
    assert "65 %" in tekst
    assert "De percentages zijn met de hand ingevuld na een evaluatie." in tekst


def test_without_htmx_it_is_an_ordinary_page(als: Als, hr: Gebruiker) -> None:
    antwoord = als(hr).get(
        reverse("werknemers:advies_berekening"), {"soort": "imw_2", "besluitdatum": "2026-10-14"}
    )
    pagina = antwoord.content.decode()
    assert "<html" in pagina
    assert "1 oktober 2026 t.e.m. 30 september 2028" in pagina


@pytest.mark.parametrize("naam", ["werknemer", "advies"])
@pytest.mark.parametrize("waarde", ["999999", "9" * 18])
def test_what_is_not_there_gives_404(als: Als, hr: Gebruiker, naam: str, waarde: str) -> None:
    adres = reverse("werknemers:advies_berekening")
    assert als(hr).get(adres, {naam: waarde}).status_code == 404


def test_of_another_organisation_you_know_nothing(als: Als, hr: Gebruiker) -> None:
    elders = AdviesFactory()
    adres = reverse("werknemers:advies_berekening")
    assert als(hr).get(adres, {"advies": elders.pk}).status_code == 404
    assert als(hr).get(adres, {"werknemer": elders.werknemer_id}).status_code == 404
    assert als(hr).get(adres, {"werknemer": "abc"}).status_code == 200


def test_a_counsellor_does_not_compute(als: Als, begeleider: Gebruiker) -> None:
    assert als(begeleider).get(reverse("werknemers:advies_berekening")).status_code == 403
