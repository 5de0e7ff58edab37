"""The forms on what a service gets and pays."""

from datetime import date
from typing import Any, ClassVar, Final

from crispy_forms.layout import Div, Layout
from django import forms

from financiering.domein.bedragen import Brongegevens, Dienstpost, Omkaderinggegevens
from financiering.forms.velden import Gelddag, bedragveld
from financiering.keuzes import Dienstblad, Wijze
from financiering.models import Klaverbladbron, Omkadering
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.weergeven import getal

_TELT_VANAF: Final = "Een kwartaal telt mee als het bedrag geldt op de eerste dag ervan."


def _eerste_dag() -> Gelddag:
    return Gelddag(label="Eerste dag", help_text=_TELT_VANAF)


def _laatste_dag() -> Gelddag:
    return Gelddag(
        label="Laatste dag (t.e.m.)", required=False, help_text="Leeg? Dan loopt het door."
    )


def _index() -> forms.BooleanField:
    return forms.BooleanField(
        label="Stijgt mee met de index",
        required=False,
        help_text="Telt alleen in een scenario met een jaarlijkse index.",
    )


class _Postformulier(Bewerkformulier):
    VELDEN: ClassVar[tuple[str, ...]]

    def begin(self, record: Any) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN} | {
            "eerste_dag": record.geldig.van,
            "laatste_dag": record.geldig.laatste_dag,
        }

    def _schoon(self) -> dict[str, Any]:
        velden = (*self.VELDEN, "eerste_dag", "laatste_dag")
        return {veld: self.cleaned_data[veld] for veld in velden}


class Bronformulier(_Postformulier):
    VELDEN = ("blad", "omschrijving", "bedrag", "wijze", "geindexeerd")
    beperkingen: ClassVar[dict[str, str]] = {
        "klaverbladbron_geen_overlap": "eerste_dag",
        "klaverbladbron_bedrag": "bedrag",
    }

    blad = forms.ChoiceField(label="Soort inkomst", choices=Dienstblad.choices)
    omschrijving = forms.CharField(
        label="Omschrijving",
        required=False,
        max_length=120,
        help_text="Van wie of waarvoor, als er meer dan één is. Bijvoorbeeld: stad Gent.",
    )
    bedrag = bedragveld("Bedrag", "In euro per kwartaal. Krijg je het per jaar? Deel het door 4.")
    wijze = forms.ChoiceField(label="Hoe telt het?", choices=Wijze.choices, initial=Wijze.VAST)
    eerste_dag = _eerste_dag()
    laatste_dag = _laatste_dag()
    geindexeerd = _index()

    def __init__(self, *args: Any, record: Klaverbladbron | None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.helper.layout = Layout(
            Div("blad", "omschrijving", css_class="veldpaar"),
            Div("bedrag", "wijze", css_class="veldpaar"),
            Div("eerste_dag", "laatste_dag", css_class="veldpaar"),
            "geindexeerd",
        )

    def gegevens(self) -> Brongegevens:
        """What the domain wants to know; only of a valid form."""
        return Brongegevens(**self._schoon())  # type: ignore[typeddict-item]


class Omkaderingformulier(_Postformulier):
    VELDEN = ("bedrag_per_vte", "geindexeerd")
    beperkingen: ClassVar[dict[str, str]] = {
        "omkadering_geen_overlap": "eerste_dag",
        "omkadering_bedrag": "bedrag_per_vte",
    }

    bedrag_per_vte = bedragveld(
        "Omkadering per voltijdse job",
        "In euro per kwartaal: begeleiding, leiding en werkingsmiddelen samen.",
    )
    eerste_dag = _eerste_dag()
    laatste_dag = _laatste_dag()
    geindexeerd = _index()

    def __init__(self, *args: Any, record: Omkadering | None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.helper.layout = Layout(
            "bedrag_per_vte", Div("eerste_dag", "laatste_dag", css_class="veldpaar"), "geindexeerd"
        )

    def gegevens(self) -> Omkaderinggegevens:
        """What the domain wants to know; only of a valid form."""
        return Omkaderinggegevens(**self._schoon())  # type: ignore[typeddict-item]


class _Vraagformulier(Bewerkformulier):
    """A question about an amount that stays what it is."""

    def begin(self, record: Dienstpost) -> dict[str, Any]:
        return {}

    def getoond(self, record: Dienstpost) -> dict[str, str]:
        bedrag = record.bedrag if isinstance(record, Klaverbladbron) else record.bedrag_per_vte
        return {"Bedrag": getal(bedrag), "Geldig": str(record.geldig)}


class Vervolgformulier(_Vraagformulier):
    vanaf = Gelddag(label="Vanaf", help_text=_TELT_VANAF)
    bedrag = bedragveld("Nieuw bedrag", "In euro per kwartaal.")

    def gegevens(self) -> dict[str, Any]:
        return {"vanaf": self.cleaned_data["vanaf"], "bedrag": self.cleaned_data["bedrag"]}


class Eindeformulier(_Vraagformulier):
    laatste_dag = Gelddag(label="Laatste dag (t.e.m.)", help_text=_TELT_VANAF)

    def begin(self, record: Dienstpost) -> dict[str, Any]:
        return {"laatste_dag": record.geldig.laatste_dag}

    def gegevens(self) -> date:
        dag: date = self.cleaned_data["laatste_dag"]
        return dag


class Wegformulier(_Vraagformulier):
    """Holds nothing but what the user saw; a removal counts for that only."""
