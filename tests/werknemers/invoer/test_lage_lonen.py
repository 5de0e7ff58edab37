"""Wages under the minimum for their fraction come in as good rows, after one tick for all."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import DienstFactory
from tests.werknemers.invoer.bladen import VOORBEELDEN, rij, tabel, xlsx
from tests.werknemers.invoer.test_antwoorden import GOED, acties, kies
from tests.werknemers.invoer.test_antwoordschermen import adres, plat
from werknemers.domein.invoer.nazicht import lees_nazicht
from werknemers.domein.invoer.opdracht import bevestig
from werknemers.domein.invoer.uitvoering import breng_in
from werknemers.models import Arbeidsovereenkomst, Importopdracht

Als = Callable[[Gebruiker], Client]
ZIN = "2 lonen liggen onder het minimum voor hun breuk."


@pytest.fixture(autouse=True)
def _dienst(organisatie: Organisatie) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")


def iemand(nummer: int, **anders: Any) -> dict[str, Any]:
    return rij(**{**GOED, "personeelsnummer": f"W{nummer}", "voornaam": f"Mo{nummer}", **anders})


def laag(*nummers: int) -> list[dict[str, Any]]:
    return [iemand(nummer, bruto_maandloon=1700) for nummer in nummers]


def breng(opdracht: Importopdracht, door: Gebruiker) -> None:
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, lonen=True, door=door)
    breng_in(opdracht.pk)


def test_low_wages_wait_for_one_tick(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*laag(10, 11), iemand(12)))
    assert [r["oordeel"] for r in opdracht.uitkomst["rijen"]] == ["goed"] * 3
    client = als(hr)
    html = plat(client.get(adres(opdracht)))
    assert f'id="lonen" required> <label class="form-check-label" for="lonen">{ZIN}' in html
    client.post(f"{adres(opdracht)}bevestig/", {"gezien": opdracht.vingerafdruk})
    opdracht.refresh_from_db()
    assert opdracht.status == "nakijken"
    velden = {"gezien": opdracht.vingerafdruk, "lonen": "ja"}
    client.post(f"{adres(opdracht)}bevestig/", velden)
    opdracht.refresh_from_db()
    assert opdracht.status == "bevestigd"


def test_the_page_lists_the_low_wages(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*laag(10, 11), iemand(12)))
    html = plat(als(hr).get(f"{adres(opdracht)}?toon=lonen"))
    assert html.count('data-label="Rij"') == 2
    assert "Mo10 Peeters" in html
    assert "Mo12 Peeters" not in html


def test_without_the_tick_nothing_is_confirmed(hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(*laag(10)))
    with pytest.raises(ValidationError, match="Kijk eerst de lage lonen na"):
        bevestig(opdracht, gezien=opdracht.vingerafdruk, nagekeken=True, door=hr)
    assert lees_nazicht(opdracht).loonbevestiging == (
        "1 loon ligt onder het minimum voor zijn breuk. Ik keek het na."
    )


def test_without_a_low_wage_nothing_is_asked(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(iemand(10)))
    html = plat(als(hr).get(adres(opdracht)))
    assert 'name="lonen"' not in html
    assert "?toon=lonen" not in html
    assert bevestig(opdracht, gezien=opdracht.vingerafdruk, door=hr)


def test_a_low_wage_that_is_there_is_not_asked_about_again(hr: Gebruiker) -> None:
    breng(kies(hr, tabel(*laag(10, 11))), hr)
    weer = kies(hr, tabel(iemand(10, bruto_maandloon=1700, gsm="0470123456"), *laag(11)))
    assert acties(weer) == ["gewijzigd", "ongewijzigd"]
    assert lees_nazicht(weer).loonbevestiging == ""
    lager = kies(hr, tabel(iemand(10, bruto_maandloon=1699)))
    assert lees_nazicht(lager).loonbevestiging.startswith("1 loon ligt onder het minimum")


def test_a_refused_row_asks_nothing_about_its_wage(hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(iemand(10, bruto_maandloon=1700, familienaam=""), iemand(11)))
    assert lees_nazicht(opdracht).loonbevestiging == ""


# --- the command -----------------------------------------------------------------------------


def importeer(pad: Path, *opties: str) -> str:
    uit = io.StringIO()
    call_command("importeer", str(pad), "--organisatie", "de-lepel", *opties, stdout=uit)
    return plat_tekst(uit.getvalue())


def plat_tekst(tekst: str) -> str:
    return " ".join(tekst.split())


def test_the_command_names_the_low_wages_until_somebody_looked(tmp_path: Path) -> None:
    pad = tmp_path / "blad.xlsx"
    pad.write_bytes(xlsx(tabel(*laag(10, 11), iemand(12))))
    zin = f"{ZIN} Kijk na: rij 2, rij 3. Geef --aanvaard lonen mee als ze kloppen."
    uit = importeer(pad, "--proef")
    assert "3 rijen: 3 nieuw." in uit
    assert zin in uit
    assert ZIN not in importeer(pad, "--proef", "--aanvaard", "lonen")
    assert zin in importeer(pad)
    assert Arbeidsovereenkomst.objects.count() == 3
    assert ZIN not in importeer(pad)


@pytest.mark.usefixtures("diensten", "begeleiders")
def test_the_messy_sheet_keeps_its_outcome(organisatie: Organisatie) -> None:
    uit = importeer(VOORBEELDEN / "foto-rommelig.xlsx", "--proef")
    assert "40 rijen: 31 nieuw, 9 geweigerd, 1 leeg." in uit
    assert "6 lonen liggen onder het minimum voor hun breuk. Kijk na: rij 6," in uit
