"""Everybody's advice, what is lost first on top: read for all at once, shown a page at a time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, QuerySet

from gebruikers.models import Gebruiker
from regels.domein.parameters import laad_parameters
from trajects.adviesdagen.bedragen import verlengbedragen
from trajects.kader.caseload import CaseloadQuerySet, caseload
from werknemers.domein.adviesdagen.stroken import over_advies
from werknemers.domein.adviesdagen.uitkijk import Uitkijk, kijk_uit
from werknemers.domein.schijven import met_eigen_schijven
from werknemers.keuzes import Adviesmoment
from werknemers.models import Adviesgebeurtenis, Adviesperiode


@dataclass(frozen=True, slots=True)
class Adviesregel:
    """`bedrag` is what an extension would bring in, in euro; None when that cannot be said."""

    werknemer: Any
    uitkijk: Uitkijk
    bedrag: Decimal | None


def wat_eerst(mensen: CaseloadQuerySet, gebruiker: Gebruiker, op: date) -> list[Uitkijk]:
    """The advice that ends the support of each of these, in three queries. What is over comes last:
    of that nothing can be lost any more."""
    slot = mensen.order_by().values(slot=F("slotadvies_id"))
    zichtbaar = Adviesperiode.objects.zichtbaar_voor(gebruiker)
    adviezen = list(met_eigen_schijven(zichtbaar.filter(pk__in=slot)))
    stappen = _gebeurtenissen(gebruiker, adviezen)
    parameters = laad_parameters(op, gebruiker.organisatie_id)
    uitkijken = [
        kijk_uit(advies, over_advies(advies, stappen[advies.werknemer_id]), parameters)
        for advies in adviezen
    ]
    return sorted(uitkijken, key=_volgorde)


def _volgorde(uitkijk: Uitkijk) -> tuple[bool, date, bool, int]:
    """Of two that lose something on one day, who can still prevent it goes first."""
    moment = uitkijk.moment
    voorbij, niet = moment is Adviesmoment.VOORBIJ, moment is Adviesmoment.NIET
    return voorbij, uitkijk.verlies, niet, uitkijk.advies.werknemer_id


def _gebeurtenissen(
    gebruiker: Gebruiker, adviezen: Iterable[Adviesperiode]
) -> dict[int, list[Adviesgebeurtenis]]:
    van = [advies.werknemer_id for advies in adviezen]
    gelezen: QuerySet[Adviesgebeurtenis] = Adviesgebeurtenis.objects.zichtbaar_voor(gebruiker)
    per_werknemer = defaultdict(list)
    for stap in gelezen.filter(werknemer__in=van):
        per_werknemer[stap.werknemer_id].append(stap)
    return per_werknemer


def als_regels(
    uitkijken: Iterable[Uitkijk], gebruiker: Gebruiker, op: date
) -> tuple[list[Adviesregel], bool]:
    """With names and services, and the euro for who may see money (then the second is True): one
    query, and one forecast for all of them."""
    lijst = list(uitkijken)
    sleutels = [uitkijk.advies.werknemer_id for uitkijk in lijst]
    mensen = caseload(gebruiker, op).filter(pk__in=sleutels).in_bulk()
    te_verlengen = [wie.advies.werknemer_id for wie in lijst if _telt_in_euro(wie)]
    bedragen = verlengbedragen(gebruiker, te_verlengen, op)
    regels = [
        Adviesregel(mensen[wie.advies.werknemer_id], wie, _van(bedragen, wie.advies.werknemer_id))
        for wie in lijst
        if wie.advies.werknemer_id in mensen
    ]
    return regels, bedragen is not None


def _telt_in_euro(uitkijk: Uitkijk) -> bool:
    return not uitkijk.waarom_niet and uitkijk.einde >= uitkijk.op


def _van(bedragen: Any, sleutel: int) -> Decimal | None:
    return None if bedragen is None else bedragen.get(sleutel)
