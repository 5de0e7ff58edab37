"""What the night mails about signals, to whom, and once."""

from collections.abc import Callable
from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.models import UitgaandeMail
from gedeeld.periode import Periode, plus_dagen
from tests.dagen import op_de_dag
from tests.fabrieken import GebruikerFactory, WerknemerFactory
from tests.trajects.signalen.nacht import bepaal_einde
from tests.trajects.signalen.test_bepaal_signalen import NU, advies_tot
from trajects.models import Signaal
from trajects.signaalsoorten.soorten import contract_eindigt, plan_herzien
from trajects.signalen.bepaal_signalen import bepaal_signalen
from trajects.signalen.dagoverzicht import stel_dagoverzichten_op
from trajects.signalen.signaalopvolging import stel_uit, volg_op
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)


def test_one_overview_per_counsellor_and_once(
    amina: Werknemer, organisatie: Organisatie, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    mehmet = WerknemerFactory(
        organisatie=organisatie,
        begeleider=begeleider,
        voornaam="Mehmet",
        familienaam="Kaya",
        in_dienst=True,
    )
    advies_tot(mehmet, date(2026, 9, 30))
    zonder = WerknemerFactory(organisatie=organisatie, voornaam="Zoë", in_dienst=True)
    advies_tot(zonder, date(2026, 12, 31))
    bepaal_einde(op=NU)
    bepaal_einde(op=NU)
    mails = {mail.aan: mail.tekst for mail in UitgaandeMail.objects.all()}
    assert set(mails) == {begeleider.email, coordinator.email}
    assert (
        "Amina B.\n- ondersteuning stopt over 4 maanden, t.e.m. 31 maart 2027"
        in mails[begeleider.email]
    )
    assert "Mehmet K.\n- ondersteuning afgelopen op 30 september 2026" in mails[begeleider.email]
    assert "Zoë" in mails[coordinator.email]
    assert UitgaandeMail.objects.count() == 2


def test_what_an_overview_says(
    amina: Werknemer, organisatie: Organisatie, begeleider: Gebruiker
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    mehmet = WerknemerFactory(
        organisatie=organisatie, begeleider=begeleider, voornaam="Mehmet", familienaam="Kaya",
        in_dienst=True,
    )  # fmt: skip
    advies_tot(mehmet, date(2026, 12, 31))
    bepaal_einde(op=NU)
    mail = UitgaandeMail.objects.get()
    assert mail.onderwerp == "Doorstroom: 2 nieuwe signalen"
    assert mail.tekst == (
        f"Dag {begeleider.voornaam}\n\n"
        "Dit vraagt je aandacht:\n\n"
        "Mehmet K.\n"
        "- ondersteuning stopt over 1 maand, t.e.m. 31 december 2026\n\n"
        "Amina B.\n"
        "- ondersteuning stopt over 4 maanden, t.e.m. 31 maart 2027\n\n"
        f"Bekijk ze en kies een volgende stap: {settings.BASIS_URL}/signalen/\n"
    )


def test_what_nobody_could_get_is_mailed_once_there_is_somebody(
    amina: Werknemer, begeleider: Gebruiker
) -> None:
    Gebruiker.objects.filter(pk=begeleider.pk).update(is_active=False)
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=NU)
    assert Signaal.objects.get().gemeld_op is None
    assert not UitgaandeMail.objects.exists()
    Gebruiker.objects.filter(pk=begeleider.pk).update(is_active=True)
    for _ in range(2):
        bepaal_einde(op=NU)
        assert UitgaandeMail.objects.get().aan == begeleider.email
    assert Signaal.objects.get().gemeld_op is not None


def test_one_that_comes_back_is_mailed_again_unless_it_is_put_off(
    amina: Werknemer, begeleider: Gebruiker
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    mehmet = WerknemerFactory(organisatie=amina.organisatie, begeleider=begeleider, in_dienst=True)
    advies_tot(mehmet, date(2026, 12, 31))
    bepaal_einde(op=NU)
    uitgesteld = Signaal.objects.get(werknemer=mehmet)
    stel_uit(uitgesteld, door=begeleider, tot=date(2026, 12, 7), reden="na de vakantie")
    bepaal_einde(op=date(2024, 3, 1))
    assert not Signaal.objects.open().exists()
    UitgaandeMail.objects.all().delete()
    bepaal_einde(op=NU)
    assert Signaal.objects.open().count() == 2
    assert UitgaandeMail.objects.get().onderwerp == "Doorstroom: 1 nieuw signaal"
    assert Signaal.objects.get(gemeld_op=None).werknemer == mehmet


def test_an_overview_is_of_use_for_as_long_as_it_is_tried(
    amina: Werknemer, organisatie: Organisatie
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=NU)
    mail = UitgaandeMail.objects.get()
    assert mail.organisatie == organisatie
    assert mail.geldig_tot
    assert abs(mail.geldig_tot - mail.proberen_tot).total_seconds() < 1
    assert mail.na_verval == (
        "Dit dagoverzicht is voorbij. De signalen staan in Doorstroom, bij Signalen."
    )


def test_who_stands_in_gets_the_overview_too(
    amina: Werknemer, organisatie: Organisatie, begeleider: Gebruiker
) -> None:
    vervanger = GebruikerFactory(organisatie=organisatie)
    Waarneming.objects.create(
        begeleider=begeleider, vervanger=vervanger, periode=Periode.tem(NU, date(2026, 11, 30))
    )
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=NU)
    assert set(UitgaandeMail.objects.values_list("aan", flat=True)) == {
        begeleider.email,
        vervanger.email,
    }
    teksten = dict(UitgaandeMail.objects.values_list("aan", "tekst"))
    assert f"Amina B. (je vervangt {begeleider})\n- onderst" in teksten[vervanger.email]
    assert "Amina B.\n- onderst" in teksten[begeleider.email]


def test_another_day_mails_nobody(amina: Werknemer) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=date(2027, 3, 1))
    assert not UitgaandeMail.objects.exists()


def test_what_got_worse_says_so(amina: Werknemer, begeleider: Gebruiker) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=date(2026, 9, 20))
    bepaal_einde(op=NU)
    mail = UitgaandeMail.objects.get()
    assert "Amina B.\n- dringender: ondersteuning stopt over 4 maanden" in mail.tekst


def test_a_kind_is_not_worse_because_another_one_about_the_same_advice_is(
    amina: Werknemer, begeleider: Gebruiker
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=date(2026, 9, 20))
    einde = Signaal.objects.get()
    Signaal.objects.create(
        organisatie=einde.organisatie, werknemer=amina, soort=plan_herzien.CODE, dag=NU,
        onderwerp=einde.onderwerp, ontstaan_op=NU, voor=["begeleider"],
    )  # fmt: skip
    bepaal_einde(op=NU)
    mail = UitgaandeMail.objects.get()
    assert "- dringender: ondersteuning stopt over 4 maanden" in mail.tekst
    assert "\n- ondersteuningsplan te herzien" in mail.tekst
    assert mail.onderwerp == "Doorstroom: 1 nieuw signaal en 1 dringender signaal"


def test_what_nobody_takes_on_goes_to_the_coordinator_once(
    amina: Werknemer, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=plus_dagen(NU, -14))
    stel_dagoverzichten_op(amina.organisatie, plus_dagen(NU, -14))
    UitgaandeMail.objects.all().delete()
    bepaal_einde(op=NU)
    bepaal_einde(op=NU)
    mail = UitgaandeMail.objects.get()
    assert mail.aan == coordinator.email
    assert "- niemand nam dit op: ondersteuning stopt over 4 maanden" in mail.tekst
    assert Signaal.objects.get().doorgegeven_op == NU


def test_what_somebody_took_on_stays_there(amina: Werknemer, begeleider: Gebruiker) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=plus_dagen(NU, -14))
    volg_op(Signaal.objects.get(), door=begeleider, wie=begeleider)
    bepaal_einde(op=NU)
    assert Signaal.objects.get().doorgegeven_op is None


def test_what_was_postponed_is_not_passed_on_the_day_it_comes_back(
    amina: Werknemer, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=plus_dagen(NU, -30))
    with op_de_dag(plus_dagen(NU, -29)):
        stel_uit(Signaal.objects.get(), door=begeleider, tot=NU, reden="na de vakantie")
    bepaal_einde(op=NU)
    assert Signaal.objects.get().doorgegeven_op is None
    for dagen, verwacht in ((13, None), (14, plus_dagen(NU, 14))):
        with op_de_dag(plus_dagen(NU, dagen)):
            bepaal_einde(op=plus_dagen(NU, dagen))
        assert Signaal.objects.get().doorgegeven_op == verwacht


def test_the_counsellor_sees_that_it_was_passed_on(
    amina: Werknemer, begeleider: Gebruiker, als: Callable[[Gebruiker], Client]
) -> None:
    advies_tot(amina, date(2027, 3, 31))
    bepaal_einde(op=plus_dagen(NU, -14))
    bepaal_einde(op=NU)
    for pagina in ("/signalen/", "/vandaag/"):
        gelezen = " ".join(als(begeleider).get(pagina).content.decode().split()).casefold()
        assert "doorgegeven aan de coördinator op 23 november 2026" in gelezen
    volg_op(Signaal.objects.get(), door=begeleider, wie=begeleider)
    assert "doorgegeven" not in als(begeleider).get("/signalen/").content.decode()


def test_what_becomes_more_urgent_is_told_again_once(
    amina: Werknemer, begeleider: Gebruiker
) -> None:
    laatste_dag = date(2027, 1, 15)
    amina.contracten.update(soort="bepaald", periode=Periode.tem(date(2026, 1, 5), laatste_dag))
    mails = UitgaandeMail.objects.filter(aan=begeleider.email)
    geteld = []
    for op in (NU, date(2026, 12, 14), date(2026, 12, 15), date(2026, 12, 16)):
        with op_de_dag(op):
            for _ in range(2):
                bepaal_signalen(op=op, regels=[contract_eindigt.REGEL])
        geteld.append(mails.count())
    assert geteld == [1, 1, 2, 2]
    assert mails.latest("pk").onderwerp == "Doorstroom: 1 dringender signaal"
    assert "- dringender: contract eindigt op 15 januari" in mails.latest("pk").tekst
