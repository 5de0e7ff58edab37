"""The hand-over to one employer: the talk, who was there, what was agreed."""

from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from trajects.models import Overdracht
from trajects.overdracht.overdrachten import Overdrachtgegevens
from trajects.werk.forms.werkgeverkeuze import Werkgeverkeuze, stel_werkgevers_voor


class Overdrachtformulier(Bewerkformulier):
    """Prepares a hand-over (`record=None`) or says more of one."""

    VELDEN: ClassVar = ("gesprek_gepland_op", "gesprek_gehouden_op", "deelnemers", "afspraken")

    werkgever = Werkgeverkeuze(label="Naar welke werkgever?")
    gesprek_gepland_op = Datumveld(label="Gesprek gepland op", required=False)
    gesprek_gehouden_op = Datumveld(label="Gesprek gehouden op", required=False)
    deelnemers = forms.CharField(
        label="Wie is erbij?",
        max_length=300,
        required=False,
        help_text="De werknemer zelf, de nieuwe werkgever, iemand van jullie, een tolk.",
    )
    afspraken = forms.CharField(
        label="Wat spreken jullie af?",
        max_length=2000,
        required=False,
        help_text=(
            "Bijvoorbeeld: wie helpt de eerste weken, wanneer horen jullie elkaar weer. "
            "Schrijf geen medische gegevens."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self, *args: Any, record: Overdracht | None, gebruiker: Gebruiker, **kwargs: Any
    ) -> None:
        self.record = record
        super().__init__(*args, record=record, **kwargs)
        stel_werkgevers_voor(self, gebruiker)
        dagen = Div("gesprek_gepland_op", "gesprek_gehouden_op", css_class="veldpaar")
        self.helper.layout = Layout("werkgever", dagen, "deelnemers", "afspraken")

    def begin(self, record: Overdracht) -> dict[str, Any]:
        velden = {veld: getattr(record, veld) for veld in self.VELDEN}
        return {"werkgever": record.werkgever.label} | velden

    @property
    def werkgever_gekozen(self) -> str | None:
        """The name that was typed; None when the employer was left alone."""
        if self.record is not None and self.onaangeroerd("werkgever"):
            return None
        return str(self.cleaned_data["werkgever"])

    def gegevens(self) -> Overdrachtgegevens:
        """What the domain wants to know beside the employer; only of a valid form."""
        return Overdrachtgegevens(**{veld: self.cleaned_data[veld] for veld in self.VELDEN})  # type: ignore[typeddict-item]
