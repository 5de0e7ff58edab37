"""A goal of the plan."""

from typing import Any, ClassVar

from django import forms

from doorstroom.gedeeld.bewerkformulier import Bewerkformulier
from doorstroom.gedeeld.formulieren import Datumveld
from trajects.domein.doelen import Doelvelden
from trajects.keuzes import Standdoel, Thema
from trajects.models import Doel


class Doelformulier(Bewerkformulier):
    """A new goal is open; an existing one can be reached or let go."""

    VELDEN: ClassVar = ("titel", "thema", "tegen", "stand", "resultaat")

    titel = forms.CharField(
        label="Wat willen jullie bereiken?",
        max_length=200,
        help_text="Bijvoorbeeld: zelf een warme maaltijd bereiden.",
    )
    thema = forms.ChoiceField(
        label="Waar gaat het over?",
        choices=[("", "Kies een thema"), *Thema.choices],
        required=False,
    )
    tegen = Datumveld(label="Tegen wanneer?", required=False)
    stand = forms.ChoiceField(label="Hoe staat het ermee?", choices=Standdoel.choices)
    resultaat = forms.CharField(
        label="Wat is het resultaat?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, record: Doel | None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        if record is None:
            del self.fields["stand"], self.fields["resultaat"]

    def begin(self, record: Doel) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN}

    def velden(self) -> Doelvelden:
        """What the domain wants to know; only of a valid form."""
        gekozen = {veld: self.cleaned_data[veld] for veld in self.VELDEN if veld in self.fields}
        return Doelvelden(**gekozen)  # type: ignore[typeddict-item]
