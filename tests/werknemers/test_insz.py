"""The national number: checked, encrypted in the database, never in the audit trail."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from werknemers.domein.insz import (
    eis_geboortedatum,
    geboortedatum_van,
    lees_insz,
    toon_insz,
    zoek_insz,
)
from werknemers.domein.werknemers import (
    Werknemergegevens,
    voeg_werknemer_toe,
    wijzig_werknemer,
)
from werknemers.models import Werknemer

INSZ = "85073003328"
ANDER = "90010112395"
BIS = "85470300183"


def _gegevens(**anders: object) -> Werknemergegevens:
    gegevens: dict[str, object] = {
        "personeelsnummer": "1",
        "familienaam": "Benali",
        "voornaam": "Amina",
        "insz": INSZ,
        "geboortedatum": None,
        "begeleider": None,
        "email": "",
        "gsm": "",
        "voertaal": "nl",
    }
    return Werknemergegevens(**(gegevens | anders))  # type: ignore[typeddict-item]


def _rij(pk: int) -> tuple[str, str | None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT insz, insz_hash FROM werknemers_werknemer WHERE id = %s", [pk])
        rij: tuple[str, str | None] = cursor.fetchone()
    return rij


@pytest.mark.parametrize("tekst", [INSZ, "85.07.30-033.28", "85 07 30 033 28"])
def test_every_way_of_writing_becomes_eleven_digits(tekst: str) -> None:
    assert lees_insz(tekst) == INSZ
    assert toon_insz(INSZ) == "85.07.30-033.28"


def test_a_bis_number_counts_too() -> None:
    assert lees_insz(BIS) == BIS
    assert geboortedatum_van(BIS) == date(1985, 7, 3)


@pytest.mark.parametrize("tekst", ["", "123", "8507300332", "8507300332a", "85073003329"])
def test_what_is_no_insz(tekst: str) -> None:
    with pytest.raises(ValidationError):
        lees_insz(tekst)


def test_the_birth_date_has_to_match() -> None:
    assert geboortedatum_van(INSZ) == date(1985, 7, 30)
    eis_geboortedatum(INSZ, date(1985, 7, 30))
    with pytest.raises(ValidationError, match="past niet bij het INSZ"):
        eis_geboortedatum(INSZ, date(1985, 7, 31))


def test_the_database_keeps_only_ciphertext(hr: Gebruiker) -> None:
    werknemer = voeg_werknemer_toe(door=hr, **_gegevens())
    bewaard, zoekwaarde = _rij(werknemer.pk)
    assert INSZ not in bewaard
    assert bewaard.startswith("gAAAA")
    assert zoekwaarde == zoek_insz(INSZ)
    assert INSZ not in (zoekwaarde or "")
    assert Werknemer.objects.get().insz == INSZ


def test_the_same_number_gives_other_ciphertext_but_the_same_search_value(
    hr: Gebruiker, andere_organisatie: object
) -> None:
    een = voeg_werknemer_toe(door=hr, **_gegevens())
    eerst = _rij(een.pk)
    wijzig_werknemer(een, door=hr, **_gegevens(voornaam="Aminata"))
    daarna = _rij(een.pk)
    assert eerst[0] != daarna[0]
    assert eerst[1] == daarna[1]


def test_without_a_number_there_is_no_search_value(hr: Gebruiker) -> None:
    for nummer in ("1", "2"):
        zonder = voeg_werknemer_toe(door=hr, **_gegevens(personeelsnummer=nummer, insz=""))
        assert _rij(zonder.pk) == ("", None)
        assert zonder.insz_gemaskeerd == ""


def test_the_audit_trail_never_names_the_number(hr: Gebruiker) -> None:
    werknemer = voeg_werknemer_toe(door=hr, **_gegevens())
    wijzig_werknemer(werknemer, door=hr, **_gegevens(insz=ANDER, geboortedatum=date(1990, 1, 1)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(regel::text, ' ') FROM gedeeld_auditregel AS regel")
        spoor = cursor.fetchone()[0]
    assert INSZ not in spoor
    assert ANDER not in spoor
    nieuw, gewijzigd = Auditregel.objects.order_by("pk")
    assert nieuw.verschil["insz"] == ["●●●", "●●●"]
    assert gewijzigd.verschil == {
        "insz": ["●●●", "●●●"],
        "geboortedatum": ["1985-07-30", "1990-01-01"],
    }


def test_masked_two_digits_stay_readable() -> None:
    assert Werknemer(insz=INSZ).insz_gemaskeerd == "●●.●●.●●-●●●.28"
