"""The audit trail: who changed which field of what, and when.

Only `gedeeld.schrijver` writes here. A row never changes or goes. Values that say something about a
person stand beside it in `Auditwaarde`, which retention may empty.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from gedeeld.models import Auditregel, Auditwaarde
from gedeeld.periode import Periode

VERZWEGEN: Final = "●●●"
_PER_KEER: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoor:
    """What one row says. `bewaard` maps a field to its old and new value; `wisbaar`: those values
    go where they can be emptied. `betrokkene_id` is the key of the employee whom it is about."""

    onderwerp: models.Model
    organisatie_id: int | None
    betrokkene_id: int | None
    bewaard: Mapping[str, tuple[Any, Any]]
    verzwegen: frozenset[str]
    wisbaar: bool

    @property
    def velden(self) -> dict[str, list[Any]]:
        """What stays for good: which fields, and the values that say nothing about a person."""
        waarden = {veld: [] for veld in self.bewaard} if self.wisbaar else self.waarden
        return waarden | {veld: [VERZWEGEN, VERZWEGEN] for veld in sorted(self.verzwegen)}

    @property
    def waarden(self) -> dict[str, list[Any]]:
        """Old and new by field, as JSON can hold them; a name only where it can be emptied."""
        return {
            veld: [_leesbaar(waarde, self.wisbaar) for waarde in paar]
            for veld, paar in self.bewaard.items()
        }


def schrijf_bij(sporen: Iterable[Spoor], *, door: AbstractBaseUser | None, actie: str) -> None:
    """Add a row for each; `door` is None for the nightly job and the command line. Of very many,
    only some are in memory at once."""
    rest = iter(sporen)
    while groep := list(islice(rest, _PER_KEER)):
        regels = Auditregel.objects.bulk_create([_regel(spoor, door, actie) for spoor in groep])
        Auditwaarde.objects.bulk_create(
            [
                Auditwaarde(regel=regel, waarden=spoor.waarden)
                for regel, spoor in zip(regels, groep, strict=True)
                if spoor.wisbaar and spoor.bewaard
            ]
        )


def _regel(spoor: Spoor, door: AbstractBaseUser | None, actie: str) -> Auditregel:
    return Auditregel(
        door_id=getattr(door, "pk", None),
        organisatie_id=spoor.organisatie_id,
        betrokkene_id=spoor.betrokkene_id,
        actie=actie,
        soort=spoor.onderwerp._meta.model_name or "",
        onderwerp_id=spoor.onderwerp.pk,
        wijzigingen=spoor.velden,
    )


def _leesbaar(waarde: Any, met_naam: bool) -> Any:
    if isinstance(waarde, models.Model):
        return f"{waarde} ({waarde.pk})" if met_naam else waarde.pk
    if isinstance(waarde, list | tuple | set | frozenset):
        return [_leesbaar(deel, met_naam) for deel in waarde]
    return str(waarde) if isinstance(waarde, date | Decimal | Periode) else waarde
