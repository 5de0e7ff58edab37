"""The text under a heading of the request, and a version of the support plan."""

from typing import Any, ClassVar

from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from gedeeld.tijd import vandaag
from trajects.evaluatiepakket.verzoekbeeld import VRAAG_BIJ
from trajects.keuzes import Verzoekkop
from trajects.models import Verzoektekst


class Verzoektekstformulier(Bewerkformulier):
    """`record` may be a text that nobody wrote yet, which is not saved."""

    VELDEN: ClassVar = ("tekst",)

    tekst = forms.CharField(max_length=5000, widget=forms.Textarea(attrs={"rows": 10}))

    def __init__(self, *args: Any, record: Verzoektekst, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.fields["tekst"].label = VRAAG_BIJ[Verzoekkop(record.kop)]
        self.fields[
            "tekst"
        ].help_text = (
            "Schrijf geen medische gegevens en niets wat in vertrouwen gezegd is: VDAB leest dit."
        )


class Planversieformulier(Bewerkformulier):
    VELDEN: ClassVar = ("op", "aanleiding")

    op = Datumveld(label="Van welke dag is deze versie?", initial=vandaag)
    aanleiding = forms.CharField(
        label="Waarom toen?",
        max_length=300,
        help_text=(
            "Bijvoorbeeld: opgemaakt bij de start, of bijgewerkt omdat de begeleidingspremie "
            "verandert."
        ),
    )
