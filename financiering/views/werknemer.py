"""What one employee brings in and costs, and why an amount is what it is."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from financiering.domein.prognosebeeld import Prognosebeeld
from financiering.domein.waarom import Waarom, leg_uit
from financiering.domein.werknemerprognose import Werknemerprognose, rij_van
from financiering.rechten import mag_financiering_zien
from financiering.views.prognose import teken
from financiering.views.raam import punten
from financiering.views.vraag import Vraag, beeld_van
from gebruikers.verzoek import Verzoek
from gedeeld.kwartaal import Kwartaal
from gedeeld.web import vereist
from werknemers.models import Werknemer


@require_safe
@vereist(mag_financiering_zien)
def werknemer(request: Verzoek, pk: int) -> HttpResponse:
    wie, vraag = _wie(request, pk), Vraag.uit(request)
    beeld = beeld_van(request, vraag)
    prognose = _prognose(beeld, wie)
    context = {
        "werknemer": wie,
        "vraag": vraag,
        "punten": punten("prognose"),
        "prognose": prognose,
        "grafiek": teken(
            prognose.regels,
            prognose.bladnamen,
            f"Wat {wie.naam} binnenbrengt en kost, per kwartaal",
            "werknemer",
        )
        if prognose
        else "",
        "terug_url": _terug(beeld, vraag, prognose),
        "vraagstaart": vraag.adres(dienst="", kas=""),
    }
    return render(request, "financiering/werknemer.html", context)


@require_safe
@vereist(mag_financiering_zien)
def waarom(request: Verzoek, pk: int, kwartaal: str) -> HttpResponse:
    """Every input of the four amounts of one quarter."""
    wie, vraag = _wie(request, pk), Vraag.uit(request)
    beeld = beeld_van(request, vraag)
    plaats = _plaats(beeld, kwartaal)
    context = {
        "werknemer": wie,
        "onder": f"{wie.naam}, {beeld.kwartalen[plaats]}",
        "toekomst": vraag.toekomst,
        "waarom": _leg_uit(beeld, wie, plaats),
        "punten": punten("prognose"),
        "terug_url": reverse("financiering:werknemer", args=[pk]) + vraag.adres(dienst="", kas=""),
    }
    return render(request, "financiering/waarom.html", context)


def _wie(request: Verzoek, pk: int) -> Werknemer:
    return get_object_or_404(Werknemer.objects.zichtbaar_voor(request.user), pk=pk)


def _prognose(beeld: Prognosebeeld, wie: Werknemer) -> Werknemerprognose | None:
    """None when no contract runs in these quarters."""
    rij = rij_van(beeld.uitkomst, wie)
    return None if rij is None else Werknemerprognose(beeld.uitkomst, rij)


def _leg_uit(beeld: Prognosebeeld, wie: Werknemer, plaats: int) -> Waarom | None:
    """None when no contract runs in these quarters."""
    rij = rij_van(beeld.uitkomst, wie)
    if rij is None:
        return None
    rekening = beeld.uitkomst.prognose.rekening(rij, plaats)
    return leg_uit(rekening, beeld.uitkomst.gegevens.verloop)


def _plaats(beeld: Prognosebeeld, tekst: str) -> int:
    """Raise Http404 for what is no quarter of this forecast."""
    try:
        return beeld.kwartalen.index(Kwartaal.lees(tekst))
    except ValueError:
        raise Http404 from None


def _terug(beeld: Prognosebeeld, vraag: Vraag, prognose: Werknemerprognose | None) -> str:
    """To the service of the employee, under the same scenario."""
    gegevens = beeld.uitkomst.gegevens
    dienst = gegevens.diensten[prognose.dienst].pk if prognose else ""
    return reverse("financiering:prognose") + vraag.adres(dienst=dienst)
