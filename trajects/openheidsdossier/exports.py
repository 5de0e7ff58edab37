"""The dossier on paper, with all that lies beside it in a bundle; and the list as a spreadsheet."""

from collections.abc import Iterator
from typing import Any, Final

from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from gebruikers.models import Gebruiker
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.lijstblad import Rijkolom, rijkolom
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.soorten import GemaaktBestand, Parameters, UitvoerGeweigerd, Uitvoersoort
from gedeeld.versleuteling import OnleesbareWaarde
from gedeeld.web import PDF
from trajects.kader.horizon import laatste_dag_van
from trajects.keuzes import Dossiergat
from trajects.openheidsdossier.dossier import Openheidsdossier, stel_dossier_samen
from trajects.openheidsdossier.gaten import gatregels
from trajects.openheidsdossier.manifest import NAAM, Manifest, inhoud_van, maak_manifest
from trajects.rechten import mag_documenten_zien
from werknemers.models import Werknemer

_STIJL: Final = ("css/pdf.css", "css/pdf-dossier.css")
_TEKST: Final = "text/plain; charset=utf-8"
_ONLEESBAAR: Final = (
    "Een bestand bij een attest kan niet meer gelezen worden, dus ook niet nagekeken. Er is niets "
    "gemaakt. Vraag je beheerder om hulp."
)


def dossier_html(dossier: Openheidsdossier, manifest: Manifest) -> str:
    """The page that becomes the PDF."""
    context = {
        "dossier": dossier,
        "werknemer": dossier.werknemer,
        "manifest": manifest,
        "gaten": gatregels(dossier.gaten, dossier.werknemer),
        "titel": f"Openheidsdossier van {dossier.werknemer.naam}",
    }
    return render_to_string("trajects/openheidsdossier/dossier_pdf.html", context)


def maak_dossier(dossier: Openheidsdossier, manifest: Manifest) -> bytes:
    """The tagged PDF; the same dossier on the same day gives the same bytes."""
    # WeasyPrint takes more than a second to import; only who prints waits for it.
    from gedeeld.pdf import maak_pdf

    return maak_pdf(dossier_html(dossier, manifest), *_STIJL)


def _dossier(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
    dossier = _van(gebruiker, parameters)
    yield _papier(dossier, _manifest(dossier))


def _bundel(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
    """All in one slice, so that everything is of one moment; one file in memory at a time."""
    dossier = _van(gebruiker, parameters)
    manifest = _manifest(dossier)
    yield _papier(dossier, manifest)
    yield GemaaktBestand(NAAM, _TEKST, manifest.inhoud)
    for regel in manifest.regels:
        soort = regel.stuk.bijlage.soort if regel.stuk.bijlage else _TEKST
        yield GemaaktBestand(regel.stuk.bestand, soort, inhoud_van(regel.stuk))


def _van(gebruiker: Gebruiker, parameters: Parameters) -> Openheidsdossier:
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).select_related("organisatie")
    werknemer = get_object_or_404(zichtbaar, pk=parameters["werknemer"])
    return stel_dossier_samen(werknemer, vandaag())


def _manifest(dossier: Openheidsdossier) -> Manifest:
    try:
        return maak_manifest(dossier.stukken)
    except OnleesbareWaarde:
        raise UitvoerGeweigerd(_ONLEESBAAR) from None


def _papier(dossier: Openheidsdossier, manifest: Manifest) -> GemaaktBestand:
    naam = bestandsnaam("dossier", dossier.werknemer.personeelsnummer, dossier.op)
    return GemaaktBestand(naam, PDF, maak_dossier(dossier, manifest))


def _mag(gebruiker: Gebruiker, parameters: Parameters) -> bool:
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker)
    return zichtbaar.filter(pk=parameters["werknemer"]).exists()


DOSSIER: Final = Uitvoersoort("dossier", mag_documenten_zien, _dossier, _mag)
DOSSIERBUNDEL: Final = Uitvoersoort("dossierbundel", mag_documenten_zien, _bundel, _mag)


def _gatkolom(gat: Dossiergat) -> Rijkolom:
    def waarde(rij: Any) -> str:
        return "ontbreekt" if gat.value in rij.ontbreekt else ""

    return rijkolom(gat.label.capitalize(), 22, waarde)


# Of an employee with `Dossierfilter.rijen`.
KOLOMMEN: Final = (
    rijkolom("Personeelsnummer", 18, lambda rij: rij.personeelsnummer),
    rijkolom("Naam", 28, lambda rij: rij.naam),
    rijkolom("Dienst", 24, lambda rij: ", ".join(rij.diensten)),
    rijkolom("Begeleider", 22, lambda rij: rij.begeleider_naam),
    rijkolom("Einde ondersteuning", 20, lambda rij: laatste_dag_van(rij.steun_tot)),
    rijkolom("Dossier volledig", 16, lambda rij: "nee" if rij.ontbreekt else "ja"),
    *map(_gatkolom, Dossiergat),
)
