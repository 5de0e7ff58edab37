"""`vul_bank` on an empty database, and on one that it refuses."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from gebruikers.keuzes import Rol
from tests.fabrieken import OrganisatieFactory
from tests.harnas import WaakzameClient
from tests.land.conftest import WACHTWOORD, email, vul

pytestmark = pytest.mark.django_db


def test_somebody_elses_organisation_is_refused() -> None:
    OrganisatieFactory()
    with pytest.raises(CommandError, match="Er is niets veranderd"):
        vul()


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        ({"organisaties": 0}, "organisaties"),
        ({"groot": 0}, "mensen"),
        ({"notities": 201}, "notities"),
    ],
)
def test_a_country_that_cannot_be_is_refused(opties: dict[str, int], zin: str) -> None:
    with pytest.raises(CommandError, match=zin):
        vul(**opties)


def test_people_see_each_tenth() -> None:
    uit = io.StringIO()
    call_command("vul_bank", organisaties=2, groot=2, mensen=2, notities=1, processen=1, stdout=uit)
    regels = uit.getvalue().splitlines()
    assert [regel.partition(":")[0].strip() for regel in regels] == ["50 %", "100 %", "Klaar"]
    assert not WaakzameClient().login(username=email(Rol.HR), password=WACHTWOORD)
