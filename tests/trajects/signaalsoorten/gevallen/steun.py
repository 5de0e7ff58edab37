"""The support and what is decided about it."""

from datetime import date
from typing import Final

from django.db import transaction

from gebruikers.keuzes import Rol
from gedeeld.aangeraakt import bijgewerkt
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import AdviesFactory, GebeurtenisFactory
from tests.trajects.signaalsoorten.gevallen.geval import (
    KWARTAAL,
    NU,
    Geval,
    Toneel,
    begeleiding,
    iedereen,
)
from tests.trajects.signaalsoorten.loopt import in_dienst
from trajects.signaalsoorten.soort import Urgentie
from werknemers.domein.adviezen import verwijder_advies
from werknemers.models import Adviesperiode

# Asked so many days ago that the decision was expected yesterday.
GEVRAAGD: Final = plus_dagen(NU, -91)
GEBEURTENIS_NIEUW: Final = "werknemers:gebeurtenis_nieuw"


def advies(t: Toneel, van: date, tot: date) -> Adviesperiode:
    """In service with an advice from a day until another one."""
    in_dienst(t.wie)
    gevonden: Adviesperiode = AdviesFactory(
        werknemer=t.wie, besluitdatum=van, periode=Periode(van, tot)
    )
    return gevonden


def geweigerd(t: Toneel) -> int:
    """Known today: an appeal is in time for 45 days."""
    gevraagd = GebeurtenisFactory(
        advies=advies(t, date(2023, 7, 1), date(2028, 7, 1)),
        gevraagd_op=date(2026, 9, 1),
        besluitdatum=date(2026, 11, 19),
        kennis_op=NU,
        uitkomst="geweigerd",
    )
    return int(gevraagd.pk)


def maakt_bezwaar(t: Toneel) -> None:
    besluit = t.wie.adviesgebeurtenissen.get()
    t.bewaar(
        Rol.HR,
        GEBEURTENIS_NIEUW,
        t.wie.pk,
        "bezwaar",
        vraag=f"?tegen={besluit.pk}",
        gevraagd_op="2026-11-23",
    )


def gevraagd(t: Toneel) -> int:
    vraag = GebeurtenisFactory(
        advies=advies(t, date(2023, 7, 1), date(2028, 7, 1)), gevraagd_op=GEVRAAGD
    )
    return int(vraag.pk)


def schrapt_advies(t: Toneel) -> None:
    with transaction.atomic(), bijgewerkt():
        verwijder_advies(t.wie.adviezen.get(), door=t.coordinator)


def vraag(t: Toneel, soort: str) -> None:
    """HR writes down that this was asked on the first day."""
    t.bewaar(Rol.HR, GEBEURTENIS_NIEUW, t.wie.pk, soort, gevraagd_op=KWARTAAL.isoformat())


GEVALLEN: Final = (
    Geval(
        code="beroep_kan",
        feiten=geweigerd,
        dag=date(2027, 1, 7),
        urgentie=Urgentie.EERST,
        stappen=iedereen("contract"),
        doe=maakt_bezwaar,
        reden="er is bezwaar gemaakt",
    ),
    Geval(
        code="beslissing_verwacht",
        feiten=gevraagd,
        dag=GEVRAAGD,
        urgentie=Urgentie.DAARNA,
        stappen=iedereen("contract"),
        doe=lambda t: t.bewaar(
            Rol.HR,
            "werknemers:gebeurtenis_bewerk",
            t.wie.adviesgebeurtenissen.get().pk,
            uitkomst="geweigerd",
            besluitdatum="2026-11-20",
        ),
        reden="er is niets meer waarover VDAB moet beslissen",
    ),
    Geval(
        code="verlenging_kan",
        feiten=lambda t: advies(t, date(2023, 10, 1), date(2028, 10, 1)).pk,
        vanaf=KWARTAAL,
        dag=date(2028, 7, 2),
        urgentie=Urgentie.LATER,
        stappen=iedereen("evaluatie"),
        doe=lambda t: vraag(t, "verlenging"),
        reden="de verlenging is gevraagd",
    ),
    Geval(
        code="bijsturing_kan",
        feiten=lambda t: advies(t, date(2025, 10, 1), date(2030, 10, 1)).pk,
        vanaf=KWARTAAL,
        dag=KWARTAAL,
        urgentie=Urgentie.LATER,
        stappen=iedereen("contract"),
        doe=lambda t: vraag(t, "bijsturing"),
        reden="een bijsturing of evaluatie is gevraagd",
    ),
    Geval(
        code="einde_ondersteuning",
        feiten=lambda t: advies(t, date(2023, 10, 1), date(2028, 10, 1)).pk,
        vanaf=date(2026, 9, 30),
        dag=date(2028, 9, 30),
        urgentie=Urgentie.LATER,
        stappen=begeleiding(""),
        doe=schrapt_advies,
        reden="er is geen advies meer dat het einde bepaalt",
    ),
    Geval(
        code="ondersteuning_verlopen",
        feiten=lambda t: advies(t, date(2021, 10, 1), KWARTAAL).pk,
        vanaf=KWARTAAL,
        dag=date(2026, 9, 30),
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding(""),
        ervoor="einde_ondersteuning",
        doe=lambda t: t.vul_in(
            Rol.HR,
            "werknemers:advies_nieuw",
            t.wie.pk,
            soort="imw_5",
            besluitdatum="2026-09-28",
            start="2026-10-01",
            begeleidingsniveau="laag",
            nagekeken="on",
        ),
        reden="een ander advies bepaalt nu het einde: 30/09/2031",
    ),
)
