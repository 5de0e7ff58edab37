"""Which employees a user may know about, once, for employees and for all that hangs on them."""

from django.db.models import Q

from gebruikers.models.waarneming import begeleiders_van
from gebruikers.rechten import HeeftRol, is_lid
from gedeeld.tijd import vandaag
from werknemers.rechten import ziet_alle_werknemers

NIEMAND = Q(pk__in=())


def zichtbare_werknemers(gebruiker: HeeftRol, pad: str = "") -> Q:
    """The condition on a model that has an organisation and whose employee stands at `pad` ("" for
    Werknemer itself).

    HR, coordinators and administrators know everybody of their organisation, a counsellor the own
    caseload and, for the length of a stand-in, that of the colleague.
    """
    if not is_lid(gebruiker):
        return NIEMAND
    eigen = Q(organisatie=gebruiker.organisatie_id)
    if ziet_alle_werknemers(gebruiker):
        return eigen
    begeleider = f"{pad}__begeleider" if pad else "begeleider"
    return eigen & Q(**{f"{begeleider}__in": begeleiders_van(gebruiker, vandaag())})
