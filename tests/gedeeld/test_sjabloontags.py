"""The tags and filters that keep conditions out of the templates."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError

from gedeeld.uitleg import Uitleg

LADEN = "{% load filterbalk lijsten links onderdelen weergave %}"


@dataclass(frozen=True)
class Dienst:
    pk: int
    naam: str


@dataclass(frozen=True)
class Sectie:
    naam: str = "team"


class Zoeken(forms.Form):
    zoek = forms.CharField(label="Naam", required=False)
    dienst = forms.CharField(label="Dienst", required=False)
    fase = forms.ChoiceField(
        label="Fase", choices=[("a", "start"), ("b", "slot")], widget=forms.RadioSelect
    )
    nazorg = forms.BooleanField(label="met nazorg", required=False)
    jaar = forms.CharField(widget=forms.HiddenInput, required=False)


def toon(bron: str, **context: Any) -> str:
    return Template(LADEN + bron).render(Context(context))


# --- parts of a sentence ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bron", "waarde", "verwacht"),
    [
        ('{{ w|binnen:" · tegen {}" }}', "vrijdag", " · tegen vrijdag"),
        ('{{ w|binnen:" · tegen {}" }}', "", ""),
        ('{{ w|binnen:" · tegen {}" }}', None, ""),
        ("{{ w|binnen:'<b>{}</b>' }}", "<i>", "<b>&lt;i&gt;</b>"),
        ("{{ w|binnen:'<a href=\"tel:{}\">{}</a>' }}", "09", '<a href="tel:09">09</a>'),
        ('{{ w|binnen:"op {}"|default:"<nooit>" }}', "", "<nooit>"),
        ('{{ w|dan:"<b>ja</b>"|default:"nee, nooit" }}', True, "<b>ja</b>"),
        ('{{ w|dan:"ja"|default:"nee, nooit" }}', [], "nee, nooit"),
        ('{{ w|tenzij:" nul" }}', 0, " nul"),
        ('{{ w|tenzij:" nul" }}', 3, ""),
        ("{{ w|alineas }}", "a<b\n\nc", "<p>a&lt;b</p>\n\n<p>c</p>"),
        ("{{ w|alineas }}", "", ""),
        ('{{ w|meervoud:"dag,dagen" }}', 1, "1 dag"),
        ('{{ w|meervoud:"dag,dagen" }}', 2, "2 dagen"),
        ('{{ w|meervoud:"dag,dagen" }}', 0, ""),
        ('{{ w|meervoud:"dag,dagen" }}', 1200, "1.200 dagen"),
        ("{{ w|achtereen }}", ["open", "<An>"], " · open · &lt;An&gt;"),
        ("{{ w|achtereen }}", [], ""),
    ],
)
def test_a_part_of_a_sentence(bron: str, waarde: Any, verwacht: str) -> None:
    assert toon(bron, w=waarde) == verwacht


def test_inside_refuses_a_shape_without_a_place() -> None:
    with pytest.raises(ValueError, match="geen plaats"):
        toon('{{ w|binnen:"tegen" }}', w="vrijdag")


def test_a_sentence_over_lines_is_one_sentence() -> None:
    bron = "{% zin as tekst %}\n  Eerst {{ w }},\n  dan <b>dit</b>.\n{% endzin %}[{{ tekst }}]"
    assert toon(bron, w="<i>") == "[Eerst &lt;i&gt;, dan <b>dit</b>.]"


def test_a_sentence_keeps_what_must_not_break() -> None:
    bron = "{% zin %}\n  nog\n  {{ w|bedrag }}\n{% endzin %}"
    assert toon(bron, w=Decimal(5)) == "nog €\u00a05,00"


# --- what is there or not -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bron", "te_zien"),
    [
        ('{% toestand "groen" "open" als=w %}', True),
        ('{% toestand "groen" "open" tenzij=w %}', False),
        ('{% leeg "Er is niets." als=w %}', True),
        ('{% leeg "Er is niets." tenzij=w %}', False),
        ('{% leegte url="/x/" knop="Voeg toe" als=w %}Er is\n niets.{% endleegte %}', True),
        ("{% leegte tenzij=w %}Er is niets.{% endleegte %}", False),
    ],
)
def test_a_condition_of_a_component(bron: str, te_zien: bool) -> None:
    assert bool(toon(bron, w=1).strip()) is te_zien
    assert bool(toon(bron, w=0).strip()) is not te_zien


@pytest.mark.parametrize(
    ("bron", "verwacht"),
    [
        ("{% lijst %}<li>a</li>{% endlijst %}", '<ul class="lijst"><li>a</li></ul>'),
        ('{% lijst "ol" klasse="x" %}<li>{% endlijst %}', '<ol class="x"><li></ol>'),
        ("{% lijst zin=w %}\n {% endlijst %}", "<p>A &amp; B</p>"),
        ("{% lijst %} {% endlijst %}", ""),
        ('{% gegeven "Naam" w %}', "<dt>Naam</dt><dd>A &amp; B</dd>"),
        ('{% gegeven "Naam" "" %}', ""),
        ('{% gegeven "Naam" "" "nog niet" %}', "<dt>Naam</dt><dd>nog niet</dd>"),
        ('{% gegevensrij "Naam" "" %}', ""),
        ('{% gegevensrij "Naam" "A" %}', '<tr><th scope="row">Naam</th><td>A</td></tr>'),
    ],
)
def test_a_list_and_a_detail(bron: str, verwacht: str) -> None:
    assert toon(bron, w="A & B") == verwacht


def test_an_empty_list_says_what_to_do() -> None:
    html = toon('{% lijst leeg="Er is niets." url="/x/" knop="Voeg toe" %}{% endlijst %}')
    assert '<div class="leeg">' in html
    assert '<a class="btn btn-outline-primary" href="/x/">Voeg toe</a>' in html


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError):
        toon('{% lijst "div" %}x{% endlijst %}')


def test_an_explanation_shows_what_it_has() -> None:
    vol = Uitleg("5 jaar", "De regel.", (("van", "1 mei"),), "De bron", "Een ander zegt 2.")
    kaal = Uitleg("5 jaar", "De regel.")
    assert " ".join(toon("{% uitleg u %}", u=vol).split()) == (
        "<p>De regel.</p> <ul><li>van: 1 mei</li></ul> "
        '<p>Een ander zegt 2.</p> <p class="zacht">De bron</p>'
    )
    assert toon("{% uitleg u %}", u=kaal).strip() == "<p>De regel.</p>"


# --- links ----------------------------------------------------------------------------------------


def test_a_link_of_a_section_works_with_and_without_javascript() -> None:
    bron = (
        '{% sectielink "trajects:doel_bewerk" 7 tekst="Wijzig" over=wat klasse="k" vraag="a=1" %}'
    )
    html = " ".join(toon(bron, sectie=Sectie(), wat="het <doel>").split())
    assert html == (
        '<a class="k" href="/doelen/7/?a=1" hx-get="/doelen/7/?a=1" hx-target="#team" '
        'hx-swap="outerHTML">Wijzig<span class="visually-hidden"> het &lt;doel&gt;</span></a>'
    )
    assert toon('{% sectielink "trajects:doel_bewerk" 7 tekst="W" als=0 %}').strip() == ""


def test_a_button_of_a_section_does_one_thing() -> None:
    bron = '{% sectieknop "trajects:doel_heropen" 7 tekst="Terug" over=": x" vorm="acties" %}'
    html = toon(bron, sectie=Sectie(), csrf_token="t")
    assert 'class="acties" method="post" action="/doelen/7/heropen/"' in html
    assert 'hx-post="/doelen/7/heropen/" hx-target="#team"' in html
    assert 'name="csrfmiddlewaretoken" value="t"' in html


@pytest.mark.parametrize(
    ("bron", "verwacht"),
    [
        (
            "{% opent w %}",
            'href="/x/?a&amp;b" hx-get="/x/?a&amp;b" '
            'hx-target="#venster-inhoud" hx-swap="innerHTML"',
        ),
        ("{% opent w als=0 %}", 'href="/x/?a&amp;b"'),
        ("{% opent w tenzij=1 %}", 'href="/x/?a&amp;b"'),
    ],
)
def test_a_link_writes_its_address_once(bron: str, verwacht: str) -> None:
    assert toon(bron, w="/x/?a&b") == verwacht


@pytest.mark.parametrize(
    ("attrs", "verwacht"),
    [
        ({}, 'class="btn btn-primary"'),
        ({"tags": ["outline", "link"]}, 'class="btn btn-link"'),
        ({"tags": ["danger"], "name": "action"}, 'class="btn btn-danger" name="action"'),
    ],
)
def test_a_button_of_the_login(attrs: dict[str, Any], verwacht: str) -> None:
    assert toon("{% knopattributen attrs %}", attrs=attrs) == verwacht


# --- the filter form ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argumenten", "delen"),
    [
        ("", ['class="filters niet-op-papier"', 'hx-trigger="submit, change"']),
        ('zoekt="per keuze"', ['role="search"', 'hx-trigger="submit, change"']),
        ('zoekt="per letter"', ['role="search"', "delay:350ms from:#id_zoek"]),
        ('id="filters" klasse="x"', ['id="filters" class="x niet-op-papier"']),
        ("in_adres=True", ['hx-push-url="true"']),
    ],
)
def test_the_filter_form(argumenten: str, delen: list[str]) -> None:
    html = toon('{% filterbalk "/x/" "#lijst" "Zoek" ' + argumenten + " %}veld{% endfilterbalk %}")
    vast = ['method="get" action="/x/"', 'aria-label="Zoek" hx-get="/x/" hx-target="#lijst"']
    assert [deel for deel in vast + delen if deel not in html] == []
    assert html.endswith(">veld</form>")


def test_an_unknown_way_of_searching_is_refused() -> None:
    with pytest.raises(KeyError):
        toon('{% filterbalk "/x/" "#lijst" "Zoek" zoekt="altijd" %}{% endfilterbalk %}')


@pytest.mark.parametrize(
    ("bron", "velden"),
    [
        ("{% filtervelden f %}", ["zoek", "dienst", "fase", "nazorg"]),
        ('{% filtervelden f behalve="zoek fase" %}', ["dienst", "nazorg"]),
        ('{% filtervelden f alleen="nazorg dienst" %}', ["dienst", "nazorg"]),
    ],
)
def test_the_fields_of_the_form(bron: str, velden: list[str]) -> None:
    html = toon(bron, f=Zoeken())
    assert [naam for naam in Zoeken.base_fields if f'name="{naam}"' in html] == velden


@pytest.mark.parametrize(
    ("bron", "verwacht"),
    [
        ("{% filterrest f %}", '<input type="hidden" form="filters" name="jaar" value="2026">'),
        ('{% filterwaarde "op" "" %}', '<input type="hidden" form="filters" name="op" value="">'),
        ('{% filterwaarden k "leeg weg" %}', ""),
        ('{% filterchips f "weg" %}', ""),
    ],
)
def test_what_the_list_knows_itself(bron: str, verwacht: str) -> None:
    assert toon(bron, f=Zoeken({"jaar": "2026"}), k={"leeg": ""}) == verwacht


def test_a_choice_as_chips() -> None:
    html = toon('{% filterchips f "fase" "nazorg" %}', f=Zoeken())
    assert "<legend>Fase</legend>" in html
    assert [woord for woord in ("start", "slot", "met nazorg") if f"{woord}</label>" in html] == [
        "start",
        "slot",
        "met nazorg",
    ]


@pytest.mark.parametrize("gekozen", [lambda rij: rij[1], lambda rij: rij[1].pk])
def test_the_choices_of_a_list(gekozen: Callable[[list[Dienst]], Any]) -> None:
    rij = [Dienst(1, "Groen"), Dienst(2, "A & B")]
    assert toon("{% keuzes rij gekozen %}", rij=rij, gekozen=gekozen(rij)) == (
        '<option value="1">Groen</option><option value="2" selected>A &amp; B</option>'
    )
