"""The same form twice is one record: remembers what was sent from which rendered page.

A page that is rendered carries a token against forgery, masked anew each time: that is the key of
its forms. Sent again with the same content, by a second click or a telephone that tries again, it
is the same; what was changed meanwhile is something else, and counts.
"""

import hashlib
from collections.abc import Iterator
from typing import Final

from django.db import connection, models
from django.http import HttpRequest

from gedeeld.models import Inzending
from gedeeld.periode import plus_dagen
from gedeeld.taken.taakruns import taakrun
from gedeeld.tijd import nu, vandaag

TAAK: Final = "ruim_inzendingen_op"
SLEUTELVELD: Final = "csrfmiddlewaretoken"
# Which draft the script filled the form from: it keeps one more when no answer came.
_GEEN_INHOUD: Final = frozenset({"concept_gezien"})
# Nobody sends a page again that was open for longer: a login ends the same day.
BEWAARDAGEN: Final = 7
_CLAIM: Final = """
    INSERT INTO gedeeld_inzending (vingerafdruk, gebruiker_id, naar, op) VALUES (%s, %s, '', %s)
    ON CONFLICT (vingerafdruk) DO NOTHING RETURNING id
"""


def vingerafdruk(request: HttpRequest) -> str:
    """A hash of who sends what from which page; "" for what carries no key or comes from nobody."""
    if request.method != "POST" or not request.user.is_authenticated:
        return ""
    if not request.POST.get(SLEUTELVELD):
        return ""
    som = hashlib.sha256()
    for deel in _delen(request):
        # With its length: two texts that touch must not read as two others.
        som.update(len(deel).to_bytes(8, "big"))
        som.update(deel)
    return som.hexdigest()


def claim(afdruk: str, gebruiker: models.Model) -> tuple[Inzending, bool]:
    """The row of this form, and whether it is new; inside the transaction of the request.

    Waits for another request with the same form until that is kept or undone. One statement for
    what is new.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, [afdruk, gebruiker.pk, nu()])
        if (rij := cursor.fetchone()) is not None:
            return Inzending(pk=rij[0], vingerafdruk=afdruk), True
    return Inzending.objects.get(vingerafdruk=afdruk), False


def rond_af(inzending: Inzending, naar: str) -> None:
    """It was kept; the answer led to the address `naar`, or changed the page it came from ("")."""
    if naar:
        Inzending.objects.filter(pk=inzending.pk).update(naar=naar)


def vergeet(inzending: Inzending) -> None:
    """Nothing was kept of it: it may be sent again."""
    Inzending.objects.filter(pk=inzending.pk).delete()


def ruim_inzendingen_op() -> int:
    """Forget what was sent more than `BEWAARDAGEN` days ago; how many."""
    with taakrun(TAAK) as tellingen:
        grens = plus_dagen(vandaag(), -BEWAARDAGEN)
        tellingen["vergeten"], _ = Inzending.objects.filter(op__date__lt=grens).delete()
    return tellingen["vergeten"]


def _delen(request: HttpRequest) -> Iterator[bytes]:
    yield str(request.user.pk).encode()
    yield request.get_full_path().encode()
    for naam in sorted(set(request.POST) - _GEEN_INHOUD):
        for waarde in (naam, *request.POST.getlist(naam)):
            yield waarde.encode("utf-8", "surrogatepass")
    for naam in sorted(request.FILES):
        for bestand in request.FILES.getlist(naam):
            yield f"{naam} {bestand.name}".encode("utf-8", "surrogatepass")
            yield hashlib.sha256(b"".join(bestand.chunks())).digest()
            bestand.seek(0)
