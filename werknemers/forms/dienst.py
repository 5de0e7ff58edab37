"""The forms on a service."""

from typing import Any, ClassVar

from django import forms

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Formulier
from werknemers.domein.invoer.tekst import schoon
from werknemers.forms.velden import Leesveld
from werknemers.models import Dienst

_BEPERKINGEN = {"dienst_uniek": "naam"}


class NieuweDienstFormulier(Formulier):
    beperkingen: ClassVar[dict[str, str]] = _BEPERKINGEN

    naam = Leesveld(label="Naam van de nieuwe dienst", max_length=100, lees=schoon)


class DienstFormulier(Bewerkformulier):
    beperkingen: ClassVar[dict[str, str]] = _BEPERKINGEN

    naam = Leesveld(label="Naam", max_length=100, lees=schoon)
    actief = forms.BooleanField(
        label="Deze dienst is open",
        required=False,
        help_text=(
            "Zet dit uit om de dienst te sluiten. Wie er werkt, blijft er werken. Voor een nieuw "
            "contract kun je de dienst dan niet meer kiezen."
        ),
    )

    def begin(self, record: Dienst) -> dict[str, Any]:
        return {"naam": record.naam, "actief": record.actief}
