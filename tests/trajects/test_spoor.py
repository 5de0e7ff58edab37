"""What is said about somebody never stands where it cannot be emptied."""

from collections.abc import Callable
from datetime import date
from typing import Final

import pytest

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel, Auditwaarde
from tests.fabrieken import (
    ContractFactory,
    GebruikerFactory,
    NazorgmomentFactory,
    OverdrachtFactory,
    SignaalFactory,
    SollicitatieFactory,
    StageFactory,
    TrajectFactory,
    UitstroomFactory,
    WerkgeverFactory,
    WerknemerFactory,
)
from trajects.begeleiding.begeleiderswissels import draag_over
from trajects.keuzes import Fase
from trajects.overdracht.overdrachten import wijzig_overdracht
from trajects.schrijvers import SIGNALEN
from trajects.traject.fasen import wissel_fase
from trajects.uitstroom.nazorg import leg_nazorg_vast
from trajects.uitstroom.uitstromen import Uitstroomgegevens, registreer_uitstroom
from trajects.werk.sollicitaties import wijzig_sollicitatie
from trajects.werk.stages import wijzig_stage
from trajects.werk.werkgevers import wijzig_werkgever
from werknemers.models import Werknemer

pytestmark = pytest.mark.django_db
TEKST: Final = "Hij vertelde dat het thuis moeilijk gaat."


@pytest.fixture
def amina(begeleider: Gebruiker) -> Werknemer:
    return WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)


def evaluatie(amina: Werknemer, door: Gebruiker) -> None:
    dag = date(2026, 11, 2)
    stage = StageFactory(werknemer=amina)
    wijzig_stage(stage, door=door, gezien=None, eerste_dag=dag, laatste_dag=dag, evaluatie=TEKST)


def uitstroom(amina: Werknemer, door: Gebruiker, **anders: str) -> None:
    ContractFactory(werknemer=amina)
    gegevens = Uitstroomgegevens(
        datum=date(2026, 11, 20),
        bestemming="werkzoekend",
        werkgever="",
        functie="",
        soort_contract="",
        breuk=None,
        initiatief="werkgever",
        reden="",
        motief="Minder werk.",
    )
    registreer_uitstroom(werknemer=amina, door=door, **gegevens | anders)  # type: ignore[typeddict-item]


def motief(amina: Werknemer, door: Gebruiker) -> None:
    uitstroom(amina, door, motief=TEKST)


def reden_van_uitstroom(amina: Werknemer, door: Gebruiker) -> None:
    uitstroom(amina, door, reden=TEKST)


def wat_gedaan(amina: Werknemer, door: Gebruiker) -> None:
    moment = NazorgmomentFactory(uitstroom=UitstroomFactory(werknemer=amina))
    leg_nazorg_vast(
        moment,
        door=door,
        gezien=None,
        resultaat="niet",
        gemeten_op=date(2026, 11, 20),
        wat_gedaan=TEKST,
    )


def risicos(amina: Werknemer, door: Gebruiker) -> None:
    draag_over(
        [amina],
        van=door,
        naar=GebruikerFactory(organisatie=amina.organisatie),
        door=door,
        risicos=TEKST,
    )


def afspraken_bij_overdracht(amina: Werknemer, door: Gebruiker) -> None:
    overdracht = OverdrachtFactory(werknemer=amina)
    wijzig_overdracht(overdracht, door=door, gezien=None, werkgever=None, afspraken=TEKST)


def afspraken_met_werkgever(amina: Werknemer, door: Gebruiker) -> None:
    werkgever = WerkgeverFactory(organisatie=amina.organisatie)
    wijzig_werkgever(werkgever, door=door, gezien=None, afspraken=TEKST)


def terugkoppeling(amina: Werknemer, door: Gebruiker) -> None:
    sollicitatie = SollicitatieFactory(werknemer=amina)
    wijzig_sollicitatie(sollicitatie, door=door, gezien=None, terugkoppeling=TEKST)


def reden_van_fase(amina: Werknemer, door: Gebruiker) -> None:
    traject = TrajectFactory(werknemer=amina)
    wissel_fase(traject, door=door, gezien=None, naar=Fase.JOBMATCHING, reden=TEKST)


def samenvatting(amina: Werknemer, door: Gebruiker) -> None:
    wissel_fase(
        TrajectFactory(werknemer=amina),
        door=door,
        gezien=None,
        naar=Fase.AFGEROND,
        reden="Klaar.",
        blijft_open=TEKST,
    )


@pytest.mark.parametrize(
    ("schrijf", "soort", "veld"),
    [
        (evaluatie, "stage", "evaluatie"),
        (motief, "uitstroom", "motief"),
        (reden_van_uitstroom, "uitstroom", "reden"),
        (wat_gedaan, "nazorgmoment", "wat_gedaan"),
        (risicos, "begeleiderswissel", "risicos"),
        (afspraken_bij_overdracht, "overdracht", "afspraken"),
        (afspraken_met_werkgever, "werkgever", "afspraken"),
        (terugkoppeling, "sollicitatie", "terugkoppeling"),
        (reden_van_fase, "traject", "reden"),
        (samenvatting, "traject", "samenvatting"),
    ],
)
def test_what_is_about_somebody_is_only_where_it_can_be_emptied(
    begeleider: Gebruiker,
    amina: Werknemer,
    schrijf: Callable[[Werknemer, Gebruiker], None],
    soort: str,
    veld: str,
) -> None:
    schrijf(amina, begeleider)
    alles = Auditregel.objects.values_list("wijzigingen", flat=True)
    assert TEKST not in str(list(alles))
    (regel,) = [r for r in Auditregel.objects.filter(soort=soort) if veld in r.wijzigingen]
    assert regel.wijzigingen[veld] == []
    assert TEKST in regel.verschil[veld][1]
    Auditwaarde.objects.all().delete()
    assert Auditregel.objects.get(pk=regel.pk).verschil[veld] == []


def test_the_explanation_of_a_signal_is_nowhere(begeleider: Gebruiker) -> None:
    """Not even of one that is removed: only that there was one."""
    SIGNALEN.verwijder(SignaalFactory(toelichting=TEKST), door=begeleider)
    regel = Auditregel.objects.get(soort="signaal")
    assert regel.verschil["toelichting"] == ["●●●", "●●●"]
    assert regel.verschil["drempel"] == [12, None]
    sporen = Auditregel.objects.select_related("waarde")
    assert TEKST not in str([spoor.verschil for spoor in sporen])
