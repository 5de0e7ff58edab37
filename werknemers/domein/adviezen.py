"""Adds and changes advice, with the premium steps that were set by hand."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.periode import Periode
from doorstroom.gedeeld.schendingen import als_zin
from doorstroom.gedeeld.weergeven import datum_kort
from gebruikers.models import Gebruiker
from regels.keuzes import EIGEN_SCHIJVEN
from werknemers.domein.premies import Schijf
from werknemers.domein.termijn import bereken_periode
from werknemers.models import Adviesperiode, Premieschijf, Werknemer


class Adviesgegevens(TypedDict):
    """`begin` when it is not the quarter of the decision; `laatste_dag` only without a fixed term."""

    soort: str
    besluitdatum: date
    begin: date | None
    laatste_dag: date | None
    begeleidingsniveau: str
    schijven: Sequence[Schijf]


def voeg_advies_toe(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Adviesgegevens]
) -> Adviesperiode:
    """Add an advice; one that begins the day after another extends it. Raises ValidationError."""
    advies = Adviesperiode(werknemer=werknemer)
    return _bewaar(advies, gegevens, door=door, actie="toegevoegd")


def wijzig_advies(
    advies: Adviesperiode, *, door: Gebruiker, **gegevens: Unpack[Adviesgegevens]
) -> Adviesperiode:
    """Change an advice and its steps. Raises ValidationError."""
    return _bewaar(advies, gegevens, door=door, actie="gewijzigd")


def verwijder_advies(advies: Adviesperiode, *, door: Gebruiker) -> None:
    """Remove an advice that was entered by mistake; the audit trail keeps what it said."""
    with als_zin():
        audit.leg_vast(
            door=door,
            organisatie_id=advies.werknemer.organisatie_id,
            actie="verwijderd",
            onderwerp=advies,
            wijzigingen=audit.verschil({}, {veld: getattr(advies, veld) for veld in _VELDEN}),
        )
        advies.delete()


def controleer_schijven(soort: str, periode: Periode, schijven: Sequence[Schijf]) -> None:
    """Steps lie inside the advice, follow on without a gap and fill it, or are left to the package.

    Raises ValidationError on `schijven`.
    """
    if not schijven:
        if soort in EIGEN_SCHIJVEN:
            raise ValidationError({"schijven": "Vul na een evaluatie zelf de percentages in."})
        return
    verwacht = periode.van
    for schijf in sorted(schijven, key=lambda schijf: schijf.periode):
        if schijf.periode.van != verwacht or schijf.periode.tot is None:
            raise ValidationError(
                {
                    "schijven": (
                        f"Op {datum_kort(verwacht)} sluiten de schijven niet aan. "
                        "Elke schijf begint op de dag na de vorige."
                    )
                }
            )
        verwacht = schijf.periode.tot
    if verwacht != periode.tot:
        einde = datum_kort(periode.laatste_dag) if periode.laatste_dag else "het einde"
        raise ValidationError({"schijven": f"De schijven lopen tot en met {einde}, zoals het advies."})


_VELDEN = ("soort", "besluitdatum", "periode", "begeleidingsniveau")


def _bewaar(
    advies: Adviesperiode, gegevens: Adviesgegevens, *, door: Gebruiker, actie: str
) -> Adviesperiode:
    periode = bereken_periode(
        gegevens["soort"], gegevens["besluitdatum"], gegevens["begin"], gegevens["laatste_dag"]
    )
    controleer_schijven(gegevens["soort"], periode, gegevens["schijven"])
    nieuw = {
        "soort": gegevens["soort"],
        "besluitdatum": gegevens["besluitdatum"],
        "periode": periode,
        "begeleidingsniveau": gegevens["begeleidingsniveau"],
    }
    oud = {veld: getattr(advies, veld) for veld in _VELDEN} if advies.pk else {}
    for veld, waarde in nieuw.items():
        setattr(advies, veld, waarde)
    with als_zin():
        advies.save()
        _vervang_schijven(advies, gegevens["schijven"])
        audit.leg_vast(
            door=door,
            organisatie_id=advies.werknemer.organisatie_id,
            actie=actie,
            onderwerp=advies,
            wijzigingen=audit.verschil(oud, nieuw)
            | {"schijven": [f"{s.percentage} % {s.periode}" for s in gegevens["schijven"]]},
        )
    return advies


def _vervang_schijven(advies: Adviesperiode, schijven: Sequence[Schijf]) -> None:
    advies.schijven.all().delete()
    Premieschijf.objects.bulk_create(
        Premieschijf(advies=advies, periode=schijf.periode, percentage=schijf.percentage)
        for schijf in schijven
    )
