"""Two versions of a field: compared, taken over or laid side by side, for every kind of field."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.forms import Field
from django.http import QueryDict

from gebruikers.models import Gebruiker, Organisatie
from gedeeld import audit
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from gedeeld.gelijktijdig import IntussenGewijzigd
from tests.fabrieken import DienstFactory
from werknemers.forms.velden import Leesveld
from werknemers.models import Dienst

KLEUREN = [("r", "rood"), ("g", "groen"), ("warm", [("o", "oranje"), ("b", "bruin")])]
EERST = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
NOG_LATER = datetime(2026, 11, 23, 9, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Geval:
    """A field, with what was seen, what the other one saved, and what this user sent."""

    veld: Field
    gezien: Any
    ander: Any
    eigen: list[str]
    woorden: tuple[str, str]  # the other version and the own one
    gekozen: tuple[Any, Any]  # what each choice gives


GEVALLEN = {
    "text": Geval(forms.CharField(), "a", "b", ["c"], ("b", "c"), ("b", "c")),
    "emptied": Geval(
        forms.CharField(required=False), "a", "b", [""], ("b", "leeg"), ("b", "")
    ),
    "lines": Geval(
        forms.CharField(widget=forms.Textarea), "a", "b\nc", ["d\r\ne"],
        ("b\nc", "d\ne"), ("b\nc", "d\r\ne"),
    ),
    "whole number": Geval(forms.IntegerField(), 1, 2, ["3"], ("2", "3"), (2, 3)),
    "decimal": Geval(
        forms.DecimalField(), Decimal("1.50"), Decimal("2.00"), ["3"],
        ("2.00", "3"), (Decimal("2.00"), Decimal(3)),
    ),
    "day": Geval(
        Datumveld(), date(2026, 1, 1), date(2026, 2, 1), ["2026-03-01"],
        ("01/02/2026", "01/03/2026"), (date(2026, 2, 1), date(2026, 3, 1)),
    ),
    "read field": Geval(
        Leesveld(lees=lambda tekst: int(tekst.split()[0]), toon=lambda getal: f"{getal} stuks"),
        1, 2, ["3"], ("2 stuks", "3"), (2, 3),
    ),
    "choice": Geval(
        forms.ChoiceField(choices=KLEUREN), "r", "g", ["o"], ("groen", "oranje"), ("g", "o")
    ),
    "radio": Geval(
        forms.ChoiceField(choices=KLEUREN, widget=forms.RadioSelect), "r", "g", ["b"],
        ("groen", "bruin"), ("g", "b"),
    ),
    "several": Geval(
        forms.MultipleChoiceField(choices=KLEUREN), ["r"], ["o", "g"], ["b", "r"],
        ("groen, oranje", "bruin, rood"), (["g", "o"], ["b", "r"]),
    ),
    "check list": Geval(
        forms.MultipleChoiceField(
            choices=KLEUREN, widget=forms.CheckboxSelectMultiple, required=False
        ),
        ["r", "g"], ["r"], [], ("rood", "leeg"), (["r"], []),
    ),
    "array": Geval(
        SimpleArrayField(forms.CharField()), ["a"], ["a", "b"], ["a,c"],
        ("a,b", "a,c"), (["a", "b"], ["a", "c"]),
    ),
}  # fmt: skip


def _form(veld: Field, record: Any, data: QueryDict | None = None) -> Bewerkformulier:
    class Proef(Bewerkformulier):
        proef = veld
        rest = forms.CharField(required=False)

        def begin(self, record: Any) -> dict[str, Any]:
            return {"proef": record.proef, "rest": record.rest}

    Proef.base_fields["proef"].label = "Proef"
    return Proef(data, record=record)


def _stand(dienst: Dienst, proef: Any, op: datetime = EERST, rest: str = "") -> Any:
    dienst.proef, dienst.rest, dienst.gewijzigd_op = proef, rest, op  # type: ignore[attr-defined]
    return dienst


def _verstuur(form: Bewerkformulier, **waarden: list[str]) -> QueryDict:
    """What the browser sends back of a form: what it held, with some fields filled in."""
    data = QueryDict(mutable=True)
    data["gezien"] = str(form["gezien"].value())
    for naam in form.fields:
        if naam in form.data:
            data.setlist(naam, form.data.getlist(naam))
    data["gezien"] = str(form["gezien"].value())
    for naam, lijst in waarden.items():
        data.setlist(naam, lijst)
    return data


def _bots(form: Bewerkformulier, huidig: Any) -> Bewerkformulier:
    assert form.is_valid(), form.errors
    form.neem_over(IntussenGewijzigd(huidig))
    return form


@pytest.fixture
def dienst(organisatie: Organisatie) -> Dienst:
    return DienstFactory(organisatie=organisatie)


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_what_both_changed_is_chosen(dienst: Dienst, geval: Geval) -> None:
    data = _verstuur(_form(geval.veld, _stand(dienst, geval.gezien)), proef=geval.eigen)
    form = _bots(_form(geval.veld, dienst, data), _stand(dienst, geval.ander, LATER))
    assert form.botsing is not None
    assert form.botsing.te_kiezen == 1
    keuzes = [str(label) for _, label in form.fields["versie_proef"].choices]  # type: ignore[attr-defined]
    for label, woorden in zip(keuzes, geval.woorden, strict=True):
        assert f'<span class="versie">{woorden}</span>' in label
    assert not form.errors
    zonder = _form(geval.veld, dienst, _verstuur(form))
    assert zonder.errors == {"versie_proef": ["Kies welke versie blijft."]}
    assert zonder["proef"].value() == form["proef"].value()
    for keuze, uitkomst in zip(("ander", "eigen"), geval.gekozen, strict=True):
        gekozen = _form(geval.veld, dienst, _verstuur(zonder, versie_proef=[keuze]))
        assert gekozen.is_valid(), gekozen.errors
        waarde = gekozen.cleaned_data["proef"]
        assert (sorted(waarde) if isinstance(waarde, list) else waarde) == uitkomst
        assert "versie_proef" not in gekozen.cleaned_data
        assert gekozen.gezien_op == LATER


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_what_only_the_other_changed_is_taken_over(dienst: Dienst, geval: Geval) -> None:
    leeg = _form(geval.veld, _stand(dienst, geval.gezien))
    ongemoeid = _als_browser(leeg)
    data = _verstuur(leeg, proef=ongemoeid, rest=["mijn regel"])
    form = _bots(_form(geval.veld, dienst, data), _stand(dienst, geval.ander, LATER))
    assert form.botsing is not None
    assert [(w.label, w.nieuw, w.overgenomen) for w in form.botsing.wijzigingen] == [
        ("Proef", geval.woorden[0], True)
    ]
    assert not form.versies
    opnieuw = _form(geval.veld, dienst, _verstuur(form))
    assert opnieuw.is_valid(), opnieuw.errors
    assert opnieuw.cleaned_data["rest"] == "mijn regel"
    waarde = opnieuw.cleaned_data["proef"]
    assert (sorted(waarde) if isinstance(waarde, list) else waarde) == geval.gekozen[0]


def _als_browser(form: Bewerkformulier) -> list[str]:
    """What a browser sends of the untouched field: no value of a list is lost."""
    veld = form.fields["proef"]
    waarde = veld.widget.format_value(veld.prepare_value(form.initial["proef"]))
    lijst = waarde if isinstance(waarde, list) else [waarde]
    return [str(deel).replace("\n", "\r\n") for deel in lijst]


def test_a_tick_has_only_two_answers(dienst: Dienst) -> None:
    """Who ticked what the other one ticked as well wants the same: there is nothing to choose."""
    veld = forms.BooleanField(required=False)
    leeg = _form(veld, _stand(dienst, proef=False))
    aan = _bots(
        _form(veld, dienst, _verstuur(leeg, proef=["on"])),
        _stand(dienst, True, LATER),
    )
    assert aan.botsing is not None
    assert [(w.oud, w.nieuw) for w in aan.botsing.wijzigingen] == [("nee", "ja")]
    assert not aan.versies
    uit = _bots(
        _form(veld, _stand(dienst, proef=False), _verstuur(leeg)), _stand(dienst, True, LATER)
    )
    assert _form(veld, dienst, _verstuur(uit)).data["proef"] == "on"


def test_the_same_in_another_writing_is_no_clash(dienst: Dienst) -> None:
    veld = forms.DecimalField(decimal_places=2)
    leeg = _form(veld, _stand(dienst, Decimal("1.00")))
    form = _bots(
        _form(veld, dienst, _verstuur(leeg, proef=["2"])), _stand(dienst, Decimal("2.00"), LATER)
    )
    assert not form.versies


def test_line_ends_of_a_browser_change_nothing(dienst: Dienst) -> None:
    veld = forms.CharField(widget=forms.Textarea)
    leeg = _form(veld, _stand(dienst, "een\ntwee"))
    form = _form(veld, dienst, _verstuur(leeg, proef=["een\r\ntwee"]))
    assert _bots(form, _stand(dienst, "drie", LATER))["proef"].value() == "drie"


def test_a_third_change_keeps_both_texts_and_asks_again(dienst: Dienst) -> None:
    veld = forms.CharField()
    leeg = _form(veld, _stand(dienst, "begin"))
    form = _bots(
        _form(veld, dienst, _verstuur(leeg, proef=["van mij"])), _stand(dienst, "van Sofie", LATER)
    )
    data = _verstuur(form, versie_proef=["ander"])
    form = _bots(_form(veld, dienst, data), _stand(dienst, "van Karim", NOG_LATER))
    assert form["proef"].value() == "van mij"
    assert form["versie_proef"].value() is None
    labels = [str(label) for _, label in form.fields["versie_proef"].choices]  # type: ignore[attr-defined]
    assert "van Karim" in labels[0]
    assert "van mij" in labels[1]


@pytest.mark.parametrize(("keuze", "uitkomst"), [("ander", "van Sofie"), ("eigen", "van mij")])
def test_a_third_change_of_something_else_keeps_the_choice(
    dienst: Dienst, keuze: str, uitkomst: str
) -> None:
    veld = forms.CharField()
    leeg = _form(veld, _stand(dienst, "begin"))
    form = _bots(
        _form(veld, dienst, _verstuur(leeg, proef=["van mij"])), _stand(dienst, "van Sofie", LATER)
    )
    data = _verstuur(form, versie_proef=[keuze])
    form = _bots(_form(veld, dienst, data), _stand(dienst, "van Sofie", NOG_LATER, rest="nieuw"))
    assert form["versie_proef"].value() == keuze
    opnieuw = _form(veld, dienst, _verstuur(form))
    assert opnieuw.is_valid(), opnieuw.errors
    assert opnieuw.cleaned_data["proef"] == uitkomst
    assert opnieuw.cleaned_data["rest"] == "nieuw"


def test_the_own_version_can_still_be_changed(dienst: Dienst) -> None:
    veld = forms.CharField()
    leeg = _form(veld, _stand(dienst, "begin"))
    form = _bots(
        _form(veld, dienst, _verstuur(leeg, proef=["van mij"])), _stand(dienst, "van Sofie", LATER)
    )
    samen = _form(veld, dienst, _verstuur(form, proef=["van beiden"], versie_proef=["eigen"]))
    assert samen.is_valid()
    assert samen.cleaned_data["proef"] == "van beiden"
    gelijk = _form(veld, dienst, _verstuur(form, proef=["van Sofie"]))
    assert gelijk.is_valid(), "Who typed the other version has nothing left to choose."


def test_each_version_has_a_name_and_can_be_read(
    dienst: Dienst, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    """Who changed this field, not who saved last; nothing in a text becomes HTML."""
    for door, veld in ((begeleider, "proef"), (coordinator, "rest")):
        spoor = audit.Spoor(
            onderwerp=dienst,
            organisatie_id=dienst.organisatie_id,
            betrokkene_id=None,
            bewaard={veld: (None, "x")},
            verzwegen=frozenset(),
            wisbaar=False,
        )
        audit.schrijf_bij([spoor], door=door, actie="gewijzigd")
    begin = datetime.min.replace(tzinfo=UTC)
    leeg = _form(forms.CharField(), _stand(dienst, "begin", begin))
    form = _bots(
        _form(forms.CharField(), dienst, _verstuur(leeg, proef=["<b>mij</b>"])),
        _stand(dienst, "<i>An</i>", LATER),
    )
    html = render_crispy_form(form)
    assert "Versie van An Peeters:" in html
    assert "&lt;i&gt;An&lt;/i&gt;" in html
    assert "&lt;b&gt;mij&lt;/b&gt;" in html
    assert html.index("versie_proef") < html.index('name="proef"')


@pytest.mark.parametrize("met_layout", [True, False])
def test_the_choice_comes_first_whatever_the_layout(dienst: Dienst, met_layout: bool) -> None:
    leeg = _form(forms.CharField(), _stand(dienst, "begin"))
    form = _bots(
        _form(forms.CharField(), dienst, _verstuur(leeg, proef=["mij"])),
        _stand(dienst, "An", LATER),
    )
    if met_layout:
        form.helper.layout = form.helper.build_default_layout(form)
        form.helper.layout.fields = ["rest", "proef"]
    html = render_crispy_form(form)
    assert html.count('name="versie_proef"') == 2
    assert html.index("versie_proef") < html.index('name="rest"')
