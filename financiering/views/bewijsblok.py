"""What pages show of the receipt of the forecast that they are about."""

from django.urls import reverse

from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenbewijs import code_van
from financiering.views.scenariokeuze import organisatie_van
from gebruikers.verzoek import Verzoek


def bewijs_bij(
    request: Verzoek, uitkomst: Prognoseuitkomst, vraag: str, view: str = "prognose_bewijs"
) -> dict[str, str]:
    """For `financiering/bewijs_van.html`; `vraag` is the query string of this forecast, `view`
    gives its receipt."""
    return {
        "bewijscode": code_van(uitkomst, organisatie_van(request)),
        "bewijs_url": reverse(f"financiering:{view}") + vraag,
    }
