"""Writes the motivated request, heading by heading; every version stays."""

from datetime import datetime

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.evaluatiepakket.verzoekbeeld import tekst_onder
from trajects.keuzes import Verzoekkop
from trajects.models import Verzoektekst, Verzoektekstversie
from trajects.schrijvers import VERZOEKTEKSTEN
from werknemers.models import Werknemer
from werknemers.schrijvers import WERKNEMERS


def schrijf_verzoektekst(
    *,
    werknemer: Werknemer,
    kop: Verzoekkop,
    door: Gebruiker,
    gezien: datetime | None,
    tekst: str,
) -> Verzoektekst:
    """What stands under a heading from now; the history keeps who wrote it, and what it was.

    `gezien` as in `gelijktijdig.vergrendel`, `NOOIT_GESCHREVEN` when nobody had written there. The
    same again changes nothing. Raises ValidationError for no text at all.
    """
    nieuw = tekst.strip()
    if not nieuw:
        raise ValidationError({"tekst": "Schrijf eerst iets."})
    with als_zin():
        WERKNEMERS.vergrendel(werknemer)
        huidig = tekst_onder(werknemer, kop)
        if huidig.pk:
            huidig = VERZOEKTEKSTEN.vergrendel(huidig, gezien)
        if nieuw != huidig.tekst:
            VERZOEKTEKSTEN.schrijf(huidig, {"tekst": nieuw}, door=door, actie="geschreven")
            Verzoektekstversie.objects.create(
                verzoektekst=huidig, tekst=nieuw, op=vandaag(), door=door
            )
        return huidig
