"""Pages go out compressed, without their length telling what stands in them."""

from typing import Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

# Of these an eighth is left. Spreadsheets, PDFs, images and fonts are compressed inside already.
TEKST: Final = frozenset({"text/html", "application/json", "image/svg+xml", "text/csv"})
# What a browser says of who asks: a page of ours, or somebody who typed or kept the address. An
# old browser says nothing.
VERTROUWD: Final = frozenset({"same-origin", "none", ""})


class Compressie(GZipMiddleware):
    """Compresses what is text, for who asks for it.

    How well a page compresses tells a listener whether what stands in its address stands in it a
    second time (BREACH). So nothing is compressed that another site asks for in somebody's name; of
    the rest Django makes the length differ by up to a hundred bytes, by chance.

    Stands outside everything that answers, the pages on failures included, and inside what
    serves static files, which were compressed when they were collected.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        soort = response.get("Content-Type", "").partition(";")[0].strip().lower()
        vertrouwd = request.headers.get("Sec-Fetch-Site", "") in VERTROUWD
        if response.streaming or soort not in TEKST or not vertrouwd:
            return response
        return super().process_response(request, response)
