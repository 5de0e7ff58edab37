"""Whether imports go on: what waits too long has no worker, or one that hangs."""

from datetime import timedelta
from typing import Final

from gedeeld.gezondheid.register import Bevinding, Gezondheidsdeel
from gedeeld.tijd import nu
from werknemers.models import Importopdracht

# Longer than one try may take: see gedeeld/taken/wachtrijen.py.
TE_LANG: Final = timedelta(minutes=12)


def _imports() -> Bevinding:
    wachtend = Importopdracht.objects.filter(status__in=Importopdracht.BEZIG)
    aantal = wachtend.count()
    if wachtend.filter(gevraagd_op__lt=nu() - TE_LANG).exists():
        return Bevinding(in_orde=False, uitleg="Er wacht een import langer dan twaalf minuten.")
    return Bevinding(in_orde=True, uitleg=f"{aantal} bezig." if aantal else "Er wacht geen import.")


DELEN: Final = (Gezondheidsdeel("imports", "Imports", _imports),)
