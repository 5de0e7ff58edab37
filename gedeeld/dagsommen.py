"""Days and months that the database adds to a day, or counts, as `gedeeld.periode` does."""

from typing import Any, ClassVar, Final

from django.db.models import DateField, F, Func, IntegerField

_IN_MAANDEN: Final = "make_interval(months => %(expressions)s)"


class Geheel(Func):
    """A whole number for the database, whatever it was."""

    template = "(%(expressions)s)::integer"
    output_field: ClassVar = IntegerField()


class DagenLater(Func):
    """The day so many days after a day (before it, when negative); either may be an expression."""

    template = "(%(expressions)s)::date"
    arg_joiner = " + "
    output_field: ClassVar = DateField()

    def __init__(self, dag: Any, dagen: Any) -> None:
        super().__init__(_als_veld(dag), Geheel(dagen))


class MaandenLater(Func):
    """The same day so many months later, or the last of that month (`periode.plus_maanden`)."""

    template = "(%(expressions)s)::date"
    arg_joiner = " + "
    output_field: ClassVar = DateField()

    def __init__(self, dag: Any, maanden: Any) -> None:
        super().__init__(_als_veld(dag), Func(Geheel(maanden), template=_IN_MAANDEN))


class EersteDagBinnen(Func):
    """The first day on which a day lies within so many months: a month that is too short reaches
    less far than it seems."""

    template = "%(expressions)s"
    output_field: ClassVar = DateField()

    def __init__(self, dag: Any, maanden: Any) -> None:
        eerder = MaandenLater(dag, _Min(maanden))
        te_kort = _Kleiner(MaandenLater(eerder, maanden), _als_veld(dag))
        super().__init__(DagenLater(eerder, te_kort))


class MaandenTot(Func):
    """How many months a day must be moved on to reach another one: 0 when that is behind it."""

    template = (
        "(SELECT CASE WHEN naar < van THEN 0 ELSE greatest(1, m + "
        "((van + make_interval(months => m))::date < naar)::integer) END FROM (SELECT van, naar, "
        "(12 * (extract(year FROM naar) - extract(year FROM van)) + extract(month FROM naar) "
        "- extract(month FROM van))::integer AS m FROM (SELECT %(expressions)s) AS d (van, naar)"
        ") AS d)"
    )
    output_field: ClassVar = IntegerField()


class _Min(Func):
    template = "-(%(expressions)s)::integer"
    output_field: ClassVar = IntegerField()


class _Kleiner(Func):
    """1 when the first day lies before the second."""

    template = "(%(expressions)s)::integer"
    arg_joiner = " < "
    output_field: ClassVar = IntegerField()


def _als_veld(dag: Any) -> Any:
    return F(dag) if isinstance(dag, str) else dag
