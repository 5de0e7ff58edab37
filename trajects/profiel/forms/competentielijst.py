"""The own competences of an organisation."""

from typing import Any, ClassVar, Final

from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Formulier
from trajects.models import Competentie
from trajects.profiel.competentielijst import Competentievelden

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
    beperkingen: ClassVar[dict[str, str]] = _BEPERKINGEN

    naam = _naam("Naam")
    omschrijving = _omschrijving()
    actief = forms.BooleanField(
        label="Staat in nieuwe rondes",
        required=False,
        help_text="Zet dit uit als jullie dit niet meer bespreken. De scores van vroeger blijven.",
    )

    def begin(self, record: Competentie) -> dict[str, Any]:
        return {veld: getattr(record, veld) for veld in Competentievelden.__annotations__}

    def gegevens(self) -> Competentievelden:
        """What the domain wants to know; only of a valid form."""
        velden = Competentievelden.__annotations__
        return Competentievelden(**{veld: self.cleaned_data[veld] for veld in velden})  # type: ignore[typeddict-item]
