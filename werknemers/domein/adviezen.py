"""Adds, changes and removes advice, with the premium steps that were set by hand."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db.models import CASCADE, QuerySet

from gebruikers.models import Gebruiker
from gedeeld import audit
from gedeeld.gelijktijdig import vergrendel
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from gedeeld.weergeven import datum_kort
from regels.keuzes import EIGEN_SCHIJVEN
from werknemers.domein.premies import Schijf, eigen_schijven
from werknemers.domein.termijn import bereken_periode
from werknemers.models import Adviesperiode, Premieschijf, Werknemer


class Adviesgegevens(TypedDict):
    """`begin` when it is not the quarter of the decision; `laatste_dag` only without a fixed term;
    `schijven` only after an evaluation."""

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
    with als_zin():
        advies = Adviesperiode(werknemer=werknemer)
        return _bewaar(advies, gegevens, door=door, actie="toegevoegd")


def wijzig_advies(
    advies: Adviesperiode,
    *,
    door: Gebruiker,
    gezien: datetime | None = None,
    **gegevens: Unpack[Adviesgegevens],
) -> Adviesperiode:
    """Change an advice and its steps; returns it as it is now. Raises ValidationError.

    `gezien` as in `gelijktijdig.vergrendel`.
    """
    with als_zin():
        huidig = vergrendel(advies, gezien)
        return _bewaar(huidig, gegevens, door=door, actie="gewijzigd")


def verwijder_advies(
    advies: Adviesperiode, *, door: Gebruiker, gezien: datetime | None = None
) -> Werknemer:
    """Remove an advice that was entered by mistake, and say whose it was; the audit trail keeps
    what it said.

    Raises ValidationError when it changed since `gezien`. `gaat_mee` says what goes with it.
    """
    with als_zin():
        huidig = vergrendel(advies, gezien)
        audit.leg_vast(
            door=door,
            organisatie_id=huidig.werknemer.organisatie_id,
            actie="verwijderd",
            onderwerp=huidig,
            wijzigingen={
                veld: [oud, None] for veld, (_, oud) in _verschil({}, _stand(huidig)).items()
            }
            | _inhoud(huidig),
        )
        huidig.delete()
        return huidig.werknemer


def gaat_mee(advies: Adviesperiode) -> list[tuple[str, int]]:
    """What would be removed together with an advice: the name of each kind, and how many."""
    tellingen = ((naam, rijen.count()) for naam, rijen in _banden(advies))
    return [(naam, aantal) for naam, aantal in tellingen if aantal]


def _banden(advies: Adviesperiode) -> Iterator[tuple[str, QuerySet[Any]]]:
    """Each kind of record that goes with an advice, whichever app it belongs to."""
    for band in advies._meta.related_objects:
        if band.on_delete is CASCADE:
            rijen = band.related_model._base_manager.filter(**{band.field.name: advies})  # noqa: SLF001
            yield str(band.related_model._meta.verbose_name_plural), rijen


def _inhoud(advies: Adviesperiode) -> dict[str, list[dict[str, str]]]:
    """What those records say, for the trail: somebody may have typed in them."""
    return {
        naam: [{veld: str(waarde) for veld, waarde in rij.items()} for rij in rijen.values()]
        for naam, rijen in _banden(advies)
        if rijen
    }


def controleer_schijven(soort: str, periode: Periode, schijven: Sequence[Schijf]) -> None:
    """Own steps stand with an advice after an evaluation only; there they fill it without a gap.

    Raises ValidationError on `schijven`.
    """
    if soort not in EIGEN_SCHIJVEN:
        if schijven:
            zin = "Zelf percentages invullen kan alleen bij een advies na evaluatie."
            raise ValidationError({"schijven": zin})
        return
    if not schijven:
        raise ValidationError({"schijven": "Vul na een evaluatie zelf de percentages in."})
    _eis_aansluitend(periode, sorted(schijven, key=lambda schijf: schijf.periode))


def _eis_aansluitend(periode: Periode, schijven: Sequence[Schijf]) -> None:
    verwacht: date | None = periode.van
    for schijf in schijven:
        if schijf.periode.van != verwacht:
            zin = (
                f"Er hoort een schijf te beginnen op {datum_kort(verwacht or schijf.periode.van)}, "
                f"maar de volgende begint op {datum_kort(schijf.periode.van)}. "
                "Elke schijf begint op de dag na de vorige."
            )
            raise ValidationError({"schijven": zin})
        verwacht = schijf.periode.tot
    if verwacht != periode.tot and periode.laatste_dag is not None:
        zin = f"De laatste schijf eindigt op {datum_kort(periode.laatste_dag)}, zoals het advies."
        raise ValidationError({"schijven": zin})


def _stand(advies: Adviesperiode) -> dict[str, Any]:
    """What the audit trail says of an advice."""
    velden = ("soort", "besluitdatum", "periode", "begeleidingsniveau")
    return {veld: getattr(advies, veld) for veld in velden} | {"schijven": eigen_schijven(advies)}


def _verschil(oud: dict[str, Any], nieuw: dict[str, Any]) -> dict[str, list[Any]]:
    verschil = audit.verschil(oud, nieuw)
    if "schijven" in verschil:
        verschil["schijven"] = [
            _in_woorden(oud.get("schijven", ())),
            _in_woorden(nieuw["schijven"]),
        ]
    return verschil


def _in_woorden(schijven: Sequence[Schijf]) -> list[str]:
    return [f"{schijf.percentage} % {schijf.periode}" for schijf in schijven]


def _bewaar(
    advies: Adviesperiode, gegevens: Adviesgegevens, *, door: Gebruiker, actie: str
) -> Adviesperiode:
    # One at a time for an employee: two that overlap would wait for each other, and both fail.
    vergrendel(advies.werknemer, None)
    nieuw: dict[str, Any] = dict(gegevens)
    nieuw["periode"] = bereken_periode(
        nieuw["soort"], nieuw["besluitdatum"], nieuw.pop("begin"), nieuw.pop("laatste_dag")
    )
    nieuw["schijven"] = tuple(sorted(gegevens["schijven"], key=lambda schijf: schijf.periode))
    controleer_schijven(nieuw["soort"], nieuw["periode"], nieuw["schijven"])
    wijzigingen = _verschil(_stand(advies) if advies.pk else {}, nieuw)
    if advies.pk and not wijzigingen:
        return advies
    for veld in ("soort", "besluitdatum", "periode", "begeleidingsniveau"):
        setattr(advies, veld, nieuw[veld])
    advies.save()
    _vervang_schijven(advies, nieuw["schijven"])
    audit.leg_vast(
        door=door,
        organisatie_id=advies.werknemer.organisatie_id,
        actie=actie,
        onderwerp=advies,
        wijzigingen=wijzigingen,
    )
    return advies


def _vervang_schijven(advies: Adviesperiode, schijven: Sequence[Schijf]) -> None:
    advies.schijven.all().delete()
    Premieschijf.objects.bulk_create(
        Premieschijf(advies=advies, periode=schijf.periode, percentage=schijf.percentage)
        for schijf in schijven
    )
