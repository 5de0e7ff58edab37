"""One row: what it says, what is wrong with it, and what the rules between its cells decide."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.werknemers.invoer.bladen import RIJ, csvbestand, lees_blad, rij, tabel, xlsx
from werknemers.domein.invoer.dubbels import weiger_dubbels
from werknemers.domein.invoer.gegevens import (
    GelezenAdvies,
    GelezenContract,
    GelezenRij,
    Rijgegevens,
)
from werknemers.domein.invoer.rij import lees_rijen
from werknemers.keuzes import Begeleidingsniveau, SoortContract, Voertaal


def gelezen(**anders: Any) -> GelezenRij:
    """One row through a real workbook."""
    return lees_rijen(lees_blad(xlsx(tabel(rij(**anders)))))[0]


def codes(uitkomst: GelezenRij) -> list[tuple[str, str, str]]:
    return [(m.kolom, m.code, m.ernst.value) for m in uitkomst.meldingen]


def test_a_good_row() -> None:
    uitkomst = gelezen(email="Amina@voorbeeld.be", gsm="0470 12 34 56")
    assert uitkomst.meldingen == ()
    assert uitkomst.gegevens == Rijgegevens(
        personeelsnummer="W1",
        familienaam="Benali",
        voornaam="Amina",
        insz="85073003328",
        geboortedatum=date(1985, 7, 30),
        begeleider="an.peeters@voorbeeld.be",
        email="amina@voorbeeld.be",
        gsm="+32470123456",
        voertaal=Voertaal.NL,
        contract=GelezenContract(
            dienst="De Lepel",
            start=date(2025, 1, 6),
            einde=None,
            einde_vermeld=True,
            soort=SoortContract.ONBEPAALD,
            functie="Keukenhulp",
            tewerkstellingsbreuk=Decimal("0.8"),
            bruto_maandloon=Decimal("2065.04"),
        ),
        advies=GelezenAdvies(
            soort=SoortAdvies.IMW_5,
            besluitdatum=date(2025, 2, 14),
            periode=Periode(date(2025, 1, 1), date(2030, 1, 1)),
            niveau=Begeleidingsniveau.LAAG,
        ),
    )


def test_csv_and_xlsx_of_the_same_row_say_the_same() -> None:
    assert lees_rijen(lees_blad(csvbestand(tabel(rij())))) == lees_rijen(
        lees_blad(xlsx(tabel(rij())))
    )


def test_only_what_is_required_must_be_there() -> None:
    verplicht = {
        "Personeelsnummer", "Familienaam", "Voornaam", "Dienst", "Start contract",
        "Tewerkstellingsbreuk",
    }  # fmt: skip
    kort = {kolom: waarde for kolom, waarde in RIJ.items() if kolom in verplicht}
    (uitkomst,) = lees_rijen(lees_blad(csvbestand([list(kort), list(kort.values())])))
    assert uitkomst.meldingen == ()
    assert uitkomst.gegevens
    assert uitkomst.gegevens.advies is None
    assert not uitkomst.gegevens.contract.einde_vermeld


@pytest.mark.parametrize(
    ("cel", "kolom"),
    [
        ("personeelsnummer", "Personeelsnummer"),
        ("familienaam", "Familienaam"),
        ("dienst", "Dienst"),
        ("start_contract", "Start contract"),
        ("tewerkstellingsbreuk", "Tewerkstellingsbreuk"),
        ("besluitdatum", "Besluitdatum"),
    ],
)
def test_an_empty_required_cell_is_refused_at_its_column(cel: str, kolom: str) -> None:
    uitkomst = gelezen(**{cel: " "})
    assert codes(uitkomst) == [(kolom, "verplicht_leeg", "fout")]
    assert uitkomst.gegevens is None
    assert uitkomst.geweigerd


def test_every_fault_of_a_row_is_told_at_once() -> None:
    uitkomst = gelezen(
        familienaam="", insz="85.07.30-033.29", bruto_maandloon=-1, tewerkstellingsbreuk="1,2"
    )
    assert codes(uitkomst) == [
        ("Familienaam", "verplicht_leeg", "fout"),
        ("INSZ", "insz_controlegetal", "fout"),
        ("Tewerkstellingsbreuk", "breuk_te_groot", "fout"),
        ("Bruto maandloon", "bedrag_negatief", "fout"),
    ]
    assert uitkomst.personeelsnummer == "W1"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        (
            {"geboortedatum": date(1986, 7, 30)},
            ("Geboortedatum", "geboortedatum_insz", "fout"),
        ),
        (
            {"insz": "", "geboortedatum": date(2025, 1, 6)},
            ("Geboortedatum", "geboortedatum_na_start", "fout"),
        ),
        ({"einde_contract": date(2025, 1, 5)}, ("Einde contract", "einde_voor_start", "fout")),
        ({"soort_advies": "VOP"}, ("Soort advies", "advies_onbekend", "fout")),
        ({"soort_advies": ""}, ("Soort advies", "verplicht_leeg", "fout")),
        ({"besluitdatum": "31/02/2025"}, ("Besluitdatum", "datum_onbestaand", "fout")),
        ({"email": "amina"}, ("E-mail", "email_onleesbaar", "waarschuwing")),
        ({"gsm": "0470"}, ("Gsm", "gsm_onleesbaar", "waarschuwing")),
        ({"functie": "x" * 101}, ("Functie", "te_lang", "waarschuwing")),
        ({"soort_contract": "dag"}, ("Soort contract", "contract_onbekend", "fout")),
        ({"begeleidingsniveau": "veel"}, ("Begeleidingsniveau", "niveau_onbekend", "fout")),
        ({"voertaal": "Klingon"}, ("Voertaal", "voertaal_onbekend", "waarschuwing")),
        ({"familienaam": "=1+1"}, ("Familienaam", "formule", "waarschuwing")),
        ({"familienaam": "Ã–ztÃ¼rk"}, ("Familienaam", "tekst_verminkt", "fout")),
        ({"voornaam": "ZoÃ«"}, ("Voornaam", "tekst_verminkt", "fout")),
        ({"familienaam": "Dâ€™Hondt"}, ("Familienaam", "tekst_verminkt", "fout")),
        ({"familienaam": "Zo\ufffd"}, ("Familienaam", "tekst_verminkt", "fout")),
        (
            {"soort_advies": "IMW na evaluatie"},
            ("Einde advies", "verplicht_leeg", "fout"),
        ),
        (
            {"soort_advies": "IMW na evaluatie", "einde_advies": date(2029, 12, 30)},
            ("Einde advies", "einde_advies_kwartaal", "fout"),
        ),
        (
            {"soort_advies": "IMW na evaluatie", "einde_advies": date(2029, 12, 31)},
            ("Soort advies", "schijven_ontbreken", "waarschuwing"),
        ),
        ({"soort_advies": "LDE-overgang"}, ("Einde advies", "verplicht_leeg", "fout")),
        (
            {"soort_advies": "LDE-overgang", "einde_advies": date(2025, 2, 13)},
            ("Einde advies", "einde_voor_start", "fout"),
        ),
    ],
)
def test_one_fault_one_remark(anders: dict[str, Any], melding: tuple[str, str, str]) -> None:
    uitkomst = gelezen(**anders)
    assert codes(uitkomst) == [melding]
    assert (uitkomst.gegevens is None) == (melding[2] == "fout")


@pytest.mark.parametrize("naam", ["Öztürk", "ÅSTRÖM", "São", "D’Hondt", "Ângela", "ÂGE", "Ãlvaro"])
def test_a_name_with_accents_is_no_damage(naam: str) -> None:
    assert gelezen(familienaam=naam).meldingen == ()


def test_damaged_text_says_what_it_was() -> None:
    (melding,) = gelezen(familienaam="Ã–ztÃ¼rk").meldingen
    assert "Bedoel je “Öztürk”?" in melding.tekst


def test_a_formula_is_kept_as_text() -> None:
    uitkomst = gelezen(familienaam='=HYPERLINK("http://x")')
    assert uitkomst.gegevens
    assert uitkomst.gegevens.familienaam == '=HYPERLINK("http://x")'


def test_a_telephone_number_with_a_plus_is_no_formula() -> None:
    assert gelezen(gsm="+32470123456").meldingen == ()


def test_the_end_in_the_sheet_counts_for_a_transition() -> None:
    uitkomst = gelezen(soort_advies="LDE overgang", einde_advies=date(2026, 6, 15))
    assert uitkomst.gegevens
    assert uitkomst.gegevens.advies
    assert uitkomst.gegevens.advies.periode == Periode(date(2025, 2, 14), date(2026, 6, 16))


def test_a_contract_of_one_day_is_a_contract() -> None:
    assert gelezen(einde_contract=date(2025, 1, 6)).meldingen == ()


def test_the_birth_date_follows_from_the_insz() -> None:
    uitkomst = gelezen(geboortedatum="")
    assert uitkomst.gegevens
    assert uitkomst.gegevens.geboortedatum == date(1985, 7, 30)


def test_an_insz_without_a_known_day_allows_any() -> None:
    uitkomst = gelezen(insz="85.07.00-033.55", geboortedatum=date(1985, 7, 12))
    assert uitkomst.meldingen == ()


def test_without_insz_and_birth_date_the_row_still_comes_in() -> None:
    uitkomst = gelezen(insz="", geboortedatum="")
    assert uitkomst.meldingen == ()
    assert uitkomst.gegevens
    assert (uitkomst.gegevens.insz, uitkomst.gegevens.geboortedatum) == ("", None)


def test_the_first_of_two_rows_counts_even_when_it_is_refused() -> None:
    blad = lees_blad(
        xlsx(
            tabel(
                rij(familienaam=""),
                {},
                rij(personeelsnummer="w1", insz="", geboortedatum=""),
                rij(personeelsnummer="W2"),
                rij(personeelsnummer="W3", insz=""),
                rij(),
            )
        )
    )
    rijen = weiger_dubbels(lees_rijen(blad))
    assert [(r.rijnummer, codes(r)) for r in rijen if r.meldingen] == [
        (2, [("Familienaam", "verplicht_leeg", "fout")]),
        (4, [("Personeelsnummer", "dubbel_in_bestand", "fout")]),
        (5, [("INSZ", "dubbel_in_bestand", "fout")]),
        (
            7,
            [
                ("Personeelsnummer", "dubbel_in_bestand", "fout"),
                ("INSZ", "dubbel_in_bestand", "fout"),
            ],
        ),
    ]
    assert all("rij 2" in m.tekst for r in rijen[1:] for m in r.meldingen)
    assert [r.rijnummer for r in rijen if r.leeg] == [3]
    assert [r.rijnummer for r in rijen if r.gegevens] == [6]
