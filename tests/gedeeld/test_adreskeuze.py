"""A page that shows something else than its address asks, says so."""

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.template import Context, Template
from django.test import RequestFactory

from gedeeld.adreskeuze import kies, niet_zoals_gevraagd, zeg
from gedeeld.web import kies_pagina

AANBOD = {"": 20, "8": 8, "20": 20}
ZIN = "Je ziet 20 kwartalen."


def vraag(adres: str) -> WSGIRequest:
    return RequestFactory().get(adres)


@pytest.mark.parametrize(
    ("adres", "waarde"), [("/", 20), ("/?lang=", 20), ("/?lang=8", 8), ("/?ander=7", 20)]
)
def test_what_is_offered_needs_no_word(adres: str, waarde: int) -> None:
    request = vraag(adres)
    assert kies(request, "lang", AANBOD, ZIN) == waarde
    assert niet_zoals_gevraagd(request) == ()


def test_what_is_not_offered_is_named_with_what_is_shown() -> None:
    request = vraag("/?lang=7")
    assert kies(request, "lang", AANBOD, ZIN) == 20
    assert niet_zoals_gevraagd(request) == ("“7” kun je hier niet kiezen. Je ziet 20 kwartalen.",)


def test_a_long_value_is_named_as_far_as_it_helps() -> None:
    request = vraag("/?lang=" + "x" * 5000)
    kies(request, "lang", AANBOD, ZIN)
    assert niet_zoals_gevraagd(request) == (f"“{'x' * 30}…” kun je hier niet kiezen. {ZIN}",)


@pytest.mark.parametrize("gevraagd", ["99", "0", "-1", "2,5", "onzin"])
def test_a_page_of_a_list_that_is_not_there_is_said(gevraagd: str) -> None:
    request = vraag(f"/?pagina={gevraagd}")
    nummer = kies_pagina(request, range(30)).number
    assert niet_zoals_gevraagd(request) == (
        f"Bladzijde “{gevraagd}” is er niet. Je ziet bladzijde {nummer}.",
    )


@pytest.mark.parametrize("adres", ["/", "/?pagina=", "/?pagina=2", "/?pagina=02"])
def test_a_page_that_is_there_needs_no_word(adres: str) -> None:
    request = vraag(adres)
    kies_pagina(request, range(30))
    assert niet_zoals_gevraagd(request) == ()


def test_it_stands_above_the_page_once_and_escaped() -> None:
    request = vraag("/")
    zeg(request, "“<b>” is er niet.", "", "“<b>” is er niet.")
    sjabloon = Template("{% load onderdelen %}{% meldingen %}")
    pagina = sjabloon.render(Context({"request": request}))
    assert pagina.count("“&lt;b&gt;” is er niet.") == 1
    assert "melding-warning" in pagina
