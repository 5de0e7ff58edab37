"""An employee goes to another counsellor: what moves, what is kept, who is refused."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from doorstroom.gedeeld.models import Auditregel, UitgaandeMail
from doorstroom.gedeeld.periode import Periode
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
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
    SignaalFactory,
    StageFactory,
    TrajectFactory,
    UitstroomFactory,
    WerkgeverFactory,
    WerknemerFactory,
)
from trajects.domein.begeleiderswissels import bevestig, draag_over, draagt_over
from trajects.domein.overdrachtsblad import Overdrachtsblad, notities_op
from trajects.keuzes import Fase, Signaalstatus, Standactie, Standrandvoorwaarde, Thema
from trajects.models import Begeleiderswissel, Notitie, Signaal
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def amina(begeleider: Gebruiker) -> Werknemer:
    return WerknemerFactory(
        organisatie=begeleider.organisatie, begeleider=begeleider,
        voornaam="Amina", familienaam="Benali",
    )  # fmt: skip


@pytest.fixture
def lies(begeleider: Gebruiker) -> Gebruiker:
    return GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Lies", naam="Maes")


def _over(werknemer: Werknemer, naar: Gebruiker, **anders: Any) -> Begeleiderswissel:
    gegevens = {"van": werknemer.begeleider, "door": werknemer.begeleider} | anders
    return draag_over([werknemer], naar=naar, **gegevens)[0]


def _blad(wissel: Begeleiderswissel) -> Overdrachtsblad:
    wissel.refresh_from_db()
    return Overdrachtsblad.uit_json(wissel.blad)


def test_the_employee_moves_and_both_are_audited(
    begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    wissel = _over(amina, lies, risicos=" Belt liever niet. ")
    amina.refresh_from_db()
    assert amina.begeleider == lies
    assert (wissel.van, wissel.naar, wissel.op, wissel.risicos) == (
        begeleider, lies, VANDAAG, "Belt liever niet.",
    )  # fmt: skip
    regel = Auditregel.objects.get(soort="werknemer")
    assert (regel.actie, regel.wijzigingen) == (
        "overgedragen", {"begeleider": [begeleider.pk, lies.pk]},
    )  # fmt: skip
    assert Auditregel.objects.get(soort="begeleiderswissel").door == begeleider


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


def test_signals_in_follow_up_go_along(
    begeleider: Gebruiker, lies: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    uitgesteld = SignaalFactory(
        advies__werknemer=amina, opgevolgd_door=begeleider, status=Signaalstatus.UITGESTELD,
        uitgesteld_tot=date(2026, 12, 1), toelichting="na de stage",
    )  # fmt: skip
    _over(amina, lies)
    uitgesteld.refresh_from_db()
    assert (uitgesteld.opgevolgd_door, uitgesteld.status) == (lies, Signaalstatus.UITGESTELD)
    van_sofie = Signaal.objects.filter(pk=uitgesteld.pk)
    van_sofie.update(opgevolgd_door=coordinator)
    bevestig(Begeleiderswissel.objects.get(), door=lies)
    amina.refresh_from_db()
    _over(amina, begeleider)
    assert van_sofie.get().opgevolgd_door == coordinator


def test_one_mail_for_the_lot_with_short_names_only(
    begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    mehmet = WerknemerFactory(
        organisatie=amina.organisatie, begeleider=begeleider,
        voornaam="Mehmet", familienaam="Çelik",
    )  # fmt: skip
    draag_over([amina, mehmet], van=begeleider, naar=lies, door=begeleider, risicos="geheim")
    mail = UitgaandeMail.objects.get()
    assert (mail.aan, mail.onderwerp) == (lies.email, "Doorstroom: je begeleidt 2 werknemers meer")
    assert "- Amina B.\n- Mehmet Ç.\n" in mail.tekst
    assert "Benali" not in mail.tekst
    assert "geheim" not in mail.tekst


def test_who_takes_over_by_oneself_gets_no_mail(coordinator: Gebruiker, amina: Werknemer) -> None:
    _over(amina, coordinator, door=coordinator)
    assert not UitgaandeMail.objects.exists()


def test_all_or_none(begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer) -> None:
    van_lies = WerknemerFactory(organisatie=amina.organisatie, begeleider=lies)
    with pytest.raises(ValidationError, match="heeft intussen een andere begeleider"):
        draag_over([amina, van_lies], van=begeleider, naar=lies, door=begeleider)
    amina.refresh_from_db()
    assert amina.begeleider == begeleider
    assert not Begeleiderswissel.objects.exists()
    assert not UitgaandeMail.objects.exists()


def test_an_unconfirmed_hand_over_comes_first(lies: Gebruiker, amina: Werknemer) -> None:
    wissel = _over(amina, lies)
    amina.refresh_from_db()
    derde = GebruikerFactory(organisatie=amina.organisatie)
    with pytest.raises(ValidationError, match="De vorige overdracht is nog niet bevestigd"):
        _over(amina, derde)
    bevestig(wissel, door=lies)
    assert _over(amina, derde).naar == derde


def test_nobody_hands_over_to_oneself(begeleider: Gebruiker, amina: Werknemer) -> None:
    with pytest.raises(ValidationError, match="Kies een andere begeleider dan de huidige"):
        _over(amina, begeleider)


@pytest.mark.parametrize("anders", [{"is_active": False}, {"rol": Rol.HR}, {"elders": True}])
def test_only_an_active_counsellor_of_the_house_takes_over(
    amina: Werknemer, anders: dict[str, Any]
) -> None:
    elders = anders.pop("elders", False)
    naar = GebruikerFactory(**({} if elders else {"organisatie": amina.organisatie}), **anders)
    with pytest.raises(ValidationError, match="Kies een actieve begeleider"):
        _over(amina, naar)


def test_who_hands_over(
    begeleider: Gebruiker, lies: Gebruiker, coordinator: Gebruiker, hr: Gebruiker, amina: Werknemer
) -> None:
    antwoorden = [draagt_over(wie, amina) for wie in (begeleider, coordinator, lies, hr)]
    assert antwoorden == [True, True, False, False]
    with pytest.raises(ValidationError, match="Je kunt Amina Benali niet overdragen"):
        _over(amina, lies, door=lies)


def test_the_successor_confirms_once(
    begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    wissel = _over(amina, lies)
    with pytest.raises(ValidationError, match="Alleen Lies Maes bevestigt"):
        bevestig(wissel, door=begeleider)
    eerst = bevestig(wissel, door=lies)
    assert (eerst.bevestigd_door, eerst.bevestigd_op is not None) == (lies, True)
    assert bevestig(wissel, door=lies).bevestigd_op == eerst.bevestigd_op
    assert Auditregel.objects.filter(actie="bevestigd").count() == 1


def test_a_coordinator_confirms_for_who_left(
    lies: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    wissel = _over(amina, lies)
    assert bevestig(wissel, door=coordinator).bevestigd_door == coordinator


def test_a_first_counsellor_comes_without_a_predecessor(
    lies: Gebruiker, coordinator: Gebruiker
) -> None:
    nieuw = WerknemerFactory(organisatie=lies.organisatie, begeleider=None)
    wissel = _over(nieuw, lies, door=coordinator)
    assert (wissel.van, _blad(wissel)) == (None, Overdrachtsblad())
