"""Training: what was followed, what is planned, and which certificate came of it."""

from collections.abc import Iterator

from gedeeld.weergeven import datum_voluit
from trajects.evaluatiepakket.bron import Pakketbron
from trajects.evaluatiepakket.feiten import (
    Leemte,
    Pakketdeel,
    Pakketfeit,
    Vindplaats,
    laatst_geraakt,
    op_dag,
    tot_en_met,
)
from trajects.keuzes import Standdeelname
from trajects.models import Deelname
from trajects.vorming.deelnamezin import verloop_van


def vormingsdeel(bron: Pakketbron) -> Pakketdeel:
    feiten = op_dag(
        Pakketfeit(
            deelname.vorming.periode.van,
            _zin(deelname),
            Vindplaats.VORMING,
            laatst_geraakt(deelname.vorming.periode, deelname.gewijzigd_op),
        )
        for deelname in bron.momenten.deelnames
    )
    return Pakketdeel("vorming", "Vorming", feiten, tuple(_leemtes(bron)))


def _zin(deelname: Deelname) -> str:
    geldig = deelname.attest_vervalt_op
    tot = f", geldig t.e.m. {datum_voluit(geldig)}" if geldig else ""
    attest = f" Attest: {deelname.attest}{tot}." if deelname.attest else ""
    vorming = deelname.vorming
    return f"{vorming.titel}{tot_en_met(vorming.periode)}: {verloop_van(deelname)}.{attest}"


def _leemtes(bron: Pakketbron) -> Iterator[Leemte]:
    if not bron.momenten.deelnames:
        yield Leemte("Er is nog geen vorming gekozen.", Vindplaats.VORMING)
    for deelname in bron.momenten.deelnames:
        voorbij = deelname.vorming.periode.voorbij(bron.op)
        if voorbij and deelname.stand == Standdeelname.GEPLAND:
            zin = f"De vorming “{deelname.vorming.titel}” is voorbij. Was {bron.voornaam} er?"
            yield Leemte(zin, Vindplaats.VORMING)
