"""How somebody took part in a training, in words."""

from decimal import Decimal

from django.template.defaultfilters import floatformat

from trajects.keuzes import Resultaat
from trajects.models import Deelname


def in_uren(uren: Decimal | None) -> str:
    """8 uur; "" when nobody knows."""
    return "" if uren is None else f"{floatformat(uren, '-2')} uur"


def gevolgde_tijd(deelname: Deelname) -> str:
    """8 uur; "" when it was not followed, or nobody knows how long."""
    return in_uren(deelname.gevolgde_uren or None)


def resultaat_van(deelname: Deelname) -> str:
    """geslaagd; "" as long as there is no result."""
    return "" if deelname.resultaat == Resultaat.GEEN else deelname.get_resultaat_display()


def verloop_van(deelname: Deelname) -> str:
    """Where the participation stands: aanwezig · 8 uur · geslaagd."""
    delen = (deelname.get_stand_display(), gevolgde_tijd(deelname), resultaat_van(deelname))
    return " · ".join(filter(None, delen))
