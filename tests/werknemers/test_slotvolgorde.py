"""An import and somebody who edits at the same moment: one waits for the other, both succeed."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from time import sleep

import pytest
from django.db import connection, transaction

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from tests.fabrieken import DienstFactory, GebruikerFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from trajects.keuzes import Bestemming, Initiatief
from trajects.uitstroom.uitstromen import registreer_uitstroom
from werknemers.domein.adviezen import verwijder_advies, wijzig_advies
from werknemers.domein.contracten import sluit_contract, wijzig_contract
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer

pytestmark = pytest.mark.django_db(transaction=True)
GEDULD = 100  # tenths of a second
LAATSTE_DAG = date(2026, 12, 31)


def breng_in(door: Gebruiker, **anders: object) -> None:
    rijen = lees_in(xlsx(tabel(rij(**anders)))).rijen
    pas_toe(rijen, organisatie=door.organisatie, door=door)  # type: ignore[arg-type]


@pytest.fixture
def baas() -> Gebruiker:
    """Somebody whose organisation has one employee with contract and advice."""
    wie = GebruikerFactory(rol=Rol.COORDINATOR)
    DienstFactory(organisatie=wie.organisatie, naam="De Lepel", sleutel="de lepel")
    breng_in(wie)
    return wie


def bewerk_contract(door: Gebruiker) -> None:
    contract = Arbeidsovereenkomst.objects.get()
    wijzig_contract(
        contract,
        door=door,
        dienst=contract.dienst,
        eerste_dag=contract.periode.van,
        laatste_dag=None,
        soort=contract.soort,
        functie="kok",
        tewerkstellingsbreuk=contract.tewerkstellingsbreuk,
        bruto_maandloon=contract.bruto_maandloon,
    )


def sluit(door: Gebruiker) -> None:
    sluit_contract(Arbeidsovereenkomst.objects.get(), laatste_dag=LAATSTE_DAG, door=door)


def bewerk_advies(door: Gebruiker) -> None:
    advies = Adviesperiode.objects.get()
    wijzig_advies(
        advies,
        door=door,
        soort=advies.soort,
        besluitdatum=advies.besluitdatum,
        begin=None,
        laatste_dag=None,
        begeleidingsniveau="hoog",
        schijven=(),
    )


def wis_advies(door: Gebruiker) -> None:
    verwijder_advies(Adviesperiode.objects.get(), door=door)


def stroom_uit(door: Gebruiker) -> None:
    registreer_uitstroom(
        werknemer=Werknemer.objects.get(),
        door=door,
        sluit_contracten=True,
        datum=LAATSTE_DAG,
        bestemming=Bestemming.REGULIER,
        werkgever="Bakkerij Noord",
        functie="bakker",
        soort_contract="voltijds",
        breuk=Decimal(1),
        initiatief=Initiatief.WERKNEMER,
        reden="",
        motief="",
    )


@pytest.mark.parametrize("bewerk", [bewerk_contract, sluit, bewerk_advies, wis_advies, stroom_uit])
def test_an_import_and_an_edit_wait_for_each_other(
    baas: Gebruiker, bewerk: Callable[[Gebruiker], None]
) -> None:
    """Both stand before an employee that a third holds; the import came first."""
    with ThreadPoolExecutor(2) as draden:
        with vastgehouden(Werknemer.objects.get()):
            import_ = begin(draden, lambda: breng_in(baas, bruto_maandloon=2345))
            wacht_op_wachtenden(1)
            bewerking = begin(draden, lambda: bewerk(baas))
            wacht_op_wachtenden(2)
        import_.result(timeout=30)
        bewerking.result(timeout=30)
    loon = Auditregel.objects.filter(soort="arbeidsovereenkomst", actie="gewijzigd").earliest("pk")
    assert loon.verschil == {"bruto_maandloon": ["2065.04", "2345.00"]}


@contextmanager
def vastgehouden(werknemer: Werknemer) -> Iterator[None]:
    with transaction.atomic():
        Werknemer.objects.select_for_update().get(pk=werknemer.pk)
        yield


def begin(draden: ThreadPoolExecutor, klus: Callable[[], None]) -> "Future[None]":
    def werk() -> None:
        try:
            klus()
        finally:
            connection.close()

    return draden.submit(werk)


def wacht_op_wachtenden(aantal: int) -> None:
    """Until so many sessions of this database wait for a lock.

    Within a transaction PostgreSQL shows what it saw first, unless it is told to look again.
    """
    vraag = """SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'"""
    for _ in range(GEDULD):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(vraag)
            if cursor.fetchone()[0] >= aantal:
                return
        sleep(0.1)
    pytest.fail(f"Nobody waits: {aantal} expected.")
