"""Whether imports go on: what waits too long has no worker, or one that hangs."""

from datetime import timedelta
from typing import Final

from gedeeld.gezondheid.register import Bevinding, Gezondheidsdeel
from gedeeld.tijd import nu
from werknemers.models import Importopdracht

# Longer than one try may take: see gedeeld/taken/wachtrijen.py.
TE_LANG: Final = timedelta(minutes=12)


def _imports() -> Bevinding:
    bezig = Importopdracht.objects.filter(status__in=Importopdracht.BEZIG)
    if bezig.filter(gevraagd_op__lt=nu() - TE_LANG).exists():
        return Bevinding(in_orde=False, uitleg="Er wacht een import langer dan twaalf minuten.")
    # No count: how much another organisation brings in, is not for everybody to know.
    return Bevinding(in_orde=True, uitleg="Geen import wacht langer dan twaalf minuten.")


DELEN: Final = (Gezondheidsdeel("imports", "Imports", _imports),)
