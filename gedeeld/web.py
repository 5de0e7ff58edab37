"""What every view does the same way: refuse, and answer with a page, its fragment or a file."""

import re
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Final, TypeVar
from urllib.parse import unquote, urlsplit

from django.contrib.auth.middleware import get_user
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.forms import BaseForm
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.functional import SimpleLazyObject
from django.utils.http import content_disposition_header, url_has_allowed_host_and_scheme
from django_htmx.http import push_url

from gedeeld.adreskeuze import zeg_bladzijde

PER_PAGINA: Final = 25
# Every key fits. "²" is a digit too for Python, and of thousands of digits no number can be made.
_SLEUTEL: Final = re.compile(r"[0-9]{1,18}")
# Far more than any address of ours, far less than a header may hold.
_LANGSTE_ADRES: Final = 2000
# Of a view that shows a form and takes it.
METHODES: Final = ["GET", "HEAD", "POST"]
PDF: Final = "application/pdf"
ZIP: Final = "application/zip"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def vereist(recht: Callable[[Any], bool]) -> Callable[[View], View]:
    """Answer 403 unless the predicate holds for the user who asks."""

    def versier(view: View) -> View:
        @wraps(view)
        def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if isinstance(request.user, SimpleLazyObject):
                # Who asks is known by now, and every word of a page asks for it again.
                request.user = get_user(request)
            if not recht(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        bewaakt.recht = recht  # type: ignore[attr-defined]
        return bewaakt  # type: ignore[return-value]

    return versier


class NietGevonden(Http404):
    """What is asked for is not there, with a sentence for who asked: what, and what to do."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


def als_sleutel(tekst: str) -> int | None:
    """The key that a request names; None for what cannot be one."""
    return int(tekst) if _SLEUTEL.fullmatch(tekst) else None


def wil_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page; a restored history entry wants all of it."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def terug_naar(request: HttpRequest) -> str:
    """The page of ours that `terug` names, in what was sent or in the address; else "".

    Ask for it before anything is written: nothing may fail after that.
    """
    adres = request.POST.get("terug") or request.GET.get("terug") or ""
    eigen = url_has_allowed_host_and_scheme(adres, allowed_hosts={request.get_host()})
    # A word without a slash would be looked up as the name of an address; one that is longer than
    # a browser takes would be refused when the answer is made.
    past = adres.startswith("/") and len(adres) <= _LANGSTE_ADRES
    return adres if eigen and past and bestaat(adres) else ""


def bestaat(adres: str) -> bool:
    """Whether a page of ours has this address; what it asks for may still be gone."""
    try:
        resolve(unquote(urlsplit(adres).path))
    except (Resolver404, ValueError):
        return False
    return True


def pad_van_pagina(request: HttpRequest) -> str:
    """The path of the page from which htmx asks; "" when it does not say, or says nonsense."""
    try:
        adres = request.htmx.current_url_abs_path or ""  # type: ignore[attr-defined]
        return urlsplit(adres).path
    except ValueError:
        return ""


def toon(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    deel: str,
    status: int = 200,
    adres: str = "",
) -> HttpResponse:
    """The page, or only its partial `deel` when htmx asks for it.

    `adres` is what the address bar shows after a fragment; "" leaves it as it is.
    """
    fragment = wil_fragment(request)
    antwoord = render(
        request, f"{template}#{deel}" if fragment else template, context, status=status
    )
    antwoord["Vary"] = "HX-Request"
    return push_url(antwoord, adres) if fragment and adres else antwoord


def toon_formulier(
    request: HttpRequest, template: str, form: BaseForm, context: dict[str, Any] | None = None
) -> HttpResponse:
    """The page with a form; status 422 when it comes back because it was refused."""
    status = 422 if form.is_bound and not getattr(form, "zoekt", False) else 200
    return render(request, template, {"form": form, **(context or {})}, status=status)


def kies_pagina(
    request: HttpRequest,
    rijen: Any,
    per_pagina: int = PER_PAGINA,
    bladzijden: "type[Paginator[Any]]" = Paginator,
    *,
    aantal: int | None = None,
    naam: str = "pagina",
) -> Page[Any]:
    """The part of a list that the address asks for; the nearest one that exists, said above it.

    `aantal` is how many there are, when that is known; otherwise it is a query. `naam` is what the
    address calls the page.
    """
    bladen = bladzijden(rijen, per_pagina)
    if aantal is not None:
        bladen.count = aantal
    gevraagd = request.GET.get(naam)
    pagina = bladen.get_page(gevraagd)
    zeg_bladzijde(request, gevraagd, pagina.number)
    return pagina


def download(inhoud: bytes, soort: str, bestandsnaam: str) -> HttpResponse:
    """A file to keep, never to show: `soort` is its media type."""
    kop = content_disposition_header(as_attachment=True, filename=bestandsnaam)
    return HttpResponse(inhoud, content_type=soort, headers={"Content-Disposition": kop})


def download_stroom(
    stukken: Iterator[bytes], soort: str, bestandsnaam: str
) -> StreamingHttpResponse:
    """As `download`, for what is too much to hold at once; it reads after the transaction."""
    kop = content_disposition_header(as_attachment=True, filename=bestandsnaam)
    return StreamingHttpResponse(
        stukken, content_type=soort, headers={"Content-Disposition": kop or ""}
    )
