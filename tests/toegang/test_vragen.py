"""Every page asks the database a fixed number of questions, however much there is to show."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    BijlageFactory,
    CompetentiescoreFactory,
    ContractFactory,
    DeelnameFactory,
    DoelFactory,
    NazorgmomentFactory,
    NotitieFactory,
    OverdrachtFactory,
    SignaalFactory,
    SjabloonregelFactory,
    SollicitatieFactory,
    StageFactory,
    TalentFactory,
    ToestemmingFactory,
    TrajectFactory,
    UitstroomFactory,
    WerknemerFactory,
)
from tests.toegang.tabel import TABEL
from tests.toegang.wereld import ROL_VAN, Wereld, Wie, clients, maak_plan, maak_wereld

pytestmark = pytest.mark.django_db
LEZERS = (Wie.COORDINATOR, Wie.HR, Wie.BEHEERDER)
PAGINAS = {
    naam: adres
    for naam, adres in TABEL.items()
    if naam.startswith("trajects:") and adres.get and adres.get.antwoord == 200
}
# Three of each are session, user and organisation. A new page needs its number here.
VRAGEN = {
    "trajects:actie_bewerk": 16,
    "trajects:actie_gedaan": 14,
    "trajects:actie_nieuw": 15,
    "trajects:actie_vervallen": 14,
    "trajects:acties": 5,
    "trajects:bijlage": 3,
    "trajects:bord": 8,
    "trajects:bord_verplaats": 8,
    "trajects:competentie_bewerk": 4,
    "trajects:competentieronde": 14,
    "trajects:competenties": 4,
    "trajects:concept_lees": 3,
    "trajects:contract": 14,
    "trajects:deelname": 4,
    "trajects:deelname_weg": 5,
    "trajects:documenten": 6,
    "trajects:deelnemers_zoeken": 4,
    "trajects:doel_bewerk": 14,
    "trajects:doel_nieuw": 14,
    "trajects:doel_sluit": 15,
    "trajects:draag_over": 14,
    "trajects:inschrijving": 14,
    "trajects:jobdoelwit_bewerk": 14,
    "trajects:jobdoelwit_kies": 15,
    "trajects:logboek": 17,
    "trajects:nazorg": 14,
    "trajects:notitie_nieuw": 4,
    "trajects:notitie_verbeter": 9,
    "trajects:notities": 9,
    "trajects:openheid": 15,
    "trajects:overdracht_bewerk": 15,
    "trajects:overdracht_nieuw": 14,
    "trajects:overdracht_pdf": 5,
    "trajects:overdracht_verwijder": 14,
    "trajects:overdrachtsblad": 4,
    "trajects:overdragen": 9,
    "trajects:overgang": 20,
    "trajects:passage_nieuw": 4,
    "trajects:passage_pdf": 3,
    "trajects:passages": 4,
    "trajects:plan": 26,
    "trajects:plan_pdf": 20,
    "trajects:randvoorwaarde_bewerk": 14,
    "trajects:score_bewerk": 14,
    "trajects:score_verwijder": 14,
    "trajects:signaal_afhandelen": 5,
    "trajects:signaal_opvolgen": 6,
    "trajects:signaal_uitstellen": 5,
    "trajects:signalen": 9,
    "trajects:sjablonen": 4,
    "trajects:sjabloon": 6,
    "trajects:sjabloon_bewerk": 4,
    "trajects:sjabloon_nieuw": 3,
    "trajects:sjabloon_toepassen": 19,
    "trajects:sjabloonregel": 4,
    "trajects:sjabloonregel_nieuw": 4,
    "trajects:sollicitatie_bewerk": 15,
    "trajects:sollicitatie_nieuw": 14,
    "trajects:sollicitatie_verwijder": 14,
    "trajects:stage_bewerk": 15,
    "trajects:stage_nieuw": 14,
    "trajects:stage_verwijder": 14,
    "trajects:talent_nieuw": 13,
    "trajects:talent_weg": 14,
    "trajects:team_bewerk": 14,
    "trajects:toestemming_deel": 15,
    "trajects:toestemming_geef": 15,
    "trajects:toestemming_intrek": 15,
    "trajects:traject": 18,
    "trajects:uitgestroomd": 8,
    "trajects:uitstroom": 14,
    "trajects:uitstroom_bewerk": 15,
    "trajects:uitstroom_nieuw": 14,
    "trajects:uitstroom_weg": 14,
    "trajects:uitstroom_xlsx": 9,
    "trajects:vandaag": 23,
    "trajects:vorming": 11,
    "trajects:vorming_aanwezigheid": 7,
    "trajects:vorming_annuleer": 5,
    "trajects:vorming_bewerk": 4,
    "trajects:vorming_deelnemers": 6,
    "trajects:vorming_fonds": 4,
    "trajects:vorming_nieuw": 4,
    "trajects:vormingen": 7,
    "trajects:vormingen_overzicht": 11,
    "trajects:vormingen_xlsx": 5,
    "trajects:werk": 14,
    "trajects:werkgever": 9,
    "trajects:werkgever_bewerk": 4,
    "trajects:werkgever_nieuw": 3,
    "trajects:werkgevers": 5,
    "trajects:werkgevers_voorstellen": 4,
    "trajects:werknemer": 23,
    "trajects:werknemers": 7,
    "trajects:werknemers_zoeken": 3,
    "trajects:werknemers_xlsx": 3,
}


def _nog_iemand(wereld: Wereld, nummer: int) -> None:
    """Another employee of the same counsellor, with one of everything."""
    begeleider = wereld.mensen[Wie.BEGELEIDER]
    werknemer = WerknemerFactory(organisatie=wereld.organisatie, begeleider=begeleider)
    SignaalFactory(advies=AdviesFactory(werknemer=werknemer))
    maak_plan(
        ContractFactory(werknemer=werknemer, dienst=wereld.dienst),
        TrajectFactory(werknemer=werknemer, jobdoelwit="kok"),
        NotitieFactory(werknemer=werknemer, auteur=begeleider),
        wereld.mensen[Wie.COLLEGA],
        versie=2 + nummer,
    )


def _nog_van_alles(wereld: Wereld, nummer: int) -> None:
    """One more of everything that the employee can have more of."""
    werknemer, plan, jaar = wereld.werknemer, wereld.plan, 2026 - nummer
    ContractFactory(
        werknemer=werknemer, periode=Periode(date(jaar - 12, 1, 1), date(jaar - 11, 1, 1))
    )
    TrajectFactory(werknemer=werknemer, fase="stopgezet")
    doel = DoelFactory(traject=wereld.traject)
    ActieFactory(werknemer=werknemer, traject=wereld.traject, doel=doel)
    CompetentiescoreFactory(werknemer=werknemer, door=wereld.notitie.auteur)
    TalentFactory(werknemer=werknemer)
    SjabloonregelFactory(sjabloon=plan.sjabloon)
    collega = WerknemerFactory(organisatie=wereld.organisatie)
    DeelnameFactory(werknemer=collega, vorming=plan.vorming)
    DeelnameFactory(werknemer=werknemer)
    BijlageFactory(notitie=wereld.notitie)
    NotitieFactory(werknemer=werknemer, auteur=wereld.notitie.auteur)
    StageFactory(werknemer=werknemer, werkgever=plan.werkgever)
    SollicitatieFactory(werknemer=werknemer, werkgever=plan.werkgever)
    ToestemmingFactory(overdracht=OverdrachtFactory(werknemer=werknemer))
    NazorgmomentFactory(uitstroom=UitstroomFactory(werknemer=werknemer, datum=date(jaar - 2, 1, 1)))


def _geteld(naam: str, wereld: Wereld, browsers: dict[Wie, Client]) -> int:
    adres = PAGINAS[naam]
    lezer = next(wie for wie in LEZERS if adres.get and ROL_VAN[wie] in adres.get.rollen)
    url = reverse(naam, kwargs=adres.van(wereld))
    with CaptureQueriesContext(connection) as vragen:
        antwoord = browsers[lezer].get(url, adres.vraag(wereld))
        assert antwoord.status_code == 200, naam
    return len(vragen)


@pytest.mark.parametrize("aantal", [1, 3])
def test_each_page_asks_as_much_for_one_as_for_three(aantal: int) -> None:
    wereld = maak_wereld()
    browsers = clients(wereld)
    for nummer in range(1, aantal):
        _nog_iemand(wereld, nummer)
        _nog_van_alles(wereld, nummer)
    assert {naam: _geteld(naam, wereld, browsers) for naam in PAGINAS} == VRAGEN
