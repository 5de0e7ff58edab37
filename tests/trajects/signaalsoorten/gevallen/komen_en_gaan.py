"""Somebody comes or goes: contracts, leaving, aftercare."""

from datetime import date
from typing import Final

from gebruikers.keuzes import Rol
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import ContracteindeFactory, ContractFactory, UitstroomFactory
from tests.trajects.signaalsoorten.gevallen.geval import (
    NU,
    Geval,
    Toneel,
    begeleiding,
    iedereen,
    personeelsdienst,
)
from tests.trajects.signaalsoorten.loopt import BEGIN, alles, vertrek
from tests.trajects.uitstroom.uitstroomhulp import velden as uitstroomvelden
from trajects.models import Nazorgmoment, Uitstroom
from trajects.signaalsoorten.soort import Urgentie
from werknemers.models import Contracteinde

GISTEREN: Final = plus_dagen(NU, -1)
DRIE_MAANDEN_VERDER: Final = date(2027, 2, 23)
# Eighteen months before its guarantee ends, two months after the day of the tests.
LANG_WEG: Final = date(2025, 7, 23)


def contract_loopt_door(t: Toneel) -> int:
    alles(t.wie)
    vertrek(t.wie, GISTEREN, gesloten=False)
    return t.wie.contracten.get().pk


def weg_zonder_uitstroom(t: Toneel) -> int:
    contract = ContractFactory(werknemer=t.wie, periode=Periode.tem(BEGIN, GISTEREN))
    return int(contract.pk)


def vier_weken_weg(t: Toneel) -> int:
    alles(t.wie)
    uitstroom = vertrek(t.wie, plus_dagen(NU, -28))
    return uitstroom.nazorg.get(weken=4).pk


def vertelt_hoe_het_gaat(t: Toneel) -> None:
    moment = Nazorgmoment.objects.get(uitstroom__werknemer=t.wie, weken=4)
    velden = {"resultaat": "zelfde", "gemeten_op": "2026-11-23"}
    t.vul_in(Rol.BEGELEIDER, "trajects:nazorg", moment.pk, **velden)


def garantie_eindigt(t: Toneel) -> int:
    ContractFactory(werknemer=t.wie, periode=Periode.tem(BEGIN, LANG_WEG))
    return int(UitstroomFactory(werknemer=t.wie, datum=LANG_WEG).pk)


def contract_tot_februari(t: Toneel) -> int:
    periode = Periode.tem(date(2026, 2, 24), DRIE_MAANDEN_VERDER)
    return int(ContractFactory(werknemer=t.wie, periode=periode).pk)


def opgezegd_tot_februari(t: Toneel) -> int:
    contract = ContractFactory(werknemer=t.wie)
    ContracteindeFactory(contract=contract, periode=Periode.tem(NU, DRIE_MAANDEN_VERDER))
    return int(contract.pk)


def blijft_toch(t: Toneel) -> None:
    einde = Contracteinde.objects.get(contract__werknemer=t.wie)
    velden = {"ingetrokken_op": "2026-11-23", "reden_intrekking": "Amina blijft toch."}
    t.vul_in(Rol.HR, "trajects:einde_intrek", einde.pk, **velden)


GEVALLEN: Final = (
    Geval(
        code="contract_open",
        feiten=contract_loopt_door,
        dag=GISTEREN,
        urgentie=Urgentie.EERST,
        stappen=personeelsdienst("overgang"),
        ook_stap={
            Rol.BEGELEIDER: "Amina vertrok op 22 november 2026 en het contract loopt nog. Vraag HR "
            "om het contract te sluiten."
        },
        doe=lambda t: t.druk(
            Rol.HR, f"/uitstromen/{Uitstroom.objects.get(werknemer=t.wie).pk}/contract/"
        ),
        reden="het contract is afgesloten, of er is geen vertrek meer",
    ),
    Geval(
        code="uitstroom_ontbreekt",
        feiten=weg_zonder_uitstroom,
        dag=GISTEREN,
        urgentie=Urgentie.DAARNA,
        stappen=iedereen("uitstroom_nieuw"),
        doe=lambda t: t.vul_in(
            Rol.HR, "trajects:uitstroom_nieuw", t.wie.pk, **uitstroomvelden(datum="2026-11-22")
        ),
        reden="de uitstroom is ingevuld, of er is weer een contract",
    ),
    Geval(
        code="nazorg",
        feiten=vier_weken_weg,
        dag=NU,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("nazorg"),
        doe=vertelt_hoe_het_gaat,
        reden="er is genoteerd hoe het gaat, of het vertrek ging niet door",
    ),
    Geval(
        code="terugkeergarantie",
        feiten=garantie_eindigt,
        dag=date(2027, 1, 23),
        urgentie=Urgentie.LATER,
        stappen=begeleiding("notitie_nieuw"),
        doe=lambda t: t.vul_in(
            Rol.BEGELEIDER,
            "trajects:uitstroom_bewerk",
            Uitstroom.objects.get(werknemer=t.wie).pk,
            datum="2025-12-31",
        ),
        reden="de garantie loopt nu tot en met 30/06/2027",
    ),
    Geval(
        code="contract_eindigt",
        feiten=contract_tot_februari,
        dag=DRIE_MAANDEN_VERDER,
        urgentie=Urgentie.DAARNA,
        stappen={
            Rol.BEGELEIDER: "Het contract van Amina eindigt op 23 februari 2027. Vraag HR wat erna "
            "komt.",
            **personeelsdienst("contracteinde"),
        },
        doe=lambda t: t.vul_in(
            Rol.HR,
            "werknemers:contract_bewerk",
            t.wie.contracten.get().pk,
            laatste_dag="2027-07-31",
        ),
        reden="het contract eindigt nu op 31/07/2027",
    ),
    Geval(
        code="contract_opgezegd",
        feiten=opgezegd_tot_februari,
        dag=DRIE_MAANDEN_VERDER,
        urgentie=Urgentie.DAARNA,
        stappen={Rol.BEGELEIDER: "uitstroom_nieuw", **personeelsdienst("contracteinde")},
        doe=blijft_toch,
        reden="wat na dit contract komt, staat er nu, of het einde geldt niet meer",
    ),
)
