"""How a precondition stands now. Health keeps no words."""

from typing import Any, Final

from crispy_forms.layout import Field, Layout
from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from trajects.keuzes import Standrandvoorwaarde
from trajects.models import Randvoorwaarde

_STANDEN: Final = [(stand.value, stand.label) for stand in Standrandvoorwaarde]


class Randvoorwaardeformulier(Bewerkformulier):
    """`record` may be one that nobody talked about yet, which is not saved."""

    VELDEN = ("stand", "toelichting")

    stand = forms.ChoiceField(
        label="Hoe staat het ervoor?", choices=_STANDEN, widget=forms.RadioSelect
    )
    toelichting = forms.CharField(
        label="Wat is er nodig?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=(
            "Bijvoorbeeld: zoekt een woning dichter bij het werk. Schrijf geen medische gegevens."
        ),
    )

    def __init__(self, *args: Any, record: Randvoorwaarde, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        if record.zonder_detail:
            del self.fields["toelichting"]
            self.fields["stand"].choices = [  # type: ignore[attr-defined]
                keuze for keuze in _STANDEN if keuze[0] != Standrandvoorwaarde.BELEMMERING
            ]
        chips = Field("stand", template="trajects/plan/veld_keuzechips.html")
        self.helper.layout = Layout(chips, *(naam for naam in self.fields if naam == "toelichting"))

    def gegevens(self) -> dict[str, Any]:
        return {veld: self.cleaned_data[veld] for veld in self.VELDEN if veld in self.fields}
