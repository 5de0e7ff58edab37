"""Removes receipts of nights that nothing refers to any more: docs/bewijs.md#how-long.

Of an older year the key figures of one day each week stay; the receipts of the other nights hold
wages that no figure needs. What somebody asked to keep stays, and so does that of a paper.
"""

from typing import Final

from django.db.models import Exists, OuterRef

from financiering.keuzes import Bewijssoort
from financiering.models import Kerncijfer, Rekenbewijs
from financiering.models.bereik import BereikQuerySet
from financiering.schrijvers import REKENBEWIJZEN
from gebruikers.models import Organisatie
from gebruikers.schrijvers import ORGANISATIES
from gedeeld.models import Auditregel
from gedeeld.periode import plus_jaren
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag

TAAK: Final = "ruim_bewijzen_op"
_JAREN: Final = 1
# In one transaction; the next nights do the rest.
_HOOGSTENS: Final = 500


def ruim_bewijzen_op(organisatie_id: int) -> dict[str, int]:
    """The part of the night of one organisation; how many receipts went."""
    organisatie = Organisatie.objects.get(pk=organisatie_id)
    with als_zin():
        # The figures of a night may come to belong to a receipt that was there.
        ORGANISATIES.vergrendel(organisatie)
        over = list(_zonder_verwijzing(organisatie_id)[:_HOOGSTENS])
        for bewijs in over:
            REKENBEWIJZEN.verwijder(bewijs, door=None, actie="opgeruimd")
    return {"bewijzen": len(over)}


def _zonder_verwijzing(organisatie_id: int) -> BereikQuerySet[Rekenbewijs]:
    cijfers = Kerncijfer.objects.van(organisatie_id).filter(bewijs=OuterRef("pk"))
    gevraagd = Auditregel.objects.filter(
        organisatie=organisatie_id,
        soort=Rekenbewijs._meta.model_name,
        onderwerp_id=OuterRef("pk"),
        door__isnull=False,
    )
    return (
        Rekenbewijs.objects.van(organisatie_id)
        .filter(
            ~Exists(cijfers),
            ~Exists(gevraagd),
            soort=Bewijssoort.KERNCIJFERS,
            door=None,
            dag__lt=plus_jaren(vandaag(), -_JAREN),
        )
        .order_by("pk")
    )
