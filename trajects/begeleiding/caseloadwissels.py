"""Which employees changed hands: for the successor, the predecessor and the coordinator."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Q

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gebruikers.models.gebruiker import GebruikerQuerySet
from gedeeld.periode import plus_dagen
from trajects.models import Begeleiderswissel
from trajects.rechten import mag_begeleiding_overdragen
from werknemers.models import Caseloadwissel, Werknemer
from werknemers.rechten import ziet_alle_werknemers

# How long what is settled still shows: a choice of this application.
DAGEN_ZICHTBAAR: Final = 7
# The same rule as `GebruikerQuerySet.begeleiders`.
_KAN_BEGELEIDEN: Final = Q(is_active=True, rol__in=(Rol.BEGELEIDER, Rol.COORDINATOR))


@dataclass(frozen=True, slots=True)
class Caseloadwissels:
    """`te_lezen`: sheets of the own caseload that are not confirmed; `toegewezen`: employees who
    came without a sheet in the last days; `overgedragen`: what this user gave away;
    `zonder_begeleiding`: colleagues who guide nobody any more and still have a caseload, for a
    coordinator."""

    te_lezen: tuple[Begeleiderswissel, ...] = ()
    toegewezen: tuple[Werknemer, ...] = ()
    overgedragen: tuple[Begeleiderswissel, ...] = ()
    zonder_begeleiding: tuple[Gebruiker, ...] = ()

    def __bool__(self) -> bool:
        return any((self.te_lezen, self.toegewezen, self.overgedragen, self.zonder_begeleiding))


def lees_caseloadwissels(gebruiker: Gebruiker, op: date) -> Caseloadwissels:
    """Two queries, three for a coordinator; nothing for who guides nobody."""
    if not mag_begeleiding_overdragen(gebruiker):
        return Caseloadwissels()
    wissels = list(_wissels(gebruiker, op))
    return Caseloadwissels(
        te_lezen=tuple(w for w in wissels if _te_lezen(w, gebruiker)),
        toegewezen=tuple(_toegewezen(gebruiker, op)),
        overgedragen=tuple(w for w in wissels if w.van_id == gebruiker.pk),
        zonder_begeleiding=(
            tuple(begeleiders_met_caseload(gebruiker).exclude(_KAN_BEGELEIDEN))
            if ziet_alle_werknemers(gebruiker)
            else ()
        ),
    )


def onbevestigde_wissels(gebruiker: Gebruiker) -> list[Begeleiderswissel]:
    """Every sheet that nobody confirmed yet, of the employees whom this user sees; one query."""
    wissels = Begeleiderswissel.objects.zichtbaar_voor(gebruiker).onbevestigd()
    return list(wissels.select_related("werknemer", "van", "naar").defer("werknemer__insz"))


def begeleiders_met_caseload(gebruiker: Gebruiker) -> GebruikerQuerySet:
    """Who guides somebody, active or not, with `aantal` annotated."""
    collegas: GebruikerQuerySet = Gebruiker.objects.zichtbaar_voor(gebruiker)
    met_aantal = collegas.annotate(aantal=Count("werknemers")).filter(aantal__gt=0)
    return met_aantal.order_by("voornaam", "naam", "pk")


def _wissels(gebruiker: Gebruiker, op: date) -> list[Begeleiderswissel]:
    """Those to this user that wait, and those from this user that wait or were just confirmed.

    The predecessor does not see the employee any more, only whether the sheet was read.
    """
    recent = Q(bevestigd_op=None) | Q(bevestigd_op__date__gte=plus_dagen(op, -DAGEN_ZICHTBAAR))
    wachten = Q(bevestigd_op=None, werknemer__begeleider=gebruiker)
    wissels = Begeleiderswissel.objects.filter(wachten | (Q(van=gebruiker) & recent))
    return list(wissels.select_related("werknemer", "van", "naar").defer("werknemer__insz"))


def _te_lezen(wissel: Begeleiderswissel, gebruiker: Gebruiker) -> bool:
    return not wissel.bevestigd_op and wissel.werknemer.begeleider_id == gebruiker.pk


def _toegewezen(gebruiker: Gebruiker, op: date) -> list[Werknemer]:
    """Who got this counsellor by the form or the import, instead of another one."""
    wissels = Caseloadwissel.objects.filter(
        naar=gebruiker, met_blad=False, op__date__gte=plus_dagen(op, -DAGEN_ZICHTBAAR)
    ).exclude(van=None)
    mensen = Werknemer.objects.zichtbaar_voor(gebruiker).filter(begeleider=gebruiker)
    wachten = Begeleiderswissel.objects.onbevestigd()
    zonder_blad = mensen.exclude(pk__in=wachten.values("werknemer"))
    return list(zonder_blad.filter(pk__in=wissels.values("werknemer")))
