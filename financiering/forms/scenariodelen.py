"""The forms on inflow and on a changed amount in a scenario."""

from typing import Any, ClassVar

from crispy_forms.layout import Div, Layout
from django import forms

from financiering.domein.scenariodelen import Bladgegevens, Instroomgegevens
from financiering.forms.velden import bedragveld, breukveld, loonveld, zet_diensten
from financiering.keuzes import Dienstblad, Scenariopakket, Wijze
from financiering.models import Scenarioblad, Scenarioinstroom
from financiering.models.scenario import MEESTE_STARTERS
from gebruikers.models import Gebruiker
from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.formulieren import Datumveld
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Dienst


class _Deelformulier(Bewerkformulier):
    """`record` None adds one; the services are those of who asks."""

    VELDEN: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, door: Gebruiker, record: Any, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        zet_diensten(self.fields["dienst"], door, record.dienst_id if record else None)

    def begin(self, record: Any) -> dict[str, Any]:
        velden = {veld: getattr(record, veld) for veld in self.VELDEN if veld != "dienst"}
        return velden | {"dienst": record.dienst_id}

    def _schoon(self) -> Any:
        return {veld: self.cleaned_data[veld] for veld in self.VELDEN}


class Instroomformulier(_Deelformulier):
    VELDEN = tuple(Instroomgegevens.__annotations__)
    beperkingen: ClassVar[dict[str, str]] = {
        "scenarioinstroom_aantal": "aantal",
        "scenarioinstroom_breuk": "tewerkstellingsbreuk",
        "scenarioinstroom_loon": "bruto_maandloon",
    }

    dienst = forms.ModelChoiceField(
        Dienst.objects.none(), label="Dienst", empty_label="Kies een dienst"
    )
    van = Datumveld(label="Eerste werkdag")
    aantal = forms.IntegerField(
        label="Hoeveel mensen?", min_value=1, max_value=MEESTE_STARTERS, initial=1
    )
    elk_jaar = forms.BooleanField(
        label="Elk jaar evenveel",
        required=False,
        help_text="Gespreid over het jaar. Wie start, vertrekt op het einde van de eigen "
        "ondersteuning.",
    )
    pakket = forms.ChoiceField(
        label="Pakket", choices=Scenariopakket.choices, initial=Scenariopakket.IMW_5
    )
    niveau = forms.ChoiceField(
        label="Begeleidingsniveau",
        choices=Begeleidingsniveau.choices,
        initial=Begeleidingsniveau.MIDDEN,
    )
    tewerkstellingsbreuk = breukveld(initial="1")
    bruto_maandloon = loonveld()

    def __init__(self, *args: Any, record: Scenarioinstroom | None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.helper.layout = Layout(
            Div("dienst", "van", css_class="veldpaar"),
            Div("pakket", "niveau", css_class="veldpaar"),
            Div("tewerkstellingsbreuk", "bruto_maandloon", css_class="veldpaar"),
            Div("aantal", "elk_jaar", css_class="veldpaar"),
        )

    def gegevens(self) -> Instroomgegevens:
        """What the domain wants to know; only of a valid form."""
        return Instroomgegevens(**self._schoon())  # type: ignore[typeddict-item]


class Bladformulier(_Deelformulier):
    VELDEN = tuple(Bladgegevens.__annotations__)
    beperkingen: ClassVar[dict[str, str]] = {
        "scenarioblad_een": "blad",
        "scenarioblad_bedrag": "bedrag",
    }

    dienst = forms.ModelChoiceField(
        Dienst.objects.none(), label="Dienst", empty_label="Kies een dienst"
    )
    blad = forms.ChoiceField(label="Wat verandert er?", choices=Dienstblad.choices)
    bedrag = bedragveld("Nieuw bedrag", "In euro per kwartaal. 0 als het wegvalt.")
    wijze = forms.ChoiceField(label="Hoe telt het?", choices=Wijze.choices, initial=Wijze.VAST)
    van = Datumveld(
        label="Vanaf", help_text="Het telt vanaf het eerste kwartaal dat op of na die dag begint."
    )
    geindexeerd = forms.BooleanField(
        label="Stijgt mee met de jaarlijkse index van dit scenario", required=False
    )

    def __init__(self, *args: Any, record: Scenarioblad | None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.helper.layout = Layout(
            Div("dienst", "blad", css_class="veldpaar"),
            Div("bedrag", "wijze", css_class="veldpaar"),
            Div("van", css_class="veldpaar"),
            "geindexeerd",
        )

    def gegevens(self) -> Bladgegevens:
        """What the domain wants to know; only of a valid form."""
        return Bladgegevens(**self._schoon())  # type: ignore[typeddict-item]
