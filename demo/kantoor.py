"""What waits for the administrator of the demo: an invitation, a file, a mail, and a value."""

import csv
import io
from datetime import date, datetime, time
from typing import Final

from django.utils import timezone

from demo.organisaties import Demo
from gebruikers.domein.uitnodigen import maak_gebruiker
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.models import UitgaandeMail
from gedeeld.models.uitgaande_mail import Mailfout
from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.post.postbus import stel_op
from gedeeld.werkdagen import werkdag_tot
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from regels.schrijvers import PARAMETERS
from werknemers.domein.invoer.opdracht import start_import
from werknemers.domein.invoer.uitvoering import kijk_na
from werknemers.models import Importopdracht

_GENODIGD_DAGEN: Final = 24
_BESTAND_DAGEN: Final = 6
_MAIL_DAGEN: Final = 2
_WAARDE_MAANDEN: Final = 8
_BESTAND: Final = "nieuwe collega’s poetsdienst.csv"
_KOPPEN: Final = (
    *("Personeelsnummer", "Familienaam", "Voornaam", "Dienst", "Functie"),
    *("Start contract", "Soort contract", "Tewerkstellingsbreuk", "Bruto maandloon"),
)
_NIEUWEN: Final = (
    ("L150", "Mertens", "Lieve", "Poetsdienst De Linde", "poetshulp"),
    ("L151", "Okafor", "Grace", "Poetsdienst De Linde", "poetshulp"),
    ("L152", "Baert", "Johan", "Klusdienst Noord", "klusser"),
)
_SLEUTEL: Final = "demo-maandbericht"


def laat_kantoor_wachten(demo: Demo, op: date) -> None:
    beheerder = demo.gebruikers["bram"]
    genodigd = maak_gebruiker(
        organisatie=demo.organisatie,
        email="joke.martens@voorbeeld.be",
        voornaam="Joke",
        naam="Martens",
        rol=Rol.BEGELEIDER,
        door=beheerder,
    )
    dag = _ochtend(op, _GENODIGD_DAGEN)
    Gebruiker.objects.filter(pk=genodigd.pk).update(aangemaakt_op=dag)
    _laat_bestand_wachten(beheerder, op)
    _geef_mail_op(demo, op)
    _laat_waarde_liggen(op)


def _laat_bestand_wachten(beheerder: Gebruiker, op: date) -> None:
    uit = io.StringIO()
    begin = plus_maanden(op.replace(day=15), 1).strftime("%d/%m/%Y")
    contract = (begin, "onbepaalde duur", "0,8", "1820,00")
    csv.writer(uit, delimiter=";").writerows([_KOPPEN, *((*wie, *contract) for wie in _NIEUWEN)])
    inhoud = uit.getvalue().encode("cp1252")
    opdracht = start_import(bestandsnaam=_BESTAND, inhoud=inhoud, door=beheerder)
    kijk_na(opdracht.pk)
    Importopdracht.objects.filter(pk=opdracht.pk).update(aangemaakt_op=_ochtend(op, _BESTAND_DAGEN))


def _geef_mail_op(demo: Demo, op: date) -> None:
    """The server refused the address: nothing tries it again."""
    stel_op(
        sleutel=_SLEUTEL,
        organisatie_id=demo.organisatie.pk,
        aan=demo.gebruikers["hilde"].email,
        onderwerp="Bevestiging van je agendakoppeling",
        tekst="Dag Hilde\n\nJe agenda is gekoppeld aan Doorstroom.",
    )
    UitgaandeMail.objects.filter(sleutel=_SLEUTEL).update(
        gemaakt_op=_ochtend(op, _MAIL_DAGEN),
        opgegeven_op=_ochtend(op, _MAIL_DAGEN),
        pogingen=7,
        soort_fout=Mailfout.ADRES_GEWEIGERD,
        fout="SMTPRecipientsRefused: de mailbox is vol",
    )


def _laat_waarde_liggen(op: date) -> None:
    """The value of a law that nobody laid beside its source for a while."""
    garantie = Regelparameter.objects.filter(code=Parametercode.TERUGKEERGARANTIE)
    for rij in garantie.filter(organisatie=None).op(op):
        dag = plus_maanden(op, -_WAARDE_MAANDEN)
        PARAMETERS.schrijf(rij, {"nagekeken_op": dag}, door=None, actie="nagekeken")


def _ochtend(op: date, dagen: int) -> datetime:
    dag = werkdag_tot(plus_dagen(op, -dagen))
    return timezone.make_aware(datetime.combine(dag, time(9)))
