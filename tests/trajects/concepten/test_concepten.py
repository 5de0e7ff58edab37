"""Drafts: kept while somebody types, for that person only, and never overwritten unseen."""

import json
import threading
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.models import Taakrun
from tests.fabrieken import GebruikerFactory, JobdoelwitFactory, TrajectFactory, WerknemerFactory
from trajects.concepten.concepten import (
    HOOGSTENS,
    HOOGSTENS_BYTES,
    ConceptBotst,
    Conceptverwijzing,
    bewaar_concept,
    ruim_op,
    wis_concept,
)
from trajects.concepten.onbewaard import onbewaarde_notities
from trajects.logboek import notities
from trajects.models import Concept, Jobdoelwit, Notitie
from werknemers.models import Werknemer

BRUSSEL = ZoneInfo("Europe/Brussels")
Als = Callable[[Gebruiker], Client]
LEES, BEWAAR, WIS = "/concepten/lees.json", "/concepten/bewaar/", "/concepten/wis/"
VELDEN = {"tekst": ["Ze wil"], "soort": ["telefoon"], "themas": ["taal", "stage"]}
pytestmark = pytest.mark.amina(in_dienst=True)


def bewaar(client: Client, sleutel: str, velden: object = VELDEN, gezien: str = "") -> Any:
    inhoud = {"sleutel": sleutel, "velden": json.dumps(velden), "gezien": gezien}
    return client.post(BEWAAR, inhoud)


def lees(client: Client, sleutel: str) -> Any:
    return client.get(LEES, {"sleutel": sleutel}).json()


def test_what_is_typed_comes_back_on_another_device(als: Als, begeleider: Gebruiker) -> None:
    telefoon, laptop = als(begeleider), als(begeleider)
    antwoord = bewaar(telefoon, "notitie-1").json()
    assert antwoord["om"] == "10:00"
    assert lees(laptop, "notitie-1") == antwoord | {"velden": VELDEN}
    assert lees(laptop, "notitie-2") == {"op": ""}
    with time_machine.travel("2026-11-25T09:00Z"):
        assert lees(als(begeleider), "notitie-1")["om"] == "23 november 2026, 10:00"


def test_nobody_else_reads_it(als: Als, begeleider: Gebruiker, coordinator: Gebruiker) -> None:
    bewaar(als(begeleider), "notitie-1")
    assert lees(als(coordinator), "notitie-1") == {"op": ""}
    bewaar(als(coordinator), "notitie-1", {"tekst": ["van Sofie"]})
    assert lees(als(begeleider), "notitie-1")["velden"] == VELDEN


def test_each_save_builds_on_the_one_that_was_seen(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    eerste = bewaar(client, "notitie-1").json()["op"]
    tweede = bewaar(client, "notitie-1", {"tekst": ["Ze wil kok worden"]}, eerste)
    assert tweede.status_code == 200
    assert tweede.json()["op"] != eerste
    assert lees(client, "notitie-1")["velden"] == {"tekst": ["Ze wil kok worden"]}
    assert Concept.objects.count() == 1


@pytest.mark.parametrize("gezien", ["", "2026-11-23T08:00:00+00:00", "2026-11-23T08:00:00", "x"])
def test_another_tab_never_overwrites_it_unseen(
    als: Als, begeleider: Gebruiker, gezien: str
) -> None:
    client = als(begeleider)
    op = bewaar(client, "notitie-1").json()["op"]
    botst = bewaar(client, "notitie-1", {"tekst": ["Iets anders"]}, gezien)
    assert botst.status_code == 409
    assert botst.json() == {"op": op, "om": "10:00", "velden": VELDEN}
    assert lees(client, "notitie-1")["velden"] == VELDEN


def test_the_same_text_from_two_tabs_is_no_conflict(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    op = bewaar(client, "notitie-1").json()["op"]
    assert bewaar(client, "notitie-1", dict(reversed(VELDEN.items()))).json()["op"] == op


@pytest.mark.django_db(transaction=True)
def test_of_two_first_saves_at_once_one_wins_and_the_other_hears_it() -> None:
    begeleider = GebruikerFactory()
    start, uitkomst = threading.Barrier(2), []

    def typ(tekst: str) -> None:
        try:
            start.wait(timeout=10)
            verwijzing = Conceptverwijzing("notitie-1", None)
            bewaar_concept(verwijzing, {"tekst": [tekst]}, door=begeleider)
            uitkomst.append("bewaard")
        except ConceptBotst as botsing:
            uitkomst.append(f"botst met {len(botsing.huidig.velden['tekst'])} tekst")
        finally:
            connection.close()

    draden = [threading.Thread(target=typ, args=(tekst,)) for tekst in ("een", "twee")]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert sorted(uitkomst) == ["bewaard", "botst met 1 tekst"]


def test_only_the_draft_that_was_seen_is_wiped(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    oud = bewaar(client, "notitie-1").json()["op"]
    nieuw = bewaar(client, "notitie-1", {"tekst": ["meer"]}, oud).json()["op"]
    for gezien, gewist in ((oud, False), ("", False), (nieuw, True)):
        antwoord = client.post(WIS, {"sleutel": "notitie-1", "gezien": gezien})
        assert antwoord.json() == {"gewist": gewist}
    assert not Concept.objects.exists()


@pytest.mark.parametrize(
    "velden",
    [
        "geen json",
        "[]",
        "12",
        '{"tekst": "los"}',
        '{"tekst": [1]}',
        '{"tekst": [["diep"]]}',
        '{"tekst": ["\\u0000"]}',
        '{"tekst": ["\\ud800"]}',
        '{"\\ud800": ["x"]}',
        "[" * 20_000,
        json.dumps({"tekst": ["x" * 200_001]}),
        "",
    ],
)
def test_what_no_form_sends_is_refused(als: Als, begeleider: Gebruiker, velden: str) -> None:
    antwoord = als(begeleider).post(BEWAAR, {"sleutel": "notitie-1", "velden": velden})
    assert antwoord.status_code == 422
    assert not Concept.objects.exists()


def test_odd_keys_are_refused_or_find_nothing(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    assert bewaar(client, "x" * 61).status_code == 422
    assert bewaar(client, "\0").status_code == 422
    assert client.get(LEES, {"sleutel": "\0"}).json() == {"op": ""}
    assert bewaar(client, "notitie-vijf").status_code == 200
    assert client.get("/vandaag/").status_code == 200
    assert client.get("/notities/nieuw/").status_code == 200


# --- saved -----------------------------------------------------------------------------------


def notitie(**anders: str) -> dict[str, str]:
    return {"tekst": "Ze wil kok worden.", "soort": "gesprek", "datum": "2026-11-23"} | anders


def test_a_saved_note_drops_the_draft_that_it_was(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client, sleutel = als(begeleider), f"notitie-{amina.pk}"
    pagina = html.fromstring(client.get(f"/werknemers/{amina.pk}/logboek/").content)
    assert pagina.xpath("//form[@data-concept]/@data-concept") == [sleutel]
    for pad in (f"/werknemers/{amina.pk}/logboek/", f"/notities/nieuw/?werknemer={amina.pk}"):
        op = bewaar(client, sleutel).json()["op"]
        geweigerd = client.post(pad, notitie(tekst="", concept_gezien=op))
        assert geweigerd.status_code == 422
        (formulier,) = html.fromstring(geweigerd.content).xpath("//form[@data-concept]")
        assert "data-concept-getypt" in formulier.attrib
        assert lees(client, sleutel)["op"] == op
        assert client.post(pad, notitie(concept_gezien=op)).status_code == 302
        assert lees(client, sleutel) == {"op": ""}


def test_what_was_typed_elsewhere_stays_when_the_note_is_saved(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client, sleutel = als(begeleider), f"notitie-{amina.pk}"
    oud = bewaar(client, sleutel).json()["op"]
    bewaar(client, sleutel, {"tekst": ["op mijn telefoon"]}, oud)
    for gezien in (oud, ""):
        client.post(f"/werknemers/{amina.pk}/logboek/", notitie(concept_gezien=gezien))
    assert lees(client, sleutel)["velden"] == {"tekst": ["op mijn telefoon"]}


def test_draft_and_note_stand_or_fall_together(begeleider: Gebruiker, amina: Werknemer) -> None:
    concept = bewaar_concept(Conceptverwijzing("notitie-1", None), VELDEN, door=begeleider)
    verwijzing = Conceptverwijzing("notitie-1", concept.gewijzigd_op)

    def wis_en_val(verwijzing: Conceptverwijzing, *, door: Gebruiker) -> None:
        assert wis_concept(verwijzing, door=door)
        raise RuntimeError("the server falls over")

    with patch.object(notities, "wis_concept", wis_en_val), pytest.raises(RuntimeError):
        notities.schrijf_notitie(
            werknemer=amina,
            door=begeleider,
            concept=verwijzing,
            tekst="x",
            soort="gesprek",
            datum=date(2026, 11, 23),
            vertrouwelijk=False,
        )
    assert not Notitie.objects.exists()
    assert Concept.objects.get().velden == VELDEN


def test_a_correction_has_a_draft_of_its_own(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    client.post(f"/werknemers/{amina.pk}/logboek/", notitie())
    eerste = Notitie.objects.get()
    pad, sleutel = f"/notities/{eerste.pk}/verbeter/", f"verbeter-{eerste.pk}"
    (formulier,) = html.fromstring(client.get(pad).content).xpath("//form[@data-concept]")
    assert formulier.get("data-concept") == sleutel
    op = bewaar(client, sleutel).json()["op"]
    client.post(pad, notitie(tekst="Beter", concept_gezien=op))
    assert lees(client, sleutel) == {"op": ""}


@pytest.mark.parametrize("koppen", [{}, {"HX-Request": "true"}], ids=["page", "in place"])
def test_forms_of_the_plan_keep_drafts_too(
    als: Als, begeleider: Gebruiker, amina: Werknemer, koppen: dict[str, str]
) -> None:
    JobdoelwitFactory(traject=TrajectFactory(werknemer=amina, jobdoelwit=""), titel="kok")
    client, pad = als(begeleider), f"/werknemers/{amina.pk}/jobdoelwit/"
    (formulier,) = html.fromstring(client.get(pad, headers=koppen).content).xpath(
        "//form[@data-concept]"
    )
    assert formulier.get("data-concept") == pad
    op = bewaar(client, pad, {"titel": ["bakker"]}).json()["op"]
    data = {naam: waarde or "" for naam, waarde in formulier.form_values()}
    geweigerd = client.post(pad, data | {"titel": "", "concept_gezien": op}, headers=koppen)
    assert geweigerd.status_code == 422
    assert "data-concept-getypt" in geweigerd.content.decode()
    assert lees(client, pad)["op"] == op
    client.post(pad, data | {"titel": "bakker", "concept_gezien": op}, headers=koppen)
    assert Jobdoelwit.objects.get(tot=None).titel == "bakker"
    assert lees(client, pad) == {"op": ""}


def test_a_long_address_gets_a_key_that_fits(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client, sleutels = als(begeleider), set()
    for doel in ("1" * 60, "1" * 59 + "2"):
        pad = f"/werknemers/{amina.pk}/acties/nieuw/?doel={doel}"
        (formulier,) = html.fromstring(client.get(pad).content).xpath("//form[@data-concept]")
        sleutels.add(formulier.get("data-concept"))
    assert [len(sleutel) for sleutel in sleutels] == [60, 60]


# --- finding it again ------------------------------------------------------------------------


def test_unsaved_notes_are_offered_first(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    assert "Nog niet bewaard" not in client.get("/notities/nieuw/").content.decode()
    vreemd = WerknemerFactory()
    for sleutel in (f"notitie-{amina.pk}", f"notitie-{vreemd.pk}", "verbeter-1"):
        bewaar(client, sleutel)
    assert [wie for wie, _ in onbewaarde_notities(begeleider)] == [amina]
    for pad in ("/notities/nieuw/", "/vandaag/"):
        pagina = html.fromstring(client.get(pad).content)
        (knop,) = pagina.xpath("//main//a[contains(., 'Notitie over Amina Benali')]")
        assert knop.get("href") == f"/notities/nieuw/?werknemer={amina.pk}"
        assert "23 november 2026 om 10:00" in knop.text_content()
    assert onbewaarde_notities(coordinator) == []


# --- the night -------------------------------------------------------------------------------


@pytest.mark.parametrize(("dag", "over"), [("2026-12-23", 1), ("2026-12-24", 0)])
def test_after_thirty_days_without_a_word_a_draft_goes(
    begeleider: Gebruiker, dag: str, over: int
) -> None:
    bewaar_concept(Conceptverwijzing("notitie-1", None), VELDEN, door=begeleider)
    with time_machine.travel(datetime.fromisoformat(f"{dag}T03:15").replace(tzinfo=BRUSSEL)):
        assert ruim_op() == 1 - over
        assert ruim_op() == 0
    assert Concept.objects.count() == over
    runs = Taakrun.objects.geslaagd().filter(taak="ruim_concepten_op").order_by("pk")
    assert [run.tellingen for run in runs] == [{"gewist": 1 - over}, {"gewist": 0}]


def test_too_many_drafts_are_refused_with_a_sentence_and_nothing_is_dropped(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    Concept.objects.bulk_create(
        Concept(gebruiker=begeleider, sleutel=f"notitie-{nr}", velden=VELDEN)
        for nr in range(HOOGSTENS)
    )
    client = als(begeleider)
    vol = bewaar(client, "notitie-x")
    assert vol.status_code == 422
    assert "hoogstens 200, samen 5 MB" in vol.json()["zin"]
    assert "wat je typt blijft hier staan" in vol.json()["zin"]
    assert Concept.objects.count() == HOOGSTENS
    # What is there already may go on growing, and somebody else keeps their own.
    gezien = lees(client, "notitie-1")["op"]
    assert bewaar(client, "notitie-1", {"tekst": ["Ze wil koken"]}, gezien).status_code == 200
    assert bewaar(als(coordinator), "notitie-x").status_code == 200
    client.post(WIS, {"sleutel": "notitie-2", "gezien": lees(client, "notitie-2")["op"]})
    assert bewaar(client, "notitie-x").status_code == 200


def test_too_much_text_in_all_drafts_together(als: Als, begeleider: Gebruiker) -> None:
    groot = {"tekst": ["x" * (HOOGSTENS_BYTES // 30)]}
    Concept.objects.bulk_create(
        Concept(gebruiker=begeleider, sleutel=f"notitie-{nr}", velden=groot) for nr in range(29)
    )
    client = als(begeleider)
    assert bewaar(client, "notitie-x", groot).status_code == 422
    assert bewaar(client, "notitie-x").status_code == 200
    gezien = lees(client, "notitie-x")["op"]
    assert bewaar(client, "notitie-x", groot, gezien).status_code == 422
    assert lees(client, "notitie-x")["velden"] == VELDEN
