"""Ordering: what is asked for is a row first, with a row for each slice of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction

from gedeeld.models import Uitvoer, Uitvoerdeel
from gedeeld.schrijvers import UITVOEREN
from gedeeld.uitvoer.soorten import Parameters, Uitvoersoort

# Somebody who orders more than this at once is a script, or a finger that is stuck.
HOOGSTENS_OPEN: Final = 20


@dataclass(frozen=True, slots=True)
class Portie:
    """`aantal` pieces that one task makes."""

    aantal: int = 1
    parameters: Parameters = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bestelling:
    """What somebody asks for; the meaning of each field as in `Uitvoer`."""

    soort: Uitvoersoort
    titel: str
    terug: str
    parameters: Parameters = field(default_factory=dict)
    bundelnaam: str = ""
    porties: Sequence[Portie] = (Portie(),)


def in_porties(sleutels: Sequence[Any], naam: str, grootte: int) -> list[Portie]:
    """Keys in groups of at most `grootte`, each under this name in the parameters."""
    groepen = (sleutels[plaats : plaats + grootte] for plaats in range(0, len(sleutels), grootte))
    return [Portie(len(groep), {naam: list(groep)}) for groep in groepen]


@transaction.atomic
def bestel(bestelling: Bestelling, *, door: AbstractBaseUser) -> Uitvoer:
    """Keep an order; whoever calls rings the bell. Raises ValidationError for one too many."""
    if Uitvoer.objects.zichtbaar_voor(door).open().count() >= HOOGSTENS_OPEN:
        raise ValidationError(
            f"Er worden al {HOOGSTENS_OPEN} documenten voor je gemaakt. Wacht tot die klaar zijn."
        )
    uitvoer = Uitvoer()
    velden = {
        "organisatie": door.organisatie,  # type: ignore[attr-defined]
        "door": door,
        "rol": door.rol,  # type: ignore[attr-defined]
        "soort": bestelling.soort.code,
        "parameters": bestelling.parameters,
        "titel": bestelling.titel[:250],
        "bundelnaam": bestelling.bundelnaam,
        "terug": bestelling.terug,
        "aantal": sum(portie.aantal for portie in bestelling.porties),
    }
    UITVOEREN.schrijf(uitvoer, velden, door=door, actie="gevraagd")
    Uitvoerdeel.objects.bulk_create(
        Uitvoerdeel(
            uitvoer=uitvoer, nummer=nummer, aantal=portie.aantal, parameters=portie.parameters
        )
        for nummer, portie in enumerate(bestelling.porties, 1)
    )
    return uitvoer
