"""Leaving: where to, on whose initiative and why; what was a mistake; and the year after."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any, ClassVar, Final

from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier, Verwijderformulier
from gedeeld.formulieren import Datumveld
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit
from trajects.keuzes import LOPENDE_FASEN, Bestemming, Fase, Initiatief, Nazorgresultaat
from trajects.models import Nazorgmoment, Uitstroom
from trajects.rechten import mag_contract_afsluiten
from trajects.traject.aandacht import vorige_fase
from trajects.uitstroom.bewijsstukken import Bewijsstuk, bewijsstukken
from trajects.uitstroom.uitstromen import VRAAG_MOTIEF
from trajects.uitstroom.vervangingsvenster import Venster, lees_venster
from trajects.werk.forms import Werkgeverkeuze, stel_werkgevers_voor
from werknemers.domein.invoer.getallen import lees_breuk
from werknemers.forms.velden import KeuzelijstDieToont, Leesveld
from werknemers.keuzes import SoortContract
from werknemers.models import Werknemer

_VERVANGING: Final = HTML("{% include 'trajects/uitstroom/uitstroom_vervanging.html' %}")
_LEES_EERST: Final = (
    "De werkgever neemt het initiatief rond een dalende of gestopte premie. Lees wat er onder "
    "“Wie nam het initiatief?” staat, en bewaar daarna opnieuw."
)
_KIES: Final = ("", "Kies …")


class Initiatiefkeuze(KeuzelijstDieToont):
    toont: ClassVar = {Initiatief.WERKGEVER.value: "werkgever"}


def _breuk(breuk: Any) -> str:
    """0,8 for 0.800000"""
    return f"{breuk.normalize():f}".replace(".", ",")


class Uitstroomformulier(Bewerkformulier):
    """`sluit_contracten` is asked only of who may change contracts, at the first registration.

    When the employer ends it around a falling or ended premium, the form shows `venster` with
    `bewijzen`, asks for the motive, and is refused until that was on the screen (`gelezen`).
    """

    VELDEN: ClassVar = (
        "datum", "bestemming", "functie", "soort_contract", "breuk",
        "initiatief", "reden", "motief",
    )  # fmt: skip

    datum = Datumveld(label="Laatste dag in dienst")
    bestemming = forms.ChoiceField(label="Waar naartoe?", choices=[_KIES, *Bestemming.choices])
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
    initiatief = forms.ChoiceField(
        label="Wie nam het initiatief?",
        choices=[_KIES, *Initiatief.choices],
        widget=Initiatiefkeuze,
    )
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
        help_text="Waarom beëindigt de werkgever het contract?",
    )
    sluit_contracten = forms.BooleanField(
        label="Sluit het contract af op deze dag",
        required=False,
        initial=True,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(
        self,
        *args: Any,
        werknemer: Werknemer,
        door: Gebruiker,
        record: Uitstroom | None,
        uit_adres: Mapping[str, str],
    ) -> None:
        """`uit_adres` may fill in the day and who took the initiative."""
        super().__init__(*args, record=record, initial=_uit_adres(uit_adres))
        self.werknemer = werknemer
        self.is_nieuw = record is None
        self._vensters: dict[date, Venster | None] = {}
        stel_werkgevers_voor(self, door)
        velden: list[Any] = [
            Div("datum", "bestemming", css_class="veldpaar"),
            Div("werkgever", "functie", css_class="veldpaar"),
            Div("soort_contract", "breuk", css_class="veldpaar"),
            "initiatief",
            _VERVANGING,
            Div("motief", css_class="bij-werkgever"),
            "reden",
        ]
        if record is None and mag_contract_afsluiten(door):
            velden.append("sluit_contracten")
        else:
            del self.fields["sluit_contracten"]
        self.helper.layout = Layout(*velden)

    def begin(self, record: Uitstroom) -> dict[str, Any]:
        werkgever = record.werkgever.label if record.werkgever else ""
        return super().begin(record) | {"werkgever": werkgever}

    @property
    def venster(self) -> Venster | None:
        """The window that asks for a motive, for what is filled in now."""
        ingevuld = self._ingevuld()
        dag = ingevuld.get("datum")
        if ingevuld.get("initiatief") != Initiatief.WERKGEVER or dag is None:
            return None
        if dag not in self._vensters:
            self._vensters[dag] = lees_venster(self.werknemer, dag)
        return self._vensters[dag]

    @property
    def bewijzen(self) -> list[Bewijsstuk]:
        """What is on file, as things stand on the last day in service."""
        return bewijsstukken(self.werknemer, self._ingevuld()["datum"])

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = dict(super().clean() or {})
        venster = self.venster
        if venster is not None:
            if self.data.get("gelezen") != venster.keerpunt.dag.isoformat():
                self.add_error(None, _LEES_EERST)
            if not gegevens.get("motief"):
                self.add_error("motief", VRAAG_MOTIEF)
        return gegevens

    def gegevens(self) -> dict[str, Any]:
        """`sluit_contracten` only of a first registration."""
        gegevens = super().gegevens() | {"werkgever": self.cleaned_data["werkgever"]}
        if self.is_nieuw:
            gegevens["sluit_contracten"] = self.cleaned_data.get("sluit_contracten", False)
        return gegevens

    def _ingevuld(self) -> Mapping[str, Any]:
        """What was sent and could be read, or else what the form begins with."""
        return self.cleaned_data if self.is_bound and self.errors is not None else self.initial


class Vergissingformulier(Verwijderformulier):
    """Asks before an outflow is taken back, and where a trajectory in aftercare then goes on."""

    naar_fase = forms.ChoiceField(
        label="In welke fase gaat het traject verder?",
        choices=[(fase.value, fase.label) for fase in LOPENDE_FASEN],
    )

    def __init__(self, *args: Any, record: Uitstroom, **kwargs: Any) -> None:
        traject = record.traject
        begin = {"naar_fase": vorige_fase(traject) if traject else ""}
        super().__init__(*args, record=record, initial=begin, **kwargs)
        if traject is None or traject.fase != Fase.NAZORG:
            del self.fields["naar_fase"]

    def gegevens(self) -> dict[str, Any]:
        return {"naar_fase": self.cleaned_data.get("naar_fase", "")}

    def getoond(self, record: Uitstroom) -> dict[str, str]:
        return {
            "Laatste dag in dienst": datum_voluit(record.datum),
            "Waar naartoe": record.get_bestemming_display(),
        }


def _uit_adres(adres: Mapping[str, str]) -> dict[str, Any]:
    """What of an address can be a day or an initiative."""
    gevonden: dict[str, Any] = {}
    if adres.get("initiatief") in Initiatief.values:
        gevonden["initiatief"] = adres["initiatief"]
    with suppress(ValidationError):
        dag = Datumveld(required=False).clean(adres.get("datum"))
        gevonden |= {"datum": dag} if dag else {}
    return gevonden


_TOCH_NIET: Final = ("", "dit was een vergissing, nog niets gehoord")


class Nazorgformulier(Bewerkformulier):
    """An answer that was already there can be taken back."""

    VELDEN: ClassVar = ("resultaat", "gemeten_op", "wat_gedaan")

    resultaat = forms.ChoiceField(
        label="Hoe gaat het?", choices=Nazorgresultaat.choices, widget=forms.RadioSelect
    )
    gemeten_op = Datumveld(label="Op welke dag hoorde of probeerde je dat?", initial=vandaag)
    wat_gedaan = forms.CharField(
        label="Wat heb je gedaan of afgesproken?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Zonder medische gegevens.",
    )

    def __init__(self, *args: Any, record: Nazorgmoment, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        resultaat = self.fields["resultaat"]
        if record.resultaat and isinstance(resultaat, forms.ChoiceField):
            resultaat.choices = [*Nazorgresultaat.choices, _TOCH_NIET]
            resultaat.required = False

    def begin(self, record: Nazorgmoment) -> dict[str, Any]:
        ingevuld = self.VELDEN if record.resultaat else ("resultaat", "wat_gedaan")
        return {veld: getattr(record, veld) for veld in ingevuld}
