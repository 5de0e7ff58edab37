"""What the trail keeps of employees, contracts, advice and imports."""

from typing import Final

from gedeeld.schrijver import Schrijver
from werknemers.models import (
    Adviesperiode,
    Arbeidsovereenkomst,
    Dienst,
    Importopdracht,
    Werknemer,
)

WERKNEMERS: Final = Schrijver(
    Werknemer,
    persoon="pk",
    organisatie="organisatie_id",
    spoor=(
        "organisatie",
        "personeelsnummer",
        "familienaam",
        "voornaam",
        "geboortedatum",
        "begeleider",
        "email",
        "gsm",
        "voertaal",
    ),
    verzwegen=("insz", "insz_hash"),
)
# One at a time for an employee: two that overlap would wait for each other, and both fail.
CONTRACTEN: Final = Schrijver(
    Arbeidsovereenkomst,
    persoon="werknemer_id",
    eerst=("werknemer",),
    spoor=(
        "werknemer",
        "dienst",
        "periode",
        "soort",
        "functie",
        "tewerkstellingsbreuk",
        "bruto_maandloon",
    ),
)
# `schijven`: the premium steps that were set by hand, in words.
ADVIEZEN: Final = Schrijver(
    Adviesperiode,
    persoon="werknemer_id",
    eerst=("werknemer",),
    spoor=("werknemer", "soort", "besluitdatum", "periode", "begeleidingsniveau", "schijven"),
)
DIENSTEN: Final = Schrijver(
    Dienst, organisatie="organisatie_id", spoor=("organisatie", "naam", "sleutel", "actief")
)
# `samenvatting`: how many rows did what. The file and its outcome hold everything about everybody.
IMPORTS: Final = Schrijver(
    Importopdracht,
    organisatie="organisatie_id",
    spoor=(
        "organisatie",
        "bestandsnaam",
        "sha256",
        "status",
        "te_maken_diensten",
        "vingerafdruk",
        "veranderd",
        "weigering",
        "door",
        "bevestigd_door",
        "gevraagd_op",
        "ingebracht_op",
        "samenvatting",
    ),
    verzwegen=("inhoud", "uitkomst"),
)
