"""What keeps personal data out of the logs, on text that was written to keep it busy."""

from collections.abc import Callable, Iterator
from time import process_time
from typing import Final

from doorstroom.logboek import zonder_persoonsgegevens
from tests.meting.beurten import om_beurten
from tests.meting.rij import Banken, Regel, Rij, keer

# Shapes on which a pattern that tries again at each letter takes four times as long for twice.
VIJANDIG: Final[dict[str, Callable[[int], str]]] = {
    "a word without end": lambda n: "a" * n,
    "dots": lambda n: "a." * (n // 2),
    "signs of a mail address": lambda n: "@" * n,
    "half mail addresses": lambda n: "a@" * (n // 2),
    "a mail address without end": lambda n: "a@" + "b" * n,
    "a mail address with short ends": lambda n: "a@" + "b.c." * (n // 4),
    "many mail addresses": lambda n: "an@voorbeeld.be " * (n // 16),
    "digits": lambda n: "8" * n,
    "digits with spaces": lambda n: "85 " * (n // 3),
    "almost numbers": lambda n: "85.07.30-033.2" * (n // 14),
    "links": lambda n: "password/reset/key/" * (n // 19),
    "a link without end": lambda n: "password/reset/key/" + "x" * n,
    "details": lambda n: "DETAIL:" * (n // 7),
    "details with lines": lambda n: "DETAIL:" + "\nThe above" * (n // 10),
    "lines": lambda n: "\n" * n,
}
_LENGTE: Final = 50_000


def _regel(vorm: str) -> Regel:
    kort, lang = (VIJANDIG[vorm](lengte) for lengte in (_LENGTE, 2 * _LENGTE))

    def filter_(tekst: str) -> None:
        zonder_persoonsgegevens(None, "", {"event": tekst})

    tijden = om_beurten(lambda: filter_(lang), lambda: filter_(kort), 7, klok=process_time)
    wat = "logfilter, een dubbel zo lange vijandige regel"
    return Regel(wat, *tijden, keer(3), uitleg=[vorm])


def _meet(_: Banken) -> Iterator[Regel]:
    """The worst of all shapes."""
    yield max((_regel(vorm) for vorm in VIJANDIG), key=lambda regel: regel.waarde)


RIJEN = (Rij("logfilter", "wat persoonsgegevens uit de logs houdt", _meet, leest_bank=False),)
