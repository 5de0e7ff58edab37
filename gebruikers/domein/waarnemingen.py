"""Arranges who stands in for whom, and ends it."""

from django.core.exceptions import ValidationError
from django.db import transaction

from gebruikers.domein.beschikbaar import houd_vast
from gebruikers.domein.vervangingen import in_dagen
from gebruikers.domein.vervangingsgat import meld_zonder_vervanger
from gebruikers.domein.vervangingspost import meld_einde, meld_vervanger
from gebruikers.models import Gebruiker, Waarneming
from gebruikers.schrijvers import WAARNEMINGEN
from gedeeld.periode import Periode, ketens
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag


def regel_waarneming(
    *, begeleider: Gebruiker, vervanger: Gebruiker, periode: Periode, door: Gebruiker
) -> Waarneming:
    """Let `vervanger` serve the caseload of `begeleider` during `periode`, and mail that; also for
    whom nobody is there now, because it was `begeleider` who stood in.

    Raises ValidationError: not counsellors of the organisation of `door`, the same person, a
    period that is over, a stand-in who is away too on one of its days, or the same arrangement
    for a part of it.
    """
    if periode.voorbij(vandaag()):
        raise ValidationError({"tot_en_met": "Deze periode is al voorbij. Kies een latere dag."})
    waarneming = Waarneming()
    velden = {"begeleider": begeleider, "vervanger": vervanger, "periode": periode}
    with als_zin():
        # One at a time: two that overlap would wait for each other, and both fail.
        houd_vast([begeleider, vervanger])
        collegas = Gebruiker.objects.zichtbaar_voor(door).begeleiders()
        for veld, wie in (("begeleider", begeleider), ("vervanger", vervanger)):
            if not collegas.filter(pk=wie.pk).exists():
                raise ValidationError({veld: "Kies een actieve begeleider van je organisatie."})
        WAARNEMINGEN.schrijf(waarneming, velden, door=door)
        _eis_aanwezig(vervanger, periode)
        meld_vervanger(waarneming, door=door)
        meld_zonder_vervanger(begeleider, door=door)
    return waarneming


def _eis_aanwezig(vervanger: Gebruiker, periode: Periode) -> None:
    """Days that are over do not count."""
    komend = periode.doorsnede(Periode(vandaag()))
    afwezig = ketens(
        dagen
        for weg in Waarneming.objects.filter(begeleider=vervanger, periode__overlap=komend)
        if (dagen := weg.periode.doorsnede(periode))
    )
    if afwezig:
        raise ValidationError(
            {
                "vervanger": (
                    f"{vervanger} is zelf afwezig {in_dagen(afwezig)}. "
                    "Kies voor die dagen iemand anders."
                )
            }
        )


@transaction.atomic
def beeindig_waarneming(*, waarneming: Waarneming, door: Gebruiker) -> None:
    """End it from today on; one that has not begun before today disappears.

    Ending twice changes nothing.
    """
    rij = (
        Waarneming.objects.zichtbaar_voor(door)
        .select_for_update(no_key=True)
        .filter(pk=waarneming.pk)
        .first()
    )
    if rij is None or rij.periode.voorbij(vandaag()):
        return
    meld_einde(rij, door=door)
    if rij.periode.van >= vandaag():
        WAARNEMINGEN.verwijder(rij, door=door, actie="beëindigd")
        return
    periode = Periode(rij.periode.van, vandaag())
    WAARNEMINGEN.schrijf(rij, {"periode": periode}, door=door, actie="beëindigd")
