"""A trajectory runs and something is missing in it."""

from datetime import date
from typing import Final

from gebruikers.keuzes import Rol
from gedeeld.periode import plus_dagen
from tests.fabrieken import (
    JobdoelwitFactory,
    NotitieFactory,
    PlanbesprekingFactory,
    RandvoorwaardeFactory,
    TrajectFactory,
)
from tests.trajects.signaalsoorten.gevallen.geval import NU, Geval, Toneel, begeleiding, notitie
from tests.trajects.signaalsoorten.loopt import alles, in_dienst
from trajects.keuzes import Standrandvoorwaarde, Thema
from trajects.models import Doel, Jobdoelwit, Planbespreking, Randvoorwaardestand, Traject
from trajects.signaalsoorten.soort import Urgentie

ACHT_WEKEN: Final = plus_dagen(NU, -56)
ZES_WEKEN: Final = plus_dagen(NU, -42)
DRIE_MAANDEN: Final = date(2026, 8, 23)
VIER_MAANDEN: Final = date(2026, 7, 23)
# Six months before a review that is two weeks away.
VOOR_EVALUATIE: Final = date(2026, 6, 7)
EVALUATIE: Final = date(2026, 12, 7)


def traject(t: Toneel, gestart_op: date) -> Traject:
    """In service, with a trajectory since a day and nothing in it."""
    in_dienst(t.wie)
    gevonden: Traject = TrajectFactory(werknemer=t.wie, gestart_op=gestart_op)
    return gevonden


def lang_stil(t: Toneel) -> int:
    traject(t, date(2024, 2, 1))
    return int(NotitieFactory(werknemer=t.wie, auteur=t.begeleider, datum=ACHT_WEKEN).pk)


def houdt_tegen(t: Toneel) -> int:
    """The key of the row of the history with which it began."""
    in_dienst(t.wie)
    tegen = Standrandvoorwaarde.BELEMMERING
    voorwaarde = RandvoorwaardeFactory(werknemer=t.wie, thema=Thema.KINDEROPVANG, stand=tegen)
    begin = Randvoorwaardestand.objects.create(
        randvoorwaarde=voorwaarde,
        stand=tegen,
        op=ZES_WEKEN,
        door=t.begeleider,
        organisatie=t.wie.organisatie,
    )
    return begin.pk


def spreekt_af(t: Toneel) -> None:
    voorwaarde = t.wie.randvoorwaarden.get()
    velden = {"wat": "Bellen met de opvang", "wie": "begeleider"}
    t.vul_in(
        Rol.BEGELEIDER,
        "trajects:actie_nieuw",
        t.wie.pk,
        randvoorwaarde=voorwaarde.pk,
        **velden,
    )


def zonder_doelwit(t: Toneel) -> int:
    gevonden = alles(t.wie, gestart_op=DRIE_MAANDEN)
    Jobdoelwit.objects.filter(traject=gevonden).delete()
    return gevonden.pk


def zonder_doelen(t: Toneel) -> int:
    gevonden = alles(t.wie, gestart_op=VIER_MAANDEN)
    Doel.objects.filter(traject=gevonden).delete()
    return gevonden.pk


def plan_geweigerd(t: Toneel) -> int:
    """Of a trajectory that is too young to ask for a plan by itself."""
    traject(t, date(2026, 10, 1))
    return int(PlanbesprekingFactory(werknemer=t.wie, antwoord="nee", besproken_op=NU).pk)


def plan_veranderd(t: Toneel) -> int:
    gevonden = traject(t, date(2026, 7, 1))
    bespreking = PlanbesprekingFactory(werknemer=t.wie, besproken_op=date(2026, 7, 15))
    JobdoelwitFactory(traject=gevonden, van=VIER_MAANDEN)
    return int(bespreking.pk)


def bespreek(t: Toneel, rol: Rol = Rol.BEGELEIDER, **anders: str) -> None:
    """The plan is gone through, and the employee agrees."""
    velden = {"besproken_op": "2026-11-23", "taal": "nl", "antwoord": "ja"} | anders
    t.vul_in(rol, "trajects:planbespreking_nieuw", t.wie.pk, **velden)


def gaat_akkoord(t: Toneel) -> None:
    bespreking = Planbespreking.objects.get(werknemer=t.wie)
    t.vul_in(Rol.BEGELEIDER, "trajects:planbespreking_bewerk", bespreking.pk, antwoord="ja")


GEVALLEN: Final = (
    Geval(
        code="geen_gesprek",
        feiten=lang_stil,
        dag=ACHT_WEKEN,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("notitie_nieuw"),
        doe=notitie,
        reden="er was een gesprek",
    ),
    Geval(
        code="belemmering",
        feiten=houdt_tegen,
        dag=ZES_WEKEN,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("plan"),
        doe=spreekt_af,
        reden="er is een afspraak over gemaakt, of daarvoor is het nog te vroeg",
    ),
    Geval(
        code="geen_jobdoelwit",
        feiten=zonder_doelwit,
        dag=DRIE_MAANDEN,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("jobdoelwit_kies"),
        doe=lambda t: t.vul_in(Rol.BEGELEIDER, "trajects:jobdoelwit_kies", t.wie.pk, titel="kok"),
        reden="er is een jobdoelwit, of het traject staat in nazorg",
    ),
    Geval(
        code="geen_doelen",
        feiten=zonder_doelen,
        dag=VIER_MAANDEN,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("sjabloon_toepassen"),
        doe=lambda t: t.vul_in(
            Rol.BEGELEIDER, "trajects:doel_nieuw", t.wie.pk, titel="Zelf een gerecht bereiden"
        ),
        reden="er staan doelen in het plan, of het traject staat in nazorg",
    ),
    Geval(
        code="evaluatie",
        feiten=lambda t: -traject(t, VOOR_EVALUATIE).pk,
        dag=EVALUATIE,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("evaluatiemoment"),
        doe=lambda t: t.druk(
            Rol.BEGELEIDER,
            f"/werknemers/{t.wie.pk}/tussentijds/gehouden/",
            van=EVALUATIE.isoformat(),
            afgehandeld_op="2026-11-23",
        ),
        reden="de evaluatie is afgehandeld of weer open",
    ),
    Geval(
        code="plan_niet_besproken",
        feiten=lambda t: -traject(t, VIER_MAANDEN).pk,
        dag=VIER_MAANDEN,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("planbespreking_nieuw"),
        doe=bespreek,
        reden="over het plan is intussen iets anders genoteerd",
    ),
    Geval(
        code="plan_niet_akkoord",
        feiten=plan_geweigerd,
        dag=NU,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("planbespreking_nieuw"),
        doe=gaat_akkoord,
        reden="het plan is akkoord en sindsdien niet veranderd",
    ),
    Geval(
        code="plan_gewijzigd",
        feiten=plan_veranderd,
        dag=VIER_MAANDEN,
        urgentie=Urgentie.LATER,
        stappen=begeleiding("planbespreking_nieuw"),
        doe=bespreek,
        reden="over het plan is intussen iets anders genoteerd",
    ),
    Geval(
        code="plan_niet_ondertekend",
        feiten=lambda t: traject(t, VIER_MAANDEN).pk,
        dag=VIER_MAANDEN,
        urgentie=Urgentie.LATER,
        stappen={Rol.HR: "planbespreking_nieuw"},
        doe=lambda t: bespreek(t, Rol.HR, ondertekend_op="2026-11-23"),
        reden="het plan is ondertekend",
    ),
)
