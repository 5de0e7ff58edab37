"""What can be chosen on the board: a service, and a counsellor."""

from typing import ClassVar

from django.db.models import Exists, OuterRef

from trajects.kader.caseload import CaseloadQuerySet
from trajects.paginas.filters.werknemers import WerknemerFilter
from werknemers.models import Arbeidsovereenkomst, Dienst


class Bordfilter(WerknemerFilter):
    """Also of those who left: they stay on the board while they are followed."""

    alleen = frozenset({"dienst", "begeleider"})
    ook_uit_dienst: ClassVar = True

    def kies_dienst(self, mensen: CaseloadQuerySet, naam: str, waarde: Dienst) -> CaseloadQuerySet:
        """Who works there today; of those who left, who ever did."""
        contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(self.request.user)
        ooit = contracten.filter(werknemer=OuterRef("pk"))
        nu, daar = ooit.op(self.dag), ooit.filter(dienst=waarde)
        return mensen.filter(Exists(daar.op(self.dag)) | (~Exists(nu) & Exists(daar)))
