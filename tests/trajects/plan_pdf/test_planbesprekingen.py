"""The plan on paper was gone through: what is noted, what is refused, who may, who mends."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from financiering.models import Rekenbewijs
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel
from tests.fabrieken import AdviesFactory, GebruikerFactory, PlanbesprekingFactory, WerknemerFactory
from tests.uitvoer import haal
from trajects.keuzes import Planantwoord
from trajects.models import Planbespreking
from trajects.plan_pdf.planbesprekingen import noteer_bespreking
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
INGEVULD = {"besproken_op": "2026-11-20", "antwoord": "deels", "taal": "ar", "met_tolk": "on"}


def gegevens(**anders: Any) -> Any:
    return {
        "besproken_op": date(2026, 11, 20),
        "versie": None,
        "bewijs": "",
        "taal": "nl",
        "met_tolk": False,
        "antwoord": Planantwoord.JA,
        "ondertekend_op": None,
    } | anders


def fout(wie: Werknemer, door: Gebruiker, **anders: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as weigering:
        noteer_bespreking(werknemer=wie, door=door, **gegevens(**anders))
    assert not Planbespreking.objects.exists()
    return dict(weigering.value.message_dict)


def code_op_het_plan(als: Als, hr: Gebruiker, wie: Werknemer) -> str:
    """Of the plan that was just printed for somebody."""
    haal(als(hr), reverse("trajects:plan_pdf", args=[wie.pk]))
    return Rekenbewijs.objects.latest("pk").code


def sectie(client: Client, wie: Werknemer) -> str:
    adres = reverse("trajects:sectie", args=[wie.pk, "planbesprekingen"])
    return " ".join(client.get(adres, headers=HTMX).content.decode().split())


def test_said_in_place_it_stands_in_the_section(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    adres = reverse("trajects:planbespreking_nieuw", args=[amina.pk])
    antwoord = als(begeleider).post(adres, INGEVULD, headers=HTMX)
    tekst = " ".join(antwoord.content.decode().split())
    assert "Plan van 20 november 2026" in tekst
    assert "deels akkoord" in tekst
    zin = "Besproken op 20 november 2026 in het Arabisch, met tolk; niet ondertekend."
    assert zin in tekst
    assert f"Genoteerd door {begeleider}" in tekst
    regel = Auditregel.objects.get(soort="planbespreking")
    assert (regel.betrokkene_id, regel.verschil["antwoord"]) == (amina.pk, [None, "deels"])


def test_the_day_on_the_plan_is_its_version(amina: Werknemer, begeleider: Gebruiker) -> None:
    vroeger = noteer_bespreking(
        werknemer=amina, door=begeleider, **gegevens(versie=date(2026, 11, 2))
    )
    zelfde_dag = noteer_bespreking(werknemer=amina, door=begeleider, **gegevens())
    assert (vroeger.versie, zelfde_dag.versie) == (date(2026, 11, 2), date(2026, 11, 20))


def test_a_later_answer_is_a_row_of_its_own(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    eerst = gegevens(antwoord=Planantwoord.NOG_NIET)
    noteer_bespreking(werknemer=amina, door=begeleider, **eerst)
    later = gegevens(besproken_op=date(2026, 11, 22), versie=date(2026, 11, 20))
    noteer_bespreking(werknemer=amina, door=begeleider, **later)
    tekst = sectie(als(begeleider), amina)
    assert tekst.index("Besproken op 22") < tekst.index("Besproken op 20")
    assert tekst.count("Plan van 20 november 2026") == 2
    assert "nog geen antwoord" in tekst


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"besproken_op": date(2026, 11, 24)}, "besproken_op"),
        ({"ondertekend_op": date(2026, 11, 24)}, "ondertekend_op"),
        ({"bewijs": "7F3K-Q2MX"}, "bewijs"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    amina: Werknemer, begeleider: Gebruiker, anders: dict[str, Any], veld: str
) -> None:
    assert list(fout(amina, begeleider, **anders)) == [veld]


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"versie": "2026-11-21"}, "versie"),
        ({"versie": "2026-11-02", "ondertekend_op": "2026-11-01"}, "ondertekend_op"),
    ],
)
def test_nothing_happens_to_a_plan_before_its_day(
    als: Als, amina: Werknemer, begeleider: Gebruiker, velden: dict[str, str], veld: str
) -> None:
    adres = reverse("trajects:planbespreking_nieuw", args=[amina.pk])
    antwoord = als(begeleider).post(adres, INGEVULD | velden)
    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == [veld]
    assert "vanaf de dag die erop staat" in antwoord.content.decode()


def test_the_database_refuses_it_too(amina: Werknemer, begeleider: Gebruiker) -> None:
    bespreking = PlanbesprekingFactory(werknemer=amina, door=begeleider)
    for veld in ({"versie": date(2027, 1, 1)}, {"ondertekend_op": date(2020, 1, 1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Planbespreking.objects.filter(pk=bespreking.pk).update(**veld)


def test_the_same_talk_is_noted_once(als: Als, amina: Werknemer, begeleider: Gebruiker) -> None:
    client, adres = als(begeleider), reverse("trajects:planbespreking_nieuw", args=[amina.pk])
    assert client.post(adres, INGEVULD).status_code == 302
    antwoord = client.post(adres, INGEVULD | {"antwoord": "ja"})
    assert list(antwoord.context["form"].errors) == ["besproken_op"]
    assert Planbespreking.objects.get().antwoord == Planantwoord.DEELS


# --- the receipt -----------------------------------------------------------------------------


@pytest.mark.amina(in_dienst=True, met_steun=True)
def test_the_receipt_of_this_plan_is_kept_as_it_is_printed(
    als: Als, amina: Werknemer, hr: Gebruiker
) -> None:
    code = code_op_het_plan(als, hr, amina)
    getypt = f" {code.lower().replace('-', ' ')} "
    bespreking = noteer_bespreking(werknemer=amina, door=hr, **gegevens(bewijs=getypt))
    assert bespreking.bewijs == code
    assert f'bewijs <span class="datum">{code}</span>' in sectie(als(hr), amina)


def test_the_receipt_of_somebody_else_is_refused(als: Als, amina: Werknemer, hr: Gebruiker) -> None:
    ander = WerknemerFactory(organisatie=amina.organisatie)
    AdviesFactory(werknemer=ander)
    code = code_op_het_plan(als, hr, ander)
    (zin,) = fout(amina, hr, bewijs=code)["bewijs"]
    assert zin == f"Dit bewijs hoort bij iets anders dan het plan van {amina}. Kijk de code na."


def test_a_receipt_that_is_not_kept_here_may_be_right(amina: Werknemer, hr: Gebruiker) -> None:
    code = "7F3K-Q2MX-0000-0001"
    assert noteer_bespreking(werknemer=amina, door=hr, **gegevens(bewijs=code)).bewijs == code


def test_nobody_learns_what_another_organisation_keeps(
    als: Als, amina: Werknemer, hr: Gebruiker, andere_organisatie: Organisatie
) -> None:
    elders = WerknemerFactory(organisatie=andere_organisatie)
    AdviesFactory(werknemer=elders)
    code = code_op_het_plan(
        als, GebruikerFactory(organisatie=andere_organisatie, rol=Rol.HR), elders
    )
    assert noteer_bespreking(werknemer=amina, door=hr, **gegevens(bewijs=code)).bewijs == code


# --- who ------------------------------------------------------------------------------------


def test_hr_notes_and_mends_a_plan_and_takes_none_away(
    als: Als, amina: Werknemer, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    bespreking = PlanbesprekingFactory(werknemer=amina, door=begeleider)
    tekst = sectie(als(hr), amina)
    wegen = [("nieuw", amina), ("bewerk", bespreking), ("verwijder", bespreking)]
    adressen = [reverse(f"trajects:planbespreking_{naam}", args=[wat.pk]) for naam, wat in wegen]
    assert [f'href="{adres}"' in tekst for adres in adressen] == [True, True, False]
    weg = reverse("trajects:planbespreking_verwijder", args=[bespreking.pk])
    assert als(hr).post(weg).status_code == 403
    assert Planbespreking.objects.get() == bespreking


def test_who_mends_it_does_not_become_who_noted_it(
    als: Als, amina: Werknemer, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    bespreking = PlanbesprekingFactory(werknemer=amina, door=begeleider)
    adres = reverse("trajects:planbespreking_bewerk", args=[bespreking.pk])
    client = als(hr)
    gezien = client.get(adres).context["form"]["gezien"].value()
    client.post(adres, INGEVULD | {"gezien": gezien, "antwoord": "nee"})
    bespreking.refresh_from_db()
    assert (bespreking.antwoord, bespreking.door) == (Planantwoord.NEE, begeleider)
    regel = Auditregel.objects.filter(soort="planbespreking").latest("pk")
    assert regel.verschil["antwoord"] == ["ja", "nee"]


def test_what_was_a_mistake_goes_and_the_trail_keeps_it(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    bespreking = PlanbesprekingFactory(werknemer=amina, door=begeleider)
    adres = reverse("trajects:planbespreking_verwijder", args=[bespreking.pk])
    client = als(begeleider)
    gezien = client.get(adres).context["form"]["gezien"].value()
    antwoord = client.post(adres, {"gezien": gezien})
    assert antwoord["Location"] == f"/werknemers/{amina.pk}/plan/#planbesprekingen"
    assert not Planbespreking.objects.exists()
    assert Auditregel.objects.latest("pk").verschil["antwoord"] == ["ja", None]
