"""The special passage of one contract on paper, to talk through and to sign."""

from collections.abc import Iterator
from typing import Final

from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from gebruikers.models import Gebruiker
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.soorten import GemaaktBestand, Parameters, Uitvoersoort
from gedeeld.web import PDF
from trajects.models import Passagetoelichting
from trajects.rechten import mag_documenten_zien

_STIJL: Final = ("css/pdf.css",)


def maak_passage(toelichting: Passagetoelichting) -> bytes:
    """The tagged PDF; load contract, employee, organisation, service and passage with it."""
    # WeasyPrint takes more than a second to import; only who prints waits for it.
    from gedeeld.pdf import maak_pdf

    contract = toelichting.contract
    context = {
        "toelichting": toelichting,
        "contract": contract,
        "werknemer": contract.werknemer,
        "titel": f"Bijzondere passage bij het contract van {contract.werknemer.naam}",
    }
    return maak_pdf(render_to_string("trajects/openheid/passage_pdf.html", context), *_STIJL)


def toelichting_op_papier(gebruiker: Gebruiker, contract_pk: int) -> Passagetoelichting:
    """With all that the paper needs. Raises Http404 as long as nobody chose a passage."""
    zichtbaar = Passagetoelichting.objects.zichtbaar_voor(gebruiker).exclude(passage=None)
    alles = zichtbaar.select_related(
        "passage", "contract__dienst", "contract__werknemer__organisatie"
    )
    return get_object_or_404(alles, contract=contract_pk)


def _passage(gebruiker: Gebruiker, parameters: Parameters) -> Iterator[GemaaktBestand]:
    toelichting = toelichting_op_papier(gebruiker, parameters["contract"])
    nummer = toelichting.contract.werknemer.personeelsnummer
    yield GemaaktBestand(bestandsnaam("passage", nummer, vandaag()), PDF, maak_passage(toelichting))


def _mag(gebruiker: Gebruiker, parameters: Parameters) -> bool:
    zichtbaar = Passagetoelichting.objects.zichtbaar_voor(gebruiker).exclude(passage=None)
    return zichtbaar.filter(contract=parameters["contract"]).exists()


PASSAGE: Final = Uitvoersoort("passage", mag_documenten_zien, _passage, _mag)
