"""Lives through the past nights: the job runs on each day on which something changed."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from django.db.models import QuerySet

from demo.gegevens import Demosignaal
from demo.mensen import Demomens, voer_advies_in
from demo.organisaties import Demo
from demo.plannen import ZONDER_DOELEN
from gebruikers.models import Gebruiker
from gedeeld.models import UitgaandeMail
from gedeeld.periode import dag_erna, eerste_dag_binnen, plus_dagen, plus_maanden
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.signaalsoorten.soorten import einde_ondersteuning
from trajects.signalen.bepaal_signalen import Signaaluitkomst, bepaal_voor
from trajects.signalen.dagoverzicht import stel_dagoverzichten_op
from trajects.signalen.signaalopvolging import handel_af, markeer_gezien, stel_uit, volg_op

# So long ago the organisation began to work with this application.
MAANDEN_GESCHIEDENIS: Final = 12
_VER_WEG: Final = 12  # months
_GEVRAAGD: Final = "De verlenging is gevraagd. We wachten op het antwoord van VDAB."
_WACHT_DAGEN: Final = 75


def beleef_de_nachten(mensen: Sequence[Demomens], demo: Demo, vandaag: date) -> None:
    """Enter each advice on its day and let the job run, up to and including yesterday.

    The signals of those nights count as reported; their mails are not sent to anybody.
    """
    plannen = sorted(
        ((plan, mens) for mens in mensen for plan in mens.loopbaan.adviezen),
        key=lambda paar: paar[0].ingevoerd_op,
    )
    for dag in _dagen(mensen, demo, vandaag):
        while plannen and plannen[0][0].ingevoerd_op <= dag:
            plan, mens = plannen.pop(0)
            voer_advies_in(mens, plan, demo)
        # The notes and plans of the stories are all there already: of those days they know nothing.
        bepaal_voor(demo.organisatie, Signaaluitkomst(dag), regels=[einde_ondersteuning.REGEL])
        _neem_op(mensen, demo, dag, vandaag)
    for plan, mens in plannen:
        voer_advies_in(mens, plan, demo)
    stel_dagoverzichten_op(demo.organisatie, plus_dagen(vandaag, -1))
    adressen = [gebruiker.email for gebruiker in demo.gebruikers.values()]
    UitgaandeMail.objects.filter(aan__in=adressen).delete()


def _dagen(mensen: Sequence[Demomens], demo: Demo, vandaag: date) -> list[date]:
    begin = plus_maanden(vandaag, -MAANDEN_GESCHIEDENIS)
    dagen = {dag for mens in mensen for dag in _keerpunten(mens, demo, vandaag)}
    return [begin, *sorted(dag for dag in dagen if begin < dag < vandaag)]


def _keerpunten(mens: Demomens, demo: Demo, vandaag: date) -> Iterator[date]:
    """The days on which a signal of this person can come, go, or be taken on."""
    if mens.loopbaan.laatste_dag is not None:
        yield dag_erna(mens.loopbaan.laatste_dag)
    if mens.persoon.opvolging is not None:
        yield plus_dagen(vandaag, -mens.persoon.opvolging.dagen)
    for plan in mens.loopbaan.adviezen:
        yield plan.ingevoerd_op
        if (laatste_dag := plan.periode.laatste_dag) is not None:
            yield dag_erna(laatste_dag)
            for maanden in demo.organisatie.drempels:
                yield eerste_dag_binnen(laatste_dag, maanden)


def _neem_op(mensen: Sequence[Demomens], demo: Demo, dag: date, vandaag: date) -> None:
    for mens in mensen:
        opvolging = mens.persoon.opvolging
        if opvolging is not None and dag == plus_dagen(vandaag, -opvolging.dagen):
            wie = demo.gebruikers[mens.persoon.begeleider]
            for signaal in _open_signalen(mens):
                volg_op(signaal, door=wie, wie=wie, toelichting=opvolging.tekst)


def werk_signalen_bij(mensen: Sequence[Demomens], demo: Demo, vandaag: date) -> None:
    """What the counsellors did this morning with the signals of tonight."""
    for mens in mensen:
        for signaal in _open_signalen(mens):
            plan = mens.persoon.signaal or _besproken(mens, signaal)
            if plan is not None and mens.persoon.begeleider:
                _doe(signaal, plan, demo.gebruikers[mens.persoon.begeleider], vandaag)


def _besproken(mens: Demomens, signaal: Signaal) -> Demosignaal | None:
    """An end that is far away was talked about, and the plan for it is there; or more support was
    asked."""
    if mens.persoon.verlenging_gevraagd:
        return Demosignaal(Signaalstatus.UITGESTELD, _GEVRAAGD, _WACHT_DAGEN)
    if signaal.drempel < _VER_WEG or mens.persoon.nummer in ZONDER_DOELEN:
        return None
    tekst = f"Besproken met {mens.persoon.voornaam}. Het plan loopt."
    return Demosignaal(Signaalstatus.AFGEHANDELD, tekst)


def _doe(signaal: Signaal, plan: Demosignaal, door: Gebruiker, vandaag: date) -> None:
    match Signaalstatus(plan.status):
        case Signaalstatus.GEZIEN:
            markeer_gezien(signaal, door=door)
        case Signaalstatus.IN_OPVOLGING:
            volg_op(signaal, door=door, wie=door, toelichting=plan.tekst)
        case Signaalstatus.UITGESTELD:
            stel_uit(signaal, door=door, tot=plus_dagen(vandaag, plan.dagen), reden=plan.tekst)
        case Signaalstatus.AFGEHANDELD:
            handel_af(signaal, door=door, toelichting=plan.tekst)
        case anders:
            raise ValueError(f"Only the nightly job makes a signal {anders}.")


def _open_signalen(mens: Demomens) -> QuerySet[Signaal]:
    """That of the end of support, one at most: it either runs or has ended."""
    soorten = [soort.code for soort in einde_ondersteuning.REGEL.soorten]
    return Signaal.objects.open().filter(werknemer=mens.werknemer, soort__in=soorten).order_by("pk")
