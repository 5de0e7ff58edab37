"""The amounts of the services, the scenarios, and what the key figures were."""

from financiering.models.bereik import DienstbereikQuerySet
from financiering.models.kerncijfer import Kerncijfer
from financiering.models.klaverblad import Klaverbladbron, Omkadering
from financiering.models.scenario import (
    Scenario,
    Scenarioblad,
    Scenarioinstroom,
    Scenarioverlenging,
    Scenariovertrek,
)

__all__ = [
    "DienstbereikQuerySet",
    "Kerncijfer",
    "Klaverbladbron",
    "Omkadering",
    "Scenario",
    "Scenarioblad",
    "Scenarioinstroom",
    "Scenarioverlenging",
    "Scenariovertrek",
]
