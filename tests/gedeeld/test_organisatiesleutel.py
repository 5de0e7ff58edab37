"""Every row of an organisation says which; the database fills it in and keeps it equal."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from gedeeld.schendingen import als_zin
from tests.fabrieken import (
    BijlageFactory,
    ContractFactory,
    DienstFactory,
    NotitieFactory,
    SjabloonregelFactory,
    StageFactory,
    WerkgeverFactory,
    WerknemerFactory,
)
from trajects.models import Notitie, Plansjabloon, Stage
from werknemers.models import Werknemer

APPS = ("gedeeld", "gebruikers", "regels", "werknemers", "trajects", "financiering")
VAN_NIEMAND = {
    "gebruikers.Organisatie": "It is the organisation.",
    "gedeeld.Hartslag": "A job says that it lives.",
    "gedeeld.Inzending": "That a form was sent: part of a login, as a session is.",
    "gedeeld.Nachtdeel": "A part of a run; of which job it is, says what its key is of.",
    "gedeeld.Taakrun": "A run for all organisations.",
    "regels.Bron": "The law is everybody's.",
    "regels.Regeltabel": "The law is everybody's.",
    "regels.Startpakket": "The law is everybody's.",
    "regels.StartpakketSchijf": "The law is everybody's.",
}
MODELLEN = [model for app in APPS for model in apps.get_app_config(app).get_models()]
KINDEREN = [
    model
    for model in MODELLEN
    if any(isinstance(veld, Organisatiesleutel) for veld in model._meta.fields)
]


def test_every_table_of_an_organisation_has_its_key() -> None:
    zonder = {
        model._meta.label
        for model in MODELLEN
        if model._meta.managed and "organisatie" not in {v.name for v in model._meta.fields}
    }
    assert zonder == set(VAN_NIEMAND)


@pytest.mark.parametrize("model", KINDEREN, ids=lambda model: model.__name__)
def test_a_key_that_nobody_fills_in_is_kept_equal(model: type[models.Model]) -> None:
    assert any(isinstance(regel, ZelfdeOrganisatie) for regel in model._meta.constraints)


def test_the_database_fills_it_in(amina: Werknemer, begeleider: Gebruiker) -> None:
    notitie = Notitie.objects.create(
        werknemer=amina, auteur=begeleider, datum=date(2026, 11, 1), tekst="Hallo"
    )
    assert notitie.organisatie_id == amina.organisatie_id
    notitie.refresh_from_db()
    assert notitie.organisatie == amina.organisatie


def test_also_of_many_at_once(amina: Werknemer) -> None:
    ander = WerknemerFactory()
    rijen = [StageFactory.build(werknemer=wie, werkgever=None) for wie in (amina, ander)]
    for rij, wie in zip(rijen, (amina, ander), strict=True):
        rij.werkgever = WerkgeverFactory(organisatie=wie.organisatie)
    assert [rij.organisatie_id for rij in Stage.objects.bulk_create(rijen)] == [
        amina.organisatie_id,
        ander.organisatie_id,
    ]


def test_the_first_parent_that_is_there_gives_it(amina: Werknemer) -> None:
    assert BijlageFactory(notitie=NotitieFactory(werknemer=amina)).organisatie == amina.organisatie


def test_what_everybody_shares_belongs_to_nobody(db: None) -> None:
    voorbeeld = Plansjabloon.objects.create(naam="Voorbeeld van de sector", organisatie=None)
    assert SjabloonregelFactory(sjabloon=voorbeeld).organisatie_id is None


def test_a_row_cannot_lie_about_it(amina: Werknemer, andere_organisatie: Organisatie) -> None:
    notitie = NotitieFactory.build(
        werknemer=amina, auteur=amina.begeleider, organisatie=andere_organisatie
    )
    with pytest.raises(IntegrityError, match="notitie_organisatie"), transaction.atomic():
        notitie.save()


def test_a_contract_in_a_service_of_others_is_refused_in_a_sentence(
    amina: Werknemer, andere_organisatie: Organisatie
) -> None:
    contract = ContractFactory.build(
        werknemer=amina, dienst=DienstFactory(organisatie=andere_organisatie)
    )
    with pytest.raises(ValidationError, match="hoort bij een andere organisatie"), als_zin():
        contract.save()


@pytest.mark.django_db
def test_it_can_be_taken_off_and_put_back() -> None:
    (regel,) = (r for r in Stage._meta.constraints if isinstance(r, ZelfdeOrganisatie))
    with connection.schema_editor() as bouwer:
        bouwer.remove_constraint(Stage, regel)
        bouwer.add_constraint(Stage, regel.clone())
    assert StageFactory().organisatie_id is not None
