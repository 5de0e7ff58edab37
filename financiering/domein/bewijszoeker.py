"""Finding a receipt that is kept, by its code."""

from financiering.models import Rekenbewijs
from gedeeld.bewijs.papier import Bewijsbestand


def rij_met_code(organisatie: int, code: str) -> Rekenbewijs | None:
    return Rekenbewijs.objects.van(organisatie).filter(code=code).first()


def zoek_op_de_plank(organisatie: int, code: str) -> Bewijsbestand | None:
    """What a lower app finds through `gedeeld.bewijs.plank`. Raises Bewijsfout for a row that was
    changed."""
    rij = rij_met_code(organisatie, code)
    return rij.bewijs if rij is not None else None
