"""What somebody laid aside, or closed, as a signal: no other list of the page brings it back."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import In

from gebruikers.rechten import HeeftRol
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.models.signaal import WEGGELEGD


def niet_weggelegd(
    gebruiker: HeeftRol,
    op: date,
    soorten: Collection[str],
    *,
    werknemer: str = "werknemer",
    onderwerp: str = "pk",
) -> Q:
    """The condition on a record that no signal of these kinds about it was closed, or is laid aside
    on the day. `werknemer` and `onderwerp` are paths to what its signal names.

    Who has such a signal at all is looked up in one go: most people have none.
    """
    weg = Signaal.objects.filter(
        WEGGELEGD,
        Q(status=Signaalstatus.AFGEHANDELD) | Q(uitgesteld_tot__gt=op),
        organisatie=gebruiker.organisatie_id,
        soort__in=soorten,
    ).order_by()
    heeft = Coalesce(In(F(werknemer), weg.values("werknemer")), Value(False))
    ditzelfde = weg.filter(werknemer=OuterRef(werknemer), onderwerp=OuterRef(onderwerp))
    return ~(Q(heeft) & Q(Exists(ditzelfde)))
