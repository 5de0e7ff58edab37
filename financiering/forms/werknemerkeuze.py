"""The form on what a scenario does to one employee."""

from datetime import date
from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from financiering.domein.verlengbaarheid import Verlengbaarheid
from financiering.domein.werknemerkeuze import Werknemerkeuze, lees_keuze
from financiering.forms.velden import Gelddag, vertragingveld
from financiering.keuzes import (
    Scenariobasis,
    Verlengingsuitkomst,
    Vertrekkeuze,
    Vervangingskeuze,
)
from financiering.models import Scenario
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.weergeven import datum_voluit, meervoud
from regels.models.percentage import HOOGSTE, LAAGSTE, PERCENTAGE_ZIN, STAP
from werknemers.forms.velden import RondjesDieTonen
from werknemers.models import Werknemer


class _Vertrek(RondjesDieTonen):
    toont: ClassVar = {Vertrekkeuze.DAG.value: "dag"}


class _Vervanging(RondjesDieTonen):
    toont: ClassVar = {Vervangingskeuze.MAANDEN.value: "maanden"}


class _Verlenging(RondjesDieTonen):
    toont: ClassVar = {
        uitkomst.value: "percentage"
        for uitkomst in Verlengingsuitkomst
        if uitkomst != Verlengingsuitkomst.GEWEIGERD
    }


class Scenariowerknemerformulier(Bewerkformulier):
    """`record` is the scenario: what it says of an employee need not exist yet. `gepland` is the
    day that the trajectory aims at."""

    vertrek = forms.ChoiceField(label="Uitstroom", widget=_Vertrek())
    laatste_dag = Gelddag(label="Laatste dag in dienst", required=False)
    vervanging = forms.ChoiceField(
        label="De plaats die vrijkomt", widget=_Vervanging(), initial=Vervangingskeuze.BASIS
    )
    na_maanden = vertragingveld(required=False)
    uitkomst = forms.ChoiceField(
        label="Verlenging van de ondersteuning",
        choices=[("", "geen verlenging in dit scenario"), *Verlengingsuitkomst.choices],
        required=False,
        widget=_Verlenging(),
    )
    percentage = forms.IntegerField(
        label="Percentage van de loonpremie na de verlenging",
        required=False,
        min_value=LAAGSTE,
        max_value=HOOGSTE,
        step_size=STAP,
        error_messages=dict.fromkeys(("min_value", "max_value", "step_size"), PERCENTAGE_ZIN),
    )

    def __init__(
        self,
        *args: Any,
        record: Scenario,
        werknemer: Werknemer,
        stand: Verlengbaarheid,
        gepland: date | None,
        **kwargs: Any,
    ) -> None:
        self.werknemer, self.stand = werknemer, stand
        super().__init__(*args, record=record, **kwargs)
        _zet(self.fields["vertrek"], _keuzes(record, gepland))
        _zet(self.fields["vervanging"], _vervangingskeuzes(record))
        delen: list[Any] = [
            "vertrek",
            Div("laatste_dag", css_class="bij-dag"),
            "vervanging",
            Div("na_maanden", css_class="bij-maanden"),
        ]
        if stand.kan:
            self.fields["percentage"].help_text = f"De laatste schijf is {stand.percentage} %."
            delen += ["uitkomst", Div("percentage", css_class="bij-percentage")]
        else:
            del self.fields["uitkomst"], self.fields["percentage"]
        self.helper.layout = Layout(*delen)

    def begin(self, record: Scenario) -> dict[str, Any]:
        keuze = lees_keuze(record, self.werknemer)
        velden = keuze.als_dict()
        if keuze.percentage is None:
            velden["percentage"] = self.stand.percentage
        return velden

    def keuze(self) -> Werknemerkeuze:
        """What the domain wants to know; only of a valid form."""
        velden = self.cleaned_data
        uitkomst = velden.get("uitkomst", "")
        geen = uitkomst in {"", Verlengingsuitkomst.GEWEIGERD}
        maanden = velden["vervanging"] == Vervangingskeuze.MAANDEN
        return Werknemerkeuze(
            vertrek=velden["vertrek"],
            laatste_dag=velden["laatste_dag"] if velden["vertrek"] == Vertrekkeuze.DAG else None,
            uitkomst=uitkomst,
            percentage=None if geen else velden.get("percentage"),
            vervanging=velden["vervanging"],
            na_maanden=velden["na_maanden"] if maanden else None,
        )


def _zet(veld: forms.Field, keuzes: list[tuple[str, str]]) -> None:
    assert isinstance(veld, forms.ChoiceField)  # noqa: S101
    veld.choices = keuzes


def _keuzes(scenario: Scenario, gepland: date | None) -> list[tuple[str, str]]:
    """The base in words: what happens when nothing is chosen for this employee."""
    if scenario.basis == Scenariobasis.NIETS_DOEN:
        basis = "blijft, zoals iedereen in “niets doen”"
    elif gepland is None:
        basis = "blijft: er is nog geen beoogde uitstroom in het traject"
    else:
        basis = f"zoals in het traject: {datum_voluit(gepland)}"
    return [
        (Vertrekkeuze.BASIS.value, basis),
        (Vertrekkeuze.DAG.value, Vertrekkeuze.DAG.label),
        (Vertrekkeuze.BLIJFT.value, "blijft zeker"),
    ]


def _vervangingskeuzes(scenario: Scenario) -> list[tuple[str, str]]:
    """The base in words: what happens to the place of whoever leaves."""
    basis = "blijft open"
    if scenario.basis == Scenariobasis.MET_VERVANGING:
        basis = f"na {meervoud(scenario.vertraging, 'maand', 'maanden')} weer ingevuld"
    return [
        (Vervangingskeuze.BASIS.value, f"zoals bij iedereen: {basis}"),
        (Vervangingskeuze.MAANDEN.value, Vervangingskeuze.MAANDEN.label),
        (Vervangingskeuze.OPEN.value, "blijft zeker open"),
    ]
