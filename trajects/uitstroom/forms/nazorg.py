"""How somebody fares at a moment of aftercare."""

from typing import Any, ClassVar, Final

from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from gedeeld.tijd import vandaag
from trajects.keuzes import Nazorgresultaat
from trajects.models import Nazorgmoment

_TOCH_NIET: Final = ("", "dit was een vergissing, nog niets gehoord")


class Nazorgformulier(Bewerkformulier):
    """An answer that was already there can be taken back."""

    VELDEN: ClassVar = ("resultaat", "gemeten_op", "wat_gedaan")

    resultaat = forms.ChoiceField(
        label="Hoe gaat het?", choices=Nazorgresultaat.choices, widget=forms.RadioSelect
    )
    gemeten_op = Datumveld(label="Op welke dag hoorde of probeerde je dat?", initial=vandaag)
    wat_gedaan = forms.CharField(
        label="Wat heb je gedaan of afgesproken?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Zonder medische gegevens.",
    )

    def __init__(self, *args: Any, record: Nazorgmoment, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        resultaat = self.fields["resultaat"]
        if record.resultaat and isinstance(resultaat, forms.ChoiceField):
            resultaat.choices = [*Nazorgresultaat.choices, _TOCH_NIET]
            resultaat.required = False

    def begin(self, record: Nazorgmoment) -> dict[str, Any]:
        ingevuld = self.VELDEN if record.resultaat else ("resultaat", "wat_gedaan")
        return {veld: getattr(record, veld) for veld in ingevuld}
