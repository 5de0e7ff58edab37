"""Somebody is switched off at the moment that people are given to them: never both unseen."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from gebruikers.domein.gebruikers import wijzig_gebruiker
from gebruikers.domein.waarnemingen import regel_waarneming
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Waarneming
from gedeeld.periode import Periode
from tests.fabrieken import DienstFactory, GebruikerFactory, SignaalFactory, WerknemerFactory
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from tests.werknemers.test_slotvolgorde import begin, wacht_op_wachtenden
from trajects.begeleiding.begeleiderswissels import draag_over
from trajects.models import Signaal
from trajects.signalen.signaalopvolging import volg_op, volg_vele_op
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.werknemers import voeg_werknemer_toe, wijzig_werknemer
from werknemers.models import Werknemer

pytestmark = pytest.mark.django_db(transaction=True)
RONDES = 3
Toewijzing = Callable[[Gebruiker, Gebruiker], Any]


def _persoon(wie: Gebruiker, **anders: Any) -> Any:
    leeg = {"insz": "", "geboortedatum": None, "email": "", "gsm": "", "voertaal": "nl"}
    naam = {"voornaam": "Lou", "familienaam": "Maes", "personeelsnummer": "L1"}
    return leeg | naam | {"begeleider": wie} | anders


def _nieuw(wie: Gebruiker, door: Gebruiker) -> None:
    voeg_werknemer_toe(door=door, **_persoon(wie))


def _formulier(wie: Gebruiker, door: Gebruiker) -> None:
    wijzig_werknemer(Werknemer.objects.get(), door=door, **_persoon(wie))


def _overdracht(wie: Gebruiker, door: Gebruiker) -> None:
    draag_over([Werknemer.objects.get()], van=None, naar=wie, door=door)


def _import(wie: Gebruiker, door: Gebruiker) -> None:
    werknemer = Werknemer.objects.get()
    blad = rij(begeleider=wie.email, personeelsnummer=werknemer.personeelsnummer, insz="")
    pas_toe(lees_in(xlsx(tabel(blad))).rijen, organisatie=door.organisatie, door=door)  # type: ignore[arg-type]


def _waarneming(wie: Gebruiker, door: Gebruiker) -> None:
    periode = Periode(date(2026, 11, 23), date(2026, 12, 1))
    regel_waarneming(begeleider=door, vervanger=wie, periode=periode, door=door)


def _signaal(wie: Gebruiker, door: Gebruiker) -> None:
    volg_op(Signaal.objects.get(), door=door, wie=wie)


def _signalen(wie: Gebruiker, door: Gebruiker) -> None:
    volg_vele_op(Signaal.objects.all(), door=door, wie=wie)


TOEWIJZINGEN: list[Toewijzing] = [
    _nieuw, _formulier, _overdracht, _import, _waarneming, _signaal, _signalen,
]  # fmt: skip


def _heeft(wie: Gebruiker) -> bool:
    return (
        Werknemer.objects.filter(begeleider=wie).exists()
        or Waarneming.objects.filter(vervanger=wie).exists()
        or Signaal.objects.filter(opgevolgd_door=wie).exists()
    )


@pytest.fixture
def mensen(request: pytest.FixtureRequest) -> tuple[Gebruiker, Gebruiker]:
    """Who is switched off, and a coordinator; an employee and a signal where they are needed."""
    door = GebruikerFactory(rol=Rol.COORDINATOR)
    wie = GebruikerFactory(organisatie=door.organisatie, rol=Rol.COORDINATOR)
    GebruikerFactory(organisatie=door.organisatie, rol=Rol.BEHEERDER)
    DienstFactory(organisatie=door.organisatie, naam="De Lepel", sleutel="de lepel")
    if request.node.callspec.params["geef"] is not _nieuw:
        werknemer = WerknemerFactory(organisatie=door.organisatie, begeleider=None)
        SignaalFactory(advies__werknemer=werknemer)
    return wie, door


def _zet_uit(wie: Gebruiker) -> None:
    baas = Gebruiker.objects.get(rol=Rol.BEHEERDER)
    velden = {"voornaam": wie.voornaam, "naam": wie.naam, "rol": wie.rol}
    wijzig_gebruiker(gebruiker=wie, is_active=False, door=baas, **velden)


@pytest.mark.parametrize("geef", TOEWIJZINGEN)
def test_who_is_switched_off_first_gets_nobody(
    mensen: tuple[Gebruiker, Gebruiker], geef: Toewijzing
) -> None:
    """The form was opened, or the file compared, when the account was still on."""
    wie, door = mensen
    with ThreadPoolExecutor(1) as draden:
        with transaction.atomic():
            _zet_uit(wie)
            gift = begin(draden, lambda: geef(wie, door))
            wacht_op_wachtenden(1)
        with pytest.raises(ValidationError):
            gift.result(timeout=30)
    assert not _heeft(wie)


@pytest.mark.parametrize("geef", TOEWIJZINGEN)
def test_who_switches_off_waits_for_who_gives(
    mensen: tuple[Gebruiker, Gebruiker], geef: Toewijzing
) -> None:
    """So that the page of the administrator says how many people need somebody else."""
    wie, door = mensen
    gezien = []

    def zet_uit() -> None:
        _zet_uit(wie)
        gezien.append(_heeft(wie))

    with ThreadPoolExecutor(1) as draden:
        with transaction.atomic():
            geef(wie, door)
            uit = begin(draden, zet_uit)
            wacht_op_wachtenden(1)
        uit.result(timeout=30)
    assert gezien == [True]


@pytest.mark.parametrize("ronde", range(RONDES))
@pytest.mark.parametrize("geef", TOEWIJZINGEN)
def test_at_the_same_moment_one_of_both_knows(
    mensen: tuple[Gebruiker, Gebruiker], geef: Toewijzing, ronde: int
) -> None:
    """A row of an import that names somebody who is off comes in without counsellor."""
    wie, door = mensen
    start, gezien = Barrier(2), []

    def zet_uit() -> None:
        start.wait(timeout=30)
        _zet_uit(wie)
        gezien.append(_heeft(wie))

    def tegelijk() -> None:
        start.wait(timeout=30)
        geef(wie, door)

    with ThreadPoolExecutor(2) as draden:
        klussen = begin(draden, zet_uit), begin(draden, tegelijk)
        assert klussen[0].exception(timeout=30) is None
        fout = klussen[1].exception(timeout=30)
    connection.close()
    assert _heeft(wie) is gezien[0]
    if geef is not _import:
        assert isinstance(fout, ValidationError) is not gezien[0]
