"""A plan template of the organisation, and one of its lines."""

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from trajects.keuzes import Anker, Thema, Wie
from trajects.models import Plansjabloon, Sjabloonregel

_VOOR, _NA = "voor", "na"


class Sjabloonformulier(Bewerkformulier):
    VELDEN = ("naam", "omschrijving", "actief")

    naam = forms.CharField(label="Naam", max_length=120)
    omschrijving = forms.CharField(label="Waarvoor dient het?", max_length=500, required=False)
    jaren = forms.ChoiceField(
        label="Voor welk advies?",
        choices=[("", "elk advies"), ("2", "2 jaar"), ("5", "5 jaar")],
        required=False,
    )
    actief = forms.BooleanField(
        label="Stel dit plan voor",
        required=False,
        initial=True,
        help_text="Zet dit uit als je het niet meer gebruikt. Wat al in plannen staat, blijft.",
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def begin(self, record: Plansjabloon) -> dict[str, Any]:
        return super().begin(record) | {"jaren": str(record.jaren or "")}

    def gegevens(self) -> dict[str, Any]:
        jaren = self.cleaned_data["jaren"]
        return super().gegevens() | {"jaren": int(jaren) if jaren else None}


class Regelformulier(Bewerkformulier):
    """Days before or after an anchor, the way people say it."""

    VELDEN = ("doel", "thema", "wat", "wie", "anker")

    doel = forms.CharField(
        label="Doel", max_length=200, help_text="Acties met hetzelfde doel staan samen."
    )
    thema = forms.ChoiceField(
        label="Thema", choices=[("", "Kies een thema"), *Thema.choices], required=False
    )
    wat = forms.CharField(label="Wat moet er gebeuren?", max_length=300)
    wie = forms.ChoiceField(
        label="Wie doet dit?",
        choices=[(wie.value, wie.label) for wie in (Wie.BEGELEIDER, Wie.WERKNEMER)],
    )
    dagen = forms.IntegerField(label="Hoeveel dagen", min_value=0, max_value=3700)
    richting = forms.ChoiceField(label="Ervoor of erna", choices=[(_NA, "na"), (_VOOR, "voor")])
    anker = forms.ChoiceField(label="Tegenover welke dag?", choices=Anker.choices)

    def __init__(self, *args: Any, record: Sjabloonregel | None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.helper.layout = Layout(
            Div("doel", "thema", css_class="veldpaar"),
            "wat",
            "wie",
            Div("dagen", "richting", css_class="veldpaar"),
            "anker",
        )

    def begin(self, record: Sjabloonregel) -> dict[str, Any]:
        return super().begin(record) | {
            "dagen": abs(record.dagen),
            "richting": _VOOR if record.dagen < 0 else _NA,
        }

    def gegevens(self) -> dict[str, Any]:
        teken = -1 if self.cleaned_data["richting"] == _VOOR else 1
        return super().gegevens() | {"dagen": teken * self.cleaned_data["dagen"]}
