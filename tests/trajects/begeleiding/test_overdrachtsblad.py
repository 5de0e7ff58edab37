"""The sheet of a hand-over: what stands on it, and which notes who may read."""

from datetime import date
from typing import Any

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    ContractFactory,
    DeelnameFactory,
    DoelFactory,
    GebruikerFactory,
    NazorgmomentFactory,
    NotitieFactory,
    OverdrachtFactory,
    RandvoorwaardeFactory,
    StageFactory,
    TrajectFactory,
    UitstroomFactory,
    WerkgeverFactory,
)
from trajects.begeleiding.begeleiderswissels import bevestig, draag_over
from trajects.begeleiding.overdrachtsblad import Overdrachtsblad, notities_op
from trajects.keuzes import Fase, Standactie, Standrandvoorwaarde, Thema
from trajects.models import Begeleiderswissel, Notitie
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def lies(begeleider: Gebruiker) -> Gebruiker:
    return GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Lies", naam="Maes")


def _over(werknemer: Werknemer, naar: Gebruiker, **anders: Any) -> Begeleiderswissel:
    gegevens = {"van": werknemer.begeleider, "door": werknemer.begeleider} | anders
    return draag_over([werknemer], naar=naar, **gegevens)[0]


def _blad(wissel: Begeleiderswissel) -> Overdrachtsblad:
    wissel.refresh_from_db()
    return Overdrachtsblad.uit_json(wissel.blad)


def test_the_sheet_says_what_is_open_and_what_comes(lies: Gebruiker, amina: Werknemer) -> None:
    traject = TrajectFactory(
        werknemer=amina, fase=Fase.STAGE, jobdoelwit="kok", beoogde_uitstroom=date(2027, 3, 1)
    )
    ContractFactory(werknemer=amina, periode=Periode(date(2025, 4, 1), date(2027, 4, 1)))
    AdviesFactory(werknemer=amina, twee_jaar=True, besluitdatum=date(2025, 4, 1))
    ActieFactory(werknemer=amina, wat="CV maken", tegen=date(2026, 12, 1))
    ActieFactory(
        werknemer=amina, wat="Gedaan", stand=Standactie.GEDAAN, gedaan_op=date(2026, 11, 1)
    )
    DoelFactory(traject=traject, titel="Rijbewijs", tegen=date(2027, 1, 15))
    DeelnameFactory(
        werknemer=amina, attest="HACCP", attest_vervalt_op=date(2027, 2, 1),
        vorming__organisatie=amina.organisatie, vorming__titel="Hygiëne",
        vorming__periode=Periode(date(2026, 12, 10), date(2026, 12, 11)),
    )  # fmt: skip
    werkgever = WerkgeverFactory(organisatie=amina.organisatie, naam="De Linde")
    StageFactory(
        werknemer=amina, werkgever=werkgever, periode=Periode(date(2026, 11, 9), date(2026, 12, 5))
    )
    OverdrachtFactory(werknemer=amina, werkgever=werkgever, gesprek_gepland_op=date(2027, 2, 15))
    RandvoorwaardeFactory(
        werknemer=amina, thema=Thema.MOBILITEIT, stand=Standrandvoorwaarde.BELEMMERING,
        toelichting="Geen bus om 6 uur.",
    )  # fmt: skip
    RandvoorwaardeFactory(
        werknemer=amina, thema=Thema.HUISVESTING, stand=Standrandvoorwaarde.IN_ORDE
    )
    blad = _blad(_over(amina, lies))
    assert (blad.fase, blad.jobdoelwit) == ("stage", "kok")
    assert [(a.wat, a.tegen) for a in blad.acties] == [("CV maken", date(2026, 12, 1))]
    assert [(v.thema, v.stand, v.toelichting) for v in blad.voorwaarden] == [
        ("mobiliteit", "belemmering", "Geen bus om 6 uur.")
    ]
    assert [
        (m.dag, m.wat.replace(f"{amina.contracten.get().dienst}", "…")) for m in blad.momenten
    ] == [
        (date(2026, 12, 4), "laatste dag van de stage bij De Linde"),
        (date(2026, 12, 10), "vorming Hygiëne"),
        (date(2027, 1, 15), "doel: Rijbewijs"),
        (date(2027, 2, 1), "attest HACCP vervalt"),
        (date(2027, 2, 15), "gesprek met De Linde"),
        (date(2027, 3, 1), "beoogde uitstroom"),
        (date(2027, 3, 31), "laatste dag met ondersteuning"),
        (date(2027, 3, 31), "laatste dag van het contract bij …"),
    ]


def test_aftercare_that_nobody_took_up_stays_on_the_sheet(
    lies: Gebruiker, amina: Werknemer
) -> None:
    uitstroom = UitstroomFactory(werknemer=amina, datum=date(2026, 10, 1))
    for weken in (4, 13):
        NazorgmomentFactory(uitstroom=uitstroom, weken=weken)
    assert [(m.dag, m.wat) for m in _blad(_over(amina, lies)).momenten] == [
        (date(2026, 10, 29), "nazorg na 4 weken"),
        (date(2026, 12, 31), "nazorg na 13 weken"),
    ]


def test_who_is_about_to_leave_has_that_day_on_the_sheet(lies: Gebruiker, amina: Werknemer) -> None:
    traject = TrajectFactory(werknemer=amina, beoogde_uitstroom=date(2026, 12, 31))
    UitstroomFactory(werknemer=amina, traject=traject, datum=date(2026, 11, 30))
    assert [(m.dag, m.wat) for m in _blad(_over(amina, lies)).momenten] == [
        (date(2026, 11, 30), "laatste dag in dienst")
    ]


def test_the_sheet_stays_as_it_was(lies: Gebruiker, amina: Werknemer) -> None:
    actie = ActieFactory(werknemer=amina, wat="CV maken")
    wissel = _over(amina, lies)
    actie.wat = "Brief schrijven"
    actie.save()
    assert [a.wat for a in _blad(wissel).acties] == ["CV maken"]


def test_confidential_notes_stay_with_who_wrote_them(
    begeleider: Gebruiker, lies: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    for dag in range(1, 8):
        NotitieFactory(
            werknemer=amina, auteur=begeleider, datum=date(2026, 11, dag), tekst=f"{dag}"
        )
    for wie in (begeleider, begeleider, lies):
        NotitieFactory(
            werknemer=amina, auteur=wie, datum=date(2026, 11, 10), vertrouwelijk=True,
            tekst=f"van {wie.voornaam}",
        )  # fmt: skip
    blad = _blad(_over(amina, lies))
    assert [n.tekst for n in notities_op(blad, lies)] == ["van Lies", "7", "6", "5", "4"]
    assert blad.verborgen == 2
    assert next(n.tekst for n in notities_op(blad, coordinator)) == "van Lies"


def test_a_coordinator_as_successor_reads_them(
    begeleider: Gebruiker, coordinator: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    NotitieFactory(werknemer=amina, auteur=begeleider, vertrouwelijk=True, tekst="geheim")
    wissel = _over(amina, coordinator)
    blad = _blad(wissel)
    assert ([n.tekst for n in notities_op(blad, coordinator)], blad.verborgen) == (["geheim"], 0)
    bevestig(wissel, door=coordinator)
    amina.refresh_from_db()
    _over(amina, lies)
    assert notities_op(blad, lies) == [], "The older sheet tells the next one no more."


def test_what_is_made_confidential_later_disappears_from_the_sheet(
    begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    notitie = NotitieFactory(werknemer=amina, auteur=begeleider, tekst="te veel verteld")
    blad = _blad(_over(amina, lies))
    assert len(notities_op(blad, lies)) == 1
    Notitie.objects.create(
        werknemer=amina, auteur=begeleider, datum=VANDAAG, tekst="beter", vervangt=notitie,
        vertrouwelijk=True,
    )  # fmt: skip
    assert notities_op(blad, lies) == []
