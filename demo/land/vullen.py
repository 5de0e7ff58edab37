"""Fills a database with a country, an organisation at a time, on several processes."""

import multiprocessing
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from time import perf_counter
from typing import Final

from django.db import connection, connections, transaction

from demo.land import logboek, mensen, organisaties, traject
from demo.land.boek import Boek, eerste_vrije_sleutel, in_volgorde
from demo.land.kopie import Tabel
from demo.land.maat import Maat
from demo.land.toeval import Toeval
from demo.land.woorden import Schrijver

_OCHTEND: Final = time(6, tzinfo=UTC)


TABELLEN: Final = tuple(
    waarde
    for module in (organisaties, mensen, traject, logboek)
    for waarde in vars(module).values()
    if isinstance(waarde, Tabel)
)


@dataclass(frozen=True, slots=True)
class Opzet:
    """`wachtwoord` is the hash that all users get; `eerste_sleutels` go with `TABELLEN`."""

    maat: Maat
    op: date
    wachtwoord: str
    eerste_sleutels: tuple[int, ...]

    @property
    def moment(self) -> datetime:
        return datetime.combine(self.op, _OCHTEND)


@dataclass(frozen=True, slots=True)
class Gevuld:
    """What one organisation took, by table: rows, and seconds of copying."""

    rijen: Counter[str]
    seconden: Counter[str]


def maak_opzet(maat: Maat, op: date, wachtwoord: str) -> Opzet:
    return Opzet(maat, op, wachtwoord, tuple(map(eerste_vrije_sleutel, TABELLEN)))


def vul(opzet: Opzet, processen: int) -> Iterator[Gevuld]:
    """Give each organisation as it is ready. With one process all is one transaction, which the
    caller opens; with more each organisation is one."""
    nummers = list(opzet.maat.nummers())
    if processen == 1:
        werk = Werk(opzet)
        yield from map(werk.vul_organisatie, nummers)
        return
    connections.close_all()  # a connection is of one process
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
        self._bedenk(boek, nummer)
        seconden: Counter[str] = Counter()
        with transaction.atomic():
            with connection.cursor() as cursor:
                # A check at the end of each COPY, instead of a queue of all of them at the end.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for tabel in in_volgorde(boek.rijen):
                begin = perf_counter()
                boek.kopieer(tabel, self.opzet.moment)
                seconden[tabel.naam] = perf_counter() - begin
        return Gevuld(Counter({t.naam: len(r) for t, r in boek.rijen.items()}), seconden)

    def _bedenk(self, boek: Boek, nummer: int) -> None:
        maat, op = self.opzet.maat, self.opzet.op
        toeval = Toeval(f"organisatie {nummer}")
        in_dienst, vertrokken = maat.in_dienst(nummer), maat.vertrokken(nummer)
        team = organisaties.richt_op(boek, toeval, nummer, in_dienst, self.opzet.wachtwoord)
        boek.organisatie = team.organisatie
        for mens in mensen.neem_in_dienst(
            boek, toeval, team, op, in_dienst=in_dienst, vertrokken=vertrokken
        ):
            door = mens.begeleider or team.coordinatoren[0]
            traject.leg_af(boek, toeval, mens, door, op)
            aantal = maat.notities if mens.loopbaan.laatste_dag is None else 0
            logboek.schrijf_notities(boek, toeval, mens, self.schrijver, aantal, door, op)

    def _sleutels(self, nummer: int) -> dict[Tabel, int]:
        """Each organisation has a stretch of keys of its own, so that nobody waits for another."""
        voor = self.opzet.maat.hoofden_voor(nummer) * self.opzet.maat.sleutels_per_hoofd
        return {
            tabel: eerste + (nummer - 1 if tabel is organisaties.ORGANISATIES else voor)
            for tabel, eerste in zip(TABELLEN, self.opzet.eerste_sleutels, strict=True)
        }
