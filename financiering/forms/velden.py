"""Form fields on money, with the readers of the import: each rule exists once."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from gebruikers.models import Gebruiker
from gedeeld.formulieren import Datumveld
from gedeeld.weergeven import getal
from werknemers.domein.invoer.getallen import lees_breuk, lees_kwartaalbedrag, lees_loon
from werknemers.forms.velden import Leesveld, toon_breuk
from werknemers.models import Dienst


class Gelddag(Datumveld):
    """A day on which money changes: no amount of this sector is older, no forecast goes further."""

    _GELDZIN: Final = "Bedragen tellen van 2015 tot en met 2060. Kijk het jaartal na."
    default_validators = [  # noqa: RUF012 - as Django declares it
        MinValueValidator(date(2015, 1, 1), _GELDZIN),
        MaxValueValidator(date(2060, 12, 31), _GELDZIN),
    ]


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
        lees=lees_loon,
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
