"""A mail could not be sent, and nobody has said yet what has to happen with it."""

from datetime import date
from typing import Any, Final

from django.db.models import F, QuerySet
from django.db.models.functions import TruncDate

from gebruikers.keuzes import Rol
from gedeeld.models import UitgaandeMail
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import Feit, Over, Regel, Signaalsoort, Stap

CODE: Final = "mail_opgegeven"


def _kandidaten(_op: date) -> QuerySet[Any, Any]:
    """About each mail that was given up."""
    mails = UitgaandeMail.objects.wacht_op_besluit().filter(organisatie__isnull=False)
    op = TruncDate("opgegeven_op")
    return als_kandidaten(mails, soort=CODE, werknemer=None, dag=op, sinds=op, wat=F("onderwerp"))


def _zin(feit: Feit, _over: Over) -> str:
    return f"de mail “{feit.wat}” raakte niet verstuurd"


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="mail niet verstuurd",
            voor=frozenset({Rol.BEHEERDER}),
            zin=_zin,
            waarom=_zin,
            nog_niet=_zin,
            geen="Alle mails zijn verstuurd.",
            stap=lambda _feit, _over: Stap("", "Bekijk de mails", "gebruikers:taken"),
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    over_mensen=False,
    weg="de mail is verstuurd of niet meer nodig",
)
