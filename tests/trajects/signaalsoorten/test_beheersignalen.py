"""What waits for the administrator: mails, imports, invitations and values to check."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Taakrun
from gedeeld.taken import nachtwacht
from gedeeld.taken.nachtwacht import NACHTTAAK
from gedeeld.tijd import nu
from regels.models import Regelparameter
from tests.dagen import BRUSSEL
from tests.fabrieken import WACHTWOORD, GebruikerFactory, ImportopdrachtFactory, MailFactory
from tests.trajects.signaalsoorten.tafel import NU, Als, open_van, van_soort, waarom_weg
from trajects.models import Signaal
from trajects.signaalsoorten.soort import Over
from trajects.signaalsoorten.soorten import (
    import_wacht,
    mail_opgegeven,
    nacht_gemist,
    uitnodiging_open,
    waarden_oud,
)
from trajects.signalen.bepaal_signalen import Signaaluitkomst
from trajects.signalen.signaaltekst import feit_van, zin_van
from werknemers.models import Importopdracht


def zin_nu(soort: str, op: date = NU) -> str:
    (signaal,) = Signaal.objects.open().filter(soort=soort)
    return zin_van(feit_van(signaal), Over("", op, Rol.BEHEERDER))


def lees(als: Als, beheerder: Gebruiker) -> str:
    return als(beheerder).get("/signalen/").content.decode()


# --- mails -----------------------------------------------------------------------------------


def test_a_mail_that_was_given_up(als: Als, beheerder: Gebruiker) -> None:
    MailFactory(organisatie=beheerder.organisatie)
    assert van_soort(None, mail_opgegeven.CODE) == []
    MailFactory(organisatie=beheerder.organisatie, opgegeven=True, onderwerp="Dagoverzicht")
    assert van_soort(None, mail_opgegeven.CODE) == [NU]
    assert zin_nu(mail_opgegeven.CODE) == "de mail “Dagoverzicht” raakte niet verstuurd"
    pagina = lees(als, beheerder)
    assert "De mail “Dagoverzicht” raakte niet verstuurd." in pagina
    assert reverse("gebruikers:taken") in pagina


def test_a_mail_stands_once_on_vandaag(als: Als, beheerder: Gebruiker) -> None:
    MailFactory(organisatie=beheerder.organisatie, opgegeven=True, onderwerp="Dagoverzicht")
    vandaag = "/vandaag/"
    assert "niet vertrokken" in als(beheerder).get(vandaag).content.decode()
    van_soort(None, mail_opgegeven.CODE)
    pagina = als(beheerder).get(vandaag).content.decode()
    assert "De mail “Dagoverzicht” raakte niet verstuurd." in pagina
    assert "niet vertrokken" not in pagina
    assert "Mail niet verstuurd, mail niet verstuurd" not in " ".join(pagina.split())


@pytest.mark.parametrize("besluit", ["mail_opnieuw", "mail_niet_meer"])
def test_a_decision_about_the_mail_withdraws_it_at_once(
    als: Als, beheerder: Gebruiker, besluit: str
) -> None:
    mail = MailFactory(organisatie=beheerder.organisatie, opgegeven=True)
    van_soort(None, mail_opgegeven.CODE)
    als(beheerder).post(reverse(f"gebruikers:{besluit}", args=[mail.pk]))
    assert open_van(None, mail_opgegeven.CODE) == []
    assert waarom_weg(None, mail_opgegeven.CODE) == [
        "Ingetrokken: de mail is verstuurd of niet meer nodig."
    ]


# --- imports ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dagen", "status", "verwacht"),
    [
        (2, Importopdracht.Status.NAKIJKEN, False),
        (3, Importopdracht.Status.NAKIJKEN, True),
        (30, Importopdracht.Status.KOLOMMEN, True),
        (30, Importopdracht.Status.KLAAR, False),
    ],
)
def test_a_file_that_waits_for_a_look(
    beheerder: Gebruiker, dagen: int, status: str, verwacht: bool
) -> None:
    import_van(beheerder, dagen, status=status)
    assert bool(van_soort(None, import_wacht.CODE)) is verwacht


def import_van(beheerder: Gebruiker, dagen: int, **velden: Any) -> Importopdracht:
    opdracht: Importopdracht = ImportopdrachtFactory(organisatie=beheerder.organisatie, **velden)
    sinds = nu() - timedelta(days=dagen)
    Importopdracht.objects.filter(pk=opdracht.pk).update(aangemaakt_op=sinds)
    return opdracht


def test_what_it_says_of_the_file(als: Als, beheerder: Gebruiker) -> None:
    opdracht = import_van(beheerder, 7, bestandsnaam="lijst.xlsx")
    van_soort(None, import_wacht.CODE)
    assert zin_nu(import_wacht.CODE) == (
        "het bestand “lijst.xlsx” wacht op nazicht sinds 16 november 2026"
    )
    assert reverse("werknemers:import_nakijken", args=[opdracht.pk]) in lees(als, beheerder)


# --- invitations -----------------------------------------------------------------------------


@pytest.fixture
def genodigd(beheerder: Gebruiker) -> Gebruiker:
    """Invited two weeks ago; the administrator logged in."""
    wie: Gebruiker = GebruikerFactory(
        organisatie=beheerder.organisatie, voornaam="Lien", naam="Wouters", rol=Rol.HR
    )
    Gebruiker.objects.filter(pk=beheerder.pk).update(last_login=nu())
    toen = nu() - timedelta(days=14)
    Gebruiker.objects.filter(pk=wie.pk).update(aangemaakt_op=toen)
    return wie


def test_an_invitation_without_an_answer(genodigd: Gebruiker) -> None:
    assert van_soort(None, uitnodiging_open.CODE, date(2026, 11, 22)) == []
    assert van_soort(None, uitnodiging_open.CODE) == [date(2026, 11, 9)]
    assert zin_nu(uitnodiging_open.CODE) == (
        "Lien Wouters is uitgenodigd op 9 november 2026 en meldde zich nog niet aan"
    )


def test_logging_in_withdraws_it_at_once(client: Client, genodigd: Gebruiker) -> None:
    van_soort(None, uitnodiging_open.CODE)
    client.post("/account/login/", {"login": genodigd.email, "password": WACHTWOORD})
    assert open_van(None, uitnodiging_open.CODE) == []


def test_inviting_again_gives_them_two_weeks_more(
    als: Als, beheerder: Gebruiker, genodigd: Gebruiker
) -> None:
    van_soort(None, uitnodiging_open.CODE)
    als(beheerder).post(reverse("gebruikers:gebruiker_uitnodigen", args=[genodigd.pk]))
    assert open_van(None, uitnodiging_open.CODE) == []
    assert waarom_weg(None, uitnodiging_open.CODE) == [
        "Ingetrokken: de uitnodiging is opnieuw gestuurd op 23/11/2026."
    ]
    assert van_soort(None, uitnodiging_open.CODE, date(2026, 12, 7)) == [NU]


# --- values ----------------------------------------------------------------------------------


def test_values_that_nobody_looked_at_for_half_a_year(organisatie: Organisatie) -> None:
    Regelparameter.objects.update(nagekeken_op=NU)
    assert van_soort(None, waarden_oud.CODE) == []
    een = Regelparameter.objects.op(NU).filter(organisatie=None, waarde__isnull=False)
    code = een.exclude(zekerheid__in=["E", "K"]).values_list("code", flat=True)[0]
    Regelparameter.objects.filter(code=code).update(nagekeken_op=date(2026, 5, 24))
    assert van_soort(None, waarden_oud.CODE) == []
    Regelparameter.objects.filter(code=code).update(nagekeken_op=date(2026, 5, 23))
    assert len(van_soort(None, waarden_oud.CODE)) == 1
    assert zin_nu(waarden_oud.CODE) == "1 bedrag van de wet zonder nazicht sinds een half jaar"


# --- nights ----------------------------------------------------------------------------------


def nacht(dag: int, taak: str = "ruim_post_op", status: str = Taakrun.Status.GESLAAGD) -> None:
    """A run of a nightly job at a quarter to four on a day of November."""
    toen = datetime(2026, 11, dag, 3, 45, tzinfo=BRUSSEL)
    run = Taakrun.objects.create(taak=taak, status=status, einde=toen)
    Taakrun.objects.filter(pk=run.pk).update(begin=toen)


@pytest.mark.parametrize(("dag", "verwacht"), [(22, []), (21, [date(2026, 11, 21)])])
def test_a_night_that_was_missed(
    als: Als, beheerder: Gebruiker, dag: int, verwacht: list[date]
) -> None:
    nacht(dag)
    nacht(23, "ruim_imports_op")
    nacht(23, status=Taakrun.Status.MISLUKT)
    assert van_soort(None, nacht_gemist.CODE) == verwacht
    zin = "De taak “Oude mails wissen” is ’s nachts niet meer gelukt sinds 21 november 2026."
    assert (zin in lees(als, beheerder)) is bool(verwacht)


def test_a_job_that_never_succeeded_counts_from_its_first_try(organisatie: Organisatie) -> None:
    for dag in (21, 22):
        nacht(dag, status=Taakrun.Status.MISLUKT)
    assert van_soort(None, nacht_gemist.CODE) == [date(2026, 11, 21)]


def test_the_job_that_catches_up_withdraws_it_at_once(organisatie: Organisatie) -> None:
    nacht(20)
    assert van_soort(None, nacht_gemist.CODE) == [date(2026, 11, 20)]
    assert nachtwacht.doe("ruim_post_op")
    assert open_van(None, nacht_gemist.CODE) == []
    assert waarom_weg(None, nacht_gemist.CODE) == ["Ingetrokken: de taak is intussen gelukt."]


def test_what_catches_up_before_the_signals_leaves_it_to_them(organisatie: Organisatie) -> None:
    """Somebody may hold the organisation for long: the jobs of the night do not wait for that."""
    nacht(20)
    assert van_soort(None, nacht_gemist.CODE) == [date(2026, 11, 20)]
    Taakrun.objects.filter(taak=NACHTTAAK).delete()  # it was for the night before
    assert nachtwacht.doe("ruim_post_op")
    assert open_van(None, nacht_gemist.CODE) == [date(2026, 11, 20)]
    nachtwacht.doe(NACHTTAAK)
    assert open_van(None, nacht_gemist.CODE) == []


def test_the_night_of_the_signals_itself(organisatie: Organisatie) -> None:
    """Who catches up says nothing; one that fails again is told by the hour after it."""
    nacht(20, NACHTTAAK)
    with pytest.MonkeyPatch.context() as stuk:
        stuk.setattr(Signaaluitkomst, "tellingen", property(lambda _: 1 / 0))
        nachtwacht.doe(NACHTTAAK)
    assert open_van(None, nacht_gemist.CODE) == [date(2026, 11, 20)]
    Taakrun.objects.filter(status=Taakrun.Status.MISLUKT).delete()
    nachtwacht.doe(NACHTTAAK)
    assert open_van(None, nacht_gemist.CODE) == []


# --- all of them -----------------------------------------------------------------------------

Maak = Callable[[Gebruiker], object]
MAKEN: dict[str, Maak] = {
    mail_opgegeven.CODE: lambda wie: MailFactory(organisatie=wie.organisatie, opgegeven=True),
    import_wacht.CODE: lambda wie: import_van(wie, 8),
}


@pytest.mark.parametrize("soort", MAKEN)
def test_another_organisation_and_other_roles_do_not_see_it(
    als: Als, beheerder: Gebruiker, hr: Gebruiker, andere_organisatie: Organisatie, soort: str
) -> None:
    MAKEN[soort](beheerder)
    van_soort(None, soort)
    elders = GebruikerFactory(organisatie=andere_organisatie, beheerder=True)
    zien = [Signaal.objects.zichtbaar_voor(wie).filter(soort=soort) for wie in (beheerder, hr)]
    assert [len(signalen) for signalen in zien] == [1, 0]
    assert not Signaal.objects.zichtbaar_voor(elders).filter(soort=soort).exists()
