"""A run on another day, or beside people at work, loses nothing of what somebody did or typed."""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.aangeraakt import bijgewerkt
from gedeeld.models import Taakrun, UitgaandeMail
from gedeeld.periode import Periode, plus_jaren
from tests.fabrieken import AdviesFactory, GebruikerFactory, WerknemerFactory
from tests.trajects.signalen.nacht import bepaal_einde, over_einde
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.signalen.signaalopvolging import stel_uit, volg_op
from werknemers.domein.adviezen import verwijder_advies
from werknemers.models import Werknemer

NU = date(2026, 11, 23)
EINDE = Periode(date(2022, 4, 1), date(2027, 4, 1))
pytestmark = pytest.mark.amina(in_dienst=True, met_steun=True, met_steun__periode=EINDE)


@pytest.mark.parametrize("andere_dag", [date(2024, 3, 1), date(2027, 1, 4), date(2027, 6, 1)])
def test_follow_up_survives_a_run_on_another_day(
    amina: Werknemer, begeleider: Gebruiker, andere_dag: date
) -> None:
    bepaal_einde(op=NU)
    volg_op(Signaal.objects.get(), door=begeleider, wie=begeleider, toelichting="Gesprek gepland.")
    bepaal_einde(op=andere_dag)
    bepaal_einde(op=NU)
    signaal = Signaal.objects.open().get()
    assert (signaal.drempel, signaal.status) == (6, Signaalstatus.IN_OPVOLGING)
    assert signaal.opgevolgd_door == begeleider
    assert "Gesprek gepland." in signaal.toelichting


@pytest.mark.parametrize("andere_dag", [date(2024, 3, 1), date(2026, 12, 7), date(2027, 6, 1)])
def test_a_postponement_survives_a_run_on_another_day(
    amina: Werknemer, begeleider: Gebruiker, andere_dag: date
) -> None:
    bepaal_einde(op=NU)
    stel_uit(Signaal.objects.get(), door=begeleider, tot=date(2026, 12, 7), reden="na de vakantie")
    bepaal_einde(op=andere_dag)
    bepaal_einde(op=NU)
    signaal = Signaal.objects.open().get()
    assert (signaal.drempel, signaal.status) == (6, Signaalstatus.UITGESTELD)
    assert signaal.uitgesteld_tot == date(2026, 12, 7)
    bepaal_einde(op=date(2026, 12, 7))
    assert Signaal.objects.open().get().status == Signaalstatus.NIEUW


def test_an_extension_that_is_undone_gives_the_follow_up_back(
    amina: Werknemer, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    bepaal_einde(op=NU)
    volg_op(Signaal.objects.get(), door=begeleider, wie=begeleider)
    tot = EINDE.tot
    assert tot is not None
    verlenging = AdviesFactory(
        werknemer=amina, besluitdatum=tot, periode=Periode(tot, plus_jaren(tot, 5))
    )
    bepaal_einde(op=NU)
    assert not Signaal.objects.open().exists()
    verwijder_advies(verlenging, door=coordinator)
    bepaal_einde(op=NU)
    signaal = Signaal.objects.open().get()
    assert (signaal.status, signaal.opgevolgd_door) == (Signaalstatus.IN_OPVOLGING, begeleider)


@pytest.mark.parametrize("rol", [Rol.HR, Rol.BEHEERDER])
def test_who_may_not_see_signals_does_not_get_them_by_mail(
    amina: Werknemer, begeleider: Gebruiker, coordinator: Gebruiker, rol: Rol
) -> None:
    """A counsellor who took another role still stands with the employees of before."""
    Gebruiker.objects.filter(pk=begeleider.pk).update(rol=rol)
    bepaal_einde(op=NU)
    assert list(UitgaandeMail.objects.values_list("aan", flat=True)) == [coordinator.email]


@pytest.mark.django_db(transaction=True)
def test_an_advice_that_disappears_meanwhile_does_not_stop_the_night(
    amina: Werknemer, coordinator: Gebruiker
) -> None:
    mehmet = WerknemerFactory(organisatie=amina.organisatie, in_dienst=True)
    AdviesFactory(werknemer=mehmet, periode=EINDE)

    def draai() -> None:
        try:
            bepaal_einde(op=NU)
        finally:
            connection.close()

    nacht = threading.Thread(target=draai)
    with transaction.atomic(), bijgewerkt():
        verwijder_advies(amina.adviezen.get(), door=coordinator)
        nacht.start()
        # The night still saw the advice; at the end of its work the writer sees what the night did.
        nacht.join(timeout=30)
    assert Taakrun.objects.get().status == Taakrun.Status.GESLAAGD
    assert [signaal.werknemer for signaal in over_einde().open()] == [mehmet]


def test_an_organisation_that_fails_does_not_stop_the_others(
    amina: Werknemer, andere_organisatie: Organisatie
) -> None:
    """The broken one comes first: the database refuses its signals."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE trajects_signaal ADD CONSTRAINT geweigerd CHECK (organisatie_id <> %s)",
            [amina.organisatie_id],
        )
    ander = WerknemerFactory(
        organisatie=andere_organisatie,
        begeleider=GebruikerFactory(organisatie=andere_organisatie),
        in_dienst=True,
    )
    AdviesFactory(werknemer=ander, periode=EINDE)
    with pytest.raises(IntegrityError, match="geweigerd"):
        bepaal_einde(op=NU)
    assert [signaal.werknemer for signaal in Signaal.objects.open()] == [ander]
    assert Taakrun.objects.get().status == Taakrun.Status.MISLUKT
