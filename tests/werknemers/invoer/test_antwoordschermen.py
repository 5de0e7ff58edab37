"""The rows of the preview as forms, what many rows have in common, and who is not in the file; the
same in what the command says."""

import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from doorstroom.celery import app
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.opdrachten import Geweigerd
from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, DienstFactory, GebruikerFactory, WerknemerFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from tests.werknemers.invoer.test_antwoorden import GOED, JAN
from werknemers.domein.invoer.nazicht import lees_nazicht
from werknemers.domein.invoer.opdracht import start_import
from werknemers.domein.invoer.uitvoering import kijk_na
from werknemers.models import Importopdracht, Werknemer

NUMMER = "85.07.30-033.28"
Als = Callable[[Gebruiker], Client]
Status = Importopdracht.Status


@pytest.fixture(autouse=True)
def amina(organisatie: Organisatie) -> Werknemer:
    lepel = DienstFactory(organisatie=organisatie, naam="De Lepel")
    amina = WerknemerFactory(
        organisatie=organisatie,
        personeelsnummer="W1",
        familienaam="Benali",
        voornaam="Amina",
        geboortedatum=date(1985, 7, 30),
    )
    ContractFactory(werknemer=amina, dienst=lepel, periode=Periode(date(2025, 1, 6)))
    return amina


@pytest.fixture
def _meteen() -> Iterator[None]:
    """Tasks run where they are rung."""
    app.conf.update(task_always_eager=True, task_eager_propagates=True)
    yield
    app.conf.update(task_always_eager=False, task_eager_propagates=False)


def kies(door: Gebruiker, *bladen: list[list[Any]]) -> Importopdracht:
    opdracht = start_import(bestandsnaam="foto.xlsx", inhoud=xlsx(*bladen), door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    return opdracht


def plat(antwoord: Any) -> str:
    return " ".join(antwoord.content.decode().split())


def adres(opdracht: Importopdracht) -> str:
    return f"/beheer/import/{opdracht.pk}/"


@pytest.mark.usefixtures("_meteen")
def test_a_page_of_rows_is_answered_at_once(
    als: Als, hr: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    opdracht = kies(hr, tabel(rij(**JAN), rij(**GOED, bruto_maandloon=-1)))
    client, waar = als(hr), f"{adres(opdracht)}?toon=aandacht"
    html = plat(client.get(waar))
    assert "Bij 1 rij is het niet zeker over wie ze gaat." in html
    for tekst in (
        "Dit is dezelfde persoon: neem over",
        "Laat deze rij weg",
        'name="Bruto maandloon:3:"',
        "Bewaar deze antwoorden",
    ):
        assert tekst in html
    assert "Ik heb dit nagekeken" not in html
    assert "Breng 1 rij in" not in html
    velden = {
        "gezien": opdracht.vingerafdruk,
        "antwoord:2:": "weg",
        "Bruto maandloon:3:": "2000",
    }
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = client.post(waar, velden)
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"{waar}#rijen")
    html = plat(client.get(waar))
    assert "2 rijen: 1 nieuw, 1 weggelaten." in html
    assert "Breng 1 rij in" in html
    beantwoord = plat(client.get(f"{adres(opdracht)}?toon=beantwoord"))
    assert 'name="Bruto maandloon:3:" value="2000"' in beantwoord
    assert "Neem deze rij toch mee" in plat(client.get(f"{adres(opdracht)}?toon=weggelaten"))


def test_who_comes_second_keeps_what_was_typed(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(rij(**JAN), rij(**GOED, bruto_maandloon=-1)))
    velden = {"gezien": "anders", "antwoord:2:": "ja", "Bruto maandloon:3:": "19<50"}
    antwoord = als(hr).post(adres(opdracht), velden)
    assert antwoord.status_code == 422
    html = plat(antwoord)
    assert "Wat jij invulde, staat er nog." in html
    assert 'value="19&lt;50"' in html
    assert 'value="ja" id="antwoord-1-1" checked' in html
    assert f'name="gezien" value="{opdracht.vingerafdruk}"' in html


def test_an_import_that_is_in_takes_no_answers(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(rij(**JAN)))
    Importopdracht.objects.update(status=Status.KLAAR)
    antwoord = als(hr).post(adres(opdracht), {"antwoord:2:": "ja"}, follow=True)
    assert "Deze import wacht niet meer op antwoorden." in antwoord.content.decode()
    assert "Laat deze rij weg" not in antwoord.content.decode()


def test_progress_after_answers_comes_back_to_the_same_rows(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(rij(**JAN)))
    client, waar = als(hr), f"{adres(opdracht)}?toon=wie"
    client.post(waar, {"gezien": opdracht.vingerafdruk, "antwoord:2:": "weg"})
    assert f'hx-get="{waar}"' in plat(client.get(waar))
    kijk_na(opdracht.pk)
    assert client.get(waar, headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_equal_faults_stand_together(als: Als, hr: Gebruiker) -> None:
    rijen = [
        rij(**{**GOED, "personeelsnummer": f"W{n}", "voornaam": f"Mo{n}"}, tewerkstellingsbreuk=80)
        for n in range(10, 45)
    ]
    opdracht = kies(hr, tabel(*rijen, rij(**GOED, bruto_maandloon=-1)))
    client = als(hr)
    html = plat(client.get(adres(opdracht)))
    assert "35 × Tewerkstellingsbreuk" in html
    assert "En nog 10 rijen." in html
    assert html.count('data-label="Rij"') == 1
    sleutel = "breuk_te_groot%3ATewerkstellingsbreuk"
    assert f"?toon=aandacht&amp;fout={sleutel}#rijen" in html
    html = plat(client.get(f"{adres(opdracht)}?toon=aandacht&fout={sleutel}"))
    assert html.count('data-label="Rij"') == 25
    assert "Bewaar deze antwoorden" in html


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("toon=ooit", "“ooit” kun je hier niet kiezen. Je ziet wat aandacht vraagt."),
        ("fout=weg:Gsm", "Geen enkele rij heeft deze fout nog. Je ziet weer alle rijen"),
    ],
)
def test_a_page_that_shows_something_else_says_so(
    als: Als, hr: Gebruiker, vraag: str, zin: str
) -> None:
    opdracht = kies(hr, tabel(rij(**GOED, bruto_maandloon=-1)))
    html = plat(als(hr).get(f"{adres(opdracht)}?{vraag}"))
    assert zin in html
    assert html.count('data-label="Rij"') == 1
    assert "Je ziet" not in plat(als(hr).get(f"{adres(opdracht)}?toon=geweigerd"))


def test_who_is_in_service_and_not_in_the_file_is_listed(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    weg = WerknemerFactory(organisatie=hr.organisatie, personeelsnummer="W5")
    ContractFactory(
        werknemer=weg,
        dienst=amina.contracten.get().dienst,
        periode=Periode(date(2024, 1, 1), date(2025, 1, 1)),
    )
    elders = WerknemerFactory(organisatie=hr.organisatie, personeelsnummer="W6")
    ContractFactory(werknemer=elders, periode=Periode(date(2024, 1, 1)))
    opdracht = kies(hr, tabel(rij(**GOED)))
    assert lees_nazicht(opdracht).ontbreekt == [amina.pk]
    html = plat(als(hr).get(adres(opdracht)))
    assert "1 werknemer in dienst staat niet in dit bestand." in html
    assert "Amina Benali</a>" in html
    assert "vertrokken?" in html
    amina.refresh_from_db()
    assert amina.contracten.get().periode.laatste_dag is None


@pytest.mark.parametrize(
    "anders",
    [
        {},
        {"bruto_maandloon": -1},
        {"personeelsnummer": "W2", "insz": ""},
        {"personeelsnummer": "w1", "insz": ""},
    ],
)
def test_a_row_that_speaks_of_somebody_says_that_they_are_there(
    hr: Gebruiker, anders: dict[str, Any]
) -> None:
    assert lees_nazicht(kies(hr, tabel(rij(**GOED), rij(**anders)))).ontbreekt == []


def test_a_sheet_of_wages_says_nothing_of_who_left(hr: Gebruiker) -> None:
    opdracht = kies(hr, [["Personeelsnummer", "Kwartaal", "Referteloon"], ["W9", "2026-K3", 7200]])
    assert lees_nazicht(opdracht).ontbreekt == []


def test_refused_rows_show_a_reader_no_national_number(als: Als, hr: Gebruiker) -> None:
    """Who chose the file has the numbers already."""
    coordinator = GebruikerFactory(organisatie=hr.organisatie, rol=Rol.COORDINATOR)
    opdracht = kies(coordinator, tabel(rij(bruto_maandloon=-1)))
    ander = GebruikerFactory(organisatie=hr.organisatie, rol=Rol.COORDINATOR)

    def insz(lezer: Gebruiker) -> object:
        inhoud = als(lezer).get(f"{adres(opdracht)}geweigerd.xlsx").content
        werkmap = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        kop, eerste = werkmap.get_sheet_by_index(0).to_python()
        assert eerste[kop.index("Familienaam")] == "Benali"
        return eerste[kop.index("INSZ")]

    assert [insz(wie) for wie in (ander, coordinator, hr)] == ["", NUMMER, NUMMER]


def test_a_mended_national_number_is_shown_to_who_may_see_it(als: Als, hr: Gebruiker) -> None:
    opdracht = kies(hr, tabel(rij(**{**GOED, "insz": "85.07.30-033.29"})))
    velden = {"gezien": opdracht.vingerafdruk, "INSZ:2:": "90.01.02-001.00"}
    als(hr).post(adres(opdracht), velden)
    kijk_na(opdracht.pk)
    coordinator = GebruikerFactory(organisatie=hr.organisatie, rol=Rol.COORDINATOR)
    assert "90.01.02" in plat(als(hr).get(adres(opdracht)))
    html = plat(als(coordinator).get(adres(opdracht)))
    assert "INSZ: verbeterd" in html
    assert "90.01.02" not in html


# --- the command -----------------------------------------------------------------------------


def importeer(pad: Path, *opties: str) -> str:
    uit = io.StringIO()
    call_command("importeer", str(pad), "--organisatie", "de-lepel", *opties, stdout=uit)
    return " ".join(uit.getvalue().split())


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "foto.xlsx"
    pad.write_bytes(xlsx(tabel(rij(**JAN), rij(**GOED))))
    return pad


def test_the_command_refuses_what_is_not_certain_with_the_reason(
    bestand: Path, amina: Werknemer
) -> None:
    uit = importeer(bestand, "--nagekeken")
    assert "2 rijen: 1 nieuw, 1 geweigerd." in uit
    assert (
        "1 rij is geweigerd omdat niet zeker is over wie ze gaat. Lees wat er bij de rij staat. "
        "Geef dan --aanvaard 2 mee om op te nemen, of --laat-weg 2."
    ) in uit
    amina.refresh_from_db()
    assert amina.naam == "Amina Benali"


def test_the_command_takes_a_row_or_leaves_it_out(bestand: Path, amina: Werknemer) -> None:
    assert "2 rijen: 1 nieuw, 1 weggelaten." in importeer(bestand, "--laat-weg", "2")
    assert "2 rijen: 1 gewijzigd, 1 ongewijzigd." in importeer(bestand, "--aanvaard", "2")
    amina.refresh_from_db()
    assert amina.naam == "Jan Peeters"


def test_a_row_of_several_sheets_is_named_with_its_sheet(tmp_path: Path) -> None:
    pad = tmp_path / "foto.xlsx"
    pad.write_bytes(xlsx(tabel(rij(**JAN)), tabel(rij(**GOED))))
    with pytest.raises(Geweigerd, match="Welke rij 2: “Sheet1:2” of “Sheet2:2”"):
        importeer(pad, "--alle-bladen", "--laat-weg", "2")
    uit = importeer(pad, "--alle-bladen", "--proef")
    assert "Geef dan --aanvaard Sheet1:2 mee om op te nemen, of --laat-weg Sheet1:2." in uit
    uit = importeer(pad, "--alle-bladen", "--laat-weg", "Sheet1:2")
    assert "2 rijen: 1 nieuw, 1 weggelaten." in uit
    uit = importeer(pad, "--blad", "Sheet1", "--laat-weg", "Sheet1:2")
    assert "1 rij: 1 weggelaten." in uit


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (("--laat-weg", "99"), "Rij 99 staat niet in wat we lezen"),
        (("--aanvaard", "Elders:2"), "Rij Elders:2 staat niet in wat we lezen"),
        (("--aanvaard", "2", "--laat-weg", "2"), "Rij 2 kun je niet opnemen én weglaten"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused(
    bestand: Path, opties: tuple[str, ...], zin: str
) -> None:
    with pytest.raises(Geweigerd, match=zin):
        importeer(bestand, *opties)
    assert Werknemer.objects.count() == 1


def test_the_command_counts_who_is_not_in_the_file(bestand: Path, tmp_path: Path) -> None:
    pad = tmp_path / "ander.xlsx"
    pad.write_bytes(xlsx(tabel(rij(**GOED))))
    assert "1 werknemer in dienst staat niet in dit bestand." in importeer(pad, "--proef")
    assert "staat niet in dit bestand" not in importeer(bestand, "--proef")
    uit, fout = io.StringIO(), io.StringIO()
    call_command(
        "importeer", str(pad), "--organisatie", "de-lepel", "--json", stdout=uit, stderr=fout
    )
    assert json.loads(uit.getvalue())["samenvatting"]["nieuw"] == 1
    assert "1 werknemer in dienst staat niet in dit bestand." in fout.getvalue()
