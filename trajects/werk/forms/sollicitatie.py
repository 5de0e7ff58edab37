"""The form on an application."""

from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from gedeeld.tijd import vandaag
from trajects.keuzes import Standsollicitatie
from trajects.models import Sollicitatie
from trajects.werk.forms.werkgeverkeuze import Werkgeverkeuze, stel_werkgevers_voor
from trajects.werk.sollicitaties import Sollicitatiegegevens


class Sollicitatieformulier(Bewerkformulier):
    """Writes down an application (`record=None`) or what came of one."""

    VELDEN: ClassVar = ("vacature", "datum", "stand", "terugkoppeling")

    vacature = forms.CharField(
        label="Voor welke vacature?",
        max_length=200,
        help_text="Bijvoorbeeld: keukenhulp, halftijds.",
    )
    werkgever = Werkgeverkeuze(
        required=False,
        help_text=(
            "Kies er een uit de lijst of typ een nieuwe naam. Die komt vanzelf in de lijst. "
            "Ken je de werkgever niet, laat dit dan leeg."
        ),
    )
    datum = Datumveld(label="Datum", initial=vandaag)
    stand = forms.ChoiceField(
        label="Hoe staat het ermee?",
        choices=Standsollicitatie.choices,
        initial=Standsollicitatie.VERSTUURD,
    )
    terugkoppeling = forms.CharField(
        label="Wat zei de werkgever?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wat leren jullie eruit voor de volgende keer?",
    )

    def __init__(
        self, *args: Any, record: Sollicitatie | None, gebruiker: Gebruiker, **kwargs: Any
    ) -> None:
        self.record = record
        super().__init__(*args, record=record, **kwargs)
        stel_werkgevers_voor(self, gebruiker)
        self.helper.layout = Layout(
            "vacature",
            "werkgever",
            Div("datum", "stand", css_class="veldpaar"),
            "terugkoppeling",
        )

    def begin(self, record: Sollicitatie) -> dict[str, Any]:
        werkgever = record.werkgever.label if record.werkgever else ""
        return {"werkgever": werkgever, **{veld: getattr(record, veld) for veld in self.VELDEN}}

    def gegevens(self) -> Sollicitatiegegevens:
        """What the domain wants to know; only of a valid form."""
        velden = [*self.VELDEN]
        if self.record is None or not self.onaangeroerd("werkgever"):
            velden.append("werkgever")
        return Sollicitatiegegevens(**{veld: self.cleaned_data[veld] for veld in velden})  # type: ignore[typeddict-item]
