"""Consent: nothing is shared beyond it, by no form, no function and no statement."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from tests.fabrieken import (
    GebruikerFactory,
    OverdrachtFactory,
    ToestemmingFactory,
    WerkgeverFactory,
    WerknemerFactory,
)
from trajects.keuzes import Deelbaar, Toestemmingswijze
from trajects.models import Overdracht, Toestemming
from trajects.overdracht.overdrachten import wijzig_overdracht
from trajects.overdracht.toestemmingen import (
    deelstand,
    geef_toestemming,
    maak_delen_ongedaan,
    markeer_gedeeld,
    trek_toestemming_in,
)

VANDAAG = date(2026, 11, 23)
MAANDAG = date(2026, 11, 16)
WOENSDAG = date(2026, 11, 18)


@pytest.fixture
def overdracht(begeleider: Gebruiker) -> Overdracht:
    wie = {"organisatie": begeleider.organisatie, "begeleider": begeleider}
    return OverdrachtFactory(
        werknemer=WerknemerFactory(**wie), werkgever__naam="De Linde", werkgever__gemeente="Gent"
    )


def geef(overdracht: Overdracht, door: Gebruiker, *wat: Deelbaar, op: date = MAANDAG) -> None:
    wijze = Toestemmingswijze.SCHRIFTELIJK
    geef_toestemming(overdracht, door=door, wat=wat, gegeven_op=op, wijze=wijze)


def deel(overdracht: Overdracht, door: Gebruiker, *wat: Deelbaar, op: date = VANDAAG) -> None:
    markeer_gedeeld(overdracht, door=door, wat=wat, op=op)


def trek_in(overdracht: Overdracht, door: Gebruiker, *wat: Deelbaar, op: date = VANDAAG) -> None:
    trek_toestemming_in(overdracht, door=door, wat=wat, op=op)


def test_consent_says_for_what_when_and_how(begeleider: Gebruiker, overdracht: Overdracht) -> None:
    geef(overdracht, begeleider, Deelbaar.VORMING, Deelbaar.CONTACT)
    assert [(t.wat, t.gegeven_op, t.wijze) for t in deelstand(overdracht).te_delen] == [
        ("contact", MAANDAG, "schriftelijk"),
        ("vorming", MAANDAG, "schriftelijk"),
    ]
    regels = Auditregel.objects.filter(soort="toestemming", actie="toestemming", door=begeleider)
    assert [regel.verschil["gegeven_op"] for regel in regels] == [[None, "2026-11-16"]] * 2


def test_more_consent_later_leaves_what_was_shared(
    begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    geef(overdracht, begeleider, Deelbaar.CONTACT)
    deel(overdracht, begeleider, Deelbaar.CONTACT, op=WOENSDAG)
    geef(overdracht, begeleider, Deelbaar.VORMING, op=VANDAAG)
    stand = deelstand(overdracht)
    assert [(t.wat, t.gedeeld_op) for t in stand.geldend] == [
        ("contact", WOENSDAG),
        ("vorming", None),
    ]
    regel = Auditregel.objects.get(soort="toestemming", actie="gedeeld")
    assert regel.verschil == {"gedeeld_op": [None, "2026-11-18"]}


def test_without_consent_nothing_is_shared(begeleider: Gebruiker, overdracht: Overdracht) -> None:
    geef(overdracht, begeleider, Deelbaar.CONTACT)
    with pytest.raises(ValidationError) as weigering:
        deel(overdracht, begeleider, Deelbaar.CONTACT, Deelbaar.STAGES)
    assert weigering.value.message_dict == {
        "wat": ["Dit kun je niet delen: stages en evaluaties. Vraag er eerst toestemming voor."]
    }
    assert not deelstand(overdracht).gedeeld


def test_after_withdrawal_nothing_more_is_shared_and_what_was_stays(
    begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    geef(overdracht, begeleider, Deelbaar.CONTACT, Deelbaar.STAGES)
    deel(overdracht, begeleider, Deelbaar.CONTACT, op=WOENSDAG)
    trek_in(overdracht, begeleider, Deelbaar.CONTACT, Deelbaar.STAGES)
    stand = deelstand(overdracht)
    assert (stand.geldend, len(stand.ingetrokken)) == ((), 2)
    assert [(t.wat, t.gedeeld_op) for t in stand.gedeeld] == [("contact", WOENSDAG)]
    with pytest.raises(ValidationError, match="Vraag er eerst toestemming voor"):
        deel(overdracht, begeleider, Deelbaar.STAGES)
    with pytest.raises(ValidationError, match="Wat gedeeld is, blijft staan"):
        maak_delen_ongedaan(stand.gedeeld[0], door=begeleider)
    assert Auditregel.objects.filter(soort="toestemming", actie="ingetrokken").count() == 2


def test_consent_can_be_given_again(begeleider: Gebruiker, overdracht: Overdracht) -> None:
    geef(overdracht, begeleider, Deelbaar.CONTACT)
    trek_in(overdracht, begeleider, Deelbaar.CONTACT, op=WOENSDAG)
    geef(overdracht, begeleider, Deelbaar.CONTACT, op=VANDAAG)
    deel(overdracht, begeleider, Deelbaar.CONTACT)
    assert [(t.ingetrokken_op, t.gedeeld_op) for t in overdracht.toestemmingen.all()] == [
        (WOENSDAG, None),
        (None, VANDAAG),
    ]


def test_a_slip_of_the_thumb_is_undone(begeleider: Gebruiker, overdracht: Overdracht) -> None:
    geef(overdracht, begeleider, Deelbaar.CONTACT)
    deel(overdracht, begeleider, Deelbaar.CONTACT)
    (gedeeld,) = deelstand(overdracht).gedeeld
    for _ in range(2):
        assert maak_delen_ongedaan(gedeeld, door=begeleider).gedeeld_op is None
    assert Auditregel.objects.filter(soort="toestemming", actie="niet gedeeld").count() == 1


MORGEN = date(2026, 11, 24)
ZONDAG = date(2026, 11, 15)
Doe = Callable[[Overdracht, Gebruiker], None]


@pytest.mark.parametrize(
    ("doe", "veld", "zin"),
    [
        (geef, "wat", "Kies minstens één ding."),
        (
            lambda o, wie: geef(o, wie, Deelbaar.STAGES, op=MORGEN),
            "gegeven_op",
            "Kies vandaag of een dag die voorbij is.",
        ),
        (
            lambda o, wie: geef(o, wie, Deelbaar.CONTACT),
            "wat",
            "Er is al toestemming voor: naam en contactgegevens. Vink dat uit.",
        ),
        (
            lambda o, wie: deel(o, wie, Deelbaar.CONTACT, op=MORGEN),
            "op",
            "Kies vandaag of een dag die voorbij is.",
        ),
        (
            lambda o, wie: deel(o, wie, Deelbaar.CONTACT, op=ZONDAG),
            "op",
            "Delen kan pas vanaf de dag van de toestemming (16/11/2026).",
        ),
        (
            lambda o, wie: deel(o, wie, Deelbaar.VORMING),
            "wat",
            "Dit kun je niet delen: vorming en attesten. Vraag er eerst toestemming voor.",
        ),
        (
            lambda o, wie: trek_in(o, wie, Deelbaar.CONTACT, op=ZONDAG),
            "op",
            "Intrekken kan pas vanaf de dag van de toestemming (16/11/2026).",
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    begeleider: Gebruiker, overdracht: Overdracht, doe: Doe, veld: str, zin: str
) -> None:
    ToestemmingFactory(overdracht=overdracht, wat=Deelbaar.CONTACT)
    ToestemmingFactory(overdracht=overdracht, wat=Deelbaar.VORMING, gedeeld_op=WOENSDAG)
    with pytest.raises(ValidationError) as weigering:
        doe(overdracht, begeleider)
    assert weigering.value.message_dict == {veld: [zin]}


def test_withdrawing_before_the_day_of_sharing_is_refused(
    begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    ToestemmingFactory(overdracht=overdracht, gedeeld_op=VANDAAG)
    with pytest.raises(ValidationError) as weigering:
        trek_in(overdracht, begeleider, Deelbaar.JOBDOELWIT, op=WOENSDAG)
    assert weigering.value.messages == [
        "Er is iets gedeeld na die dag. Trek de toestemming in op een latere dag."
    ]


def test_a_consent_does_not_move_to_another_employer(
    begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    ToestemmingFactory(overdracht=overdracht)
    with pytest.raises(ValidationError) as weigering:
        wijzig_overdracht(overdracht, door=begeleider, gezien=None, werkgever="De Eik")
    assert weigering.value.message_dict == {
        "werkgever": [
            "De toestemming geldt alleen voor De Linde (Gent). "
            "Begin een nieuwe overdracht voor een andere werkgever."
        ]
    }


# --- the database itself --------------------------------------------------------------------

WAAR = "WHERE overdracht_id = %s"
ZET = "UPDATE trajects_toestemming SET"
WEG = "DELETE FROM trajects_toestemming"
NIEUW = (
    "INSERT INTO trajects_toestemming (overdracht_id, wat, gegeven_op, wijze, gedeeld_op) VALUES "
)


@pytest.mark.parametrize(
    ("opdracht", "reden"),
    [
        # without consent there is no day of consent
        (f"{NIEUW} (%s, 'stages', NULL, 'mail', '2026-11-23')", "null value"),
        (f"{NIEUW} (%s, 'stages', '2026-11-23', '', '2026-11-23')", "toestemming_waarvoor_en_hoe"),
        (f"{NIEUW} (%s, 'alles', '2026-11-23', 'mail', NULL)", "toestemming_waarvoor_en_hoe"),
        (f"{NIEUW} (%s, 'jobdoelwit', '2026-11-23', 'mail', NULL)", "een_per_onderdeel"),
        (
            f"{ZET} gedeeld_op = '2026-11-15' {WAAR}",
            "toestemming_gedeeld_erna",
        ),
        (
            f"{ZET} ingetrokken_op = '2026-11-15' {WAAR}",
            "toestemming_ingetrokken_erna",
        ),
        (f"{ZET} wat = 'stages' {WAAR}", "append-only"),
        (f"{ZET} gegeven_op = '2026-11-01' {WAAR}", "append-only"),
        (f"{ZET} wijze = 'mail' {WAAR}", "append-only"),
        (f"{WEG} {WAAR}", "append-only"),
    ],
)
def test_the_database_refuses_to_share_beyond_consent(
    overdracht: Overdracht, opdracht: str, reden: str
) -> None:
    ToestemmingFactory(overdracht=overdracht)
    with (
        pytest.raises(DatabaseError, match=reden),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(opdracht, [overdracht.pk])


@pytest.mark.parametrize(
    "wijziging",
    [
        {"gedeeld_op": VANDAAG},
        {"gedeeld_op": date(2026, 11, 17)},
        {"ingetrokken_op": None},
        {"ingetrokken_op": None, "gedeeld_op": VANDAAG},
    ],
)
def test_the_database_refuses_to_share_after_withdrawal(
    overdracht: Overdracht, wijziging: dict[str, date | None]
) -> None:
    ToestemmingFactory(overdracht=overdracht, ingetrokken_op=WOENSDAG)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        overdracht.toestemmingen.update(**wijziging)


def test_the_database_keeps_the_employer_of_a_consent(overdracht: Overdracht) -> None:
    ander = WerkgeverFactory(organisatie=overdracht.werknemer.organisatie)
    anderen = Overdracht.objects.filter(pk=overdracht.pk)
    assert anderen.update(werkgever=ander) == 1
    ToestemmingFactory(overdracht=overdracht)
    with pytest.raises(IntegrityError, match="another employer"), transaction.atomic():
        anderen.update(werkgever=overdracht.werkgever)


@pytest.mark.django_db(transaction=True)
def test_of_withdrawing_and_sharing_at_once_only_one_succeeds_or_sharing_comes_first() -> None:
    door, overdracht = GebruikerFactory(), OverdrachtFactory()
    ToestemmingFactory(overdracht=overdracht)
    hek = threading.Barrier(2)

    def probeer(doe: Callable[..., None], op: date) -> None:
        try:
            hek.wait(timeout=10)
            doe(overdracht, door, Deelbaar.JOBDOELWIT, op=op)
        except ValidationError:
            pass
        finally:
            connection.close()

    draden = [
        threading.Thread(target=probeer, args=wie) for wie in ((trek_in, VANDAAG), (deel, VANDAAG))
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    toestemming = Toestemming.objects.get()
    assert toestemming.ingetrokken_op == VANDAAG
    gedeeld = Auditregel.objects.filter(soort="toestemming", actie="gedeeld").exists()
    assert (toestemming.gedeeld_op == VANDAAG) == gedeeld
