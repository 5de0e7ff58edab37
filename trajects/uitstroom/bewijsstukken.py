"""What is on file about the path of an employee, for who must account for an end of contract."""

from dataclasses import dataclass
from datetime import date

from gedeeld.weergeven import datum_voluit, meervoud
from trajects.keuzes import Standactie, Standdeelname
from trajects.models import Jobdoelwit
from trajects.openheid.bewijs import bewijs_van_openheid
from werknemers.domein.ondersteuning import bepaal
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Bewijsstuk:
    """One thing that is there or not, in a word; `wat` is a whole sentence, `details` are more."""

    aanwezig: bool
    wat: str
    woord: str = ""
    details: tuple[str, ...] = ()

    @property
    def stand(self) -> str:
        return self.woord or ("genoteerd" if self.aanwezig else "ontbreekt")


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
    """Reached when the last day of support is the last one in service, or lies before it."""
    steun = bepaal(werknemer.adviezen.all(), op)
    bereikt = steun.laatste_dag is not None and steun.laatste_dag <= op
    woord = "bereikt" if bereikt else "nog niet bereikt"
    return Bewijsstuk(bereikt, f"Einde van de ondersteuning op die dag: {steun.in_woorden}.", woord)


def _openheid(werknemer: Werknemer) -> Bewijsstuk:
    bewijzen = bewijs_van_openheid(werknemer)
    if not bewijzen:
        zin = "Er is geen gesprek over het einddoel of over de bijzondere passage genoteerd."
        return Bewijsstuk(False, zin)
    aantal = meervoud(len(bewijzen), "keer", "keer")
    eerste = datum_voluit(bewijzen[0].op)
    zin = f"Openheid over het einddoel: {aantal}, voor het eerst op {eerste}."
    regels = (f"{datum_voluit(bewijs.op)}: {bewijs.wat}" for bewijs in bewijzen)
    return Bewijsstuk(True, zin, details=tuple(regels))


def _plan(werknemer: Werknemer) -> Bewijsstuk:
    traject = werknemer.trajecten.order_by("gestart_op", "pk").first()
    if traject is None:
        return Bewijsstuk(False, "Er is nooit een traject gestart.")
    standen = list(werknemer.acties.values_list("stand", flat=True))
    gedaan = standen.count(Standactie.GEDAAN)
    acties = meervoud(len(standen), "actie", "acties")
    begin = datum_voluit(traject.gestart_op)
    return Bewijsstuk(
        True, f"Traject sinds {begin}, met {acties}. Daarvan zijn er {gedaan} gedaan."
    )


def _jobdoelwit(werknemer: Werknemer) -> Bewijsstuk:
    doel = Jobdoelwit.objects.filter(traject__werknemer=werknemer).order_by("-van", "-pk").first()
    if doel is None:
        return Bewijsstuk(False, "Er is geen jobdoelwit.")
    return Bewijsstuk(True, f"Jobdoelwit: {doel.titel}, sinds {datum_voluit(doel.van)}.")


def _vorming(werknemer: Werknemer) -> Bewijsstuk:
    gevolgd = werknemer.deelnames.filter(stand=Standdeelname.AANWEZIG).select_related("vorming")
    titels = tuple(deelname.vorming.titel for deelname in gevolgd)
    if not titels:
        return Bewijsstuk(False, "Er is geen vorming gevolgd.")
    aantal = meervoud(len(titels), "vorming", "vormingen")
    return Bewijsstuk(True, f"{aantal} gevolgd.", details=titels)


def _overdracht(werknemer: Werknemer) -> Bewijsstuk:
    overdracht = werknemer.overdrachten.select_related("werkgever").first()
    if overdracht is None:
        return Bewijsstuk(False, "Er is geen overdracht naar een volgende werkgever.")
    return Bewijsstuk(True, f"Overdracht naar {overdracht.werkgever}.")
