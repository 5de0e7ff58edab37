"""The special passage of one contract on paper, to talk through and to sign."""

from typing import Final

from django.template.loader import render_to_string

from trajects.models import Passagetoelichting

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
