"""The qualified guide and the workmate coach."""

from typing import Any, ClassVar

from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from trajects.begeleiding.begeleidingsteam import Teamgegevens
from trajects.models import Begeleidingsteam


class Teamformulier(Bewerkformulier):
    VELDEN: ClassVar = ("gekwalificeerd_begeleider", "kwalificatie", "is_extern", "collega_coach")

    gekwalificeerd_begeleider = forms.CharField(
        label="Gekwalificeerd begeleider",
        max_length=120,
        required=False,
        help_text="Wie helpt op de werkvloer en heeft daar de kwalificatie voor?",
    )
    kwalificatie = forms.CharField(
        label="Kwalificatie",
        max_length=200,
        required=False,
        help_text=(
            "Een diploma van de lijst, minstens 2 jaar ervaring, een ervaringsbewijs, "
            "of een attest van een erkende opleiding."
        ),
    )
    is_extern = forms.BooleanField(
        label="Deze begeleider werkt bij een andere organisatie", required=False
    )
    collega_coach = forms.CharField(
        label="Collega-coach",
        max_length=120,
        required=False,
        help_text="Een collega op de werkvloer. Die werkt bij dezelfde werkgever.",
    )

    def begin(self, record: Begeleidingsteam) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN}

    def gegevens(self) -> Teamgegevens:
        """What the domain wants to know; only of a valid form."""
        return Teamgegevens(**{veld: self.cleaned_data[veld] for veld in self.VELDEN})  # type: ignore[typeddict-item]
