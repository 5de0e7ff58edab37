"""XLS, XLSB and ODS: read in a process of its own with limits, see `werkmapkind`.

What that does not tell (formulas without a result, errors, hidden rows), XLS and ODS hold where it
can be found. In XLSB each formula holds a value, counted or not: there it cannot be known.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from werknemers.domein.invoer import werkmapkind
from werknemers.domein.invoer.bestandssoort import beschadigd, versleuteld
from werknemers.domein.invoer.bladwacht import Bladmeting, blad_te_groot
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.ruwblad import RuwBlad
from werknemers.domein.invoer.xlsx import zet_gebreken

# Reading takes a second; the wait for a busy machine may take longer.
_WACHT: Final = 3 * werkmapkind.SECONDEN


def lees_andere(inhoud: bytes, meet: Callable[[], list[Bladmeting]]) -> Iterator[RuwBlad]:
    """The sheets in the order of the tabs. `meet` gives what else is known of each, once they could
    be read; nothing where it is not known. Raises BestandGeweigerd for what cannot be read."""
    bladen = json.loads(_lees_apart(inhoud))
    for blad, meting in zip_longest(bladen, meet()[: len(bladen)]):
        rijen = blad["rijen"]
        cellen = [[_cel(waarde) for waarde in rij] for rij in rijen or ()]
        if meting is not None and rijen is not None:
            zet_gebreken(cellen, meting)
        yield RuwBlad(
            blad["naam"],
            cellen,
            zichtbaar=rijen is not None,
            volledig=meting is not None,
            verborgen=frozenset(meting.verborgen if meting else ()),
            samengevoegd=tuple((boven, onder, kolom) for boven, onder, kolom in blad["samen"]),
        )


def _lees_apart(inhoud: bytes) -> bytes:
    try:
        uitkomst = subprocess.run(
            [sys.executable, "-I", str(Path(werkmapkind.__file__))],
            input=inhoud,
            capture_output=True,
            timeout=_WACHT,
            check=False,
        )
    except subprocess.TimeoutExpired as fout:
        raise blad_te_groot() from fout
    if uitkomst.returncode == werkmapkind.VERSLEUTELD:
        raise versleuteld()
    # Below zero: the machine stopped it, for memory or for time.
    if uitkomst.returncode == werkmapkind.TE_GROOT or uitkomst.returncode < 0:
        raise blad_te_groot()
    if uitkomst.returncode:
        raise beschadigd()
    return uitkomst.stdout


def _cel(waarde: Any) -> Cel:
    if not isinstance(waarde, list):
        cel: Cel = waarde
        return cel
    soort, tekst = waarde
    if soort == "m":
        return datetime.fromisoformat(tekst)
    if soort == "d":
        return date.fromisoformat(tekst)
    return time.fromisoformat(tekst) if soort == "t" else timedelta(seconds=tekst)
