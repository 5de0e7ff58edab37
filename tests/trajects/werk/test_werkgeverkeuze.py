"""Naming an employer in a form: one of the register, or a new one that joins it."""

import threading
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test import Client

from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Formulier
from gedeeld.models import Auditregel
from tests.fabrieken import GebruikerFactory, WerkgeverFactory
from trajects.models import Werkgever
from trajects.werk.forms import Werkgeverkeuze, stel_werkgevers_voor
from trajects.werk.werkgevers import vind_of_maak_werkgever

Als = Callable[[Gebruiker], Client]


def vind(naam: str, door: Gebruiker) -> Werkgever:
    return vind_of_maak_werkgever(organisatie_id=door.organisatie_id, naam=naam, door=door)


@pytest.mark.parametrize("getypt", ["De Linde", "de linde", "  De   Linde "])
def test_a_name_of_the_register_is_that_employer(begeleider: Gebruiker, getypt: str) -> None:
    linde = WerkgeverFactory(organisatie=begeleider.organisatie, naam="De Linde")
    assert vind(getypt, begeleider) == linde
    assert not Auditregel.objects.exists()


def test_an_unknown_name_joins_the_register_and_the_trail(begeleider: Gebruiker) -> None:
    nieuw = vind("Bakkerij Jan (en zoon)", begeleider)
    assert (nieuw.naam, nieuw.gemeente, nieuw.actief) == ("Bakkerij Jan (en zoon)", "", True)
    regel = Auditregel.objects.get(soort="werkgever")
    assert (regel.actie, regel.onderwerp_id, regel.door) == ("toegevoegd", nieuw.pk, begeleider)
    assert vind("bakkerij jan (EN ZOON)", begeleider) == nieuw


def test_an_employer_of_another_organisation_is_another_one(begeleider: Gebruiker) -> None:
    elders = WerkgeverFactory(naam="De Linde")
    assert vind("De Linde", begeleider) != elders


def test_the_town_tells_two_of_the_same_name_apart(begeleider: Gebruiker) -> None:
    wie = {"organisatie": begeleider.organisatie, "naam": "De Linde"}
    gent, aalst = (
        WerkgeverFactory(**wie, gemeente="Gent"),
        WerkgeverFactory(**wie, gemeente="Aalst"),
    )
    assert vind("De Linde (gent)", begeleider) == gent
    assert vind(aalst.label, begeleider) == aalst
    with pytest.raises(ValidationError) as weigering:
        vind("De Linde", begeleider)
    assert weigering.value.message_dict == {
        "werkgever": [
            "Er zijn er meer met die naam. Kies er een uit de lijst: "
            "De Linde (Gent), De Linde (Aalst)."
        ]
    }
    zonder = WerkgeverFactory(**wie)
    assert vind("De Linde", begeleider) == zonder


def test_one_that_was_switched_off_comes_back(begeleider: Gebruiker) -> None:
    uit = WerkgeverFactory(organisatie=begeleider.organisatie, naam="De Linde", actief=False)
    assert vind("De Linde", begeleider) == uit
    uit.refresh_from_db()
    assert uit.actief
    assert Auditregel.objects.get(soort="werkgever").actie == "aangezet"


@pytest.mark.parametrize("naam", ["", " ", "x" * 151])
def test_no_name_and_an_endless_name_are_refused(begeleider: Gebruiker, naam: str) -> None:
    with pytest.raises(ValidationError) as weigering:
        vind(naam, begeleider)
    assert list(weigering.value.message_dict) == ["werkgever"]


@pytest.mark.django_db(transaction=True)
def test_two_who_type_the_same_new_name_at_once_get_the_same_employer() -> None:
    door = GebruikerFactory()
    hek, gevonden = threading.Barrier(2), []

    def probeer() -> None:
        try:
            with transaction.atomic():
                hek.wait(timeout=10)
                gevonden.append(vind("Nieuw", door).pk)
        finally:
            connection.close()

    draden = [threading.Thread(target=probeer) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert gevonden == [Werkgever.objects.get().pk] * 2


class _Vraag(Formulier):
    werkgever = Werkgeverkeuze()


class _Wijziging(Bewerkformulier):
    """On a record that is an employer itself, for short."""

    werkgever = Werkgeverkeuze()

    def begin(self, record: Werkgever) -> dict[str, str]:
        return {"werkgever": record.label}


def test_the_field_proposes_the_employers_that_are_active(begeleider: Gebruiker) -> None:
    for gegevens in (
        {"naam": "De Linde", "gemeente": "Gent"},
        {"naam": "Gesloten", "actief": False},
        {"naam": '"Aap" & <b>'},
    ):
        WerkgeverFactory(organisatie=begeleider.organisatie, **gegevens)
    WerkgeverFactory(naam="Elders")
    form = _Vraag()
    stel_werkgevers_voor(form, begeleider)
    html = str(form["werkgever"])
    assert html.count("<option") == 2
    assert '<option value="De Linde (Gent)">' in html
    assert "&quot;Aap&quot; &amp; &lt;b&gt;" in html
    assert 'list="id_werkgever_suggesties"' in html
    assert '<datalist id="id_werkgever_suggesties">' in html


def test_of_a_long_register_what_is_typed_is_proposed(als: Als, begeleider: Gebruiker) -> None:
    eigen = {"organisatie": begeleider.organisatie}
    WerkgeverFactory.create_batch(50, **eigen)
    form = _Vraag()
    stel_werkgevers_voor(form, begeleider)
    assert str(form["werkgever"]).count("<option") == 50
    assert "hx-get" not in str(form["werkgever"])
    WerkgeverFactory(**eigen, naam="Zorgbedrijf Oost")
    WerkgeverFactory(naam="Zorgbedrijf van een ander")
    veld = str(form["werkgever"])
    assert 'hx-get="/werkgevers/voorstellen/"' in veld
    assert (veld.count("<option"), "Zorgbedrijf" in veld) == (50, False)
    antwoord = als(begeleider).get("/werkgevers/voorstellen/", {"werkgever": "zorgb"})
    assert antwoord.content.decode().strip() == '<option value="Zorgbedrijf Oost"></option>'


def test_two_forms_do_not_share_their_suggestions(begeleider: Gebruiker) -> None:
    WerkgeverFactory(organisatie=begeleider.organisatie)
    stel_werkgevers_voor(_Vraag(), begeleider)
    assert "<option" not in str(_Vraag()["werkgever"])


def test_a_form_knows_whether_the_employer_was_left_alone(begeleider: Gebruiker) -> None:
    """Who leaves it alone must not bring back a name that somebody else changed meanwhile."""
    linde = WerkgeverFactory(organisatie=begeleider.organisatie, naam="De Linde")
    gezien = str(_Wijziging(record=linde).initial["gezien"])
    linde.naam = "De Nieuwe Linde"
    linde.save()
    zelfde = _Wijziging({"werkgever": "De Linde", "gezien": gezien}, record=linde)
    anders = _Wijziging({"werkgever": "Bakkerij", "gezien": gezien}, record=linde)
    vervalst = _Wijziging({"werkgever": "De Linde", "gezien": "[]"}, record=linde)
    antwoorden = [form.onaangeroerd("werkgever") for form in (zelfde, anders, vervalst)]
    assert antwoorden == [True, False, False]
