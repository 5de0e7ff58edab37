"""Who takes part in a training: chosen, chosen twice, taken off; what a training refuses."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    ContractFactory,
    DeelnameFactory,
    DienstFactory,
    VormingFactory,
    WerknemerFactory,
)
from trajects.models import Deelname
from trajects.vorming.deelnemers import deelnames_van, open_voor
from trajects.vorming.vormingen import annuleer, schrijf_in
from trajects.vorming.vormingen import wijzig_deelname as wijzig
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)
VOORBIJ = Periode(date(2026, 11, 16), date(2026, 11, 18))
HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.amina(in_dienst=True, familienaam="Bakkali")


def velden(stand: str) -> dict[str, Any]:
    leeg = {"uren": None, "resultaat": "geen", "attest": "", "attest_vervalt_op": None}
    return {"gezien": None, "stand": stand, **leeg}


def meldingen(antwoord: Any) -> list[str]:
    return [str(melding) for melding in antwoord.context["messages"]]


def test_who_took_part_already_gets_a_sentence(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    ben = WerknemerFactory(organisatie=amina.organisatie, begeleider=begeleider, in_dienst=True)
    vorming = VormingFactory(organisatie=amina.organisatie)
    DeelnameFactory(werknemer=amina, vorming=vorming)
    adres = f"/vormingen/{vorming.pk}/deelnemers/"
    client = als(begeleider)
    assert "Amina Bakkali, doet al mee" in client.get(adres).content.decode()
    # As sent by a form that was opened before a colleague added Amina.
    antwoord = client.post(adres, {"deelnemers": [amina.pk, ben.pk]}, follow=True)
    assert meldingen(antwoord) == ["1 deelnemer toegevoegd.", "Deed al mee: Amina Bakkali."]
    assert vorming.deelnames.count() == 2


def test_nobody_chosen_is_said(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    vorming = VormingFactory(organisatie=amina.organisatie)
    antwoord = als(begeleider).post(f"/vormingen/{vorming.pk}/deelnemers/", {"x": "1"})
    assert antwoord.status_code == 422
    assert "Kies wie meedoet." in antwoord.content.decode()


def test_only_the_service_of_who_is_ticked_is_unfolded(als: Als, coordinator: Gebruiker) -> None:
    mensen = {}
    for naam in ("Keuken", "Onthaal"):
        dienst = DienstFactory(organisatie=coordinator.organisatie, naam=naam)
        mensen[naam] = WerknemerFactory(organisatie=coordinator.organisatie)
        ContractFactory(werknemer=mensen[naam], dienst=dienst)
    adres = f"/vormingen/nieuw/?werknemer={mensen['Onthaal'].pk}"
    pagina = html.fromstring(als(coordinator).get(adres).content)
    open_ = pagina.xpath("//fieldset/details[@open]/summary")
    assert [" ".join(kop.text_content().split()) for kop in open_] == ["Onthaal 1"]


def test_calling_off_asks_first_and_can_be_undone(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    vorming = VormingFactory(organisatie=amina.organisatie, titel="Hygiëne")
    DeelnameFactory(werknemer=amina, vorming=vorming)
    client, adres = als(begeleider), f"/vormingen/{vorming.pk}/annuleer/"
    vraag = client.get(adres).content.decode()
    assert "Hygiëne van 1 december 2026 gaat dan niet door, ook niet voor de 1 deelnemer." in vraag
    for invoer, geannuleerd in (({}, True), ({"door": "ja"}, False)):
        client.post(adres, invoer)
        vorming.refresh_from_db()
        assert vorming.geannuleerd is geannuleerd


def test_what_somebody_followed_is_not_called_off(coordinator: Gebruiker, amina: Werknemer) -> None:
    deelname = DeelnameFactory(werknemer=amina, stand="aanwezig")
    with pytest.raises(ValidationError, match="Er was al iemand aanwezig"):
        annuleer(deelname.vorming, door=coordinator)


def test_nobody_joins_what_was_called_off(begeleider: Gebruiker, amina: Werknemer) -> None:
    vorming = VormingFactory(organisatie=amina.organisatie, geannuleerd=True)
    with pytest.raises(ValidationError, match="Er kan niemand meer bij"):
        schrijf_in(vorming, [amina], door=begeleider)
    assert not Deelname.objects.exists()


def test_nobody_was_at_a_training_that_did_not_begin(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    straks = DeelnameFactory(werknemer=amina)
    weg = DeelnameFactory(werknemer=amina, vorming__geannuleerd=True, vorming__periode=VOORBIJ)
    gedaan = DeelnameFactory(werknemer=amina, vorming__periode=VOORBIJ)
    with pytest.raises(ValidationError, match="begint pas op 1 december 2026"):
        wijzig(straks, door=begeleider, **velden("aanwezig"))
    with pytest.raises(ValidationError, match="is geannuleerd: niemand was aanwezig"):
        wijzig(weg, door=begeleider, **velden("aanwezig"))
    assert wijzig(straks, door=begeleider, **velden("afwezig")).stand == "afwezig"
    assert wijzig(gedaan, door=begeleider, **velden("aanwezig")).stand == "aanwezig"


def test_taking_somebody_off_asks_first(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    deelname = DeelnameFactory(werknemer=amina, vorming__titel="Hygiëne")
    client, adres = als(begeleider), f"/deelnames/{deelname.pk}/weg/"
    zin = "Amina Bakkali doet dan niet mee aan Hygiëne van 1 december 2026."
    assert zin in client.get(adres).content.decode()
    assert Deelname.objects.exists()
    client.post(adres)
    assert not Deelname.objects.exists()


@pytest.mark.parametrize("collega", [False, True])
def test_who_may_not_change_a_training_finds_no_button_for_it(
    als: Als, begeleider: Gebruiker, amina: Werknemer, collega: bool
) -> None:
    vorming = VormingFactory(organisatie=amina.organisatie)
    DeelnameFactory(werknemer=amina, vorming=vorming)
    if collega:
        DeelnameFactory(werknemer__organisatie=amina.organisatie, vorming=vorming)
    pagina = als(begeleider).get(f"/vormingen/{vorming.pk}/").content.decode()
    for adres in ("wijzig", "annuleer"):
        assert (f"/vormingen/{vorming.pk}/{adres}/" in pagina) is not collega
    assert ("Je coördinator kan deze vorming wijzigen" in pagina) is collega


def test_from_the_plan_somebody_joins_a_training_to_come(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    eigen = {"organisatie": amina.organisatie}
    vorming = VormingFactory(**eigen, titel="Hygiëne")
    VormingFactory(**eigen, geannuleerd=True)
    VormingFactory(**eigen, periode=VOORBIJ)
    VormingFactory()
    assert list(open_voor(amina, VANDAAG)) == [vorming]
    client, adres = als(begeleider), f"/werknemers/{amina.pk}/vorming/inschrijven/"
    los = client.post(adres, {"vorming": vorming.pk}, headers=HTMX)
    assert "Amina doet mee aan Hygiëne." in los.content.decode()
    assert [deelname.vorming for deelname in deelnames_van(amina)] == [vorming]
    weer = client.post(adres, {"vorming": vorming.pk})
    assert weer.status_code == 422
    assert "Deze vorming kan niet meer gekozen worden." in weer.content.decode()


def test_from_the_plan_without_javascript(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    vorming = VormingFactory(organisatie=amina.organisatie)
    client, adres = als(begeleider), f"/werknemers/{amina.pk}/vorming/inschrijven/"
    assert "Schrijf Amina in" in client.get(adres).content.decode()
    antwoord = client.post(adres, {"vorming": vorming.pk})
    assert antwoord.url == f"/werknemers/{amina.pk}/plan/#vorming"
