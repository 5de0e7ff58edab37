"""Whether imports go on: what waits too long has no worker, or one that hangs."""

from datetime import timedelta
from typing import Final

from gedeeld.gezondheid.register import Bevinding, Gezondheidsdeel
from gedeeld.tijd import nu
from gedeeld.weergeven import meervoud
from werknemers.models import Importopdracht

# Longer than one try may take: see gedeeld/taken/wachtrijen.py.
TE_LANG: Final = timedelta(minutes=12)


def _imports() -> Bevinding:
    wachtend = Importopdracht.objects.filter(status__in=Importopdracht.BEZIG)
    aantal = wachtend.count()
    if wachtend.filter(gevraagd_op__lt=nu() - TE_LANG).exists():
        return Bevinding(in_orde=False, uitleg="Er wacht een import langer dan twaalf minuten.")
    if not aantal:
        return Bevinding(in_orde=True, uitleg="Er wacht geen import.")
    imports = meervoud(aantal, "import", "imports")
    return Bevinding(in_orde=True, uitleg=f"{imports} bezig, van alle organisaties samen.")


DELEN: Final = (Gezondheidsdeel("imports", "Imports", _imports),)
