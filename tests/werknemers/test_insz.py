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
def test_elke_schrijfwijze_wordt_elf_cijfers(tekst: str) -> None:
    assert lees_insz(tekst) == INSZ
    assert toon_insz(INSZ) == "85.07.30-033.28"


def test_een_bisnummer_telt_ook() -> None:
    assert lees_insz(BIS) == BIS
    assert geboortedatum_van(BIS) == date(1985, 7, 3)


@pytest.mark.parametrize("tekst", ["", "123", "8507300332", "8507300332a", "85073003329"])
def test_wat_geen_insz_is(tekst: str) -> None:
    with pytest.raises(ValidationError):
        lees_insz(tekst)


def test_de_geboortedatum_moet_passen() -> None:
    assert geboortedatum_van(INSZ) == date(1985, 7, 30)
    eis_geboortedatum(INSZ, date(1985, 7, 30))
    with pytest.raises(ValidationError, match="past niet bij het INSZ"):
        eis_geboortedatum(INSZ, date(1985, 7, 31))


def test_de_database_bewaart_alleen_geheimschrift(hr: Gebruiker) -> None:
    werknemer = voeg_werknemer_toe(door=hr, **_gegevens())
    bewaard, zoekwaarde = _rij(werknemer.pk)
    assert INSZ not in bewaard
    assert bewaard.startswith("gAAAA")
    assert zoekwaarde == zoek_insz(INSZ)
    assert INSZ not in (zoekwaarde or "")
    assert Werknemer.objects.get().insz == INSZ


def test_hetzelfde_nummer_geeft_ander_geheimschrift_maar_dezelfde_zoekwaarde(
    hr: Gebruiker, andere_organisatie: object
) -> None:
    een = voeg_werknemer_toe(door=hr, **_gegevens())
    eerst = _rij(een.pk)
    wijzig_werknemer(een, door=hr, **_gegevens(voornaam="Aminata"))
    daarna = _rij(een.pk)
    assert eerst[0] != daarna[0]
    assert eerst[1] == daarna[1]


def test_zonder_nummer_is_er_geen_zoekwaarde(hr: Gebruiker) -> None:
    for nummer in ("1", "2"):
        zonder = voeg_werknemer_toe(door=hr, **_gegevens(personeelsnummer=nummer, insz=""))
        assert _rij(zonder.pk) == ("", None)
        assert zonder.insz_gemaskeerd == ""


def test_het_auditspoor_noemt_het_nummer_nooit(hr: Gebruiker) -> None:
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


def test_gemaskeerd_blijven_twee_cijfers_leesbaar() -> None:
    assert Werknemer(insz=INSZ).insz_gemaskeerd == "●●.●●.●●-●●●.28"
