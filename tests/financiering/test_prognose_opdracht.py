"""The command `prognose`: the public shape, and figures that can be checked by hand."""

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.dagen import op_de_dag
from tests.fabrieken import RegelparameterFactory
from tests.financiering.conftest import Huis


def prognose(*opties: str) -> dict[str, Any]:
    uit = StringIO()
    call_command("prognose", "--organisatie", "huis", "--json", *opties, stdout=uit)
    inhoud: dict[str, Any] = json.loads(uit.getvalue())
    return inhoud


def test_the_figures_of_a_small_organisation(huis: Huis) -> None:
    uitkomst = prognose("--van", "2026-K4", "--kwartalen", "3")
    assert uitkomst["organisatie"] == "huis"
    assert uitkomst["scenario"] == "niets doen"
    assert uitkomst["kwartalen"] == ["2026-K4", "2027-K1", "2027-K2"]
    amina, bart = sorted(uitkomst["werknemers"], key=lambda rij: rij["personeelsnummer"])
    assert amina == {
        "personeelsnummer": "1",
        "dienst": "Klusdienst",
        "bladen": {
            # 20 % of 3 × 2 400 × 1,25 = 9 000, under the cap of 13 138,86
            "loonpremie": ["1800.00", "1800.00", "0.00"],
            # quarters 7 and 8 of the advice: 600 + 730
            "begeleidingspremie": ["1330.00", "1330.00", "0.00"],
            "lde_vergoeding": ["0.00", "0.00", "0.00"],
        },
        # 3 × 2 400 × 1,16 × 1,25
        "loonkost": ["10440.00", "10440.00", "10440.00"],
    }
    assert bart["bladen"]["loonpremie"] == ["0.00", "0.00", "0.00"]
    [dienst] = uitkomst["diensten"]
    assert dienst == {
        "dienst": "Klusdienst",
        "bladen": {
            "lokale_vergoeding": ["20000.00", "20000.00", "20000.00"],
            "vlaamse_vergoeding": ["0.00", "0.00", "0.00"],
            "ald_vergoeding": ["0.00", "0.00", "0.00"],
            "eigen_opbrengst": ["0.00", "0.00", "0.00"],
        },
        "loonkost": ["20880.00", "20880.00", "20880.00"],
        "omkadering": ["3000.00", "3000.00", "3000.00"],
        "saldo": ["-750.00", "-750.00", "-3880.00"],
        "voltijdse_jobs": ["2.00", "2.00", "2.00"],
    }
    assert uitkomst["totaal"] == {
        "inkomsten": ["23130.00", "23130.00", "20000.00"],
        "kosten": ["23880.00", "23880.00", "23880.00"],
        "saldo": ["-750.00", "-750.00", "-3880.00"],
        "voltijdse_jobs": ["2.00", "2.00", "2.00"],
        "gemiddelde_premie_per_vte": ["1565.00", "1565.00", "0.00"],
    }
    assert all({"tekst", "bron", "zekerheid"} <= set(rij) for rij in uitkomst["aannames"])


def test_every_list_is_as_long_as_the_quarters(huis: Huis) -> None:
    uitkomst = prognose("--van", "2026-K4", "--kwartalen", "40", "--scenario", "met vervanging")

    def lijsten(waarde: Any) -> list[list[str]]:
        if isinstance(waarde, dict):
            return [lijst for deel in waarde.values() for lijst in lijsten(deel)]
        return [waarde] if isinstance(waarde, list) else []

    delen = [*uitkomst["werknemers"], *uitkomst["diensten"], uitkomst["totaal"]]
    assert {len(lijst) for deel in delen for lijst in lijsten(deel)} == {40}


def test_who_leaves_as_planned_costs_nothing_after(huis: Huis) -> None:
    uitkomst = prognose("--van", "2026-K4", "--kwartalen", "4", "--scenario", "Volgens plan")
    [amina] = [rij for rij in uitkomst["werknemers"] if rij["personeelsnummer"] == "1"]
    assert amina["loonkost"] == ["10440.00", "10440.00", "10440.00", "0.00"]


def test_a_place_that_comes_free_is_filled_three_months_later(huis: Huis) -> None:
    uitkomst = prognose("--van", "2026-K4", "--kwartalen", "6", "--scenario", "met_vervanging")
    [nieuw] = [rij for rij in uitkomst["werknemers"] if rij["personeelsnummer"] not in ("1", "2")]
    assert nieuw["loonkost"] == ["0.00"] * 4 + ["10440.00"] * 2
    assert nieuw["bladen"]["loonpremie"] == ["0.00"] * 4 + ["3600.00"] * 2


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (("--scenario", "dromen"), "Er is geen scenario “dromen”."),
        (("--van", "2020-K1"), "is niet bekend op 01/01/2020"),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_sentence(
    huis: Huis, opties: tuple[str, ...], zin: str
) -> None:
    with pytest.raises(CommandError, match=zin.replace("(", r"\(")):
        prognose(*opties)


@pytest.mark.parametrize("opties", [("--van", "herfst"), ("--kwartalen", "41")])
def test_wrong_usage_is_refused(huis: Huis, opties: tuple[str, ...]) -> None:
    with pytest.raises(CommandError, match=r"Schrijf het zo|van 1 tot en met 40"):
        prognose(*opties)


def nagekeken(uitkomst: dict[str, Any]) -> list[str]:
    teksten = [rij["tekst"] for rij in uitkomst["aannames"]]
    return [tekst for tekst in teksten if tekst.startswith("Al meer dan 183 dagen")]


@pytest.mark.parametrize(
    ("dag", "gezegd"),
    [("2027-05-31", False), ("2027-06-01", True)],
)
def test_a_value_that_nobody_checked_for_half_a_year_is_said(
    huis: Huis, dag: str, gezegd: bool
) -> None:
    """All were checked on 29 November 2026; those that this application chose have no source."""
    with op_de_dag(date.fromisoformat(dag)):
        zinnen = nagekeken(prognose())
    assert bool(zinnen) == gezegd
    for zin in zinnen:
        assert "(GGMMI) (laatst op 29 november 2026); Plafond" in zin
        assert "Loonmaanden" not in zin


def test_a_value_that_nobody_ever_checked_is_said(huis: Huis) -> None:
    Regelparameter.objects.filter(code=Parametercode.BEGELEIDING_HOOG).update(nagekeken_op=None)
    (zin,) = nagekeken(prognose())
    assert "naast hun bron: Begeleidingspremie: variabel deel, niveau hoog (nog nooit)." in zin
    RegelparameterFactory(
        organisatie=huis.organisatie, code=Parametercode.BEGELEIDING_HOOG, waarde=1400
    )
    assert nagekeken(prognose()) == []


def test_the_guidance_amounts_are_called_what_they_are(huis: Huis) -> None:
    zinnen = [rij["tekst"] for rij in prognose()["aannames"]]
    (hoog,) = [zin for zin in zinnen if "niveau hoog" in zin]
    assert "Basisbedrag van 2022-2023, niet geïndexeerd" in hoog
