"""How the key figures went, of the organisation or of one service."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from financiering.domein.verloop import MATEN, Cijferverloop, Maat, lees_verloop
from financiering.exports.keuze import ALLE_DIENSTEN
from financiering.exports.lijsten import VERLOOP
from financiering.models import Kerncijfer
from financiering.rechten import mag_financiering_zien
from financiering.views.raam import lees_dienst, punten
from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst
from gedeeld.grafiek import Categorie, Lijnen, Waardelijn, lijngrafiek
from gedeeld.tijd import vandaag
from gedeeld.web import toon, vereist
from gedeeld.weergeven import MAANDEN, MAANDEN_KORT
from werknemers.models import Dienst


@require_safe
@vereist(mag_financiering_zien)
def verloop(request: Verzoek) -> HttpResponse:
    dienst = lees_dienst(request.user, request.GET)
    verloop_ = lees_verloop(request.user, dienst, vandaag())
    context = {
        "verloop": verloop_,
        "xlsx_vraag": f"dienst={dienst.pk}" if dienst else "",
        "diensten": Dienst.objects.zichtbaar_voor(request.user),
        "grafieken": [_teken(verloop_, maat) for maat in MATEN],
        "punten": punten("verloop"),
    }
    adres = reverse("financiering:verloop") + (f"?dienst={dienst.pk}" if dienst else "")
    return toon(request, "financiering/verloop.html", context, deel="verloop", adres=adres)


@require_safe
@vereist(mag_financiering_zien)
def verloop_xlsx(request: Verzoek) -> HttpResponse:
    dienst = lees_dienst(request.user, request.GET)
    metingen = reversed(lees_verloop(request.user, dienst, vandaag()).punten)
    keuzes = [("Dienst", dienst.naam if dienst else ALLE_DIENSTEN)]
    naam = dienst.naam if dienst else ""
    return download_lijst(
        request, "Verloop", VERLOOP, metingen, keuzes, in_naam=naam, vaste_kolommen=1
    )


def _teken(verloop_: Cijferverloop, maat: Maat) -> dict[str, Any]:
    """Empty when there are fewer than two points: one figure is no trend."""
    rij = verloop_.punten
    lijnen = Lijnen(
        titel=f"{maat.naam}: {verloop_.dienst or 'de organisatie'}",
        categorieen=tuple(_categorie(punt, per_dag=verloop_.per_dag) for punt in rij),
        lijnen=(Waardelijn(maat.naam, maat.waarden(rij)),),
        schrijf=maat.schrijf,
        kort=maat.schrijf_kort,
    )
    tekening = lijngrafiek(lijnen, f"verloop-{maat.veld.replace('_', '-')}")
    return {"naam": maat.naam, "tekening": tekening if len(rij) > 1 else ""}


def _categorie(punt: Kerncijfer, *, per_dag: bool) -> Categorie:
    maand = punt.op.month - 1
    if per_dag:
        return Categorie(str(punt.op.day), f"{MAANDEN[maand]} {punt.op.year}")
    return Categorie(MAANDEN_KORT[maand], str(punt.op.year))
