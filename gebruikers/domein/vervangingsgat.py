"""Nobody is there any more for who is away: both are told, and the coordinators are asked.

The screen tells who caused it (`zonder_vervanger_door`); this is the mail to the others.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse

from gebruikers.domein.vervangingen import Roosterregel, in_dagen, onvervangen, rooster_van
from gebruikers.domein.vervangingspost import geldigheid
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.post.postbus import Brief, stel_vele_op
from gedeeld.tijd import vandaag


def meld_zonder_vervanger(wie: Gebruiker, *, door: Gebruiker) -> None:
    """Mail for each whom `wie` stands in for and for whom nobody is there now, once for the same
    days; for after the write that made `wie` away, or made them guide nobody any more."""
    rooster = rooster_van(door, vandaag())
    stel_vele_op(
        brief
        for regel in rooster
        if regel.vervanger == wie.pk and (weg := onvervangen(regel, rooster))
        for brief in _brieven(regel, weg, wie, door)
    )


def _brieven(
    regel: Roosterregel, weg: list[Periode], wie: Gebruiker, door: Gebruiker
) -> Iterable[Brief]:
    betrokken = Q(pk__in=(regel.begeleider, wie.pk)) | Q(rol=Rol.COORDINATOR)
    collegas = Gebruiker.objects.zichtbaar_voor(door).actief().filter(betrokken)
    regelen = reverse("gebruikers:waarneming_nieuw")
    for ontvanger in collegas.exclude(pk=door.pk).order_by("pk"):
        vraagt = ontvanger.rol == Rol.COORDINATOR
        context = {
            "ontvanger": ontvanger,
            "reden": _reden(regel, ontvanger.pk),
            "dagen": in_dagen(weg),
            "vraagt": vraagt,
            "link": settings.BASIS_URL
            + (f"{regelen}?begeleider={regel.begeleider}" if vraagt else "/"),
        }
        dagen = f"{weg[0].van}-{weg[-1].tot or ''}"
        yield Brief(
            sleutel=f"waarneming-{regel.pk}-zonder-{dagen}-{ontvanger.pk}",
            organisatie_id=ontvanger.organisatie_id,
            aan=ontvanger.email,
            onderwerp=f"Doorstroom: er is geen vervanger voor {regel.begeleider_naam}",
            tekst=render_to_string("gebruikers/mail/zonder_vervanger.txt", context),
            **geldigheid(weg[-1]),
        )


def _reden(regel: Roosterregel, lezer: int) -> str:
    """Why nobody is there, for one of them or for who has to arrange it."""
    wiens = "je" if lezer == regel.begeleider else regel.begeleider_naam
    if lezer == regel.vervanger:
        wat = "je bent zelf afwezig" if regel.begeleidt else "je begeleidt niemand meer"
        return f"Je vervangt {wiens}, maar {wat}."
    wat = "is zelf afwezig" if regel.begeleidt else "begeleidt niemand meer"
    return f"{regel.vervanger_naam} vervangt {wiens}, maar {wat}."
