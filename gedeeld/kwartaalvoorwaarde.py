"""A condition for the database: a day that begins a quarter."""

from django.db import models
from django.db.models import F, Func
from django.db.models.lookups import Exact


def begint_een_kwartaal(veld: str) -> Exact:
    """Whether the date in this field is the first day of a quarter."""
    kwartaal = Func(
        F(veld),
        template="(date_trunc('quarter', %(expressions)s::timestamp))::date",
        output_field=models.DateField(),
    )
    return Exact(F(veld), kwartaal)
