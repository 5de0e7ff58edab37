"""Openness from the first day: the passage in a contract, how it was explained, what shows it."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from tests.fabrieken import (
    ContractFactory,
    NotitieFactory,
    PassageFactory,
    PassagetoelichtingFactory,
    WerknemerFactory,
)
from trajects.domein.openheid import Bewijs, bewijs_van_openheid
from trajects.keuzes import SoortNotitie, Thema
from trajects.models import Notitie
from werknemers.keuzes import Voertaal
from werknemers.models import Werknemer


@pytest.fixture
def amina(begeleider: Gebruiker) -> Werknemer:
    return WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)


def gesprek(amina: Werknemer, auteur: Gebruiker, **anders: object) -> Notitie:
    return NotitieFactory(werknemer=amina, auteur=auteur, themas=[Thema.EINDDOEL], **anders)


def test_the_evidence_is_dated_and_says_by_whom(begeleider: Gebruiker, amina: Werknemer) -> None:
    PassagetoelichtingFactory(
        contract=ContractFactory(werknemer=amina),
        passage=PassageFactory(organisatie=amina.organisatie),
        uitgelegd_op=date(2024, 1, 3),
        uitgelegd_door="Hilde Maes",
        taal=Voertaal.AR,
        met_tolk=True,
        erkend_op=date(2024, 1, 10),
    )
    gesprek(amina, begeleider, datum=date(2024, 1, 5))
    gesprek(amina, begeleider, datum=date(2025, 1, 5), soort=SoortNotitie.TELEFOON)
    assert bewijs_van_openheid(amina) == [
        Bewijs(
            date(2024, 1, 3),
            "Gesprek over de bijzondere passage (versie 2), in het Arabisch, met tolk",
            "Hilde Maes",
        ),
        Bewijs(date(2024, 1, 5), "Gesprek over het einddoel", "An Peeters"),
        Bewijs(
            date(2024, 1, 10),
            "Bevestiging dat de bijzondere passage (versie 2) begrepen is",
            amina.naam,
        ),
        Bewijs(date(2025, 1, 5), "Telefoon over het einddoel", "An Peeters"),
    ]


def test_nothing_confidential_replaced_or_about_something_else_is_evidence(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    gesprek(amina, begeleider, vertrouwelijk=True)
    NotitieFactory(werknemer=amina, auteur=begeleider, themas=[Thema.VORMING])
    gesprek(WerknemerFactory(), begeleider)
    oud = gesprek(amina, begeleider, datum=date(2026, 1, 5))
    gesprek(amina, begeleider, datum=date(2026, 1, 6), vervangt=oud)
    PassagetoelichtingFactory(contract=ContractFactory(werknemer=amina))
    assert [bewijs.op for bewijs in bewijs_van_openheid(amina)] == [date(2026, 1, 6)]
