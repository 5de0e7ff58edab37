"""Whom nobody serves on a day, though somebody may be written down as their counsellor."""

from datetime import date

from django.db.models import Q

from gebruikers.models import Waarneming
from gebruikers.models.gebruiker import begeleidt


def zonder_begeleiding(datum: date, pad: str = "", *, organisatie: int | None = None) -> Q:
    """The condition of `WerknemerQuerySet.zonder_begeleiding_op`, in service or not, on
    the employee at the end of this path.

    No counsellor; one who is switched off or has another role now, even while somebody stands in;
    one who is away without a stand-in who is there. When they are all of one `organisatie`, who
    says so has only its stand-ins looked at.
    """
    weg = Waarneming.objects.onvervangen_op(datum).order_by().values("begeleider")
    if organisatie is not None:
        weg = weg.filter(organisatie=organisatie)
    wie = f"{pad}begeleider"
    return Q(**{wie: None}) | ~begeleidt(f"{wie}__") | Q(**{f"{wie}__in": weg})
