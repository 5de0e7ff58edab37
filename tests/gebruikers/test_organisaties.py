"""What an organisation may change about itself."""

import pytest
from django.core.exceptions import ValidationError

from gebruikers.domein.organisaties import stel_drempels_in, wijzig_organisatie
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [("0403170701", "0403.170.701"), (" BE 0403.170.701", "0403.170.701"), ("", ""), ("  ", "")],
)
def test_name_and_kbo_number(
    organisatie: Organisatie, beheerder: Gebruiker, getypt: str, bewaard: str
) -> None:
    wijzig_organisatie(
        organisatie=organisatie, naam=" De Lepel vzw ", kbo_nummer=getypt, door=beheerder
    )
    organisatie.refresh_from_db()
    assert (organisatie.naam, organisatie.kbo_nummer) == ("De Lepel vzw", bewaard)


def test_a_wrong_kbo_number(organisatie: Organisatie, beheerder: Gebruiker) -> None:
    with pytest.raises(ValidationError) as fout:
        wijzig_organisatie(
            organisatie=organisatie, naam="Anders", kbo_nummer="0403.170.702", door=beheerder
        )
    assert "Dit KBO-nummer klopt niet." in fout.value.message_dict["kbo_nummer"][0]
    organisatie.refresh_from_db()
    assert organisatie.naam == "De Lepel"


def test_thresholds_in_any_order(organisatie: Organisatie, coordinator: Gebruiker) -> None:
    stel_drempels_in(organisatie=organisatie, drempels=[3, 12, 6, 3], door=coordinator)
    organisatie.refresh_from_db()
    assert organisatie.drempels == [12, 6, 3]
    regel = Auditregel.objects.get()
    assert regel.verschil == {"drempels": [[24, 18, 12, 9, 6, 3, 1], [12, 6, 3]]}


@pytest.mark.parametrize("drempels", [[], [0], [61], [12, 100]])
def test_thresholds_that_cannot_be(
    organisatie: Organisatie, coordinator: Gebruiker, drempels: list[int]
) -> None:
    with pytest.raises(ValidationError) as fout:
        stel_drempels_in(organisatie=organisatie, drempels=drempels, door=coordinator)
    assert list(fout.value.message_dict) == ["drempels"]
    organisatie.refresh_from_db()
    assert organisatie.drempels == [24, 18, 12, 9, 6, 3, 1]
