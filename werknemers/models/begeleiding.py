"""Whom nobody serves on a day, though somebody may be written down as their counsellor."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from gebruikers.models import Gebruiker, Waarneming


def zonder_begeleiding(datum: date, pad: str = "", *, organisatie: int | None = None) -> Q:
    """The condition of `WerknemerQuerySet.zonder_begeleiding_op`, in service or not, on
    the employee at the end of this path.

    No counsellor; one who is switched off or has another role now, even while somebody stands in;
    one who is away without a stand-in who is there. When they are all of one `organisatie`, who
    says so has only its counsellors looked at.
    """
    weg = Waarneming.objects.onvervangen_op(datum).filter(
        organisatie=OuterRef("organisatie"), begeleider=OuterRef("pk")
    )
    begeleiders = Gebruiker.objects.begeleiders().filter(~Exists(weg))
    if organisatie is not None:
        begeleiders = begeleiders.filter(organisatie=organisatie)
    wie = f"{pad}begeleider"
    return Q(**{wie: None}) | ~Q(**{f"{wie}__in": begeleiders.order_by().values("pk")})
