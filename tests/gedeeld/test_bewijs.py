"""A receipt outside any subject: its code, how it is written, and what is refused."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from gedeeld.bewijs.bewijscode import TEKENS, bewijscode, lees_code
from gedeeld.bewijs.canoniek import VreemdeData, als_bytes, als_data, uit_data
from gedeeld.bewijs.papier import Bewijsbestand, Bewijsfout, lees_bestand
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode


class Kleur(StrEnum):
    ROOD = "rood"


@dataclass(frozen=True, slots=True)
class Blad:
    kleur: Kleur
    naam: str = "eik"


@dataclass(frozen=True)
class Boom:
    bladen: tuple[Blad, ...]
    paar: tuple[int, str]
    hoogte: Decimal
    deel: Fraction
    geplant: date | None
    loopt: Periode
    kwartaal: Kwartaal
    per_naam: Mapping[str, date | None]
    dagen: NDArray[np.int64]
    breuk: NDArray[np.float64]
    onthouden: dict[int, int] = field(default_factory=dict, compare=False)
    nieuw: int = 3


def boom(**anders: Any) -> Boom:
    alles: dict[str, Any] = {
        "bladen": (Blad(Kleur.ROOD), Blad(Kleur.ROOD, "és")),
        "paar": (1, "een"),
        "hoogte": Decimal("12.500000"),
        "deel": Fraction(1, 3),
        "geplant": None,
        "loopt": Periode(date(2026, 1, 1)),
        "kwartaal": Kwartaal(2026, 4),
        "per_naam": {"b": None, "a": date(2026, 11, 23)},
        "dagen": np.array([3, 1, 2]),
        "breuk": np.array([0.8, 0.333333, 1.0]),
    }
    return Boom(**alles | anders)


def test_the_same_is_written_the_same_and_read_as_it_was() -> None:
    een, twee = (
        boom(),
        boom(
            hoogte=Decimal("12.5"), onthouden={1: 2}, per_naam={"a": date(2026, 11, 23), "b": None}
        ),
    )
    assert als_bytes(als_data(een)) == als_bytes(als_data(twee))
    terug = uit_data(Boom, json.loads(als_bytes(als_data(een))))
    assert als_bytes(als_data(terug)) == als_bytes(als_data(een))
    assert (terug.bladen, terug.paar, terug.deel) == (een.bladen, een.paar, een.deel)
    assert terug.loopt == een.loopt
    assert np.array_equal(terug.breuk, een.breuk)
    assert terug.dagen.dtype == np.int64


def test_no_number_is_a_float() -> None:
    def getallen(data: Any) -> list[Any]:
        if isinstance(data, dict):
            return [g for deel in data.values() for g in getallen(deel)]
        if isinstance(data, list):
            return [g for deel in data for g in getallen(deel)]
        return [data]

    assert not any(isinstance(g, float) for g in getallen(als_data(boom())))
    with pytest.raises(TypeError, match="millionths"):
        als_data(boom(breuk=np.array([1 / 3])))


def test_a_field_that_came_later_is_what_it_is_without_and_one_that_is_unknown_is_refused() -> None:
    data = als_data(boom(nieuw=7))
    del data["nieuw"]
    assert uit_data(Boom, data).nieuw == 3
    with pytest.raises(VreemdeData, match="van_later"):
        uit_data(Boom, data | {"van_later": 1})
    with pytest.raises(VreemdeData):
        uit_data(Boom, {naam: deel for naam, deel in data.items() if naam != "hoogte"})


@pytest.mark.parametrize("anders", [{"paar": [1.5, "een"]}, {"kwartaal": "K4"}, {"bladen": 3}])
def test_what_is_no_such_object_is_refused(anders: dict[str, Any]) -> None:
    with pytest.raises(VreemdeData):
        uit_data(Boom, als_data(boom()) | anders)


def test_a_code_is_short_and_can_be_typed_from_paper() -> None:
    code = bewijscode(b"invoer")
    assert code == bewijscode(b"invoer") != bewijscode(b"invoer ")
    assert [len(groep) for groep in code.split("-")] == [4, 4, 4, 4]
    assert set(code) <= {*TEKENS, "-"}
    assert lees_code(f" {code.lower().replace('-', ' ')} ") == code
    assert lees_code("OIL0-1111-1111-1111") == "0110-1111-1111-1111"
    assert lees_code("7F3K-Q2MX") is None
    assert lees_code("UUUU-UUUU-UUUU-UUUU") is None


def bewijs() -> Bewijsbestand:
    return Bewijsbestand(
        "prognose", date(2026, 11, 23), "0.3.0", "7F3K-Q2MX-0ABC-9DEF",
        als_bytes({"wat": [1, 2]}), als_bytes({"uit": 3}),
    )  # fmt: skip


def test_a_file_is_read_as_it_was_written() -> None:
    assert lees_bestand(bewijs().als_bestand()) == bewijs()


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        ("invoer", {"wat": [1, 3]}),
        ("uitkomst", {"uit": 4}),
        ("dag", "2026-11-24"),
        ("versie", "0.4.0"),
        ("soort", "waarom"),
        ("code", "7F3K-Q2MX-0ABC-9DEF"),
        ("zegel", "00"),
    ],
)
def test_a_file_that_was_changed_is_refused(pad: str, waarde: Any) -> None:
    inhoud = json.loads(bewijs().als_bestand()) | {pad: waarde}
    with pytest.raises(Bewijsfout, match="veranderd nadat het gemaakt is"):
        lees_bestand(json.dumps(inhoud).encode())


def test_a_file_of_another_form_says_which() -> None:
    inhoud = json.loads(bewijs().als_bestand()) | {"formaat": 9}
    with pytest.raises(Bewijsfout, match="vorm 9; deze versie kent alleen vorm 1"):
        lees_bestand(json.dumps(inhoud).encode())


@pytest.mark.parametrize(
    "inhoud", [b"", b"geen json", b"\xff\xfe", b"[]", b"3", b'{"formaat": "1"}', b'{"formaat": 1}']
)
def test_what_is_no_receipt_is_refused(inhoud: bytes) -> None:
    with pytest.raises(Bewijsfout, match="Dit is geen bewijs"):
        lees_bestand(inhoud)
