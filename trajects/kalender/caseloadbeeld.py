"""Whose entries stand in the calendar of a user: who is in the caseload, and who just left it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from gebruikers.models import Gebruiker, Waarneming
from gebruikers.models.waarneming import begeleiders_van
from gedeeld.models import Auditregel
from trajects.kalender.afspraken import Agendadagen, begin_van
from werknemers.models import Caseloadwissel, Werknemer


@dataclass(frozen=True, slots=True)
class Caseloadbeeld:
    """Keys of employees: since when each is in it as far as that is known, and of who is in it no
    longer, when that was."""

    erin: Mapping[int, datetime | None]
    eruit: Mapping[int, datetime]


def lees_caseload(gebruiker: Gebruiker, dagen: Agendadagen) -> Caseloadbeeld:
    """The own caseload and, for the length of a stand-in, that of the colleague."""
    waarnemingen = _waarnemingen(gebruiker, dagen)
    erin = dict(_erin(gebruiker, dagen, waarnemingen))
    eruit = {
        werknemer: op
        for werknemer, op in _eruit(gebruiker, dagen, waarnemingen)
        if werknemer not in erin and op >= dagen.sinds
    }
    return Caseloadbeeld(erin, eruit)


def _waarnemingen(gebruiker: Gebruiker, dagen: Agendadagen) -> list[Any]:
    """For whom this user stands in, or did lately; one that was ended says when."""
    beeindigd = Auditregel.objects.filter(
        soort="waarneming", onderwerp_id=OuterRef("pk"), actie="beëindigd"
    )
    eigen = Waarneming.objects.zichtbaar_voor(gebruiker).filter(vervanger=gebruiker.pk)
    laatste = Subquery(beeindigd.order_by("-op").values("op")[:1])
    return list(eigen.sinds(dagen.onlangs).annotate(beeindigd_op=laatste).order_by("periode"))


def _erin(
    gebruiker: Gebruiker, dagen: Agendadagen, waarnemingen: Iterable[Any]
) -> Iterator[tuple[int, datetime | None]]:
    begonnen = {w.begeleider_id: begin_van(w.periode.van) for w in waarnemingen}
    wissels = Caseloadwissel.objects.filter(
        organisatie=OuterRef("organisatie"), werknemer=OuterRef("pk")
    )
    mensen = (
        Werknemer.objects.zichtbaar_voor(gebruiker)
        .filter(begeleider__in=begeleiders_van(gebruiker, dagen.op))
        .annotate(gekomen_op=Subquery(wissels.order_by("-op").values("op")[:1]))
    )
    for pk, begeleider, gekomen_op in mensen.values_list("pk", "begeleider", "gekomen_op"):
        yield pk, max(filter(None, (gekomen_op, begonnen.get(begeleider))), default=None)


def _eruit(
    gebruiker: Gebruiker, dagen: Agendadagen, waarnemingen: Iterable[Any]
) -> Iterator[tuple[int, datetime]]:
    """Who went to somebody else, and whom a stand-in that is over was about; the last time last."""
    voorbij = {
        w.begeleider_id: w.beeindigd_op or begin_van(w.periode.tot)
        for w in waarnemingen
        if w.periode.voorbij(dagen.op)
    }
    mensen = Werknemer.objects.filter(
        organisatie=gebruiker.organisatie_id, begeleider__in=list(voorbij)
    )
    for werknemer, begeleider in mensen.values_list("pk", "begeleider"):
        yield werknemer, voorbij[begeleider]
    wissels = Caseloadwissel.objects.filter(
        organisatie=gebruiker.organisatie_id,
        van__in={gebruiker.pk, *(w.begeleider_id for w in waarnemingen)},
        op__gte=dagen.sinds,
    )
    for werknemer, van, op in wissels.order_by("op").values_list("werknemer", "van", "op"):
        dag = timezone.localdate(op)
        if van == gebruiker.pk or any(
            w.begeleider_id == van and dag in w.periode for w in waarnemingen
        ):
            yield werknemer, op
