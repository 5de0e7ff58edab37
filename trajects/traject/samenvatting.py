"""What was done in a trajectory, in plain sentences; written when it is closed."""

from collections import defaultdict
from collections.abc import Iterator

from gedeeld.weergeven import datum_voluit, meervoud, met_punt
from trajects.keuzes import Standactie, Standdeelname, Standdoel
from trajects.models import Actie, Doel, Traject


def vat_samen(traject: Traject) -> str:
    """Phases, job targets, goals with their actions, training, placements, applications, outflow.

    A line each, only of what there is to tell. What hangs on the employee counts from the first
    day of the trajectory on.
    """
    return "\n".join(_regels(traject))


def _regels(traject: Traject) -> Iterator[str]:
    yield f"Gestart op {datum_voluit(traject.gestart_op)}."
    yield from _fasen(traject)
    yield from _jobdoelwitten(traject)
    yield from _doelen(traject)
    yield from _niet_gedaan(traject)
    yield from _vormingen(traject)
    yield from _stages(traject)
    yield from _sollicitaties(traject)
    yield from _uitstroom(traject)


def _fasen(traject: Traject) -> Iterator[str]:
    stappen = [f"{w.get_naar_display()} ({datum_voluit(w.op)})" for w in traject.fasewissels.all()]
    if len(stappen) > 1:
        yield f"Fasen: {', '.join(stappen)}."


def _jobdoelwitten(traject: Traject) -> Iterator[str]:
    for doel in reversed(traject.jobdoelwitten.all()):
        waarom = met_punt(doel.reden_van_wijziging)
        reden = f" Veranderd: {waarom}" if waarom else ""
        yield f"Jobdoelwit vanaf {datum_voluit(doel.van)}: {met_punt(doel.titel)}{reden}"


def _doelen(traject: Traject) -> Iterator[str]:
    """Each goal with what was done for it, then what was done without a goal."""
    gedaan: dict[int | None, list[Actie]] = defaultdict(list)
    for actie in traject.acties.filter(stand=Standactie.GEDAAN).order_by("gedaan_op", "pk"):
        gedaan[actie.doel_id].append(actie)
    for doel in traject.doelen.all():
        yield _doel(doel)
        yield from map(_actie, gedaan[doel.pk])
    if los := gedaan[None]:
        yield "Ook gedaan:"
        yield from map(_actie, los)


def _doel(doel: Doel) -> str:
    stand = "niet bereikt" if doel.stand == Standdoel.OPEN else doel.get_stand_display()
    return f"Doel {stand}: {met_punt(doel.titel)} {met_punt(doel.resultaat)}".rstrip()


def _actie(actie: Actie) -> str:
    op = f" ({datum_voluit(actie.gedaan_op)})" if actie.gedaan_op else ""
    return f"– {met_punt(actie.wat + op)} {met_punt(actie.resultaat)}".rstrip()


def _niet_gedaan(traject: Traject) -> Iterator[str]:
    """How many actions end with the trajectory, and how many outlive it (`acties.van_plan`)."""
    open_ = [actie.doel_id for actie in traject.acties.open()]
    los = open_.count(None)
    if vervallen := len(open_) - los:
        yield f"{meervoud(vervallen, 'actie', 'acties')} niet meer gedaan."
    if los:
        yield f"{meervoud(los, 'losse actie blijft', 'losse acties blijven')} te doen."


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
        yield f"Stage bij {stage.werkgever}, {stage.periode}: {met_punt(stage.taak)}"


def _sollicitaties(traject: Traject) -> Iterator[str]:
    aantal = traject.werknemer.sollicitaties.filter(datum__gte=traject.gestart_op).count()
    if aantal:
        yield f"{aantal} keer gesolliciteerd."


def _uitstroom(traject: Traject) -> Iterator[str]:
    uitstromen = traject.werknemer.uitstromen.filter(datum__gte=traject.gestart_op)
    for uit in uitstromen.select_related("werkgever").order_by("datum"):
        bij = f" bij {uit.werkgever}" if uit.werkgever else ""
        werk = f": {uit.functie}{bij}" if uit.functie else bij
        yield f"Uit dienst op {datum_voluit(uit.datum)}, {uit.get_bestemming_display()}{werk}."
