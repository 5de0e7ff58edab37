"""The job target: to change it, or to choose another one."""

from typing import Any, ClassVar, cast

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from gedeeld.bewerkformulier import Bewerkformulier
from trajects.keuzes import Haalbaarheid, Sector, SoortWerk
from trajects.models import Jobdoelwit
from trajects.traject.jobdoelwitten import AnderJobdoelwit, Doelgegevens


def _keuze(label: str, keuzes: list[tuple[str, str]], **opties: Any) -> forms.ChoiceField:
    """A choice that may stay open."""
    met_leeg = [("", "Nog niet gekozen"), *keuzes]
    return forms.ChoiceField(label=label, choices=met_leeg, required=False, **opties)


def _tekst(label: str, help_text: str = "") -> forms.CharField:
    vak = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, help_text=help_text, max_length=2000, required=False, widget=vak
    )


def _redenveld() -> forms.CharField:
    return forms.CharField(
        label="Waarom een ander jobdoelwit?",
        max_length=500,
        help_text="Het vorige blijft bewaard, met deze reden erbij.",
    )


class Jobdoelwitformulier(Bewerkformulier):
    """`record` None chooses a new target; with `vorige` that one ends, and says why.

    `doel` says which one was on the screen: somebody may have chosen another since.
    """

    VELDEN: ClassVar = (
        "titel", "sector", "soort_werk", "haalbaarheid", "waarom", "wat_ontbreekt",
    )  # fmt: skip

    doel = forms.IntegerField(widget=forms.HiddenInput, required=False)
    titel = forms.CharField(
        label="Naar welk werk?",
        max_length=200,
        help_text="Bijvoorbeeld: keukenhulp in een woonzorgcentrum.",
    )
    soort_werk = _keuze("Type werk", SoortWerk.choices)
    sector = _keuze("Sector", Sector.choices)
    haalbaarheid = _keuze("Hoe haalbaar is het?", Haalbaarheid.choices)
    waarom = _tekst("Waarom dit werk?")
    wat_ontbreekt = _tekst("Wat is nog nodig?", "Bijvoorbeeld: een attest, een rijbewijs.")

    def __init__(
        self,
        *args: Any,
        record: Jobdoelwit | None,
        vorige: Jobdoelwit | None = None,
        wie: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        getoond = record or vorige
        self.initial["doel"] = getoond.pk if getoond else None
        self.fields["waarom"].help_text = f"Wat wil en kan {wie}? Schrijf het in eigen woorden."
        paar = Div("soort_werk", "sector", css_class="veldpaar")
        self.helper.layout = Layout("titel", paar, "haalbaarheid", "waarom", "wat_ontbreekt")
        if vorige is not None:
            self._vraag_reden()

    def begin(self, record: Jobdoelwit) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN}

    def neem_over(self, weigering: ValidationError) -> None:
        """What somebody else chose meanwhile is from now on what this choice replaces."""
        if isinstance(weigering, AnderJobdoelwit):
            data = cast(QueryDict, self.data).copy()
            data["doel"] = str(weigering.huidig.pk)
            self.data = data
            if "reden" not in self.fields:
                self._vraag_reden()
        super().neem_over(weigering)

    def _vraag_reden(self) -> None:
        self.fields["reden"] = _redenveld()
        self.helper.layout.insert(0, "reden")

    def gegevens(self) -> Doelgegevens:
        """What the domain wants to know; only of a valid form."""
        return Doelgegevens(**{veld: self.cleaned_data[veld] for veld in self.VELDEN})  # type: ignore[typeddict-item]
