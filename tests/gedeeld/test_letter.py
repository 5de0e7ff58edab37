"""The letter of the pages knows the names of people, and holds no more weights than are used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

STIJL = Path(settings.BASE_DIR) / "static/css/doorstroom.css"
BLOK = re.compile(r"@font-face \{(.*?)\}", re.DOTALL)
GEWICHT = re.compile(r"font-weight: (\d+);")
# What is written beside letters: as people and pages do.
TEKENS = "0123456789.,;:!?'\"()-/&@%+= €–—‘’“”„…«»§°·²½×"
NAMEN = {
    "Dutch": "éèëêïíöóüúàâçñĳ",
    "French": "œæùûîôÿ",
    "German": "äöüß",
    "Turkish": "ıİğĞşŞçÇâî",
    "Polish": "ąćęłńóśźżŁŚŻ",
    "Romanian": "ăâîșțȘȚşţ",
    "Czech": "áčďéěíňóřšťúůýžČŘŠŽ",
    "Hungarian": "őűŐŰ",
    "Croatian": "čćđšžĐ",
    "Albanian": "çëÇË",
    "Baltic": "āčēģīķļņšūžėųĢĶĻŅ",
    "Nordic": "åäöøæðþÅØ",
    "Portuguese": "ãõáàâêôç",
}


@dataclass(frozen=True)
class Snit:
    """One file of the letter, and what the style sheet says of it."""

    schuin: bool
    gewichten: tuple[int, int]
    plaatsen: frozenset[int]
    bestand: Path

    @property
    def tekens(self) -> frozenset[int]:
        """For which a browser takes it, and which it has."""
        return self.plaatsen & TTFont(self.bestand).getBestCmap().keys()


def _eigenschap(blok: str, naam: str) -> str:
    gevonden = re.search(rf"{naam}: ([^;]*);", blok)
    assert gevonden, naam
    return gevonden[1]


def _plaatsen(tekst: str) -> Iterator[int]:
    for deel in tekst.split(", "):
        van, _, tot = deel.removeprefix("U+").partition("-")
        yield from range(int(van, 16), int(tot or van, 16) + 1)


def snitten() -> list[Snit]:
    gevonden = []
    for blok in BLOK.findall(STIJL.read_text()):
        van, tot = _eigenschap(blok, "font-weight").split()
        bestand = re.search(r'url\("([^"]+)"\)', blok)
        assert bestand
        gevonden.append(
            Snit(
                schuin=_eigenschap(blok, "font-style") == "italic",
                gewichten=(int(van), int(tot)),
                plaatsen=frozenset(_plaatsen(_eigenschap(blok, "unicode-range"))),
                bestand=STIJL.parent / bestand[1],
            )
        )
    return gevonden


@pytest.mark.parametrize("taal", NAMEN)
@pytest.mark.parametrize("schuin", [False, True], ids=["upright", "italic"])
def test_a_name_is_written_in_one_letter(taal: str, schuin: bool) -> None:
    bekend = frozenset().union(*(snit.tekens for snit in snitten() if snit.schuin is schuin))
    letters = NAMEN[taal] + TEKENS + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert [teken for teken in letters if ord(teken) not in bekend] == []


def test_no_file_holds_weights_that_nothing_asks_for() -> None:
    gevraagd = [int(gewicht) for gewicht in GEWICHT.findall(STIJL.read_text())]
    for snit in snitten():
        (as_,) = TTFont(snit.bestand)["fvar"].axes
        assert (as_.axisTag, as_.minValue, as_.maxValue) == ("wght", *snit.gewichten)
        assert snit.gewichten == (min(gevraagd), max(gevraagd))
