"""The night, beside the bare statements that do the same work for the whole country."""

from collections.abc import Callable, Iterator
from typing import Final

from django.apps import apps
from django.db import connection
from django.urls import reverse

from gebruikers.models import Organisatie
from gedeeld.tijd import vandaag
from tests.meting.bank import Bank, in_bank, kopie
from tests.meting.beurten import duur, om_beurten
from tests.meting.kaal.nacht import kale_nacht
from tests.meting.mensen import gewone, grootste
from tests.meting.nachtwerkers import nacht_met_workers
from tests.meting.naspelen import ongedaan
from tests.meting.rij import Banken, Regel, Rij, keer
from trajects.models import Signaal
from trajects.signaalsoorten.leest import gelezen_door
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signalen.bepaal_signalen import Signaaluitkomst, bepaal_signalen, bepaal_voor

_BEURTEN: Final = 3
NACHT, TWEE_WORKERS, VLAK = 1.5, 0.6, 1.25
_WERKBANK: Final = "meting_nacht"


def _kaal() -> None:
    with ongedaan():
        kale_nacht(vandaag())


def _ons() -> None:
    bepaal_signalen(op=vandaag())


def _wek() -> None:
    """A database that was copied just now is read from disk by whoever comes first; and who first
    asks for an address loads every page of the site."""
    reverse("trajects:signalen")
    gelezen = {naam for regel in SIGNAALREGELS for naam in gelezen_door(regel)}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model is Signaal or model._meta.label in gelezen:
                cursor.execute(f"SELECT count(*) FROM {model._meta.db_table}")  # noqa: S608 - ours


def _ruim() -> None:
    """What was undone leaves dead rows."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE trajects_signaal, gedeeld_uitgaandemail")


def _meet_land(banken: Banken) -> Iterator[Regel]:
    eerst: tuple[list[float], list[float]] = ([], [])
    weer: tuple[list[float], list[float]] = ([], [])
    for _ in range(1 if banken.kort else _BEURTEN):
        with kopie(banken.groot, _WERKBANK) as bank, in_bank(bank):
            _wek()
            voor = Signaal.objects.count()
            eerst[1].append(duur(_kaal))
            _ruim()
            eerst[0].append(duur(_ons))
            nieuw = Signaal.objects.count() - voor
            _ruim()
            weer[1].append(duur(_kaal))
            weer[0].append(duur(_ons))
            aantal = Organisatie.objects.count()
    wat = f"nacht, {aantal} organisaties, "
    uitleg = [f"{nieuw} nieuwe signalen"]
    yield Regel(f"{wat}voor het eerst", *eerst, keer(NACHT), uitleg=uitleg)
    yield Regel(f"{wat}opnieuw", *weer, keer(NACHT))


def _meet_workers(banken: Banken) -> Iterator[Regel]:
    """Each on a fresh copy, in whole processes, as the night itself is."""
    tijden: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(1 if banken.kort else _BEURTEN):
        for aantal, lijst in tijden.items():
            with kopie(banken.groot, _WERKBANK) as bank, in_bank(bank):
                _wek()
                lijst.append(nacht_met_workers(bank, aantal))
    yield Regel("nacht, twee workers naast één", tijden[2], tijden[1], keer(TWEE_WORKERS))


def _een(organisatie: Organisatie) -> tuple[Callable[[], None], Callable[[], None]]:
    op = vandaag()

    def ons() -> None:
        with ongedaan():
            bepaal_voor(organisatie, Signaaluitkomst(op))

    def kaal() -> None:
        with ongedaan():
            kale_nacht(op, organisatie.pk)

    return ons, kaal


def _meet_een(banken: Banken) -> Iterator[Regel]:
    with kopie(banken.groot, _WERKBANK) as bank, in_bank(bank):
        _wek()
        huis = grootste()
        tijden = om_beurten(*_een(huis.organisatie), 5)
        wat = f"nacht van één organisatie van {huis.in_dienst}"
        yield Regel(wat, *tijden, keer(NACHT))
        groot = om_beurten(*_een(gewone().organisatie), 9)
        yield Regel("nacht van één organisatie van 330", *groot, keer(NACHT))
    if banken.alleen_klein:
        return
    klein = _van_330(banken.klein)
    wat = "nacht van 330, in het land naast drie organisaties"
    yield Regel(wat, [min(groot[0])], [min(klein)], keer(VLAK))


def _van_330(bank: Bank) -> list[float]:
    with kopie(bank, _WERKBANK) as eigen, in_bank(eigen):
        _wek()
        return om_beurten(*_een(gewone().organisatie), 9)[0]


RIJEN = (
    Rij("nacht", "de nacht van het land naast kale SQL", _meet_land),
    Rij("nacht-workers", "dezelfde nacht met twee workers naast één", _meet_workers),
    Rij("nacht-een", "de nacht van één organisatie, ook in een klein land", _meet_een),
)
