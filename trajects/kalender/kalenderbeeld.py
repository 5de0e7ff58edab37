"""Everything in the calendar of a user: what stands, and for a while what no longer does."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from gebruikers.models import Gebruiker
from trajects.kalender.afspraken import Agendabron, Agendadagen, Agendapunt
from trajects.kalender.bronnen import BRONNEN
from trajects.kalender.caseloadbeeld import Caseloadbeeld, lees_caseload
from trajects.kalender.weggevallen import later_toegevoegd, weggevallen
from trajects.keuzes import OVER_IEMAND
from werknemers.models import Werknemer
from werknemers.models.naam import Naam


@dataclass(frozen=True, slots=True)
class Kalenderregel:
    """An entry with its source; `wie` only when the titles may say of whom it is."""

    bron: Agendabron
    afspraak: Agendapunt
    wie: Naam | None = None


def lees_kalender(gebruiker: Gebruiker, titels: str, op: date) -> list[Kalenderregel]:
    """As many questions for one employee as for a whole caseload."""
    dagen = Agendadagen(op)
    beeld = lees_caseload(gebruiker, dagen)
    gevonden: dict[tuple[str, int], tuple[Agendabron, Agendapunt]] = {}
    for deel in (
        _staat(gebruiker, beeld.erin, dagen),
        weggevallen(BRONNEN, beeld.erin, dagen),
        _uit_beeld(gebruiker, beeld, dagen),
    ):
        for bron, afspraak in deel:
            gevonden.setdefault((bron.soort, afspraak.sleutel), (bron, afspraak))
    namen = _namen(gebruiker, titels, gevonden.values())
    return [
        Kalenderregel(bron, afspraak, namen.get(afspraak.werknemer))
        for bron, afspraak in gevonden.values()
    ]


def _staat(
    gebruiker: Gebruiker, erin: Mapping[int, datetime | None], dagen: Agendadagen
) -> Iterator[tuple[Agendabron, Agendapunt]]:
    """Who came (back) into the caseload has entries from that moment on."""
    for bron in BRONNEN:
        rijen: Any = bron.model.objects.zichtbaar_voor(gebruiker)
        if not bron.van_iedereen:
            rijen = rijen.filter(**{f"{bron.werknemer}__in": list(erin)})
        for afspraak in bron.lees(rijen, dagen):
            sinds = erin.get(afspraak.werknemer)
            yield bron, replace(afspraak, gewijzigd=max(filter(None, (afspraak.gewijzigd, sinds))))


def _uit_beeld(
    gebruiker: Gebruiker, beeld: Caseloadbeeld, dagen: Agendadagen
) -> Iterator[tuple[Agendabron, Agendapunt]]:
    """What the calendar held of who left the caseload, on the day of leaving: what became of it
    since, this user may not know."""
    if not beeld.eruit:
        return
    nooit_gezien = later_toegevoegd(beeld.eruit, dagen)
    for bron in BRONNEN:
        rijen: Any = bron.model.objects.filter(
            organisatie=gebruiker.organisatie_id, **{f"{bron.werknemer}__in": list(beeld.eruit)}
        )
        gezien = rijen.exclude(pk__in=nooit_gezien.get(bron.spoornaam, ()))
        for afspraak in bron.lees(gezien, dagen):
            weg_op = beeld.eruit[afspraak.werknemer]
            dag = timezone.localdate(weg_op)
            yield bron, replace(afspraak, dag=dag, gewijzigd=weg_op, vervallen=True)


def _namen(
    gebruiker: Gebruiker, titels: str, gevonden: Iterable[tuple[Agendabron, Agendapunt]]
) -> dict[int, Naam]:
    if titels not in OVER_IEMAND:
        return {}
    sleutels = {afspraak.werknemer for _, afspraak in gevonden if not afspraak.vervallen}
    mensen = Werknemer.objects.zichtbaar_voor(gebruiker).filter(pk__in=sleutels)
    rijen = mensen.values_list("pk", "voornaam", "familienaam")
    return {pk: Naam(pk, *delen) for pk, *delen in rijen}
