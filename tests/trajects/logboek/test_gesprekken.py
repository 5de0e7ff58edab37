"""The last talks on the plan: what was said for who reads the log, only that it was for HR."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.aanmelding import Aanmelding
from gebruikers.models import Gebruiker
from tests.fabrieken import NotitieFactory
from trajects.keuzes import SoortNotitie
from trajects.logboek.gesprekken import laatste_gesprekken
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
pytestmark = pytest.mark.amina(in_dienst=True)


@pytest.fixture
def gesprekken(amina: Werknemer, begeleider: Gebruiker) -> None:
    """Of every kind one, one of them corrected, and a secret one."""
    for dag, soort in enumerate(SoortNotitie, start=1):
        NotitieFactory(
            werknemer=amina, auteur=begeleider, soort=soort, datum=date(2026, 11, dag),
            tekst=f"tekst van {soort}", themas=["taal"],
        )  # fmt: skip
    oud = NotitieFactory(werknemer=amina, auteur=begeleider, datum=date(2026, 11, 10), tekst="fout")
    NotitieFactory(
        werknemer=amina, auteur=begeleider, datum=oud.datum, tekst="verbeterd", vervangt=oud
    )
    NotitieFactory(
        werknemer=amina, auteur=begeleider, datum=date(2026, 11, 11), vertrouwelijk=True,
        tekst="geheim", soort=SoortNotitie.TELEFOON,
    )  # fmt: skip


def sectie(antwoord: Any) -> str:
    (gevonden,) = html.fromstring(antwoord.content).xpath("//section[@id='gesprekken']")
    return " ".join(gevonden.text_content().split())


@pytest.mark.usefixtures("gesprekken")
def test_who_reads_the_log_reads_what_was_said(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    gezien = [(g.datum.day, g.soort) for g in laatste_gesprekken(amina, begeleider)]
    assert gezien == [
        (11, "telefoon"),
        (10, "gesprek"),
        (5, "huisbezoek"),
        (4, "overleg"),
        (3, "telefoon"),
    ]
    tekst = sectie(als(begeleider).get(f"/werknemers/{amina.pk}/plan/"))
    assert "10 november 2026 · gesprek · An Peeters verbeterd" in tekst
    assert "5 november 2026 · huisbezoek · An Peeters · taal tekst van huisbezoek" in tekst
    assert "vertrouwelijk" in tekst
    for niet in ("fout", "observatie", "mail"):
        assert niet not in tekst


@pytest.mark.usefixtures("gesprekken")
def test_hr_sees_that_there_was_a_talk_and_never_what_was_said(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    pagina = als(hr).get(f"/werknemers/{amina.pk}/plan/")
    assert sectie(pagina) == (
        "Laatste gesprekken 10 november 2026 · gesprek 5 november 2026 · huisbezoek "
        "4 november 2026 · overleg 3 november 2026 · telefoon 1 november 2026 · gesprek"
    )
    with CaptureQueriesContext(connection) as vragen:
        gesprekken = laatste_gesprekken(amina, hr)
    assert len(vragen) == 1
    assert '"tekst"' not in vragen[0]["sql"]
    assert {gesprek.notitie for gesprek in gesprekken} == {None}


def test_a_long_talk_is_cut_short_and_the_log_has_the_rest(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    NotitieFactory(werknemer=amina, tekst="a" * 1000)
    pagina = als(begeleider).get(f"/werknemers/{amina.pk}/plan/")
    assert f"{'a' * 279}…" in sectie(pagina)
    assert f'href="/werknemers/{amina.pk}/logboek/">Lees het logboek' in pagina.content.decode()


def test_without_talks_it_says_what_to_do(
    als: Als, begeleider: Gebruiker, hr: Gebruiker, amina: Werknemer
) -> None:
    pad = f"/werknemers/{amina.pk}/plan/"
    assert "Noteer een gesprek" in sectie(als(begeleider).get(pad))
    assert sectie(als(hr).get(pad)).endswith("Er is nog geen gesprek genoteerd.")


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_as_for_three(
    begeleider: Gebruiker, amina: Werknemer, aantal: int
) -> None:
    for _ in range(aantal):
        NotitieFactory(werknemer=amina)
    wie = Aanmelding().get_user(begeleider.pk)
    assert wie is not None
    with CaptureQueriesContext(connection) as vragen:
        assert len(laatste_gesprekken(amina, wie)) == aantal
        assert laatste_gesprekken(amina, wie)[0].notitie
    assert len(vragen) == 2
