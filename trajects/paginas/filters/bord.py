"""What can be chosen on the board: a service, a counsellor, and how long a column is."""

from typing import ClassVar

import django_filters
from django import forms
from django.db.models import Exists, OuterRef
from django.http import QueryDict
from django.urls import reverse

from trajects.kader.caseload import CaseloadQuerySet
from trajects.keuzes import LOPENDE_FASEN, Fase
from trajects.paginas.bord import LANGER
from trajects.paginas.filters.werknemers import WerknemerFilter
from werknemers.models import Arbeidsovereenkomst, Dienst


class Bordfilter(WerknemerFilter):
    """Also of those who left: they stay on the board while they are followed.

    `meer=stage-30` makes that column 30 cards long.
    """

    alleen = frozenset({"dienst", "begeleider", "meer"})
    ook_uit_dienst: ClassVar = True

    meer = django_filters.MultipleChoiceFilter(
        choices=[(f"{fase.value}-{n}",) * 2 for fase in LOPENDE_FASEN for n in LANGER],
        widget=forms.MultipleHiddenInput,
        method="laat_staan",
    )

    @property
    def lengtes(self) -> dict[str, int]:
        """How many cards each phase shows for which more was asked."""
        gevraagd = (keuze.split("-") for keuze in self.keuze.get("meer", ()))
        return {fase: int(aantal) for fase, aantal in gevraagd}

    def langer(self, fase: Fase, aantal: int) -> str:
        """The address of this board with so many cards in the column of a phase."""
        vraag = QueryDict(self.vraag(meer=""), mutable=True)
        lengtes = self.lengtes | {fase.value: aantal}
        vraag.setlist("meer", [f"{naam}-{n}" for naam, n in lengtes.items()])
        return f"{reverse('trajects:bord')}?{vraag.urlencode()}"

    def kies_dienst(self, mensen: CaseloadQuerySet, naam: str, waarde: Dienst) -> CaseloadQuerySet:
        """Who works there today; of those who left, who ever did."""
        contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(self.request.user)
        ooit = contracten.filter(werknemer=OuterRef("pk"))
        nu, daar = ooit.op(self.dag), ooit.filter(dienst=waarde)
        return mensen.filter(Exists(daar.op(self.dag)) | (~Exists(nu) & Exists(daar)))
