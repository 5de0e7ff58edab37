"""A night that knows the end of support alone: for how a signal lives, whatever its kind."""

from datetime import date

from gebruikers.models import Organisatie
from trajects.models import Signaal
from trajects.models.signaal import SignaalQuerySet
from trajects.signaalsoorten.soorten.einde_ondersteuning import EINDE, REGEL, VERLOPEN
from trajects.signalen.bepaal_signalen import Signaaluitkomst, bepaal_signalen


def bepaal_einde(*, op: date, organisatie: Organisatie | None = None) -> Signaaluitkomst:
    """The nightly job with one rule."""
    return bepaal_signalen(op=op, organisatie=organisatie, regels=[REGEL])


def over_einde() -> SignaalQuerySet:
    """The signals of that rule, when a night with all of them made them."""
    return Signaal.objects.filter(soort__in=(EINDE, VERLOPEN))
