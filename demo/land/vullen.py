"""Fills a database with a country, an organisation at a time, on several processes."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from time import perf_counter
from typing import Final

from django.core.exceptions import ValidationError
from django.db import connection, connections, transaction

from demo.land.bank import eis_lege_bank, ruim_op, zet_reeksen
from demo.land.boek import Boek, eerste_vrije_sleutel, in_volgorde
from demo.land.dagtijd import in_de_vroegte
from demo.land.kopie import Landtabel
from demo.land.land import TABELLEN, Gegeven, bedenk
from demo.land.maat import Landmaat
from demo.land.organisaties import ORGANISATIES
from demo.land.woorden import Tekstmaker
from regels.domein.parameters import laad_parameters
from trajects.models import Competentie, Contractpassage
from trajects.uitstroom.nazorgplanning import MOMENTEN

HALFWEG: Final = (
    "Een van de processen stopte halfweg, en een deel van het land staat er al. Gooi deze databank "
    "weg, maak een nieuwe en begin opnieuw."
)


@dataclass(frozen=True, slots=True)
class Opzet:
    """`eerste_sleutels` go with `TABELLEN`."""

    maat: Landmaat
    gegeven: Gegeven
    eerste_sleutels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gevuld:
    """What one organisation took, by table: rows, and seconds of copying."""

    rijen: dict[str, int]
    seconden: dict[str, float]


def vul_bank(maat: Landmaat, *, op: date, wachtwoord: str, processen: int) -> Iterator[Gevuld]:
    """Fill the empty database; gives each organisation as it is ready.

    `wachtwoord` is the hash of the password of all users. With one process all is one transaction;
    with more each organisation is one. Raises ValidationError for a country that cannot be made, a
    database that is not empty, and a process that was lost.
    """
    maat.controleer()
    eis_lege_bank()
    opzet = _maak_opzet(maat, op, wachtwoord)
    if processen == 1:
        with transaction.atomic():
            yield from map(Werk(opzet).vul_organisatie, maat.nummers())
            zet_reeksen(TABELLEN)
    else:
        yield from _vul_met_vele(opzet, processen)
        zet_reeksen(TABELLEN)
    if not connection.in_atomic_block:
        ruim_op()


def _maak_opzet(maat: Landmaat, op: date, wachtwoord: str) -> Opzet:
    regels = laad_parameters(op, None)
    gegeven = Gegeven(
        op=op,
        wachtwoord=wachtwoord,
        competenties=tuple(Competentie.objects.van(None).values_list("pk", flat=True)),
        passage=Contractpassage.objects.van(None).values_list("pk", flat=True)[0],
        nazorgweken=tuple(sorted(regels.aantal(code) for code in MOMENTEN)),
    )
    return Opzet(maat, gegeven, tuple(map(eerste_vrije_sleutel, TABELLEN)))


def _vul_met_vele(opzet: Opzet, processen: int) -> Iterator[Gevuld]:
    connections.close_all()  # a connection serves one process
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processen, context, Werk.begin, (opzet,)) as pool:
        werk = [pool.submit(Werk.volgende, nummer) for nummer in opzet.maat.nummers()]
        try:
            yield from (klaar.result() for klaar in as_completed(werk))
        except BrokenProcessPool as gestopt:
            raise ValidationError(HALFWEG) from gestopt


class Werk:
    """What one process keeps between organisations."""

    _hier: "Werk"

    def __init__(self, opzet: Opzet) -> None:
        self.opzet = opzet
        self.tekstmaker = Tekstmaker()

    @classmethod
    def begin(cls, opzet: Opzet) -> None:
        cls._hier = cls(opzet)

    @classmethod
    def volgende(cls, nummer: int) -> Gevuld:
        return cls._hier.vul_organisatie(nummer)

    def vul_organisatie(self, nummer: int) -> Gevuld:
        boek = Boek(self._sleutels(nummer))
        bedenk(boek, nummer, self.opzet.maat, self.opzet.gegeven, self.tekstmaker)
        with transaction.atomic():
            seconden = self._kopieer(boek)
        return Gevuld({t.naam: len(r) for t, r in boek.rijen.items()}, seconden)

    def _kopieer(self, boek: Boek) -> dict[str, float]:
        moment = in_de_vroegte(self.opzet.gegeven.op)
        seconden = {}
        with connection.cursor() as cursor:
            # Checked at the end of each COPY: a queue of all checks would wait in memory.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for tabel in in_volgorde(boek.rijen):
            begin = perf_counter()
            boek.kopieer(tabel, moment)
            seconden[tabel.naam] = perf_counter() - begin
        return seconden

    def _sleutels(self, nummer: int) -> dict[Landtabel, int]:
        """Each organisation has a stretch of keys of its own, so that nobody waits for another."""
        maat = self.opzet.maat
        voor = maat.hoofden_voor(nummer) * maat.sleutels_per_hoofd
        return {
            tabel: eerste + (nummer - 1 if tabel is ORGANISATIES else voor)
            for tabel, eerste in zip(TABELLEN, self.opzet.eerste_sleutels, strict=True)
        }
