"""What a training costs and what the fund gives: who sees it, with its proof and its limits."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from python_calamine import CalamineWorkbook

from gebruikers.models import Gebruiker
from regels.domein.parameters import laad_parameters
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken import VormingFactory
from tests.trajects.vorming.test_vormingen import VANDAAG, Als, invoer, twee_bestanden
from trajects.vorming.vormingen import wijzig_fonds
from trajects.vorming.vormingsfonds import aandachtspunten

pytestmark = pytest.mark.amina(in_dienst=True)


def fondsvelden(**anders: Any) -> dict[str, Any]:
    leeg = dict.fromkeys(
        ("gevraagd_op", "beslist_op", "bedrag_gevraagd", "bedrag_toegekend", "bedrag_betaald")
    )
    return {"fondsoordeel": "wel", "fonds_waarom": "", **leeg, **anders}


def test_the_proof_of_the_fund_comes_with_its_files(als: Als, coordinator: Gebruiker) -> None:
    vorming = VormingFactory(organisatie=coordinator.organisatie)
    client = als(coordinator)
    adres = f"/vormingen/{vorming.pk}/fonds/"
    client.post(adres, invoer(client.get(adres)) | {"bewijs": twee_bestanden()})
    assert [b.bestandsnaam for b in vorming.bijlagen.all()] == ["eerste.pdf", "tweede.pdf"]


def test_the_spreadsheet_hides_money_from_a_counsellor(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    VormingFactory(organisatie=begeleider.organisatie, kost=Decimal(999))

    def koppen(wie: Gebruiker) -> list[Any]:
        inhoud = als(wie).get("/vormingen/export.xlsx").content
        return CalamineWorkbook.from_filelike(BytesIO(inhoud)).get_sheet_by_index(0).to_python()[0]

    assert "Kost" in koppen(coordinator)
    assert "Kost" not in koppen(begeleider)


def test_the_form_shows_and_changes_no_cost_for_a_counsellor(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    vorming = VormingFactory(organisatie=begeleider.organisatie, kost=Decimal("987.65"))
    adres = f"/vormingen/{vorming.pk}/wijzig/"
    assert "987,65" in als(coordinator).get(adres).content.decode()
    client = als(begeleider)
    pagina = client.get(adres)
    assert "987" not in pagina.content.decode()
    client.post(adres, invoer(pagina) | {"titel": "Hygiëne", "kost": "1"})
    vorming.refresh_from_db()
    assert (vorming.titel, vorming.kost) == ("Hygiëne", Decimal("987.65"))


def test_an_amount_without_its_day_is_shown_all_the_same(als: Als, coordinator: Gebruiker) -> None:
    vorming = VormingFactory(
        organisatie=coordinator.organisatie,
        bedrag_gevraagd=Decimal(500),
        bedrag_toegekend=Decimal(400),
    )
    pagina = als(coordinator).get(f"/vormingen/{vorming.pk}/").content.decode()
    assert "€\u00a0500,00, dag nog niet ingevuld" in pagina
    assert "€\u00a0400,00, dag nog niet ingevuld" in pagina


def test_the_fund_is_for_who_sees_money(begeleider: Gebruiker, coordinator: Gebruiker) -> None:
    vorming = VormingFactory(organisatie=begeleider.organisatie)
    with pytest.raises(ValidationError, match="coördinator of HR"):
        wijzig_fonds(vorming, door=begeleider, gezien=None, **fondsvelden())
    bewaard = wijzig_fonds(
        vorming, door=coordinator, gezien=None, **fondsvelden(bedrag_gevraagd=Decimal(500))
    )
    assert bewaard.bedrag_gevraagd == 500


def test_the_fund_decides_after_it_was_asked(coordinator: Gebruiker) -> None:
    vorming = VormingFactory(organisatie=coordinator.organisatie)
    velden = fondsvelden(gevraagd_op=date(2026, 5, 2), beslist_op=date(2026, 5, 1))
    with pytest.raises(ValidationError, match="op of na de dag van de aanvraag"):
        wijzig_fonds(vorming, door=coordinator, gezien=None, **velden)


def test_limits_are_unknown_until_somebody_knows_them(coordinator: Gebruiker) -> None:
    vorming = VormingFactory(
        organisatie=coordinator.organisatie, uren=Decimal(20), bedrag_gevraagd=Decimal(1000)
    )
    regels = laad_parameters(VANDAAG, vorming.organisatie_id)
    onbekend = aandachtspunten(vorming, 2, Decimal(1000), regels)
    assert len(onbekend) == 3
    assert all("is niet bekend. Vraag het na" in zin for zin in onbekend)
    for code, waarde in (
        (Parametercode.FONDS_UREN, 16),
        (Parametercode.FONDS_PER_UUR, 20),
        (Parametercode.FONDS_PER_JAAR, 5000),
    ):
        Regelparameter.objects.filter(code=code).update(waarde=waarde)
    regels = laad_parameters(VANDAAG, vorming.organisatie_id)
    assert aandachtspunten(vorming, 2, Decimal(1000), regels) == [
        "20,00 uur per deelnemer is meer dan de 16,00 uur die het fonds betaalt.",
        "€\u00a01.000,00 is meer dan het fonds voor deze uren betaalt (€\u00a0800,00).",
    ]


@pytest.mark.parametrize("veld", ["gevraagd_op", "beslist_op"])
def test_the_fund_was_not_asked_on_a_day_to_come(coordinator: Gebruiker, veld: str) -> None:
    vorming = VormingFactory(organisatie=coordinator.organisatie)
    velden = fondsvelden(**{veld: date(2026, 11, 24)})
    with pytest.raises(ValidationError, match="een dag die voorbij is") as fout:
        wijzig_fonds(vorming, door=coordinator, gezien=None, **velden)
    assert list(fout.value.message_dict) == [veld]
