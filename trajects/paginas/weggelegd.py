"""What somebody laid aside, or closed, as a signal: no other list of the page brings it back."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q

from gebruikers.rechten import HeeftRol
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal


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
    """
    weg = Signaal.objects.filter(
        Q(status=Signaalstatus.UITGESTELD, uitgesteld_tot__gt=op)
        | Q(status=Signaalstatus.AFGEHANDELD),
        organisatie=gebruiker.organisatie_id,
        soort__in=soorten,
        werknemer=OuterRef(werknemer),
        onderwerp=OuterRef(onderwerp),
    )
    return ~Q(Exists(weg))
