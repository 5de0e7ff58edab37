"""Everybody in the form of the import: what is taken along changes nothing when it comes back."""

import io
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from openpyxl import load_workbook

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    LoonopgaveFactory,
    OrganisatieFactory,
    WerknemerFactory,
)
from tests.uitvoer import bestel, haal, inhoud, maak_alles
from werknemers.domein import importblad
from werknemers.domein.insz import zoek_insz
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.lezen import lees_bladen
from werknemers.domein.invoer.meldingen import BestandGeweigerd, Meldingsernst
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitkomst import Vergelijking
from werknemers.domein.invoer.vergelijken import dienstsleutels, vergelijk
from werknemers.keuzes import Begeleidingsniveau, SoortContract, Voertaal
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Loonopgave, Premieschijf

Als = Callable[[Gebruiker], Client]
ADRES = "/werknemers/importblad/"
INSZ = "85073003328"


@pytest.fixture
def gevuld(organisatie: Organisatie) -> Organisatie:
    """People as an organisation has them after some years."""
    an = GebruikerFactory(organisatie=organisatie, email="an@voorbeeld.be")
    weg = GebruikerFactory(organisatie=organisatie, email="weg@voorbeeld.be", is_active=False)
    lepel, nest = (DienstFactory(organisatie=organisatie, naam=n) for n in ("De Lepel", "Het Nest"))
    amina = WerknemerFactory(
        organisatie=organisatie,
        personeelsnummer="0012",
        familienaam="Benali",
        insz=INSZ,
        insz_hash=zoek_insz(INSZ),
        geboortedatum=date(1985, 7, 30),
        begeleider=an,
        email="amina@voorbeeld.be",
        gsm="+32470123456",
        voertaal=Voertaal.AR,
    )
    ContractFactory(
        werknemer=amina,
        dienst=lepel,
        periode=Periode.tem(date(2024, 1, 1), date(2025, 6, 30)),
        soort=SoortContract.BEPAALD,
        tewerkstellingsbreuk=Decimal("0.657895"),
    )
    ContractFactory(werknemer=amina, dienst=nest, periode=Periode(date(2025, 7, 1)), functie="")
    _adviezen(amina)
    for kwartaal in (date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)):
        LoonopgaveFactory(werknemer=amina, kwartaal=kwartaal, betaalde_uren=Decimal("380.50"))
    een = WerknemerFactory(
        organisatie=organisatie, familienaam="", voornaam="Sukarno", begeleider=weg, gsm="aan zus"
    )
    ContractFactory(werknemer=een, dienst=lepel, bruto_maandloon=None)
    # An end that lies in the past, and a birth date that the form would ask about.
    vertrokken = WerknemerFactory(
        organisatie=organisatie, email="Tom@Voorbeeld.be", geboortedatum=date(2015, 1, 1)
    )
    ContractFactory(
        werknemer=vertrokken,
        dienst=lepel,
        periode=Periode.tem(date(2024, 1, 1), date(2024, 3, 31)),
        bruto_maandloon=Decimal(0),
    )
    LoonopgaveFactory(werknemer=vertrokken, kwartaal=date(2026, 1, 1))
    # From one day on in two services.
    half = WerknemerFactory(organisatie=organisatie, familienaam="Zaman")
    for dienst in (lepel, nest):
        ContractFactory(werknemer=half, dienst=dienst, tewerkstellingsbreuk=Decimal("0.4"))
    for kwartaal in (date(2026, 4, 1), date(2026, 7, 1)):
        LoonopgaveFactory(werknemer=half, kwartaal=kwartaal, referteloon=Decimal(14_000))
    WerknemerFactory(organisatie=organisatie, voornaam="Nog", familienaam="Zonder Contract")
    WerknemerFactory(organisatie=OrganisatieFactory(), in_dienst=True, familienaam="Elders")
    return organisatie


def _adviezen(amina: Any) -> None:
    """Three, and only two contracts; one was extended, one was evaluated."""
    AdviesFactory(
        werknemer=amina,
        soort=SoortAdvies.IMW_2,
        besluitdatum=date(2023, 8, 14),
        begeleidingsniveau=Begeleidingsniveau.HOOG,
    )
    AdviesFactory(
        werknemer=amina,
        soort=SoortAdvies.IMW_2,
        besluitdatum=date(2025, 2, 3),
        periode=Periode(date(2025, 7, 1), date(2027, 7, 1)),
    )
    geevalueerd = AdviesFactory(
        werknemer=amina,
        soort=SoortAdvies.IMW_NA_EVALUATIE,
        besluitdatum=date(2027, 5, 3),
        periode=Periode(date(2027, 7, 1), date(2029, 1, 1)),
    )
    Premieschijf.objects.create(advies=geevalueerd, periode=geevalueerd.periode, percentage=40)


def blad(client: Client) -> bytes:
    return inhoud(haal(client, ADRES))


def tabel(inhoud_: bytes) -> list[dict[str, Any]]:
    werkmap = load_workbook(io.BytesIO(inhoud_))
    koppen, *rijen = werkmap.worksheets[0].iter_rows(values_only=True)
    return [dict(zip(koppen, rij, strict=True)) for rij in rijen]


def terug(inhoud_: bytes, organisatie: Organisatie) -> Vergelijking:
    inlezing = lees_in(inhoud_)
    return vergelijk(inlezing.rijen, organisatie=organisatie, opmerkingen=inlezing.opmerkingen)


def test_what_is_taken_along_changes_nothing_and_asks_nothing(
    als: Als, hr: Gebruiker, gevuld: Organisatie
) -> None:
    uitkomst = terug(blad(als(hr)), gevuld)
    assert uitkomst.samenvatting == {
        "nieuw": 0,
        "gewijzigd": 0,
        "ongewijzigd": 9,
        "geweigerd": 0,
        "leeg": 0,
    }
    assert not uitkomst.te_bevestigen
    assert not uitkomst.opmerkingen
    assert not uitkomst.onbekende_begeleiders
    assert {m.ernst for rij in uitkomst.rijen for m in rij.meldingen} <= {
        Meldingsernst.OPMERKING,
        Meldingsernst.WAARSCHUWING,
    }


def test_the_command_takes_it_too(
    als: Als, hr: Gebruiker, gevuld: Organisatie, tmp_path: Path
) -> None:
    pad, uit = tmp_path / "importblad.xlsx", io.StringIO()
    pad.write_bytes(blad(als(hr)))
    call_command("importeer", str(pad), "--organisatie", gevuld.code, "--json", stdout=uit)
    samenvatting = json.loads(uit.getvalue())["samenvatting"]
    assert samenvatting | {"ongewijzigd": 0} == dict.fromkeys(samenvatting, 0)


def test_it_says_all_that_the_import_knows(als: Als, hr: Gebruiker, gevuld: Organisatie) -> None:
    rijen = tabel(blad(als(hr)))
    assert list(rijen[0]) == [str(kolom) for kolom in Kolom]
    amina = [rij for rij in rijen if rij["Personeelsnummer"] == "0012"]
    assert [
        (r["Dienst"], r["Besluitdatum"] and r["Besluitdatum"].year, r["Kwartaal"]) for r in amina
    ] == [
        ("De Lepel", 2023, None),
        ("Het Nest", 2025, "2026-K1"),
        ("Het Nest", 2027, "2026-K2"),
        ("Het Nest", None, "2026-K3"),
    ]
    eerste = {naam: waarde for naam, waarde in amina[0].items() if waarde is not None}
    assert {eerste[naam] for naam in ("INSZ", "Begeleider", "Gsm", "Voertaal")} == {
        INSZ,
        "an@voorbeeld.be",
        "+32470123456",
        "Arabisch",
    }
    assert (eerste["Tewerkstellingsbreuk"], amina[1]["Referteloon"]) == (0.657895, 7200)
    assert amina[1]["Einde contract"] is None
    namen = {rij["Familienaam"] for rij in rijen}
    assert "Sukarno" in namen
    assert not namen & {"Elders", "Zonder Contract"}


def test_who_has_no_contract_is_named_beside_it(
    als: Als, hr: Gebruiker, gevuld: Organisatie
) -> None:
    client = als(hr)
    uitvoer = bestel(client, ADRES)
    maak_alles()
    pagina = client.get(f"/uitvoer/{uitvoer.pk}/").content.decode()
    assert "1 werknemer zonder contract: Nog Zonder Contract." in pagina


def test_an_empty_organisation_gets_the_same_people_from_it(
    als: Als, hr: Gebruiker, gevuld: Organisatie
) -> None:
    Adviesperiode.objects.filter(soort=SoortAdvies.IMW_NA_EVALUATIE).delete()
    nieuw, rijen = OrganisatieFactory(), lees_in(blad(als(hr))).rijen
    mensen = [rij for rij in rijen if rij.gegevens and rij.personeelsnummer == "0012"]
    pas_toe(mensen, organisatie=nieuw, door=None, maak_diensten=dienstsleutels(mensen))
    for tabel_, velden in (
        (Arbeidsovereenkomst, ("periode", "tewerkstellingsbreuk", "dienst__naam")),
        (Adviesperiode, ("periode", "soort", "begeleidingsniveau")),
        (Loonopgave, ("kwartaal", "referteloon", "betaalde_uren")),
    ):
        van, naar = (
            set(
                tabel_.objects.filter(
                    werknemer__organisatie=o, werknemer__personeelsnummer="0012"
                ).values_list(*velden)
            )
            for o in (gevuld, nieuw)
        )
        assert naar == van


@pytest.mark.parametrize(("rol", "weg"), [("hr", set()), ("beheerder", {"INSZ"})])
def test_everybody_gets_what_that_person_may_see(
    als: Als, gevuld: Organisatie, rol: str, weg: set[str]
) -> None:
    wie = GebruikerFactory(organisatie=gevuld, rol=rol)
    rijen = tabel(blad(als(wie)))
    assert list(rijen[0]) == [str(kolom) for kolom in Kolom if str(kolom) not in weg]


def test_who_cannot_bring_it_in_is_not_offered_it(als: Als, gevuld: Organisatie) -> None:
    client = als(Gebruiker.objects.get(email="an@voorbeeld.be"))
    pagina = client.get("/werknemers/").content.decode()
    assert "1 werknemer" in " ".join(pagina.split())
    assert "importblad" not in pagina
    assert client.post(ADRES).status_code == 403


def test_what_one_role_does_not_see_stays_when_it_comes_back(als: Als, gevuld: Organisatie) -> None:
    beheerder = GebruikerFactory(organisatie=gevuld, beheerder=True)
    uitkomst = terug(blad(als(beheerder)), gevuld)
    assert uitkomst.samenvatting["ongewijzigd"] == len(uitkomst.rijen)


def test_more_than_the_import_reads_at_once_comes_in_more_sheets(
    als: Als, hr: Gebruiker, gevuld: Organisatie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importblad, "RIJEN_PER_BLAD", 5)
    uitvoer = bestel(als(hr), ADRES)
    assert (uitvoer.aantal, uitvoer.bundelnaam) == (
        2,
        "importbladen-De-Lepel-2026-11-23.zip",
    )
    assert maak_alles() == 2


def test_an_empty_sheet_has_the_titles_an_explanation_and_lists_to_choose_from(
    als: Als, hr: Gebruiker
) -> None:
    antwoord = als(hr).get("/beheer/import/leeg.xlsx")
    assert antwoord["Content-Disposition"] == 'attachment; filename="leeg-importblad.xlsx"'
    werkmap = load_workbook(io.BytesIO(antwoord.content))
    assert werkmap.sheetnames == ["Werknemers", "Uitleg"]
    eerste = werkmap.worksheets[0]
    assert [cel.value for cel in eerste[1]] == [str(kolom) for kolom in Kolom]
    assert eerste.max_row == 1
    lijsten = {str(k.sqref)[0]: k.formula1 for k in eerste.data_validations.dataValidation}
    assert lijsten["K"] == (
        '"onbepaalde duur,bepaalde duur,vervangingscontract,duidelijk omschreven werk"'
    )
    uitleg = {rij[0].value: rij[2].value for rij in werkmap["Uitleg"].iter_rows(min_row=2)}
    assert set(uitleg) == {str(kolom) for kolom in Kolom}
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_bladen(antwoord.content)
    assert weigering.value.code == "geen_rijen"


@pytest.mark.parametrize("adres", ["/beheer/import/", "/werknemers/"])
def test_it_is_offered_beside_the_import_and_on_the_list(
    als: Als, hr: Gebruiker, gevuld: Organisatie, adres: str
) -> None:
    client = als(hr)
    pagina = client.get(adres).content.decode()
    assert "Neem iedereen mee als importblad" in pagina
    assert f'action="{ADRES}"' in pagina
    assert bestel(client, ADRES, terug=adres).terug == adres
