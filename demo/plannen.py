"""The plan of everybody in the demo whose trajectory runs and who has no story: what they can do,
what asks attention, where they go, and what was agreed. Of a few a piece is still missing."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Final

from django.utils import timezone

from demo.mensen import Demomens
from demo.organisaties import Demo
from demo.planteksten import (
    AANDACHT,
    DOELEN,
    DOELWITTEN,
    EINDDOEL,
    GESPREKKEN,
    SCORES,
    TALENTEN,
    Doeltekst,
)
from demo.verhaal import Verhaal
from demo.verhalen import VERHALEN
from gedeeld.periode import plus_dagen
from gedeeld.werkdagen import werkdag_vanaf
from trajects.keuzes import RANDVOORWAARDEN, Fase, Standrandvoorwaarde, Thema
from trajects.models import Doel, Jobdoelwit, Traject

# Whose plan is not there yet, for a reason that the log tells.
ZONDER_DOELEN: Final = frozenset({"L008", "L114", "S005"})
ZONDER_DOELWIT: Final = frozenset({"L065", "L004", "L049", "L112", "S005"})
ZONDER_PROFIEL: Final = frozenset({"L069", "L114", "S005"})
# Of whom the last talk in the file is long ago.
LANG_NIET_GESPROKEN: Final = frozenset({"L065", "L027", "L103", "S002"})
# Whom nobody told yet where the job leads.
ZONDER_UITLEG: Final = frozenset({"L010", "L022", "S007"})
# A story about an advice or another counsellor says nothing about the plan.
_OOK: Final = frozenset({"L012", "L045", "L048", "L068"})

_PROFIEL, _DOELWIT, _DOELEN, _GEDAAN = 10, 25, 40, 55  # days since the trajectory began
_TALENTEN, _SCORES = 2, 3
_TE_LAAT: Final = 12  # of every so many people the one whose action is late


def maak_plannen(mensen: Iterable[Demomens], demo: Demo, op: date) -> None:
    """On the days after which the plan was gone through, and a talk of not long ago."""
    dagen: dict[int, date] = {}
    for nummer, (mens, traject) in enumerate(_lopend(mensen), start=1):
        v = Verhaal(mens, demo, op)
        eigen = mens.persoon.nummer
        if _op(v, traject, 3) and eigen not in ZONDER_UITLEG:
            v.noteer(EINDDOEL, Thema.EINDDOEL, minuten=40)
        if _op(v, traject, _PROFIEL) and eigen not in ZONDER_PROFIEL:
            _maak_profiel(v, nummer)
        if _op(v, traject, _DOELWIT) and eigen not in ZONDER_DOELWIT:
            _kies_doelwit(v, traject, nummer)
        if _op(v, traject, _DOELEN) and eigen not in ZONDER_DOELEN:
            dagen |= _spreek_af(v, traject, nummer)
        if eigen not in LANG_NIET_GESPROKEN:
            v.dag(dagen=1 + nummer * 5 % 12)
            v.noteer(GESPREKKEN[nummer % len(GESPREKKEN)], minuten=20)
    _zet_dagen(dagen)


def maakt_plan(nummer: str) -> bool:
    """Whose plan no story tells."""
    return nummer not in VERHALEN or nummer in _OOK


def _lopend(mensen: Iterable[Demomens]) -> Iterator[tuple[Demomens, Traject]]:
    """Who is at work, with the trajectory."""
    for mens in mensen:
        blijft = mens.persoon.vertrek is None and mens.loopbaan.laatste_dag is None
        if blijft and maakt_plan(mens.persoon.nummer):
            traject = Traject.objects.lopend().filter(werknemer=mens.werknemer).first()
            if traject is not None and traject.fase != Fase.NAZORG:
                yield mens, traject


def _op(v: Verhaal, traject: Traject, dagen: int) -> bool:
    """So many days after the trajectory began; False when that is still to come."""
    v.nu = werkdag_vanaf(plus_dagen(traject.gestart_op, dagen))
    return v.nu <= v.vandaag


def _maak_profiel(v: Verhaal, nummer: int) -> None:
    v.talenten(*(TALENTEN[(nummer * 2 + n) % len(TALENTEN)] for n in range(_TALENTEN)))
    rij = [SCORES[(nummer * _SCORES + n) % len(SCORES)] for n in range(_SCORES)]
    v.competenties({naam: (zij, zelf, voorbeeld) for naam, zij, zelf, voorbeeld in rij})
    aandacht, toelichting = AANDACHT[nummer % len(AANDACHT)]
    for thema in RANDVOORWAARDEN:
        if thema == aandacht and nummer % 2:
            v.randvoorwaarde(thema, Standrandvoorwaarde.AANDACHT, toelichting)
        else:
            v.randvoorwaarde(thema, Standrandvoorwaarde.IN_ORDE)


def _kies_doelwit(v: Verhaal, traject: Traject, nummer: int) -> None:
    if not Jobdoelwit.objects.actief().filter(traject=traject).exists():
        v.jobdoelwit(DOELWITTEN[nummer % len(DOELWITTEN)])


def _spreek_af(v: Verhaal, traject: Traject, nummer: int) -> dict[int, date]:
    """Two goals, each with an action that is done and one that comes; by key when that was."""
    gemaakt = v.nu
    heeft_doelwit = Jobdoelwit.objects.actief().filter(traject=traject).exists()
    passend = [tekst for tekst in DOELEN if heeft_doelwit or tekst.thema != Thema.VORMING]
    gekozen = [passend[(nummer + plaats) % len(passend)] for plaats in (0, 2)]
    gedaan = _op(v, traject, _GEDAAN)
    dagen = {}
    for plaats, tekst in enumerate(gekozen):
        v.nu = gemaakt
        doel = v.doel(tekst.titel, tekst.thema, over=_dagen_tot(v, 60 + nummer * 7 % 90))
        dagen[doel.pk] = gemaakt
        _doe_actie(v, tekst, doel, gedaan=gedaan)
        laat = plaats == 0 and nummer % _TE_LAAT == 0
        nog = -9 if laat else 5 + nummer * 11 % 40 + 20 * plaats
        v.nu = gemaakt
        v.actie(tekst.volgt, tekst.wie, over=_dagen_tot(v, nog), doel=doel)
    return dagen


def _doe_actie(v: Verhaal, tekst: Doeltekst, doel: Doel, *, gedaan: bool) -> None:
    v.actie(tekst.gedaan, tekst.wie, over=20, doel=doel)
    if gedaan:
        v.nu = plus_dagen(v.nu, _GEDAAN - _DOELEN)
        v.gedaan(tekst.gedaan, tekst.resultaat)


def _dagen_tot(v: Verhaal, na_vandaag: int) -> int:
    return (plus_dagen(v.vandaag, na_vandaag) - v.nu).days


def _zet_dagen(dagen: dict[int, date]) -> None:
    """A goal changed when it was agreed on, not when the demo was loaded: whoever said yes to the
    plan after that, agreed with it."""
    doelen = list(Doel.objects.filter(pk__in=dagen))
    for doel in doelen:
        moment = datetime.combine(dagen[doel.pk], time(10))
        doel.gewijzigd_op = timezone.make_aware(moment)
    Doel.objects.bulk_update(doelen, ["gewijzigd_op"])
