"""The generated country: whole, valid for every rule of the models, the same each time."""

import re
from collections import deque
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.management.base import CommandError
from django.db import connection, models
from django.test import Client
from django.urls import resolve

from demo.land.land import TABELLEN
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.tijd import vandaag
from tests.fabrieken import OrganisatieFactory, WerknemerFactory
from tests.harnas import WaakzameClient
from tests.land.conftest import KLEIN, WACHTWOORD, email, vul
from trajects.keuzes import OPEN_STATUSSEN
from trajects.models import Notitie, Signaal, Uitstroom
from trajects.signalen.bepaal_signalen import bepaal_signalen
from werknemers.models import Werknemer

pytestmark = pytest.mark.django_db
_LINK = re.compile(r' href="(/[^"#]*)')
# What ends the session, and what makes a file instead of a page.
_GEEN_PAGINA = re.compile(r"afmelden|pdf|xlsx|csv|bestand|static")


@pytest.mark.usefixtures("land")
def test_as_many_people_and_notes_as_was_asked() -> None:
    in_dienst = [
        Werknemer.objects.filter(organisatie=organisatie).in_dienst_op(vandaag()).count()
        for organisatie in Organisatie.objects.order_by("code")
    ]
    assert in_dienst == [40, 12, 12]
    assert Uitstroom.objects.count() == 20 + 6 + 6
    assert Notitie.objects.filter(vervangt=None).count() == 5 * (40 + 12 + 12)


def test_it_says_how_many_rows_each_table_got(land: dict[str, Any]) -> None:
    geteld = {tabel.naam: tabel.model._base_manager.count() for tabel in TABELLEN}
    assert land["rijen"] == geteld
    assert all(geteld.values())


@pytest.mark.usefixtures("land")
@pytest.mark.parametrize("model", [pytest.param(t.model, id=t.naam) for t in TABELLEN])
def test_every_row_is_one_that_a_form_could_have_made(model: type[models.Model]) -> None:
    """The database holds the constraints; choices, lengths and formats are those of the fields."""
    for rij in model._base_manager.order_by("pk")[:200]:
        leeg = {v.name for v in model._meta.fields if v.null and v.value_from_object(rij) is None}
        rij.clean_fields(exclude={"password", *leeg})


@pytest.mark.usefixtures("land")
def test_every_reference_leads_somewhere() -> None:
    connection.check_constraints()


@pytest.mark.usefixtures("land")
def test_a_night_makes_the_signals_that_are_open() -> None:
    assert not Signaal.objects.open().exists()
    assert Signaal.objects.exclude(status__in=OPEN_STATUSSEN).count() > 30

    eerste = bepaal_signalen(op=vandaag())
    assert len(eerste.nieuw) > 20
    assert not bepaal_signalen(op=vandaag()).nieuw


@pytest.mark.usefixtures("land")
@pytest.mark.parametrize("rol", list(Rol))
def test_everybody_can_log_in_with_the_password(rol: Rol) -> None:
    assert WaakzameClient().login(username=email(rol), password=WACHTWOORD)


@pytest.mark.usefixtures("land")
def test_every_page_of_a_coordinator_opens() -> None:
    """One of each address that the links of the pages lead to."""
    client = WaakzameClient()
    client.force_login(Gebruiker.objects.get(email=email(Rol.COORDINATOR)))
    assert len(_volg_links(client, "/vandaag/")) > 50


def _volg_links(client: Client, begin: str) -> set[str]:
    """Names of the addresses that answered with a page."""
    gezien: set[str] = set()
    wachtend = deque([begin])
    while wachtend:
        adres = wachtend.popleft()
        if _GEEN_PAGINA.search(adres) or (naam := _naam(adres)) in gezien:
            continue
        gezien.add(naam)
        antwoord = client.get(adres, follow=True)
        assert antwoord.status_code == 200, adres
        wachtend.extend(link.replace("&amp;", "&") for link in _LINK.findall(_tekst(antwoord)))
    return gezien


def _naam(adres: str) -> str:
    return resolve(urlsplit(adres).path).view_name


def _tekst(antwoord: Any) -> str:
    html = antwoord.get("Content-Type", "").startswith("text/html")
    return antwoord.content.decode() if html else ""


@pytest.mark.usefixtures("land")
def test_a_database_that_is_not_empty_is_refused() -> None:
    """Also a second time."""
    with pytest.raises(CommandError, match=r"is niet leeg: er staan al .* in") as weigering:
        vul()
    assert weigering.value.returncode == 1
    assert Organisatie.objects.count() == KLEIN["organisaties"]


@pytest.mark.usefixtures("land")
def test_a_new_record_gets_a_key_after_those_of_the_country() -> None:
    hoogste = Werknemer.objects.order_by("-pk").values_list("pk", flat=True)[0]
    assert OrganisatieFactory().pk == Organisatie.objects.order_by("-pk")[0].pk
    assert WerknemerFactory().pk == hoogste + 1
