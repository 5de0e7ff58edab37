"""An action of the plan: what, who, by when; and how it ended."""

from typing import Any, cast

from crispy_forms.layout import Div, Layout
from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import DatumInvoer, Datumveld
from gedeeld.tijd import vandaag
from trajects.keuzes import Wie
from trajects.models import Actie, Doel, Randvoorwaarde


class Actieformulier(Bewerkformulier):
    """`doelen` and `randvoorwaarden` are those that the action can hang on."""

    VELDEN = ("wat", "wie", "wie_naam", "tegen")

    wat = forms.CharField(
        label="Wat moet er gebeuren?",
        max_length=300,
        help_text="Bijvoorbeeld: het cv aanvullen.",
    )
    wie = forms.ChoiceField(
        label="Wie doet dit?",
        choices=Wie.choices,
        initial=Wie.BEGELEIDER,
        widget=forms.RadioSelect,
    )
    wie_naam = forms.CharField(
        label="Naam, als iemand anders het doet",
        max_length=120,
        required=False,
        help_text="Bijvoorbeeld: de sociale dienst.",
    )
    tegen = Datumveld(label="Tegen wanneer?", required=False)
    doel = forms.ModelChoiceField(
        Doel.objects.none(), label="Bij welk doel?", required=False, empty_label="Een losse actie"
    )
    randvoorwaarde = forms.ModelChoiceField(
        Randvoorwaarde.objects.none(),
        label="Voor welke randvoorwaarde?",
        required=False,
        empty_label="Geen",
        help_text="Gaat het over gezondheid? Schrijf geen medische gegevens.",
    )

    def __init__(
        self, *args: Any, record: Actie | None, doelen: Any, randvoorwaarden: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        for naam, keuzes in (("doel", doelen), ("randvoorwaarde", randvoorwaarden)):
            cast("forms.ModelChoiceField[Any]", self.fields[naam]).queryset = keuzes
        self.helper.layout = Layout(
            "wat",
            "wie",
            "wie_naam",
            "tegen",
            Div("doel", "randvoorwaarde", css_class="veldpaar"),
        )

    def begin(self, record: Actie) -> dict[str, Any]:
        hangt_aan = {"doel": record.doel_id, "randvoorwaarde": record.randvoorwaarde_id}
        return super().begin(record) | hangt_aan

    def gegevens(self) -> dict[str, Any]:
        velden = self.cleaned_data
        hangt_aan = {"doel": velden["doel"], "randvoorwaarde": velden["randvoorwaarde"]}
        zonder_naam = {} if velden["wie"] == Wie.DERDE else {"wie_naam": ""}
        return super().gegevens() | hangt_aan | zonder_naam


class Actiesluiting(Bewerkformulier):
    """How an action ended. One click sends it without `gezien`: the user saw no form."""

    def getoond(self, record: Actie) -> dict[str, str]:
        return {"Stand": record.get_stand_display()}

    def gegevens(self) -> dict[str, Any]:
        return super().gegevens() | {"gezien": self.gezien_op if "gezien" in self.data else None}


class Gedaanformulier(Actiesluiting):
    """When it was done, and perhaps what came of it."""

    VELDEN = ("op", "resultaat")

    op = Datumveld(label="Gedaan op", widget=DatumInvoer({"class": "form-control"}))
    resultaat = forms.CharField(
        label="Wat is het resultaat?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].widget.attrs["max"] = vandaag().isoformat()

    def begin(self, record: Actie) -> dict[str, Any]:
        return {"op": record.gedaan_op or vandaag(), "resultaat": record.resultaat}


class Vervallenformulier(Actiesluiting):
    VELDEN = ("reden",)

    reden = forms.CharField(
        label="Waarom is deze actie niet meer nodig?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def begin(self, record: Actie) -> dict[str, Any]:
        return {"reden": record.resultaat}
