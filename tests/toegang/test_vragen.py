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
    EvaluatiemomentFactory,
    LoonopgaveFactory,
    NazorgmomentFactory,
    NotitieFactory,
    OverdrachtFactory,
    PlanbesprekingFactory,
    PlanversieFactory,
    SignaalFactory,
    SjabloonregelFactory,
    SollicitatieFactory,
    StageFactory,
    TalentFactory,
    ToestemmingFactory,
    TrajectFactory,
    UitstroomFactory,
    VerzoektekstFactory,
    WerknemerFactory,
)
from tests.toegang.tabel import TABEL
from tests.toegang.wereld import ROL_VAN, Wereld, Wie, clients, maak_plan, maak_wereld
from trajects.keuzes import Verzoekkop

pytestmark = pytest.mark.django_db
LEZERS = (Wie.COORDINATOR, Wie.HR, Wie.BEHEERDER)
PAGINAS = {
    naam: adres
    for naam, adres in TABEL.items()
    if naam.startswith("trajects:") and adres.get and adres.get.antwoord == 200
}
# Two of each are session and user. A new page needs its number here.
VRAGEN = {
    "trajects:actie_bewerk": 8,
    "trajects:actie_gedaan": 6,
    "trajects:actie_nieuw": 7,
    "trajects:actie_vervallen": 6,
    "trajects:acties": 4,
    "trajects:acties_xlsx": 3,
    "trajects:adviesdagen": 16,
    "trajects:adviesdagen_xlsx": 14,
    "trajects:bijlage": 3,
    "trajects:bord": 7,
    "trajects:bord_verplaats": 7,
    "trajects:bord_xlsx": 3,
    "trajects:competentie_bewerk": 3,
    "trajects:competentieronde": 6,
    "trajects:competenties": 3,
    "trajects:concept_lees": 3,
    "trajects:contract": 8,
    "trajects:deelname": 3,
    "trajects:contracteinde": 12,
    "trajects:deelname_weg": 4,
    "trajects:documenten": 6,
    "trajects:deelnemers_zoeken": 3,
    "trajects:doel_bewerk": 6,
    "trajects:doel_nieuw": 6,
    "trajects:doel_sluit": 7,
    "trajects:dossier": 20,
    "trajects:dossiers": 9,
    "trajects:dossiers_xlsx": 3,
    "trajects:draag_over": 6,
    "trajects:evaluatie": 22,
    "trajects:inschrijving": 6,
    "trajects:einde_bewerk": 6,
    "trajects:einde_intrek": 6,
    "trajects:einde_nieuw": 7,
    "trajects:evaluatie_gehouden": 8,
    "trajects:evaluatie_heropenen": 6,
    "trajects:evaluatie_verslag": 6,
    "trajects:evaluatie_verzetten": 8,
    "trajects:evaluatie_vrijstellen": 8,
    "trajects:evaluatiemoment": 34,
    "trajects:jobdoelwit_bewerk": 6,
    "trajects:jobdoelwit_kies": 8,
    "trajects:logboek": 5,
    "trajects:mijn_agenda": 3,
    "trajects:nazorg": 6,
    "trajects:notitie_nieuw": 3,
    "trajects:notitie_verbeter": 5,
    "trajects:notities": 5,
    "trajects:notities_xlsx": 3,
    "trajects:openheid": 7,
    "trajects:overdracht_bewerk": 7,
    "trajects:overdracht_nieuw": 6,
    "trajects:overdracht_verwijder": 6,
    "trajects:overdrachtsblad": 3,
    "trajects:overdragen": 8,
    "trajects:overgang": 11,
    "trajects:passage_nieuw": 3,
    "trajects:passages": 3,
    "trajects:plan": 11,
    "trajects:planbespreking_bewerk": 6,
    "trajects:planbespreking_nieuw": 5,
    "trajects:planbespreking_verwijder": 6,
    "trajects:planversie_bewerk": 6,
    "trajects:planversie_nieuw": 5,
    "trajects:planversie_verwijder": 6,
    "trajects:randvoorwaarde_bewerk": 6,
    "trajects:score_bewerk": 6,
    "trajects:score_verwijder": 6,
    "trajects:signaal_afhandelen": 5,
    "trajects:signaal_opvolgen": 6,
    "trajects:signaal_uitstellen": 5,
    "trajects:signalen": 9,
    "trajects:signalen_xlsx": 5,
    "trajects:sjablonen": 3,
    "trajects:sjabloon": 5,
    "trajects:sjabloon_bewerk": 3,
    "trajects:sjabloon_nieuw": 2,
    "trajects:sjabloon_toepassen": 11,
    "trajects:sjabloonregel": 3,
    "trajects:sjabloonregel_nieuw": 3,
    "trajects:sollicitatie_bewerk": 7,
    "trajects:sollicitatie_nieuw": 6,
    "trajects:sollicitatie_verwijder": 6,
    "trajects:stage_bewerk": 7,
    "trajects:stage_nieuw": 6,
    "trajects:stage_verwijder": 6,
    "trajects:talent_nieuw": 5,
    "trajects:talent_weg": 6,
    "trajects:team_bewerk": 6,
    "trajects:toestemming_deel": 7,
    "trajects:toestemming_geef": 7,
    "trajects:toestemming_intrek": 7,
    "trajects:traject": 10,
    "trajects:uitgestroomd": 7,
    "trajects:uitgestroomd_xlsx": 4,
    "trajects:uitstroom": 10,
    "trajects:uitstroom_bewerk": 7,
    "trajects:uitstroom_nieuw": 6,
    "trajects:uitstroom_weg": 6,
    "trajects:uitstroom_xlsx": 7,
    "trajects:vandaag": 8,
    "trajects:verzoektekst_bewerk": 29,
    "trajects:vorming": 10,
    "trajects:vorming_aanwezigheid": 6,
    "trajects:vorming_annuleer": 4,
    "trajects:vorming_bewerk": 3,
    "trajects:vorming_deelnemers": 5,
    "trajects:vorming_fonds": 3,
    "trajects:vorming_nieuw": 3,
    "trajects:vormingen": 6,
    "trajects:vormingen_overzicht": 9,
    "trajects:vormingen_xlsx": 5,
    "trajects:werk": 6,
    "trajects:werkgever": 8,
    "trajects:werkgever_bewerk": 3,
    "trajects:werkgever_nieuw": 2,
    "trajects:werkgevers": 4,
    "trajects:werkgevers_voorstellen": 3,
    "trajects:werkgevers_xlsx": 3,
    "trajects:werknemer": 6,
    "trajects:werknemers": 5,
    "trajects:werknemers_xlsx": 3,
    "trajects:werknemers_zoeken": 2,
    "trajects:zoeken": 2,
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
    LoonopgaveFactory(werknemer=werknemer, kwartaal=date(jaar, 1, 1))
    NotitieFactory(werknemer=werknemer, auteur=wereld.notitie.auteur)
    PlanbesprekingFactory(werknemer=werknemer, door=wereld.notitie.auteur)
    PlanversieFactory(werknemer=werknemer)
    EvaluatiemomentFactory(traject=wereld.traject, door=wereld.notitie.auteur)
    VerzoektekstFactory(werknemer=werknemer, kop=list(Verzoekkop)[nummer])
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
