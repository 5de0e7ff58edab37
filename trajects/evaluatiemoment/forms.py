"""What a person fills in about a review: that it was held, moves to another day, or is not needed.

The forms about the next one carry in `van` the day that their user saw it on.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar, Final

from crispy_forms.layout import HTML, Div, Layout
from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld, Formulier
from gedeeld.tijd import vandaag
from trajects.evaluatiemoment.evaluatiemomenten import Afspraak
from trajects.keuzes import Afspraaksoort, Wie
from trajects.models import Evaluatiemoment

_IN_HET_PLAN: Final = (
    "<h3>Zet afspraken in het plan</h3>"
    "<p>Wat je hier invult, komt meteen in het plan. Wie het plan leest, leest dit ook.</p>"
)
# So many agreements become goals or actions at once; the plan takes more.
AFSPRAKEN: Final = 4
_GEHOUDEN: Final = {"evaluatiemoment_per_dag": "afgehandeld_op"}


def _gehouden_op() -> Datumveld:
    return Datumveld(label="Op welke dag was de evaluatie?", initial=vandaag)


def _verslag() -> forms.CharField:
    return forms.CharField(
        label="Wat spraken jullie af, in je eigen woorden?",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=("Dit lees je de volgende keer terug. Schrijf geen medische gegevens."),
    )


class _OverEenDag(Formulier):
    """About the review of the day `van`; None when none was due."""

    van = forms.DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, van: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["van"].initial = van and van.isoformat()


class Gehoudenformulier(_OverEenDag):
    """It was held, with what was agreed; each line that is filled in goes into the plan."""

    beperkingen: ClassVar = _GEHOUDEN

    afgehandeld_op = _gehouden_op()
    afspraken = _verslag()

    def __init__(self, *args: Any, voornaam: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["afgehandeld_op"].widget.attrs["max"] = vandaag().isoformat()
        lijnen = []
        for nummer in range(1, AFSPRAKEN + 1):
            self.fields |= _afspraakvelden(nummer, voornaam)
            lijnen.append(_afspraak_op_het_scherm(nummer, dicht=not self._begonnen(nummer)))
        self.helper.layout = Layout("afgehandeld_op", "afspraken", HTML(_IN_HET_PLAN), *lijnen)

    def clean(self) -> dict[str, Any]:
        for nummer in range(1, AFSPRAKEN + 1):
            self._kijk_na(nummer)
        return self.cleaned_data

    def gegevens(self) -> dict[str, Any]:
        velden = ("van", "afgehandeld_op", "afspraken")
        return {naam: self.cleaned_data[naam] for naam in velden} | {"in_plan": [*self._lijnen()]}

    def _begonnen(self, nummer: int) -> bool:
        """Whether somebody filled in something of this line."""
        return any(self.data.get(f"{naam}_{nummer}") for naam in ("wat", "tegen", "naam"))

    def _kijk_na(self, nummer: int) -> None:
        lijn = self._lijn(nummer)
        if not lijn["wat"] and (lijn["tegen"] or lijn["wie_naam"]):
            self.add_error(f"wat_{nummer}", "Zeg wat jullie afspraken, of maak deze lijn leeg.")
        actie = lijn["soort"] != Afspraaksoort.DOEL
        if actie and lijn["wat"] and lijn["wie"] == Wie.DERDE and not lijn["wie_naam"]:
            self.add_error(f"naam_{nummer}", "Zeg wie dit doet.")

    def _lijnen(self) -> Iterator[Afspraak]:
        lijnen = (self._lijn(nummer) for nummer in range(1, AFSPRAKEN + 1))
        yield from (lijn for lijn in lijnen if lijn["wat"])

    def _lijn(self, nummer: int) -> Afspraak:
        velden = self.cleaned_data
        wie = velden.get(f"wie_{nummer}") or Wie.BEGELEIDER
        naam = velden.get(f"naam_{nummer}") or ""
        return Afspraak(
            soort=velden.get(f"soort_{nummer}") or Afspraaksoort.ACTIE,
            wat=velden.get(f"wat_{nummer}") or "",
            wie=wie,
            wie_naam=naam if wie == Wie.DERDE else "",
            tegen=velden.get(f"tegen_{nummer}"),
        )


def _afspraakvelden(nummer: int, voornaam: str) -> dict[str, forms.Field]:
    wie = [(w.value, voornaam if w == Wie.WERKNEMER else w.label) for w in Wie]
    return {
        f"wat_{nummer}": forms.CharField(
            label="Wat gaan jullie doen?", max_length=200, required=False
        ),
        f"soort_{nummer}": forms.ChoiceField(
            label="Dat wordt in het plan", choices=Afspraaksoort.choices, required=False
        ),
        f"tegen_{nummer}": Datumveld(label="Tegen wanneer?", required=False),
        f"wie_{nummer}": forms.ChoiceField(label="Wie doet dit?", choices=wie, required=False),
        f"naam_{nummer}": forms.CharField(
            label="Naam, als iemand anders het doet", max_length=120, required=False
        ),
    }


def _afspraak_op_het_scherm(nummer: int, *, dicht: bool) -> Div:
    """The first stands there, the others fold open."""
    paren = ((f"soort_{nummer}", f"tegen_{nummer}"), (f"wie_{nummer}", f"naam_{nummer}"))
    velden = (f"wat_{nummer}", *(Div(*paar, css_class="veldpaar") for paar in paren))
    if nummer == 1:
        return Div(*velden)
    stand = "" if dicht else " open"
    begin = f'<details class="waarom"{stand}><summary>nog een afspraak ({nummer})</summary>'
    return Div(HTML(begin), *velden, HTML("</details>"))


class Verzetformulier(_OverEenDag):
    """Another day, with the reason; a first day needs none."""

    naar = Datumveld(label="Naar welke dag?")
    reden = forms.CharField(
        label="Waarom?",
        max_length=500,
        help_text="Bijvoorbeeld: eerst de stage afwachten. Schrijf geen medische gegevens.",
    )

    def __init__(self, *args: Any, van: date | None, **kwargs: Any) -> None:
        super().__init__(*args, van=van, **kwargs)
        self.fields["naar"].widget.attrs["min"] = vandaag().isoformat()
        if van is None:
            self.fields["naar"].label = "Op welke dag?"
            self.fields["reden"].required = False
            self.fields["reden"].widget = forms.HiddenInput()


class Vrijstelformulier(_OverEenDag):
    reden = forms.CharField(
        label="Waarom is deze evaluatie niet nodig?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="De volgende telt vanaf deze dag. Schrijf geen medische gegevens.",
    )


class Verslagformulier(Bewerkformulier):
    """Mends what was written about one that was held."""

    VELDEN: ClassVar = ("afgehandeld_op", "afspraken")
    beperkingen: ClassVar = _GEHOUDEN

    afgehandeld_op = _gehouden_op()
    afspraken = _verslag()

    def __init__(self, *args: Any, record: Evaluatiemoment, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.fields["afgehandeld_op"].widget.attrs["max"] = vandaag().isoformat()


class Heropenformulier(Bewerkformulier):
    """Asks whether it was not held after all, or is needed."""

    VELDEN: ClassVar = ()

    def getoond(self, record: Evaluatiemoment) -> dict[str, str]:
        return {"Stand": record.get_stand_display(), "Afspraken": record.afspraken}
