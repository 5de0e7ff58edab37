"""About the organisation: nobody in it, or everybody."""

from datetime import date, datetime, time
from typing import Final

from django.urls import reverse

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.models import Taakrun, UitgaandeMail
from gedeeld.periode import plus_dagen
from gedeeld.taken import nachtwacht
from regels.domein.wetstoepassing import pas_wet_toe
from regels.models import Regelparameter
from tests.dagen import BRUSSEL
from tests.fabrieken import GebruikerFactory, ImportopdrachtFactory, MailFactory, VormingFactory
from tests.trajects.signaalsoorten.gevallen.geval import NU, Geval, Toneel, personeelsdienst
from tests.trajects.signaalsoorten.loopt import in_dienst
from trajects.models import Vormingsactie
from trajects.signaalsoorten.soort import Urgentie
from werknemers.models import Importopdracht, Werknemer

ACHT_WEKEN: Final = plus_dagen(NU, -56)
EERGISTEREN: Final = plus_dagen(NU, -2)
DRIE_DAGEN: Final = plus_dagen(NU, -3)
TWEE_WEKEN: Final = plus_dagen(NU, -14)
# The last day of the half year within which a value was looked at.
LANG_GELEDEN: Final = date(2026, 5, 23)


def op_dag(dag: date) -> datetime:
    return datetime.combine(dag, time(9), BRUSSEL)


def niemand_begeleidt(t: Toneel) -> int:
    """From the first day in service."""
    in_dienst(t.wie, begin=NU)
    Werknemer.objects.filter(pk=t.wie.pk).update(begeleider=None)
    return t.wie.organisatie_id


def mail_raakt_niet_weg(t: Toneel) -> int:
    return int(MailFactory(organisatie=t.wie.organisatie, opgegeven=True).pk)


def bestand_wacht(t: Toneel) -> int:
    opdracht: Importopdracht = ImportopdrachtFactory(
        organisatie=t.wie.organisatie, vingerafdruk="gezien"
    )
    Importopdracht.objects.filter(pk=opdracht.pk).update(aangemaakt_op=op_dag(DRIE_DAGEN))
    return opdracht.pk


def kijkt_bestand_na(t: Toneel) -> None:
    opdracht = Importopdracht.objects.get(organisatie=t.wie.organisatie)
    adres = reverse("werknemers:import_bevestig", args=[opdracht.pk])
    t.druk(Rol.BEHEERDER, adres, gezien="gezien", nagekeken="on")


def genodigd(t: Toneel) -> int:
    wie: Gebruiker = GebruikerFactory(
        organisatie=t.wie.organisatie, voornaam="Lien", naam="Wouters", rol=Rol.HR
    )
    Gebruiker.objects.filter(pk=wie.pk).update(aangemaakt_op=op_dag(TWEE_WEKEN))
    return wie.pk


def mag_niet_meer(t: Toneel) -> None:
    wie = Gebruiker.objects.get(organisatie=t.wie.organisatie, voornaam="Lien")
    t.vul_in(Rol.BEHEERDER, "gebruikers:gebruiker_bewerk", wie.pk, is_active="")


def waarde_lang_niet_nagekeken(t: Toneel) -> int:
    Regelparameter.objects.update(nagekeken_op=NU)
    landelijk = Regelparameter.objects.op(NU).filter(organisatie=None, waarde__isnull=False)
    een = landelijk.exclude(zekerheid__in=["E", "K"]).order_by("pk")[0]
    Regelparameter.objects.filter(code=een.code).update(nagekeken_op=LANG_GELEDEN)
    return t.wie.organisatie_id


def taak_lukt_niet_meer(t: Toneel) -> int:
    """Two whole days after it last did."""
    toen = op_dag(EERGISTEREN)
    run = Taakrun.objects.create(taak="ruim_post_op", status=Taakrun.Status.GESLAAGD, einde=toen)
    Taakrun.objects.filter(pk=run.pk).update(begin=toen)
    return t.wie.organisatie_id


def taak_lukt_weer(_t: Toneel) -> object:
    """In the same night, later than the signals."""
    nachtwacht.doe(nachtwacht.NACHTTAAK)
    return nachtwacht.doe("ruim_post_op")


def vraag_aan_fonds(t: Toneel) -> int:
    vorming = VormingFactory(organisatie=t.wie.organisatie, titel="Hygiëne", gevraagd_op=ACHT_WEKEN)
    return int(vorming.pk)


GEVALLEN: Final = (
    Geval(
        code="zonder_begeleider",
        feiten=niemand_begeleidt,
        dag=None,
        urgentie=Urgentie.EERST,
        stappen={Rol.COORDINATOR: "overdragen"},
        doe=lambda t: t.vul_in(
            Rol.COORDINATOR, "werknemers:bewerk", t.wie.pk, begeleider=t.begeleider.pk
        ),
        reden="iedereen in dienst heeft een begeleider",
        sinds_die_nacht=True,
    ),
    Geval(
        code="mail_opgegeven",
        feiten=mail_raakt_niet_weg,
        dag=NU,
        urgentie=Urgentie.DAARNA,
        stappen={Rol.BEHEERDER: "gebruikers:taken"},
        doe=lambda t: t.druk(
            Rol.BEHEERDER,
            reverse(
                "gebruikers:mail_niet_meer",
                args=[UitgaandeMail.objects.get(opgegeven_op__isnull=False).pk],
            ),
        ),
        reden="de mail is verstuurd of niet meer nodig",
    ),
    Geval(
        code="import_wacht",
        feiten=bestand_wacht,
        dag=DRIE_DAGEN,
        urgentie=Urgentie.DAARNA,
        stappen={Rol.BEHEERDER: "werknemers:import_nakijken"},
        doe=kijkt_bestand_na,
        reden="iemand keek het bestand na",
    ),
    Geval(
        code="nacht_gemist",
        feiten=taak_lukt_niet_meer,
        dag=EERGISTEREN,
        urgentie=Urgentie.DAARNA,
        stappen={Rol.BEHEERDER: "gebruikers:taken"},
        doe=taak_lukt_weer,
        reden="de taak is intussen gelukt",
    ),
    Geval(
        code="uitnodiging_open",
        feiten=genodigd,
        dag=TWEE_WEKEN,
        urgentie=Urgentie.LATER,
        stappen={Rol.BEHEERDER: "gebruikers:gebruikers"},
        doe=mag_niet_meer,
        reden="die meldde zich aan, of heeft geen toegang meer",
    ),
    Geval(
        code="waarden_oud",
        feiten=waarde_lang_niet_nagekeken,
        dag=None,
        urgentie=Urgentie.LATER,
        stappen={Rol.BEHEERDER: "regels:parameters"},
        doe=lambda _t: pas_wet_toe(),
        reden="de bedragen zijn nagekeken",
        weg_na_nacht=True,
    ),
    Geval(
        code="fonds_zonder_antwoord",
        feiten=vraag_aan_fonds,
        dag=ACHT_WEKEN,
        urgentie=Urgentie.DAARNA,
        stappen=personeelsdienst("vorming_fonds"),
        doe=lambda t: t.vul_in(
            Rol.COORDINATOR,
            "trajects:vorming_fonds",
            Vormingsactie.objects.get(titel="Hygiëne").pk,
            beslist_op="2026-11-20",
        ),
        reden="er is een antwoord, of er wacht geen aanvraag meer",
    ),
)
