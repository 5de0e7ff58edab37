"""The alarm about the nightly job and about mails, for who can do something about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Subquery
from django.db.models.functions import Coalesce

from gebruikers.rechten import HeeftRol, mag_taken_zien
from gedeeld.models import UitgaandeMail
from gedeeld.taken.nachtwacht import Nacht, als_nacht, eerste_migratie, einde_laatste_nacht


@dataclass(frozen=True, slots=True)
class Alarm:
    """How the last night did, and how many mails wait for a decision."""

    nacht: Nacht
    mails: int

    def __bool__(self) -> bool:
        return self.nacht.alarm or bool(self.mails)


def alarm_kolommen(gebruiker: HeeftRol) -> dict[str, Any]:
    """What `alarm_uit` needs, to read in a row of who asks; nothing for who can do nothing."""
    if not mag_taken_zien(gebruiker):
        return {}
    opgegeven = UitgaandeMail.objects.zichtbaar_voor(gebruiker).wacht_op_besluit().order_by()
    aantal = opgegeven.values("organisatie").annotate(aantal=Count("pk")).values("aantal")
    return {
        "laatste_nacht": Subquery(einde_laatste_nacht()[:1]),
        "geinstalleerd": Subquery(eerste_migratie()),
        "opgegeven_mails": Coalesce(Subquery(aantal), 0),
    }


def alarm_uit(rij: Mapping[str, Any]) -> Alarm | None:
    """From `alarm_kolommen`; None for who can do nothing about it."""
    if "laatste_nacht" not in rij:
        return None
    nacht = als_nacht(rij["laatste_nacht"], rij["geinstalleerd"])
    return Alarm(nacht, rij["opgegeven_mails"])
