"""The mails to who stands in: it is arranged, it ends, it does not take place.

Of the people only how many they are: a mail goes past others.
"""

from datetime import datetime, time
from typing import NotRequired, TypedDict, Unpack

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from gebruikers.models import Gebruiker, Waarneming
from gedeeld.periode import Periode
from gedeeld.post.postbus import stel_op
from gedeeld.tijd import vandaag


class _Geldigheid(TypedDict):
    geldig_tot: NotRequired[datetime]
    na_verval: NotRequired[str]


def meld_vervanger(waarneming: Waarneming, *, door: Gebruiker) -> None:
    """Say that it is arranged; not to who did it, and not to who cannot read it."""
    onderwerp = f"Doorstroom: je vervangt {waarneming.begeleider}"
    _stuur(waarneming, door, "geregeld", onderwerp, **_geldigheid(waarneming.periode))


def meld_einde(waarneming: Waarneming, *, door: Gebruiker) -> None:
    """Say, before it is written, that it ends today or does not take place."""
    if waarneming.periode.van < vandaag():
        onderwerp = f"Doorstroom: je vervangt {waarneming.begeleider} niet meer"
        _stuur(waarneming, door, "gestopt", onderwerp)
    else:
        onderwerp = f"Doorstroom: je vervangt {waarneming.begeleider} toch niet"
        _stuur(waarneming, door, "ingetrokken", onderwerp)


def _geldigheid(periode: Periode) -> _Geldigheid:
    if periode.tot is None:
        return {}
    return {
        "geldig_tot": timezone.make_aware(datetime.combine(periode.tot, time.min)),
        "na_verval": "Deze vervanging is voorbij.",
    }


def _stuur(
    waarneming: Waarneming,
    door: Gebruiker,
    wat: str,
    onderwerp: str,
    **geldigheid: Unpack[_Geldigheid],
) -> None:
    vervanger = waarneming.vervanger
    if vervanger == door or not vervanger.is_active:
        return
    mensen = waarneming.begeleider.werknemers.in_dienst_op(vandaag())
    context = {
        "wat": wat,
        "vervanger": vervanger,
        "begeleider": waarneming.begeleider,
        "periode": waarneming.periode,
        "aantal": mensen.count(),
        "door": door,
        "link": f"{settings.BASIS_URL}/",
    }
    stel_op(
        sleutel=f"waarneming-{waarneming.pk}-{wat}",
        organisatie_id=waarneming.organisatie_id,
        aan=vervanger.email,
        onderwerp=onderwerp,
        tekst=render_to_string("gebruikers/mail/vervanging.txt", context),
        **geldigheid,
    )
