"""What was there before an import wrote, kept encrypted as long as its file: the way back."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.db import models

from gebruikers.models import Organisatie
from gedeeld.periode import Periode
from gedeeld.velden import OnleesbareTekst
from gedeeld.versleuteling import ontsleutel_bytes, versleutel_bytes
from werknemers.domein.invoer.uitkomst import Ingreep, Vergelijking
from werknemers.models import (
    Adviesperiode,
    Arbeidsovereenkomst,
    Dienst,
    Importopdracht,
    Loonopgave,
    Werknemer,
)
from werknemers.models.dienst import dienstsleutel

Model = type[Any]
# In the order in which they are locked.
SOORTEN: Final[tuple[Model, ...]] = (
    Werknemer,
    Arbeidsovereenkomst,
    Adviesperiode,
    Dienst,
    Loonopgave,
)
_OP_NAAM: Final = {str(soort._meta.model_name): soort for soort in SOORTEN}


@dataclass(frozen=True, slots=True)
class Geschreven:
    """One record that the import wrote: `moment` is when, `werknemer` whose it is (None for a
    service), `vroeger` what its fields held before; None for a record that the import made."""

    sleutel: int
    moment: datetime
    werknemer: int | None
    vroeger: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Terugweg:
    sporen: Mapping[Model, list[Geschreven]] = field(default_factory=dict)

    def van(self, soort: Model) -> list[Geschreven]:
        return self.sporen.get(soort, [])

    def gemaakt(self, soort: Model) -> list[int]:
        """The keys of the records of this kind that the import made."""
        return [spoor.sleutel for spoor in self.van(soort) if spoor.vroeger is None]

    def gewijzigd(self, soort: Model) -> dict[int, dict[str, Any]]:
        """The fields that the import changed, with what they held before, by key."""
        return {s.sleutel: s.vroeger for s in self.van(soort) if s.vroeger is not None}


def vroegere_inszen(vergelijking: Vergelijking, organisatie: Organisatie) -> dict[int, str]:
    """The national numbers that an import is about to replace, by employee: a comparison leaves
    them in the database. Ask before anything is written."""
    sleutels = [
        ingreep.object.pk
        for ingreep in _ingrepen(vergelijking)
        if ingreep.object.pk and "insz" in ingreep.nieuw
    ]
    gevonden = Werknemer.objects.filter(organisatie=organisatie, pk__in=sleutels).order_by()
    return dict(gevonden.values_list("pk", "insz"))


def beschrijf_terugweg(
    vergelijking: Vergelijking, organisatie: Organisatie, inszen: Mapping[int, str]
) -> bytes:
    """The way back from what was just written, encrypted; `inszen` as `vroegere_inszen` gave."""
    vroeger: defaultdict[Model, dict[int, dict[str, Any] | None]] = defaultdict(dict)
    for ingreep in _ingrepen(vergelijking):
        _neem_op(vroeger[type(ingreep.object)], ingreep, inszen)
    nieuwe = Dienst.objects.filter(
        organisatie=organisatie, sleutel__in=map(dienstsleutel, vergelijking.nieuwe_diensten)
    )
    vroeger[Dienst] = dict.fromkeys(nieuwe.values_list("pk", flat=True))
    rijen = {
        soort._meta.model_name: _rijen(soort, organisatie, vroeger[soort]) for soort in SOORTEN
    }
    return versleutel_bytes(json.dumps(rijen).encode())


def lees_terugweg(opdracht: Importopdracht) -> Terugweg:
    """Raises OnleesbareWaarde when no key opens it."""
    rijen = json.loads(ontsleutel_bytes(bytes(opdracht.terugweg)))
    return Terugweg(
        {
            _OP_NAAM[naam]: [
                Geschreven(sleutel, datetime.fromisoformat(moment), werknemer, vroeger)
                for sleutel, moment, werknemer, vroeger in sporen
            ]
            for naam, sporen in rijen.items()
        }
    )


def als_waarde(veld: Any, bewaard: Any) -> Any:
    """What a field held, from how it was kept; of another record its key."""
    if bewaard is None:
        return None
    if isinstance(bewaard, dict):
        return OnleesbareTekst(bewaard["geheim"])
    if isinstance(bewaard, list):
        van, tot = bewaard
        return Periode(date.fromisoformat(van), date.fromisoformat(tot) if tot else None)
    return veld.to_python(bewaard)


def _ingrepen(vergelijking: Vergelijking) -> Iterable[Ingreep]:
    return (ingreep for rij in vergelijking.rijen for ingreep in rij.ingrepen)


def _neem_op(
    vroeger: dict[int, dict[str, Any] | None], ingreep: Ingreep, inszen: Mapping[int, str]
) -> None:
    """Of several changes to one record, what was there before the first counts."""
    sleutel = ingreep.object.pk
    if not ingreep.oud:
        vroeger[sleutel] = None
    velden = vroeger.setdefault(sleutel, {})
    if velden is None:
        return
    for veld, waarde in ingreep.oud.items():
        eerder = inszen.get(sleutel, "") if veld == "insz" else waarde
        velden.setdefault(veld, _bewaard(eerder))


def _rijen(
    soort: Model, organisatie: Organisatie, vroeger: Mapping[int, dict[str, Any] | None]
) -> list[list[Any]]:
    van = {Werknemer: "pk", Dienst: None}.get(soort, "werknemer_id")
    gevonden = soort.objects.filter(organisatie=organisatie, pk__in=vroeger).order_by("pk")
    waarden = gevonden.values_list("pk", "gewijzigd_op", van or "pk")
    return [
        [sleutel, moment.isoformat(), wie if van else None, vroeger[sleutel]]
        for sleutel, moment, wie in waarden
    ]


def _bewaard(waarde: Any) -> Any:
    """As JSON holds it and `als_waarde` reads it."""
    if isinstance(waarde, models.Model):
        return waarde.pk
    if isinstance(waarde, OnleesbareTekst):
        return {"geheim": waarde.geheim}
    if isinstance(waarde, Periode):
        return [waarde.van.isoformat(), waarde.tot.isoformat() if waarde.tot else None]
    return str(waarde) if isinstance(waarde, date | Decimal) else waarde
