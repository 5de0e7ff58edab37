"""The law as text: what the files say, and what they cannot say."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from regels.domein.wettekst import Wetspost, Wetssoort, WettekstFout, lees_wet, wet
from regels.keuzes import Parametercode, SoortAdvies, Tabelcode

BRONNEN = '[[bron]]\ncode = "boek"\ntitel = "Een boek"\nzekerheid = "B"\n'
GOED = """
[plafondfactor]
eenheid = "keer"

[[plafondfactor.waarden]]
vanaf = 2026-01-01
waarde = "2.5"
bron = "boek"
zekerheid = "C+"
nagekeken_op = 2026-11-29
"""
TABEL = """
[tegenopzegging]

[[tegenopzegging.tabellen]]
vanaf = 2026-08-01
rijen = [[0, 1], [6, 3]]
bron = "boek"
zekerheid = "C"
"""
PAKKET = """
[[startpakket]]
soort = "imw_2"
variant = "8"
vanaf = 2027-01-01
standaard = true
schijven = [[1, 8, 20]]
bron = "boek"
"""

Schrijf = Callable[..., tuple[Wetspost, ...]]


@pytest.fixture
def schrijf(tmp_path: Path) -> Schrijf:
    def lees(**bestanden: str) -> tuple[Wetspost, ...]:
        for naam, tekst in {"bronnen": BRONNEN, **bestanden}.items():
            (tmp_path / f"{naam}.toml").write_text(tekst)
        return lees_wet(tmp_path)

    return lees


def test_a_file_becomes_typed_entries(schrijf: Schrijf) -> None:
    bron, waarde, tabel, pakket = schrijf(loon=GOED, opzegging=TABEL, startpakketten=PAKKET)
    assert (bron.soort, bron.code, bron.velden["titel"]) == (Wetssoort.BRON, "boek", "Een boek")
    assert waarde.sleutel == (Wetssoort.WAARDE, "plafondfactor", date(2026, 1, 1))
    assert waarde.velden == {
        "waarde": Decimal("2.5"),
        "zekerheid": "C+",
        "tegenspraak": "",
        "bron": "boek",
        "plaats": "",
        "citaat": "",
        "nagekeken_op": date(2026, 11, 29),
        "toelichting": "",
    }
    assert tabel.velden["rijen"] == ((0, 1), (6, 3))
    assert (pakket.code, pakket.velden["schijven"]) == ("imw_2 8", ((1, 8, 20),))


FOUT = "loon.toml, plafondfactor vanaf 2026-01-01: "


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ('"2.5"', "2.5", FOUT + 'schrijf de waarde als tekst: waarde = "2233.61".'),
        ('"2.5"', '"twee"', FOUT + "“twee” is geen getal."),
        ('"2.5"', '"11"', FOUT + "Deze waarde is hoogstens 10 keer."),
        ("nagekeken_op", "nagekekenop", FOUT + "onbekend veld: nagekekenop."),
        ('"C+"', '"Z"', FOUT + "“zekerheid” is een van A, B, C+, C, S, D, E, K."),
        ("2026-11-29", '"gisteren"', FOUT + "“nagekeken_op” is een dag, zoals 2026-07-01."),
        ('bron = "boek"', f'citaat = "{"x" * 301}"\nbron = "boek"',
         FOUT + "“citaat” telt hoogstens 300 tekens."),
        ('bron = "boek"', "", FOUT + "“bron” is een tekst en staat er altijd."),
        ('bron = "boek"', 'bron = "krant"',
         "plafondfactor vanaf 2026-01-01: de bron “krant” staat niet in bronnen.toml."),
        ("vanaf = 2026-01-01", "", "loon.toml, plafondfactor vanaf None: “vanaf” ontbreekt."),
        ('"keer"', '"euro"', "loon.toml, plafondfactor: de eenheid is “keer”, niet “euro”."),
        ("plafondfactor", "plafond", "loon.toml, plafond: deze code bestaat niet."),
        ("[plafondfactor]", "[plafondfactor", "loon.toml: dit is geen TOML"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_name(
    schrijf: Schrijf, oud: str, nieuw: str, zin: str
) -> None:
    assert oud in GOED
    with pytest.raises(WettekstFout) as fout:
        schrijf(loon=GOED.replace(oud, nieuw))
    assert str(fout.value).startswith(zin)


@pytest.mark.parametrize(
    ("rijen", "zin"),
    [
        ("[]", "er staan geen rijen."),
        ("[[0, 1, 2]]", "elke rij heeft 2 gehele getallen."),
        ("[[0, 1.5]]", "elke rij heeft 2 gehele getallen."),
        ("[[1, 1], [6, 3]]", "de rijen beginnen bij 0 maanden en gaan omhoog."),
        ("[[0, 1], [6, 3], [6, 4]]", "de rijen beginnen bij 0 maanden en gaan omhoog."),
    ],
)
def test_a_table_that_cannot_be(schrijf: Schrijf, rijen: str, zin: str) -> None:
    with pytest.raises(WettekstFout) as fout:
        schrijf(opzegging=TABEL.replace("[[0, 1], [6, 3]]", rijen))
    assert str(fout.value) == f"opzegging.toml, tegenopzegging vanaf 2026-08-01: {zin}"


def test_a_package_that_cannot_be(schrijf: Schrijf) -> None:
    with pytest.raises(WettekstFout, match="veelvoud van 5"):
        schrijf(startpakketten=PAKKET.replace("20", "22"))
    with pytest.raises(WettekstFout, match="deze soort van advies bestaat niet"):
        schrijf(startpakketten=PAKKET.replace("imw_2", "imw_9"))


def test_one_day_has_one_value(schrijf: Schrijf) -> None:
    twee = GOED + GOED.partition("[[")[1] + GOED.partition("[[")[2]
    with pytest.raises(WettekstFout, match="plafondfactor staat er twee keer voor 2026-01-01"):
        schrijf(loon=twee)


def test_the_files_name_every_code() -> None:
    codes = {post.code for post in wet()}
    assert set(Parametercode.values) | set(Tabelcode.values) <= codes
    pakketten = {post.code.split()[0] for post in wet() if post.soort == Wetssoort.STARTPAKKET}
    assert pakketten < set(SoortAdvies.values)


def test_what_comes_from_a_source_says_when_it_was_checked() -> None:
    """What this application chose has no source to lay it beside."""
    zonder = {
        post.code
        for post in wet()
        if post.soort in {Wetssoort.WAARDE, Wetssoort.TABEL}
        and post.velden["nagekeken_op"] is None
        and post.velden["zekerheid"] not in {"E", "K"}
    }
    assert zonder == set()
