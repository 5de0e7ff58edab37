"""What people do with a signal. The nightly job does the rest."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from gebruikers.domein.beschikbaar import houd_vast
from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.schrijvers import SIGNALEN
from trajects.signaalsoorten.register import regel_van
from trajects.signalen.geldt_nog import NIET_MEER, geldt_nog
from werknemers.models import Werknemer


def markeer_gezien(signaal: Signaal, *, door: Gebruiker) -> Signaal:
    """A new signal was read; any other state stays as it is."""
    with als_zin():
        vers = _open_en_vast(signaal)
        if vers.status == Signaalstatus.NIEUW:
            SIGNALEN.schrijf(vers, {"status": Signaalstatus.GEZIEN}, door=door, actie="gezien")
    return vers


def volg_op(signaal: Signaal, *, door: Gebruiker, wie: Gebruiker, toelichting: str = "") -> Signaal:
    """`wie` takes the signal on. Raises ValidationError for who would never see it."""
    with als_zin():
        # Before the signal, as a hand-over does it.
        wie = houd_vast([wie])[wie.pk]
        vers = _open_en_vast(signaal)
        if not wie.is_active or not Signaal.objects.zichtbaar_voor(wie).filter(pk=vers.pk).exists():
            raise ValidationError(
                {
                    "wie": (
                        f"{wie} ziet {vers.werknemer.naam if vers.werknemer else 'dit'} niet. "
                        "Kies iemand die dit signaal krijgt."
                    )
                }
            )
        velden = {
            "status": Signaalstatus.IN_OPVOLGING,
            "opgevolgd_door": wie,
            "uitgesteld_tot": None,
            "toelichting": _voeg_toe(vers, toelichting),
        }
        SIGNALEN.schrijf(vers, velden, door=door, actie="in opvolging")
    return vers


def stel_uit(signaal: Signaal, *, door: Gebruiker, tot: date, reden: str) -> Signaal:
    """Not now: the signal comes back on `tot`. Raises ValidationError without a reason, for a day
    that is not ahead, or for one after the day that it is about."""
    with als_zin():
        vers = _open_en_vast(signaal)
        _controleer_uitstel(vers, tot, reden)
        uitleg = f"Uitgesteld tot {datum_voluit(tot)}: {reden.strip()}"
        velden = {
            "status": Signaalstatus.UITGESTELD,
            "uitgesteld_tot": tot,
            "toelichting": _voeg_toe(vers, uitleg),
        }
        SIGNALEN.schrijf(vers, velden, door=door, actie="uitgesteld")
    return vers


def handel_af(signaal: Signaal, *, door: Gebruiker, toelichting: str) -> Signaal:
    """Done: `toelichting` says how it ended. Raises ValidationError without one."""
    if not toelichting.strip():
        raise ValidationError({"toelichting": "Zeg in één zin hoe het afliep."})
    with als_zin():
        vers = _open_en_vast(signaal)
        velden = {
            "status": Signaalstatus.AFGEHANDELD,
            "afgesloten_op": vandaag(),
            "uitgesteld_tot": None,
            "toelichting": _voeg_toe(vers, toelichting),
        }
        SIGNALEN.schrijf(vers, velden, door=door, actie="afgehandeld")
    return vers


def heropen(signaal: Signaal, *, door: Gebruiker) -> Signaal:
    """Undo of `handel_af`. Raises ValidationError when a narrower signal has come since, or when
    its reason is gone."""
    with als_zin():
        vers = SIGNALEN.vergrendel(signaal)
        if vers.status != Signaalstatus.AFGEHANDELD:
            raise ValidationError("Alleen een afgehandeld signaal kun je opnieuw openen.")
        if _dringender(vers).exists():
            raise ValidationError(
                "Er kwam intussen een dringender signaal over dezelfde ondersteuning. Volg dat op."
            )
        if not geldt_nog(vers):
            raise ValidationError(NIET_MEER)
        velden = {"status": Signaalstatus.IN_OPVOLGING, "afgesloten_op": None}
        SIGNALEN.schrijf(vers, velden, door=door, actie="heropend")
    return vers


def volg_vele_op(signalen: Iterable[Signaal], *, door: Gebruiker, wie: Gebruiker) -> int:
    """Give several signals to one person, all or none."""
    with transaction.atomic():
        return len([volg_op(s, door=door, wie=wie) for s in _op_volgorde(signalen)])


def stel_vele_uit(signalen: Iterable[Signaal], *, door: Gebruiker, tot: date, reden: str) -> int:
    """Postpone several signals to one day for one reason, all or none."""
    with transaction.atomic():
        return len([stel_uit(s, door=door, tot=tot, reden=reden) for s in _op_volgorde(signalen)])


def handel_vele_af(signalen: Iterable[Signaal], *, door: Gebruiker, toelichting: str) -> int:
    """Close several signals with one sentence, all or none."""
    with transaction.atomic():
        alle = _op_volgorde(signalen)
        return len([handel_af(s, door=door, toelichting=toelichting) for s in alle])


def draag_signalen_over(
    werknemers: Iterable[Werknemer], *, van: Gebruiker, naar: Gebruiker, door: Gebruiker
) -> None:
    """What `van` followed up for these employees, `naar` follows up; postponed stays postponed."""
    eigen = Signaal.objects.open().filter(werknemer__in=werknemers, opgevolgd_door=van)
    with transaction.atomic():
        for signaal in _op_volgorde(eigen):
            velden = {"opgevolgd_door": naar}
            SIGNALEN.schrijf(_open_en_vast(signaal), velden, door=door, actie="overgedragen")


def _op_volgorde(signalen: Iterable[Signaal]) -> list[Signaal]:
    """In the order in which the nightly job locks them too."""
    return sorted(signalen, key=lambda signaal: signaal.pk)


def _open_en_vast(signaal: Signaal) -> Signaal:
    vers = SIGNALEN.vergrendel(signaal)
    if not vers.is_open:
        raise ValidationError(
            f"Dit signaal is intussen {vers.get_status_display()}. Herlaad de pagina."
        )
    return vers


def _dringender(signaal: Signaal) -> QuerySet[Signaal]:
    """Narrower signals of the same subject: a night would close a wider one again."""
    lijn = [soort.code for soort in regel_van(signaal.soort).soorten]
    return Signaal.objects.filter(
        werknemer=signaal.werknemer,
        soort__in=lijn,
        onderwerp=signaal.onderwerp,
        drempel__lt=signaal.drempel,
    ).exclude(status__in=(Signaalstatus.VERVANGEN, Signaalstatus.INGETROKKEN))


def _controleer_uitstel(signaal: Signaal, tot: date, reden: str) -> None:
    if tot <= vandaag():
        raise ValidationError({"tot": "Kies een dag die nog komt."})
    if not reden.strip():
        raise ValidationError({"reden": "Zeg waarom je uitstelt."})
    dag = signaal.dag
    if dag is not None and vandaag() <= dag < tot:
        raise ValidationError(
            {
                "tot": (
                    f"Het gaat over {datum_voluit(dag)}: die dag is dan voorbij. "
                    "Kies een dag daarvoor."
                )
            }
        )


def _voeg_toe(signaal: Signaal, tekst: str) -> str:
    return "\n".join(deel for deel in (signaal.toelichting, tekst.strip()) if deel)
