"""What the command says of columns, and is told about them."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command

from gebruikers.models import Organisatie
from gedeeld.opdrachten import Geweigerd
from tests.fabrieken import DienstFactory
from tests.werknemers.invoer.test_kolomscherm import eigen_lijst


@pytest.fixture(autouse=True)
def _dienst(organisatie: Organisatie) -> None:
    DienstFactory(organisatie=organisatie, naam="De Lepel")


def _importeer(pad: Path, *opties: str) -> str:
    uit = io.StringIO()
    call_command("importeer", str(pad), "--organisatie", "de-lepel", *opties, stdout=uit)
    return uit.getvalue()


def test_the_command_names_every_title_and_what_to_type(
    organisatie: Organisatie, tmp_path: Path
) -> None:
    pad = tmp_path / "lijst.xlsx"
    pad.write_bytes(eigen_lijst())
    with pytest.raises(Geweigerd) as weigering:
        _importeer(pad)
    assert str(weigering.value) == (
        'In “Naam” staat Benali Amina en El Idrissi Samir. Geef --gewoonte "Naam=familienaam '
        'eerst" mee, of kies “voornaam eerst”. Is “Uurrooster” de kolom “Tewerkstellingsbreuk”? '
        'Geef dan --kolom "Uurrooster=Tewerkstellingsbreuk" mee, of --kolom "Uurrooster=" om ze '
        "niet te lezen. De kolom “Schoenmaat” kennen we niet. Geef --kolom "
        '"Schoenmaat=KOLOM" mee, of --kolom "Schoenmaat=" om ze niet te lezen.'
    )
    uit = _importeer(
        pad, "--gewoonte", "Naam=familienaam eerst", "--gewoonte", "Uurrooster=uren op 38",
        "--kolom", "Schoenmaat=",
    )  # fmt: skip
    assert "2 rijen: 2 nieuw." in uit
    assert "De kolom “Schoenmaat” lazen we niet." in uit


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (("--kolom", "Schoenmaat=Schoen"), "“Schoen” is geen kolom. Kies uit: Personeelsnummer"),
        (("--kolom", "Schoenmaat"), "Schrijf TITEL=ANTWOORD."),
        (("--gewoonte", "=procenten"), "Schrijf TITEL=ANTWOORD."),
    ],
)
def test_the_command_refuses_an_answer_that_means_nothing(
    organisatie: Organisatie, tmp_path: Path, opties: tuple[str, str], zin: str
) -> None:
    pad = tmp_path / "lijst.xlsx"
    pad.write_bytes(eigen_lijst())
    with pytest.raises(Geweigerd) as weigering:
        _importeer(pad, *opties)
    assert zin in str(weigering.value)
