"""The morning mail: what is new and what got worse, by person, in one digest, once."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import Any, Final, NamedTuple

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
from gedeeld.weergeven import en, meervoud
from trajects.models import Signaal
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signaalsoorten.soort import Feit, Over, Urgentie
from trajects.signalen import signaal_sql as sql
from trajects.signalen.signaaltekst import zin_van
from werknemers.models.naam import korte_naam

VAN_DE_ORGANISATIE = "Jullie organisatie"


class Nieuws(Enum):
    """Why a signal is in a digest, as one and as more of them."""

    NIEUW = ("nieuw signaal", "nieuwe signalen")
    ERGER = ("dringender signaal", "dringendere signalen")
    DOORGEGEVEN = ("signaal dat niemand opnam", "signalen die niemand opnam")


_VOORAF: Final = {
    Nieuws.NIEUW: "",
    Nieuws.ERGER: "dringender: ",
    Nieuws.DOORGEGEVEN: "niemand nam dit op: ",
}


class Bericht(NamedTuple):
    """What a digest has to know of a signal: `is_doorgegeven`, nobody took it on; `is_erger`, it
    takes the place of a wider threshold or is more urgent now."""

    signaal: int
    is_gemeld: bool
    voor: Sequence[str]
    begeleider: int | None
    voornaam: str | None
    familienaam: str | None
    is_doorgegeven: bool
    is_erger: bool
    feit: Feit

    @property
    def wie(self) -> str:
        return korte_naam(self.voornaam or "", self.familienaam or "") or VAN_DE_ORGANISATIE

    @property
    def nieuws(self) -> Nieuws:
        if self.is_doorgegeven and self.is_gemeld:
            return Nieuws.DOORGEGEVEN
        return Nieuws.ERGER if self.is_erger else Nieuws.NIEUW


@dataclass(frozen=True, slots=True)
class Ontvangers:
    """Who can be mailed: by role, and by the key of a counsellor who serves them today."""

    per_rol: Mapping[str, Sequence[Gebruiker]]
    namens: Mapping[int, Sequence[Gebruiker]]
    namen: Mapping[int, str]

    def vervangen_door(self, wie: Gebruiker) -> dict[int, str]:
        """For whom this one stands in, by key."""
        return {
            pk: self.namen[pk]
            for pk, anderen in self.namens.items()
            if pk != wie.pk and wie in anderen and pk in self.namen
        }

    def van(self, bericht: Bericht) -> Collection[Gebruiker]:
        """The counsellor and who stands in, where the kind is for counsellors; the coordinators
        when none of them is there, and of what nobody took on. Else each of its roles."""
        coordinatoren = self.per_rol.get(Rol.COORDINATOR, ())
        if bericht.nieuws == Nieuws.DOORGEGEVEN:
            return coordinatoren
        if Rol.BEGELEIDER in bericht.voor:
            eigen = self.namens.get(bericht.begeleider or 0) or coordinatoren
            return [*eigen, *self._anderen(bericht, {Rol.BEGELEIDER, Rol.COORDINATOR})]
        return self._anderen(bericht, set())

    def _anderen(self, bericht: Bericht, zonder: set[str]) -> list[Gebruiker]:
        rollen = [rol for rol in bericht.voor if rol not in zonder]
        return [wie for rol in rollen for wie in self.per_rol.get(rol, ())]


def stel_dagoverzichten_op(
    organisatie: Organisatie,
    op: date,
    *,
    nieuw: Collection[int] = (),
    erger: Collection[int] = (),
    doorgegeven: Collection[int] = (),
) -> int:
    """Put a digest in the outbox for everyone with signals that were not reported yet.

    `nieuw` are the signals of this run, which came into being as reported: to write each of them
    twice is what a night would do longest. `erger` became more urgent, `doorgegeven` are those
    that nobody took on in time.
    Inside the job's transaction, which holds the signals: they and their mail exist together or not
    at all. Returns the number of mails.
    """
    bijzonder = {"nieuw": nieuw, "erger": erger, "doorgegeven": doorgegeven}
    berichten = _berichten(organisatie, op, bijzonder)
    if not berichten:
        return 0
    ontvangers = _ontvangers(organisatie, op)
    _noteer(berichten, ontvangers)
    waar = f"{settings.BASIS_URL}{reverse('trajects:signalen')}"
    per_ontvanger = _verdeel(berichten, ontvangers)
    stel_vele_op(
        _overzicht(wie, regels, _per_persoon(regels, ontvangers.vervangen_door(wie), op), waar)
        for wie, regels in per_ontvanger.items()
    )
    return len(per_ontvanger)


def _berichten(
    organisatie: Organisatie, op: date, bijzonder: Mapping[str, Collection[int]]
) -> list[Bericht]:
    sleutels = {wat: list(signalen) for wat, signalen in bijzonder.items()}
    rijen = _meld(op)(organisatie=organisatie.pk, **sleutels)
    return [Bericht._make((*rij[:8], _feit(*rij[8:]))) for rij in rijen]


def _feit(
    soort: str, werknemer: int, onderwerp: int, drempel: int, dag: date, sinds: date, wat: str,
    urgentie: int,
) -> Feit:  # fmt: skip
    return Feit(soort, werknemer, onderwerp, drempel, drempel, dag, sinds, wat, urgentie)


@lru_cache(maxsize=4)
def _meld(op: date) -> Vastezin:
    hard = Signaal.objects.vraagt_aandacht_op(op).filter(urgentie__lt=Urgentie.ZACHT)
    aandacht = hard.order_by().values_list(
        "pk", "organisatie_id", "gemeld_op", "voor", "werknemer__begeleider_id",
        "werknemer__voornaam", "werknemer__familienaam", "soort", "werknemer_id", "onderwerp",
        "drempel", "dag", "sinds", "wat", "urgentie",
    )  # fmt: skip
    tekst, waarden = sql.met_namen(aandacht, "aandacht")
    soorten = {"organisatie": "bigint"} | dict.fromkeys(
        ("nieuw", "erger", "doorgegeven"), "bigint[]"
    )
    vast = waarden | sql.lijnen(SIGNAALREGELS)
    return Vastezin(sql.MELD.format(aandacht=tekst), vast, soorten)


def _ontvangers(organisatie: Organisatie, op: date) -> Ontvangers:
    per_rol, namens = defaultdict(list), defaultdict(list)
    for wie in _mensen(op)(organisatie.pk):
        per_rol[wie.rol].append(wie)
        if wie.rol in {Rol.BEGELEIDER, Rol.COORDINATOR}:
            for begeleider in (wie.pk, *wie.namens):
                namens[begeleider].append(wie)
    namen = {wie.pk: str(wie) for leden in per_rol.values() for wie in leden}
    return Ontvangers(per_rol, namens, namen)


@lru_cache(maxsize=4)
def _mensen(op: date) -> Vastevraag[Any]:
    """The active users of an organisation, with those for whom they stand in on a day."""
    namens = Waarneming.objects.op(op).filter(vervanger=OuterRef("pk")).values("begeleider")
    mensen = Gebruiker.objects.actief().annotate(namens=ArraySubquery(namens))
    return Vastevraag(lambda sleutels: mensen.filter(organisatie=sleutels[0]), 1)


def _noteer(berichten: list[Bericht], ontvangers: Ontvangers) -> None:
    """Reported is what somebody gets, where a signal does not say so already."""
    alsnog = [b.signaal for b in berichten if ontvangers.van(b) and not b.is_gemeld]
    toch_niet = [
        b.signaal
        for b in berichten
        if not ontvangers.van(b) and b.is_gemeld and not b.is_doorgegeven
    ]
    for signalen, moment in ((alsnog, nu()), (toch_niet, None)):
        if signalen:
            Signaal.objects.filter(pk__in=signalen).update(gemeld_op=moment)


def _verdeel(
    berichten: Iterable[Bericht], ontvangers: Ontvangers
) -> dict[Gebruiker, list[Bericht]]:
    """What each digest is about."""
    verdeling: dict[Gebruiker, list[Bericht]] = defaultdict(list)
    for bericht in berichten:
        for ontvanger in ontvangers.van(bericht):
            verdeling[ontvanger].append(bericht)
    return verdeling


def _per_persoon(berichten: list[Bericht], voor: Mapping[int, str], op: date) -> str:
    """A heading for each person with a line for each signal; who is most urgent stands first. Of
    the people of somebody else it says for whom (`voor`, by counsellor)."""
    eerst: dict[int | None, int] = {}
    for plaats, bericht in enumerate(berichten):
        eerst.setdefault(bericht.feit.werknemer_id, plaats)
    rij = sorted(berichten, key=lambda b: eerst[b.feit.werknemer_id])
    blokken = []
    for _, van_persoon in groupby(rij, key=lambda b: b.feit.werknemer_id):
        leden = list(van_persoon)
        regels = "\n".join(f"- {_regel(bericht, op)}" for bericht in leden)
        namens = voor.get(leden[0].begeleider or 0)
        erbij = f" (je vervangt {namens})" if namens else ""
        blokken.append(f"{leden[0].wie}{erbij}\n{regels}")
    return "\n\n".join(blokken)


def _regel(bericht: Bericht, op: date) -> str:
    zin = zin_van(bericht.feit, Over(bericht.voornaam or "", op))
    return f"{_VOORAF[bericht.nieuws]}{zin}"


def _telling(berichten: Iterable[Bericht]) -> str:
    """2 nieuwe signalen en 1 dringender signaal"""
    geteld = Counter(bericht.nieuws for bericht in berichten)
    return en([meervoud(geteld[nieuws], *nieuws.value) for nieuws in Nieuws if geteld[nieuws]])


def _overzicht(ontvanger: Gebruiker, berichten: list[Bericht], lijst: str, waar: str) -> Brief:
    # `gemeld_op` keeps a signal out of a second mail; the key only has to be new.
    return Brief(
        sleutel=f"signalen:{ontvanger.pk}:{nu():%Y-%m-%dT%H:%M:%S.%f}",
        organisatie_id=ontvanger.organisatie_id,
        aan=ontvanger.email,
        onderwerp=f"Doorstroom: {_telling(berichten)}",
        tekst=(
            f"Dag {ontvanger.get_short_name()}\n\n"
            f"Dit vraagt je aandacht:\n\n{lijst}\n\n"
            f"Bekijk ze en kies een volgende stap: {waar}\n"
        ),
        # No later mail repeats these signals, so it is of use for as long as it is tried. After
        # that the terms in it are wrong, and the employees may be somebody else's.
        geldig_tot=einde_van_het_proberen(),
        na_verval="Dit dagoverzicht is voorbij. De signalen staan in Doorstroom, bij Signalen.",
    )
