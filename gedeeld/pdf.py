"""HTML to an accessible PDF (PDF/UA-1), with fonts and style read once per process.

One font map serves all documents of a process, and Pango does not share one between threads: a
process that makes PDFs has one thread that does. Those are the workers of the queue `pdf` and the
commands; a web process has many threads, and makes none (docs/adr/0023).

Importing WeasyPrint takes more than a second: import this module where a PDF is made, inside the
function, so that pages and commands that make none do not pay for it.
"""

from email.message import EmailMessage
from functools import cache
from mimetypes import guess_type
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

VARIANT: Final = "pdf/ua-1"
STATISCH: Final = (Path(settings.BASE_DIR) / "static").resolve()


class VerbodenBron(ValueError):
    """The page asks for something that is no file under static/, or for one that is missing."""


class StatischeBronnen(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Reads files under static/ and nothing else: no network, no other file of the machine."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file",), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        delen = urlsplit(url)
        pad = Path(unquote(delen.path)).resolve()
        if delen.scheme != "file" or delen.netloc or not pad.is_relative_to(STATISCH):
            raise VerbodenBron(url)
        koppen = EmailMessage()
        koppen["Content-Type"] = guess_type(pad.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, pad.read_bytes(), koppen)


_bronnen = StatischeBronnen()
_letters = FontConfiguration()


@cache
def _stijl(stijlblad: str) -> CSS:
    return CSS(STATISCH / stijlblad, font_config=_letters, url_fetcher=_bronnen)


def _wijs_koppen(_document: Any, pdf: Any) -> None:
    """Say of each table header whether it heads its row or its column.

    WeasyPrint ties cells to their headers by ID; PDF/UA also accepts, and older readers only know,
    the Scope of the header.
    """
    objecten = {ding.reference: ding for ding in pdf.objects}
    for ding in pdf.objects:
        if isinstance(ding, dict) and ding.get("S") == "/TH":
            deel = objecten[objecten[ding["P"]]["P"]]
            ding["A"]["Scope"] = "/Column" if deel["S"] == "/THead" else "/Row"


def maak_pdf(html: str, *stijlbladen: str) -> bytes:
    """The tagged PDF of a whole HTML page; `stijlbladen` are paths under static/.

    Addresses in the page count from static/. The same page and style give the same bytes. Raises
    VerbodenBron for an address outside static/: a document with a hole in it must not go out.
    """
    try:
        pagina = HTML(string=html, base_url=STATISCH, url_fetcher=_bronnen)
        return bytes(
            pagina.write_pdf(
                stylesheets=[_stijl(blad) for blad in stijlbladen],
                font_config=_letters,
                pdf_variant=VARIANT,
                finisher=_wijs_koppen,
            )
        )
    except FatalURLFetchingError as fout:
        # Not an Exception in WeasyPrint, so it would take the whole process down.
        raise VerbodenBron(str(fout)) from fout
