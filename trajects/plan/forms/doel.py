"""A goal of the plan, and how it ended."""

from typing import Any, ClassVar, TypedDict

from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from trajects.keuzes import Standdoel, Thema
from trajects.models import Doel
from trajects.plan.doelen import Doelvelden


class Doelformulier(Bewerkformulier):
    VELDEN: ClassVar = ("titel", "thema", "tegen")

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

    def begin(self, record: Doel) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN}

    def velden(self) -> Doelvelden:
        """What the domain wants to know; only of a valid form."""
        return Doelvelden(**{veld: self.cleaned_data[veld] for veld in self.VELDEN})  # type: ignore[typeddict-item]


class Slot(TypedDict):
    stand: str
    resultaat: str


class Doelsluiting(Bewerkformulier):
    """How a goal ended."""

    stand = forms.ChoiceField(
        label="Hoe liep het af?",
        choices=[(stand.value, stand.label) for stand in (Standdoel.BEREIKT, Standdoel.LOSGELATEN)],
        widget=forms.RadioSelect,
    )
    resultaat = forms.CharField(
        label="Vertel er iets bij",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wat lukt er nu? Of waarom laten jullie het los?",
    )

    def begin(self, record: Doel) -> dict[str, Any]:
        stand = Standdoel.BEREIKT if record.stand == Standdoel.OPEN else record.stand
        return {"stand": stand, "resultaat": record.resultaat}

    def getoond(self, record: Doel) -> dict[str, str]:
        return {"Stand": record.get_stand_display()}

    def slot(self) -> Slot:
        """What the domain wants to know; only of a valid form."""
        return Slot(stand=self.cleaned_data["stand"], resultaat=self.cleaned_data["resultaat"])
