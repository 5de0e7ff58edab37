"""Choices of the trajectories, by subject."""

from trajects.keuzes.logboek import RANDVOORWAARDEN, SoortNotitie, Thema
from trajects.keuzes.plan import (
    HOOGSTE_SCORE,
    LAAGSTE_SCORE,
    SCORES,
    Anker,
    Haalbaarheid,
    Sector,
    SoortWerk,
    Standactie,
    Standdoel,
    Standrandvoorwaarde,
    Wie,
)
from trajects.keuzes.signaal import OPEN_STATUSSEN, Signaalstatus, SoortSignaal
from trajects.keuzes.traject import EINDFASEN, LOPENDE_FASEN, Fase, Horizon
from trajects.keuzes.uitstroom import (
    AAN_HET_WERK,
    MET_WERKGEVER,
    Bestemming,
    Checkpunt,
    Deelbaar,
    Initiatief,
    Nazorgresultaat,
    Toestemmingswijze,
)
from trajects.keuzes.vorming import (
    Fondsoordeel,
    Resultaat,
    Standdeelname,
    Standsollicitatie,
    Vormingsformule,
    Vormingsthema,
)

__all__ = [
    "AAN_HET_WERK",
    "EINDFASEN",
    "HOOGSTE_SCORE",
    "LAAGSTE_SCORE",
    "LOPENDE_FASEN",
    "MET_WERKGEVER",
    "OPEN_STATUSSEN",
    "RANDVOORWAARDEN",
    "SCORES",
    "Anker",
    "Bestemming",
    "Checkpunt",
    "Deelbaar",
    "Fase",
    "Fondsoordeel",
    "Haalbaarheid",
    "Horizon",
    "Initiatief",
    "Nazorgresultaat",
    "Resultaat",
    "Sector",
    "Signaalstatus",
    "SoortNotitie",
    "SoortSignaal",
    "SoortWerk",
    "Standactie",
    "Standdeelname",
    "Standdoel",
    "Standrandvoorwaarde",
    "Standsollicitatie",
    "Thema",
    "Toestemmingswijze",
    "Vormingsformule",
    "Vormingsthema",
    "Wie",
]
