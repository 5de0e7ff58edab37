"""Placements, training, and the way to a next employer."""

from datetime import date
from typing import Any, Final

from gebruikers.keuzes import Rol
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import (
    DeelnameFactory,
    OverdrachtFactory,
    StageFactory,
    ToestemmingFactory,
)
from tests.trajects.signaalsoorten.gevallen.geval import NU, Geval, Toneel, begeleiding
from tests.trajects.signaalsoorten.loopt import in_dienst
from trajects.keuzes import Resultaat, Standdeelname
from trajects.models import Deelname, Overdracht, Stage
from trajects.signaalsoorten.soort import Urgentie

GISTEREN: Final = plus_dagen(NU, -1)
OVER_EEN_WEEK: Final = plus_dagen(NU, 7)
DERTIG_DAGEN: Final = plus_dagen(NU, -30)
OVER_ZESTIG_DAGEN: Final = plus_dagen(NU, 60)


def stage_loopt_af(t: Toneel) -> int:
    in_dienst(t.wie)
    periode = Periode.tem(date(2026, 11, 2), OVER_EEN_WEEK)
    return int(StageFactory(werknemer=t.wie, periode=periode).pk)


def intrekking(t: Toneel) -> int:
    in_dienst(t.wie)
    overdracht = OverdrachtFactory(werknemer=t.wie)
    return int(ToestemmingFactory(overdracht=overdracht, ingetrokken_op=NU).pk)


def stemt_weer_toe(t: Toneel) -> None:
    adres = f"/overdrachten/{Overdracht.objects.get(werknemer=t.wie).pk}/toestemming/"
    t.druk(Rol.BEGELEIDER, adres, wat="jobdoelwit", gegeven_op="2026-11-23", wijze="mail")


def deelname(t: Toneel, laatste: date, **anders: Any) -> int:
    in_dienst(t.wie)
    gevolgd = DeelnameFactory(
        werknemer=t.wie,
        vorming__periode=Periode.tem(laatste, laatste),
        stand=Standdeelname.AANWEZIG,
        **anders,
    )
    return int(gevolgd.pk)


def attest(t: Toneel, tot: date) -> int:
    gehaald = {"resultaat": Resultaat.GESLAAGD, "attest": "HACCP", "attest_vervalt_op": tot}
    return deelname(t, date(2024, 1, 15), **gehaald)


def vul_deelname_in(t: Toneel, **velden: str) -> None:
    gevolgd = Deelname.objects.get(werknemer=t.wie)
    t.vul_in(Rol.BEGELEIDER, "trajects:deelname", gevolgd.pk, **velden)


GEVALLEN: Final = (
    Geval(
        code="stage_zonder_evaluatie",
        feiten=stage_loopt_af,
        dag=OVER_EEN_WEEK,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("stage_bewerk"),
        doe=lambda t: t.vul_in(
            Rol.BEGELEIDER,
            "trajects:stage_bewerk",
            Stage.objects.get(werknemer=t.wie).pk,
            evaluatie="Werkte zelfstandig.",
        ),
        reden="er is een evaluatie, of de stage staat er niet meer",
    ),
    Geval(
        code="overdrachtsgesprek",
        feiten=lambda t: int(OverdrachtFactory(werknemer=t.wie, gesprek_gepland_op=GISTEREN).pk),
        dag=GISTEREN,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("overdracht_bewerk"),
        doe=lambda t: t.vul_in(
            Rol.BEGELEIDER,
            "trajects:overdracht_bewerk",
            Overdracht.objects.get(werknemer=t.wie).pk,
            gesprek_gehouden_op="2026-11-22",
        ),
        reden="het gesprek is genoteerd, of staat niet meer gepland",
    ),
    Geval(
        code="toestemming_ingetrokken",
        feiten=intrekking,
        dag=NU,
        urgentie=Urgentie.EERST,
        stappen=begeleiding("overgang"),
        doe=stemt_weer_toe,
        reden="er is opnieuw toestemming, of de overdracht is klaar",
    ),
    Geval(
        code="vorming_zonder_resultaat",
        feiten=lambda t: deelname(t, DERTIG_DAGEN),
        dag=DERTIG_DAGEN,
        urgentie=Urgentie.LATER,
        stappen=begeleiding("deelname"),
        doe=lambda t: vul_deelname_in(t, resultaat="deels"),
        reden="het resultaat is ingevuld, of is niet meer nodig",
    ),
    Geval(
        code="attest_verloopt",
        feiten=lambda t: attest(t, OVER_ZESTIG_DAGEN),
        dag=OVER_ZESTIG_DAGEN,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("inschrijving"),
        doe=lambda t: vul_deelname_in(t, attest_vervalt_op="2028-01-15"),
        reden="het attest geldt nu tot en met 15/01/2028",
    ),
    Geval(
        code="attest_verlopen",
        feiten=lambda t: attest(t, GISTEREN),
        dag=GISTEREN,
        urgentie=Urgentie.EERST,
        stappen=begeleiding("inschrijving"),
        ervoor="attest_verloopt",
        doe=lambda t: vul_deelname_in(t, attest_vervalt_op=""),
        reden="het attest heeft geen einde meer, of staat er niet meer",
    ),
)
