"""Model fields: a period as `Periode`, and text that the database holds encrypted."""

import json
from typing import TYPE_CHECKING, Any, Final, Self

from django.contrib.postgres.fields import DateRangeField
from django.core.exceptions import ValidationError
from django.db import models
from psycopg2.extras import DateRange

from gedeeld.periode import Periode
from gedeeld.versleuteling import OnleesbareWaarde, ontsleutel, versleutel

if TYPE_CHECKING:
    _Tekstveld = models.TextField[str, str]
else:  # Django's fields take type arguments in their stubs only.
    _Tekstveld = models.TextField


class PeriodeVeld(DateRangeField):
    """A PostgreSQL `daterange` that reads and writes as `Periode`."""

    def from_db_value(self, waarde: DateRange | None, *_: Any) -> Periode | None:
        if waarde is None or waarde.isempty:
            return None
        return Periode(waarde.lower, waarde.upper)

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, Periode):
            return DateRange(value.van, value.tot)
        return super().get_prep_value(value)

    def to_python(self, value: Any) -> Any:
        """A `Periode` from whatever holds one: itself, a range, or the JSON of a fixture."""
        if isinstance(value, Periode) or value is None:
            return value
        bereik = super().to_python(value)
        return Periode(bereik.lower, bereik.upper)

    def value_to_string(self, obj: models.Model) -> str:
        periode = self.value_from_object(obj)
        if periode is None:
            return ""
        tot = periode.tot and periode.tot.isoformat()
        return json.dumps({"lower": periode.van.isoformat(), "upper": tot, "bounds": "[)"})

    def run_validators(self, value: Any) -> None:
        """Nothing to do: a `Periode` that exists is valid."""


# A condition that every row meets, for the index of a rule that periods do not overlap. PostgreSQL
# thinks such an index the cheapest way to the rows of somebody, and reads it five times as long as
# the one by key. Queries do not say this, so the index is there for the rule alone.
MET_DAGEN: Final = models.Q(periode__isempty=False)


class OnleesbareTekst(str):
    """What stands where a text should be that no key opens.

    It keeps what the database holds: saving the record writes that back as it was, so that the
    text is there again once its key is.
    """

    ZIN: Final = "niet leesbaar"
    geheim: str

    def __new__(cls, geheim: str) -> Self:
        tekst = super().__new__(cls, cls.ZIN)
        tekst.geheim = geheim
        return tekst

    def __getnewargs__(self) -> tuple[str]:
        return (self.geheim,)


class VersleuteldeTekst(_Tekstveld):
    """Text that is encrypted in the database; look-ups need a hash beside it.

    It reads as an `OnleesbareTekst` when no key opens it: one lost key must not take away every
    page of a person.
    """

    def from_db_value(self, waarde: str | None, *_: Any) -> str | None:
        if not waarde:
            return waarde
        try:
            return ontsleutel(waarde)
        except OnleesbareWaarde:
            return OnleesbareTekst(waarde)

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, OnleesbareTekst):
            return value.geheim
        return value if not value else versleutel(str(value))

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name in {"isnull", "exact"}:
            return super().get_lookup(lookup_name)
        raise ValidationError(f"An encrypted field has no look-up '{lookup_name}'.")
