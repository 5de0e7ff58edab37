"""What was made, as one download: a file, or a ZIP that is put together while it leaves."""

from collections.abc import Iterator
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils import timezone

from gedeeld.models import Uitvoer, Uitvoerbestand
from gedeeld.tijd import nu
from gedeeld.uitvoer.soorten import GemaaktBestand
from gedeeld.versleuteling import ontsleutel_bytes
from gedeeld.weergeven import datum_voluit, meervoud

_LEESMIJ: Final = "Lees mij.txt"
# A PDF is compressed already; a little more costs little, and a ZIP that leaves while it is made
# is read by more programs this way.
_ZUINIG: Final = 1


def open_bestand(bestand: Uitvoerbestand) -> GemaaktBestand:
    """Raises OnleesbareWaarde when no key opens it."""
    return GemaaktBestand(bestand.naam, bestand.mediatype, ontsleutel_bytes(bytes(bestand.inhoud)))


def eerste_bestand(uitvoer: Uitvoer) -> GemaaktBestand | None:
    """None when all of it was left out. Raises OnleesbareWaarde."""
    bestanden = Uitvoerbestand.objects.filter(deel__uitvoer=uitvoer)
    eerste = bestanden.order_by("deel__nummer", "pk").first()
    return None if eerste is None else open_bestand(eerste)


def stroom_zip(uitvoer: Uitvoer) -> Iterator[bytes]:
    """The ZIP in pieces, with one slice of the order in memory at a time."""
    uit = _Doorgeefluik()
    with ZipFile(uit, "w", ZIP_DEFLATED, compresslevel=_ZUINIG) as bundel:
        bundel.writestr(_kop(_LEESMIJ), leesmij(uitvoer))
        gebruikt: set[str] = set()
        for bestand in _bestanden(uitvoer):
            naam = _vrije_naam(bestand.naam, gebruikt)
            bundel.writestr(_kop(naam), open_bestand(bestand).inhoud)
            yield uit.haal()
    yield uit.haal()


def leesmij(uitvoer: Uitvoer) -> str:
    """What is in the ZIP and what is not, for whoever opens it later."""
    aantal = Uitvoerbestand.objects.filter(deel__uitvoer=uitvoer).count()
    gemaakt = datum_voluit(timezone.localdate(uitvoer.klaar_op or nu()))
    regels = [
        f"{uitvoer.titel}",
        f"{meervoud(aantal, 'document', 'documenten')}, gemaakt op {gemaakt}.",
        "Wat erin staat, was die dag bekend en is vertrouwelijk.",
    ]
    if zinnen := uitvoer.overgeslagen():
        regels += ["", "Niet in deze bundel:", *(f"- {zin}" for zin in zinnen)]
    return "\r\n".join([*regels, ""])


def _bestanden(uitvoer: Uitvoer) -> Iterator[Uitvoerbestand]:
    for deel in uitvoer.delen.order_by("nummer"):
        yield from deel.bestanden.order_by("pk")


def _kop(naam: str) -> ZipInfo:
    kop = ZipInfo(naam, timezone.localtime(nu()).timetuple()[:6])
    kop.compress_type = ZIP_DEFLATED
    return kop


def _vrije_naam(naam: str, gebruikt: set[str]) -> str:
    """Two numbers may differ only in what a file name cannot hold."""
    stam, punt, einde = naam.rpartition(".")
    keuze, volgnummer = naam, 1
    while keuze.casefold() in gebruikt:
        volgnummer += 1
        keuze = f"{stam}-{volgnummer}{punt}{einde}"
    gebruikt.add(keuze.casefold())
    return keuze


class _Doorgeefluik:
    """A file that can only be written to, and hands on what was written."""

    def __init__(self) -> None:
        self._stukken: list[bytes] = []

    def write(self, stuk: bytes) -> int:
        self._stukken.append(bytes(stuk))
        return len(stuk)

    def flush(self) -> None:
        """There is nothing behind it."""

    def close(self) -> None:
        """What was written may still be had."""

    def haal(self) -> bytes:
        stukken, self._stukken = self._stukken, []
        return b"".join(stukken)
