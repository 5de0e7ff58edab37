"""How often people talked, from the days that were noted."""

from datetime import date

import pytest

from trajects.evaluatiepakket.ritme import ritme

OP = date(2026, 11, 23)


def test_the_rhythm_of_the_last_twelve_months_and_the_longest_silence() -> None:
    dagen = [
        date(2025, 11, 23), date(2026, 9, 7), date(2026, 9, 21), date(2026, 9, 21),
        date(2026, 11, 16), date(2026, 11, 24),
    ]  # fmt: skip
    assert ritme(dagen, OP).in_woorden == (
        "In de laatste 12 maanden op 3 dagen gesproken, gemiddeld om de 35 dagen. Het langst "
        "zonder gesprek: 56 dagen, van 21 september 2026 tot 16 november 2026."
    )


def test_a_silence_that_still_goes_on_is_one() -> None:
    assert ritme([date(2026, 9, 7), date(2026, 9, 8)], OP).in_woorden == (
        "In de laatste 12 maanden op 2 dagen gesproken, gemiddeld om de 1 dag. Het langst zonder "
        "gesprek: 76 dagen, van 8 september 2026 tot 23 november 2026."
    )


def test_one_talk_has_no_mean() -> None:
    assert ritme([OP], OP).in_woorden == (
        "In de laatste 12 maanden op 1 dag gesproken. Het langst zonder gesprek: 0 dagen, van "
        "23 november 2026 tot 23 november 2026."
    )


@pytest.mark.parametrize("dagen", [[], [date(2020, 1, 6)]])
def test_without_a_talk_there_is_no_rhythm(dagen: list[date]) -> None:
    assert ritme(dagen, OP).in_woorden == ""
