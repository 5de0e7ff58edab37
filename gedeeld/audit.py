"""Writes the audit trail; every writing function of a domain calls this inside its transaction."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from gedeeld.models import Auditregel
from gedeeld.periode import Periode

# What a person may not read back from the trail: that it changed is enough.
GEHEIM: Final = frozenset({"insz", "insz_hash", "tekst", "toelichting", "voorbeeld", "password"})


def _leesbaar(veld: str, waarde: Any) -> Any:
    if veld in GEHEIM:
        return "●●●"
    if isinstance(waarde, date | Decimal | Periode):
        return str(waarde)
    return waarde.pk if isinstance(waarde, models.Model) else waarde


def verschil(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Field by field `[old, new]` of what differs; secrets show only that they changed."""
    return {
        veld: [_leesbaar(veld, oud.get(veld)), _leesbaar(veld, waarde)]
        for veld, waarde in nieuw.items()
        if oud.get(veld) != waarde
    }


def _regel(
    door: AbstractBaseUser | None,
    organisatie_id: int | None,
    actie: str,
    onderwerp: models.Model,
    wijzigingen: Mapping[str, Any],
) -> Auditregel:
    return Auditregel(
        door_id=getattr(door, "pk", None),
        organisatie_id=organisatie_id,
        actie=actie,
        soort=onderwerp._meta.model_name or "",
        onderwerp_id=onderwerp.pk,
        wijzigingen=dict(wijzigingen),
    )


def leg_vast(
    *,
    door: AbstractBaseUser | None,
    organisatie_id: int | None,
    actie: str,
    onderwerp: models.Model,
    wijzigingen: Mapping[str, Any] | None = None,
) -> None:
    """Add one audit row; `door` is None for the nightly job and the command line."""
    _regel(door, organisatie_id, actie, onderwerp, wijzigingen or {}).save()


def leg_vele_vast(
    *,
    door: AbstractBaseUser | None,
    organisatie_id: int | None,
    actie: str,
    onderwerpen: Iterable[tuple[models.Model, Mapping[str, Any]]],
) -> None:
    """Add many audit rows in few statements; for imports and other bulk work."""
    Auditregel.objects.bulk_create(
        [_regel(door, organisatie_id, actie, ding, wijziging) for ding, wijziging in onderwerpen],
        batch_size=1000,
    )
