"""Which letters the bytes of a CSV are; a wrong guess would be another name."""

import pytest

from tests.werknemers.invoer.bladen import csvbestand, lees_blad, rij, tabel
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.tekstcodering import ontcijfer

NAMEN = [
    ("Öztürk", "Zoë"),
    ("D'Hondt", "Élise"),
    ("Vandaële", "François"),
    ("Müller", "Jürgen"),
    ("Núñez", "José"),
    ("ÖZTÜRK", "ZOË"),
    ("Ångström", "Håkan"),
    ("De Backer", "Noël"),
]


@pytest.mark.parametrize(
    "codering", ["utf-8", "utf-8-sig", "cp1252", "mac_roman", "cp850", "utf-16-le", "utf-16-be"]
)
def test_names_come_out_right(codering: str) -> None:
    rijen = [
        rij(familienaam=familienaam, voornaam=voornaam, personeelsnummer=f"W{n}")
        for n, (familienaam, voornaam) in enumerate(NAMEN)
    ]
    blad = lees_blad(csvbestand(tabel(*rijen), codering=codering))
    assert [(r.cellen[Kolom.FAMILIENAAM], r.cellen[Kolom.VOORNAAM]) for r in blad.rijen] == NAMEN


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("codering", ["cp1252", "mac_roman", "cp850"])
def test_one_name_is_enough_to_know(codering: str, naam: tuple[str, str]) -> None:
    assert ontcijfer("; ".join(naam).encode(codering)) == "; ".join(naam)


@pytest.mark.parametrize("tekst", ["Ayşe Yıldız", "İbrahim Çağlar", "Şahin"])
def test_turkish_windows_is_known(tekst: str) -> None:
    assert ontcijfer(tekst.encode("cp1254")) == tekst


@pytest.mark.parametrize("tekst", ["D’Hondt – poets", "€ 2.154,11", "½ tijds", "“Zoë”", "°C"])
def test_signs_of_windows_stay_what_they_are(tekst: str) -> None:
    assert ontcijfer(tekst.encode("cp1252")) == tekst


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        ("a;b\nZoë;x\nNoël;".encode() + b"\xff", "In rij 3, kolom B, staat een teken (FF)"),
        ("Zoë;Ren".encode() + b"\xe9;x", "In rij 1, kolom B, na “Ren”, staat een teken (E9)"),
        ("Zo\ufffd;x".encode(), "In rij 1, kolom A, na “Zo”, staat een teken dat"),
        ("é\n\n,,Zo\ufffd".encode(), "In rij 3, kolom C, na “Zo”, staat een teken dat"),
    ],
)
def test_a_sign_that_nobody_can_read_is_named(inhoud: bytes, zin: str) -> None:
    with pytest.raises(BestandGeweigerd) as weigering:
        ontcijfer(inhoud)
    assert weigering.value.zin.startswith(zin)
    assert "bewaar het bestand in Excel als “CSV UTF-8”" in weigering.value.zin


# --- quotes ----------------------------------------------------------------------------------

KOP = ";".join(tabel()[0])
VOL = "W{0};Benali;{1};;;De Lepel;;;06/01/2025;;;0,8;;;;;;;;"


def csv(*voornamen: str) -> bytes:
    return "\r\n".join([KOP, *(VOL.format(n, v) for n, v in enumerate(voornamen)), ""]).encode()


@pytest.mark.parametrize(
    ("voornamen", "rij_"),
    [
        (['"Tina" x'], 2),
        (["Tina", '"Open'], 3),
        (['"Tina"', "An", '"Zo"ë"'], 4),
        (["An", '"Tina;x', 'An"'], 3),
        (['"An', "Tina", 'Zoë"'], 2),
    ],
)
def test_the_row_of_a_stray_quote_is_named(voornamen: list[str], rij_: int) -> None:
    with pytest.raises(BestandGeweigerd) as weigering:
        lees_blad(csv(*voornamen))
    assert weigering.value.zin.startswith(f"In rij {rij_}, kolom C (")
    assert weigering.value.code == "csv_aanhalingsteken"


@pytest.mark.parametrize(
    ("voornaam", "gelezen"),
    [
        ('"Tina; An"', "Tina; An"),
        ('"""Tina"""', '"Tina"'),
        ('T"ina', 'T"ina'),
        ('"a\r\nb"', "a\r\nb"),
    ],
)  # fmt: skip
def test_a_good_quote_is_no_fault(voornaam: str, gelezen: str) -> None:
    assert lees_blad(csv(voornaam)).rijen[0].cellen[Kolom.VOORNAAM] == gelezen
