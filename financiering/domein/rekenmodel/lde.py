"""The temporary compensation of the LDE transition, for whole tables at once."""

from dataclasses import replace
from fractions import Fraction

import numpy as np

from financiering.domein.rekenmodel.afronding import Centen, rond_af
from financiering.domein.rekenmodel.dagen import Getallen, dagnummer
from financiering.domein.rekenmodel.dekking import bepaal_dekking
from financiering.domein.rekenmodel.kolommen import Kwartaalkolommen, Steunkolommen
from financiering.domein.rekenmodel.kosten import VTE, bereken_vte
from financiering.domein.rekenmodel.mensen import Contractkolommen, Mensen
from financiering.domein.rekenmodel.persoon import Advies
from financiering.domein.rekenmodel.tarieven import Tarieven
from gedeeld.periode import Periode


def lde_vergoedingen(mensen: Mensen, tarieven: Tarieven, kwartalen: Kwartaalkolommen) -> Centen:
    """(persons × quarters). Exact: full-time jobs are counted in whole numbers."""
    tabel = np.zeros((len(mensen), len(tarieven)), np.int64)
    if not any(tarief.lde_vergoeding for tarief in tarieven.kwartalen):
        return tabel
    _, contracten = lde_contracten(mensen, mensen.contracten, tarieven.periode)
    if not len(contracten):
        return tabel
    dekking = bepaal_dekking(contracten, kwartalen, len(mensen))
    vte = bereken_vte(contracten, dekking)
    for rij, plaats in np.argwhere(vte).tolist():
        vergoeding = Fraction(tarieven.kwartalen[plaats].lde_vergoeding)
        tabel[rij, plaats] = rond_af(100 * vergoeding * int(vte[rij, plaats]) / VTE)
    return tabel


def lde_naast_imw(steun: Steunkolommen, tarieven: Tarieven) -> list[tuple[int, int]]:
    """Where an IMW advice counts in a quarter with days of a transition, as (person, quarter): few,
    and only in the first quarter of who comes out of the transition."""
    welke = steun.met_lde
    if not len(welke):
        return []
    telt = (steun.procent[welke] > 0) | (steun.vast[welke] > 0)
    cellen = []
    for rij in np.flatnonzero(telt.any(axis=1)).tolist():
        nummer = int(welke[rij])
        lde = [advies.periode for advies in steun.adviezen[nummer] if advies.lde]
        plaatsen = [
            plaats
            for plaats in np.flatnonzero(telt[rij]).tolist()
            if any(p.overlapt(tarieven.kwartalen[plaats].kwartaal.periode) for p in lde)
        ]
        wie = np.flatnonzero(steun.verloop == nummer).tolist() if plaatsen else ()
        cellen += [(persoon, plaats) for persoon in wie for plaats in plaatsen]
    return cellen


def lde_contracten(
    mensen: Mensen, contracten: Contractkolommen, periode: Periode
) -> tuple[Getallen, Contractkolommen]:
    """These contracts cut to the transitions of whose they are, those of one person together; and
    which one each was."""
    verloop = mensen.verloop[contracten.persoon]
    stukken = [
        _binnen(contracten, np.flatnonzero(verloop == nummer), advies)
        for nummer in np.unique(verloop).tolist()
        for advies in mensen.steun[nummer]
        if advies.lde and advies.periode.overlapt(periode)
    ]
    # With none at all, so that there is something to put together.
    stukken.append((np.zeros(0, np.int64),) * 3)
    welke, van, tot = (np.concatenate(delen) for delen in zip(*stukken, strict=True))
    orde = np.argsort(welke, kind="stable")
    return welke[orde], replace(contracten.kies(welke[orde]), van=van[orde], tot=tot[orde])


def _binnen(
    contracten: Contractkolommen, welke: Getallen, advies: Advies
) -> tuple[Getallen, Getallen, Getallen]:
    """Which of these contracts have a day in the period of the advice, from when and until when."""
    van = np.maximum(contracten.van[welke], advies.periode.van.toordinal())
    tot = np.minimum(contracten.tot[welke], dagnummer(advies.periode.tot))
    telt = van < tot
    return welke[telt], van[telt], tot[telt]
