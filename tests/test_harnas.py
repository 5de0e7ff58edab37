"""The harness itself: each of its checks can fail."""

import socket

import pytest
from django.core.paginator import Paginator, UnorderedObjectListWarning
from django.http import HttpResponse
from django.middleware import csrf
from django.template.loader import render_to_string

from gebruikers.models import Organisatie
from tests.harnas import OntbrekendeVariabele, Slotwacht, controleer_pagina


def test_an_unknown_variable_is_an_error() -> None:
    with pytest.raises(OntbrekendeVariabele, match=r"knop\.html"):
        render_to_string("trajects/signalen/knop.html", {})


@pytest.mark.parametrize(
    ("html", "fout"),
    [
        ('<form method="post"></form>', "csrf"),
        ("<script>alert(1)</script>", "inline script"),
        ('<p style="color: red">', "inline style"),
        ('<a onclick="doe()">', "inline handler"),
        ('<a hx-get="/x/">', "without href"),
        ('<p id="een"></p><p id="een"></p>', "twice"),
    ],
)
def test_a_sloppy_page_is_an_error(html: str, fout: str) -> None:
    with pytest.raises(AssertionError, match=fout):
        controleer_pagina(HttpResponse(html))


def test_the_network_is_closed() -> None:
    with pytest.raises(UserWarning, match="tried to use socket"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_list_without_an_order_is_an_error(db: None) -> None:
    with pytest.raises(UnorderedObjectListWarning):
        Paginator(Organisatie.objects.order_by(), 25).page(1)


def test_a_random_key_spells_no_word() -> None:
    assert set(csrf._get_new_csrf_string()) <= set("qxzQXZ")


@pytest.mark.parametrize(
    ("vragen", "goed"),
    [
        (
            ['SELECT 1 FROM "werknemers_werknemer" FOR UPDATE', 'UPDATE "trajects_actie" SET x'],
            True,
        ),
        (['UPDATE "trajects_actie" SET x', 'UPDATE "werknemers_werknemer" SET x'], False),
        (
            [
                'SELECT 1 FROM "werknemers_adviesperiode" WHERE x FOR NO KEY UPDATE OF x',
                'SELECT 1 FROM "gebruikers_organisatie" FOR NO KEY UPDATE',
            ],
            False,
        ),
    ],
)
def test_locks_out_of_order_are_seen(vragen: list[str], goed: bool) -> None:
    wacht = Slotwacht()
    for vraag in vragen:
        wacht(lambda *_: None, vraag, None, False, {})
    assert wacht.op_volgorde is goed
