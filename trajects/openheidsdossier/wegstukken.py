"""The pieces on the way to another employer: training with its attests, placements, applications,
the hand-over with each consent, and leaving."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Prefetch
from django.utils import timezone

from gedeeld.weergeven import datum_voluit, getal
from trajects.keuzes import Checkpunt, Dossierdeel, Resultaat
from trajects.models import (
    Bijlage,
    Deelname,
    Overdracht,
    Sollicitatie,
    Stage,
    Toestemming,
    Uitstroom,
)
from trajects.openheidsdossier.stuk import Openheidsstuk, feiten
from trajects.overdracht.overdrachtenbeeld import lees_overdrachten
from werknemers.models import Werknemer


def lees_wegstukken(werknemer: Werknemer) -> Iterator[Openheidsstuk]:
    """Seven queries, for who may see the plan; the bytes of files stay where they are."""
    deelnames = werknemer.deelnames.select_related("vorming").prefetch_related(
        Prefetch("bijlagen", Bijlage.objects.zonder_inhoud().select_related("door"))
    )
    for deelname in deelnames:
        yield _deelname(deelname)
        yield from (_attest(bijlage, deelname) for bijlage in deelname.bijlagen.all())
    yield from map(_stage, werknemer.stages.select_related("werkgever"))
    yield from map(_sollicitatie, werknemer.sollicitaties.select_related("werkgever"))
    for beeld in lees_overdrachten(werknemer):
        yield _overdracht(beeld.overdracht)
        yield from (_toestemming(t, beeld.overdracht) for t in beeld.delen.toestemmingen)
    yield from map(_uitstroom, werknemer.uitstromen.select_related("werkgever"))


def _deelname(deelname: Deelname) -> Openheidsstuk:
    vorming, tot = deelname.vorming, deelname.attest_vervalt_op
    gekend = deelname.resultaat != Resultaat.GEEN
    return Openheidsstuk(
        Dossierdeel.VORMING,
        f"vorming-{deelname.pk}",
        vorming.periode.van,
        f"Vorming: {vorming.titel}",
        vorming.aanbieder,
        feiten(
            ("Periode", vorming.periode),
            ("Stand", "geannuleerd" if vorming.geannuleerd else deelname.get_stand_display()),
            ("Uren", _uren(deelname.gevolgde_uren)),
            ("Resultaat", deelname.get_resultaat_display() if gekend else ""),
            ("Attest", deelname.attest),
            ("Geldig t.e.m.", tot and datum_voluit(tot)),
        ),
    )


def _uren(uren: Decimal | None) -> str:
    """Without zeros that say nothing."""
    return "" if uren is None else getal(uren).rstrip("0").rstrip(",")


def _attest(bijlage: Bijlage, deelname: Deelname) -> Openheidsstuk:
    return Openheidsstuk(
        Dossierdeel.VORMING,
        f"bijlage-{bijlage.pk}",
        timezone.localdate(bijlage.toegevoegd_op),
        f"Bestand bij {deelname.vorming.titel}: {bijlage.bestandsnaam}",
        bijlage.door.volledige_naam,
        bijlage=bijlage,
    )


def _stage(stage: Stage) -> Openheidsstuk:
    gekend = stage.resultaat != Resultaat.GEEN
    return Openheidsstuk(
        Dossierdeel.WERK,
        f"stage-{stage.pk}",
        stage.periode.van,
        f"Stage bij {stage.werkgever}",
        feiten=feiten(
            ("Periode", stage.periode),
            ("Taak", stage.taak),
            ("Evaluatie", stage.evaluatie),
            ("Resultaat", stage.get_resultaat_display() if gekend else ""),
            ("Attest", stage.attest),
        ),
    )


def _sollicitatie(sollicitatie: Sollicitatie) -> Openheidsstuk:
    return Openheidsstuk(
        Dossierdeel.WERK,
        f"sollicitatie-{sollicitatie.pk}",
        sollicitatie.datum,
        f"Sollicitatie: {sollicitatie.vacature}",
        feiten=feiten(
            ("Werkgever", sollicitatie.werkgever),
            ("Stand", sollicitatie.get_stand_display()),
            ("Terugkoppeling", sollicitatie.terugkoppeling),
        ),
    )


def _overdracht(overdracht: Overdracht) -> Openheidsstuk:
    gehouden, gepland = overdracht.gesprek_gehouden_op, overdracht.gesprek_gepland_op
    gedaan = "; ".join(punt.label for punt in Checkpunt if punt.value in overdracht.gedaan)
    return Openheidsstuk(
        Dossierdeel.OVERDRACHT,
        f"overdracht-{overdracht.pk}",
        gehouden or gepland,
        f"Warme overdracht naar {overdracht.werkgever}",
        feiten=feiten(
            ("Gesprek gepland op", gepland and datum_voluit(gepland)),
            ("Gesprek gehouden op", gehouden and datum_voluit(gehouden)),
            ("Wie erbij was", overdracht.deelnemers),
            ("Afspraken", overdracht.afspraken),
            ("Gedaan", gedaan),
        ),
    )


def _toestemming(toestemming: Toestemming, overdracht: Overdracht) -> Openheidsstuk:
    gedeeld, ingetrokken = toestemming.gedeeld_op, toestemming.ingetrokken_op
    return Openheidsstuk(
        Dossierdeel.OVERDRACHT,
        f"toestemming-{toestemming.pk}",
        toestemming.gegeven_op,
        f"Toestemming om te delen: {toestemming.get_wat_display()}",
        feiten=feiten(
            ("Met", overdracht.werkgever),
            ("Hoe", toestemming.get_wijze_display()),
            ("Gedeeld op", gedeeld and datum_voluit(gedeeld)),
            ("Ingetrokken op", ingetrokken and datum_voluit(ingetrokken)),
        ),
    )


def _uitstroom(uitstroom: Uitstroom) -> Openheidsstuk:
    """Without the reason: that is told where it is asked."""
    return Openheidsstuk(
        Dossierdeel.OVERDRACHT,
        f"vertrek-{uitstroom.pk}",
        uitstroom.datum,
        f"Laatste dag in dienst, naar {uitstroom.get_bestemming_display()}",
        feiten=feiten(
            ("Werkgever", uitstroom.werkgever),
            ("Functie", uitstroom.functie),
            ("Op initiatief van", uitstroom.get_initiatief_display()),
        ),
    )
