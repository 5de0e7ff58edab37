"""The log: writing, correcting, and who reads what."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.test import Client

from doorstroom.gedeeld.models import Auditregel
from doorstroom.gedeeld.periode import Periode
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from tests.fabrieken import GebruikerFactory, NotitieFactory, WerknemerFactory
from trajects.domein.notities import (
    IntussenVerbeterd,
    Notitiegegevens,
    logregels,
    recente_werknemers,
    schrijf_notitie,
    verbeter_notitie,
)
from trajects.models import Notitie
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)
Als = Callable[[Gebruiker], Client]


def gegevens(**anders: object) -> Notitiegegevens:
    vast = {"soort": "gesprek", "datum": VANDAAG, "tekst": "Nieuwe tekst", "vertrouwelijk": False}
    return {**vast, **anders}


@pytest.fixture
def werknemer(organisatie: Organisatie, begeleider: Gebruiker) -> Werknemer:
    return WerknemerFactory(organisatie=organisatie, begeleider=begeleider, in_dienst=True)


@pytest.fixture
def stand_in(organisatie: Organisatie, begeleider: Gebruiker) -> Gebruiker:
    """Somebody who serves An's caseload today."""
    vervanger = GebruikerFactory(organisatie=organisatie, voornaam="Karim")
    Waarneming.objects.create(
        begeleider=begeleider,
        vervanger=vervanger,
        periode=Periode.tem(date(2026, 11, 1), date(2026, 11, 30)),
    )
    return vervanger


def test_a_note_is_kept_with_its_author_and_audited_without_its_text(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    notitie = schrijf_notitie(werknemer=werknemer, door=begeleider, **gegevens(tekst="Geheim"))
    bewaard = Notitie.objects.get()
    assert bewaard == notitie
    assert (bewaard.auteur, bewaard.tekst, bewaard.datum) == (begeleider, "Geheim", VANDAAG)
    regel = Auditregel.objects.get(soort="notitie")
    assert (regel.actie, regel.door, regel.onderwerp_id) == ("geschreven", begeleider, notitie.pk)
    assert "Geheim" not in str(regel.wijzigingen)


@pytest.mark.parametrize(
    ("fout", "veld", "zin"),
    [
        ({"datum": date(2026, 11, 24)}, "datum", "Kies vandaag of een dag die voorbij is."),
        ({"tekst": "  \n "}, "tekst", "Schrijf eerst wat je wilt onthouden."),
    ],
)
def test_what_cannot_be_a_note_is_refused(
    begeleider: Gebruiker, werknemer: Werknemer, fout: dict[str, object], veld: str, zin: str
) -> None:
    with pytest.raises(ValidationError) as weigering:
        schrijf_notitie(werknemer=werknemer, door=begeleider, **gegevens(**fout))
    assert weigering.value.message_dict == {veld: [zin]}
    assert not Notitie.objects.exists()


def test_a_correction_is_a_new_version_and_the_old_one_stays(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    eerste = NotitieFactory(werknemer=werknemer, auteur=begeleider, tekst="Eerste")
    tweede = verbeter_notitie(eerste, door=begeleider, **gegevens(tekst="Tweede"))
    derde = verbeter_notitie(tweede, door=begeleider, **gegevens(tekst="Derde"))
    assert list(Notitie.objects.geldend()) == [derde]
    (regel,) = logregels(Notitie.objects.geldend(), begeleider)
    assert [versie.tekst for versie in (regel.notitie, *regel.eerdere)] == [
        "Derde",
        "Tweede",
        "Eerste",
    ]


def test_the_database_refuses_to_change_or_delete_a_note(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    notitie = NotitieFactory(werknemer=werknemer, auteur=begeleider)
    for doe in (lambda n: n.update(tekst="anders"), lambda n: n.delete()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            doe(Notitie.objects.filter(pk=notitie.pk))


def test_a_coordinator_corrects_a_note_but_does_not_take_it_away(
    begeleider: Gebruiker, coordinator: Gebruiker, werknemer: Werknemer
) -> None:
    notitie = NotitieFactory(werknemer=werknemer, auteur=begeleider)
    with pytest.raises(ValidationError) as weigering:
        verbeter_notitie(notitie, door=coordinator, **gegevens(vertrouwelijk=True))
    assert weigering.value.message_dict == {
        "vertrouwelijk": ["Alleen An Peeters kiest of deze notitie vertrouwelijk is."]
    }
    beter = verbeter_notitie(notitie, door=coordinator, **gegevens())
    assert beter.auteur == coordinator
    (regel,) = logregels(Notitie.objects.zichtbaar_voor(begeleider).geldend(), begeleider)
    assert regel.verbeterbaar
    verbeter_notitie(beter, door=begeleider, **gegevens(vertrouwelijk=True))


def test_only_its_author_corrects_a_confidential_note(
    begeleider: Gebruiker, coordinator: Gebruiker, werknemer: Werknemer
) -> None:
    notitie = NotitieFactory(werknemer=werknemer, auteur=begeleider, vertrouwelijk=True)
    with pytest.raises(PermissionDenied):
        verbeter_notitie(notitie, door=coordinator, **gegevens(vertrouwelijk=True))
    assert Notitie.objects.count() == 1


def test_a_stand_in_reads_but_does_not_correct(
    begeleider: Gebruiker, stand_in: Gebruiker, werknemer: Werknemer
) -> None:
    notitie = NotitieFactory(werknemer=werknemer, auteur=begeleider)
    NotitieFactory(werknemer=werknemer, auteur=begeleider, vertrouwelijk=True)
    (regel,) = logregels(Notitie.objects.zichtbaar_voor(stand_in).geldend(), stand_in)
    assert (regel.notitie, regel.verbeterbaar) == (notitie, False)
    with pytest.raises(PermissionDenied):
        verbeter_notitie(notitie, door=stand_in, **gegevens())


def test_an_earlier_confidential_version_stays_confidential(
    begeleider: Gebruiker, stand_in: Gebruiker, coordinator: Gebruiker, werknemer: Werknemer
) -> None:
    geheim = NotitieFactory(
        werknemer=werknemer, auteur=begeleider, vertrouwelijk=True, tekst="Geheim"
    )
    verbeter_notitie(geheim, door=begeleider, **gegevens(tekst="Open"))
    for gebruiker, eerdere in ((stand_in, []), (begeleider, ["Geheim"]), (coordinator, ["Geheim"])):
        (regel,) = logregels(Notitie.objects.zichtbaar_voor(gebruiker).geldend(), gebruiker)
        assert [versie.tekst for versie in regel.eerdere] == eerdere


def test_a_version_that_was_corrected_already_is_not_corrected_again(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    notitie = NotitieFactory(werknemer=werknemer, auteur=begeleider)
    tweede = verbeter_notitie(notitie, door=begeleider, **gegevens())
    with pytest.raises(IntussenVerbeterd) as weigering:
        verbeter_notitie(notitie, door=begeleider, **gegevens(tekst="Te laat"))
    assert weigering.value.nieuwste == tweede
    assert Notitie.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_corrections_at_once_one_wins_and_the_other_hears_it() -> None:
    begeleider = GebruikerFactory()
    notitie = NotitieFactory(
        werknemer=WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider),
        auteur=begeleider,
    )
    start, uitkomst = threading.Barrier(2), []

    def verbeter(tekst: str) -> None:
        try:
            start.wait(timeout=10)
            verbeter_notitie(notitie, door=begeleider, **gegevens(tekst=tekst))
            uitkomst.append("gelukt")
        except IntussenVerbeterd:
            uitkomst.append("ingehaald")
        finally:
            connection.close()

    draden = [threading.Thread(target=verbeter, args=(tekst,)) for tekst in ("een", "twee")]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert sorted(uitkomst) == ["gelukt", "ingehaald"]
    assert Notitie.objects.count() == 2


def test_recent_employees_are_those_written_about_last(
    begeleider: Gebruiker, organisatie: Organisatie
) -> None:
    mensen = [
        WerknemerFactory(
            organisatie=organisatie, begeleider=begeleider, in_dienst=True, familienaam=f"{n}"
        )
        for n in range(7)
    ]
    for persoon in (mensen[3], mensen[6]):
        NotitieFactory(werknemer=persoon, auteur=begeleider)
    NotitieFactory(werknemer=mensen[5], auteur=GebruikerFactory(organisatie=organisatie))
    verwacht = [mensen[6], mensen[3], mensen[0], mensen[1], mensen[2]]
    assert list(recente_werknemers(begeleider)) == verwacht
