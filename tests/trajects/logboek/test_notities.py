"""The log: writing, correcting, and who reads what."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.test import Client

from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import GebruikerFactory, NotitieFactory, TrajectFactory, WerknemerFactory
from trajects.logboek.bestanden import PDF, Bestand
from trajects.logboek.logregels import Logregel, logregels, met_aanhang, recente_werknemers
from trajects.logboek.notities import (
    IntussenVerbeterd,
    Notitiegegevens,
    schrijf_notitie,
    verbeter_notitie,
)
from trajects.models import Actie, Bijlage, Notitie
from trajects.models.notitie import NotitieQuerySet
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)
Als = Callable[[Gebruiker], Client]


def lees(notities: NotitieQuerySet, wie: Gebruiker) -> list[Logregel]:
    return logregels(met_aanhang(notities, wie), wie)


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
    assert "Geheim" not in str([regel.wijzigingen, regel.verschil])


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
    (regel,) = lees(Notitie.objects.geldend(), begeleider)
    assert [versie.tekst for versie in (regel.notitie, *regel.eerdere)] == [
        "Derde",
        "Tweede",
        "Eerste",
    ]


BESTAND = Bestand("cv.pdf", PDF, b"%PDF-1.7\n")


def test_the_next_step_is_an_action_of_the_running_plan_and_of_the_note(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    traject = TrajectFactory(werknemer=werknemer)
    stap = {"wat": "Bellen naar De Linde", "wie": "begeleider", "tegen": date(2026, 12, 1)}
    notitie = schrijf_notitie(werknemer=werknemer, door=begeleider, stap=stap, **gegevens())
    actie = Actie.objects.get()
    assert (actie.notitie, actie.traject, actie.werknemer) == (notitie, traject, werknemer)
    assert (actie.wat, actie.tegen, actie.is_open) == (
        "Bellen naar De Linde", date(2026, 12, 1), True,
    )  # fmt: skip
    assert Auditregel.objects.filter(soort="actie", onderwerp_id=actie.pk).exists()


def test_without_a_running_plan_the_step_stands_loose(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    stap = {"wat": "Bellen", "wie": "begeleider", "tegen": None}
    schrijf_notitie(werknemer=werknemer, door=begeleider, stap=stap, **gegevens())
    assert Actie.objects.get().traject is None


def test_a_refused_step_leaves_no_note_and_no_file(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    with pytest.raises(ValidationError) as weigering:
        schrijf_notitie(
            werknemer=werknemer,
            door=begeleider,
            bijlagen=[BESTAND],
            stap={"wat": "Bellen", "wie": "derde", "wie_naam": " ", "tegen": None},
            **gegevens(),
        )
    assert weigering.value.message_dict == {"wie_naam": ["Zeg wie dit doet."]}
    assert not Notitie.objects.exists()
    assert not Bijlage.objects.exists()


def test_a_correction_keeps_themes_duration_files_and_the_step(
    begeleider: Gebruiker, werknemer: Werknemer
) -> None:
    stap = {"wat": "Bellen", "wie": "begeleider", "tegen": None}
    eerste = schrijf_notitie(
        werknemer=werknemer,
        door=begeleider,
        bijlagen=[BESTAND],
        stap=stap,
        **gegevens(themas=["taal", "stage"], duur_minuten=45),
    )
    tweede = verbeter_notitie(eerste, door=begeleider, bijlagen=[BESTAND], **gegevens())
    assert (tweede.themas, tweede.duur_minuten) == (["taal", "stage"], 45)
    assert tweede.themas_in_woorden == "taal, stage"
    (regel,) = lees(Notitie.objects.geldend(), begeleider)
    assert [actie.wat for actie in regel.notitie.stappen] == ["Bellen"]
    assert len(regel.notitie.bestanden) == 2
    assert regel.eerdere[0].bestanden == []
    derde = verbeter_notitie(tweede, door=begeleider, **gegevens(themas=[], duur_minuten=None))
    assert (derde.themas, derde.duur_minuten) == ([], None)


def test_a_note_that_becomes_confidential_takes_its_files_out_of_sight(
    begeleider: Gebruiker, stand_in: Gebruiker, werknemer: Werknemer
) -> None:
    open_ = schrijf_notitie(werknemer=werknemer, door=begeleider, bijlagen=[BESTAND], **gegevens())
    assert Bijlage.objects.zichtbaar_voor(stand_in).count() == 1
    verbeter_notitie(open_, door=begeleider, **gegevens(vertrouwelijk=True))
    assert Bijlage.objects.zichtbaar_voor(stand_in).count() == 0
    assert Bijlage.objects.zichtbaar_voor(begeleider).count() == 1


def test_files_of_a_confidential_version_stay_with_it_when_the_note_opens_up(
    begeleider: Gebruiker, stand_in: Gebruiker, werknemer: Werknemer
) -> None:
    geheim = schrijf_notitie(
        werknemer=werknemer, door=begeleider, bijlagen=[BESTAND], **gegevens(vertrouwelijk=True)
    )
    verbeter_notitie(geheim, door=begeleider, **gegevens())
    assert Bijlage.objects.zichtbaar_voor(stand_in).count() == 0
    (regel,) = lees(Notitie.objects.zichtbaar_voor(begeleider).geldend(), begeleider)
    assert regel.notitie.bestanden == []
    assert [bijlage.bestandsnaam for bijlage in regel.eerdere[0].bestanden] == ["cv.pdf"]


@pytest.mark.parametrize("minuten", [0, 721])
def test_a_talk_lasts_from_a_minute_to_half_a_day(
    begeleider: Gebruiker, werknemer: Werknemer, minuten: int
) -> None:
    with pytest.raises(ValidationError) as weigering:
        schrijf_notitie(werknemer=werknemer, door=begeleider, **gegevens(duur_minuten=minuten))
    assert weigering.value.messages == ["Een gesprek duurt minstens 1 minuut en hoogstens 12 uur."]


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
    (regel,) = lees(Notitie.objects.zichtbaar_voor(begeleider).geldend(), begeleider)
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
    (regel,) = lees(Notitie.objects.zichtbaar_voor(stand_in).geldend(), stand_in)
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
        (regel,) = lees(Notitie.objects.zichtbaar_voor(gebruiker).geldend(), gebruiker)
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
