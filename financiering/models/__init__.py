"""The amounts of the services, the scenarios, what was paid, what the key figures were, and what
they were computed from."""

from financiering.models.bereik import BereikQuerySet
from financiering.models.betaling import Betaling
from financiering.models.kerncijfer import Kerncijfer
from financiering.models.klaverblad import Klaverbladbron, Omkadering
from financiering.models.rekenbewijs import Rekenbewijs
from financiering.models.scenario import (
    Scenario,
    Scenarioblad,
    Scenarioinstroom,
    Scenarioverlenging,
    Scenariovertrek,
    Scenariovervanging,
)
from financiering.models.voorspelling import Voorspelling

__all__ = [
    "BereikQuerySet",
    "Betaling",
    "Kerncijfer",
    "Klaverbladbron",
    "Omkadering",
    "Rekenbewijs",
    "Scenario",
    "Scenarioblad",
    "Scenarioinstroom",
    "Scenarioverlenging",
    "Scenariovertrek",
    "Scenariovervanging",
    "Voorspelling",
]
