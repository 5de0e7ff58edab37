"""Somebody began: the advice, the end goal, the passage, the trajectory."""

from datetime import date
from typing import Final

from gebruikers.keuzes import Rol
from gedeeld.periode import plus_dagen
from tests.fabrieken import PassageFactory
from tests.trajects.signaalsoorten.gevallen.geval import (
    NU,
    Geval,
    Toneel,
    begeleiding,
    notitie,
    personeelsdienst,
)
from tests.trajects.signaalsoorten.loopt import in_dienst
from trajects.keuzes import Thema
from trajects.models import Contractpassage
from trajects.signaalsoorten.soort import Urgentie

TWEE_WEKEN: Final = plus_dagen(NU, -14)
EEN_MAAND: Final = date(2026, 10, 23)


def begint_vandaag(t: Toneel) -> int:
    in_dienst(t.wie, begin=NU)
    return t.wie.pk


def niet_uitgelegd(t: Toneel) -> int:
    return in_dienst(t.wie, begin=TWEE_WEKEN, uitgelegd=False).pk


def met_passage(t: Toneel) -> int:
    PassageFactory(organisatie=t.wie.organisatie)
    return niet_uitgelegd(t)


def overloopt_passage(t: Toneel) -> None:
    versie = Contractpassage.objects.get(organisatie=t.wie.organisatie)
    velden = {"uitgelegd_op": "2026-11-23", "uitgelegd_door": "Hilde", "taal": "nl"}
    contract = t.wie.contracten.get()
    t.vul_in(Rol.HR, "trajects:openheid", contract.pk, passage=versie.pk, **velden)


GEVALLEN: Final = (
    Geval(
        code="geen_advies",
        feiten=begint_vandaag,
        dag=NU,
        urgentie=Urgentie.DAARNA,
        stappen=personeelsdienst("contract"),
        ook_stap={Rol.BEGELEIDER: "Er is nog geen advies voor Amina. Vraag het na bij HR."},
        doe=lambda t: t.vul_in(
            Rol.HR,
            "werknemers:advies_nieuw",
            t.wie.pk,
            soort="imw_5",
            besluitdatum="2026-11-10",
            begeleidingsniveau="laag",
        ),
        reden="het advies is ingevuld",
    ),
    Geval(
        code="openheid",
        feiten=niet_uitgelegd,
        dag=TWEE_WEKEN,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("openheid"),
        doe=lambda t: notitie(t, themas=[Thema.EINDDOEL]),
        reden="het einddoel is uitgelegd",
    ),
    Geval(
        code="passage",
        feiten=met_passage,
        dag=TWEE_WEKEN,
        urgentie=Urgentie.DAARNA,
        stappen={Rol.HR: "openheid"},
        doe=overloopt_passage,
        reden="de passage is overlopen",
    ),
    Geval(
        code="geen_traject",
        feiten=lambda t: in_dienst(t.wie, begin=EEN_MAAND).pk,
        dag=EEN_MAAND,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("traject"),
        doe=lambda t: t.vul_in(
            Rol.BEGELEIDER, "trajects:traject", t.wie.pk, gestart_op="2026-11-23"
        ),
        reden="er loopt een traject",
    ),
)
