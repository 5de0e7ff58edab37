"""Two people at once: nothing is overwritten unseen, and the database lets only one through."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import close_old_connections, connection
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.gelijktijdig import IntussenGewijzigd, IntussenVerwijderd
from regels.keuzes import SoortAdvies
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    WerknemerFactory,
)
from tests.werknemers.blad import bewaar, ingevuld
from werknemers.domein.adviezen import verwijder_advies, voeg_advies_toe, wijzig_advies
from werknemers.domein.diensten import wijzig_dienst
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Dienst, Werknemer

Als = Callable[[Gebruiker], Client]
OVERLAP = (
    "Er loopt al een ander advies in (een deel van) die periode. "
    "Een verlenging begint op de dag nadat het vorige advies eindigt."
)


def _url(contract: Arbeidsovereenkomst) -> str:
    return reverse("werknemers:contract_bewerk", args=[contract.pk])


def _botsing(antwoord: Any) -> list[tuple[str, str, str, bool, bool]]:
    return [
        (w.label, w.oud, w.nieuw, w.overgenomen, w.blijft)
        for w in antwoord.context["form"].botsing.wijzigingen
    ]


@pytest.fixture
def contract(organisatie: Organisatie) -> Arbeidsovereenkomst:
    return ContractFactory(werknemer__organisatie=organisatie)


def test_who_saves_last_is_first_shown_what_changed(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    eerste, tweede = als(coordinator), als(hr)
    data = ingevuld(tweede.get(_url(contract)), bruto_maandloon="2100")
    bewaar(eerste, _url(contract), functie="kok", laatste_dag="2027-06-30", bruto_maandloon="2050")
    antwoord = tweede.post(_url(contract), data)
    contract.refresh_from_db()
    assert antwoord.status_code == 422
    assert (contract.functie, str(contract.bruto_maandloon)) == ("kok", "2050.00")
    assert _botsing(antwoord) == [
        ("Functie", "keukenhulp", "kok", True, False),
        ("Bruto maandloon", "2.000,00", "2.050,00", False, True),
        ("Laatste dag (t.e.m.)", "leeg", "30/06/2027", True, False),
    ]
    pagina = antwoord.content.decode()
    assert "Iemand anders bewaarde dit terwijl jij bezig was" in pagina
    assert f"{coordinator.volledige_naam} deed dat op 23 november 2026 om 10:00." in pagina
    form = antwoord.context["form"]
    assert form["functie"].value() == "kok"
    assert form["bruto_maandloon"].value() == "2100"
    assert form["laatste_dag"].value() == "2027-06-30"


def test_saving_again_after_that_counts(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    tweede = als(hr)
    data = ingevuld(tweede.get(_url(contract)), bruto_maandloon="2100")
    bewaar(als(coordinator), _url(contract), functie="kok")
    antwoord = tweede.post(_url(contract), data)
    assert tweede.post(_url(contract), ingevuld(antwoord)).status_code == 302
    contract.refresh_from_db()
    assert (contract.functie, str(contract.bruto_maandloon)) == ("kok", "2100.00")


def test_a_second_clash_starts_over(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    eerste, tweede = als(coordinator), als(hr)
    data = ingevuld(tweede.get(_url(contract)), bruto_maandloon="2100")
    bewaar(eerste, _url(contract), functie="kok")
    antwoord = tweede.post(_url(contract), data)
    bewaar(eerste, _url(contract), functie="chef")
    antwoord = tweede.post(_url(contract), ingevuld(antwoord))
    assert _botsing(antwoord) == [("Functie", "kok", "chef", True, False)]


def test_choices_stand_there_by_their_name(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    groen = DienstFactory(organisatie=hr.organisatie, naam="Groen")
    tweede = als(hr)
    data = ingevuld(tweede.get(_url(contract)), functie="kok")
    bewaar(als(coordinator), _url(contract), dienst=str(groen.pk), soort="bepaald")
    antwoord = tweede.post(_url(contract), data)
    assert _botsing(antwoord) == [
        ("Soort contract", "onbepaalde duur", "bepaalde duur", True, False),
        ("Dienst", contract.dienst.naam, "Groen", True, False),
    ]


@pytest.mark.parametrize("gezien", ["", "onzin", "[]", '{"op": "gisteren"}', '{"op": 5}'])
def test_without_proof_of_what_you_saw_nothing_is_overwritten(
    als: Als, hr: Gebruiker, contract: Arbeidsovereenkomst, gezien: str
) -> None:
    client = als(hr)
    antwoord = bewaar(client, _url(contract), functie="kok", gezien=gezien)
    assert antwoord.status_code == 422
    contract.refresh_from_db()
    assert contract.functie == "keukenhulp"
    gekozen = ingevuld(antwoord, versie_functie="eigen")
    assert client.post(_url(contract), gekozen).status_code == 302


def test_a_masked_insz_betrays_nothing(als: Als, hr: Gebruiker, coordinator: Gebruiker) -> None:
    werknemer = WerknemerFactory(organisatie=hr.organisatie)
    url = reverse("werknemers:bewerk", args=[werknemer.pk])
    tweede = als(coordinator)
    data = ingevuld(tweede.get(url), voornaam="Aminata")
    bewaar(als(hr), url, insz="85.07.30-033.28")
    antwoord = tweede.post(url, data)
    assert _botsing(antwoord) == [
        ("Geboortedatum", "leeg", "30/07/1985", True, False),
        ("INSZ", "leeg", "●●.●●.●●-●●●.28", False, False),
    ]
    # Not just "033": a moment in the page can hold these digits.
    assert re.search(r"-033|85\.?07\.?30.?033", antwoord.content.decode()) is None
    assert tweede.post(url, ingevuld(antwoord)).status_code == 302
    bewaard = Werknemer.objects.get()
    assert (bewaard.voornaam, bewaard.insz) == ("Aminata", "85073003328")


def test_a_service_and_an_advice_too(als: Als, beheerder: Gebruiker) -> None:
    client = als(beheerder)
    dienst = DienstFactory(organisatie=beheerder.organisatie, naam="Keuken")
    url = reverse("werknemers:dienst_bewerk", args=[dienst.pk])
    data = ingevuld(client.get(url), actief=None)
    bewaar(client, url, naam="Restaurant")
    assert _botsing(client.post(url, data)) == [("Naam", "Keuken", "Restaurant", True, False)]
    advies = AdviesFactory(werknemer__organisatie=beheerder.organisatie)
    url = reverse("werknemers:advies_bewerk", args=[advies.pk])
    data = ingevuld(client.get(url), begeleidingsniveau="hoog")
    bewaar(client, url, soort="imw_2")
    antwoord = client.post(url, data)
    assert _botsing(antwoord) == [("Soort advies", "IMW 5 jaar", "IMW 2 jaar", True, False)]
    assert "1 januari 2024 t.e.m. 31 december 2025" in antwoord.content.decode()


def test_what_was_removed_meanwhile(als: Als, hr: Gebruiker) -> None:
    advies = AdviesFactory(werknemer__organisatie=hr.organisatie)
    wie = {"door": hr, "gezien": advies.gewijzigd_op}
    verwijder_advies(Adviesperiode.objects.get(), **wie)
    with pytest.raises(IntussenVerwijderd, match="verwijderde dit intussen"):
        verwijder_advies(advies, **wie)
    url = reverse("werknemers:advies_bewerk", args=[advies.pk])
    assert als(hr).get(url).status_code == 404


def test_the_domain_itself_guards_it(beheerder: Gebruiker) -> None:
    dienst = DienstFactory(organisatie=beheerder.organisatie)
    gezien = dienst.gewijzigd_op
    wijzig_dienst(dienst, naam="Een", actief=True, door=beheerder, gezien=gezien)
    with pytest.raises(IntussenGewijzigd):
        wijzig_dienst(dienst, naam="Twee", actief=True, door=beheerder, gezien=gezien)
    wijzig_dienst(dienst, naam="Drie", actief=True, door=beheerder)
    assert Dienst.objects.get().naam == "Drie"


def _samen(*taken: Callable[[], object]) -> list[object]:
    """Run the tasks at the same moment, each on a connection of its own; results or refusals."""
    hek = Barrier(len(taken))

    def loop(taak: Callable[[], object]) -> object:
        close_old_connections()
        try:
            hek.wait(timeout=10)
            return taak()
        except ValidationError as weigering:
            return weigering
        finally:
            connection.close()

    with ThreadPoolExecutor(len(taken)) as draden:
        return list(draden.map(loop, taken))


def _voeg_toe(werknemer: Werknemer, door: Gebruiker, besluit: date) -> Callable[[], object]:
    return lambda: voeg_advies_toe(
        werknemer=werknemer,
        door=door,
        soort=SoortAdvies.IMW_5,
        besluitdatum=besluit,
        begin=None,
        laatste_dag=None,
        begeleidingsniveau="geen",
        schijven=(),
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("ronde", range(5))
def test_of_two_advices_at_once_one_wins(ronde: int) -> None:
    hr = GebruikerFactory(rol="hr")
    werknemer = WerknemerFactory(organisatie=hr.organisatie)
    uitkomst = _samen(
        _voeg_toe(werknemer, hr, date(2026, 10, 14)), _voeg_toe(werknemer, hr, date(2026, 8, 3))
    )
    gewonnen = [ding for ding in uitkomst if isinstance(ding, Adviesperiode)]
    geweigerd = [ding for ding in uitkomst if isinstance(ding, ValidationError)]
    assert werknemer.adviezen.get() == gewonnen[0]
    assert [weigering.messages for weigering in geweigerd] == [[OVERLAP]]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("ronde", range(5))
def test_of_two_changes_at_once_the_second_sees_the_first(ronde: int) -> None:
    hr = GebruikerFactory(rol="hr")
    advies = AdviesFactory(werknemer__organisatie=hr.organisatie)

    def wijzig(niveau: str) -> Callable[[], object]:
        return lambda: wijzig_advies(
            advies,
            door=hr,
            gezien=advies.gewijzigd_op,
            soort=advies.soort,
            besluitdatum=advies.besluitdatum,
            begin=None,
            laatste_dag=None,
            begeleidingsniveau=niveau,
            schijven=(),
        )

    uitkomst = _samen(wijzig("laag"), wijzig("hoog"))
    gewonnen = next(ding for ding in uitkomst if isinstance(ding, Adviesperiode))
    verloren = next(ding for ding in uitkomst if isinstance(ding, IntussenGewijzigd))
    niveau = Adviesperiode.objects.get().begeleidingsniveau
    assert niveau == gewonnen.begeleidingsniveau
    assert niveau == verloren.huidig.begeleidingsniveau
