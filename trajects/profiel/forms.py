"""Competences and talents: the own list, a whole round, one score, free words."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Final

from crispy_forms.layout import Div, Field, Layout
from django import forms

from gedeeld.bewerkformulier import Bewerkformulier, Verwijderformulier
from gedeeld.formulieren import Datumveld, Formulier
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_kort
from trajects.keuzes import SCORES
from trajects.models import Competentie, Competentiescore
from trajects.profiel.competentielijst import Competentievelden
from trajects.profiel.competentiescores import SCOREVELDEN, Scoregegevens, veld_van
from werknemers.models import Werknemer

_SCHAAL: Final = "trajects/profiel/veld_schaal.html"
_GEEN: Final = ("", "geen score")


def _scoreveld(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=[*SCORES, _GEEN],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


def _voorbeeldveld() -> forms.CharField:
    return forms.CharField(
        label="Voorbeeld: wat gebeurde er?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _datumveld() -> Datumveld:
    return Datumveld(label="Besproken op", initial=vandaag)


def zelf(werknemer: Werknemer) -> str:
    """How the side of the employee is called."""
    return f"{werknemer.voornaam} zelf"


class Competentieblok(Div):
    """The fields of one competence under its name; `div.competentie` in the template."""

    template = "trajects/profiel/veld_competentie.html"

    def __init__(self, competentie: Competentie, *velden: Any) -> None:
        super().__init__(*velden)
        self.competentie = competentie


class Rondeformulier(Formulier):
    """All competences at once; only what is filled in counts."""

    datum = _datumveld()

    def __init__(
        self,
        *args: Any,
        competenties: Sequence[Competentie],
        werknemer: Werknemer,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.competenties = competenties
        blokken = []
        for competentie in competenties:
            begeleider, van_zelf, voorbeeld = (veld_van(competentie, veld) for veld in SCOREVELDEN)
            self.fields[begeleider] = _scoreveld("Begeleider")
            self.fields[van_zelf] = _scoreveld(zelf(werknemer))
            self.fields[voorbeeld] = _voorbeeldveld()
            blokken.append(Competentieblok(competentie, *_opmaak(begeleider, van_zelf, voorbeeld)))
        self.helper.layout = Layout(Div("datum", css_class="kort"), *blokken)

    def gegeven(self) -> dict[Competentie, Scoregegevens]:
        """What was said of each; only of a valid form."""
        return {
            competentie: _gegevens(
                self.cleaned_data[veld_van(competentie, veld)] for veld in SCOREVELDEN
            )
            for competentie in self.competenties
        }


class Scoreformulier(Bewerkformulier):
    """One score of one day."""

    beperkingen: ClassVar[dict[str, str]] = {"competentiescore_per_dag": "datum"}

    datum = _datumveld()
    score_begeleider = _scoreveld("Begeleider")
    score_werknemer = _scoreveld("Werknemer")
    voorbeeld = _voorbeeldveld()

    def __init__(self, *args: Any, record: Competentiescore, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.fields["score_werknemer"].label = zelf(record.werknemer)
        self.helper.layout = Layout(Div("datum", css_class="kort"), *_opmaak(*SCOREVELDEN))

    def begin(self, record: Competentiescore) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in ("datum", *SCOREVELDEN)}

    def gegevens(self) -> dict[str, Any]:
        gegevens = _gegevens(self.cleaned_data[veld] for veld in SCOREVELDEN)
        return {"datum": self.cleaned_data["datum"], "gegevens": gegevens}


class Scoreverwijdering(Verwijderformulier):
    def getoond(self, record: Competentiescore) -> dict[str, str]:
        return {
            "Dag": datum_kort(record.datum),
            "Begeleider": record.get_score_begeleider_display() or "",
            zelf(record.werknemer): record.get_score_werknemer_display() or "",
            "Voorbeeld": record.voorbeeld,
        }


def _gegevens(waarden: Iterable[Any]) -> Scoregegevens:
    """From the values of `SCOREVELDEN`, in that order."""
    return Scoregegevens(**dict(zip(SCOREVELDEN, waarden, strict=True)))  # type: ignore[typeddict-item]


def _opmaak(begeleider: str, van_zelf: str, voorbeeld: str) -> tuple[Any, ...]:
    """Both scales side by side, then the example."""
    schalen = (Field(naam, template=_SCHAAL) for naam in (begeleider, van_zelf))
    return (Div(*schalen, css_class="veldpaar"), voorbeeld)


_BEPERKINGEN: Final = {"competentie_uniek": "naam"}


def _naam(label: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=80)


def _omschrijving() -> forms.CharField:
    return forms.CharField(
        label="Waaraan zie je dit?",
        max_length=300,
        required=False,
        help_text="In woorden die ook de werknemer begrijpt. Dit staat onder de naam.",
    )


class NieuweCompetentie(Formulier):
    beperkingen: ClassVar[dict[str, str]] = _BEPERKINGEN

    naam = _naam("Naam van de nieuwe competentie")
    omschrijving = _omschrijving()


class Competentieformulier(Bewerkformulier):
    VELDEN = tuple(Competentievelden.__annotations__)
    beperkingen: ClassVar[dict[str, str]] = _BEPERKINGEN

    naam = _naam("Naam")
    omschrijving = _omschrijving()
    actief = forms.BooleanField(
        label="Staat in nieuwe rondes",
        required=False,
        help_text="Zet dit uit als jullie dit niet meer bespreken. De scores van vroeger blijven.",
    )


class Talentformulier(Formulier):
    woorden = forms.CharField(
        label="Talenten",
        max_length=500,
        help_text=(
            "In eigen woorden, bijvoorbeeld: geduldig met kinderen. "
            "Zet een komma tussen twee talenten."
        ),
        error_messages={"required": "Zeg waar deze persoon goed in is."},
    )

    def gesplitst(self) -> list[str]:
        """The talents one by one; only of a valid form."""
        return str(self.cleaned_data["woorden"]).split(",")
