"""Small sheets as they come out of practice, each with one habit or one fault: what the preview
shows and what the command writes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import DienstFactory
from tests.werknemers.invoer.bladen import PRAKTIJK
from tests.werknemers.invoer.praktijk import importeer, kies, nazicht, nummers, zinnen
from werknemers.domein.invoer.nazicht import VRAAG
from werknemers.domein.invoer.opdracht import bevestig
from werknemers.domein.invoer.uitvoering import breng_in, kijk_na
from werknemers.models import Arbeidsovereenkomst, Importopdracht, Werknemer

Als = Callable[[Gebruiker], Client]
Status = Importopdracht.Status


@pytest.fixture(autouse=True)
def _diensten(organisatie: Organisatie) -> None:
    for naam in ("Klusdienst Noord", "Strijkatelier"):
        DienstFactory(organisatie=organisatie, naam=naam)


# --- numbers that only look like numbers -----------------------------------------------------


def test_a_number_is_as_its_cell_shows_it(hr: Gebruiker) -> None:
    beeld = nazicht("01-voorloopnullen-opmaak.xlsx", hr)
    assert [r.personeelsnummer for r in beeld.rijen("nieuw")] == ["00123", "00124"]
    importeer("01-voorloopnullen-opmaak.xlsx")
    assert nummers() == ["00123", "00124"]


# --- formulas without a saved result ---------------------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "kolom"),
    [
        ("02-formule-zonder-waarde-einde.xlsx", "Einde contract"),
        ("02b-formule-zonder-waarde-loon.xlsx", "Bruto maandloon"),
        ("02c-formule-zonder-waarde-insz.xlsx", "INSZ"),
    ],
)
def test_a_formula_without_a_result_is_not_an_empty_cell(
    hr: Gebruiker, bestand: str, kolom: str
) -> None:
    beeld = nazicht(bestand, hr)
    assert beeld.zin == "1 rij: 1 geweigerd."
    ((bij, zin),) = zinnen(beeld)
    assert bij == kolom
    assert "formule zonder bewaarde uitkomst" in zin
    assert "Open het blad in Excel, bewaar het en kies het opnieuw." in zin
    assert f"{kolom} (fout): Hier staat een formule" in importeer(bestand)
    assert not Werknemer.objects.exists()


def test_a_formula_without_a_result_erases_no_end(hr: Gebruiker) -> None:
    assert "2 rijen: 2 nieuw." in importeer("40-basis.xlsx")
    beeld = nazicht("40a-formule-wist-einde.xlsx", hr)
    ((kolom, zin),) = zinnen(beeld)
    assert kolom == "Einde contract"
    assert "formule zonder bewaarde uitkomst" in zin
    importeer("40a-formule-wist-einde.xlsx")
    contract = Arbeidsovereenkomst.objects.get(werknemer__personeelsnummer="00123")
    assert contract.periode.laatste_dag == date(2026, 12, 31)


# --- who is it -------------------------------------------------------------------------------


def test_a_number_that_is_used_again_asks(hr: Gebruiker) -> None:
    importeer("40-basis.xlsx")
    voor = list(Werknemer.objects.order_by("pk").values_list("voornaam", "familienaam"))
    beeld = nazicht("40d-nummer-hergebruikt.xlsx", hr)
    (rij,) = beeld.rijen("nakijken")
    ((kolom, zin),) = rij.meldingen
    assert (kolom, rij.actie) == ("Personeelsnummer", "gewijzigd")
    assert "Is dat iemand anders, geef die dan een eigen nummer" in zin
    assert beeld.wievraag == "Bij 1 rij is het niet zeker over wie ze gaat."
    assert "1 geweigerd" in importeer("40d-nummer-hergebruikt.xlsx", "--nagekeken")
    assert "1 weggelaten" in importeer("40d-nummer-hergebruikt.xlsx", "--laat-weg", "2")
    assert list(Werknemer.objects.order_by("pk").values_list("voornaam", "familienaam")) == voor
    assert "1 gewijzigd" in importeer("40d-nummer-hergebruikt.xlsx", "--aanvaard", "2")


# --- dates -----------------------------------------------------------------------------------


def test_a_year_is_no_date_of_birth(hr: Gebruiker) -> None:
    beeld = nazicht("04-jaartal-als-getal-geboorte.xlsx", hr)
    assert zinnen(beeld) == [
        (
            "Geboortedatum",
            "“1985” is een jaartal, geen datum. Vul ook de dag en de maand in: 31/12/1985.",
        )
    ]
    importeer("04-jaartal-als-getal-geboorte.xlsx")
    assert not Werknemer.objects.exists()


@pytest.mark.parametrize(
    ("bestand", "zin"),
    [
        ("05c-besluit-2012-imw.xlsx", "Individueel maatwerk bestaat sinds 1 juli 2023."),
        ("05e-geboorte-2019.xlsx", "Wie op 24/03/2019 geboren is, is nu 7 jaar."),
    ],
)
def test_what_hardly_can_be_is_asked(hr: Gebruiker, bestand: str, zin: str) -> None:
    beeld = nazicht(bestand, hr)
    assert (beeld.in_te_brengen, beeld.bevestiging) == (1, "Ik heb dit nagekeken (1 rij).")
    ((_, gevonden),) = zinnen(beeld, VRAAG)
    assert gevonden.startswith(zin)
    uit = importeer(bestand)
    assert "1 rij: 1 geweigerd." in uit
    assert zin in uit
    assert "Klopt het toch? Geef --aanvaard 2 mee" in uit
    assert not Werknemer.objects.exists()
    assert "1 rij: 1 nieuw." in importeer(bestand, "--aanvaard", "2")
    assert nummers() == ["P001"]


def test_a_birth_in_the_future_is_refused_as_the_form_does(hr: Gebruiker) -> None:
    beeld = nazicht("05g-geboorte-toekomst.xlsx", hr)
    assert beeld.zin == "1 rij: 1 geweigerd."
    assert (
        "Geboortedatum",
        "De geboortedatum (24/03/2030) ligt in de toekomst. Kijk ze na.",
    ) in zinnen(beeld)
    importeer("05g-geboorte-toekomst.xlsx", "--nagekeken")
    assert not Werknemer.objects.exists()


# --- in the browser --------------------------------------------------------------------------


def test_the_page_offers_the_tabs_and_the_question(
    als: Als, hr: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    opdracht = kies("06-twee-bladen.xlsx", hr)
    adres, client = f"/beheer/import/{opdracht.pk}/", als(hr)
    html = client.get(adres).content.decode()
    assert "Welke bladen lezen we?" in html
    assert 'value="De Lepel"' in html
    assert 'value="Klusdienst"' in html
    antwoord = client.post(f"{adres}bladen/", follow=True)
    assert "Vink eerst aan welk blad we lezen." in antwoord.content.decode()
    antwoord = client.post(f"{adres}bladen/", {"blad": "Elders"}, follow=True)
    assert "Dat blad staat niet in dit bestand." in antwoord.content.decode()
    client.post(f"{adres}bladen/", {"blad": ["De Lepel", "Klusdienst"]})
    kijk_na(opdracht.pk)
    html = " ".join(client.get(f"{adres}?toon=nieuw").content.decode().split())
    assert "2 rijen: 2 nieuw." in html
    assert "Klusdienst 2" in html
    assert "We lazen de bladen “De Lepel” en “Klusdienst”." in html


def test_what_was_asked_comes_in_after_a_tick(als: Als, hr: Gebruiker) -> None:
    opdracht = kies("05e-geboorte-2019.xlsx", hr)
    adres, client = f"/beheer/import/{opdracht.pk}/", als(hr)
    html = client.get(adres).content.decode()
    assert "Ik heb dit nagekeken (1 rij)." in html
    assert "is nu 7 jaar" in html
    gezien = {"gezien": opdracht.vingerafdruk}
    antwoord = client.post(f"{adres}bevestig/", gezien, follow=True)
    assert "vink aan dat je het nagekeken hebt" in antwoord.content.decode()
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, nagekeken=True, door=hr)
    breng_in(opdracht.pk)
    assert nummers() == ["P001"]
    assert nazicht("05e-geboorte-2019.xlsx", hr).bevestiging == ""


def test_every_file_of_this_folder_is_read_or_refused_with_a_sentence(hr: Gebruiker) -> None:
    for pad in sorted(Path(PRAKTIJK).iterdir()):
        opdracht = kies(pad.name, hr)
        assert opdracht.status not in Importopdracht.BEZIG, pad.name
        assert (opdracht.status == Status.GEWEIGERD) == bool(opdracht.weigering), pad.name
