"""The command: what it prints, what it writes, and how it ends."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from gebruikers.models import Organisatie
from gedeeld.opdrachten import Geweigerd
from tests.fabrieken import DienstFactory
from tests.werknemers.invoer.bladen import VOORBEELDEN, rij, tabel, xlsx
from werknemers.models import Dienst, Werknemer

ROMMELIG = str(VOORBEELDEN / "foto-rommelig.xlsx")


def importeer(*argumenten: str) -> tuple[str, str]:
    uit, fout = io.StringIO(), io.StringIO()
    call_command("importeer", *argumenten, stdout=uit, stderr=fout)
    return uit.getvalue(), fout.getvalue()


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "foto.xlsx"
    pad.write_bytes(xlsx(tabel(rij(), {}, rij(personeelsnummer="W2", insz="", familienaam=""))))
    return pad


@pytest.mark.usefixtures("diensten", "begeleiders")
def test_json_has_exactly_the_agreed_shape(organisatie: Organisatie) -> None:
    uit, fout = importeer(ROMMELIG, "--organisatie", "de-lepel", "--json")
    inhoud: dict[str, Any] = json.loads(uit)
    assert list(inhoud) == ["proef", "samenvatting", "rijen"]
    assert inhoud["proef"] is False
    assert inhoud["samenvatting"] == {
        "nieuw": 31,
        "gewijzigd": 0,
        "ongewijzigd": 0,
        "geweigerd": 9,
        "leeg": 1,
    }
    rijen = {r["rijnummer"]: r for r in inhoud["rijen"]}
    assert list(rijen) == list(range(4, 45))
    assert rijen[9] == {
        "rijnummer": 9,
        "personeelsnummer": "",
        "actie": "leeg",
        "oordeel": "goed",
        "meldingen": [],
    }
    assert rijen[16] == {
        "rijnummer": 16,
        "personeelsnummer": "W2012",
        "actie": "geweigerd",
        "oordeel": "fout",
        "meldingen": [
            {
                "kolom": "Bruto maandloon",
                "code": "bedrag_negatief",
                "tekst": "Een loon kan niet negatief zijn (-10). Kijk het bedrag na.",
            }
        ],
    }
    assert "niemand@elders.be" in fout
    assert Werknemer.objects.count() == 31


@pytest.mark.usefixtures("begeleiders")
def test_a_trial_writes_nothing(organisatie: Organisatie) -> None:
    uit, _ = importeer(
        ROMMELIG, "--organisatie", "de-lepel", "--proef", "--json", "--maak-diensten"
    )
    inhoud = json.loads(uit)
    assert inhoud["proef"] is True
    assert inhoud["samenvatting"]["nieuw"] == 31
    assert not Werknemer.objects.exists()
    assert not Dienst.objects.exists()


def test_missing_services_and_counsellors_are_told(organisatie: Organisatie, bestand: Path) -> None:
    uit, _ = importeer(str(bestand), "--organisatie", "de-lepel")
    assert uit.splitlines() == [
        "De import is klaar.",
        "2 rijen: 2 geweigerd, 1 leeg.",
        "Deze diensten bestaan nog niet: De Lepel. "
        "Verbeter de namen, of geef --maak-diensten mee om ze te maken.",
        "We weten niet wie deze begeleiders zijn: an.peeters@voorbeeld.be. Vul hun e-mailadres in, "
        "of nodig hen uit in de toepassing en breng het bestand daarna opnieuw in.",
        "  rij 2, W1 Amina Benali, Begeleider (waarschuwing): Geen enkele begeleider heeft het "
        "adres “an.peeters@voorbeeld.be”. De rij komt binnen zonder begeleider.",
        "  rij 2, W1 Amina Benali, Dienst (fout): De dienst “De Lepel” bestaat nog niet. "
        "Verbeter de naam of laat de dienst maken.",
        "  rij 4, W2 Amina, Familienaam (fout): “Familienaam” is verplicht, maar leeg. Vul de cel "
        "in.",
    ]
    assert not Werknemer.objects.exists()


def test_services_are_made_when_asked(organisatie: Organisatie, bestand: Path) -> None:
    uit, _ = importeer(str(bestand), "--organisatie", "de-lepel", "--maak-diensten")
    assert uit.splitlines()[:3] == [
        "De import is klaar.",
        "2 rijen: 1 nieuw, 1 geweigerd, 1 leeg.",
        "Deze diensten zijn gemaakt: De Lepel.",
    ]
    assert Dienst.objects.get().naam == "De Lepel"


def test_it_says_of_each_row_who_it_is_about_and_what_changes(
    organisatie: Organisatie, bestand: Path, tmp_path: Path
) -> None:
    uit, _ = importeer(str(bestand), "--organisatie", "de-lepel", "--maak-diensten")
    assert "  rij 2, W1 Amina Benali: nieuw" in uit.splitlines()
    anders = rij(
        familienaam="Maes",
        gsm="0470 12 34 56",
        einde_contract=date(2025, 12, 31),
        soort_advies="IMW 2 jaar",
    )
    tweede = rij(
        start_contract=date(2026, 1, 1), familienaam="Maes", soort_advies="", besluitdatum=""
    )
    bestand.write_bytes(xlsx(tabel(anders, tweede)))
    uit, _ = importeer(str(bestand), "--organisatie", "de-lepel", "--proef", "--nagekeken")
    regels = [regel for regel in uit.splitlines() if "(" not in regel]
    assert regels[1:] == [
        "2 rijen: 2 gewijzigd.",
        "We weten niet wie deze begeleiders zijn: an.peeters@voorbeeld.be. Vul hun e-mailadres in, "
        "of nodig hen uit in de toepassing en breng het bestand daarna opnieuw in.",
        "  rij 2, W1 Amina Maes, Einde ondersteuning: 31/12/2029 wordt 31/12/2026",
        "  rij 2, W1 Amina Maes, Familienaam: Benali wordt Maes",
        "  rij 2, W1 Amina Maes, Gsm: leeg wordt +32470123456",
        "  rij 2, W1 Amina Maes, Einde contract: zonder einde wordt 31/12/2025",
        "  rij 2, W1 Amina Maes, Soort advies: IMW 5 jaar wordt IMW 2 jaar",
        "  rij 2, W1 Amina Maes, Einde advies: 31/12/2029 wordt 31/12/2026",
        "  rij 3, W1 Amina Maes, Start contract: komt erbij: De Lepel, vanaf 01/01/2026",
    ]


def test_large_counts_are_written_in_groups(organisatie: Organisatie, tmp_path: Path) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")
    pad = tmp_path / "veel.xlsx"
    veel = (rij(personeelsnummer=f"W{n}", insz="", begeleider="") for n in range(1200))
    pad.write_bytes(xlsx(tabel(*veel, rij(personeelsnummer="", insz=""))))
    uit, _ = importeer(str(pad), "--organisatie", "de-lepel", "--proef")
    assert uit.splitlines()[1] == "1.201 rijen: 1.200 nieuw, 1 geweigerd."


def test_a_file_that_cannot_be_used_is_refused(organisatie: Organisatie, tmp_path: Path) -> None:
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(b"%PDF-1.7")
    with pytest.raises(Geweigerd, match="Dit is een PDF, geen rekenblad") as weigering:
        importeer(str(pad), "--organisatie", "de-lepel")
    assert weigering.value.returncode == 1


def test_a_file_that_is_not_there_is_refused(organisatie: Organisatie) -> None:
    with pytest.raises(Geweigerd, match=r"We kunnen het bestand .*weg\.xlsx niet lezen"):
        importeer("weg.xlsx", "--organisatie", "de-lepel")


def test_an_unknown_organisation_is_refused(organisatie: Organisatie, bestand: Path) -> None:
    with pytest.raises(Geweigerd, match="geen organisatie met code “elders”"):
        importeer(str(bestand), "--organisatie", "elders")


def test_wrong_usage_ends_with_two() -> None:
    uitkomst = subprocess.run(
        [sys.executable, "manage.py", "importeer", "x.xlsx"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert uitkomst.returncode == 2
    assert "--organisatie" in uitkomst.stderr
