"""The dossier of one employee on the page: gaps first, then what is on file in order of time."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import (
    ContractFactory,
    NotitieFactory,
    OverdrachtFactory,
    PlanversieFactory,
    StageFactory,
    ToestemmingFactory,
    WerknemerFactory,
)
from tests.trajects.openheidsdossier.dossiermens import maak_compleet, passage_van
from trajects.keuzes import Dossiergat, Thema
from trajects.models import Passagetoelichting, Toestemming
from trajects.openheidsdossier.dossier import stel_dossier_samen
from trajects.openheidsdossier.gaten import gatregels
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)


def pagina(client: Client, werknemer: Werknemer) -> str:
    antwoord = client.get(reverse("trajects:dossier", args=[werknemer.pk]))
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def _titels(tekst: str) -> list[str]:
    return re.findall(r'<span class="naam">(.*?)</span>', tekst)


def test_without_anything_there_are_gaps_and_ways_to_fill_them(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    ContractFactory(werknemer=amina)
    tekst = pagina(als(begeleider), amina)
    assert "5 dingen ontbreken" in tekst
    for plek in ("contract/#openheid", "plan/#jobdoelwit", "plan/#doelen", "plan/#vorming"):
        assert f'href="/werknemers/{amina.pk}/{plek}"' in tekst
    assert "Er staat nog niets in." in tekst


def test_every_gap_leads_to_a_section_that_is_there(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    client = als(hr)
    for regel in gatregels(Dossiergat, amina):
        antwoord = client.get(reverse(f"trajects:{regel.waar}", args=[amina.pk]))
        assert f'id="{regel.sectie}"' in antwoord.content.decode(), regel.gat


def test_what_is_on_file_stands_in_order_of_time(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    maak_compleet(amina, begeleider)
    PlanversieFactory(werknemer=amina, op=date(2024, 2, 5), aanleiding="Opgemaakt bij de start")
    StageFactory(werknemer=amina, werkgever__naam="De Linde")
    overdracht = OverdrachtFactory(werknemer=amina, werkgever__naam="De Kastanje")
    ToestemmingFactory(overdracht=overdracht, gedeeld_op=date(2026, 11, 18))
    tekst = pagina(als(begeleider), amina)
    assert "Er ontbreekt niets" in tekst
    assert _titels(tekst) == [
        "Bijzondere passage (versie 2) mondeling overlopen",
        "Gesprek over het einddoel",
        "Start van het traject",
        "Jobdoelwit: kok",
        "Versie van het ondersteuningsplan",
        "Doorstroomplan van 4 maart 2024 besproken",
        "Tekst van de bijzondere passage, versie 2, geldig vanaf 1 juni 2026",
        "Stage bij De Linde",
        "Toestemming om te delen: jobdoelwit",
        "Vorming: Voedselveiligheid",
        "Doel: Leren snijden",
        "Warme overdracht naar De Kastanje",
    ]
    for zin in ("Arabisch, met tolk", "Hilde Maes", "2 dagen na de eerste dag van het contract"):
        assert zin in tekst
    assert "10 januari 2024, door Amina" in tekst
    assert "Opgemaakt bij de start" in tekst
    assert "18 november 2026" in tekst


def test_it_judges_no_dismissal(als: Als, amina: Werknemer, hr: Gebruiker) -> None:
    tekst = pagina(als(hr), amina)
    assert "Dit dossier beoordeelt geen ontslag" in tekst
    assert "Of een ontslag mag, zegt dit dossier niet: vraag juridisch advies." in tekst


def test_nothing_that_was_said_or_is_confidential_is_in_it(
    als: Als, amina: Werknemer, begeleider: Gebruiker, coordinator: Gebruiker, hr: Gebruiker
) -> None:
    NotitieFactory(
        werknemer=amina, auteur=begeleider, themas=[Thema.EINDDOEL], tekst="Zeepaardje.",
        datum=date(2026, 3, 1),
    )  # fmt: skip
    NotitieFactory(
        werknemer=amina, auteur=begeleider, themas=[Thema.EINDDOEL], tekst="Geheim.",
        vertrouwelijk=True, datum=date(2026, 4, 1),
    )  # fmt: skip
    for wie in (begeleider, coordinator, hr):
        tekst = pagina(als(wie), amina)
        assert "1 maart 2026" in tekst
        assert not re.search("Zeepaardje|Geheim|1 april 2026", tekst), wie.rol


def test_it_is_the_same_for_each_of_its_readers(
    als: Als, amina: Werknemer, begeleider: Gebruiker, coordinator: Gebruiker, hr: Gebruiker
) -> None:
    maak_compleet(amina, begeleider)
    titels = [_titels(pagina(als(wie), amina)) for wie in (begeleider, coordinator, hr)]
    assert titels[0] == titels[1] == titels[2]


def test_who_may_see_it(
    als: Als, amina: Werknemer, beheerder: Gebruiker, begeleider: Gebruiker,
    organisatie: Organisatie, andere_organisatie: Organisatie,
) -> None:  # fmt: skip
    assert als(beheerder).get(f"/werknemers/{amina.pk}/dossier/").status_code == 403
    elders = WerknemerFactory(organisatie=andere_organisatie)
    van_collega = WerknemerFactory(organisatie=organisatie)
    client = als(begeleider)
    for wie in (elders, van_collega):
        for adres in ("dossier/", "dossier.pdf", "dossier.zip"):
            methode = client.get if adres.endswith("/") else client.post
            assert methode(f"/werknemers/{wie.pk}/{adres}").status_code == 404


@pytest.mark.amina(voornaam="<b>Amina</b>")
def test_names_are_words_and_no_markup(als: Als, amina: Werknemer, hr: Gebruiker) -> None:
    ContractFactory(werknemer=amina)
    Passagetoelichting.objects.create(
        contract=amina.contracten.get(), passage=passage_van(amina), uitgelegd_op=date(2024, 1, 1),
        uitgelegd_door="<i>Hilde</i>", taal="nl", organisatie=amina.organisatie,
    )  # fmt: skip
    tekst = pagina(als(hr), amina)
    assert "<b>Amina" not in tekst
    assert "<i>Hilde" not in tekst
    assert "&lt;i&gt;Hilde" in tekst


def test_a_consent_that_was_withdrawn_stays_on_file(amina: Werknemer) -> None:
    toestemming = ToestemmingFactory(overdracht=OverdrachtFactory(werknemer=amina))
    Toestemming.objects.filter(pk=toestemming.pk).update(ingetrokken_op=date(2026, 11, 20))
    stukken = stel_dossier_samen(amina, VANDAAG).stukken
    (stuk,) = (s for s in stukken if s.sleutel == f"toestemming-{toestemming.pk}")
    assert ("Ingetrokken op", "20 november 2026") in stuk.feiten


def test_the_pages_around_it_lead_to_it(als: Als, amina: Werknemer, hr: Gebruiker) -> None:
    contract = ContractFactory(werknemer=amina)
    client, adres = als(hr), f'href="/werknemers/{amina.pk}/dossier/"'
    for plek in (f"/werknemers/{amina.pk}/contract/", f"/contracten/{contract.pk}/einde/"):
        assert adres in client.get(plek).content.decode()
    assert 'href="/openheid/dossiers/"' in client.get("/documenten/").content.decode()
