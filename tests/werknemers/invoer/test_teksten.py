"""Text, numbers of people, ways to reach them, and columns with a fixed set of answers."""

import unicodedata
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import nn

from regels.keuzes import SoortAdvies
from werknemers.domein.invoer.cel import CEL_FOUT, Cel, is_leeg
from werknemers.domein.invoer.contact import lees_email, lees_gsm
from werknemers.domein.invoer.identiteit import lees_insz, lees_personeelsnummer
from werknemers.domein.invoer.keuzevelden import (
    lees_niveau,
    lees_soort_advies,
    lees_soort_contract,
    lees_voertaal,
)
from werknemers.domein.invoer.kolomletters import kolomletter, kolomplaats
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst, lijkt_op_formule, schoon, sleutel
from werknemers.keuzes import Begeleidingsniveau, SoortContract, Voertaal


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("  Klusdienst   noord ", "Klusdienst noord"),
        ("a\u00a0b\tc\nd", "a b c d"),
        ("Zoe\u0308", "Zoë"),
        ("\ufeffAmina\u200b", "Amina"),
        ("bel\x07len", "bel len"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_clean_text(tekst: str, verwacht: str) -> None:
    assert schoon(tekst) == verwacht


@given(st.text())
def test_clean_text_is_clean_the_second_time_too(tekst: str) -> None:
    netjes = schoon(tekst)
    assert schoon(netjes) == netjes
    assert unicodedata.is_normalized("NFC", netjes)
    assert not any(unicodedata.category(teken) == "Cc" for teken in netjes)


@pytest.mark.parametrize(
    ("cel", "verwacht"),
    [(1001.0, "1001"), (1001, "1001"), (1.5, "1.5"), (True, "WAAR"), ("x", "x")],
)
def test_a_cell_as_text(cel: Cel, verwacht: str) -> None:
    assert als_tekst(cel) == verwacht


@pytest.mark.parametrize(
    ("cel", "code"),
    [(date(2026, 5, 4), "celsoort"), (time(12), "celsoort"), (CEL_FOUT, "excel_fout")],
)
def test_nobody_is_called_fourth_of_may(cel: Cel, code: str) -> None:
    with pytest.raises(Onleesbaar) as weigering:
        als_tekst(cel)
    assert weigering.value.code == code


@pytest.mark.parametrize("tekst", ["", "  ", "-", " – ", "n.v.t.", "NVT", "/"])
def test_ways_to_say_nothing(tekst: str) -> None:
    assert is_leeg(tekst)


@pytest.mark.parametrize("tekst", ["geen", "0", "--", "nee"])
def test_something_is_not_nothing(tekst: str) -> None:
    assert not is_leeg(tekst)


@pytest.mark.parametrize("tekst", ["=1+1", "+32", "-x", "@SUM(A1)"])
def test_text_that_a_spreadsheet_would_run(tekst: str) -> None:
    assert lijkt_op_formule(tekst)
    assert not lijkt_op_formule(f"a{tekst}")


@pytest.mark.parametrize(
    "tekst", ["Start contract", "STARTCONTRACT", " start-contract ", "Stàrt cöntract*"]
)
def test_one_key_for_all_spellings(tekst: str) -> None:
    assert sleutel(tekst) == "startcontract"


@pytest.mark.parametrize(
    ("cel", "nummer"), [("W1", "W1"), (" 007 ", "007"), (1001.0, "1001"), (1001, "1001")]
)
def test_personnel_numbers(cel: Cel, nummer: str) -> None:
    assert lees_personeelsnummer(cel) == nummer


@pytest.mark.parametrize("cel", [1001.5, True, date(2026, 1, 1)])
def test_what_is_no_personnel_number(cel: Cel) -> None:
    with pytest.raises(Onleesbaar):
        lees_personeelsnummer(cel)


@pytest.mark.parametrize(
    ("cel", "insz"),
    [
        ("85.07.30-033.28", "85073003328"),
        ("85 07 30 033 28", "85073003328"),
        ("85.07.30/033-28", "85073003328"),
        (85073003328, "85073003328"),
        (85073003328.0, "85073003328"),
        (42799003, "00042799003"),
        ("42799003", "00042799003"),
        ("98.47.28-997.65", "98472899765"),
    ],
)
def test_insz(cel: Cel, insz: str) -> None:
    assert lees_insz(cel) == insz


@pytest.mark.parametrize(
    ("cel", "code"),
    [
        ("85.07.30-033.29", "insz_controlegetal"),
        ("8,50730E+10", "insz_vorm"),
        ("85.07.31", "insz_vorm"),
        ("850730033280", "insz_vorm"),
        ("onbekend", "insz_vorm"),
    ],
)
def test_what_is_no_insz_is_refused_without_repeating_it(cel: str, code: str) -> None:
    with pytest.raises(Onleesbaar) as weigering:
        lees_insz(cel)
    assert weigering.value.code == code
    assert cel not in weigering.value.zin


@given(st.dates(date(1930, 1, 1), date(2009, 12, 31)), st.integers(1, 998))
def test_every_insz_survives_every_form(geboren: date, teller: int) -> None:
    begin = f"{geboren:%y%m%d}{teller:03}"
    controle = 97 - int(("2" if geboren.year >= 2000 else "") + begin) % 97
    insz = f"{begin}{controle:02}"
    assert lees_insz(nn.format(insz)) == insz
    if int(insz) >= 10_000_000:
        assert lees_insz(float(insz)) == insz


@pytest.mark.parametrize(
    ("cel", "nummer"),
    [
        ("0470 12 34 56", "+32470123456"),
        ("0470/12.34.56", "+32470123456"),
        ("+32 470 12 34 56", "+32470123456"),
        ("0032470123456", "+32470123456"),
        (470123456.0, "+32470123456"),
        (32470123456.0, "+32470123456"),
        ("+31 6 12345678", "+31612345678"),
    ],
)
def test_telephone_numbers(cel: Cel, nummer: str) -> None:
    assert lees_gsm(cel) == nummer


@pytest.mark.parametrize(
    "cel",
    [
        "0470",
        "12345678901234567890",
        "=1+1",
        "112",
        "0612345678",
        "0470 12 34 56 (moeder)",
        "0470123456 / 0471123456",
        "0470 12 34 56, niet na 18 u",
    ],
)
def test_what_is_no_telephone_number(cel: Cel) -> None:
    with pytest.raises(Onleesbaar) as weigering:
        lees_gsm(cel)
    assert weigering.value.code == "gsm_onleesbaar"


def test_email() -> None:
    assert lees_email(" An.Peeters@Voorbeeld.be ") == "an.peeters@voorbeeld.be"
    with pytest.raises(Onleesbaar) as weigering:
        lees_email("an.peeters")
    assert weigering.value.code == "email_onleesbaar"


@pytest.mark.parametrize("soort", SoortAdvies)
def test_every_kind_of_advice_by_value_and_label(soort: SoortAdvies) -> None:
    for tekst in (soort.value, soort.label, soort.label.upper(), f"  {soort.label} "):
        assert lees_soort_advies(tekst) is soort


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("imw 5 JAAR  ", SoortAdvies.IMW_5),
        ("IMW 5jaar CMW 45", SoortAdvies.IMW_5_CMW45),
        ("IMW-5 jaar verhoogd", SoortAdvies.IMW_5_VERHOOGD),
        ("LDE overgang", SoortAdvies.LDE_OVERGANG),
    ],
)
def test_kinds_of_advice_as_people_write_them(tekst: str, soort: SoortAdvies) -> None:
    assert lees_soort_advies(tekst) is soort


def test_an_unknown_kind_of_advice_gets_the_known_ones() -> None:
    with pytest.raises(
        Onleesbaar, match=r"“VOP” kennen we niet.*“IMW 2 jaar”.*“LDE-overgang”"
    ) as fout:
        lees_soort_advies("VOP")
    assert fout.value.code == "advies_onbekend"


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Onbepaalde duur", SoortContract.ONBEPAALD),
        ("onbepaald", SoortContract.ONBEPAALD),
        ("BEPAALDE DUUR", SoortContract.BEPAALD),
        ("vervangingscontract", SoortContract.VERVANGING),
        ("vervangingsovereenkomst", SoortContract.VERVANGING),
        ("Duidelijk omschreven werk", SoortContract.DUIDELIJK_WERK),
    ],
)
def test_kinds_of_contract(tekst: str, soort: SoortContract) -> None:
    assert lees_soort_contract(tekst) is soort


@pytest.mark.parametrize(
    ("tekst", "niveau"),
    [
        ("geen", Begeleidingsniveau.GEEN),
        ("Laag", Begeleidingsniveau.LAAG),
        ("midden", Begeleidingsniveau.MIDDEN),
        ("gemiddeld", Begeleidingsniveau.MIDDEN),
        (" HOOG", Begeleidingsniveau.HOOG),
    ],
)
def test_levels_of_guidance(tekst: str, niveau: Begeleidingsniveau) -> None:
    assert lees_niveau(tekst) is niveau


@pytest.mark.parametrize(
    ("tekst", "taal"),
    [("nl", Voertaal.NL), ("AR", Voertaal.AR), ("turks", Voertaal.TR), ("Dari", Voertaal.FA)],
)
def test_languages(tekst: str, taal: Voertaal) -> None:
    assert lees_voertaal(tekst) is taal


@pytest.mark.parametrize(
    ("lezer", "code"),
    [
        (lees_soort_contract, "contract_onbekend"),
        (lees_niveau, "niveau_onbekend"),
        (lees_voertaal, "voertaal_onbekend"),
    ],
)
def test_unknown_choices_have_a_code_each(lezer: object, code: str) -> None:
    assert callable(lezer)
    with pytest.raises(Onleesbaar) as weigering:
        lezer("iets anders")
    assert weigering.value.code == code


@given(st.integers(0, 20_000))
def test_column_letters_go_both_ways(plaats: int) -> None:
    assert kolomplaats(kolomletter(plaats)) == plaats


def test_column_letters() -> None:
    assert [kolomletter(plaats) for plaats in (0, 25, 26, 701, 702, 16_383)] == [
        "A", "Z", "AA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip
