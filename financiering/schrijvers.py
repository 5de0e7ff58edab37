"""What the trail keeps of the leaves of the klaverblad, of scenarios, of what was paid and of
receipts."""

from typing import Final

from financiering.models import (
    Betaling,
    Klaverbladbron,
    Omkadering,
    Rekenbewijs,
    Scenario,
    Scenarioblad,
    Scenarioinstroom,
    Scenarioverlenging,
    Scenariovertrek,
    Scenariovervanging,
)
from gedeeld.schrijver import Schrijver

_VAN_DIENST: Final = "dienst.organisatie_id"
_VAN_SCENARIO: Final = "scenario.organisatie_id"

BRONNEN: Final = Schrijver(
    Klaverbladbron,
    organisatie=_VAN_DIENST,
    spoor=("dienst", "blad", "omschrijving", "bedrag", "wijze", "geldig", "geindexeerd"),
)
OMKADERINGEN: Final = Schrijver(
    Omkadering,
    organisatie=_VAN_DIENST,
    spoor=("dienst", "bedrag_per_vte", "geldig", "geindexeerd"),
)
# What is thought about an extension is thought about somebody.
SCENARIOS: Final = Schrijver(
    Scenario,
    organisatie="organisatie_id",
    wisbaar=True,
    spoor=(
        "organisatie",
        "naam",
        "basis",
        "toelichting",
        "jaarindex",
        "vertraging",
        "pakket",
        "niveau",
    ),
)
# Who is thought to leave or to stay says something about a person.
VERTREKKEN: Final = Schrijver(
    Scenariovertrek,
    persoon="werknemer_id",
    organisatie=_VAN_SCENARIO,
    spoor=("scenario", "werknemer", "laatste_dag"),
)
VERLENGINGEN: Final = Schrijver(
    Scenarioverlenging,
    persoon="werknemer_id",
    organisatie=_VAN_SCENARIO,
    spoor=("scenario", "werknemer", "uitkomst", "percentage"),
)
VERVANGINGEN: Final = Schrijver(
    Scenariovervanging,
    persoon="werknemer_id",
    organisatie=_VAN_SCENARIO,
    spoor=("scenario", "werknemer", "na_maanden"),
)
INSTROMEN: Final = Schrijver(
    Scenarioinstroom,
    organisatie=_VAN_SCENARIO,
    spoor=(
        "scenario",
        "dienst",
        "van",
        "aantal",
        "elk_jaar",
        "pakket",
        "niveau",
        "tewerkstellingsbreuk",
        "bruto_maandloon",
    ),
)
BLADEN: Final = Schrijver(
    Scenarioblad,
    organisatie=_VAN_SCENARIO,
    spoor=("scenario", "dienst", "blad", "bedrag", "wijze", "van", "geindexeerd"),
)
# A line is about somebody, but for one sum of a whole quarter.
BETALINGEN: Final = Schrijver(
    Betaling,
    persoon="werknemer_id",
    organisatie="organisatie_id",
    spoor=(
        "organisatie",
        "werknemer",
        "kwartaal",
        "blad",
        "soort",
        "bedrag",
        "gemeld_op",
        "percentage",
        "breuk",
        "referteloon",
        "plafond",
        "bron",
    ),
)
# What it was computed from says too much about people to stand in the trail as well.
REKENBEWIJZEN: Final = Schrijver(
    Rekenbewijs,
    organisatie="organisatie_id",
    spoor=("organisatie", "code", "soort", "dag", "versie", "regelset"),
    verzwegen=("invoer", "uitkomst", "vingerafdruk", "door"),
)
