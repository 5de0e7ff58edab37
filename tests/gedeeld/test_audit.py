"""The audit trail: who, what, from what to what; never changed, never a secret in it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from pytest_django import DjangoAssertNumQueries

from gebruikers.models import Gebruiker
from gedeeld import audit
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import GebruikerFactory


def test_alleen_wat_verschilt() -> None:
    oud = {"naam": "An", "einde": date(2026, 1, 1), "loon": Decimal("1.10"), "rol": "hr"}
    nieuw = {"naam": "An", "einde": date(2027, 1, 1), "loon": Decimal("1.20"), "nieuw": True}
    assert audit.verschil(oud, nieuw) == {
        "einde": ["2026-01-01", "2027-01-01"],
        "loon": ["1.10", "1.20"],
        "nieuw": [None, True],
    }


def test_een_geheim_zegt_alleen_dat_het_veranderde() -> None:
    verschil = audit.verschil({"insz": "85073003328"}, {"insz": "85073003330", "tekst": "x"})
    assert verschil == {"insz": ["●●●", "●●●"], "tekst": ["●●●", "●●●"]}


def test_een_periode_en_een_ander_ding(begeleider: Gebruiker) -> None:
    verschil = audit.verschil(
        {"periode": Periode(date(2026, 1, 1), date(2026, 4, 1)), "begeleider": None},
        {"periode": Periode(date(2026, 1, 1)), "begeleider": begeleider},
    )
    assert verschil == {
        "periode": ["01/01/2026 t.e.m. 31/03/2026", "01/01/2026 t.e.m. …"],
        "begeleider": [None, begeleider.pk],
    }


def test_een_regel(begeleider: Gebruiker, beheerder: Gebruiker) -> None:
    audit.leg_vast(
        door=beheerder,
        organisatie_id=beheerder.organisatie_id,
        actie="gewijzigd",
        onderwerp=begeleider,
        wijzigingen={"rol": ["hr", "begeleider"]},
    )
    regel = Auditregel.objects.get()
    assert (regel.door, regel.soort, regel.onderwerp_id) == (beheerder, "gebruiker", begeleider.pk)
    assert regel.wijzigingen == {"rol": ["hr", "begeleider"]}
    assert regel.organisatie == beheerder.organisatie


@pytest.mark.parametrize("aantal", [1, 3])
def test_veel_regels_in_een_opdracht(
    begeleider: Gebruiker, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    mensen = GebruikerFactory.create_batch(aantal, organisatie=begeleider.organisatie)
    with django_assert_num_queries(1):
        audit.leg_vele_vast(
            door=None,
            organisatie_id=begeleider.organisatie_id,
            actie="toegevoegd",
            onderwerpen=[(mens, {"rol": [None, "begeleider"]}) for mens in mensen],
        )
    assert Auditregel.objects.count() == aantal


@pytest.mark.parametrize("wat", ["update", "delete"])
def test_de_databank_weigert_een_regel_te_veranderen(begeleider: Gebruiker, wat: str) -> None:
    audit.leg_vast(
        door=None, organisatie_id=begeleider.organisatie_id, actie="x", onderwerp=begeleider
    )
    regels = Auditregel.objects.all()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        regels.update(actie="y") if wat == "update" else regels.delete()
    assert Auditregel.objects.get().actie == "x"
