"""The form on a work placement."""

from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from trajects.keuzes import Resultaat
from trajects.models import Stage
from trajects.werk.forms.werkgeverkeuze import Werkgeverkeuze, stel_werkgevers_voor
from trajects.werk.stages import Stagegegevens


class Stageformulier(Bewerkformulier):
    """Plans a placement (`record=None`) or says more of one."""

    VELDEN: ClassVar = ("taak", "evaluatie", "resultaat", "attest")

    werkgever = Werkgeverkeuze()
    eerste_dag = Datumveld(label="Eerste dag")
    laatste_dag = Datumveld(label="Laatste dag")
    taak = forms.CharField(
        label="Wat doet de werknemer er?",
        max_length=200,
        help_text="Bijvoorbeeld: helpen in de keuken, ontbijt klaarzetten.",
    )
    evaluatie = forms.CharField(
        label="Hoe was de stage?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wat ging goed, wat is nog te leren, wat zegt de werkgever?",
    )
    resultaat = forms.ChoiceField(
        label="Resultaat", choices=Resultaat.choices, initial=Resultaat.GEEN
    )
    attest = forms.CharField(
        label="Attest",
        required=False,
        max_length=150,
        help_text="De naam van het attest of de beoordeling, als die er is.",
    )

    def __init__(
        self, *args: Any, record: Stage | None, gebruiker: Gebruiker, **kwargs: Any
    ) -> None:
        self.record = record
        super().__init__(*args, record=record, **kwargs)
        stel_werkgevers_voor(self, gebruiker)
        self.helper.layout = Layout(
            "werkgever",
            Div("eerste_dag", "laatste_dag", css_class="veldpaar"),
            "taak",
            "evaluatie",
            Div("resultaat", "attest", css_class="veldpaar"),
        )

    def begin(self, record: Stage) -> dict[str, Any]:
        return {
            "werkgever": record.werkgever.label,
            "eerste_dag": record.periode.van,
            "laatste_dag": record.periode.laatste_dag,
            **{veld: getattr(record, veld) for veld in self.VELDEN},
        }

    def gegevens(self) -> Stagegegevens:
        """What the domain wants to know; only of a valid form."""
        velden = ["eerste_dag", "laatste_dag", *self.VELDEN]
        if self.record is None or not self.onaangeroerd("werkgever"):
            velden.append("werkgever")
        return Stagegegevens(**{veld: self.cleaned_data[veld] for veld in velden})  # type: ignore[typeddict-item]
