"""What several tests of receipts share."""

from datetime import date
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from financiering.domein.prognoses import Prognoseuitkomst, prognose_van
from financiering.domein.scenarios import zoek_toekomst
from financiering.domein.tarieven import Tarieftijdvak
from gedeeld.bewijs.papier import Bewijsbestand
from gedeeld.kwartaal import Kwartaal
from tests.financiering.conftest import Huis

VANDAAG = date(2026, 11, 23)
VAK = Tarieftijdvak(Kwartaal(2026, 4), 20)


def prognose(
    huis: Huis, naam: str = "niets doen", tijdvak: Tarieftijdvak = VAK
) -> Prognoseuitkomst:
    toekomst = zoek_toekomst(huis.organisatie.pk, naam)
    return prognose_van(huis.organisatie.pk, toekomst, tijdvak, VANDAAG)


def als_bestand(pad: Path, bewijs: Bewijsbestand) -> str:
    pad.write_bytes(bewijs.als_bestand())
    return str(pad)


def herreken(wat: str, *opties: str) -> str:
    uit = StringIO()
    call_command("herreken", wat, *opties, stdout=uit)
    return uit.getvalue()
