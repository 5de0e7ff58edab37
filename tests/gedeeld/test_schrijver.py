"""One way to write: the policy of the trail for each field, and the order of the locks."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from gebruikers.models import Gebruiker
from gebruikers.schrijvers import GEBRUIKERS, ORGANISATIES
from gedeeld.models import Auditregel
from gedeeld.organisatiesleutel import Organisatiesleutel
from gedeeld.schrijver import SLOTVOLGORDE, Schrijver, schrijvers_van_modellen
from tests.fabrieken import (
    AdviesFactory,
    GebruikerFactory,
    NotitieFactory,
    StageFactory,
    UitstroomFactory,
)
from tests.sloten import sloten
from trajects.schrijvers import NOTITIES, STAGES, UITSTROMEN
from werknemers.models import Adviesperiode, Dienst
from werknemers.schrijvers import ADVIEZEN, WERKNEMERS

APPS = ("gedeeld", "gebruikers", "regels", "werknemers", "trajects", "financiering")
MODELLEN = [model for app in APPS for model in apps.get_app_config(app).get_models()]
SCHRIJVERS = schrijvers_van_modellen()
ZONDER_SCHRIJVER = {
    "gedeeld.Auditregel": "It is the trail.",
    "gedeeld.Auditwaarde": "It is the trail.",
    "gedeeld.Inzending": "That a form was sent, kept for a week; what it did has its own row.",
    "gedeeld.Hartslag": "A job says that it lives.",
    "gedeeld.Nachtdeel": "A part of a nightly job says how it went.",
    "gedeeld.Taakrun": "A run of a job leaves its own row.",
    "gedeeld.Uitvoerbestand": "What a job made of an order, whose row says who asked for it.",
    "gedeeld.Uitvoerdeel": "Part of an order, whose row says how many pieces it is of.",
    "regels.StartpakketSchijf": "Part of its package, whose row says the steps.",
    "werknemers.Caseloadwissel": "A history by itself, beside the row of the employee.",
    "werknemers.Steunstand": "The database works it out.",
    "werknemers.Premieschijf": "Part of its advice, whose row says the steps.",
    "trajects.Concept": "What is being typed is nobody's business until it is saved.",
    "trajects.Fasewissel": "A history by itself: its rows stay, and say who and why.",
    "trajects.Randvoorwaardestand": "A history by itself: its rows stay, and say who.",
    "trajects.Verzoektekstversie": "A history by itself: its rows stay, and say who.",
    "financiering.Kerncijfer": "Measured every night, entered by nobody.",
    "financiering.Voorspelling": "Kept by the first night of a quarter, entered by nobody.",
}


def test_every_model_has_a_writer_or_a_reason() -> None:
    zonder = {model._meta.label for model in MODELLEN if model not in SCHRIJVERS}
    assert zonder == set(ZONDER_SCHRIJVER), "Declare it in schrijvers.py, or list the reason."


def _velden(model: type[models.Model]) -> set[str]:
    """What somebody can fill in: no keys, and nothing that is noted or worked out by itself."""
    return {
        veld.name
        for veld in model._meta.concrete_fields
        if not veld.primary_key
        and not veld.generated
        and not isinstance(veld, Organisatiesleutel)
        and not getattr(veld, "auto_now", False)
        and not getattr(veld, "auto_now_add", False)
    }


@pytest.mark.parametrize("model", SCHRIJVERS, ids=lambda model: model.__name__)
def test_every_field_is_in_one_of_both_lists(model: type[models.Model]) -> None:
    beleid = SCHRIJVERS[model].beleid
    assert not beleid.spoor & beleid.verzwegen
    assert not _velden(model) - beleid.spoor - beleid.verzwegen


GEHEIM = {"insz", "insz_hash", "password", "inhoud", "voorbeeld", "last_login"}


def test_what_is_secret_is_nowhere_in_the_trail() -> None:
    assert {
        (model.__name__, veld)
        for model, schrijver in SCHRIJVERS.items()
        for veld in schrijver.beleid.spoor
        if veld in GEHEIM
    } == set()


# What can be typed freely or names somebody, in a trail that stays: nothing of it is about people.
VRIJ_EN_BLIJVEND = {
    "gedeeld.Uitvoer": {"door", "rol", "soort"},
    "gebruikers.Organisatie": {"code", "kbo_nummer", "naam"},
    "regels.Bron": {"adres", "code", "titel"},
    "regels.Regelparameter": {"bronvermelding"},
    "regels.Startpakket": {"variant"},
    "regels.Wetsvraag": {"vraag"},
    "werknemers.Dienst": {"naam", "sleutel"},
    "werknemers.Importgewoonte": {"gewoonte", "kolom", "titel"},
    "trajects.Competentie": {"naam", "omschrijving"},
    "trajects.Contractpassage": {"door"},
    "trajects.Plansjabloon": {"naam", "omschrijving"},
    "trajects.Sjabloonregel": {"doel", "wat"},
    "financiering.Klaverbladbron": {"omschrijving"},
    "financiering.Rekenbewijs": {"code", "regelset", "versie"},
}


def _vrij(veld: Any) -> bool:
    """Whether people type in it, or it points to one of them."""
    getypt = isinstance(veld, models.TextField | models.CharField) and not veld.choices
    wie = veld.related_model
    return getypt or (isinstance(wie, type) and wie.__name__ in {"Gebruiker", "Werknemer"})


def test_what_may_be_about_people_can_be_emptied() -> None:
    """Of a model whose values stay for good, what can be typed is listed here by name."""
    blijvend = {
        model._meta.label: {
            veld.name
            for veld in model._meta.concrete_fields
            if veld.name in schrijver.beleid.spoor and _vrij(veld)
        }
        for model, schrijver in SCHRIJVERS.items()
        if not schrijver.beleid.wisbaar
    }
    assert {naam: velden for naam, velden in blijvend.items() if velden} == VRIJ_EN_BLIJVEND


def test_a_model_has_one_writer() -> None:
    with pytest.raises(ValueError, match="has a writer already"):
        Schrijver(Dienst, spoor=())


# --- locks -----------------------------------------------------------------------------------


RANG = {model: plaats for plaats, model in enumerate(SLOTVOLGORDE)}


@pytest.mark.parametrize("model", SCHRIJVERS, ids=lambda model: model.__name__)
def test_who_locks_others_first_keeps_the_order(model: type[models.Model]) -> None:
    schrijver = SCHRIJVERS[model]
    eerst = [_model_op(model, pad)._meta.label for pad in schrijver.eerst]
    rangen = [RANG.get(label, len(RANG)) for label in [*eerst, model._meta.label]]
    assert rangen == sorted(rangen)


def _model_op(model: type[models.Model], pad: str) -> type[models.Model]:
    for deel in pad.split("."):
        model = model._meta.get_field(deel).related_model  # type: ignore[assignment]
    return model


@pytest.mark.django_db
def test_the_employee_goes_before_the_advice() -> None:
    advies = AdviesFactory()
    with CaptureQueriesContext(connection) as vragen, transaction.atomic():
        ADVIEZEN.vergrendel(advies)
    assert sloten(vragen) == [
        ("werknemers_werknemer", advies.werknemer_id),
        ("werknemers_adviesperiode", advies.pk),
    ]


# --- writing ---------------------------------------------------------------------------------


@pytest.mark.django_db
def test_what_stays_the_same_writes_nothing(begeleider: Gebruiker) -> None:
    stage = StageFactory(taak="koken")
    assert not STAGES.schrijf(stage, {"taak": "koken"}, door=begeleider)
    assert not Auditregel.objects.exists()


@pytest.mark.django_db
def test_a_change_says_who_what_and_about_whom(begeleider: Gebruiker) -> None:
    stage = StageFactory(taak="koken")
    assert STAGES.schrijf(stage, {"taak": "bakken", "attest": stage.attest}, door=begeleider)
    regel = Auditregel.objects.get()
    assert (regel.actie, regel.soort, regel.onderwerp_id) == ("gewijzigd", "stage", stage.pk)
    assert (regel.door, regel.betrokkene_id) == (begeleider, stage.werknemer_id)
    assert regel.organisatie_id == stage.werknemer.organisatie_id
    assert (regel.wijzigingen, regel.verschil) == ({"taak": []}, {"taak": ["koken", "bakken"]})


@pytest.mark.django_db
def test_a_field_that_is_declared_nowhere_is_refused(begeleider: Gebruiker) -> None:
    with pytest.raises(ValueError, match="Not declared for Stage"):
        STAGES.noteer(StageFactory(), {"onzin": (1, 2)}, door=begeleider, actie="x")


@pytest.mark.django_db
def test_what_is_withheld_says_only_that_it_changed(begeleider: Gebruiker) -> None:
    notitie = NotitieFactory()
    NOTITIES.noteer(notitie, {"tekst": ("a", "b")}, door=begeleider, actie="verbeterd")
    regel = Auditregel.objects.get()
    assert regel.wijzigingen == regel.verschil == {"tekst": ["●●●", "●●●"]}


@pytest.mark.django_db
def test_what_is_gone_stays_to_be_read_with_what_went_along(begeleider: Gebruiker) -> None:
    uitstroom = UitstroomFactory(motief="Einde premie")
    uitstroom.nazorg.create(weken=4)
    UITSTROMEN.verwijder(uitstroom, door=begeleider, actie="uitstroom verwijderd")
    weg = {regel.soort: regel for regel in Auditregel.objects.all()}
    assert set(weg) == {"uitstroom", "nazorgmoment"}
    assert weg["uitstroom"].verschil["motief"] == ["Einde premie", None]
    assert weg["uitstroom"].verschil["werknemer"][0].endswith(f"({uitstroom.werknemer_id})")
    assert weg["nazorgmoment"].verschil["weken"] == [4, None]


@pytest.mark.django_db
def test_without_a_path_the_organisation_is_that_of_who_writes(begeleider: Gebruiker) -> None:
    ORGANISATIES.schrijf(begeleider.organisatie, {"naam": "Nieuw"}, door=begeleider)  # type: ignore[arg-type]
    regel = Auditregel.objects.get()
    assert regel.organisatie_id == begeleider.organisatie_id
    assert regel.wijzigingen == {"naam": ["De Lepel", "Nieuw"]}
    assert Adviesperiode.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_who_writes_does_not_wait_for_who_holds_the_organisation() -> None:
    """Every row of the trail points to an organisation and a user; a lock that makes those wait
    would put the organisation last instead of first."""
    stage = StageFactory()
    door = GebruikerFactory(organisatie=stage.werknemer.organisatie)

    def schrijf_elders() -> bool:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '2s'")
                return STAGES.schrijf(STAGES.vergrendel(stage), {"taak": "bakken"}, door=door)
        finally:
            connection.close()

    with transaction.atomic(), ThreadPoolExecutor(1) as draad:
        ORGANISATIES.vergrendel(stage.werknemer.organisatie)
        GEBRUIKERS.vergrendel(door)
        WERKNEMERS.vergrendel(stage.werknemer)
        assert draad.submit(schrijf_elders).result(timeout=30)


@pytest.mark.django_db(transaction=True)
def test_a_lock_outside_a_transaction_is_refused() -> None:
    gebruiker = GebruikerFactory()
    with pytest.raises(TransactionManagementError):
        GEBRUIKERS.vergrendel(gebruiker)
