"""Reads XLS, XLSB and ODS in a process of its own, which may not take more than its share.

Run as a script: the file on stdin, sheets as JSON on stdout. Nothing of it was measured before, so
memory and time have limits that the machine guards; whoever starts it looks at how it ended.
"""

import datetime
import io
import json
import resource
import sys
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

GEHEUGEN: Final = 1024 * 1024 * 1024
SECONDEN: Final = 20
MAX_CELLEN: Final = 4_000_000
BESCHADIGD: Final = 3
VERSLEUTELD: Final = 4
TE_GROOT: Final = 5


def _waarde(cel: Any) -> Any:
    """As JSON can hold it: what is no text, number or truth becomes [kind, value]."""
    if isinstance(cel, datetime.datetime):
        return ["m", cel.isoformat()]
    if isinstance(cel, datetime.date):
        return ["d", cel.isoformat()]
    if isinstance(cel, datetime.time):
        return ["t", cel.isoformat()]
    if isinstance(cel, datetime.timedelta):
        return ["s", cel.total_seconds()]
    return cel


def _blad(werkmap: CalamineWorkbook, naam: str, ruimte: int) -> dict[str, Any]:
    blad = werkmap.get_sheet_by_name(naam)
    if blad.total_height * blad.total_width > ruimte:
        sys.exit(TE_GROOT)
    rijen = blad.to_python(skip_empty_area=False)
    samen = [
        [boven, onder, links]
        for (boven, links), (onder, _) in blad.merged_cell_ranges or ()
        if onder > boven
    ]
    return {"naam": naam, "rijen": [list(map(_waarde, rij)) for rij in rijen], "samen": samen}


def _lees(inhoud: bytes) -> list[dict[str, Any]]:
    werkmap = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    bladen: list[dict[str, Any]] = []
    ruimte = MAX_CELLEN
    for blad in werkmap.sheets_metadata:
        if blad.visible != SheetVisibleEnum.Visible:
            bladen.append({"naam": blad.name, "rijen": None, "samen": []})
            continue
        bladen.append(_blad(werkmap, blad.name, ruimte))
        ruimte -= sum(map(len, bladen[-1]["rijen"]))
    return bladen


def main() -> None:
    """Ends with one of the codes above when there is nothing to give."""
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDEN, SECONDEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        bladen = _lees(sys.stdin.buffer.read())
        json.dump(bladen, sys.stdout)
    except PasswordError:
        sys.exit(VERSLEUTELD)
    except MemoryError:
        sys.exit(TE_GROOT)
    except (CalamineError, ValueError, OSError):
        sys.exit(BESCHADIGD)


if __name__ == "__main__":
    main()
