"""Fills a database with a country, an organisation at a time, on several processes."""

import multiprocessing
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from time import perf_counter

from django.db import connection, connections, transaction

from demo.land.boek import Boek, eerste_vrije_sleutel, in_volgorde
from demo.land.dagtijd import in_de_vroegte
from demo.land.kopie import Tabel
from demo.land.land import TABELLEN, Gegeven, bedenk
from demo.land.maat import Maat
from demo.land.organisaties import ORGANISATIES
from demo.land.woorden import Schrijver
from regels.domein.parameters import laad_parameters
from trajects.models import Competentie, Contractpassage
from trajects.uitstroom.nazorgplanning import MOMENTEN


@dataclass(frozen=True, slots=True)
class Opzet:
    """`eerste_sleutels` go with `TABELLEN`."""

    maat: Maat
    gegeven: Gegeven
    eerste_sleutels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gevuld:
    """What one organisation took, by table: rows, and seconds of copying."""

    rijen: Counter[str]
    seconden: Counter[str]


def maak_opzet(maat: Maat, op: date, wachtwoord: str) -> Opzet:
    """`wachtwoord` is the hash of the password of all users."""
    regels = laad_parameters(op, None)
    gegeven = Gegeven(
        op=op,
        wachtwoord=wachtwoord,
        competenties=tuple(Competentie.objects.van(None).values_list("pk", flat=True)),
        passage=Contractpassage.objects.van(None).values_list("pk", flat=True)[0],
        nazorgweken=tuple(sorted(regels.aantal(code) for code in MOMENTEN)),
    )
    return Opzet(maat, gegeven, tuple(map(eerste_vrije_sleutel, TABELLEN)))


def vul(opzet: Opzet, processen: int) -> Iterator[Gevuld]:
    """Give each organisation as it is ready.

    With one process that is in the transaction of the caller; with more each is one of its own, on
    a connection of its process.
    """
    nummers = opzet.maat.nummers()
    if processen == 1:
        yield from map(Werk(opzet).vul_organisatie, nummers)
        return
    connections.close_all()  # a connection serves one process
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processen, context, Werk.begin, (opzet,)) as pool:
        for klaar in as_completed([pool.submit(Werk.volgende, nummer) for nummer in nummers]):
            yield klaar.result()


class Werk:
    """What one process keeps between organisations."""

    _hier: "Werk"

    def __init__(self, opzet: Opzet) -> None:
        self.opzet = opzet
        self.schrijver = Schrijver()

    @classmethod
    def begin(cls, opzet: Opzet) -> None:
        cls._hier = cls(opzet)

    @classmethod
    def volgende(cls, nummer: int) -> Gevuld:
        return cls._hier.vul_organisatie(nummer)

    def vul_organisatie(self, nummer: int) -> Gevuld:
        boek = Boek(self._sleutels(nummer))
        bedenk(boek, nummer, self.opzet.maat, self.opzet.gegeven, self.schrijver)
        with transaction.atomic():
            seconden = self._kopieer(boek)
        return Gevuld(Counter({t.naam: len(r) for t, r in boek.rijen.items()}), seconden)

    def _kopieer(self, boek: Boek) -> Counter[str]:
        moment = in_de_vroegte(self.opzet.gegeven.op)
        seconden: Counter[str] = Counter()
        with connection.cursor() as cursor:
            # Checked at the end of each COPY: a queue of all checks would wait in memory.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for tabel in in_volgorde(boek.rijen):
            begin = perf_counter()
            boek.kopieer(tabel, moment)
            seconden[tabel.naam] = perf_counter() - begin
        return seconden

    def _sleutels(self, nummer: int) -> dict[Tabel, int]:
        """Each organisation has a stretch of keys of its own, so that nobody waits for another."""
        maat = self.opzet.maat
        voor = maat.hoofden_voor(nummer) * maat.sleutels_per_hoofd
        return {
            tabel: eerste + (nummer - 1 if tabel is ORGANISATIES else voor)
            for tabel, eerste in zip(TABELLEN, self.opzet.eerste_sleutels, strict=True)
        }
