"""The term of an advice (docs/regels.md#term)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.keuzes import TERMIJN_IN_JAREN, SoortAdvies
from werknemers.domein.termijn import bereken_periode, heeft_vaste_termijn

IMW_2, IMW_5, EVALUATIE, LDE = (
    SoortAdvies.IMW_2,
    SoortAdvies.IMW_5,
    SoortAdvies.IMW_NA_EVALUATIE,
    SoortAdvies.LDE_OVERGANG,
)


@pytest.mark.parametrize(
    ("besluit", "begin", "einde_2", "einde_5"),
    [
        (date(2023, 7, 3), date(2023, 7, 1), date(2025, 6, 30), date(2028, 6, 30)),
        (date(2026, 10, 1), date(2026, 10, 1), date(2028, 9, 30), date(2031, 9, 30)),
        (date(2026, 9, 30), date(2026, 7, 1), date(2028, 6, 30), date(2031, 6, 30)),
        (date(2024, 2, 29), date(2024, 1, 1), date(2025, 12, 31), date(2028, 12, 31)),
        (date(2025, 12, 31), date(2025, 10, 1), date(2027, 9, 30), date(2030, 9, 30)),
    ],
)
def test_the_term_runs_from_the_quarter_of_the_decision(
    besluit: date, begin: date, einde_2: date, einde_5: date
) -> None:
    assert bereken_periode(IMW_2, besluit) == Periode.tem(begin, einde_2)
    assert bereken_periode(IMW_5, besluit) == Periode.tem(begin, einde_5)


def test_the_quarters_of_the_table() -> None:
    """Where quarter 6, quarter 9, the penultimate and the fifth year begin."""
    begin = Kwartaal.van(bereken_periode(IMW_5, date(2023, 7, 3)).van)
    assert (begin + 5).eerste_dag == date(2024, 10, 1)
    assert (begin + 8).eerste_dag == date(2025, 7, 1)
    assert (begin + 12).eerste_dag == date(2026, 7, 1)
    assert (begin + 16).eerste_dag == date(2027, 7, 1)


@pytest.mark.parametrize("soort", TERMIJN_IN_JAREN)
def test_a_fixed_term_counts_whole_quarters(soort: SoortAdvies) -> None:
    periode = bereken_periode(soort, date(2026, 5, 20))
    assert periode.tot is not None
    duur = Kwartaal.van(periode.tot) - Kwartaal.van(periode.van)
    assert heeft_vaste_termijn(soort)
    assert duur == 4 * TERMIJN_IN_JAREN[soort]


def test_an_extension_begins_where_the_previous_advice_stops() -> None:
    verlenging = bereken_periode(IMW_5, date(2028, 3, 12), date(2028, 7, 1))
    assert verlenging == Periode.tem(date(2028, 7, 1), date(2033, 6, 30))


def test_a_fixed_term_ignores_an_own_end() -> None:
    met = bereken_periode(IMW_2, date(2026, 1, 1), None, date(2030, 1, 1))
    assert met == bereken_periode(IMW_2, date(2026, 1, 1))


def test_after_an_evaluation_the_own_end_counts() -> None:
    periode = bereken_periode(EVALUATIE, date(2026, 5, 20), None, date(2027, 9, 30))
    assert periode == Periode.tem(date(2026, 4, 1), date(2027, 9, 30))


def test_an_lde_transition_follows_no_quarters() -> None:
    besluit, einde = date(2023, 5, 17), date(2026, 3, 2)
    assert bereken_periode(LDE, besluit, None, einde) == Periode.tem(besluit, einde)
    eigen = bereken_periode(LDE, besluit, date(2023, 7, 1), einde)
    assert eigen == Periode.tem(date(2023, 7, 1), einde)


@pytest.mark.parametrize(
    ("soort", "begin", "einde", "veld", "zin"),
    [
        (EVALUATIE, None, None, "laatste_dag", "Vul in tot en met welke dag dit advies loopt."),
        (
            LDE,
            date(2026, 5, 2),
            date(2026, 5, 1),
            "laatste_dag",
            "De laatste dag (01/05/2026) ligt voor de eerste dag (02/05/2026). "
            "Pas een van beide aan.",
        ),
        (
            IMW_5,
            date(2026, 5, 2),
            None,
            "begin",
            "Een IMW-advies begint op de eerste dag van een kwartaal, niet op 02/05/2026.",
        ),
        (
            EVALUATIE,
            None,
            date(2027, 9, 29),
            "laatste_dag",
            "Een IMW-advies eindigt op de laatste dag van een kwartaal: 30/09/2027 bijvoorbeeld.",
        ),
    ],
)
def test_what_does_not_fit_gets_a_sentence(
    soort: SoortAdvies, begin: date | None, einde: date | None, veld: str, zin: str
) -> None:
    with pytest.raises(ValidationError) as weigering:
        bereken_periode(soort, date(2026, 5, 20), begin, einde)
    assert weigering.value.message_dict == {veld: [zin]}
