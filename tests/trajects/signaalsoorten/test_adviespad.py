"""All kinds about advice, plan and guidance together: twice, late, and in another organisation."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import (
    AdviesFactory,
    BegeleidingsteamFactory,
    GebeurtenisFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.models import Signaal
from trajects.signaalsoorten.soorten import (
    beroep_kan,
    beslissing_verwacht,
    evaluatie,
    kwalificatie,
    opvolging,
    plan_bespreken,
    plan_herzien,
    plan_ondertekenen,
    team_onvolledig,
    verlenging_kan,
)
from trajects.signalen.bepaal_signalen import bepaal_signalen
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
NU = date(2026, 11, 23)
ALLE = {
    beroep_kan.CODE,
    beslissing_verwacht.CODE,
    evaluatie.CODE,
    kwalificatie.CODE,
    opvolging.CODE,
    plan_bespreken.NIET_BESPROKEN,
    plan_herzien.CODE,
    plan_ondertekenen.CODE,
    team_onvolledig.CODE,
    verlenging_kan.CODE,
}


def alles_vraagt_aandacht(wie: Werknemer) -> None:
    advies = AdviesFactory(werknemer=wie, besluitdatum=date(2023, 7, 3), begeleidingsniveau="laag")
    BegeleidingsteamFactory(werknemer=wie, collega_coach="")
    TrajectFactory(werknemer=wie, gestart_op=date(2026, 5, 4))
    GebeurtenisFactory(advies=advies, soort="bijsturing", gevraagd_op=date(2026, 6, 1))
    GebeurtenisFactory(
        advies=advies,
        soort="evaluatie",
        gevraagd_op=date(2026, 9, 1),
        besluitdatum=date(2026, 11, 12),
        uitkomst="geweigerd",
    )


def stand() -> list[tuple[int | None, str, int, str]]:
    velden = ("werknemer", "soort", "onderwerp", "status")
    return list(Signaal.objects.order_by("pk").values_list(*velden))


@pytest.fixture
def iemand_elders(andere_organisatie: Organisatie) -> Werknemer:
    return WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)


def test_one_person_has_them_all_once(
    amina: Werknemer, iemand_elders: Werknemer, begeleider: Gebruiker
) -> None:
    alles_vraagt_aandacht(amina)
    bepaal_signalen(op=NU)
    soorten = set(Signaal.objects.filter(werknemer=amina).values_list("soort", flat=True))
    # On 23 November nobody spoke for more than eight weeks: the softer one is silent.
    assert soorten >= ALLE - {opvolging.CODE}
    assert opvolging.CODE not in soorten
    assert not Signaal.objects.filter(werknemer=iemand_elders, soort__in=ALLE).exists()
    na_een = stand()
    bepaal_signalen(op=NU)
    assert stand() == na_een


def test_nights_that_were_missed_make_no_difference(amina: Werknemer) -> None:
    alles_vraagt_aandacht(amina)
    bepaal_signalen(op=date(2026, 6, 8))
    for dag in (date(2026, 11, 20), date(2026, 11, 21), NU):
        bepaal_signalen(op=dag)
    elke_nacht = {(w, soort, o) for w, soort, o, status in stand() if status == "nieuw"}
    Signaal.objects.all().delete()
    bepaal_signalen(op=NU)
    assert {(w, soort, o) for w, soort, o, status in stand() if status == "nieuw"} == elke_nacht


def test_those_of_another_organisation_ask_for_themselves(
    amina: Werknemer, iemand_elders: Werknemer, organisatie: Organisatie
) -> None:
    alles_vraagt_aandacht(iemand_elders)
    bepaal_signalen(op=NU, organisatie=organisatie)
    assert not Signaal.objects.filter(soort__in=ALLE).exists()
