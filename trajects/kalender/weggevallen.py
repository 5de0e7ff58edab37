"""What a calendar may hold and what is there no longer, as the trail tells: reading writes nothing,
so that nobody notes what was given out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from gedeeld.models import Auditregel
from trajects.kalender.afspraken import Agendabron, Agendadagen, Agendapunt

_TOEGEVOEGD: Final = "toegevoegd"


def weggevallen(
    bronnen: Iterable[Agendabron], mensen: Mapping[int, datetime | None], dagen: Agendadagen
) -> Iterator[tuple[Agendabron, Agendapunt]]:
    """What about these people, since each is in the caseload, had a day that was changed lately.

    Leave out what still stands: the others were removed, or lost their day.
    """
    per_soort = {bron.spoornaam: bron for bron in bronnen if bron.dagvelden}
    regels = _spoor_van(mensen, dagen).filter(soort__in=per_soort).order_by("op", "pk")
    laatste: dict[tuple[str, int], tuple[Agendabron, Agendapunt]] = {}
    for soort, sleutel, werknemer, op, velden in regels.values_list(
        "soort", "onderwerp_id", "betrokkene_id", "op", "wijzigingen"
    ):
        bron, sinds = per_soort[soort], mensen[werknemer]
        if set(bron.dagvelden) & set(velden) and (sinds is None or op >= sinds):
            weg = Agendapunt(sleutel, werknemer, timezone.localdate(op), op, vervallen=True)
            laatste[soort, sleutel] = bron, weg
    yield from laatste.values()


def later_toegevoegd(mensen: Mapping[int, datetime], dagen: Agendadagen) -> Mapping[str, set[int]]:
    """By kind the keys of what was added about people after they left the caseload: that was never
    in the calendar."""
    later: dict[str, set[int]] = defaultdict(set)
    regels = _spoor_van(mensen, dagen).filter(actie=_TOEGEVOEGD)
    for soort, sleutel, werknemer, op in regels.values_list(
        "soort", "onderwerp_id", "betrokkene_id", "op"
    ):
        if op > mensen[werknemer]:
            later[soort].add(sleutel)
    return later


def _spoor_van(mensen: Collection[int], dagen: Agendadagen) -> Any:
    return Auditregel.objects.filter(betrokkene_id__in=list(mensen), op__gte=dagen.sinds)
