"""What a layer may know: no address of a higher app, and outside the screen no colour or button."""

import ast
import re

import pytest

from tests.test_conventies import BASIS, modules, naam_van

# From the ground up. An address names only the own app or a lower one; of a higher one it knows a
# place (gedeeld.plaatsen).
STAPEL = ("gedeeld", "gebruikers", "regels", "werknemers", "trajects", "financiering", "demo")
# The pages of accounts are of the users; the frame and its parts are the roof.
SJABLOONMAPPEN = {"gebruikers": ("gebruikers", "account", "allauth")}


def adressen_van_hoger(app: str, tekst: str) -> set[str]:
    """Views and templates of an app above this one: `app:view` or `app/name.html` in a string."""
    hoger = STAPEL[STAPEL.index(app) + 1 :]
    wat = r":\w+|/[\w/]+\.html"
    return {naam for hoog in hoger for naam in re.findall(rf"[\"']({hoog}(?:{wat}))", tekst)}


def test_no_app_knows_an_address_of_a_higher_one() -> None:
    gevonden = {
        f"{pad.relative_to(BASIS)}: {naam}"
        for app in STAPEL
        for map_, soort in (
            (BASIS / app, "*.py"),
            *((BASIS / "templates" / map_, "*.html") for map_ in SJABLOONMAPPEN.get(app, (app,))),
        )
        for pad in sorted(map_.rglob(soort))
        for naam in adressen_van_hoger(app, pad.read_text())
    }
    assert gevonden == set(), "Let the higher app register a place; see gedeeld.plaatsen."


def test_the_check_on_addresses_can_fail() -> None:
    assert adressen_van_hoger("werknemers", "reverse('trajects:plan')") == {"trajects:plan"}
    assert adressen_van_hoger("trajects", "reverse('werknemers:import')") == set()
    sjabloon = '{% include "demo/logins.html" %}'
    assert adressen_van_hoger("gebruikers", sjabloon) == {"demo/logins.html"}


# Beside these and the subject of pages, a module of an app holds rules or reads for them.
SCHERM = {
    "views", "forms", "filters", "exports", "urls", "paginas", "templatetags", "models", "keuzes",
    "management", "apps", "account_urls",
}  # fmt: skip
KLEUREN = {"rood", "oranje", "groen", "grijs"}
SCHERMWOORDEN_IN_REGELS = {
    "gebruikers.adapter": "It stands between the library of accounts and its pages.",
    "gebruikers.beheerpaginas": "The places of Beheer, for the apps above; it holds no rule.",
    "gebruikers.domein.eenmalige_link": "The link itself is what it makes, for a mail.",
    "gebruikers.domein.vervangingsgat": "The mail to a coordinator carries the way to arrange it.",
    "trajects.begeleiding.begeleiderswissels": (
        "The mail to the successor carries the address of Vandaag, and leaves with the hand-over."
    ),
    "trajects.signaalsoorten.soort": "A kind names the view of its button: docs/adr/0032.",
    "trajects.signaalsoorten.soorten.import_wacht": "As above.",
    "trajects.signaalsoorten.soorten.mail_opgegeven": "As above.",
    "trajects.signaalsoorten.soorten.nacht_gemist": "As above.",
    "trajects.signaalsoorten.soorten.uitnodiging_open": "As above.",
    "trajects.signalen.dagoverzicht": "The mail of the morning carries the address of the inbox.",
}


def schermwoorden(boom: ast.AST) -> set[str]:
    """What a module knows of the screen: addresses, colours, fields for a button or a link."""
    gevonden = set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.ImportFrom | ast.Import):
            namen = {alias.name for alias in knoop.names} | {getattr(knoop, "module", "")}
            gevonden |= namen & {"django.urls"}
        elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
            gevonden |= {knoop.value} & KLEUREN
            gevonden |= set(re.findall(r"^(?:trajects|werknemers|gebruikers):\w+$", knoop.value))
        elif isinstance(knoop, ast.AnnAssign) and naam_van(knoop.target) in {
            "url",
            "knop",
            "kleur",
        }:
            gevonden.add(naam_van(knoop.target))
    return gevonden


def test_rules_know_no_colour_button_or_address() -> None:
    gevonden = {
        naam: woorden
        for naam, boom in modules()
        if not naam.startswith(("gedeeld.", "doorstroom.")) and not SCHERM & set(naam.split("."))
        if (woorden := schermwoorden(boom))
    }
    assert set(gevonden) == set(SCHERMWOORDEN_IN_REGELS), (
        f"Give the views a key or an Ernst, and let them know the rest; or list it: {gevonden}"
    )


@pytest.mark.parametrize(
    ("code", "gevonden"),
    [
        ("from django.urls import reverse", {"django.urls"}),
        ("import django.urls", {"django.urls"}),
        ('toestand = "rood"', {"rood"}),
        ("class Stap:\n    knop: str", {"knop"}),
        ('Sectie("stages", "trajects:werk")', {"trajects:werk"}),
        ("passages.order_by('versie').reverse()", set()),
        ('"""Green is \'groen\'."""', set()),
    ],
)
def test_the_check_on_screen_words_can_fail(code: str, gevonden: set[str]) -> None:
    assert schermwoorden(ast.parse(code)) == gevonden
