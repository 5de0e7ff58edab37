"""The employer's contribution of everybody in the quarter that runs."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from financiering.domein.bijdragebeeld import bijdrage_in
from financiering.rechten import mag_financiering_zien
from financiering.views.bewijsblok import bewijs_bij
from financiering.views.raam import punten
from financiering.views.scenariokeuze import organisatie_van
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import kies_pagina, vereist
from regels.keuzes import Parametercode

_PER_PAGINA: Final = 50


@require_safe
@vereist(mag_financiering_zien)
def bijdrage(request: Verzoek) -> HttpResponse:
    beeld = bijdrage_in(organisatie_van(request), vandaag())
    context = {
        "beeld": beeld,
        "aannames": beeld.aannames,
        "pagina": kies_pagina(request, beeld, _PER_PAGINA),
        "percentage": Parametercode.BIJDRAGE,
        "categorie": Parametercode.RSZ_CATEGORIE,
        "punten": punten("bijdrage"),
        **bewijs_bij(request, beeld.uitkomst, "", "bijdrage_bewijs"),
    }
    return render(request, "financiering/bijdrage/lijst.html", context)
