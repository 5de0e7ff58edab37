"""Form fields on money, with the readers of the import: each rule exists once."""

from decimal import Decimal
from typing import Any

from django import forms

from gebruikers.models import Gebruiker
from gedeeld.weergeven import getal
from werknemers.domein.invoer.getallen import lees_bedrag, lees_breuk, lees_kwartaalbedrag
from werknemers.forms.velden import Leesveld, toon_breuk
from werknemers.models import Dienst


def breukveld(**opties: Any) -> Leesveld[Decimal]:
    return Leesveld(
        label="Tewerkstellingsbreuk",
        max_length=20,
        lees=lees_breuk,
        toon=toon_breuk,
        help_text="Schrijf 0,8 of 80% of 30,4/38. Voltijds is 1.",
        **opties,
    )


def bedragveld(label: str, help_text: str) -> Leesveld[Decimal]:
    """Euro per quarter."""
    return Leesveld(
        label=label, max_length=20, lees=lees_kwartaalbedrag, toon=getal, help_text=help_text
    )


def loonveld(**opties: Any) -> Leesveld[Decimal]:
    return Leesveld(
        label="Bruto maandloon",
        max_length=20,
        lees=lees_bedrag,
        toon=getal,
        help_text="In euro, voor deze tewerkstellingsbreuk. Bijvoorbeeld 2.154,11.",
        **opties,
    )


def zet_diensten(veld: forms.Field, door: Gebruiker, huidig: int | None = None) -> None:
    """The services that are open, and the one of the record even when it is closed."""
    assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101
    diensten = Dienst.objects.zichtbaar_voor(door)
    huidige = [] if huidig is None else [huidig]
    veld.queryset = diensten.actief() | diensten.filter(pk__in=huidige)
