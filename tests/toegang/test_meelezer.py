"""What the sweep stands on sees what it should see."""

from typing import Any

import pytest
from django import forms
from django.http import QueryDict

from tests.toegang.formulieren import vul_in
from tests.toegang.meelezer import meegelezen


@pytest.mark.parametrize(
    "vraag",
    [
        lambda lijst: lijst.get("a"),
        lambda lijst: lijst.getlist("a"),
        lambda lijst: "a" in lijst,
        lambda lijst: lijst.dict().get("a"),
        lambda lijst: lijst.copy().get("a"),
        lambda lijst: forms.CheckboxInput().value_from_datadict(lijst, {}, "a"),
    ],
)
def test_the_recorder_sees_every_question(vraag: Any) -> None:
    lijst = meegelezen(QueryDict("b=1"))
    vraag(lijst)
    assert "a" in lijst.gevraagd
    assert dict(lijst.lists()) == {"b": ["1"]}


class _Formulier(forms.Form):
    naam = forms.CharField()
    opmerking = forms.CharField(required=False)
    soort = forms.ChoiceField(choices=[("", "kies"), ("Groep", [("x", "X")])])
    dagen = forms.MultipleChoiceField(choices=[("ma", "maandag"), ("di", "dinsdag")])
    akkoord = forms.BooleanField()
    aantal = forms.IntegerField(min_value=3)


def test_a_form_is_filled_in_so_that_it_is_accepted() -> None:
    ingevuld = vul_in(_Formulier(initial={"naam": "Amina"}))
    assert ingevuld == {
        "naam": "Amina",
        "soort": "x",
        "dagen": ["ma"],
        "akkoord": "on",
        "aantal": "3",
    }
    assert _Formulier(ingevuld).is_valid()
