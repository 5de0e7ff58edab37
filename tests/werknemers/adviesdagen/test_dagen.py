"""The days around an advice, by the examples of the sector; each with who says so."""

from collections.abc import Callable
from datetime import date

import pytest

from gedeeld.periode import Periode
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from werknemers.domein.adviesdagen.beroep import beroep_in_woorden, beroepsdagen
from werknemers.domein.adviesdagen.bijsturing import bijsturing_anders, vroegste_bijsturing
from werknemers.domein.adviesdagen.blokken import (
    blokeindes,
    lopend_blok,
    telt_in_blokken,
)
from werknemers.domein.adviesdagen.dagregel import Dagregel
from werknemers.domein.adviesdagen.verlenging import (
    laatste_veilige_dag,
    veilig_met_beroep,
    vroegste_aanvraag,
)
from werknemers.domein.adviesdagen.werkvloer import (
    beschikbaar_tegen,
    kwalificatiedagen,
    plan_aanpassen,
    volgende_opvolging,
)
from werknemers.domein.termijn import bereken_periode

# Five years, to 30 June and to 30 September 2028.
JUNI = Periode.tem(date(2023, 7, 1), date(2028, 6, 30))
SEPTEMBER = Periode.tem(date(2023, 10, 1), date(2028, 9, 30))


def dag(regel: Dagregel | None) -> date | None:
    return regel.dag if regel else None


def zonder(regels: Parameters, *codes: Parametercode) -> Parameters:
    return Parameters(regels.op, {c: r for c, r in regels.gevonden.items() if c not in codes})


@pytest.mark.parametrize(
    ("advies", "vlaanderen", "vdab", "veilig", "met_beroep"),
    [
        (JUNI, date(2026, 7, 1), date(2027, 7, 1), date(2028, 4, 1), date(2027, 11, 18)),
        (SEPTEMBER, date(2026, 10, 1), date(2027, 10, 1), date(2028, 7, 2), date(2028, 2, 18)),
    ],
)
def test_when_an_extension_can_be_asked(
    regels: Parameters,
    advies: Periode,
    vlaanderen: date,
    vdab: date,
    veilig: date,
    met_beroep: date,
) -> None:
    assert dag(vroegste_aanvraag(advies, regels)) == vlaanderen
    assert dag(vroegste_aanvraag(advies, regels, Parametercode.VERLENGING_ANDERS)) == vdab
    assert dag(laatste_veilige_dag(advies, regels)) == veilig
    assert dag(veilig_met_beroep(advies, regels)) == met_beroep


def test_nothing_can_be_asked_before_the_advice_begins(regels: Parameters) -> None:
    kort = Periode.tem(date(2027, 1, 1), date(2027, 12, 31))
    assert dag(vroegste_aanvraag(kort, regels)) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("begin", "eerst", "anders"),
    [
        (date(2023, 7, 1), date(2024, 7, 1), date(2025, 7, 1)),
        (date(2025, 4, 1), date(2026, 4, 1), date(2027, 4, 1)),
    ],
)
def test_when_an_adjustment_can_be_asked(
    regels: Parameters, begin: date, eerst: date, anders: date
) -> None:
    advies = bereken_periode("imw_5", begin)
    assert dag(vroegste_bijsturing(advies, regels)) == eerst
    assert dag(bijsturing_anders(advies, regels)) == anders


def test_after_an_evaluation_two_years_pass(regels: Parameters) -> None:
    advies = bereken_periode("imw_5", date(2023, 7, 3))
    assert dag(vroegste_bijsturing(advies, regels, date(2025, 3, 10))) == date(2027, 3, 10)
    assert dag(bijsturing_anders(advies, regels, date(2025, 3, 10))) == date(2027, 3, 10)
    assert vroegste_bijsturing(advies, regels, date(2026, 7, 1)) is None


@pytest.mark.parametrize(
    ("kennis", "uiterlijk", "veilig", "advies", "beslissing"),
    [
        (
            date(2026, 11, 16),
            date(2026, 12, 31),
            date(2026, 12, 31),
            date(2027, 3, 1),
            date(2027, 3, 31),
        ),
        (
            date(2026, 12, 31),
            date(2027, 2, 14),
            date(2027, 2, 12),
            date(2027, 4, 15),
            date(2027, 5, 15),
        ),
    ],
)
def test_until_when_one_can_appeal(
    regels: Parameters,
    kennis: date,
    uiterlijk: date,
    veilig: date,
    advies: date,
    beslissing: date,
) -> None:
    dagen = beroepsdagen(kennis, regels)
    assert dagen is not None
    assert (dagen.uiterlijk.dag, dagen.veilig) == (uiterlijk, veilig)
    assert (dag(dagen.advies), dag(dagen.beslissing)) == (advies, beslissing)


@pytest.mark.parametrize(
    ("kennis", "zin"),
    [
        (date(2026, 11, 16), "tot en met donderdag 31 december 2026"),
        (
            date(2026, 12, 31),
            "tot en met zondag 14 februari 2027; doe het ten laatste op vrijdag 12 februari 2027",
        ),
    ],
)
def test_the_last_day_of_an_appeal_has_its_weekday(
    regels: Parameters, kennis: date, zin: str
) -> None:
    dagen = beroepsdagen(kennis, regels)
    assert dagen is not None
    assert dagen.in_woorden == zin


def test_the_days_on_file_go_before_the_terms(regels: Parameters) -> None:
    ingediend = beroepsdagen(date(2026, 11, 16), regels, ingediend=date(2026, 12, 1))
    assert ingediend is not None
    assert dag(ingediend.advies) == date(2027, 1, 30)
    assert dag(ingediend.beslissing) == date(2027, 3, 1)
    geadviseerd = beroepsdagen(
        date(2026, 11, 16), regels, ingediend=date(2026, 12, 1), commissie=date(2027, 1, 11)
    )
    assert geadviseerd is not None
    assert dag(geadviseerd.beslissing) == date(2027, 2, 10)


@pytest.mark.parametrize(
    ("begin", "verwacht"),
    [(date(2023, 7, 1), date(2024, 10, 1)), (date(2026, 10, 1), date(2028, 1, 1))],
)
def test_when_the_support_plan_changes(regels: Parameters, begin: date, verwacht: date) -> None:
    assert plan_aanpassen(begin, regels).dag == verwacht


def test_what_the_guide_does_and_by_when(regels: Parameters) -> None:
    assert dag(volgende_opvolging(date(2026, 11, 16), regels)) == date(2026, 11, 30)
    assert dag(beschikbaar_tegen(date(2026, 12, 18), regels)) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("begonnen", "plan", "coaching"),
    [
        (date(2026, 10, 1), date(2027, 4, 1), date(2028, 4, 1)),
        (date(2026, 8, 31), date(2027, 2, 28), date(2028, 2, 28)),
    ],
)
def test_a_guide_who_is_not_qualified_yet(
    regels: Parameters, begonnen: date, plan: date, coaching: date
) -> None:
    dagen = kwalificatiedagen(begonnen, regels)
    assert dagen is not None
    assert (dagen.opleidingsplan.dag, dagen.coaching.dag) == (plan, coaching)


def test_the_right_of_55_and_older_goes_in_blocks(regels: Parameters) -> None:
    eerste, tweede, *_ = blokeindes(date(2016, 6, 15), regels)
    assert (eerste.dag, tweede.dag) == (date(2021, 6, 14), date(2026, 6, 14))
    assert dag(lopend_blok(date(2012, 1, 1), date(2024, 4, 1), regels)) == date(2025, 3, 31)
    assert next(blokeindes(date(2012, 1, 1), regels)).dag == date(2020, 3, 31)


def test_illness_is_added_to_a_block(regels: Parameters) -> None:
    assert dag(lopend_blok(date(2016, 6, 15), date(2026, 6, 15), regels, 20)) == date(2026, 7, 4)


@pytest.mark.parametrize(
    ("geboren", "telt"),
    [(date(1971, 11, 23), True), (date(1971, 11, 24), False), (None, False)],
)
def test_blocks_are_for_who_is_old_enough(
    regels: Parameters, geboren: date | None, telt: bool
) -> None:
    assert telt_in_blokken(geboren, date(2026, 11, 23), regels) is telt


def _rij(regels: Parameters) -> list[Dagregel | None]:
    beroep = beroepsdagen(date(2026, 11, 16), regels)
    kwalificatie = kwalificatiedagen(date(2026, 10, 1), regels)
    return [
        vroegste_aanvraag(JUNI, regels),
        vroegste_aanvraag(JUNI, regels, Parametercode.VERLENGING_ANDERS),
        laatste_veilige_dag(JUNI, regels),
        veilig_met_beroep(JUNI, regels),
        vroegste_bijsturing(JUNI, regels),
        bijsturing_anders(JUNI, regels),
        beroep.uiterlijk if beroep else None,
        beroep.advies if beroep else None,
        beroep.beslissing if beroep else None,
        volgende_opvolging(date(2026, 11, 16), regels),
        beschikbaar_tegen(date(2026, 11, 16), regels),
        kwalificatie.opleidingsplan if kwalificatie else None,
        kwalificatie.coaching if kwalificatie else None,
        lopend_blok(date(2016, 1, 1), date(2026, 1, 1), regels),
    ]


def test_every_day_says_its_rule_and_who_says_so(regels: Parameters) -> None:
    for regel in _rij(regels):
        assert regel is not None
        assert regel.uitleg.regel
        assert "zekerheid" in regel.uitleg.bron


@pytest.mark.parametrize(
    ("maak", "woord"),
    [
        (lambda regels: vroegste_aanvraag(JUNI, regels), "VDAB"),
        (
            lambda regels: vroegste_aanvraag(JUNI, regels, Parametercode.VERLENGING_ANDERS),
            "Vlaanderen.be",
        ),
        (lambda regels: vroegste_bijsturing(JUNI, regels), "mtechplus"),
        (lambda regels: bijsturing_anders(JUNI, regels), "vijfde kwartaal"),
        (lambda regels: lopend_blok(date(2016, 1, 1), date(2026, 1, 1), regels), "2024"),
    ],
)
def test_a_day_with_two_readings_says_the_other(
    regels: Parameters, maak: Callable[[Parameters], Dagregel], woord: str
) -> None:
    assert woord in maak(regels).uitleg.tegenspraak


def test_of_what_is_not_known_no_day_is_told(regels: Parameters) -> None:
    leeg = Parameters(regels.op, {})
    assert [regel for regel in _rij(leeg) if regel is not None] == []
    assert veilig_met_beroep(JUNI, zonder(regels, Parametercode.BEROEP_ADVIES)) is None
    half = beroepsdagen(date(2026, 11, 16), zonder(regels, Parametercode.BEROEP_ADVIES))
    assert half is not None
    assert (half.advies, half.beslissing) == (None, None)
    assert beroep_in_woorden(leeg) == "Vraag bij VDAB na tot wanneer beroep kan."
    assert not telt_in_blokken(date(1950, 1, 1), date(2026, 11, 23), leeg)
