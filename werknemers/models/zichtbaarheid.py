"""Which employees a user may know about, once, for employees and for all that hangs on them."""

from django.db.models import Q

from gebruikers.models import Waarneming
from gebruikers.rechten import HeeftRol, is_lid
from gedeeld.tijd import vandaag
from werknemers.rechten import ziet_alle_werknemers

NIEMAND = Q(pk__in=())


def zichtbare_werknemers(gebruiker: HeeftRol, pad: str = "") -> Q:
    """The condition on a model whose employee stands at `pad` ("" for Werknemer itself).

    HR, coordinators and administrators know everybody of their organisation, a counsellor the own
    caseload and, for the length of a stand-in, that of the colleague.
    """
    if not is_lid(gebruiker):
        return NIEMAND
    voor = f"{pad}__" if pad else ""
    eigen = Q(**{f"{voor}organisatie": gebruiker.organisatie_id})
    if ziet_alle_werknemers(gebruiker):
        return eigen
    waargenomen = Waarneming.objects.op(vandaag()).filter(vervanger=gebruiker.pk)
    return eigen & (
        Q(**{f"{voor}begeleider": gebruiker.pk})
        | Q(**{f"{voor}begeleider__in": waargenomen.values("begeleider")})
    )
