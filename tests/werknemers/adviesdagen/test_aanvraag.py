"""How a request stands, and what can or must be asked now."""

from datetime import date
from typing import Any

import pytest

from regels.domein.parameters import Parameters
from tests.werknemers.adviesdagen.bouwstenen import advies, lde, op_dag, stap
from werknemers.domein.adviesdagen.aanvraag import Aanvraagstand, aanvraag_van
from werknemers.domein.adviesdagen.uitkijk import Uitkijk, kijk_uit
from werknemers.keuzes import Adviesmoment, Adviesstap
from werknemers.models import Adviesgebeurtenis

VERLENGING = (Adviesstap.VERLENGING,)
GEVRAAGD = date(2028, 1, 10)
GEWEIGERD: dict[str, Any] = {
    "uitkomst": "geweigerd",
    "besluitdatum": date(2026, 11, 12),
    "kennis_op": date(2026, 11, 16),
}


def geweigerd(**anders: Any) -> Adviesgebeurtenis:
    return stap("verlenging", date(2026, 9, 1), **{**GEWEIGERD, **anders})


@pytest.mark.parametrize(
    ("op", "gebeurtenissen", "stand", "zin"),
    [
        (date(2027, 1, 4), [], Aanvraagstand.GEEN, "Er is geen aanvraag genoteerd."),
        (
            date(2028, 2, 1),
            [stap("verlenging", GEVRAAGD)],
            Aanvraagstand.LOOPT,
            "Aangevraagd op 10 januari 2028. Beslissing verwacht rond 9 april 2028.",
        ),
        (
            date(2028, 5, 1),
            [stap("verlenging", GEVRAAGD)],
            Aanvraagstand.LOOPT,
            "Aangevraagd op 10 januari 2028. De beslissing was verwacht rond 9 april 2028: "
            "vraag ernaar.",
        ),
        (
            date(2026, 11, 23),
            [geweigerd()],
            Aanvraagstand.BEROEP,
            "Geweigerd op 12 november 2026, beroep kan tot en met donderdag 31 december 2026.",
        ),
        (
            date(2026, 11, 23),
            [geweigerd(uitkomst="lager", kennis_op=None)],
            Aanvraagstand.BEROEP,
            "Lager dan gevraagd op 12 november 2026, beroep kan tot en met zondag 27 december "
            "2026; doe het ten laatste op donderdag 24 december 2026.",
        ),
        (
            date(2027, 1, 1),
            [geweigerd()],
            Aanvraagstand.BESLIST,
            "Geweigerd op 12 november 2026. Beroep kon tot en met donderdag 31 december 2026.",
        ),
        (
            date(2027, 1, 1),
            [geweigerd(), stap("bezwaar", date(2026, 12, 1), pk=2, tegen_id=1)],
            Aanvraagstand.BEZWAAR,
            "Geweigerd op 12 november 2026. Bezwaar op 1 december 2026. VDAB beslist ten laatste "
            "op 1 maart 2027.",
        ),
        (
            date(2027, 4, 1),
            [
                geweigerd(),
                stap(
                    "bezwaar",
                    date(2026, 12, 1),
                    pk=2,
                    tegen_id=1,
                    uitkomst="geweigerd",
                    besluitdatum=date(2027, 2, 3),
                ),
            ],
            Aanvraagstand.BESLIST,
            "Geweigerd op 12 november 2026. Na bezwaar: geweigerd op 3 februari 2027.",
        ),
        (
            date(2026, 11, 23),
            [
                geweigerd(),
                stap(
                    "bezwaar",
                    date(2026, 11, 20),
                    pk=2,
                    tegen_id=1,
                    uitkomst="ingetrokken",
                    besluitdatum=date(2026, 11, 21),
                ),
            ],
            Aanvraagstand.BEROEP,
            "Geweigerd op 12 november 2026, beroep kan tot en met donderdag 31 december 2026.",
        ),
        (
            date(2028, 2, 1),
            [stap("verlenging", GEVRAAGD, uitkomst="ingetrokken", besluitdatum=date(2028, 1, 12))],
            Aanvraagstand.GEEN,
            "De aanvraag van 10 januari 2028 is ingetrokken.",
        ),
        (
            date(2028, 5, 1),
            [stap("verlenging", GEVRAAGD, uitkomst="toegekend", besluitdatum=date(2028, 3, 1))],
            Aanvraagstand.BESLIST,
            "Toegekend op 1 maart 2028.",
        ),
    ],
)
def test_how_a_request_stands(
    regels: Parameters,
    op: date,
    gebeurtenissen: list[Adviesgebeurtenis],
    stand: Aanvraagstand,
    zin: str,
) -> None:
    aanvraag = aanvraag_van(gebeurtenissen, VERLENGING, op_dag(regels, op), advies())
    assert (aanvraag.stand, aanvraag.zin) == (stand, zin)


def test_the_last_request_counts_and_no_other_kind(regels: Parameters) -> None:
    later = stap("verlenging", date(2027, 9, 1), pk=2)
    anders = stap("bijsturing", date(2027, 10, 1), pk=3)
    aanvraag = aanvraag_van(
        [later, anders, geweigerd()], VERLENGING, op_dag(regels, GEVRAAGD), advies()
    )
    assert (aanvraag.stand, aanvraag.gevraagd_op) == (Aanvraagstand.LOOPT, date(2027, 9, 1))


def uit(regels: Parameters, op: date, *gebeurtenissen: Adviesgebeurtenis) -> Uitkijk:
    """Five years to 30 June 2028: safe until 18 November 2027 with an appeal, 1 April without."""
    return kijk_uit(advies(), gebeurtenissen, op_dag(regels, op))


@pytest.mark.parametrize(
    ("op", "moment", "verlies", "stap_erna"),
    [
        (
            date(2026, 6, 30),
            Adviesmoment.LATER,
            date(2027, 11, 18),
            "Verlengen kan ten vroegste vanaf woensdag 1 juli 2026.",
        ),
        (
            date(2026, 7, 1),
            Adviesmoment.NU,
            date(2027, 11, 18),
            "Vraag de verlenging aan, ten laatste op donderdag 18 november 2027.",
        ),
        (
            date(2027, 11, 19),
            Adviesmoment.NU,
            date(2028, 4, 1),
            "Vraag de verlenging aan, ten laatste op zaterdag 1 april 2028.",
        ),
        (
            date(2028, 4, 2),
            Adviesmoment.GEMIST,
            date(2028, 4, 1),
            "Vraag de verlenging vandaag nog aan in het WSE-loket.",
        ),
        (date(2028, 7, 1), Adviesmoment.VOORBIJ, date(2028, 6, 30), ""),
    ],
)
def test_what_can_or_must_be_asked_without_a_request(
    regels: Parameters, op: date, moment: Adviesmoment, verlies: date, stap_erna: str
) -> None:
    uitkijk = uit(regels, op)
    assert (uitkijk.moment, uitkijk.verlies, uitkijk.volgende_stap) == (moment, verlies, stap_erna)


def test_a_request_changes_what_is_lost_first(regels: Parameters) -> None:
    loopt = uit(regels, date(2028, 4, 2), stap("verlenging", GEVRAAGD))
    assert (loopt.moment, loopt.verlies) == (Adviesmoment.LOOPT, date(2028, 6, 30))
    weg = uit(regels, date(2026, 11, 23), geweigerd())
    assert (weg.moment, weg.verlies) == (Adviesmoment.BEROEP, date(2026, 12, 31))
    te_laat = uit(regels, date(2027, 1, 1), geweigerd())
    assert (te_laat.moment, te_laat.verlies) == (Adviesmoment.BESLIST, date(2028, 6, 30))


def test_an_appeal_counts_when_the_support_is_over(regels: Parameters) -> None:
    laat = stap("verlenging", GEVRAAGD, uitkomst="geweigerd", besluitdatum=date(2028, 6, 15))
    assert uit(regels, date(2028, 7, 1), laat).moment is Adviesmoment.BEROEP


def test_against_a_lower_package_one_can_appeal_too(regels: Parameters) -> None:
    lager = stap("evaluatie", date(2026, 9, 1), **{**GEWEIGERD, "uitkomst": "gestopt"})
    uitkijk = uit(regels, date(2026, 11, 23), lager)
    assert (uitkijk.moment, uitkijk.verlies) == (Adviesmoment.BEROEP, date(2026, 12, 31))
    assert uitkijk.aanvraag.stand is Aanvraagstand.GEEN


@pytest.mark.parametrize(
    ("welk", "soort", "woord"),
    [
        (advies("imw_2", date(2026, 1, 5)), "aanvraag", "nieuwe premie"),
        (lde(date(2023, 7, 1), date(2027, 3, 14)), "evaluatie", "evaluatie"),
    ],
)
def test_what_cannot_be_extended_has_no_days_but_another_way(
    regels: Parameters, welk: Any, soort: str, woord: str
) -> None:
    nu = op_dag(regels, date(2026, 11, 23))
    uitkijk = kijk_uit(welk, [], nu)
    assert (uitkijk.vroegst, uitkijk.met_beroep, uitkijk.veilig) == (None, None, None)
    assert uitkijk.moment is Adviesmoment.NIET
    assert woord in uitkijk.volgende_stap
    assert woord in uitkijk.waarom_niet
    gevraagd = kijk_uit(welk, [stap(soort, date(2026, 11, 2))], nu)
    assert gevraagd.moment is Adviesmoment.LOOPT
