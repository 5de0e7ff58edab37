"""An address is looked up once, and says for all other keys and words what Django would say."""

from typing import Any

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse

from gedeeld.adressen import adres_van
from gedeeld.kwartaal import Kwartaal

KWARTAAL = Kwartaal(2027, 1)


@pytest.mark.parametrize(
    ("view", "args"),
    [
        ("financiering:prognose", ()),
        ("trajects:werknemer", (4711,)),
        ("trajects:werknemer", ("4711",)),
        ("financiering:waarom", (4711, KWARTAAL)),
        ("financiering:waarom", ("4711", KWARTAAL)),
        ("financiering:waarom_dienst", (10**18, "2027-K1")),
        ("financiering:betaald_kwartaal", ("a b ü",)),
        ("financiering:betaald_kwartaal", ("{}",)),
        ("regels:parameter", ("ggmmi",)),
    ],
)
def test_it_is_the_address_that_django_gives(view: str, args: tuple[Any, ...]) -> None:
    for _ in range(2):
        assert adres_van(view, *args) == reverse(view, args=args)


@pytest.mark.parametrize("arg", ["abc", -1, "", None, 1.5])
def test_what_is_no_key_has_no_address(arg: Any) -> None:
    assert adres_van("trajects:werknemer", 1) == reverse("trajects:werknemer", args=[1])
    for _ in range(2):
        with pytest.raises(NoReverseMatch):
            adres_van("trajects:werknemer", arg)


def test_a_template_writes_the_same() -> None:
    bron = (
        "{% url 'financiering:waarom' wie kwartaal %} {% url 'trajects:werknemer' wie as adres %}"
    )
    sjabloon = Template(bron + "{{ adres }}")
    tekst = sjabloon.render(Context({"wie": 7, "kwartaal": KWARTAAL}))
    waarom = reverse("financiering:waarom", args=[7, KWARTAAL])
    assert tekst == f"{waarom} {reverse('trajects:werknemer', args=[7])}"


def test_a_template_without_an_address_fails() -> None:
    with pytest.raises(NoReverseMatch):
        Template("{% url 'trajects:werknemer' wie %}").render(Context({"wie": ""}))
