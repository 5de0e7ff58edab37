"""A goal of the plan, and how it ended."""

from typing import Any, ClassVar

from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from trajects.keuzes import Standdoel, Thema
from trajects.models import Doel


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


class Doelsluiting(Bewerkformulier):
    """How a goal ended."""

    VELDEN = ("stand", "resultaat")

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
