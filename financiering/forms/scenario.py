"""The forms on a scenario: what it is, a copy of it, and whether it may go."""

from decimal import Decimal
from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from financiering.domein.scenariobeheer import Scenariogegevens
from financiering.forms.velden import vertragingveld
from financiering.keuzes import Scenariobasis, Scenariopakket
from financiering.models import Scenario
from financiering.models.scenario import HOOGSTE_INDEX
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Formulier
from werknemers.forms.velden import KeuzelijstDieToont
from werknemers.keuzes import Begeleidingsniveau

_BEPERKINGEN = {
    "scenario_naam_uniek": "naam",
    "scenario_jaarindex": "jaarindex",
    "scenario_vertraging": "vertraging",
}


class _Basiskeuze(KeuzelijstDieToont):
    toont: ClassVar = {Scenariobasis.MET_VERVANGING.value: "vervanging"}


class Scenarioformulier(Bewerkformulier):
    """`record` None makes one."""

    VELDEN: ClassVar = tuple(Scenariogegevens.__annotations__)
    beperkingen: ClassVar[dict[str, str]] = _BEPERKINGEN

    naam = forms.CharField(
        label="Naam",
        max_length=60,
        help_text="Bijvoorbeeld: twee starters in de lente.",
    )
    basis = forms.ChoiceField(
        label="Waar vertrek je van?",
        choices=Scenariobasis.choices,
        initial=Scenariobasis.VOLGENS_PLAN,
        widget=_Basiskeuze(),
        help_text="Niets doen: iedereen blijft. Volgens plan: wie een beoogde uitstroom heeft, "
        "vertrekt dan. Met vervanging: elke plaats die vrijkomt, wordt weer ingevuld.",
    )
    vertraging = vertragingveld(
        initial=3,
        help_text="Voor iedereen. Per werknemer kun je daarna iets anders kiezen.",
    )
    pakket = forms.ChoiceField(
        label="Pakket van wie in de plaats komt",
        choices=Scenariopakket.choices,
        initial=Scenariopakket.IMW_5,
        help_text="Telt voor elke plaats die in dit scenario weer wordt ingevuld.",
    )
    niveau = forms.ChoiceField(
        label="Begeleidingsniveau van wie in de plaats komt",
        choices=Begeleidingsniveau.choices,
        initial=Begeleidingsniveau.MIDDEN,
    )
    jaarindex = forms.DecimalField(
        label="Jaarlijkse index, in %",
        min_value=Decimal(0),
        max_value=Decimal(HOOGSTE_INDEX),
        decimal_places=2,
        initial=Decimal(0),
        help_text="Zoveel stijgen de lonen, het GGMMI en de geïndexeerde bedragen op 1 januari.",
        error_messages=dict.fromkeys(
            ("min_value", "max_value"), "Een index ligt tussen 0 %% en 10 %% per jaar."
        ),
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Waarom dit scenario? Voor wie het later leest.",
    )

    def __init__(self, *args: Any, record: Scenario | None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        vervanging = Div("vertraging", css_class="bij-vervanging")
        self.helper.layout = Layout(
            "naam", "basis", vervanging, "pakket", "niveau", "jaarindex", "toelichting"
        )


class Kopieformulier(Formulier):
    beperkingen: ClassVar[dict[str, str]] = _BEPERKINGEN

    naam = forms.CharField(label="Naam van de kopie", max_length=60)


class Scenarioverwijdering(Bewerkformulier):
    """Holds nothing but what the user saw; a removal counts for that only."""

    def begin(self, record: Scenario) -> dict[str, Any]:
        return {}

    def getoond(self, record: Scenario) -> dict[str, str]:
        return {"Naam": record.naam, "Basis": record.get_basis_display()}
