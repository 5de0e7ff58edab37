"""The hand-over on its page: the talk, the consent, what is shared, the checklist; in place too."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from tests.fabrieken import (
    OverdrachtFactory,
    ToestemmingFactory,
    WerkgeverFactory,
)
from trajects.keuzes import Checkpunt, Deelbaar
from trajects.models import Overdracht, Toestemming, Werkgever
from trajects.overdracht.overdrachten import (
    verwijder_overdracht,
    voeg_overdracht_toe,
    wijzig_overdracht,
    zet_checkpunt,
)
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
VANDAAG = date(2026, 11, 23)


@pytest.fixture
def overdracht(amina: Werknemer) -> Overdracht:
    return OverdrachtFactory(
        werknemer=amina, werkgever__naam="De Linde", werkgever__gemeente="Gent"
    )


def adres(werknemer: Werknemer) -> str:
    return f"/werknemers/{werknemer.pk}/overgang/"


def deel(antwoord: Any) -> str:
    """The words of the section."""
    (sectie,) = html.fromstring(antwoord.content).xpath("//section[@id='overdracht']")
    return " ".join(sectie.text_content().split())


# --- the domain -----------------------------------------------------------------------------


def test_a_hand_over_names_an_employer_who_joins_the_register(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    nieuw = voeg_overdracht_toe(
        werknemer=amina,
        werkgever="De Linde",
        door=begeleider,
        gesprek_gepland_op=date(2026, 12, 1),
        deelnemers="Amina, Ilse",
    )
    assert (nieuw.werkgever.naam, nieuw.deelnemers) == ("De Linde", "Amina, Ilse")
    assert Werkgever.objects.get().organisatie == amina.organisatie
    regel = Auditregel.objects.get(soort="overdracht")
    assert (regel.actie, regel.verschil["gesprek_gepland_op"]) == (
        "toegevoegd",
        [None, "2026-12-01"],
    )


def test_a_talk_that_is_still_to_come_was_not_held(begeleider: Gebruiker, amina: Werknemer) -> None:
    with pytest.raises(ValidationError) as weigering:
        voeg_overdracht_toe(
            werknemer=amina,
            werkgever="De Linde",
            door=begeleider,
            gesprek_gehouden_op=date(2026, 11, 24),
        )
    assert weigering.value.message_dict == {
        "gesprek_gehouden_op": ["Dit gesprek moet nog komen. Vul die dag in bij ‘gepland op’."]
    }
    assert not Werkgever.objects.exists()


def test_another_employer_as_long_as_there_is_no_consent(
    begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    gezien = overdracht.gewijzigd_op
    zelf = {"door": begeleider, "gezien": gezien}
    bewaard = wijzig_overdracht(overdracht, **zelf, werkgever="De Eik")
    assert bewaard.werkgever.naam == "De Eik"
    with pytest.raises(IntussenGewijzigd):
        wijzig_overdracht(overdracht, **zelf, werkgever=None)


def test_a_hand_over_by_mistake_goes_and_one_with_consent_stays(
    begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    met = ToestemmingFactory(overdracht__werknemer=overdracht.werknemer).overdracht
    verwijder_overdracht(overdracht, door=begeleider, gezien=None)
    with pytest.raises(ValidationError, match="Er hoort een toestemming bij"):
        verwijder_overdracht(met, door=begeleider, gezien=None)
    assert list(Overdracht.objects.all()) == [met]
    regel = Auditregel.objects.get(soort="overdracht", actie="verwijderd")
    werkgever, werknemer = overdracht.werkgever, overdracht.werknemer
    assert regel.verschil == {
        "werkgever": [f"De Linde ({werkgever.pk})", None],
        "werknemer": [f"{werknemer} ({werknemer.pk})", None],
    }


def test_a_point_is_ticked_once_and_unticked(begeleider: Gebruiker, overdracht: Overdracht) -> None:
    def zet(punt: Checkpunt, gedaan: bool) -> list[str]:
        return zet_checkpunt(overdracht, door=begeleider, punt=punt, gedaan=gedaan).gedaan

    assert zet(Checkpunt.NAZORG, True) == ["nazorg"]
    assert zet(Checkpunt.TAKEN, True) == ["taken", "nazorg"]
    assert zet(Checkpunt.TAKEN, True) == ["taken", "nazorg"]
    assert zet(Checkpunt.NAZORG, False) == ["taken"]
    assert Auditregel.objects.filter(soort="overdracht", actie="afgevinkt").count() == 3


# --- the page -------------------------------------------------------------------------------


def test_in_place_the_section_comes_back(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    client = als(begeleider)
    assert "Bereid de overdracht dan samen voor" in deel(client.get(adres(amina)))
    WerkgeverFactory(organisatie=amina.organisatie, naam="De Linde")
    nieuw = f"/werknemers/{amina.pk}/overdracht/nieuw/"
    formulier = client.get(nieuw, headers=HTMX).content.decode()
    assert 'hx-target="#overdracht"' in formulier
    assert '<option value="De Linde">' in formulier
    antwoord = client.post(
        nieuw, {"werkgever": "de linde", "gesprek_gepland_op": "2026-12-01"}, headers=HTMX
    )
    assert antwoord["HX-Retarget"] == "#overdracht"
    assert "Naar De Linde" in deel(antwoord)
    assert "gepland op 1 december 2026" in deel(antwoord)
    assert "De overdracht naar De Linde staat er." in antwoord.content.decode()


def test_without_javascript_consent_sharing_and_withdrawal(
    als: Als, begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    client, terug = als(begeleider), f"{adres(overdracht.werknemer)}#overdracht"
    assert "Er is nog geen toestemming. Deel niets voor" in deel(client.get(terug))
    basis = f"/overdrachten/{overdracht.pk}"
    gegeven = {"wat": ["contact", "vorming"], "gegeven_op": "2026-11-16", "wijze": "mail"}
    assert client.post(f"{basis}/toestemming/", gegeven).url == terug
    assert client.post(f"{basis}/delen/", {"wat": "contact", "op": "2026-11-18"}).url == terug
    inhoud = deel(client.get(terug))
    assert (
        "naam en contactgegevens gedeeld toestemming op 16 november 2026, per mail "
        "· gedeeld op 18 november 2026" in inhoud
    )
    assert "vorming en attesten mag je delen" in inhoud
    weg = {"wat": ["contact", "vorming"], "op": "2026-11-20"}
    assert client.post(f"{basis}/intrekken/", weg).url == terug
    inhoud = deel(client.get(terug))
    assert "gedeeld op 18 november 2026 · ingetrokken op 20 november 2026" in inhoud
    assert "Wat al gedeeld was, blijft hier staan" in inhoud
    assert "Noteer wat je deelde" not in inhoud


def test_the_form_offers_only_what_there_is_consent_for(
    als: Als, begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    """And refuses what a hand-made request adds."""
    client, delen = als(begeleider), f"/overdrachten/{overdracht.pk}/delen/"
    leeg = html.fromstring(client.get(delen).content)
    assert leeg.xpath("//input[@name='wat']") == []
    assert "Noteer eerst een nieuwe toestemming." in leeg.text_content()
    ToestemmingFactory(overdracht=overdracht, wat=Deelbaar.CONTACT)
    ToestemmingFactory(overdracht=overdracht, wat=Deelbaar.STAGES, ingetrokken_op=VANDAAG)
    keuzes = html.fromstring(client.get(delen).content).xpath("//input[@name='wat']/@value")
    assert keuzes == ["contact"]
    antwoord = client.post(delen, {"wat": ["contact", "stages"], "op": "2026-11-23"})
    assert antwoord.status_code == 422
    assert "Dit kun je niet delen: stages en evaluaties." in antwoord.content.decode()
    assert not Toestemming.objects.exclude(gedeeld_op=None).exists()


@pytest.mark.parametrize("adres_einde", ["toestemming", "delen", "intrekken"])
def test_nothing_chosen_is_refused_at_its_field(
    als: Als, begeleider: Gebruiker, overdracht: Overdracht, adres_einde: str
) -> None:
    ToestemmingFactory(overdracht=overdracht)
    velden = {"op": "2026-11-23", "gegeven_op": "2026-11-23", "wijze": "mail"}
    antwoord = als(begeleider).post(f"/overdrachten/{overdracht.pk}/{adres_einde}/", velden)
    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors == {"wat": ["Kies minstens één ding."]}


def test_a_withdrawal_before_the_sharing_is_refused_at_its_day(
    als: Als, begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    ToestemmingFactory(overdracht=overdracht, gedeeld_op=VANDAAG)
    antwoord = als(begeleider).post(
        f"/overdrachten/{overdracht.pk}/intrekken/", {"wat": "jobdoelwit", "op": "2026-11-20"}
    )
    assert list(antwoord.context["form"].errors) == ["op"]


def test_a_slip_of_the_thumb_is_undone_in_place(
    als: Als, begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    gedeeld = ToestemmingFactory(overdracht=overdracht, gedeeld_op=VANDAAG)
    knop = f"/toestemmingen/{gedeeld.pk}/niet-gedeeld/"
    client = als(begeleider)
    assert knop in client.get(adres(overdracht.werknemer)).content.decode()
    antwoord = client.post(knop, headers=HTMX)
    assert "jobdoelwit mag je delen" in deel(antwoord)
    gedeeld.refresh_from_db()
    assert gedeeld.gedeeld_op is None
    ingetrokken = ToestemmingFactory(
        overdracht=overdracht, wat=Deelbaar.VORMING, gedeeld_op=VANDAAG, ingetrokken_op=VANDAAG
    )
    antwoord = client.post(f"/toestemmingen/{ingetrokken.pk}/niet-gedeeld/", headers=HTMX)
    assert "Wat gedeeld is, blijft staan." in antwoord.content.decode()


def test_the_checklist_is_ticked_in_place(
    als: Als, begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    client, punt = als(begeleider), f"/overdrachten/{overdracht.pk}/checklist/taken/"

    def staat(antwoord: Any) -> str:
        (knop,) = html.fromstring(antwoord.content).xpath("//button[contains(., 'Taken en uren')]")
        return str(knop.get("aria-pressed"))

    assert staat(client.get(adres(overdracht.werknemer))) == "false"
    assert staat(client.post(punt, {"gedaan": "1"}, headers=HTMX)) == "true"
    assert staat(client.post(punt, {"gedaan": ""}, headers=HTMX)) == "false"
    assert client.post(f"/overdrachten/{overdracht.pk}/checklist/niets/").status_code == 404


def test_a_consent_keeps_the_employer_on_the_form(
    als: Als, begeleider: Gebruiker, overdracht: Overdracht
) -> None:
    ToestemmingFactory(overdracht=overdracht)
    client, bewerk = als(begeleider), f"/overdrachten/{overdracht.pk}/"
    (form,) = html.fromstring(client.get(bewerk).content).xpath("//form[@data-bewaak]")
    invoer = dict(form.form_values())
    antwoord = client.post(bewerk, invoer | {"werkgever": "De Eik"})
    assert antwoord.status_code == 422
    assert "De toestemming geldt alleen voor De Linde (Gent)." in antwoord.content.decode()
    assert client.post(bewerk, invoer | {"afspraken": "Maandag."}).status_code == 302
    overdracht.refresh_from_db()
    assert (overdracht.werkgever.naam, overdracht.afspraken) == ("De Linde", "Maandag.")


def test_hr_reads_and_changes_nothing(als: Als, hr: Gebruiker, overdracht: Overdracht) -> None:
    ToestemmingFactory(overdracht=overdracht, gedeeld_op=VANDAAG)
    antwoord = als(hr).get(adres(overdracht.werknemer))
    (sectie,) = html.fromstring(antwoord.content).xpath("//section[@id='overdracht']")
    assert "gedeeld op 23 november 2026" in deel(antwoord)
    assert sectie.xpath(".//form/@action") == [f"/overdrachten/{overdracht.pk}/overzicht.pdf"]
    assert sectie.xpath(".//a/@href") == []


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_hand_over_as_for_three(
    als: Als, begeleider: Gebruiker, amina: Werknemer, aantal: int
) -> None:
    for _ in range(aantal):
        overdracht = OverdrachtFactory(werknemer=amina)
        ToestemmingFactory(overdracht=overdracht)
        ToestemmingFactory(overdracht=overdracht, wat=Deelbaar.STAGES, gedeeld_op=VANDAAG)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(adres(amina))
    # the header of the pages of an employee; hand-overs, their consents; outflow and aftercare
    assert len(vragen) == 8
