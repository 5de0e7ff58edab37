"""Talents in free words: added, taken away, put back."""

from datetime import date

import pytest

from tests.fabrieken import TalentFactory, WerknemerFactory
from trajects.domein.talenten import talenten


@pytest.mark.django_db
def test_those_of_the_plan_without_what_was_taken_away() -> None:
    amina = WerknemerFactory()
    for woorden, weg in (("geduld", None), ("koken", date(2026, 11, 1)), ("humor", None)):
        TalentFactory(werknemer=amina, woorden=woorden, weggehaald_op=weg)
    TalentFactory(woorden="van een ander")
    assert talenten(amina) == ("geduld", "humor")
