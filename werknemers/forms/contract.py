"""The form on a contract."""

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from gebruikers.models import Gebruiker
from gedeeld.weergeven import getal
from werknemers.domein.contracten import Contractgegevens
from werknemers.domein.invoer.getallen import lees_breuk, lees_loon
from werknemers.domein.invoer.tekst import schoon
from werknemers.forms.nakijken import Nakijkformulier
from werknemers.forms.velden import Leesveld, datumveld, toon_breuk
from werknemers.keuzes import SoortContract
from werknemers.models import Arbeidsovereenkomst, Dienst


class Contractformulier(Nakijkformulier):
    dienst = forms.ModelChoiceField(
        Dienst.objects.none(), label="Dienst", empty_label="Kies een dienst"
    )
    functie = Leesveld(label="Functie", required=False, max_length=100, lees=schoon)
    soort = forms.ChoiceField(
        label="Soort contract", choices=SoortContract.choices, initial=SoortContract.ONBEPAALD
    )
    eerste_dag = datumveld("Eerste dag")
    laatste_dag = datumveld(
        "Laatste dag (t.e.m.)", required=False, help_text="Leeg? Dan is er geen einddatum."
    )
    tewerkstellingsbreuk = Leesveld(
        label="Tewerkstellingsbreuk",
        max_length=20,
        lees=lees_breuk,
        toon=toon_breuk,
        help_text="Schrijf 0,8 of 80% of 30,4/38. Voltijds is 1.",
    )
    bruto_maandloon = Leesveld(
        label="Bruto maandloon",
        required=False,
        max_length=20,
        lees=lees_loon,
        toon=getal,
        help_text="In euro, voor deze tewerkstellingsbreuk. Bijvoorbeeld 2.154,11.",
    )

    def __init__(
        self, *args: Any, door: Gebruiker, record: Arbeidsovereenkomst | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        self._zet_diensten(door, record)
        self.helper.layout = Layout(
            Div("dienst", "functie", css_class="veldpaar"),
            Div("soort", css_class="veldpaar"),
            Div("eerste_dag", "laatste_dag", css_class="veldpaar"),
            Div("tewerkstellingsbreuk", "bruto_maandloon", css_class="veldpaar"),
            "nagekeken",
        )

    def begin(self, record: Arbeidsovereenkomst) -> dict[str, Any]:
        velden = ("functie", "soort", "tewerkstellingsbreuk", "bruto_maandloon")
        return {veld: getattr(record, veld) for veld in velden} | {
            "dienst": record.dienst_id,
            "eerste_dag": record.periode.van,
            "laatste_dag": record.periode.laatste_dag,
        }

    def gegevens(self) -> Contractgegevens:
        """What the domain wants to know; only of a valid form."""
        velden = self.cleaned_data
        return Contractgegevens(
            dienst=velden["dienst"],
            eerste_dag=velden["eerste_dag"],
            laatste_dag=velden["laatste_dag"],
            soort=velden["soort"],
            functie=velden["functie"] or "",
            tewerkstellingsbreuk=velden["tewerkstellingsbreuk"],
            bruto_maandloon=velden["bruto_maandloon"],
            nagekeken=velden["nagekeken"],
        )

    def _zet_diensten(self, door: Gebruiker, record: Arbeidsovereenkomst | None) -> None:
        """The services that are open, and the one of this contract even when it is closed."""
        diensten = Dienst.objects.zichtbaar_voor(door)
        veld = self.fields["dienst"]
        assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101
        huidige = [record.dienst_id] if record is not None else []
        veld.queryset = diensten.actief() | diensten.filter(pk__in=huidige)
