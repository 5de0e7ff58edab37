"""A list that somebody takes along as a spreadsheet."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

from gebruikers.verzoek import Verzoek
from gedeeld.bestandsnaam import bestandsnaam, veilig
from gedeeld.lijstblad import Lijstblad, Rijkolom, schrijf_lijst
from gedeeld.tijd import vandaag
from gedeeld.web import XLSX, download


def download_lijst(
    request: Verzoek,
    titel: str,
    kolommen: Sequence[Rijkolom],
    rijen: Iterable[Any],
    keuzes: Iterable[tuple[str, Any]] = (),
    *,
    in_naam: str = "",
    vaste_kolommen: int = 2,
) -> HttpResponse:
    """The list as it is now, of the organisation of who asks; `in_naam` is what of the choices the
    name of the file says."""
    organisatie, op = str(request.user.organisatie), vandaag()
    blad = Lijstblad(titel, organisatie, op, kolommen, rijen, keuzes, vaste_kolommen)
    wat = " ".join(filter(None, (organisatie, in_naam))).lower()
    naam = bestandsnaam(veilig(titel.lower()), wat, op, "xlsx")
    return download(schrijf_lijst(blad), XLSX, naam)


def vraag_van(request: Verzoek) -> str:
    """What the address of a list asks, without the page of it."""
    vraag = request.GET.copy()
    vraag.pop("pagina", None)
    return vraag.urlencode()
