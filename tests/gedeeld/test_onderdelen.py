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
def test_een_fout_argument_wordt_geweigerd(bron: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        toon(bron, lijst=[1, 2, 3])


@pytest.mark.parametrize("soort", ["rood", "oranje", "groen", "grijs"])
def test_een_toestand_is_woord_icoon_en_kleur(soort: str) -> None:
    html = toon("{% toestand soort woord %}", soort=soort, woord="<b>verlopen")
    assert f'class="toestand toestand-{soort}"' in html
    assert 'aria-hidden="true"' in html
    assert "&lt;b&gt;verlopen" in html


@pytest.mark.parametrize("naam", TEKENINGEN)
def test_elk_icoon_is_een_geldig_pad(naam: str) -> None:
    html = toon("{% icoon naam %}", naam=naam)
    assert html.startswith("<svg")
    assert re.fullmatch(r"[MmLlHhVvAaCcSsZz0-9 .-]+", TEKENINGEN[naam])


def test_leeg_zegt_wat_te_doen() -> None:
    html = toon('{% leeg "Er is nog geen jobdoelwit." "/kies/" "Kies een jobdoelwit" %}')
    assert 'href="/kies/">Kies een jobdoelwit</a>' in html
    assert "<a" not in toon('{% leeg "Er is nog niets." %}')


def test_kop_heeft_een_h1_en_veilige_acties() -> None:
    html = toon('{% kop naam %} <a href="/n/">Nieuw</a> {% endkop %}', naam="Amina <3")
    assert "<h1>Amina &lt;3</h1>" in html
    assert '<div class="acties"><a href="/n/">Nieuw</a></div>' in html
    assert "acties" not in toon('{% kop "Leeg" %}{% endkop %}')


def test_waarom_vouwt_open_zonder_script() -> None:
    html = toon("{% waarom %}<p>{{ x }}</p>{% endwaarom %}", x="<&")
    assert "<details" in html
    assert "waarom?</summary>" in html
    assert "<p>&lt;&amp;</p>" in html


def test_bladwijzers_zeggen_waar_je_bent() -> None:
    punten = [Punt("Plan", actief=True), Punt("Logboek")]
    html = toon('{% bladwijzers punten "Onderdelen van Amina" %}', punten=punten)
    assert 'aria-label="Onderdelen van Amina"' in html
    assert html.count('aria-current="page"') == 1


def test_stappen_zeggen_waar_je_bent() -> None:
    html = toon('{% stappen "bestand" "nakijken" "klaar" huidig=2 %}')
    assert html.count('aria-current="step"') == 1
    assert html.count('class="klaar"') == 1
    assert toon('{% stappen "bestand" huidig=2 %}').count('class="klaar"') == 1


class TestPaginering:
    def test_houdt_de_filters_in_het_adres(self) -> None:
        pagina = Paginator(list(range(205)), 25).page(3)
        html = toon("{% paginering p %}", "/werknemers/?dienst=4&q=a%26b&pagina=3", p=pagina)
        assert 'href="/werknemers/?dienst=4&amp;q=a%26b&amp;pagina=4"' in html
        assert re.search(r'<span aria-current="page">.*3</span>', html)
        assert "51 tot 75 van 205" in html
        assert "hx-get" not in html

    def test_vervangt_met_htmx_alleen_de_lijst(self) -> None:
        pagina = Paginator(list(range(60)), 25).page(1)
        html = toon('{% paginering p doel="#lijst" %}', p=pagina)
        links = re.findall(r"<a [^>]*>", html)
        assert links
        assert all('hx-target="#lijst"' in link and 'hx-push-url="true"' in link for link in links)
        assert all(
            re.search(r' href="([^"]*)"', link)[1] == re.search(r'hx-get="([^"]*)"', link)[1]  # type: ignore[index]
            for link in links
        )

    def test_eindigt_aan_de_randen(self) -> None:
        paginator = Paginator(list(range(60)), 25)
        assert "Vorige" not in toon("{% paginering p %}", p=paginator.page(1))
        assert "Volgende" not in toon("{% paginering p %}", p=paginator.page(3))

    def test_een_pagina_heeft_geen_links(self) -> None:
        assert toon("{% paginering p %}", p=Paginator([1], 25).page(1)).strip() == ""


class TestFouten:
    def test_elk_formulier_toont_een_overzicht_met_links_naar_de_velden(self) -> None:
        html = render_crispy_form(Proef(data={}))
        assert "Er kloppen 4 dingen niet" in html
        assert "De einddatum ligt voor de startdatum." in html
        doelen = re.findall(r'href="#([^"]+)"', html)
        assert doelen == ["id_naam", "id_soort_0", "id_bestand"]
        assert all(f'id="{doel}"' in html for doel in doelen)

    def test_elk_veld_verwijst_naar_zijn_fout(self) -> None:
        html = render_crispy_form(Proef(data={}))
        verwijzingen = re.findall(r'aria-describedby="([^"]+)"', html)
        genoemd = {naam for verwijzing in verwijzingen for naam in verwijzing.split()}
        assert genoemd >= {"id_naam_error", "id_soort_error", "id_bestand_error"}
        assert all(html.count(f'id="{naam}"') == 1 for naam in genoemd)

    def test_zonder_fouten_staat_er_niets(self) -> None:
        assert "fouten" not in render_crispy_form(Proef())


class TestMeldingen:
    def test_tonen_soort_en_tekst_in_een_statusgebied(self) -> None:
        berichten = [Message(messages.SUCCESS, "Notitie <bewaard>.")]
        html = toon("{% meldingen %}", messages=berichten)
        assert 'role="status"' in html
        assert "melding-success" in html
        assert "Notitie &lt;bewaard&gt;." in html

    def test_gaan_los_mee_met_een_fragment(self) -> None:
        html = toon("{% meldingen los=True %}", messages=[])
        assert 'hx-swap-oob="innerHTML:#meldingen"' in html
        assert 'id="meldingen"' not in html


def test_de_onderbalk_zet_de_rest_achter_meer() -> None:
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
