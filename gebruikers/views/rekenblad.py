"""A list that somebody takes along as a spreadsheet."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

from gebruikers.verzoek import Verzoek
from gedeeld.lijstblad import Lijstblad, Rijkolom, schrijf_lijst
from gedeeld.tijd import vandaag
from gedeeld.web import XLSX, download


def download_lijst(
    request: Verzoek,
    titel: str,
    kolommen: Sequence[Rijkolom],
    rijen: Iterable[Any],
    keuzes: Iterable[tuple[str, Any]] = (),
    **vorm: int,
) -> HttpResponse:
    """The list as it is now, of the organisation of who asks; `vorm` as in `Lijstblad`."""
    organisatie, op = str(request.user.organisatie), vandaag()
    blad = Lijstblad(titel, organisatie, op, kolommen, rijen, keuzes, **vorm)
    naam = titel.lower().replace(" ", "-")
    return download(schrijf_lijst(blad), XLSX, f"{naam}-{op:%Y-%m-%d}.xlsx")


def vraag_van(request: Verzoek) -> str:
    """What the address of a list asks, without the page of it."""
    vraag = request.GET.copy()
    vraag.pop("pagina", None)
    return vraag.urlencode()
