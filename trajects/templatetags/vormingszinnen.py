"""Sentences about training: how a participation went, what the fund was asked and gave."""

from datetime import date
from decimal import Decimal

from django import template
from django.utils.safestring import SafeString

from gedeeld.templatetags.onderdelen import toestand
from gedeeld.weergeven import bedrag, datum_kort, datum_voluit
from trajects.keuzes import Vormingsstand
from trajects.models import Deelname, Vormingsactie
from trajects.vorming.deelnamezin import gevolgde_tijd, in_uren, resultaat_van, verloop_van

register = template.Library()

BIJNA_VERVALLEN = "vervalt binnenkort"
KLEUREN = {Vormingsstand.VOORBIJ: "groen", Vormingsstand.BEZIG: "oranje"}


@register.simple_tag
def vormingsstand(stand: Vormingsstand) -> SafeString:
    return toestand(KLEUREN.get(stand, "grijs"), stand.label)


# --- one participation ----------------------------------------------------------------------------

register.filter(gevolgde_tijd)
register.filter(verloop_van)


@register.filter
def deelname_op_lijst(deelname: Deelname) -> str:
    """The same on the page of the training, where the hours are those that somebody noted."""
    delen = [deelname.get_stand_display(), in_uren(deelname.uren), resultaat_van(deelname)]
    if deelname.attest:
        vervalt = deelname.attest_vervalt_op
        geldig = f", geldig t.e.m. {datum_voluit(vervalt)}" if vervalt else ""
        delen.append(f"attest {deelname.attest}{geldig}")
    return " · ".join(filter(None, delen))


@register.filter
def deelname_in_rij(deelname: Deelname) -> str:
    """The same in a narrow column: state, hours and certificate."""
    attest = f"attest {deelname.attest}" if deelname.attest else ""
    delen = (deelname.get_stand_display(), in_uren(deelname.gevolgde_uren), attest)
    return ", ".join(filter(None, delen))


@register.filter
def afloop(deelname: Deelname) -> str:
    """Result and certificate, for paper; "–" when there is neither."""
    vervalt = deelname.attest_vervalt_op
    geldig = f", geldig t.e.m. {datum_kort(vervalt)}" if vervalt else ""
    attest = f"{deelname.attest}{geldig}" if deelname.attest else ""
    return "; ".join(filter(None, (resultaat_van(deelname), attest))) or "–"


@register.simple_tag
def attestgeldigheid(deelname: Deelname, op: date, binnenkort: date) -> SafeString:
    """That a certificate has lapsed on the day `op`, or will before `binnenkort`."""
    vervalt = deelname.attest_vervalt_op
    if vervalt is None or vervalt > binnenkort:
        return SafeString()
    return (
        toestand("rood", "vervallen") if vervalt < op else toestand("oranje", "vervalt binnenkort")
    )


# --- the fund -------------------------------------------------------------------------------------


def _bedrag_en_dag(waarde: Decimal | None, op: date | None) -> str:
    """An amount and its day, with what is missing; "" when there is neither."""
    if op:
        wat = "bedrag nog niet ingevuld" if waarde is None else bedrag(waarde)
        return f"{wat} op {datum_voluit(op)}"
    return "" if waarde is None else f"{bedrag(waarde)}, dag nog niet ingevuld"


@register.filter
def gevraagd_aan_fonds(vorming: Vormingsactie) -> str:
    return _bedrag_en_dag(vorming.bedrag_gevraagd, vorming.gevraagd_op)


@register.filter
def toegekend_door_fonds(vorming: Vormingsactie) -> str:
    return _bedrag_en_dag(vorming.bedrag_toegekend, vorming.beslist_op)
