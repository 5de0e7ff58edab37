"""A plan template of the organisation, and one of its lines."""

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from trajects.keuzes import Anker, Thema, Wie
from trajects.models import Plansjabloon, Sjabloonregel
from trajects.plan.sjabloonbeheer import Regelgegevens, Sjabloongegevens

_VOOR, _NA = "voor", "na"


class Sjabloonformulier(Bewerkformulier):
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
        velden = ("naam", "omschrijving", "actief")
        jaren = "" if record.jaren is None else str(record.jaren)
        return {veld: getattr(record, veld) for veld in velden} | {"jaren": jaren}

    def gegevens(self) -> Sjabloongegevens:
        """What the domain wants to know; only of a valid form."""
        velden = self.cleaned_data
        return Sjabloongegevens(
            naam=velden["naam"],
            omschrijving=velden["omschrijving"],
            jaren=int(velden["jaren"]) if velden["jaren"] else None,
            actief=velden["actief"],
        )


class Regelformulier(Bewerkformulier):
    """Days before or after an anchor, the way people say it."""

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
        velden = ("doel", "thema", "wat", "wie", "anker")
        return {veld: getattr(record, veld) for veld in velden} | {
            "dagen": abs(record.dagen),
            "richting": _VOOR if record.dagen < 0 else _NA,
        }

    def gegevens(self) -> Regelgegevens:
        """What the domain wants to know; only of a valid form."""
        velden = self.cleaned_data
        teken = -1 if velden["richting"] == _VOOR else 1
        return Regelgegevens(
            doel=velden["doel"],
            thema=velden["thema"],
            wat=velden["wat"],
            wie=velden["wie"],
            anker=velden["anker"],
            dagen=teken * velden["dagen"],
        )
