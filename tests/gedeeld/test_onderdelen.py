"""The components: they refuse what they do not know, escape, and carry their ARIA."""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from gedeeld.formulieren import Formulier
from gedeeld.iconen import TEKENINGEN


@dataclass(frozen=True)
class Punt:
    naam: str
    url: str = "/x/"
    actief: bool = False
    icoon: str = "vandaag"


class Proef(Formulier):
    naam = forms.CharField(label="Naam", help_text="Zoals op de identiteitskaart.")
    soort = forms.ChoiceField(
        label="Soort", choices=[("a", "Gesprek"), ("b", "Telefoon")], widget=forms.RadioSelect
    )
    bestand = forms.FileField(label="Bestand")

    def clean(self) -> None:
        raise forms.ValidationError("De einddatum ligt voor de startdatum. Pas een van beide aan.")


def toon(bron: str, adres: str = "/werknemers/", **context: Any) -> str:
    request = RequestFactory().get(adres)
    return Template("{% load onderdelen %}" + bron).render(Context({"request": request, **context}))


@pytest.mark.parametrize(
    "bron",
    [
        '{% toestand "blauw" "verlopen" %}',
        '{% toestand "rood" "" %}',
        '{% icoon "eenhoorn" %}',
        '{% leeg "Er is nog niets." "/x/" %}',
        '{% kop "Titel" terug="Terug" %}{% endkop %}',
        '{% stappen "bestand" "klaar" huidig=4 %}',
        '{% stappen "bestand" "klaar" huidig=0 %}',
        "{% paginering lijst %}",
    ],
)
def test_a_wrong_argument_is_refused(bron: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        toon(bron, lijst=[1, 2, 3])


@pytest.mark.parametrize("soort", ["rood", "oranje", "groen", "grijs"])
def test_a_state_is_word_icon_and_colour(soort: str) -> None:
    html = toon("{% toestand soort woord %}", soort=soort, woord="<b>verlopen")
    assert f'class="toestand toestand-{soort}"' in html
    assert 'aria-hidden="true"' in html
    assert "&lt;b&gt;verlopen" in html


@pytest.mark.parametrize("naam", TEKENINGEN)
def test_every_icon_is_a_valid_path(naam: str) -> None:
    html = toon("{% icoon naam %}", naam=naam)
    assert html.startswith("<svg")
    assert re.fullmatch(r"[MmLlHhVvAaCcSsZz0-9 .-]+", TEKENINGEN[naam])


def test_empty_says_what_to_do() -> None:
    html = toon('{% leeg "Er is nog geen jobdoelwit." "/kies/" "Kies een jobdoelwit" %}')
    assert 'href="/kies/">Kies een jobdoelwit</a>' in html
    assert "<a" not in toon('{% leeg "Er is nog niets." %}')


def test_a_header_has_an_h1_and_safe_actions() -> None:
    html = toon('{% kop naam %} <a href="/n/">Nieuw</a> {% endkop %}', naam="Amina <3")
    assert "<h1>Amina &lt;3</h1>" in html
    assert '<div class="acties"><a href="/n/">Nieuw</a></div>' in html
    assert "acties" not in toon('{% kop "Leeg" %}{% endkop %}')


def test_why_unfolds_without_a_script() -> None:
    html = toon("{% waarom %}<p>{{ x }}</p>{% endwaarom %}", x="<&")
    assert "<details" in html
    assert "waarom?</summary>" in html
    assert "<p>&lt;&amp;</p>" in html


def test_tabs_say_where_you_are() -> None:
    punten = [Punt("Plan", actief=True), Punt("Logboek")]
    html = toon('{% bladwijzers punten "Onderdelen van Amina" %}', punten=punten)
    assert 'aria-label="Onderdelen van Amina"' in html
    assert html.count('aria-current="page"') == 1


def test_steps_say_where_you_are() -> None:
    html = toon('{% stappen "bestand" "nakijken" "klaar" huidig=2 %}')
    assert html.count('aria-current="step"') == 1
    assert html.count('class="klaar"') == 1
    assert toon('{% stappen "bestand" huidig=2 %}').count('class="klaar"') == 1


class TestPagination:
    def test_keeps_the_filters_in_the_address(self) -> None:
        pagina = Paginator(list(range(205)), 25).page(3)
        html = toon("{% paginering p %}", "/werknemers/?dienst=4&q=a%26b&pagina=3", p=pagina)
        assert 'href="/werknemers/?dienst=4&amp;q=a%26b&amp;pagina=4"' in html
        assert (
            re.findall(r"<li>.*?</li>", html, re.DOTALL)[5] == '<li><span class="gat">…</span></li>'
        )
        assert re.search(r'<span aria-current="page">.*3</span>', html)
        assert "51 tot 75 van 205" in html
        assert "hx-get" not in html

    def test_replaces_only_the_list_with_htmx(self) -> None:
        pagina = Paginator(list(range(60)), 25).page(1)
        html = toon('{% paginering p doel="#lijst" %}', p=pagina)
        links = re.findall(r"<a [^>]*>", html)
        assert links
        assert all('hx-target="#lijst"' in link and 'hx-push-url="true"' in link for link in links)
        assert all(
            re.search(r' href="([^"]*)"', link)[1] == re.search(r'hx-get="([^"]*)"', link)[1]  # type: ignore[index]
            for link in links
        )

    def test_ends_at_the_edges(self) -> None:
        paginator = Paginator(list(range(60)), 25)
        assert "Vorige" not in toon("{% paginering p %}", p=paginator.page(1))
        assert "Volgende" not in toon("{% paginering p %}", p=paginator.page(3))

    def test_a_single_page_has_no_links(self) -> None:
        assert toon("{% paginering p %}", p=Paginator([1], 25).page(1)).strip() == ""


class TestErrors:
    def test_every_form_shows_an_overview_with_links_to_the_fields(self) -> None:
        html = render_crispy_form(Proef(data={}))
        assert "Er kloppen 4 dingen niet" in html
        assert "De einddatum ligt voor de startdatum." in html
        doelen = re.findall(r'href="#([^"]+)"', html)
        assert doelen == ["id_naam", "id_soort_0", "id_bestand"]
        assert all(f'id="{doel}"' in html for doel in doelen)

    def test_every_field_refers_to_its_error(self) -> None:
        html = render_crispy_form(Proef(data={}))
        verwijzingen = re.findall(r'aria-describedby="([^"]+)"', html)
        genoemd = {naam for verwijzing in verwijzingen for naam in verwijzing.split()}
        assert genoemd >= {"id_naam_error", "id_soort_error", "id_bestand_error"}
        assert all(html.count(f'id="{naam}"') == 1 for naam in genoemd)

    def test_without_errors_there_is_nothing(self) -> None:
        assert "fouten" not in render_crispy_form(Proef())


class TestMessages:
    def test_show_kind_and_text_in_a_status_region(self) -> None:
        berichten = [Message(messages.SUCCESS, "Notitie <bewaard>.")]
        html = toon("{% meldingen %}", messages=berichten)
        assert 'role="status"' in html
        assert "melding-success" in html
        assert "Notitie &lt;bewaard&gt;." in html

    def test_go_along_with_a_fragment_out_of_band(self) -> None:
        html = toon("{% meldingen los=True %}", messages=[])
        assert 'hx-swap-oob="innerHTML:#meldingen"' in html
        assert 'id="meldingen"' not in html


def test_the_bottom_bar_puts_the_rest_behind_more() -> None:
    namen = ("Vandaag", "Werknemers", "Signalen", "Uitstroom", "Beheer")
    punten = [Punt(naam, url=f"/{naam.lower()}/", actief=naam == "Beheer") for naam in namen]
    html = toon("{% onderbalk punten %}", punten=punten, mag_noteren=True)
    balk, lade = html.split("<details")
    assert re.findall(r'href="([^"]+)"', balk) == [
        "/vandaag/", "/werknemers/", "/notities/nieuw/", "/signalen/",
    ]  # fmt: skip
    assert '<summary aria-current="true">' in lade
    assert 'href="/uitstroom/"' in lade
    assert "/notities/nieuw/" not in toon("{% onderbalk punten %}", punten=punten)
