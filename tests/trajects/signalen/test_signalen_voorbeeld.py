"""From the spreadsheet to the signals, through the commands: exactly what the example expects."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from gebruikers.models import Organisatie

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"


def roep(*delen: str) -> dict[str, Any]:
    uit = StringIO()
    call_command(*delen, "--json", stdout=uit, stderr=StringIO())
    inhoud: dict[str, Any] = json.loads(uit.getvalue())
    return inhoud


def kern(signalen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    velden = ("personeelsnummer", "einde_ondersteuning", "drempel_maanden")
    over_einde = [s for s in signalen if s["drempel_maanden"] is not None]
    return sorted(tuple(signaal[veld] for veld in velden) for signaal in over_einde)


def test_the_open_signals_are_exactly_those_of_the_example(organisatie: Organisatie) -> None:
    verwacht = json.loads((VOORBEELDEN / "werknemers.verwacht.json").read_text())
    bestand = str(VOORBEELDEN / "werknemers.xlsx")
    ingebracht = roep("importeer", bestand, "--organisatie", "de-lepel", "--maak-diensten")
    assert ingebracht["samenvatting"]["nieuw"] == verwacht["werknemers"]
    for dag, signalen in verwacht["signalen_einde_ondersteuning"].items():
        run = roep("bepaal_signalen", "--datum", dag, "--organisatie", "de-lepel")
        open_signalen = roep("signalen", "--organisatie", "de-lepel")["signalen"]
        assert run["datum"] == dag
        assert kern(open_signalen) == kern(signalen)
        assert {s["soort"] for s in open_signalen if s["drempel_maanden"] == 0} == {
            "ondersteuning_verlopen"
        }


def test_the_import_makes_them_all_and_a_night_after_it_none(organisatie: Organisatie) -> None:
    bestand = str(VOORBEELDEN / "werknemers.xlsx")
    roep("importeer", bestand, "--organisatie", "de-lepel", "--maak-diensten")
    gemaakt = roep("signalen", "--organisatie", "de-lepel")["signalen"]
    nacht = roep("bepaal_signalen", "--organisatie", "de-lepel")
    assert len(kern(gemaakt)) == 10
    assert (nacht["nieuw"], nacht["ingetrokken"], nacht["signalen"]) == (0, 0, [])


def test_an_unknown_organisation_is_refused(organisatie: Organisatie) -> None:
    with pytest.raises(CommandError, match="geen organisatie met code “elders”") as weigering:
        call_command("signalen", "--organisatie", "elders")
    assert weigering.value.returncode == 1


def test_an_unreadable_date_is_wrong_usage(organisatie: Organisatie) -> None:
    with pytest.raises(CommandError, match="Schrijf ze als JJJJ-MM-DD"):
        call_command("bepaal_signalen", "--datum", "31/12/2026")


def test_for_people_there_is_a_sentence(organisatie: Organisatie) -> None:
    uit = StringIO()
    call_command("bepaal_signalen", "--organisatie", "de-lepel", stdout=uit)
    assert uit.getvalue() == "23 november 2026: 0 nieuwe signalen, 0 vervangen, 0 ingetrokken.\n"
