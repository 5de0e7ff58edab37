"""The one thing to do next for an employee, in a sentence."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from doorstroom.gedeeld.periode import plus_dagen, plus_maanden
from doorstroom.gedeeld.weergeven import datum_voluit
from trajects.domein.werknemerbeeld import Werknemerbeeld
from trajects.keuzes import Fase
from trajects.models import Traject
from werknemers.keuzes import Steun

# Choices of this application, not of the law: after eight weeks contact fades, and finding
# another employer takes the better part of a year.
WEKEN_ZONDER_NOTITIE: Final = 8
MAANDEN_VOOR_JOBMATCHING: Final = 12


@dataclass(frozen=True, slots=True)
class Stap:
    """What to do and why; `url` and `knop` are empty when there is nothing to press."""

    zin: str
    knop: str = ""
    url: str = ""


def volgende_stap(beeld: Werknemerbeeld, *, leest_logboek: bool) -> Stap:
    """The first that applies, from no trajectory to nothing to do.

    `leest_logboek` is whether the notes in `beeld` are all that this user could have written;
    who may not read the log is not told that nobody wrote in it.
    """
    if not beeld.diensten:
        return _uit_dienst(beeld)
    traject = beeld.traject
    if traject is None:
        return Stap(
            f"Er loopt nog geen traject. Start het samen met {_voornaam(beeld)}.",
            "Start een traject",
            _traject_url(beeld),
        )
    if not traject.jobdoelwit:
        return Stap(
            "Er is nog geen jobdoelwit. Kies er samen één.",
            "Kies een jobdoelwit",
            _traject_url(beeld),
        )
    if leest_logboek and (stap := _gesprek(beeld, traject)):
        return stap
    return _jobmatching(beeld, traject) or _uitstroomdatum(beeld, traject) or _alles_loopt(beeld)


def _uit_dienst(beeld: Werknemerbeeld) -> Stap:
    zin = f"{_voornaam(beeld)} is vandaag niet in dienst."
    if beeld.traject is None or beeld.traject.fase == Fase.NAZORG:
        return Stap(zin)
    return Stap(
        f"{zin} Zet het traject in nazorg, of sluit het af.",
        "Pas het traject aan",
        _traject_url(beeld),
    )


def _gesprek(beeld: Werknemerbeeld, traject: Traject) -> Stap | None:
    laatste = beeld.laatste_notitie
    sinds = max(laatste, traject.gestart_op) if laatste else traject.gestart_op
    if beeld.op < plus_dagen(sinds, 7 * WEKEN_ZONDER_NOTITIE):
        return None
    wanneer = f"De laatste is van {datum_voluit(laatste)}." if laatste else "Er is er nog geen."
    return Stap(
        f"Al minstens {WEKEN_ZONDER_NOTITIE} weken geen notitie. {wanneer} Plan een gesprek.",
        "Noteer een gesprek",
        f"{reverse('trajects:notitie_nieuw')}?werknemer={beeld.werknemer.pk}",
    )


def _jobmatching(beeld: Werknemerbeeld, traject: Traject) -> Stap | None:
    """Looking for another employer begins in time, and at once when the support is over."""
    einde = beeld.ondersteuning.laatste_dag
    if traject.fase != Fase.VOORTRAJECT or einde is None:
        return None
    if einde > plus_maanden(beeld.op, MAANDEN_VOOR_JOBMATCHING):
        return None
    stopt = "stopte" if beeld.ondersteuning.steun == Steun.VERLOPEN else "stopt"
    return Stap(
        f"De ondersteuning {stopt} op {datum_voluit(einde)} en jobmatching is nog niet gestart.",
        "Start jobmatching",
        _traject_url(beeld),
    )


def _uitstroomdatum(beeld: Werknemerbeeld, traject: Traject) -> Stap | None:
    dag = traject.beoogde_uitstroom
    if traject.fase == Fase.NAZORG or (dag is not None and dag >= beeld.op):
        return None
    if dag is None:
        zin = "Er is nog geen dag voor de uitstroom. Spreek samen een haalbare dag af."
    else:
        zin = f"De beoogde uitstroom ({datum_voluit(dag)}) is voorbij. Spreek een nieuwe dag af."
    return Stap(zin, "Kies een dag", _traject_url(beeld))


def _alles_loopt(beeld: Werknemerbeeld) -> Stap:
    return Stap(f"Alles loopt. Hou contact met {_voornaam(beeld)}.")


def _voornaam(beeld: Werknemerbeeld) -> str:
    return beeld.werknemer.voornaam


def _traject_url(beeld: Werknemerbeeld) -> str:
    return reverse("trajects:traject", args=[beeld.werknemer.pk])
