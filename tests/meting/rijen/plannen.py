"""Transition plans for many: an order for two processes, beside WeasyPrint alone in two."""

from collections.abc import Iterator
from typing import Final

from gedeeld.tijd import vandaag
from tests.meting.bank import in_bank, kopie
from tests.meting.mensen import Huis, gewone
from tests.meting.plannenbundel import bestel_bundel, geheugen, pdf_worker
from tests.meting.plannenmakers import PROCESSEN, html, kale_makers, maak_kaal
from tests.meting.rij import Banken, Regel, Rij, keer, minstens_keer
from trajects.models import Traject
from trajects.plan_pdf.exports import PER_TAAK
from werknemers.models import Werknemer

_BEURTEN, _KORT = 3, 1
# In each turn; as many slices for each process.
_PLANNEN: Final = 4 * PER_TAAK * PROCESSEN
DEEL, GEHEUGEN = 0.9, 1.1


def _meet(banken: Banken) -> Iterator[Regel]:
    beurten = _KORT if banken.kort else _BEURTEN
    tempo: tuple[list[float], list[float]] = ([], [])
    with (
        kopie(banken.groot, "meting_plannen") as bank,
        in_bank(bank),
        kale_makers(bank.eigen_url) as pool,
    ):
        huis = gewone()
        sleutels = _met_plan(huis)
        paginas = list(pool.map(html, sleutels))
        maak_kaal(pool, paginas[: 2 * PROCESSEN])  # to warm up
        with pdf_worker(bank) as worker:
            bestel_bundel(huis, sleutels)  # to warm up
            begin = geheugen(worker)
            for beurt in range(beurten):
                if beurt % 2:
                    tempo[0].append(bestel_bundel(huis, sleutels))
                tempo[1].append(maak_kaal(pool, paginas))
                if not beurt % 2:
                    tempo[0].append(bestel_bundel(huis, sleutels))
            einde = geheugen(worker)
    wat = f"{len(sleutels)} plannen besteld, twee processen"
    yield Regel(wat, *tempo, minstens_keer(DEEL), "/s")
    wat = f"geheugen na {(beurten + 1) * len(sleutels)} plannen, naast na {len(sleutels)}"
    yield Regel(wat, [einde], [begin], keer(GEHEUGEN), "MB")


def _met_plan(huis: Huis) -> list[int]:
    mensen = Werknemer.objects.filter(organisatie=huis.organisatie).in_dienst_op(vandaag())
    lopend = Traject.objects.lopend().values("werknemer")
    return list(mensen.filter(pk__in=lopend).order_by("pk").values_list("pk", flat=True)[:_PLANNEN])


RIJEN = (Rij("plannen", "plannen in bulk, besteld, naast WeasyPrint alleen", _meet),)
