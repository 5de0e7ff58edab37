"""What was done in a trajectory, in plain sentences; written when it is closed."""

from collections.abc import Iterator
from datetime import date

from doorstroom.gedeeld.weergeven import datum_voluit, meervoud
from trajects.keuzes import Standactie, Standdeelname, Standdoel
from trajects.models import Traject


def vat_samen(traject: Traject) -> str:
    """Phases, job targets, goals, actions, training, placements and applications, one line each.

    Only what there is to tell. Counts what lies within the trajectory: from its first day on.
    """
    return "\n".join(_regels(traject))


def _regels(traject: Traject) -> Iterator[str]:
    yield f"Gestart op {datum_voluit(traject.gestart_op)}."
    yield from _fasen(traject)
    yield from _jobdoelwitten(traject)
    yield from _doelen(traject)
    yield from _acties(traject)
    yield from _vormingen(traject)
    yield from _stages(traject)
    yield from _sollicitaties(traject)


def _fasen(traject: Traject) -> Iterator[str]:
    stappen = [f"{w.get_naar_display()} ({datum_voluit(w.op)})" for w in traject.fasewissels.all()]
    if len(stappen) > 1:
        yield f"Fasen: {', '.join(stappen)}."


def _jobdoelwitten(traject: Traject) -> Iterator[str]:
    for doel in reversed(traject.jobdoelwitten.all()):
        reden = f" Veranderd: {doel.reden_van_wijziging}" if doel.reden_van_wijziging else ""
        yield f"Jobdoelwit vanaf {datum_voluit(doel.van)}: {doel.titel}.{reden}"


def _doelen(traject: Traject) -> Iterator[str]:
    for doel in traject.doelen.all():
        if doel.stand == Standdoel.OPEN:
            continue
        hoe = f" {doel.resultaat}" if doel.resultaat else ""
        yield f"Doel {doel.get_stand_display()}: {doel.titel}.{hoe}"


def _acties(traject: Traject) -> Iterator[str]:
    acties = list(traject.acties.all())
    gedaan = [actie for actie in acties if actie.stand == Standactie.GEDAAN]
    if gedaan:
        yield f"{meervoud(len(gedaan), 'actie', 'acties')} gedaan:"
    for actie in sorted(gedaan, key=lambda actie: (actie.gedaan_op or date.min, actie.pk)):
        op = f" ({datum_voluit(actie.gedaan_op)})" if actie.gedaan_op else ""
        hoe = f" {actie.resultaat}" if actie.resultaat else ""
        yield f"– {actie.wat}{op}.{hoe}"
    if aantal_open := sum(actie.is_open for actie in acties):
        yield f"{meervoud(aantal_open, 'actie', 'acties')} niet meer gedaan."


def _vormingen(traject: Traject) -> Iterator[str]:
    deelnames = traject.werknemer.deelnames.filter(
        stand=Standdeelname.AANWEZIG, vorming__periode__endswith__gt=traject.gestart_op
    )
    for deelname in deelnames.select_related("vorming").order_by("vorming__periode", "pk"):
        attest = f", attest: {deelname.attest}" if deelname.attest else ""
        dag = datum_voluit(deelname.vorming.periode.van)
        yield f"Vorming gevolgd: {deelname.vorming.titel} ({dag}{attest})."


def _stages(traject: Traject) -> Iterator[str]:
    stages = traject.werknemer.stages.filter(periode__endswith__gt=traject.gestart_op)
    for stage in stages.select_related("werkgever").order_by("periode", "pk"):
        yield f"Stage bij {stage.werkgever}: {stage.taak} ({datum_voluit(stage.periode.van)})."


def _sollicitaties(traject: Traject) -> Iterator[str]:
    aantal = traject.werknemer.sollicitaties.filter(datum__gte=traject.gestart_op).count()
    if aantal:
        yield f"{meervoud(aantal, 'keer', 'keer')} gesolliciteerd."
