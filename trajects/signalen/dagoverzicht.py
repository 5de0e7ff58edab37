"""The morning mail: the new signals of one counsellor in one digest, once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.urls import reverse

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.models.uitgaande_mail import einde_van_het_proberen
from gedeeld.post.postbus import Brief, stel_vele_op
from gedeeld.tijd import nu
from gedeeld.vastevraag import Vastevraag, Vastezin
from gedeeld.weergeven import meervoud
from trajects.models import Signaal
from trajects.signaalsoorten.soort import Feit, Over, Urgentie
from trajects.signalen import signaal_sql as sql
from trajects.signalen.signaaltekst import zin_van
from werknemers.models.naam import korte_naam


class Bericht(NamedTuple):
    """What a digest has to know of a signal."""

    signaal: int
    is_gemeld: bool
    begeleider: int | None
    voornaam: str | None
    familienaam: str | None
    feit: Feit


# By counsellor; None and who is not named are served by the coordinators.
Ontvangers = Mapping[int | None, Collection[Gebruiker]]


def stel_dagoverzichten_op(organisatie: Organisatie, op: date, nieuw: Collection[int] = ()) -> int:
    """Put a digest in the outbox for everyone with signals that were not reported yet.

    `nieuw` are the signals of this run, which came into being as reported: to write each of them
    twice is what a night would do longest. The counsellor gets it, and whoever stands in today;
    when none of them is active or may still see signals, the coordinators do. Inside the job's
    transaction, which holds the signals: they and their mail exist together or not at all. Returns
    the number of mails.
    """
    berichten = _berichten(organisatie, op, nieuw)
    if not berichten:
        return 0
    ontvangers = _ontvangers(organisatie, op)
    _noteer(berichten, ontvangers)
    waar = f"{settings.BASIS_URL}{reverse('trajects:signalen')}"
    per_ontvanger = _verdeel(berichten, ontvangers, op)
    stel_vele_op(_overzicht(ontvanger, regels, waar) for ontvanger, regels in per_ontvanger.items())
    return len(per_ontvanger)


def _berichten(organisatie: Organisatie, op: date, nieuw: Collection[int]) -> list[Bericht]:
    rijen = _meld(op)(organisatie=organisatie.pk, nieuw=list(nieuw))
    return [Bericht(*rij[:5], _feit(*rij[5:])) for rij in rijen]


def _feit(
    soort: str, werknemer: int, onderwerp: int, drempel: int, dag: date, sinds: date, wat: str,
    urgentie: int,
) -> Feit:  # fmt: skip
    return Feit(soort, werknemer, onderwerp, drempel, drempel, dag, sinds, wat, urgentie)


@lru_cache(maxsize=4)
def _meld(op: date) -> Vastezin:
    hard = Signaal.objects.vraagt_aandacht_op(op).filter(urgentie__lt=Urgentie.ZACHT)
    aandacht = hard.order_by().values_list(
        "pk", "organisatie_id", "gemeld_op", "werknemer__begeleider_id", "werknemer__voornaam",
        "werknemer__familienaam", "soort", "werknemer_id", "onderwerp", "drempel", "dag", "sinds",
        "wat", "urgentie",
    )  # fmt: skip
    tekst, waarden = sql.met_namen(aandacht, "aandacht")
    soorten = {"organisatie": "bigint", "nieuw": "bigint[]"}
    return Vastezin(sql.MELD.format(aandacht=tekst), waarden, soorten)


def _ontvangers(organisatie: Organisatie, op: date) -> Ontvangers:
    mensen = _begeleiders(op)(organisatie.pk)
    coordinatoren = [wie for wie in mensen if wie.rol == Rol.COORDINATOR]
    namens = defaultdict(list)
    for wie in mensen:
        for begeleider in (wie.pk, *wie.namens):
            namens[begeleider].append(wie)
    return defaultdict(lambda: coordinatoren, namens)


@lru_cache(maxsize=4)
def _begeleiders(op: date) -> Vastevraag[Any]:
    """Of an organisation who can be a counsellor, with those for whom they stand in on a day."""
    namens = Waarneming.objects.op(op).filter(vervanger=OuterRef("pk")).values("begeleider")
    mensen = Gebruiker.objects.begeleiders().annotate(namens=ArraySubquery(namens))
    return Vastevraag(lambda sleutels: mensen.filter(organisatie=sleutels[0]), 1)


def _noteer(berichten: list[Bericht], ontvangers: Ontvangers) -> None:
    """Reported is what somebody gets, where a signal does not say so already."""
    alsnog = [b.signaal for b in berichten if ontvangers[b.begeleider] and not b.is_gemeld]
    toch_niet = [b.signaal for b in berichten if not ontvangers[b.begeleider] and b.is_gemeld]
    for signalen, moment in ((alsnog, nu()), (toch_niet, None)):
        if signalen:
            Signaal.objects.filter(pk__in=signalen).update(gemeld_op=moment)


def _verdeel(
    berichten: Iterable[Bericht], ontvangers: Ontvangers, op: date
) -> dict[Gebruiker, list[str]]:
    """The lines of each digest."""
    verdeling: dict[Gebruiker, list[str]] = defaultdict(list)
    for bericht in berichten:
        zin = zin_van(bericht.feit, Over(bericht.voornaam or "", op))
        wie = korte_naam(bericht.voornaam or "", bericht.familienaam or "")
        regel = f"- {wie}: {zin}" if wie else f"- {zin}"
        for ontvanger in ontvangers[bericht.begeleider]:
            verdeling[ontvanger].append(regel)
    return verdeling


def _overzicht(ontvanger: Gebruiker, regels: list[str], waar: str) -> Brief:
    alle = "\n".join(regels)
    # `gemeld_op` keeps a signal out of a second mail; the key only has to be new.
    return Brief(
        sleutel=f"signalen:{ontvanger.pk}:{nu():%Y-%m-%dT%H:%M:%S.%f}",
        organisatie_id=ontvanger.organisatie_id,
        aan=ontvanger.email,
        onderwerp=f"Doorstroom: {meervoud(len(regels), 'nieuw signaal', 'nieuwe signalen')}",
        tekst=(
            f"Dag {ontvanger.get_short_name()}\n\n"
            f"Dit vraagt je aandacht:\n\n{alle}\n\n"
            f"Bekijk ze en kies een volgende stap: {waar}\n"
        ),
        # No later mail repeats these signals, so it is of use for as long as it is tried. After
        # that the terms in it are wrong, and the employees may be somebody else's.
        geldig_tot=einde_van_het_proberen(),
        na_verval="Dit dagoverzicht is voorbij. De signalen staan in Doorstroom, bij Signalen.",
    )
