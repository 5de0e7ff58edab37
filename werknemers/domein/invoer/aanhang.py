"""What hangs on a record that an import made: mostly a reason to leave it, sometimes nobody's work.

An app above says with `laat_meegaan` which of its rows nobody looked at, so that they may go too.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import (
    DO_NOTHING,
    BigIntegerField,
    BooleanField,
    F,
    ForeignObjectRel,
    Func,
    Value,
)

from gebruikers.models import Gebruiker
from gedeeld.schrijver import schrijvers_van_modellen

Rijen = models.QuerySet[Any]
_VRIJ: Final[dict[type[models.Model], Callable[[Rijen], Rijen]]] = {}


def een_van(veld: str, sleutels: Collection[int]) -> Func:
    """That the field holds one of these keys, given as one value: 20,000 values in each of seventy
    statements take more time than the statements themselves."""
    waarde = Value(list(sleutels), output_field=ArrayField(BigIntegerField()))
    return Func(
        F(veld),
        waarde,
        template="%(expressions)s)",
        arg_joiner=" = ANY(",
        output_field=BooleanField(),
    )


def laat_meegaan(soort: type[models.Model], vrij: Callable[[Rijen], Rijen]) -> None:
    """Let rows of this kind go with what they hang on; `vrij` gives those that may. For
    `AppConfig.ready`."""
    _VRIJ[soort] = vrij


def in_de_weg(
    soort: type[models.Model],
    sleutels: Collection[int],
    behalve: Callable[[type[models.Model]], Collection[int]],
) -> Iterator[tuple[int, type[models.Model]]]:
    """The key of each record that something hangs on which may not go, with the kind of that.

    `behalve` gives the keys of a kind that go anyhow.
    """
    for rijen, naam in _banden(soort, sleutels):
        rest = rijen.exclude(een_van("pk", behalve(rijen.model)))
        if vrij := _VRIJ.get(rijen.model):
            rest = rest.exclude(pk__in=vrij(rijen).values("pk"))
        for sleutel in rest.order_by().values_list(naam, flat=True).distinct():
            yield sleutel, rijen.model


def verwijder_aanhang(
    soort: type[models.Model], sleutels: Collection[int], *, door: Gebruiker | None, actie: str
) -> None:
    """Remove what may go with these records; what has a writer leaves a row for each."""
    for rijen, _ in _banden(soort, sleutels):
        if rijen.model not in _VRIJ:
            continue
        schrijver = schrijvers_van_modellen().get(rijen.model)
        if schrijver is not None:
            gaan = list(rijen.order_by("pk"))
            schrijver.noteer_vele(((r, schrijver.inhoud(r)) for r in gaan), door=door, actie=actie)
        rijen.delete()


def _banden(
    soort: type[models.Model], sleutels: Collection[int]
) -> Iterator[tuple[models.QuerySet[Any], str]]:
    """Every table that points to this kind, also where nothing points back; not what the database
    keeps by itself (DO_NOTHING)."""
    for band in soort._meta.get_fields(include_hidden=True):
        if isinstance(band, ForeignObjectRel) and not band.many_to_many:
            model = band.related_model
            if isinstance(model, type) and band.on_delete is not DO_NOTHING:
                naam = band.field.name
                rijen = model._base_manager.filter(een_van(naam, sleutels))  # noqa: SLF001
                yield rijen, naam
