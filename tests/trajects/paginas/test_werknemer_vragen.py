"""How many queries the pages of one employee take: for each role, however much there is."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    CompetentiescoreFactory,
    ContractFactory,
    DeelnameFactory,
    DoelFactory,
    GebruikerFactory,
    NotitieFactory,
    RandvoorwaardeFactory,
    StageFactory,
    TalentFactory,
    TrajectFactory,
)
from tests.trajects.paginas.werknemerpagina import AMINA, VANDAAG, Als, adres
from trajects.keuzes import RANDVOORWAARDEN, Fase
from trajects.models import Notitie
from werknemers.models import Werknemer

pytestmark = AMINA


# A counsellor and a coordinator read the log, HR only the plan, an administrator neither.
VRAGEN = {
    "": {Rol.BEGELEIDER: 6, Rol.COORDINATOR: 6, Rol.HR: 5, Rol.BEHEERDER: 3},
    "logboek/": {Rol.BEGELEIDER: 5, Rol.COORDINATOR: 5},
    "plan/": {Rol.BEGELEIDER: 11, Rol.COORDINATOR: 11, Rol.HR: 11},
}


@pytest.mark.parametrize(
    ("pagina", "rol", "verwacht"),
    [
        (pagina, rol, aantal)
        for pagina, per_rol in VRAGEN.items()
        for rol, aantal in per_rol.items()
    ],
)
@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_of_each_page_for_each_role(
    als: Als,
    amina: Werknemer,
    begeleider: Gebruiker,
    pagina: str,
    rol: Rol,
    verwacht: int,
    aantal: int,
) -> None:
    traject = TrajectFactory(werknemer=amina)
    for nummer in range(aantal):
        ActieFactory(werknemer=amina, doel=DoelFactory(traject=traject))
        NotitieFactory(werknemer=amina, auteur=begeleider)
        TalentFactory(werknemer=amina)
        CompetentiescoreFactory(werknemer=amina)
        DeelnameFactory(werknemer=amina)
        StageFactory(werknemer=amina)
        randvoorwaarde = RandvoorwaardeFactory(werknemer=amina, thema=RANDVOORWAARDEN[nummer])
        ActieFactory(werknemer=amina, randvoorwaarde=randvoorwaarde)
    gebruiker = (
        begeleider
        if rol == Rol.BEGELEIDER
        else GebruikerFactory(organisatie=amina.organisatie, rol=rol)
    )
    client = als(gebruiker)
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(f"{adres(amina)}{pagina}").status_code == 200
    assert len(vragen) == verwacht


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_of_each_as_for_three(
    als: Als, begeleider: Gebruiker, amina: Werknemer, aantal: int
) -> None:
    amina.contracten.update(periode=Periode(date(2023, 1, 1), date(2023, 6, 1)))
    for nummer in range(aantal):
        ContractFactory(
            werknemer=amina, periode=Periode(date(2026 - nummer, 1, 1), date(2027 - nummer, 1, 1))
        )
        AdviesFactory(
            werknemer=amina,
            soort="lde_overgang",
            periode=Periode(date(2020 + nummer, 1, 1), date(2021 + nummer, 1, 1)),
        )
        TrajectFactory(werknemer=amina, fase=Fase.STOPGEZET)
        oud = NotitieFactory(werknemer=amina, auteur=begeleider)
        Notitie.objects.create(
            werknemer=amina, auteur=begeleider, datum=VANDAAG, tekst="Beter", vervangt=oud
        )
    TrajectFactory(werknemer=amina)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(adres(amina))
    # session, user; employee with stand-ins, notes in short, signals, contracts, advice with steps
    # and start packages, trajectories with targets and changes of counsellor; timeline; last notes
    # with files and steps, their versions; what the rules answer
    assert len(vragen) == 7
