"""Cells that can hold one of a few words are chosen; what many rows have in common is answered
once; a refused row can be left out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import DienstFactory
from tests.werknemers.invoer.bladen import rij, tabel
from tests.werknemers.invoer.test_antwoorden import GOED, acties, breng, geef, kies, lees
from tests.werknemers.invoer.test_antwoordschermen import adres, plat
from werknemers.domein.invoer.beantwoorden import beantwoord
from werknemers.domein.invoer.celveld import gelijksleutel
from werknemers.models import Arbeidsovereenkomst, Importopdracht, Werknemer

Als = Callable[[Gebruiker], Client]


@pytest.fixture(autouse=True)
def _dienst(organisatie: Organisatie) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")


def mensen(aantal: int, vanaf: int = 10, **anders: Any) -> list[dict[str, Any]]:
    """Rows of people who differ in number and name, and are alike in `anders`."""
    return [
        rij(**{**GOED, "personeelsnummer": f"W{n}", "voornaam": f"Mo{n}", **anders})
        for n in range(vanaf, vanaf + aantal)
    ]


def stuur(opdracht: Importopdracht, door: Gebruiker, getypt: dict[str, str]) -> None:
    beantwoord(opdracht, gezien=opdracht.vingerafdruk, getypt=getypt, door=door)
    lees(opdracht)


def gelijk(opdracht: Importopdracht, rijnummer: int) -> str:
    """The name of the field that answers the first fault of a row for all rows that have it."""
    (bewaard,) = [r for r in opdracht.uitkomst["rijen"] if r["rijnummer"] == rijnummer]
    return f"gelijk:{gelijksleutel(bewaard['meldingen'][0])}"


def soorten() -> dict[str, str]:
    contracten = Arbeidsovereenkomst.objects.order_by("pk").select_related("werknemer")
    return {c.werknemer.personeelsnummer: c.soort for c in contracten}


# --- a choice ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kolom", "cel", "keuzes"),
    [
        (
            "Soort contract",
            {"soort_contract": "onbep. duur"},
            [
                "onbepaalde duur",
                "bepaalde duur",
                "vervangingscontract",
                "duidelijk omschreven werk",
            ],
        ),
        ("Begeleidingsniveau", {"begeleidingsniveau": "zwaar"}, ["geen", "laag", "midden", "hoog"]),
        ("Soort advies", {"soort_advies": "IMW"}, ["IMW 2 jaar", "IMW 5 jaar"]),
    ],
)
def test_what_can_be_one_of_a_few_words_is_chosen(
    als: Als, hr: Gebruiker, kolom: str, cel: dict[str, str], keuzes: list[str]
) -> None:
    opdracht = kies(hr, tabel(*mensen(1, **cel)))
    html = plat(als(hr).get(adres(opdracht)))
    assert f'<select class="form-select" name="{kolom}:2:"' in html
    for keuze in keuzes:
        assert f'<option value="{keuze}">{keuze}</option>' in html
    stuur(opdracht, hr, {f"{kolom}:2:": keuzes[0]})
    assert acties(opdracht) == ["nieuw"]
    html = plat(als(hr).get(f"{adres(opdracht)}?toon=beantwoord"))
    assert f'<option value="{keuzes[0]}" selected>' in html


def test_a_choice_counts_for_equal_cells_and_no_others(hr: Gebruiker) -> None:
    rijen = [*mensen(3, soort_contract="onb"), *mensen(1, 20, soort_contract="andere")]
    opdracht = geef(kies(hr, tabel(*rijen)), hr, Soort_contract_3="onbepaalde duur")
    assert acties(opdracht) == ["nieuw", "nieuw", "nieuw", "geweigerd"]
    breng(opdracht, hr)
    assert soorten() == dict.fromkeys(("W10", "W11", "W12"), "onbepaald")


def test_who_chooses_otherwise_for_a_row_is_heard(hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*mensen(3, soort_contract="onb")))
    geef(
        opdracht,
        hr,
        Soort_contract_2="bepaalde duur",
        Soort_contract_3="",
        Soort_contract_4="vervangingscontract",
    )
    breng(opdracht, hr)
    assert soorten() == {"W10": "bepaald", "W11": "bepaald", "W12": "vervanging"}


def test_a_kind_that_is_missing_is_chosen_for_its_own_row_only(hr: Gebruiker) -> None:
    """Empty cells are not equal: of each somebody has to know what it should hold."""
    opdracht = kies(hr, tabel(*mensen(2, soort_advies="")))
    geef(opdracht, hr, Soort_advies_2="IMW 2 jaar")
    assert acties(opdracht) == ["nieuw", "geweigerd"]


def test_a_choice_that_was_typed_before_stays_there_to_see(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*mensen(1, soort_contract="onb")))
    geef(opdracht, hr, Soort_contract_2="cod")
    html = plat(als(hr).get(f"{adres(opdracht)}?toon=beantwoord"))
    assert '<option value="cod" selected>cod</option>' in html


# --- all at once ---------------------------------------------------------------------------------


def test_equal_faults_are_mended_with_one_answer(als: Als, hr: Gebruiker) -> None:
    rijen = [*mensen(43, soort_contract="onbep. duur"), *mensen(4, 60, soort_contract="tijd.")]
    opdracht = kies(hr, tabel(*rijen))
    html = plat(als(hr).get(adres(opdracht)))
    assert "47 × Soort contract" in html
    assert "In 43 rijen: “onbep. duur” kennen we niet als soort contract." in html
    assert "In 4 rijen: “tijd.” kennen we niet als soort contract." in html
    assert html.count('<select class="form-select" name="gelijk:') == 2
    stuur(opdracht, hr, {gelijk(opdracht, 2): "onbepaalde duur"})
    assert acties(opdracht) == ["nieuw"] * 43 + ["geweigerd"] * 4
    breng(opdracht, hr)
    assert set(soorten().values()) == {"onbepaald"}
    assert Werknemer.objects.count() == 43


def test_a_text_that_is_no_choice_is_typed_once(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*mensen(3, tewerkstellingsbreuk=80), *mensen(3, 20)))
    html = plat(als(hr).get(adres(opdracht)))
    assert f'<input class="form-control" type="text" name="{gelijk(opdracht, 2)}"' in html
    stuur(opdracht, hr, {gelijk(opdracht, 2): "80%"})
    assert acties(opdracht) == ["nieuw"] * 6


def test_what_was_typed_for_a_row_goes_before_the_group(hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*mensen(3, tewerkstellingsbreuk=80), *mensen(1, 20)))
    stuur(opdracht, hr, {gelijk(opdracht, 2): "80%", "Tewerkstellingsbreuk:3:": "0,5"})
    breng(opdracht, hr)
    breuken = Arbeidsovereenkomst.objects.order_by("pk")
    assert [str(c.tewerkstellingsbreuk) for c in breuken] == [
        "0.800000",
        "0.500000",
        "0.800000",
        "0.800000",
    ]


def test_nobody_gets_the_name_or_the_number_of_a_group(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*mensen(3, familienaam="")))
    assert 'name="gelijk:' not in plat(als(hr).get(adres(opdracht)))
    with pytest.raises(Exception, match="Kies eerst een antwoord"):
        stuur(opdracht, hr, {gelijk(opdracht, 2): "Peeters"})


# --- leaving out ---------------------------------------------------------------------------------


def test_a_refused_row_is_left_out(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*mensen(1, bruto_maandloon=-1), *mensen(1, 20)))
    html = plat(als(hr).get(adres(opdracht)))
    assert 'type="checkbox" name="antwoord:2:" value="weg"' in html
    geef(opdracht, hr, rij2="weg")
    assert acties(opdracht) == ["weggelaten", "nieuw"]


def test_a_group_of_refused_rows_is_left_out(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*mensen(4, familienaam=""), *mensen(1, 20)))
    html = plat(als(hr).get(adres(opdracht)))
    assert 'name="gelijkweg:verplicht_leeg:Familienaam"' in html
    assert "Laat deze 4 rijen weg" in html
    stuur(opdracht, hr, {"gelijkweg:verplicht_leeg:Familienaam": "weg"})
    assert acties(opdracht) == ["weggelaten"] * 4 + ["nieuw"]


def test_what_came_in_is_not_asked_any_more(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*mensen(3, soort_contract="onb"), *mensen(1, 20)))
    breng(opdracht, hr)
    html = plat(als(hr).get(adres(opdracht)))
    assert "3 × Soort contract" in html
    assert "<select" not in html
    assert "gelijkweg" not in html


def test_what_was_chosen_for_a_group_stays_when_it_is_refused(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*mensen(3, soort_contract="onb")))
    velden = {"gezien": "anders", gelijk(opdracht, 2): "bepaalde duur"}
    antwoord = als(hr).post(adres(opdracht), velden)
    assert antwoord.status_code == 422
    assert '<option value="bepaalde duur" selected>' in plat(antwoord)
