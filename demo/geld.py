"""Gives the demo organisations their money, once; also those that were there before it was."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db import transaction

from demo.betalingen import zet_betalingen
from demo.gegevens import BESTANDEN, lees_bestand
from demo.logins import DEMO_ORGANISATIES
from demo.loonopgaven import zet_loonopgaven
from demo.nachten import MAANDEN_GESCHIEDENIS
from demo.scenarios import zet_scenarios
from demo.voorspellingen import zet_voorspellingen
from financiering.domein.bedragen import (
    Brongegevens,
    Omkaderinggegevens,
    voeg_bron_toe,
    voeg_omkadering_toe,
)
from financiering.domein.momentopnames import bewaar_voor
from financiering.keuzes import Wijze
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from gedeeld.periode import dag_ervoor, plus_maanden
from gedeeld.tijd import vandaag
from werknemers.models import Dienst

# A line of the audit trail about one of these: somebody entered amounts already, or took them out.
_POSTEN: Final = ("klaverbladbron", "omkadering")


@transaction.atomic
def laad_geld() -> bool:
    """The amounts of each service and the scenarios; False when the demo has them, and nothing
    changes."""
    organisaties = Organisatie.objects.filter(code__in=DEMO_ORGANISATIES).order_by("pk")
    return sum(_laad(organisatie) for organisatie in organisaties) > 0


def _laad(organisatie: Organisatie) -> bool:
    """Nothing without somebody to enter it: an organisation that only has the code of the demo."""
    door = Gebruiker.objects.filter(organisatie=organisatie, rol=Rol.COORDINATOR).first()
    if door is None:
        return False
    met_bedragen = _zet_alle_bedragen(organisatie, door)
    met_scenarios = zet_scenarios(organisatie, door)
    # What was paid is compared with a forecast that knows of them.
    met_opgaven = zet_loonopgaven(organisatie, door)
    met_betalingen = zet_betalingen(organisatie, door)
    met_voorspellingen = zet_voorspellingen(organisatie)
    return met_voorspellingen or met_betalingen or met_opgaven or met_scenarios or met_bedragen


def _zet_alle_bedragen(organisatie: Organisatie, door: Gebruiker) -> bool:
    if Auditregel.objects.filter(organisatie=organisatie, soort__in=_POSTEN).exists():
        return False
    diensten = {dienst.naam: dienst for dienst in Dienst.objects.filter(organisatie=organisatie)}
    inhouden = (lees_bestand(naam) for naam in BESTANDEN[organisatie.code])
    bekend = [inhoud for inhoud in inhouden if inhoud["dienst"] in diensten]
    for inhoud in bekend:
        _zet_bedragen(diensten[inhoud["dienst"]], inhoud["financiering"], door)
    if bekend:
        _meet_terug(organisatie)
    return bool(bekend)


def _meet_terug(organisatie: Organisatie) -> None:
    """The key figures of the first day of each month, as if the job had run all that time."""
    eerste_dag = vandaag().replace(day=1)
    for maanden in range(MAANDEN_GESCHIEDENIS, -1, -1):
        bewaar_voor(organisatie, plus_maanden(eerste_dag, -maanden))


def _zet_bedragen(dienst: Dienst, geld: Mapping[str, Any], door: Gebruiker) -> None:
    for bedrag, van, tem in _tijden(geld["omkadering"]):
        gegevens = Omkaderinggegevens(
            bedrag_per_vte=bedrag, eerste_dag=van, laatste_dag=tem, geindexeerd=True
        )
        voeg_omkadering_toe(dienst=dienst, door=door, **gegevens)
    for bron in geld["bron"]:
        for bedrag, van, tem in _tijden(bron):
            voeg_bron_toe(dienst=dienst, door=door, **_bron(bron, bedrag, van, tem))


def _bron(bron: Mapping[str, Any], bedrag: Decimal, van: date, tem: date | None) -> Brongegevens:
    return Brongegevens(
        blad=bron["blad"],
        omschrijving=bron["omschrijving"],
        bedrag=bedrag,
        wijze=bron.get("wijze", Wijze.VAST),
        eerste_dag=van,
        laatste_dag=tem,
        geindexeerd=bron.get("geindexeerd", False),
    )


def _tijden(bedrag: Mapping[str, Any]) -> Iterator[tuple[Decimal, date, date | None]]:
    """Amount, first and last day: what it is, after what it was in the year before."""
    begin = date(vandaag().year - bedrag["jaren"], 1, 1)
    if "vroeger" in bedrag:
        vorig_jaar = date(begin.year - 1, 1, 1)
        yield Decimal(bedrag["vroeger"]), vorig_jaar, dag_ervoor(begin)
    yield Decimal(bedrag["bedrag"]), begin, None
