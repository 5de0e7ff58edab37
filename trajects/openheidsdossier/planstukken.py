"""The pieces of the plan: how it began, each phase, each job target in turn, what came of goals;
each version of the support plan, and each time that the plan on paper was gone through."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.db.models import Count, Prefetch, Q

from gedeeld.weergeven import datum_voluit, meervoud
from trajects.keuzes import Dossierdeel, Fase, Standactie
from trajects.models import Doel, Fasewissel, Jobdoelwit, Planbespreking, Planversie, Traject
from trajects.openheidsdossier.stuk import Openheidsstuk, feiten
from werknemers.models import Werknemer

_TELLINGEN: Final[dict[str, Any]] = {
    "aantal_acties": Count("acties"),
    "aantal_gedaan": Count("acties", filter=Q(acties__stand=Standactie.GEDAAN)),
}


def lees_planstukken(werknemer: Werknemer) -> Iterator[Openheidsstuk]:
    """Six queries, for who may see the plan."""
    trajecten = werknemer.trajecten.prefetch_related(
        "jobdoelwitten", Prefetch("doelen", Doel.objects.annotate(**_TELLINGEN))
    )
    for traject in trajecten.prefetch_related(
        Prefetch("fasewissels", Fasewissel.objects.exclude(van="").select_related("door"))
    ):
        yield _start(traject)
        yield from map(_fase, traject.fasewissels.all())
        yield from map(_jobdoelwit, traject.jobdoelwitten.all())
        yield from map(_doel, traject.doelen.all())
    yield from map(_versie, werknemer.planversies.all())
    for bespreking in werknemer.planbesprekingen.select_related("door"):
        yield _bespreking(bespreking, werknemer)


def _start(traject: Traject) -> Openheidsstuk:
    return Openheidsstuk(
        Dossierdeel.PLAN,
        f"traject-{traject.pk}",
        traject.gestart_op,
        "Start van het traject",
        feiten=feiten(
            ("Fase nu", traject.get_fase_display()),
            ("Beoogde uitstroom", _dag(traject.beoogde_uitstroom)),
            ("Samenvatting", traject.samenvatting),
        ),
    )


def _fase(wissel: Fasewissel) -> Openheidsstuk:
    van = Fase(wissel.van).label
    return Openheidsstuk(
        Dossierdeel.PLAN,
        f"fase-{wissel.pk}",
        wissel.op,
        f"Fase: van {van} naar {wissel.get_naar_display()}",
        wissel.door.volledige_naam if wissel.door else "",
        feiten(("Reden", wissel.reden)),
    )


def _jobdoelwit(doel: Jobdoelwit) -> Openheidsstuk:
    return Openheidsstuk(
        Dossierdeel.PLAN,
        f"jobdoelwit-{doel.pk}",
        doel.van,
        f"Jobdoelwit: {doel.titel}",
        feiten=feiten(
            ("Soort werk", doel.get_soort_werk_display()),
            ("Waarom", doel.waarom),
            ("Tot", _dag(doel.tot)),
            ("Waarom niet meer", doel.reden_van_wijziging),
        ),
    )


def _doel(doel: Doel) -> Openheidsstuk:
    """`doel` with the counts of its actions. Nobody notes on which day a goal was set."""
    aantal: int = doel.aantal_acties  # type: ignore[attr-defined]
    gedaan: int = doel.aantal_gedaan  # type: ignore[attr-defined]
    acties = f"{meervoud(aantal, 'actie', 'acties')}, waarvan {gedaan} gedaan" if aantal else ""
    return Openheidsstuk(
        Dossierdeel.PLAN,
        f"doel-{doel.pk}",
        None,
        f"Doel: {doel.titel}",
        feiten=feiten(
            ("Tegen", _dag(doel.tegen)),
            ("Stand", doel.get_stand_display()),
            ("Acties", acties),
            ("Resultaat", doel.resultaat),
        ),
    )


def _versie(versie: Planversie) -> Openheidsstuk:
    """Of the plan that VDAB asks; the answer to the plan on paper is `_bespreking`."""
    return Openheidsstuk(
        Dossierdeel.PLAN,
        f"planversie-{versie.pk}",
        versie.op,
        "Versie van het ondersteuningsplan",
        feiten=feiten(("Aanleiding", versie.aanleiding)),
    )


def _bespreking(bespreking: Planbespreking, werknemer: Werknemer) -> Openheidsstuk:
    getekend = bespreking.ondertekend_op
    return Openheidsstuk(
        Dossierdeel.PLAN,
        f"bespreking-{bespreking.pk}",
        bespreking.besproken_op,
        f"Doorstroomplan van {datum_voluit(bespreking.versie)} besproken",
        bespreking.door.volledige_naam,
        feiten(
            ("Antwoord", bespreking.get_antwoord_display()),
            ("Ondertekend", getekend and f"{datum_voluit(getekend)}, door {werknemer.naam}"),
            ("Taal", bespreking.taal_in_woorden),
            ("Bewijs op het plan", bespreking.bewijs),
        ),
    )


def _dag(dag: date | None) -> str:
    return datum_voluit(dag) if dag else ""
