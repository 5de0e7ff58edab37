"""The strip of an advice: its days in order, what is done, and what was missed."""

from datetime import date
from typing import Any

from gedeeld.periode import Periode
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from tests.werknemers.adviesdagen.bouwstenen import aansluitend, advies, lde, op_dag, stap
from werknemers.domein.adviesdagen.stroken import Strookgegevens, over_advies, stroken_van
from werknemers.domein.adviesdagen.strook import Strook
from werknemers.domein.adviesdagen.strookdag import Dagstand
from werknemers.keuzes import Adviesmoment
from werknemers.models import Adviesgebeurtenis, Adviesperiode

VLAANDEREN = "Verlenging vragen kan, volgens vlaanderen.be"
VDAB = "Verlenging vragen kan, volgens VDAB"
BEROEP = "Laatste veilige dag, met tijd voor beroep"
VEILIG = "Laatste veilige dag om te vragen"
EINDE = "Laatste dag van dit advies"


def stroken(
    regels: Parameters,
    op: date,
    *adviezen: Adviesperiode,
    gebeurtenissen: tuple[Adviesgebeurtenis, ...] = (),
    geboren: date | None = None,
) -> list[Strook]:
    gegevens = Strookgegevens(adviezen, gebeurtenissen, geboren, date(2012, 1, 1))
    return stroken_van(gegevens, op_dag(regels, op))


def standen(strook: Strook) -> dict[str, Dagstand]:
    return {dag.wat: dag.stand for dag in strook.dagen}


def bijgesteld(vanaf: str) -> Any:
    """Five years with guidance at a low level, at a high one from a decision on."""
    gemaakt: Any = advies(begeleidingsniveau="laag")
    schijf = {"percentage": 50, "van": vanaf, "tot": "2028-07-01"}
    gemaakt.eigen = [schijf | {"besluit": "2023-09-01", "nummer": 1, "niveau": "hoog"}]
    return gemaakt


def test_the_days_stand_in_order_with_today_among_them(regels: Parameters) -> None:
    met = advies(begeleidingsniveau="laag")
    (strook,) = stroken(regels, date(2026, 11, 23), met)
    assert [(dag.dag, dag.wat, dag.stand) for dag in strook.geweest] == [
        (date(2024, 7, 1), "Bijsturing vragen kan", Dagstand.KAN),
        (date(2024, 10, 1), "Ondersteuningsplan aanpassen", Dagstand.VOORBIJ),
        (date(2025, 7, 1), "Bijsturing vragen kan, andere lezing", Dagstand.KAN),
        (date(2026, 7, 1), VLAANDEREN, Dagstand.KAN),
    ]
    assert [(dag.dag, dag.wat, dag.stand) for dag in strook.komend] == [
        (date(2027, 7, 1), VDAB, Dagstand.KOMT),
        (date(2027, 11, 18), BEROEP, Dagstand.KOMT),
        (date(2028, 4, 1), VEILIG, Dagstand.KOMT),
        (date(2028, 6, 30), EINDE, Dagstand.KOMT),
    ]
    assert all(dag.uitleg.regel for dag in strook.dagen)


def test_a_safe_day_without_a_request_is_missed_and_the_first_day_is_not(
    regels: Parameters,
) -> None:
    (strook,) = stroken(regels, date(2028, 4, 2), advies())
    hoe = standen(strook)
    assert (hoe[BEROEP], hoe[VEILIG]) == (Dagstand.GEMIST, Dagstand.GEMIST)
    assert (hoe[VLAANDEREN], hoe[VDAB]) == (Dagstand.KAN, Dagstand.KAN)
    (later,) = stroken(regels, date(2029, 1, 1), advies())
    assert (standen(later)[VEILIG], standen(later)[VDAB]) == (Dagstand.GEMIST, Dagstand.VOORBIJ)


def test_what_was_asked_in_time_is_done(regels: Parameters) -> None:
    gevraagd = stap("verlenging", date(2028, 1, 10))
    (strook,) = stroken(regels, date(2028, 4, 2), advies(), gebeurtenissen=(gevraagd,))
    hoe = standen(strook)
    assert (hoe[BEROEP], hoe[VEILIG]) == (Dagstand.GEMIST, Dagstand.GEDAAN)
    assert (hoe[VLAANDEREN], hoe[VDAB]) == (Dagstand.GEDAAN, Dagstand.GEDAAN)


def test_an_appeal_stands_among_the_days(regels: Parameters) -> None:
    nee = stap(
        "verlenging",
        date(2026, 9, 1),
        uitkomst="geweigerd",
        besluitdatum=date(2026, 11, 16),
    )
    (kan,) = stroken(regels, date(2026, 11, 23), advies(), gebeurtenissen=(nee,))
    assert standen(kan)["Beroep kan tot en met (strikt)"] is Dagstand.KAN
    (weg,) = stroken(regels, date(2027, 1, 4), advies(), gebeurtenissen=(nee,))
    assert standen(weg)["Beroep kan tot en met (strikt)"] is Dagstand.GEMIST
    bezwaar = stap("bezwaar", date(2026, 12, 1), pk=2, tegen_id=1)
    (strook,) = stroken(regels, date(2027, 2, 1), advies(), gebeurtenissen=(nee, bezwaar))
    dagen = {dag.wat: (dag.dag, dag.stand) for dag in strook.dagen}
    assert dagen["Beroep kan tot en met (strikt)"] == (date(2026, 12, 31), Dagstand.GEDAAN)
    assert dagen["De commissie geeft advies, uiterlijk"] == (date(2027, 1, 30), Dagstand.VOORBIJ)
    assert dagen["VDAB beslist over het bezwaar, uiterlijk"] == (date(2027, 3, 1), Dagstand.KOMT)


def test_two_years_have_no_extension_and_no_adjustment(regels: Parameters) -> None:
    twee = advies("imw_2", date(2026, 1, 5))
    (strook,) = stroken(regels, date(2026, 11, 23), twee)
    assert list(standen(strook)) == [EINDE]
    assert "nieuwe premie" in strook.uitkijk.waarom_niet


def test_a_transition_shows_the_block_of_who_is_old_enough(regels: Parameters) -> None:
    overgang = lde(date(2023, 7, 1), date(2027, 3, 14))
    (jong,) = stroken(regels, date(2026, 11, 23), overgang, geboren=date(1980, 1, 1))
    assert list(standen(jong)) == [EINDE]
    (oud,) = stroken(regels, date(2026, 11, 23), overgang, geboren=date(1960, 1, 1))
    assert [(dag.wat, dag.dag) for dag in oud.dagen] == [
        (EINDE, date(2027, 3, 14)),
        ("Voorstel: einde van het blok (55+)", date(2030, 3, 31)),
    ]
    overgang.bijgetelde_dagen = 40
    (later,) = stroken(regels, date(2026, 11, 23), overgang, geboren=date(1960, 1, 1))
    einde, blok = later.dagen
    assert (einde.dag, blok.dag) == (date(2027, 3, 14), date(2030, 5, 10))
    assert "Ziekte komt erbij: 40 dagen." in blok.uitleg.regel


def test_what_goes_on_in_another_advice_needs_no_request(regels: Parameters) -> None:
    eerste = advies()
    strook, volgende = stroken(regels, date(2028, 2, 1), eerste, aansluitend(eerste))
    assert strook.vervolgd
    assert VEILIG not in standen(strook)
    assert standen(volgende)[VEILIG] is Dagstand.KOMT


def test_the_support_plan_follows_the_chain(regels: Parameters) -> None:
    eerste = advies(begeleidingsniveau="laag")
    volgende = aansluitend(eerste)
    volgende.begeleidingsniveau = "laag"
    _, strook = stroken(regels, date(2028, 2, 1), eerste, volgende)
    assert "Ondersteuningsplan aanpassen" not in standen(strook)
    per_advies = Parameters(
        regels.op,
        {c: r for c, r in regels.gevonden.items() if c != Parametercode.BEGELEIDING_TELT_KETEN},
    )
    _, los = stroken(per_advies, date(2028, 2, 1), eerste, volgende)
    assert "Ondersteuningsplan aanpassen" in standen(los)


def test_a_decision_can_begin_the_guidance(regels: Parameters) -> None:
    met = bijgesteld("2023-10-01")
    met.begeleidingsniveau = "geen"
    (strook,) = stroken(regels, date(2026, 11, 23), met)
    plan = [(dag.dag, dag.stand) for dag in strook.dagen if "plan" in dag.wat]
    assert plan == [(date(2023, 10, 1), Dagstand.VOORBIJ), (date(2024, 10, 1), Dagstand.VOORBIJ)]


def test_after_an_evaluation_an_adjustment_waits_two_years(regels: Parameters) -> None:
    evaluatie = stap(
        "evaluatie", date(2026, 2, 1), uitkomst="toegekend", besluitdatum=date(2026, 3, 10)
    )
    (strook,) = stroken(regels, date(2026, 11, 23), advies(), gebeurtenissen=(evaluatie,))
    bijsturing = [dag.dag for dag in strook.dagen if dag.wat.startswith("Bijsturing")]
    assert bijsturing == [date(2028, 3, 10)]
    gevraagd = stap("bijsturing", date(2024, 8, 1))
    (gedaan,) = stroken(regels, date(2026, 11, 23), advies(), gebeurtenissen=(gevraagd,))
    hoe = standen(gedaan)
    assert hoe["Bijsturing vragen kan"] is Dagstand.GEDAAN
    assert hoe["Bijsturing vragen kan, andere lezing"] is Dagstand.VOORBIJ


def test_which_events_belong_to_which_advice() -> None:
    eerste = advies()
    volgende = aansluitend(eerste)
    over_een = stap("verlenging", date(2027, 9, 1), pk=1)
    bezwaar = stap("bezwaar", date(2027, 12, 1), pk=2, advies_id=None, tegen_id=1)
    nieuw = stap("aanvraag", date(2028, 9, 1), pk=3, advies_id=None)
    alle = (over_een, bezwaar, nieuw)
    assert [wat.pk for wat in over_advies(eerste, alle)] == [1, 3, 2]
    assert [wat.pk for wat in over_advies(volgende, alle)] == [3]


def test_who_has_no_advice_has_no_strip(regels: Parameters) -> None:
    assert stroken(regels, date(2026, 11, 23)) == []


def test_an_appeal_against_a_lower_extension_stands_with_the_extension(
    regels: Parameters,
) -> None:
    """Its term is strict, and the extension is the advice that the list of everybody shows."""
    volgende = aansluitend(advies())
    lager = stap(
        "verlenging",
        date(2026, 8, 3),
        uitkomst="lager",
        besluitdatum=date(2026, 11, 16),
        vervolgadvies_id=volgende.pk,
    )
    oud, strook = stroken(regels, date(2026, 11, 23), advies(), volgende, gebeurtenissen=(lager,))
    assert "Beroep kan tot en met (strikt)" not in standen(oud)
    assert oud.uitkijk.moment is Adviesmoment.BESLIST
    assert oud.uitkijk.zin == (
        "Lager dan gevraagd op 16 november 2026. Beroep staat bij het advies dat hierdoor begint."
    )
    assert standen(strook)["Beroep kan tot en met (strikt)"] is Dagstand.KAN
    uitkijk = strook.uitkijk
    assert uitkijk.moment is Adviesmoment.BEROEP
    assert uitkijk.verlies == date(2026, 12, 31)
    assert uitkijk.zin.startswith("Dit advies: Lager dan gevraagd op 16 november 2026, beroep kan")
    assert uitkijk.aanvraag.zin == "Er is geen aanvraag genoteerd."
    (weg,) = stroken(regels, date(2027, 1, 4), volgende, gebeurtenissen=(lager,))
    assert standen(weg)["Beroep kan tot en met (strikt)"] is Dagstand.GEMIST
    assert weg.uitkijk.moment is Adviesmoment.LATER


def test_a_refused_adjustment_says_so_in_the_list(regels: Parameters) -> None:
    nee = stap(
        "bijsturing", date(2026, 8, 3), uitkomst="geweigerd", besluitdatum=date(2026, 11, 16)
    )
    (strook,) = stroken(regels, date(2026, 11, 23), advies(), gebeurtenissen=(nee,))
    assert strook.uitkijk.zin.startswith("Bijsturing of evaluatie: Geweigerd op 16 november 2026")


def test_the_application_that_gave_an_advice_asks_for_no_next_one(regels: Parameters) -> None:
    """It begins in the quarter of its decision, before the day on which it was asked."""
    twee = advies("imw_2", date(2026, 10, 20))
    vraag = stap(
        "aanvraag",
        date(2026, 10, 5),
        uitkomst="toegekend",
        besluitdatum=date(2026, 10, 20),
        advies_id=None,
        vervolgadvies_id=twee.pk,
    )
    (strook,) = stroken(regels, date(2026, 11, 23), twee, gebeurtenissen=(vraag,))
    assert strook.uitkijk.aanvraag.zin == "Er is geen aanvraag genoteerd."


def test_support_that_was_stopped_missed_no_day(regels: Parameters) -> None:
    """The days of an extension count from an end that was granted, not from one that came early."""
    gestopt = advies()
    gestopt.periode = Periode.tem(date(2023, 7, 1), date(2026, 12, 31))
    besluit = stap(
        "evaluatie",
        date(2026, 8, 3),
        uitkomst="gestopt",
        besluitdatum=date(2026, 10, 1),
        laatste_dag=date(2026, 12, 31),
    )
    (strook,) = stroken(regels, date(2026, 11, 23), gestopt, gebeurtenissen=(besluit,))
    assert Dagstand.GEMIST not in [
        dag.stand for dag in strook.dagen if dag.wat.startswith(("Verlenging", "Laatste veilige"))
    ]
    assert strook.uitkijk.moment is Adviesmoment.NIET
    assert "stopgezet" in strook.uitkijk.waarom_niet
    (binnen,) = stroken(regels, date(2026, 10, 23), gestopt, gebeurtenissen=(besluit,))
    assert binnen.uitkijk.moment is Adviesmoment.BEROEP


def test_the_support_plan_follows_another_level_too(regels: Parameters) -> None:
    """As the pack for an evaluation asks it."""
    volgende = aansluitend(advies())
    eerste, tweede = stroken(regels, date(2026, 11, 23), bijgesteld("2027-01-01"), volgende)
    plan = [(dag.dag, dag.stand) for dag in eerste.dagen if "plan" in dag.wat]
    assert plan == [(date(2024, 10, 1), Dagstand.VOORBIJ), (date(2027, 1, 1), Dagstand.KOMT)]
    assert [dag.dag for dag in tweede.dagen if "plan" in dag.wat] == [date(2028, 7, 1)]
