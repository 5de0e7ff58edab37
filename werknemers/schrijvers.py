"""What the trail keeps of employees, contracts, wage records, advice, imports and their habits."""

from collections.abc import Iterable
from typing import Final, Protocol

from gedeeld.periode import Periode
from gedeeld.schrijver import Schrijver
from werknemers.models import (
    Adviesgebeurtenis,
    Adviesperiode,
    Arbeidsovereenkomst,
    Contracteinde,
    Dienst,
    Importgewoonte,
    Importopdracht,
    Loonopgave,
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
# Why a notice shifted or was withdrawn can be about somebody's health.
CONTRACTEINDES: Final = Schrijver(
    Contracteinde,
    persoon="contract.werknemer_id",
    eerst=("contract.werknemer", "contract"),
    spoor=(
        "contract",
        "wijze",
        "gegeven_op",
        "bezorging",
        "periode",
        "nieuwe_job_op",
        "schorsingsdagen",
        "verlof_opgenomen",
        "ingetrokken_op",
    ),
    verzwegen=("opmerking", "reden_intrekking"),
)
LOONOPGAVEN: Final = Schrijver(
    Loonopgave,
    persoon="werknemer_id",
    eerst=("werknemer",),
    spoor=("werknemer", "kwartaal", "referteloon", "betaalde_uren", "door"),
)


class Staptekst(Protocol):
    """A premium step: a percentage during a period."""

    @property
    def periode(self) -> Periode: ...

    @property
    def percentage(self) -> int: ...


def schijven_in_woorden(schijven: Iterable[Staptekst]) -> list[str]:
    """Premium steps that were set by hand, as the trail keeps them: "60 % 01/01/2026 t.e.m. …"."""
    return [f"{schijf.percentage} % {schijf.periode}" for schijf in schijven]


def _begin(advies: Adviesperiode) -> Iterable[Staptekst]:
    """The steps that are the advice's own; those of an event go with it."""
    return (schijf for schijf in advies.schijven.all() if schijf.gebeurtenis_id is None)


ADVIEZEN: Final = Schrijver(
    Adviesperiode,
    persoon="werknemer_id",
    eerst=("werknemer",),
    spoor=(
        "werknemer",
        "soort",
        "besluitdatum",
        "periode",
        "begeleidingsniveau",
        "bijgetelde_dagen",
        "schijven",
    ),
    bij_verwijderen=lambda advies: {"schijven": schijven_in_woorden(_begin(advies))},
)
GEBEURTENISSEN: Final = Schrijver(
    Adviesgebeurtenis,
    persoon="werknemer_id",
    eerst=("werknemer",),
    spoor=(
        "werknemer",
        "advies",
        "tegen",
        "vervolgadvies",
        "soort",
        "gevraagd_op",
        "besluitdatum",
        "kennis_op",
        "commissie_op",
        "uitkomst",
        "geldt_vanaf",
        "laatste_dag",
        "begeleidingsniveau",
        "schijven",
    ),
    bij_verwijderen=lambda wat: {"schijven": schijven_in_woorden(wat.schijven.all())},
)
DIENSTEN: Final = Schrijver(
    Dienst, organisatie="organisatie_id", spoor=("organisatie", "naam", "sleutel", "actief")
)
# `samenvatting`: how many rows did what. The file and its outcome hold everything about everybody.
IMPORTS: Final = Schrijver(
    Importopdracht,
    organisatie="organisatie_id",
    wisbaar=True,
    spoor=(
        "organisatie",
        "bestandsnaam",
        "sha256",
        "status",
        "te_maken_diensten",
        "bladen",
        "kolomkeuze",
        "vingerafdruk",
        "veranderd",
        "weigering",
        "door",
        "bevestigd_door",
        "gevraagd_op",
        "pogingen",
        "ingebracht_op",
        "ongedaan_door",
        "ongedaan_op",
        "samenvatting",
    ),
    verzwegen=("inhoud", "bladkeuze", "kolombeeld", "antwoorden", "uitkomst", "terugweg"),
)
IMPORTGEWOONTEN: Final = Schrijver(
    Importgewoonte,
    organisatie="organisatie_id",
    spoor=("organisatie", "titel", "kolom", "gewoonte"),
)
