"""The forms on what the payroll office counted: typed for one employee, or a list of many."""

from typing import Any, ClassVar, Final

from crispy_forms.layout import Div, Layout

from gedeeld.bewerkformulier import Verwijderformulier
from gedeeld.formulieren import Formulier
from gedeeld.weergeven import bedrag, getal
from werknemers.domein.invoer.getallen import lees_referteloon, lees_uren
from werknemers.domein.invoer.kwartaalcel import lees_kwartaal
from werknemers.domein.loonopgaven import Loongegevens
from werknemers.forms.nakijken import Nakijkformulier
from werknemers.forms.velden import (
    REKENBLADEN,
    Leesveld,
    is_ingevuld,
    lees_bytes,
    plakveld,
    rekenbladveld,
)
from werknemers.models import Loonopgave

GEPLAKT: Final = "geplakt.csv"


class Loonopgaveformulier(Nakijkformulier):
    beperkingen: ClassVar[dict[str, str]] = {"loonopgave_een_per_kwartaal": "kwartaal"}
    kwartaal = Leesveld(
        label="Kwartaal",
        max_length=20,
        lees=lees_kwartaal,
        toon=str,
        help_text="Bijvoorbeeld 2026-K3.",
    )
    referteloon = Leesveld(
        label="Referteloon van het kwartaal",
        max_length=20,
        lees=lees_referteloon,
        toon=getal,
        help_text="In euro: de brutolonen en de patronale bijdrage na verminderingen.",
    )
    betaalde_uren = Leesveld(
        label="Betaalde uren",
        required=False,
        max_length=20,
        lees=lees_uren,
        toon=getal,
        help_text="In dat kwartaal. Leeg? Dan tellen we alle uren van het contract.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Div("kwartaal", css_class="veldpaar"),
            Div("referteloon", "betaalde_uren", css_class="veldpaar"),
            "nagekeken",
        )

    def begin(self, record: Loonopgave) -> dict[str, Any]:
        return {
            "kwartaal": record.als_kwartaal,
            "referteloon": record.referteloon,
            "betaalde_uren": record.betaalde_uren,
        }

    def gegevens(self) -> Loongegevens:
        """What the domain wants to know; only of a valid form."""
        velden = self.cleaned_data
        return Loongegevens(
            kwartaal=velden["kwartaal"],
            referteloon=velden["referteloon"],
            betaalde_uren=velden["betaalde_uren"],
            nagekeken=velden["nagekeken"],
        )


class Loonopgaveverwijdering(Verwijderformulier):
    def getoond(self, record: Loonopgave) -> dict[str, str]:
        uren = record.betaalde_uren
        return {
            "Referteloon": bedrag(record.referteloon),
            "Betaalde uren": "" if uren is None else getal(uren),
        }


class Loonlijstformulier(Formulier):
    """A file, or what was copied out of one; what it holds, the import reads."""

    bestand = rekenbladveld(
        "Bestand van het sociaal secretariaat",
        required=False,
        help_text=f"{REKENBLADEN}, hoogstens 10 MB en 20.000 rijen.",
    )
    regels = plakveld(
        "Of plak de regels",
        10,
        "Eén regel per werknemer en kwartaal: personeelsnummer, kwartaal, referteloon en eventueel "
        "betaalde uren. Plakken uit Excel kan; typ je zelf, zet er dan puntkomma’s tussen.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout("bestand", "regels")

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        gevuld = [is_ingevuld(schoon.get(veld)) for veld in ("bestand", "regels")]
        if sum(gevuld) != 1:
            self.add_error("bestand", "Kies een bestand of plak de regels: een van de twee.")
        return schoon

    @property
    def inhoud(self) -> bytes:
        """As the import takes it."""
        bestand = self.cleaned_data["bestand"]
        return lees_bytes(bestand) if bestand else str(self.cleaned_data["regels"]).encode()

    @property
    def bestandsnaam(self) -> str:
        bestand = self.cleaned_data["bestand"]
        return str(bestand.name) if bestand else GEPLAKT
