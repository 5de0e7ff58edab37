"""The mails to who stands in: it is arranged, it begins, it ends, it does not take place.

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


class Geldigheid(TypedDict):
    geldig_tot: NotRequired[datetime]
    na_verval: NotRequired[str]


def meld_vervanger(waarneming: Waarneming, *, door: Gebruiker) -> None:
    """Say that it is arranged; not to who did it, and not to who cannot read it."""
    if waarneming.vervanger == door:
        return
    onderwerp = f"Doorstroom: je vervangt {waarneming.begeleider}"
    _stuur(waarneming, door, "geregeld", onderwerp, **geldigheid(waarneming.periode))


def meld_begin(waarneming: Waarneming, *, door: Gebruiker | None) -> None:
    """Say, once, that what `door` arranged before has begun."""
    onderwerp = f"Doorstroom: vandaag begin je {waarneming.begeleider} te vervangen"
    if waarneming.periode.van < vandaag():
        onderwerp = f"Doorstroom: je vervangt {waarneming.begeleider}"
    _stuur(waarneming, door, "begonnen", onderwerp, **geldigheid(waarneming.periode))


def meld_einde(waarneming: Waarneming, *, door: Gebruiker) -> None:
    """Say, before it is written, that it ends today or does not take place."""
    if waarneming.vervanger == door:
        return
    if waarneming.periode.van < vandaag():
        onderwerp = f"Doorstroom: je vervangt {waarneming.begeleider} niet meer"
        _stuur(waarneming, door, "gestopt", onderwerp)
    else:
        onderwerp = f"Doorstroom: je vervangt {waarneming.begeleider} toch niet"
        _stuur(waarneming, door, "ingetrokken", onderwerp)


def geldigheid(periode: Periode) -> Geldigheid:
    """Until when a mail about these days is of use."""
    if periode.tot is None:
        return {}
    return {
        "geldig_tot": timezone.make_aware(datetime.combine(periode.tot, time.min)),
        "na_verval": "Deze vervanging is voorbij.",
    }


def _stuur(
    waarneming: Waarneming,
    door: Gebruiker | None,
    wat: str,
    onderwerp: str,
    **geldigheid: Unpack[Geldigheid],
) -> None:
    vervanger = waarneming.vervanger
    if not vervanger.is_active:
        return
    mensen = waarneming.begeleider.werknemers.in_dienst_op(vandaag())
    context = {
        "wat": wat,
        "vervanger": vervanger,
        "begeleider": waarneming.begeleider,
        "periode": waarneming.periode,
        "aantal": mensen.count(),
        "door": None if door == vervanger else door,
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
