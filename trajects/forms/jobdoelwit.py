"""The job target: to change it, or to choose another one."""

from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from doorstroom.gedeeld.bewerkformulier import Bewerkformulier
from trajects.domein.jobdoelwitten import Doelgegevens
from trajects.keuzes import Haalbaarheid, Sector, SoortWerk
from trajects.models import Jobdoelwit


def _keuze(label: str, keuzes: list[tuple[str, str]], **opties: Any) -> forms.ChoiceField:
    """A choice that may stay open."""
    met_leeg = [("", "Nog niet gekozen"), *keuzes]
    return forms.ChoiceField(label=label, choices=met_leeg, required=False, **opties)


def _tekst(label: str, help_text: str) -> forms.CharField:
    vak = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, help_text=help_text, max_length=2000, required=False, widget=vak
    )


class Jobdoelwitformulier(Bewerkformulier):
    """`record` None chooses a new target; with `vorige` that one ends, and says why."""

    VELDEN: ClassVar = (
        "titel", "sector", "soort_werk", "haalbaarheid", "waarom", "wat_ontbreekt",
    )  # fmt: skip

    titel = forms.CharField(
        label="Naar welk werk?",
        max_length=200,
        help_text="Bijvoorbeeld: keukenhulp in een woonzorgcentrum.",
    )
    soort_werk = _keuze("Type werk", SoortWerk.choices)
    sector = _keuze("Sector", Sector.choices)
    haalbaarheid = _keuze("Hoe haalbaar is het?", Haalbaarheid.choices)
    waarom = _tekst("Waarom dit werk?", "Wat wil en kan de werknemer, in eigen woorden?")
    wat_ontbreekt = _tekst("Wat is nog nodig?", "Bijvoorbeeld: een attest, een rijbewijs.")
    reden = forms.CharField(
        label="Waarom een ander jobdoelwit?",
        max_length=500,
        help_text="Het vorige blijft bewaard, met deze reden erbij.",
    )

    def __init__(
        self, *args: Any, record: Jobdoelwit | None, vorige: Jobdoelwit | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        velden = ["titel", Div("soort_werk", "sector", css_class="veldpaar"), "haalbaarheid"]
        velden += ["waarom", "wat_ontbreekt"]
        if record is not None or vorige is None:
            del self.fields["reden"]
        else:
            velden.insert(0, "reden")
        self.helper.layout = Layout(*velden)

    def begin(self, record: Jobdoelwit) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN}

    def gegevens(self) -> Doelgegevens:
        """What the domain wants to know; only of a valid form."""
        return Doelgegevens(**{veld: self.cleaned_data[veld] for veld in self.VELDEN})  # type: ignore[typeddict-item]
