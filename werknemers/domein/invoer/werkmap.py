"""A workbook of any kind as the rows of its sheets."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from werknemers.domein.invoer.andere_werkmap import lees_andere
from werknemers.domein.invoer.bestandssoort import (
    Bestandssoort,
    ander_rekenblad,
    geen_rekenblad,
)
from werknemers.domein.invoer.odsmeting import meet_ods
from werknemers.domein.invoer.ruwblad import RuwBlad
from werknemers.domein.invoer.werkmapdelen import Werkmapdelen
from werknemers.domein.invoer.xlsmeting import meet_xls
from werknemers.domein.invoer.xlsx import lees_xlsx
from werknemers.domein.invoer.zipwacht import open_zip

_XLSB: Final = "xl/workbook.bin"
_ODSINHOUD: Final = "content.xml"
_ODS: Final = b"opendocument.spreadsheet"


def lees_werkmap(inhoud: bytes, soort: Bestandssoort) -> Iterator[RuwBlad]:
    """The sheets of a workbook in the order of its tabs, each with what can be known of it.

    Raises BestandGeweigerd, also for a zip that is no workbook.
    """
    if soort is Bestandssoort.OUD:
        yield from lees_andere(inhoud, partial(meet_xls, inhoud))
        return
    with open_zip(inhoud) as archief:
        delen = Werkmapdelen(archief)
        if delen.is_xlsx:
            yield from lees_xlsx(inhoud, delen)
            return
        if not _is_ander(delen):
            raise _geen_werkmap(delen)
        xml = delen.lees(_ODSINHOUD) if delen.heeft(_ODSINHOUD) else b""
    yield from lees_andere(inhoud, partial(meet_ods, xml) if xml else list)


def _is_ander(delen: Werkmapdelen) -> bool:
    ods = delen.heeft("mimetype") and _ODS in delen.lees("mimetype")[:200]
    return ods or delen.heeft(_XLSB)


def _geen_werkmap(delen: Werkmapdelen) -> Exception:
    if delen.heeft("index/document.iwa"):
        return ander_rekenblad("Numbers")
    if delen.heeft("word/document.xml"):
        return geen_rekenblad("een Word-document")
    return geen_rekenblad("een ingepakt bestand")
