"""A new version of the special passage, which starts from the last one."""

from typing import Any

from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from gedeeld.tijd import vandaag
from trajects.models import Contractpassage


class Passageformulier(Bewerkformulier):
    """`record` is the last version; saving adds the next one and leaves that as it is."""

    tekst = forms.CharField(
        label="De tekst",
        max_length=10_000,
        help_text="Zoals hij in het contract komt. Een lege regel begint een nieuwe alinea.",
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    toelichting = forms.CharField(
        label="Wat is er anders?",
        max_length=300,
        required=False,
        help_text="Zo vinden collega’s later de juiste versie terug.",
    )
    vanaf = Datumveld(label="Geldig vanaf", initial=vandaag)

    def begin(self, record: Contractpassage) -> dict[str, Any]:
        return {"tekst": record.tekst}
