"""Leaving, and the moments of aftercare."""

from typing import Any, ClassVar

from crispy_forms.layout import HTML, Div, Layout
from django import forms

from doorstroom.gedeeld.bewerkformulier import Bewerkformulier
from doorstroom.gedeeld.formulieren import DatumInvoer, Datumveld
from doorstroom.gedeeld.tijd import vandaag
from gebruikers.models import Gebruiker
from trajects.domein.uitstromen import Uitstroomgegevens
from trajects.forms.werkgeverkeuze import Werkgeverkeuze, stel_werkgevers_voor
from trajects.keuzes import Bestemming, Initiatief, Nazorgresultaat
from trajects.models import Nazorgmoment, Uitstroom
from werknemers.domein.invoer.getallen import lees_breuk
from werknemers.forms.velden import Leesveld
from werknemers.keuzes import SoortContract
from werknemers.rechten import mag_werknemers_bewerken

_VENSTER = HTML("{% include 'trajects/inplaats_erbij/venster.html' %}")


def _breuk(breuk: Any) -> str:
    """0,8 for 0.800000"""
    return f"{breuk.normalize():f}".replace(".", ",")


class Uitstroomformulier(Bewerkformulier):
    """`sluit_contracten` is asked only of who may change contracts, at the first registration."""

    VELDEN: ClassVar = (
        "datum", "bestemming", "functie", "soort_contract", "breuk",
        "initiatief", "reden", "motief",
    )  # fmt: skip

    datum = Datumveld(label="Laatste dag in dienst")
    bestemming = forms.ChoiceField(label="Waar naartoe?", choices=Bestemming.choices)
    werkgever = Werkgeverkeuze(label="Nieuwe werkgever", required=False)
    functie = forms.CharField(label="Nieuwe functie", max_length=120, required=False)
    soort_contract = forms.ChoiceField(
        label="Soort contract",
        choices=[("", "Nog niet bekend"), *SoortContract.choices],
        required=False,
    )
    breuk = Leesveld(
        label="Tewerkstellingsbreuk",
        required=False,
        max_length=20,
        lees=lees_breuk,
        toon=_breuk,
        help_text="Schrijf 0,8 of 80% of 30,4/38. Voltijds is 1.",
    )
    initiatief = forms.ChoiceField(label="Wie nam het initiatief?", choices=Initiatief.choices)
    reden = forms.CharField(
        label="Waarom?",
        max_length=500,
        required=False,
        help_text="In één zin, zonder medische gegevens.",
    )
    motief = forms.CharField(
        label="Motief van de werkgever",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen als de werkgever het initiatief neemt.",
    )
    sluit_contracten = forms.BooleanField(
        label="Sluit het contract af op deze dag",
        required=False,
        initial=True,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(
        self, *args: Any, door: Gebruiker, record: Uitstroom | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        stel_werkgevers_voor(self, door)
        velden: list[Any] = [
            Div("datum", "bestemming", css_class="veldpaar"),
            Div("werkgever", "functie", css_class="veldpaar"),
            Div("soort_contract", "breuk", css_class="veldpaar"),
            Div("initiatief", css_class="veldpaar"),
            "reden",
            _VENSTER,
            "motief",
        ]
        if record is None and mag_werknemers_bewerken(door):
            velden.append("sluit_contracten")
        else:
            del self.fields["sluit_contracten"]
        self.helper.layout = Layout(*velden)

    def begin(self, record: Uitstroom) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN} | {
            "werkgever": record.werkgever.label if record.werkgever else ""
        }

    def gegevens(self) -> Uitstroomgegevens:
        """What the domain wants to know; only of a valid form."""
        velden = {veld: self.cleaned_data[veld] for veld in self.VELDEN}
        return Uitstroomgegevens(**velden, werkgever=self.cleaned_data["werkgever"])  # type: ignore[typeddict-item]


class Nazorgformulier(Bewerkformulier):
    VELDEN: ClassVar = ("resultaat", "gemeten_op", "wat_gedaan")

    resultaat = forms.ChoiceField(
        label="Hoe gaat het?", choices=Nazorgresultaat.choices, widget=forms.RadioSelect
    )
    gemeten_op = Datumveld(
        label="Op welke dag hoorde je dat?", widget=DatumInvoer({"class": "form-control"})
    )
    wat_gedaan = forms.CharField(
        label="Wat heb je gedaan of afgesproken?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.initial.get("gemeten_op"):
            self.initial["gemeten_op"] = vandaag()

    def begin(self, record: Nazorgmoment) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in self.VELDEN}
