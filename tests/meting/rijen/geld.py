"""The funding as people meet it: the forecast, and the key figures that a night keeps."""

from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from financiering.domein.momentopnames import bewaar_voor
from gebruikers.keuzes import Rol
from gedeeld.periode import dag_ervoor
from gedeeld.tijd import vandaag
from tests.meting.bank import in_bank, kopie
from tests.meting.beurten import om_beurten
from tests.meting.bezoek import browser
from tests.meting.mensen import gewone
from tests.meting.naspelen import neem_op, ongedaan
from tests.meting.rij import Banken, Regel, Rij, erbij, keer

BOVEN_LEZEN, KERNCIJFERS = 25.0, 2.0
_BEURTEN: Final = 9


def _meet_prognose(banken: Banken) -> Iterator[Regel]:
    """The whole page, beside its own statements with their rows as columns."""
    with in_bank(banken.groot):
        huis = gewone()
        client = browser(huis, Rol.COORDINATOR)
        adres = f"{reverse('financiering:prognose')}?kwartalen=20"

        def pagina() -> None:
            antwoord = client.get(adres)
            if antwoord.status_code != 200:
                raise RuntimeError(f"{adres} gaf {antwoord.status_code}.")

        pagina()
        lezen = neem_op(pagina)
        tijden = om_beurten(pagina, lezen.speel, _BEURTEN)
        uitleg = [f"{len(lezen.vragen)} vragen, {huis.in_dienst} in dienst"]
        client.logout()
    yield Regel("prognose, 330 × 20, naast lezen", *tijden, erbij(BOVEN_LEZEN), uitleg=uitleg)


def _meet_kerncijfers(banken: Banken) -> Iterator[Regel]:
    with kopie(banken.groot, "meting_kerncijfers") as bank, in_bank(bank):
        organisatie, op = gewone().organisatie, vandaag()
        # A night as nearly all are: that of yesterday kept a receipt, and what is foreseen.
        bewaar_voor(organisatie, dag_ervoor(op))

        def bewaar() -> None:
            with ongedaan():
                bewaar_voor(organisatie, op)

        bewaar()
        kaal = neem_op(bewaar)
        tijden = om_beurten(bewaar, kaal.speel, _BEURTEN)
    uitleg = [f"{len(kaal.vragen)} vragen"]
    yield Regel("kerncijfers van een nacht, 330", *tijden, keer(KERNCIJFERS), uitleg=uitleg)


RIJEN = (
    Rij("prognose", "de pagina Financiering naast het lezen van haar rijen", _meet_prognose),
    Rij("kerncijfers", "de kerncijfers van een nacht naast hun statements", _meet_kerncijfers),
)
