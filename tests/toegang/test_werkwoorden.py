"""Every verb on every address: only GET, HEAD and POST do anything, and HEAD never more than GET.

The sweep itself knocks with GET and POST.
"""

from collections.abc import Iterator
from typing import Final

import pytest
from django.test import Client
from django.urls import reverse

from tests.test_toegang import uitkomst, verwacht
from tests.toegang.tabel import TABEL
from tests.toegang.wacht import geschreven
from tests.toegang.wereld import ROL_VAN, Wereld, Wie, clients, maak_wereld
from werknemers.models import Werknemer

pytestmark = pytest.mark.django_db
# A redirect to the first page answers to whatever it is asked.
ANDERS: Final = {("begin", werkwoord): 302 for werkwoord in ("PUT", "PATCH", "DELETE", "OPTIONS")}
ZONDER_DEUR: Final = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
Poging = tuple[str, str, Wie, bool]


def _pogingen(naam: str) -> Iterator[Poging]:
    """Who tries what on which world; of those who may read, one is enough for HEAD."""
    adres = TABEL[naam]
    for eigen in (True, False) if adres.gaat_ergens_over else (True,):
        gelezen = False
        for wie in Wie:
            mag = verwacht(adres, adres.get, wie, eigen=eigen) in {200, 302}
            if not (mag and gelezen):
                yield naam, "HEAD", wie, eigen
            gelezen |= mag
    # A view looks at the verb before it looks at who asks or for what.
    for werkwoord in ZONDER_DEUR:
        for wie in (_wie_erin_mag(naam), Wie.OPERATOR):
            yield naam, werkwoord, wie, True


def _wie_erin_mag(naam: str) -> Wie:
    deur = TABEL[naam].get or TABEL[naam].post
    return next(wie for wie, rol in ROL_VAN.items() if deur and rol in deur.rollen)


def _bedoeld(poging: Poging) -> int | None:
    naam, werkwoord, wie, eigen = poging
    if werkwoord == "HEAD":
        return verwacht(TABEL[naam], TABEL[naam].get, wie, eigen=eigen)
    dicht = verwacht(TABEL[naam], None, wie, eigen=eigen)
    return None if dicht is None else ANDERS.get((naam, werkwoord), dicht)


def _klop_aan(client: Client, naam: str, werkwoord: str, wereld: Wereld) -> int | str | None:
    """The outcome; words when something was written or said that should not be."""
    adres = TABEL[naam]
    url = reverse(naam, kwargs=adres.van(wereld), query=adres.vraag(wereld))
    with geschreven() as opdrachten:
        antwoord = client.generic(werkwoord, url)
    if opdrachten:
        return f"wrote: {opdrachten}"
    if werkwoord == "HEAD" and antwoord.getvalue():
        return "a body"
    return uitkomst(antwoord)


def test_every_verb_on_every_address() -> None:
    eigen, vreemd = maak_wereld(), maak_wereld()
    browsers = clients(eigen)
    anders = {}
    for poging in (poging for naam in TABEL for poging in _pogingen(naam)):
        naam, werkwoord, wie, is_eigen = poging
        wereld = eigen if is_eigen else vreemd
        gevonden = _klop_aan(browsers[wie], naam, werkwoord, wereld)
        if gevonden != (bedoeld := _bedoeld(poging)):
            anders[poging] = (gevonden, bedoeld)
    assert anders == {}


def test_the_watch_notices_what_is_rolled_back() -> None:
    wereld = maak_wereld()
    with geschreven() as opdrachten:
        assert Werknemer.objects.get(pk=wereld.werknemer.pk)
        assert opdrachten == []
        Werknemer.objects.filter(pk=wereld.werknemer.pk).update(gsm="0470 00 00 00")
    assert len(opdrachten) == 1
