"""Two or three scenarios side by side: a chart, the figures, and the difference per year."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from financiering.domein.laden import Gegevens, laad_gegevens
from financiering.domein.prognoses import Prognoseuitkomst, bereken
from financiering.domein.rekenbewijs import code_van
from financiering.domein.rekenmodel.band import TREKKINGEN, Band, Kansen, trek_band
from financiering.domein.saldozin import jobs_in_woorden
from financiering.domein.scenarios import Toekomst, altijd, laad_toekomsten
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.vergelijking import Scenariovergelijking
from financiering.domein.voorbereiding import Voorbereiding, voorbereidingen
from financiering.exports.keuze import versies
from financiering.exports.vergelijking_xlsx import schrijf_vergelijking
from financiering.forms.vergelijking import GEEN, UITSTROOM, VERLENGING, Vergelijkingsvraag
from financiering.models import Scenario
from financiering.rechten import mag_financiering_zien
from financiering.views.bewijsblok import bewijs_bij
from financiering.views.geldgrafiek import categorie, cijfers_van, waarom_saldo
from financiering.views.raam import punten
from financiering.views.scenariokeuze import gekozen, organisatie_van, tijdvak
from financiering.views.scenarios import adres_van
from financiering.views.vraag import LENGTES, Vraag
from gebruikers.verzoek import Verzoek
from gedeeld.adreskeuze import zeg
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.filterwoorden import filters_in_woorden
from gedeeld.grafiek import Lijnen, Waardeband, Waardelijn, lijngrafiek
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from gedeeld.web import XLSX, download, toon, vereist
from gedeeld.weergeven import bedrag, bedrag_rond, getal

HOOGSTENS: Final = 3


@dataclass(frozen=True, slots=True)
class Bandregel:
    """One quarter of the band, in euro."""

    kwartaal: Kwartaal
    p10: Decimal
    p50: Decimal
    p90: Decimal


@require_safe
@vereist(mag_financiering_zien)
def vergelijk(request: Verzoek) -> HttpResponse:
    toekomsten = _toekomsten(request)
    gegevens = laad_gegevens(organisatie_van(request), _gelezen(request))
    vraag = _vraag(request, gegevens)
    context = {
        "vraag": vraag,
        "xlsx_vraag": request.GET.urlencode(),
        "punten": punten("scenarios"),
        "plaatsen": _plaatsen(request, toekomsten),
        "gekozen": [(toekomst, adres_van(toekomst)) for toekomst in toekomsten],
        **_uitkomst(request, vraag, gegevens, toekomsten),
    }
    if _band_buiten(vraag, toekomsten):
        zeg(request, f"Er is geen scenario {vraag.cleaned_data['band']}, dus ook geen band errond.")
    return toon(
        request,
        "financiering/scenarios/vergelijk.html",
        context,
        "uitkomst",
        adres=request.get_full_path(),
    )


@require_safe
@vereist(mag_financiering_zien)
def vergelijk_xlsx(request: Verzoek) -> HttpResponse:
    toekomsten = _toekomsten(request)
    gegevens = laad_gegevens(organisatie_van(request), _gelezen(request))
    vraag, op = _vraag(request, gegevens), vandaag()
    if not vraag.is_valid():
        return redirect(f"{reverse('financiering:scenario_vergelijk')}?{request.GET.urlencode()}")
    vergelijking = _vergelijking(vraag, gegevens, toekomsten)
    band, _ = _band(vraag, vergelijking)
    codes = [
        (f"Bewijs, {uitkomst.toekomst.naam}", code_van(uitkomst, organisatie_van(request)))
        for uitkomst in vergelijking.uitkomsten
    ]
    keuzes = [*filters_in_woorden(vraag), *codes, *versies()]
    organisatie = str(request.user.organisatie)
    inhoud = schrijf_vergelijking(vergelijking, band, organisatie, op, keuzes)
    wat = " ".join(filter(None, (organisatie, *vergelijking.namen, vergelijking.dienst)))
    return download(inhoud, XLSX, bestandsnaam("scenarios-vergeleken", wat.lower(), op, "xlsx"))


def _toekomsten(request: Verzoek) -> list[Toekomst]:
    alle = gekozen(request, request.GET.getlist("s")) or altijd()
    if len(alle) > HOOGSTENS:
        zeg(
            request, f"Je kunt er hoogstens {HOOGSTENS} vergelijken. Je ziet de eerste {HOOGSTENS}."
        )
    return alle[:HOOGSTENS]


def _gelezen(request: Verzoek) -> Tarieftijdvak:
    """As many quarters as are asked for: with who works later too, the receipts would be others
    than those of the forecast. The form says what it does not know."""
    gevraagd = request.GET.get("kwartalen", "")
    return tijdvak(int(gevraagd)) if gevraagd in map(str, LENGTES) else tijdvak()


def _vergelijking(
    vraag: Vergelijkingsvraag, gegevens: Gegevens, toekomsten: list[Toekomst]
) -> Scenariovergelijking:
    """For a question that was filled in well."""
    vak, dienst = tijdvak(vraag.cleaned_data["kwartalen"]), vraag.cleaned_data["dienst"]
    uitkomsten = [bereken(gegevens, toekomst, vak, vandaag()) for toekomst in toekomsten]
    return Scenariovergelijking(uitkomsten, dienst.naam if dienst else None)


def _vraag(request: Verzoek, gegevens: Gegevens) -> Vergelijkingsvraag:
    met_geld = [gegevens.diensten[naam].pk for naam in gegevens.stand.diensten]
    data = {naam: request.GET.get(naam, "") for naam in Vergelijkingsvraag.base_fields}
    return Vergelijkingsvraag(data, door=request.user, diensten=met_geld, lengtes=LENGTES)


def _plaatsen(request: Verzoek, toekomsten: list[Toekomst]) -> list[dict[str, Any]]:
    """The three lists to choose from, each with what is chosen in it."""
    alle = laad_toekomsten(Scenario.objects.zichtbaar_voor(request.user))
    labels = ("Vergelijk met", "Scenario 2", "Scenario 3")
    codes = [toekomst.code for toekomst in toekomsten] + [""] * HOOGSTENS
    return [
        {"nummer": nr, "label": label, "code": code, "keuzes": alle, "mag_leeg": nr > 1}
        for nr, (label, code) in enumerate(zip(labels, codes, strict=False), start=1)
    ]


def _uitkomst(
    request: Verzoek, vraag: Vergelijkingsvraag, gegevens: Gegevens, toekomsten: list[Toekomst]
) -> dict[str, Any]:
    """The figures; only the errors of the form when it was filled in badly."""
    if not vraag.is_valid():
        return {"vergelijking": None}
    vak = tijdvak(vraag.cleaned_data["kwartalen"])
    dienst = vraag.cleaned_data["dienst"]
    vergelijking = _vergelijking(vraag, gegevens, toekomsten)
    band, naam = _band(vraag, vergelijking)
    kwartalen = vergelijking.kwartalen
    return {
        "vergelijking": vergelijking,
        "andere": vergelijking.namen[1:],
        "tekorten": list(
            zip(
                vergelijking.namen,
                vergelijking.eerste_tekorten,
                vergelijking.jobs_straks,
                strict=True,
            )
        ),
        "grafiek": _grafiek(
            vergelijking,
            _waardeband(band, vraag.kansen),
            [Vraag(t, vak.aantal, dienst.pk if dienst else None, kas=False) for t in toekomsten],
        ),
        "bandnaam": naam,
        "kansen": _procenten(vraag.kansen),
        "band": _bandregels(kwartalen, band),
        "trekkingen": getal(Decimal(TREKKINGEN), 0),
        "standaard_uit": UITSTROOM,
        "standaard_verl": VERLENGING,
        "bewijzen": [
            (uitkomst.toekomst.naam, bewijs_bij(request, uitkomst, _bewijsvraag(uitkomst)))
            for uitkomst in vergelijking.uitkomsten
        ],
        "voorbereidingen": [
            (t.naam, adres_van(t), _eerste(voorbereidingen(gegevens, t, vandaag())))
            for t in toekomsten
        ],
    }


def _bewijsvraag(uitkomst: Prognoseuitkomst) -> str:
    """The query string of the forecast of a scenario: a receipt is of all services."""
    return Vraag(uitkomst.toekomst, uitkomst.tijdvak.aantal, dienst=None, kas=False).adres()


def _band_buiten(vraag: Vergelijkingsvraag, toekomsten: list[Toekomst]) -> bool:
    """Whether a band is asked around a scenario that is not there."""
    plaats = vraag.cleaned_data["band"] if vraag.is_valid() else GEEN
    return plaats != GEEN and int(plaats) > len(toekomsten)


def _band(vraag: Vergelijkingsvraag, vergelijking: Scenariovergelijking) -> tuple[Band | None, str]:
    """The band around one of them, with its name; around nothing there is none."""
    plaats = vraag.cleaned_data["band"]
    toekomsten = [uitkomst.toekomst for uitkomst in vergelijking.uitkomsten]
    if vergelijking.is_leeg or plaats == GEEN or _band_buiten(vraag, toekomsten):
        return None, ""
    uitkomst = vergelijking.uitkomsten[int(plaats) - 1]
    band = trek_band(uitkomst.prognose, vraag.kansen, dienst=vergelijking.dienst)
    return band, uitkomst.toekomst.naam


def _bandregels(kwartalen: list[Kwartaal], band: Band | None) -> list[Bandregel]:
    if band is None:
        return []
    return [
        Bandregel(*regel) for regel in zip(kwartalen, band.p10, band.p50, band.p90, strict=True)
    ]


def _grafiek(
    vergelijking: Scenariovergelijking, band: Waardeband | None, vragen: list[Vraag]
) -> SafeString:
    """Each quarter leads to its row on this page, each point to where that balance comes from."""
    kwartalen = vergelijking.kwartalen
    lijnen = Lijnen(
        titel="Saldo per kwartaal in euro, per scenario",
        categorieen=tuple(categorie(kwartaal, cijfers_van) for kwartaal in kwartalen),
        lijnen=tuple(_lijn(vergelijking, nummer, vraag) for nummer, vraag in enumerate(vragen)),
        band=band,
        schrijf=bedrag,
        kort=bedrag_rond,
    )
    return lijngrafiek(lijnen, "vergelijking")


def _lijn(vergelijking: Scenariovergelijking, nummer: int, vraag: Vraag) -> Waardelijn:
    regels = vergelijking.per_kwartaal
    return Waardelijn(
        vergelijking.namen[nummer],
        tuple(regel.saldi[nummer] for regel in regels),
        tuple(waarom_saldo(vraag, kwartaal) for kwartaal in vergelijking.kwartalen),
        tuple(jobs_in_woorden(regel.jobs[nummer]) for regel in regels),
    )


def _eerste(alle: list[Voorbereiding]) -> dict[str, Any]:
    """How many people a scenario asks to prepare, and the first day on which something begins."""
    dagen = [stap.dag for rij in alle for stap in rij.stappen if not stap.te_laat]
    return {
        "mensen": len(alle),
        "nu": sum(rij.haast for rij in alle),
        "eerste_dag": min(dagen, default=None),
    }


def _waardeband(band: Band | None, kansen: Kansen) -> Waardeband | None:
    """Around its own middle line, which is named after what it assumes."""
    if band is None:
        return None
    vertrek, verlenging = _procenten(kansen)
    naam = f"kans op vertrek {vertrek}, op verlenging {verlenging}"
    midden = Waardelijn(naam, tuple(band.p50))
    return Waardeband("8 van de 10 gevallen daarrond", tuple(band.p10), tuple(band.p90), midden)


def _procenten(kansen: Kansen) -> tuple[str, str]:
    """The chances as they were chosen: whole percentages."""
    vertrek, verlenging = (
        f"{round(100 * kans)} %" for kans in (kansen.uitstroom_per_kwartaal, kansen.verlenging)
    )
    return vertrek, verlenging
