"""What is on file about the path of an employee, for who must account for an end of contract."""

from dataclasses import dataclass
from datetime import date

from doorstroom.gedeeld.weergeven import datum_voluit, meervoud
from trajects.domein.openheid import bewijs_van_openheid
from trajects.keuzes import Standactie, Standdeelname
from trajects.models import Jobdoelwit
from werknemers.domein.ondersteuning import bepaal
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Bewijsstuk:
    """One thing that is there or not; `wat` is a whole sentence."""

    aanwezig: bool
    wat: str


def bewijsstukken(werknemer: Werknemer, op: date) -> list[Bewijsstuk]:
    """End of support, openness, plan, job target, training, hand-over; a fixed number of reads."""
    return [
        _einde(werknemer, op),
        _openheid(werknemer),
        _plan(werknemer),
        _jobdoelwit(werknemer),
        _vorming(werknemer),
        _overdracht(werknemer),
    ]


def _einde(werknemer: Werknemer, op: date) -> Bewijsstuk:
    steun = bepaal(werknemer.adviezen.all(), op)
    bereikt = steun.laatste_dag is not None and steun.laatste_dag < op
    return Bewijsstuk(bereikt, f"Einde van de ondersteuning: {steun.in_woorden}.")


def _openheid(werknemer: Werknemer) -> Bewijsstuk:
    bewijzen = bewijs_van_openheid(werknemer)
    if not bewijzen:
        return Bewijsstuk(False, "Er is nog geen gesprek over het einddoel genoteerd.")
    aantal = meervoud(len(bewijzen), "keer", "keer")
    eerste = datum_voluit(bewijzen[0].op)
    return Bewijsstuk(True, f"Over het einddoel gesproken: {aantal}, voor het eerst op {eerste}.")


def _plan(werknemer: Werknemer) -> Bewijsstuk:
    traject = werknemer.trajecten.order_by("gestart_op", "pk").first()
    if traject is None:
        return Bewijsstuk(False, "Er is nooit een traject gestart.")
    gedaan = werknemer.acties.filter(stand=Standactie.GEDAAN).count()
    begin = datum_voluit(traject.gestart_op)
    acties = meervoud(gedaan, "actie gedaan", "acties gedaan")
    return Bewijsstuk(True, f"Traject sinds {begin}, {acties}.")


def _jobdoelwit(werknemer: Werknemer) -> Bewijsstuk:
    doel = Jobdoelwit.objects.filter(traject__werknemer=werknemer).order_by("-van", "-pk").first()
    if doel is None:
        return Bewijsstuk(False, "Er is geen jobdoelwit.")
    return Bewijsstuk(True, f"Jobdoelwit: {doel.titel}, sinds {datum_voluit(doel.van)}.")


def _vorming(werknemer: Werknemer) -> Bewijsstuk:
    gevolgd = werknemer.deelnames.filter(stand=Standdeelname.AANWEZIG).count()
    if not gevolgd:
        return Bewijsstuk(False, "Er is geen vorming gevolgd.")
    return Bewijsstuk(True, f"Vorming gevolgd: {meervoud(gevolgd, 'keer', 'keer')}.")


def _overdracht(werknemer: Werknemer) -> Bewijsstuk:
    overdracht = werknemer.overdrachten.select_related("werkgever").first()
    if overdracht is None:
        return Bewijsstuk(False, "Er is geen overdracht naar een volgende werkgever.")
    return Bewijsstuk(True, f"Overdracht naar {overdracht.werkgever}.")
