"""The signals of the demo: each kind is there for somebody, and nobody has a list without end."""

import pytest

from demo.logins import DEMO
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.tijd import vandaag
from trajects.models import Signaal
from trajects.models.signaal import SignaalQuerySet
from trajects.paginas.dagbeeld import dagbeeld
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signaalsoorten.soorten import nacht_gemist
from trajects.signalen.inbox import DRINGEND
from werknemers.models import Importopdracht

# How much somebody can look at in a week: of their own people, or of a hundred.
HOOGSTENS = {Rol.BEGELEIDER: 20, Rol.COORDINATOR: 90, Rol.HR: 30, Rol.BEHEERDER: 5}

pytestmark = pytest.mark.usefixtures("demo", "db")


def vraagt_aandacht(gebruiker: Gebruiker) -> SignaalQuerySet:
    return Signaal.objects.zichtbaar_voor(gebruiker).vraagt_aandacht_op(vandaag())


def test_each_kind_is_seen_by_somebody() -> None:
    gezien = {
        soort
        for gebruiker in Gebruiker.objects.actief()
        for soort in vraagt_aandacht(gebruiker).values_list("soort", flat=True)
    }
    soorten = {soort.code for regel in SIGNAALREGELS for soort in regel.soorten}
    # The nights of a demo go well: nobody could catch up what was made to fail.
    assert soorten - {nacht_gemist.CODE} == gezien


def test_nobody_has_a_list_without_end() -> None:
    for gebruiker in Gebruiker.objects.filter(organisatie__code=DEMO).exclude(last_login=None):
        signalen = vraagt_aandacht(gebruiker).filter(DRINGEND)
        if gebruiker.rol == Rol.BEGELEIDER:
            # Who stands in for somebody sees the people of both.
            signalen = signalen.filter(werknemer__begeleider=gebruiker)
        aantal = signalen.count()
        assert 3 <= aantal <= HOOGSTENS[Rol(gebruiker.rol)], f"{gebruiker}: {aantal}"


def test_vandaag_says_nothing_twice() -> None:
    for gebruiker in Gebruiker.objects.exclude(organisatie=None):
        beeld = dagbeeld(gebruiker, vandaag())
        mensen = [rij.werknemer.pk for rij in beeld.signalen if rij.werknemer]
        assert len(mensen) == len(set(mensen)), gebruiker
        for rij in beeld.signalen:
            assert rij.zin.lower() != rij.stap_zin.lower().rstrip("."), f"{gebruiker}: {rij.zin}"


def test_the_file_that_waits_can_be_looked_over() -> None:
    wacht = Importopdracht.objects.get()
    assert wacht.status == Importopdracht.Status.NAKIJKEN
    assert len((wacht.uitkomst or {})["rijen"]) == 3
