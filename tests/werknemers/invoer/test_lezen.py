"""Files as organisations have them come out as the same rows, whatever their form."""

import io
import re
import zipfile
from datetime import date, datetime, time

import pytest

from tests.werknemers.invoer.bladen import (
    RIJ,
    VOORBEELDEN,
    csvbestand,
    herpak,
    lees_blad,
    rij,
    tabel,
    xlsx,
)
from werknemers.domein.invoer.cel import CEL_FOUT
from werknemers.domein.invoer.kolommen import REDEN, Kolom
from werknemers.domein.invoer.lezen import MAX_RIJEN
from werknemers.domein.invoer.meldingen import BestandGeweigerd, Meldingsernst

NAMEN = tabel(rij(familienaam="Ümit, de Öztürk", voornaam="Zoë"))


def namen(inhoud: bytes) -> list[tuple[int, object, object]]:
    return [
        (r.rijnummer, r.cellen[Kolom.FAMILIENAAM], r.cellen[Kolom.VOORNAAM])
        for r in lees_blad(inhoud).rijen
    ]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
def test_csv_in_every_encoding_and_separator(codering: str, scheiding: str) -> None:
    inhoud = csvbestand(NAMEN, scheiding, codering)
    assert namen(inhoud) == [(2, "Ümit, de Öztürk", "Zoë")]


def test_csv_with_the_hint_of_excel() -> None:
    assert namen(b"sep=;\r\n" + csvbestand(NAMEN)) == [(2, "Ümit, de Öztürk", "Zoë")]


def test_the_separator_follows_the_header_not_the_title_above_it() -> None:
    titel = [["Foto, van, de, tewerkstelling, en, nog, wat, komma's"]]
    assert namen(csvbestand([*titel, *NAMEN])) == [(3, "Ümit, de Öztürk", "Zoë")]


def test_csv_rows_count_as_a_spreadsheet_counts_them() -> None:
    """A newline inside quotes does not make a row; an empty line does."""
    rijen = tabel(rij(functie="poets\nen was"), {}, rij(personeelsnummer="W2"))
    blad = lees_blad(csvbestand(rijen))
    assert [(r.rijnummer, bool(r.cellen)) for r in blad.rijen] == [(2, True), (3, False), (4, True)]


def test_xlsx_keeps_the_kind_of_every_cell() -> None:
    cellen = lees_blad(xlsx(tabel(rij()))).rijen[0].cellen
    assert cellen[Kolom.START_CONTRACT] == date(2025, 1, 6)
    assert cellen[Kolom.BREUK] == 0.8
    assert Kolom.EINDE_CONTRACT not in cellen


def test_an_error_cell_is_not_an_empty_cell() -> None:
    inhoud = xlsx(tabel(rij(bruto_maandloon="FOUT")))
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        xml = archief.read("xl/worksheets/sheet1.xml")
    fout = b'<c r="M2" t="e"><v>#N/A</v></c>'
    xml, aantal = re.subn(rb'<c r="M2"[^>]*>.*?</c>', fout, xml)
    assert aantal == 1
    cellen = lees_blad(herpak(inhoud, {"xl/worksheets/sheet1.xml": xml})).rijen[0].cellen
    assert cellen[Kolom.MAANDLOON] == CEL_FOUT


def test_a_table_that_does_not_begin_at_a1() -> None:
    blad = lees_blad(xlsx(tabel(rij()), links=3, boven=5))
    assert [r.rijnummer for r in blad.rijen] == [7]
    assert blad.rijen[0].cellen[Kolom.PERSONEELSNUMMER] == "W1"


def test_the_only_sheet_with_a_header_counts() -> None:
    blad = lees_blad(xlsx([["Lees mij"]], tabel(rij(personeelsnummer="goed")), [["Totaal", 3]]))
    assert (blad.naam, blad.rijen[0].cellen[Kolom.PERSONEELSNUMMER]) == ("Sheet2", "goed")


def test_header_within_ten_rows_in_any_order_and_spelling() -> None:
    kop = [*reversed(RIJ)]
    kop[kop.index("E-mail")] = "  É MAIL "
    kop[kop.index("Start contract")] = "STARTCONTRACT"
    cellen = [RIJ[kolom] for kolom in reversed(RIJ)]
    boven = [["Foto van de tewerkstelling"]] + [[""]] * 8
    blad = lees_blad(xlsx([*boven, kop, cellen]))
    assert blad.kolommen == frozenset(map(Kolom, RIJ))
    assert blad.rijen[0].rijnummer == 11
    assert blad.rijen[0].cellen[Kolom.VOORNAAM] == "Amina"


def test_a_header_on_row_eleven_is_not_found() -> None:
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_blad(xlsx([["titel"]] * 10 + tabel(rij())))
    assert weigering.value.code == "geen_kopregel"
    assert "Personeelsnummer, Kwartaal, Referteloon" in weigering.value.zin


def test_unknown_columns_are_ignored_and_said() -> None:
    rijen = tabel(rij())
    rijen[0] += ["Schoenmaat", REDEN.upper(), ""]
    rijen[1] += [42, "vorige keer geweigerd", ""]
    blad = lees_blad(xlsx(rijen))
    assert [(m.kolom, m.code, m.ernst) for m in blad.opmerkingen] == [
        ("Schoenmaat", "kolom_onbekend", Meldingsernst.WAARSCHUWING)
    ]


def test_empty_rows_inside_count_and_those_at_the_end_do_not() -> None:
    rijen = tabel(rij(), {}, {"Einde contract": " - "}, rij(personeelsnummer="W2"), {}, {})
    blad = lees_blad(xlsx(rijen))
    assert [(r.rijnummer, bool(r.cellen)) for r in blad.rijen] == [
        (2, True),
        (3, False),
        (4, False),
        (5, True),
    ]


def test_datetimes_and_times_arrive_as_they_are() -> None:
    cellen = lees_blad(xlsx(tabel(rij(functie=time(12, 30))))).rijen[0].cellen
    assert isinstance(cellen[Kolom.FUNCTIE], float | time | datetime)


def test_twenty_thousand_rows_are_allowed_and_one_more_is_not() -> None:
    kort = [
        "Personeelsnummer",
        "Familienaam",
        "Voornaam",
        "Dienst",
        "Start contract",
        "Tewerkstellingsbreuk",
    ]
    rijen = [kort, *([str(n), "A", "B", "C", "01/01/2025", "1"] for n in range(MAX_RIJEN))]
    assert len(lees_blad(csvbestand(rijen)).rijen) == MAX_RIJEN
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_blad(csvbestand([*rijen, rijen[-1]]))
    assert weigering.value.code == "te_veel_rijen"


@pytest.mark.parametrize(
    ("bestand", "rijen", "leeg"),
    [
        ("werknemers.xlsx", 28, []),
        ("werknemers-excel.csv", 12, []),
        ("foto-rommelig.xlsx", 41, [9]),
    ],
)
def test_the_examples(bestand: str, rijen: int, leeg: list[int]) -> None:
    blad = lees_blad((VOORBEELDEN / bestand).read_bytes())
    assert len(blad.rijen) == rijen
    assert [r.rijnummer for r in blad.rijen if not r.cellen] == leeg
    assert blad.opmerkingen == ()
    assert blad.kolommen == frozenset(map(Kolom, RIJ))
