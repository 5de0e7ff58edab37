"""Both premiums of every employee in every quarter, to the cent.

Whole quarters go through the tables block by block, so that a block stays in the processor's
cache; quarters that a contract fills in part are few and are added after. The formulas are those
that `exact` explains.
"""

from dataclasses import dataclass

import numpy as np

from financiering.domein.rekenmodel.afronding import (
    DREMPEL,
    Bedragen,
    Centen,
    elk_maal_elk,
)
from financiering.domein.rekenmodel.bijdragekolommen import Bijdragen
from financiering.domein.rekenmodel.dekking import Dekking, Rest, Vol
from financiering.domein.rekenmodel.formules import begeleidingspremie, loonpremie
from financiering.domein.rekenmodel.kolommen import Kwartaalkolommen, Steunkolommen
from financiering.domein.rekenmodel.mensen import Contractkolommen


@dataclass(frozen=True, slots=True)
class Premies:
    """Cents, (persons × quarters). `twijfel` lists the (person, quarter) cells that lie so near
    to a half cent that floats cannot tell; the caller computes those exactly."""

    loonpremie: Centen
    begeleidingspremie: Centen
    twijfel: list[tuple[int, int]]


def bereken_premies(
    contracten: Contractkolommen,
    steun: Steunkolommen,
    kwartalen: Kwartaalkolommen,
    dekking: Dekking,
    bijdragen: Bijdragen,
) -> Premies:
    """Both premiums of everybody; `twijfel` is nearly always short."""
    vorm = (len(steun.verloop), len(kwartalen))
    loon, begeleiding = np.empty(vorm, np.int64), np.empty(vorm, np.int64)
    twijfel: list[tuple[int, int]] = []
    for blok, geldt in dekking.vol.blokken():
        bedragen = _hele_kwartalen(dekking.vol, steun, kwartalen, bijdragen, blok)
        fijn = kwartalen.fijn_loon, kwartalen.fijn_begeleiding
        for tabel, heel, fijnheid in zip((loon, begeleiding), bedragen, fijn, strict=True):
            bedrag = heel * geldt
            breuk, noemer = dekking.vol.breuk[blok], bijdragen.noemer[blok]
            twijfel += fijnheid.twijfel(bedrag, breuk, noemer, blok.start)
            tabel[blok] = bedrag + DREMPEL
    if len(dekking.rest):
        uit = loon, begeleiding
        twijfel += _vul_rest_in(contracten, steun, kwartalen, dekking.rest, bijdragen, uit)
    return Premies(loon, begeleiding, twijfel)


def _hele_kwartalen(
    vol: Vol, steun: Steunkolommen, kwartalen: Kwartaalkolommen, bijdragen: Bijdragen, blok: slice
) -> tuple[Bedragen, Bedragen]:
    """The premiums as if every quarter is worked in full, unrounded."""
    rij, breuk = steun.verloop[blok], vol.breuk[blok, None]
    procent, vast, variabel = (
        tabel.take(rij, axis=0) for tabel in (steun.procent, steun.vast, steun.variabel)
    )
    referte = np.dot(bijdragen.met[blok], bijdragen.loon)
    loon = loonpremie(referte, elk_maal_elk(breuk, kwartalen.plafond_per_kwartaal), procent)
    return loon, begeleidingspremie(vast, variabel, breuk)


def _vul_rest_in(
    contracten: Contractkolommen,
    steun: Steunkolommen,
    kwartalen: Kwartaalkolommen,
    rest: Rest,
    bijdragen: Bijdragen,
    uit: tuple[Centen, Centen],
) -> list[tuple[int, int]]:
    """Fill in the cells that were left over, and name the doubtful ones."""
    breuk = contracten.breuk[rest.contract]
    referte = rest.som(rest.van_maanden(kwartalen.groei, bijdragen.rest))
    plafond = rest.som(breuk * rest.van_maanden(kwartalen.plafond))
    vte = rest.som(breuk * np.einsum("pm->p", rest.aandeel)) / 3
    plaats = steun.verloop[rest.persoon], rest.kwartaal
    loon = loonpremie(referte, plafond, steun.procent[plaats])
    begeleiding = begeleidingspremie(steun.vast[plaats], steun.variabel[plaats], vte)
    for tabel, bedrag in zip(uit, (loon, begeleiding), strict=True):
        tabel[rest.persoon, rest.kwartaal] = bedrag + DREMPEL
    return [
        *rest.twijfel(contracten, kwartalen.fijn_loon, loon, bijdragen.noemer),
        *rest.twijfel(contracten, kwartalen.fijn_begeleiding, begeleiding, bijdragen.noemer),
    ]
