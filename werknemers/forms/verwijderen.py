"""Asks before an advice is removed."""

from typing import Any

from gedeeld.bewerkformulier import Bewerkformulier
from gedeeld.weergeven import datum_kort
from werknemers.models import Adviesperiode


class Verwijderformulier(Bewerkformulier):
    """Holds nothing but what the user saw; a removal counts for that only."""

    def begin(self, record: Adviesperiode) -> dict[str, Any]:
        return {}

    def getoond(self, record: Adviesperiode) -> dict[str, str]:
        return {
            "Soort advies": record.get_soort_display(),
            "Periode": str(record.periode),
            "Besluitdatum": datum_kort(record.besluitdatum),
        }
