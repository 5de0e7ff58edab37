"""The one thing to do next for an employee, in a sentence."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, Final

from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.weergeven import datum_voluit
from trajects.kader.horizon import laatste_dag_van
from trajects.kader.vertrek import Vertrek, lees_vertrek
from trajects.kader.werknemerbeeld import Werknemerbeeld
from trajects.keuzes import Fase
from werknemers.models import Werknemer

# Choices of this application, not of the law: after eight weeks contact fades, and finding
# another employer takes the better part of a year.
WEKEN_ZONDER_NOTITIE: Final = 8
MAANDEN_VOOR_JOBMATCHING: Final = 12
MAANDEN_VOOR_AFRONDEN: Final = 3


class Doe(Enum):
    """What can be done next; where that is and what its button says, the views know."""

    START_TRAJECT = auto()
    PAS_TRAJECT_AAN = auto()
    START_JOBMATCHING = auto()
    KIES_UITSTROOMDAG = auto()
    ROND_TRAJECT_AF = auto()
    KIES_JOBDOELWIT = auto()
    NOTEER_GESPREK = auto()
    REGISTREER_UITSTROOM = auto()
    KIJK_OVERDRACHT_NA = auto()
    NOTEER_NAZORG = auto()


@dataclass(frozen=True, slots=True)
class VolgendeStap:
    """What to do and why; `doe` None: there is nothing to do now.

    `over` is the key of what it is about: a moment of aftercare, or else the employee.
    """

    zin: str
    doe: Doe | None = None
    over: int = 0


@dataclass(frozen=True, slots=True)
class Stapstand:
    """What the next step of one employee on the day `op` follows from.

    `fase` is None without a running trajectory; `laatste_dag` is that of the support.
    """

    werknemer: Werknemer
    op: date
    in_dienst: bool
    laatste_dag: date | None
    fase: str | None
    jobdoelwit: str
    gestart_op: date | None
    beoogde_uitstroom: date | None
    laatste_notitie: date | None
    vertrek: Vertrek | None = None


def stand_van_beeld(beeld: Werknemerbeeld) -> Stapstand:
    """The stand of an employee whose page is shown."""
    traject = beeld.traject
    return Stapstand(
        werknemer=beeld.werknemer,
        op=beeld.op,
        in_dienst=bool(beeld.diensten),
        laatste_dag=beeld.ondersteuning.laatste_dag,
        fase=traject.fase if traject else None,
        jobdoelwit=traject.jobdoelwit if traject else "",
        gestart_op=traject.gestart_op if traject else None,
        beoogde_uitstroom=traject.beoogde_uitstroom if traject else None,
        laatste_notitie=beeld.laatste_notitie,
        vertrek=lees_vertrek(beeld),
    )


def stand_van_rij(rij: Any, op: date) -> Stapstand:
    """The stand of a row of `caseload(…, op).met_laatste_notitie(…)`; no further queries."""
    return Stapstand(
        werknemer=rij,
        op=op,
        in_dienst=bool(rij.diensten),
        laatste_dag=laatste_dag_van(rij.steun_tot),
        fase=rij.fase,
        jobdoelwit=rij.jobdoelwit or "",
        gestart_op=rij.traject_gestart_op,
        beoogde_uitstroom=rij.beoogde_uitstroom,
        laatste_notitie=rij.laatste_notitie,
    )


def volgende_stap(stand: Stapstand, *, leest_logboek: bool) -> VolgendeStap:
    """The first that applies, from no trajectory to nothing to do.

    `leest_logboek` is whether `laatste_notitie` counts all that this user could have written; who
    may not read the log is not told that nobody wrote in it.
    """
    if not stand.in_dienst:
        return _uit_dienst(stand)
    if stand.vertrek is not None:
        return _vertrekt(stand, stand.vertrek)
    if stand.fase is None:
        zin = f"Er loopt nog geen traject. Start het samen met {_voornaam(stand)}."
        return _stap(stand, zin, Doe.START_TRAJECT)
    if not stand.jobdoelwit:
        zin = "Er is nog geen jobdoelwit. Kies er samen één."
        return _stap(stand, zin, Doe.KIES_JOBDOELWIT)
    if leest_logboek and (stap := _gesprek(stand)):
        return stap
    return _jobmatching(stand) or _uitstroomdatum(stand) or _rond_af(stand) or _alles_loopt(stand)


def _uit_dienst(stand: Stapstand) -> VolgendeStap:
    naam = _voornaam(stand)
    zin = f"{naam} is vandaag niet in dienst."
    if (vertrek := stand.vertrek) is not None:
        if vertrek.uitstroom is None:
            return _registreer(stand, f"{zin} Waar ging {naam} naartoe?")
        if stand.fase in {None, Fase.NAZORG}:
            return _nazorg(stand, vertrek)
    if stand.fase in {None, Fase.NAZORG}:
        return VolgendeStap(zin)
    zin = f"{zin} Zet het traject in nazorg, of sluit het af."
    return _stap(stand, zin, Doe.PAS_TRAJECT_AAN)


def _vertrekt(stand: Stapstand, vertrek: Vertrek) -> VolgendeStap:
    """Still at work: the last day comes, or the trajectory says so and nothing else does."""
    naam = _voornaam(stand)
    if vertrek.uitstroom is not None:
        dag = datum_voluit(vertrek.uitstroom.datum)
        zin = f"{naam} vertrekt. De laatste dag in dienst is {dag}."
        return _stap(stand, zin, Doe.KIJK_OVERDRACHT_NA)
    if vertrek.is_terug:
        zin = f"{naam} is terug in dienst. Zet het traject in de fase die nu past."
        return _stap(stand, zin, Doe.PAS_TRAJECT_AAN)
    return _registreer(stand, f"Het traject staat in nazorg. Waar gaat {naam} naartoe?")


def _registreer(stand: Stapstand, zin: str) -> VolgendeStap:
    zin = f"{zin} Vul het in, dan volgt de nazorg."
    return _stap(stand, zin, Doe.REGISTREER_UITSTROOM)


def _nazorg(stand: Stapstand, vertrek: Vertrek) -> VolgendeStap:
    if (moment := vertrek.nu) is not None:
        zin = f"{_voornaam(stand)} is {moment.weken} weken weg. Vraag hoe het gaat."
        return VolgendeStap(zin, Doe.NOTEER_NAZORG, moment.pk)
    zin = f"{_voornaam(stand)} is niet meer in dienst."
    if vertrek.straks is not None:
        return VolgendeStap(f"{zin} Op {datum_voluit(vertrek.straks)} vragen we hoe het gaat.")
    if stand.fase == Fase.NAZORG:
        return _stap(stand, f"{zin} De nazorg is klaar.", Doe.ROND_TRAJECT_AF)
    return VolgendeStap(f"{zin} Je hoeft nu niets te doen.")


def _gesprek(stand: Stapstand) -> VolgendeStap | None:
    laatste = stand.laatste_notitie
    sinds = max((dag for dag in (laatste, stand.gestart_op) if dag), default=None)
    if sinds is None or stand.op < plus_dagen(sinds, 7 * WEKEN_ZONDER_NOTITIE):
        return None
    weken = f"minstens {WEKEN_ZONDER_NOTITIE} weken"
    zin = f"Het traject loopt al {weken} en er is nog geen notitie."
    if laatste is not None:
        zin = f"Al {weken} geen notitie. De laatste is van {datum_voluit(laatste)}."
    return _stap(stand, f"{zin} Plan een gesprek.", Doe.NOTEER_GESPREK)


def _jobmatching(stand: Stapstand) -> VolgendeStap | None:
    """Looking for another employer begins in time, and at once when the support is over."""
    einde = stand.laatste_dag
    if stand.fase != Fase.VOORTRAJECT or einde is None:
        return None
    if einde > plus_maanden(stand.op, MAANDEN_VOOR_JOBMATCHING):
        return None
    stopt = "stopte" if einde < stand.op else "stopt"
    zin = f"De ondersteuning {stopt} op {datum_voluit(einde)} en jobmatching is nog niet gestart."
    return _stap(stand, zin, Doe.START_JOBMATCHING)


def _uitstroomdatum(stand: Stapstand) -> VolgendeStap | None:
    dag = stand.beoogde_uitstroom
    if stand.fase == Fase.NAZORG or (dag is not None and dag >= stand.op):
        return None
    if dag is None:
        zin = "Er is nog geen dag voor de uitstroom. Spreek samen een haalbare dag af."
    else:
        zin = f"De beoogde uitstroom ({datum_voluit(dag)}) is voorbij. Spreek een nieuwe dag af."
    return _stap(stand, zin, Doe.KIES_UITSTROOMDAG)


def _rond_af(stand: Stapstand) -> VolgendeStap | None:
    """The support is over, or nearly, and everything is on its way: bring it to its end."""
    einde = stand.laatste_dag
    if einde is None or stand.fase == Fase.NAZORG:
        return None
    if einde > plus_maanden(stand.op, MAANDEN_VOOR_AFRONDEN):
        return None
    zin = f"Rond het samen af: wat is nog nodig voor het jobdoelwit ({stand.jobdoelwit})?"
    return _stap(stand, zin, Doe.NOTEER_GESPREK)


def _alles_loopt(stand: Stapstand) -> VolgendeStap:
    return VolgendeStap(f"Alles loopt. Hou contact met {_voornaam(stand)}.")


def _voornaam(stand: Stapstand) -> str:
    return stand.werknemer.voornaam


def _stap(stand: Stapstand, zin: str, doe: Doe) -> VolgendeStap:
    return VolgendeStap(zin, doe, stand.werknemer.pk)
