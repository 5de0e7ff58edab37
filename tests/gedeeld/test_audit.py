"""The audit trail: who, what, from what to what; never changed, never a secret in it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from pytest_django import DjangoAssertNumQueries

from gebruikers.models import Gebruiker
from gedeeld import audit
from gedeeld.models import Auditregel, Auditwaarde
from gedeeld.periode import Periode
from tests.fabrieken import GebruikerFactory


def spoor(ding: Gebruiker, *, wisbaar: bool = False, **velden: object) -> audit.Spoor:
    return audit.Spoor(
        onderwerp=ding,
        organisatie_id=ding.organisatie_id,
        betrokkene_id=None,
        bewaard={veld: (None, waarde) for veld, waarde in velden.items()},
        verzwegen=frozenset(),
        wisbaar=wisbaar,
    )


def test_values_stand_there_as_somebody_reads_them(begeleider: Gebruiker) -> None:
    gelezen = spoor(
        begeleider,
        wisbaar=True,
        einde=date(2026, 1, 1),
        loon=Decimal("1.10"),
        periode=Periode(date(2026, 1, 1)),
        wie=begeleider,
        lijst=[date(2026, 1, 1), "x"],
        rol="hr",
    )
    assert gelezen.waarden == {
        "einde": [None, "2026-01-01"],
        "loon": [None, "1.10"],
        "periode": [None, "01/01/2026 t.e.m. …"],
        "wie": [None, f"An Peeters ({begeleider.pk})"],
        "lijst": [None, ["2026-01-01", "x"]],
        "rol": [None, "hr"],
    }


def test_in_a_trail_that_stays_nobody_is_named(begeleider: Gebruiker) -> None:
    assert spoor(begeleider, wie=begeleider).waarden == {"wie": [None, begeleider.pk]}


def test_a_row(begeleider: Gebruiker, beheerder: Gebruiker) -> None:
    audit.schrijf_bij([spoor(begeleider, rol="begeleider")], door=beheerder, actie="gewijzigd")
    regel = Auditregel.objects.get()
    assert (regel.door, regel.soort, regel.onderwerp_id) == (beheerder, "gebruiker", begeleider.pk)
    assert regel.wijzigingen == regel.verschil == {"rol": [None, "begeleider"]}
    assert regel.organisatie == beheerder.organisatie
    assert not Auditwaarde.objects.exists()


def test_what_is_about_a_person_can_be_emptied_and_the_row_stays(begeleider: Gebruiker) -> None:
    audit.schrijf_bij([spoor(begeleider, wisbaar=True, rol="hr")], door=None, actie="gewijzigd")
    regel = Auditregel.objects.get()
    assert regel.wijzigingen == {"rol": []}
    assert regel.verschil == {"rol": [None, "hr"]}
    Auditwaarde.objects.all().delete()
    leeg = Auditregel.objects.get()
    assert (leeg.verschil, leeg.actie, leeg.op) == ({"rol": []}, "gewijzigd", regel.op)


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize(("wisbaar", "vragen"), [(False, 1), (True, 2)])
def test_many_rows_in_one_statement(
    begeleider: Gebruiker,
    aantal: int,
    wisbaar: bool,
    vragen: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    mensen = GebruikerFactory.create_batch(aantal, organisatie=begeleider.organisatie)
    with django_assert_num_queries(vragen):
        audit.schrijf_bij(
            [spoor(mens, wisbaar=wisbaar, rol="hr") for mens in mensen], door=None, actie="x"
        )
    assert Auditregel.objects.count() == aantal
    assert Auditwaarde.objects.count() == (aantal if wisbaar else 0)


@pytest.mark.parametrize("wat", ["update", "delete"])
def test_the_database_refuses_to_change_a_row(begeleider: Gebruiker, wat: str) -> None:
    audit.schrijf_bij([spoor(begeleider)], door=None, actie="x")
    regels = Auditregel.objects.all()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        regels.update(actie="y") if wat == "update" else regels._raw_delete(regels.db)
    assert Auditregel.objects.get().actie == "x"


def test_the_database_refuses_to_change_a_value(begeleider: Gebruiker) -> None:
    """It may go, but it may not say something else."""
    audit.schrijf_bij([spoor(begeleider, wisbaar=True, rol="hr")], door=None, actie="x")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Auditwaarde.objects.update(waarden={"rol": [None, "beheerder"]})
    assert Auditwaarde.objects.get().waarden == {"rol": [None, "hr"]}
