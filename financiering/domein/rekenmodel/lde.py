"""The temporary compensation of the LDE transition, for whole tables at once."""

from dataclasses import replace
from fractions import Fraction

import numpy as np

from financiering.domein.rekenmodel.afronding import Centen, rond_af
from financiering.domein.rekenmodel.dagen import dagnummer
from financiering.domein.rekenmodel.dekking import bepaal_dekking
from financiering.domein.rekenmodel.kolommen import Kwartaalkolommen
from financiering.domein.rekenmodel.kosten import VTE, bereken_vte
from financiering.domein.rekenmodel.mensen import Contractkolommen, Mensen
from financiering.domein.rekenmodel.persoon import Advies
from financiering.domein.rekenmodel.tarieven import Tarieven


def lde_vergoedingen(mensen: Mensen, tarieven: Tarieven, kwartalen: Kwartaalkolommen) -> Centen:
    """(persons × quarters). Exact: full-time jobs are counted in whole numbers."""
    tabel = np.zeros((len(mensen), len(tarieven)), np.int64)
    if not any(tarief.lde_vergoeding for tarief in tarieven.kwartalen):
        return tabel
    stukken = [
        _binnen(mensen, verloop, advies)
        for verloop, adviezen in enumerate(mensen.steun)
        for advies in adviezen
        if advies.lde and advies.periode.overlapt(tarieven.periode)
    ]
    if not stukken:
        return tabel
    contracten = _samen(stukken)
    dekking = bepaal_dekking(contracten, kwartalen, len(mensen))
    vte = bereken_vte(contracten, dekking)
    for rij, plaats in np.argwhere(vte).tolist():
        vergoeding = Fraction(tarieven.kwartalen[plaats].lde_vergoeding)
        tabel[rij, plaats] = rond_af(100 * vergoeding * int(vte[rij, plaats]) / VTE)
    return tabel


def _binnen(mensen: Mensen, verloop: int, advies: Advies) -> Contractkolommen:
    """The contracts of who has this course, cut to the period of the advice."""
    alle = mensen.contracten
    eigen = alle.kies(mensen.verloop[alle.persoon] == verloop)
    geknipt = replace(
        eigen,
        van=np.maximum(eigen.van, advies.periode.van.toordinal()),
        tot=np.minimum(eigen.tot, dagnummer(advies.periode.tot)),
    )
    return geknipt.kies(geknipt.van < geknipt.tot)


def _samen(stukken: list[Contractkolommen]) -> Contractkolommen:
    namen = ("persoon", "van", "tot", "breuk", "bruto")
    alle = Contractkolommen(
        *(np.concatenate([getattr(stuk, naam) for stuk in stukken]) for naam in namen)
    )
    return alle.kies(np.argsort(alle.persoon, kind="stable"))
