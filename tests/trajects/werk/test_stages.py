"""Work placements: planned, running and past, at an employer of the register or a new one."""

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
from gedeeld.periode import Periode
from tests.fabrieken import (
    SollicitatieFactory,
    StageFactory,
    TrajectFactory,
    WerkgeverFactory,
)
from trajects.keuzes import Resultaat
from trajects.models import Stage, Werkgever
from trajects.werk.stageoverzicht import stages_van
from trajects.werk.stages import verwijder_stage, voeg_stage_toe, wijzig_stage
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
VANDAAG = date(2026, 11, 23)


@pytest.fixture
def linde(begeleider: Gebruiker) -> Werkgever:
    return WerkgeverFactory(organisatie=begeleider.organisatie, naam="De Linde", gemeente="Gent")


def gegevens(**anders: Any) -> Any:
    vast = {
        "werkgever": "De Linde (Gent)",
        "eerste_dag": date(2026, 11, 30),
        "laatste_dag": date(2026, 12, 18),
        "taak": "helpen in de keuken",
    }
    return vast | anders


def invoer(inhoud: bytes) -> dict[str, str]:
    (formulier,) = html.fromstring(inhoud).xpath("//form[@data-bewaak]")
    return {naam: waarde or "" for naam, waarde in formulier.form_values()}


# --- domain ----------------------------------------------------------------------------------


def test_a_placement_is_planned_and_audited(
    begeleider: Gebruiker, amina: Werknemer, linde: Werkgever
) -> None:
    stage = voeg_stage_toe(werknemer=amina, door=begeleider, **gegevens())
    assert (stage.werkgever, stage.periode, stage.resultaat) == (
        linde,
        Periode(date(2026, 11, 30), date(2026, 12, 19)),
        "geen",
    )
    regel = Auditregel.objects.get(soort="stage")
    assert (regel.actie, regel.door) == ("toegevoegd", begeleider)
    assert regel.verschil["werkgever"] == [None, f"De Linde ({linde.pk})"]
    assert regel.verschil["periode"] == [None, "30/11/2026 t.e.m. 18/12/2026"]


def test_one_day_is_a_placement_too(
    begeleider: Gebruiker, amina: Werknemer, linde: Werkgever
) -> None:
    dag = gegevens(laatste_dag=date(2026, 11, 30))
    stage = voeg_stage_toe(werknemer=amina, door=begeleider, **dag)
    assert stage.periode.dagen == 1


def test_a_last_day_before_the_first_is_refused_and_adds_no_employer(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    fout = gegevens(werkgever="Nieuw", laatste_dag=date(2026, 11, 29))
    with pytest.raises(ValidationError) as weigering:
        voeg_stage_toe(werknemer=amina, door=begeleider, **fout)
    assert weigering.value.message_dict == {
        "laatste_dag": [
            "De laatste dag (29/11/2026) ligt voor de eerste dag (30/11/2026). "
            "Pas een van beide aan."
        ]
    }
    assert not Stage.objects.exists()
    assert not Werkgever.objects.exists()


def test_another_employer_and_what_came_of_it(begeleider: Gebruiker, amina: Werknemer) -> None:
    stage = StageFactory(werknemer=amina, taak="koken")
    bewaard = wijzig_stage(
        stage,
        door=begeleider,
        gezien=stage.gewijzigd_op,
        **gegevens(werkgever="Nieuw", resultaat=Resultaat.GESLAAGD, evaluatie="Heel vlot."),
    )
    assert (bewaard.werkgever.naam, bewaard.evaluatie) == ("Nieuw", "Heel vlot.")
    regel = Auditregel.objects.filter(soort="stage").get()
    assert regel.verschil["taak"] == ["koken", "helpen in de keuken"]
    with pytest.raises(IntussenGewijzigd):
        wijzig_stage(stage, door=begeleider, gezien=stage.gewijzigd_op, **gegevens())


def test_what_was_removed_stays_in_the_trail(begeleider: Gebruiker, amina: Werknemer) -> None:
    stage = StageFactory(werknemer=amina)
    gezien = stage.gewijzigd_op
    wijzig_stage(stage, door=begeleider, gezien=gezien, **gegevens())
    with pytest.raises(IntussenGewijzigd):
        verwijder_stage(stage, door=begeleider, gezien=gezien)
    verwijder_stage(stage, door=begeleider, gezien=None)
    assert not Stage.objects.exists()
    regel = Auditregel.objects.filter(soort="stage").first()
    assert regel is not None
    assert (regel.actie, regel.verschil["taak"]) == ("verwijderd", ["helpen in de keuken", None])


def test_running_planned_and_past(amina: Werknemer) -> None:
    perioden = {
        "vroeger": (date(2025, 1, 1), date(2025, 2, 1)),
        "tot gisteren": (date(2026, 11, 1), date(2026, 11, 22)),
        "tot vandaag": (date(2026, 11, 1), VANDAAG),
        "vanaf vandaag": (VANDAAG, date(2026, 12, 1)),
        "morgen": (date(2026, 11, 24), date(2026, 12, 1)),
        "later": (date(2027, 1, 1), date(2027, 2, 1)),
    }
    for taak, dagen in perioden.items():
        StageFactory(werknemer=amina, taak=taak, periode=Periode.tem(*dagen))
    overzicht = stages_van(amina, VANDAAG)
    groepen = (overzicht.lopend, overzicht.gepland, overzicht.voorbij)
    assert [[stage.taak for stage in groep] for groep in groepen] == [
        ["tot vandaag", "vanaf vandaag"],
        ["morgen", "later"],
        ["tot gisteren", "vroeger"],
    ]


# --- the page --------------------------------------------------------------------------------


def test_in_place_with_a_new_employer(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    client, adres = als(begeleider), f"/werknemers/{amina.pk}/stages/nieuw/"
    formulier = client.get(adres, headers=HTMX)
    assert "<html" not in formulier.content.decode()
    data = invoer(formulier.content) | {
        "werkgever": "Bakkerij Jan",
        "eerste_dag": "2026-11-30",
        "laatste_dag": "2026-12-18",
        "taak": "brood bakken",
    }
    antwoord = client.post(adres, data, headers=HTMX)
    assert antwoord["HX-Retarget"] == "#stages"
    inhoud = antwoord.content.decode()
    assert "De stage bij Bakkerij Jan is bewaard." in inhoud
    assert "<h3>Gepland</h3>" in inhoud
    assert Werkgever.objects.get().naam == "Bakkerij Jan"


def test_without_javascript_and_back_to_the_page(
    als: Als, begeleider: Gebruiker, amina: Werknemer, linde: Werkgever
) -> None:
    stage = StageFactory(werknemer=amina, werkgever=linde)
    client, adres = als(begeleider), f"/stages/{stage.pk}/bewerk/"
    data = invoer(client.get(adres).content)
    assert (data["werkgever"], data["laatste_dag"]) == ("De Linde (Gent)", "2026-11-27")
    data |= {"evaluatie": "Vlot.", "resultaat": "geslaagd", "attest": "Attest keuken"}
    antwoord = client.post(adres, data, follow=True)
    assert antwoord.redirect_chain == [(f"/werknemers/{amina.pk}/werk/#stages", 302)]
    pagina = antwoord.content.decode()
    for tekst in ("<h3>Loopt nu</h3>", "Resultaat: geslaagd · attest: Attest keuken", "Vlot."):
        assert tekst in pagina


def test_who_leaves_the_employer_alone_keeps_it_whatever_it_is_called_now(
    als: Als, begeleider: Gebruiker, amina: Werknemer, linde: Werkgever
) -> None:
    stage = StageFactory(werknemer=amina, werkgever=linde)
    client, adres = als(begeleider), f"/stages/{stage.pk}/bewerk/"
    data = invoer(client.get(adres).content)
    linde.naam = "De Nieuwe Linde"
    linde.save()
    client.post(adres, data | {"taak": "poetsen"})
    stage.refresh_from_db()
    assert (stage.werkgever, stage.taak) == (linde, "poetsen")
    assert Werkgever.objects.count() == 1


@pytest.mark.parametrize(
    ("fout", "veld"),
    [
        ({"laatste_dag": "2026-11-01"}, "laatste_dag"),
        ({"eerste_dag": "1026-11-01"}, "eerste_dag"),
        ({"werkgever": ""}, "werkgever"),
        ({"werkgever": "De Linde"}, "werkgever"),
        ({"werkgever": "x" * 200}, "werkgever"),
        ({"taak": ""}, "taak"),
    ],
)
def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(
    als: Als,
    begeleider: Gebruiker,
    amina: Werknemer,
    linde: Werkgever,
    fout: dict[str, str],
    veld: str,
) -> None:
    WerkgeverFactory(organisatie=amina.organisatie, naam="De Linde", gemeente="Aalst")
    goed = {key: str(waarde) for key, waarde in gegevens(evaluatie="Vlot.").items()}
    antwoord = als(begeleider).post(
        f"/werknemers/{amina.pk}/stages/nieuw/", goed | {"resultaat": "geen"} | fout, headers=HTMX
    )
    assert antwoord.status_code == 422
    assert html.fromstring(antwoord.content).xpath(f"//*[@id='id_{veld}_error']")
    assert invoer(antwoord.content)["evaluatie"].strip() == "Vlot."
    assert not Stage.objects.exists()


def test_two_people_at_once_see_each_others_change(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    stage = StageFactory(werknemer=amina)
    adres = f"/stages/{stage.pk}/bewerk/"
    een, twee = als(begeleider), als(coordinator)
    van_een, van_twee = invoer(een.get(adres).content), invoer(twee.get(adres).content)
    een.post(adres, van_een | {"attest": "Attest keuken"})
    antwoord = twee.post(adres, van_twee | {"evaluatie": "Vlot."})
    assert antwoord.status_code == 422
    assert "Iemand anders bewaarde dit" in antwoord.content.decode()
    twee.post(adres, invoer(antwoord.content))
    stage.refresh_from_db()
    assert (stage.attest, stage.evaluatie) == ("Attest keuken", "Vlot.")


def test_removing_asks_first_and_notices_a_change(
    als: Als, begeleider: Gebruiker, amina: Werknemer, linde: Werkgever
) -> None:
    stage = StageFactory(werknemer=amina, werkgever=linde)
    client, adres = als(begeleider), f"/stages/{stage.pk}/verwijder/"
    vraag = client.get(adres, headers=HTMX)
    assert "Verwijder je de stage bij De Linde?" in vraag.content.decode()
    stage.save()
    opnieuw = client.post(adres, invoer(vraag.content), headers=HTMX)
    assert opnieuw.status_code == 422
    assert Stage.objects.exists()
    antwoord = client.post(adres, invoer(opnieuw.content), headers=HTMX)
    assert "De stage bij De Linde is verwijderd." in antwoord.content.decode()
    assert not Stage.objects.exists()


def test_a_past_placement_without_result_asks_how_it_was(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    StageFactory(werknemer=amina, periode=Periode(date(2026, 9, 1), date(2026, 10, 1)))
    pagina = als(hr).get(f"/werknemers/{amina.pk}/werk/").content.decode()
    assert "Nog geen resultaat. Hoe was de stage?" in pagina
    assert "Wijzig<" not in pagina


def test_without_anything_the_page_says_what_to_do(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    pagina = als(begeleider).get(f"/werknemers/{amina.pk}/werk/").content.decode()
    for tekst in ("Voeg een stage toe", "Voeg een sollicitatie toe"):
        assert tekst in pagina


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_as_for_three(
    als: Als, begeleider: Gebruiker, amina: Werknemer, aantal: int
) -> None:
    TrajectFactory(werknemer=amina)
    for _ in range(aantal):
        StageFactory(werknemer=amina)
        SollicitatieFactory(werknemer=amina)
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.get(f"/werknemers/{amina.pk}/werk/")
    # session, user, employee with all that the header says, placements, applications
    assert len(vragen) == 6
