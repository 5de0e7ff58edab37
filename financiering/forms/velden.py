"""Form fields on money, with the readers of the import: each rule exists once."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from financiering.domein.telbaar import GELDJAREN, GELDJAREN_ZIN
from financiering.models.scenario import LANGSTE_VERTRAGING
from gebruikers.models import Gebruiker
from gedeeld.formulieren import Datumveld
from gedeeld.weergeven import getal
from werknemers.domein.invoer.getallen import lees_breuk, lees_kwartaalbedrag, lees_loon
from werknemers.forms.velden import Leesveld, toon_breuk
from werknemers.models import Dienst


class Gelddag(Datumveld):
    """A day on which money changes."""

    default_validators = [  # noqa: RUF012 - as Django declares it
        MinValueValidator(GELDJAREN.van, GELDJAREN_ZIN),
        MaxValueValidator(GELDJAREN.laatste_dag, GELDJAREN_ZIN),
    ]


def vertragingveld(**opties: Any) -> forms.IntegerField:
    """Months during which a place stays open."""
    return forms.IntegerField(
        label="Na hoeveel maanden is de plaats weer ingevuld?",
        min_value=0,
        max_value=LANGSTE_VERTRAGING,
        error_messages={
            "min_value": "Vul 0 maanden of meer in.",
            "max_value": "Een plaats blijft hoogstens 24 maanden open.",
        },
        **opties,
    )


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
