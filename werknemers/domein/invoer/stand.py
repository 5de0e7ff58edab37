"""The organisation as it is now: what rows are compared with, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.db.models.base import Model
from django.db.models.functions import Coalesce

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.kwartaal import Kwartaal
from regels.domein.parameters import Parameterverloop, laad_parameterverloop
from regels.keuzes import Parametercode
from werknemers.domein.insz import leesbaar_insz
from werknemers.domein.invoer.gegevens import Rijgegevens
from werknemers.domein.invoer.naamgenoten import Naamgenoten
from werknemers.domein.invoer.tekst import woorden
from werknemers.domein.invoer.uitkomst import Ingreep
from werknemers.models import (
    Adviesgebeurtenis,
    Adviesperiode,
    Arbeidsovereenkomst,
    Dienst,
    Loonopgave,
    Premieschijf,
    Werknemer,
)
from werknemers.models.dienst import dienstsleutel

M = TypeVar("M", bound=Model)


@dataclass(slots=True)
class Invoerstand:
    """`te_maken` holds the keys of the services that may be made, `voorgesteld` the names of those
    that rows asked for and that may not (yet). `inszen` holds the few numbers that had to be read,
    see `laad_inszen`. `zonder_nullen` and `mensen` are the same people by what else tells them;
    `naamgenoten` who looks like one person within the file. `besloten` gives, for an advice that a
    decision changed, the levels of guidance that decisions set; `verleend`, for an advice that
    began by a decision, the date of that."""

    organisatie: Organisatie
    te_maken: frozenset[str]
    diensten: dict[str, Dienst]
    begeleiders: dict[str, Gebruiker]
    begeleiders_op_naam: dict[frozenset[str], list[Gebruiker]]
    werknemers: dict[str, Werknemer]
    op_insz: dict[str, Werknemer]
    contracten: dict[int, list[Arbeidsovereenkomst]]
    adviezen: dict[int, list[Adviesperiode]]
    met_eigen_schijven: frozenset[int]
    besloten: dict[int, set[str]]
    verleend: dict[int, date | None]
    ggmmi: Parameterverloop
    opgaven: dict[tuple[int, date], Loonopgave] = field(default_factory=dict)
    inszen: dict[int, str] = field(default_factory=dict)
    voorgesteld: dict[str, str] = field(default_factory=dict)
    onbekende_begeleiders: set[str] = field(default_factory=set)
    gezien: set[int] = field(default_factory=set)
    zonder_nullen: dict[str, Werknemer] = field(default_factory=dict)
    mensen: dict[tuple[frozenset[str], date], Werknemer] = field(default_factory=dict)
    naamgenoten: Naamgenoten = field(default_factory=Naamgenoten)

    def __post_init__(self) -> None:
        for werknemer in self.werknemers.values():
            self.zonder_nullen.setdefault(_kaal(werknemer.personeelsnummer), werknemer)
            if werknemer.geboortedatum is not None:
                wie = woorden(werknemer.naam), werknemer.geboortedatum
                self.mensen.setdefault(wie, werknemer)

    def op_kaal_nummer(self, personeelsnummer: str) -> Werknemer | None:
        """Whose number differs in nothing but zeros in front."""
        return self.zonder_nullen.get(_kaal(personeelsnummer))

    def zelfde_mens(self, naam: str, geboortedatum: date | None) -> Werknemer | None:
        """Who has this name, its words in any order, and this birth date."""
        return None if geboortedatum is None else self.mensen.get((woorden(naam), geboortedatum))

    def werknemer(self, personeelsnummer: str) -> Werknemer | None:
        """Whom this number belongs to; `w12` is W12 unless both exist."""
        exact = self.werknemers.get(personeelsnummer)
        return exact or self.werknemers.get(personeelsnummer.casefold())

    def begeleiders_als(self, tekst: str) -> list[Gebruiker]:
        """Whom an address or a name means: one when it is clear."""
        op_adres = self.begeleiders.get(tekst.lower())
        return [op_adres] if op_adres else self.begeleiders_op_naam.get(woorden(tekst), [])

    def contracten_van(self, werknemer: Werknemer) -> list[Arbeidsovereenkomst]:
        return self.contracten.get(_sleutel(werknemer), [])

    def adviezen_van(self, werknemer: Werknemer) -> list[Adviesperiode]:
        return self.adviezen.get(_sleutel(werknemer), [])

    def opgave_van(self, werknemer: Werknemer, kwartaal: Kwartaal) -> Loonopgave | None:
        return self.opgaven.get((_sleutel(werknemer), kwartaal.eerste_dag))

    def is_gezien(self, werknemer: Werknemer) -> bool:
        """Whether an earlier row was about this person."""
        return _sleutel(werknemer) in self.gezien

    def onthoud(self, werknemer: Werknemer, ingrepen: Iterable[Ingreep]) -> None:
        """What an accepted row does, so that a later row about the same person is compared with
        that."""
        self.gezien.add(_sleutel(werknemer))
        self.werknemers.setdefault(werknemer.personeelsnummer.casefold(), werknemer)
        for ingreep in ingrepen:
            if isinstance(ingreep.object, Arbeidsovereenkomst):
                _leg_neer(self.contracten.setdefault(_sleutel(werknemer), []), ingreep)
            elif isinstance(ingreep.object, Adviesperiode):
                _leg_neer(self.adviezen.setdefault(_sleutel(werknemer), []), ingreep)
            elif isinstance(ingreep.object, Loonopgave):
                self.opgaven[_sleutel(werknemer), ingreep.object.kwartaal] = ingreep.object

    def dienst(self, naam: str) -> Dienst | None:
        """The service with this name in any spelling; an accepted new one is not saved yet."""
        sleutel = dienstsleutel(naam)
        if sleutel not in self.diensten and sleutel in self.te_maken:
            self.diensten[sleutel] = Dienst(
                organisatie=self.organisatie, naam=naam, sleutel=sleutel
            )
        if sleutel not in self.diensten:
            self.voorgesteld.setdefault(sleutel, naam)
        return self.diensten.get(sleutel)


def _sleutel(werknemer: Werknemer) -> int:
    """Also of somebody who is not saved yet."""
    return werknemer.pk or -id(werknemer)


def _kaal(personeelsnummer: str) -> str:
    return personeelsnummer.casefold().lstrip("0")


def _leg_neer(rijen: list[Any], ingreep: Ingreep) -> None:
    """A new record, or the one that is there as it will be; that one itself still is as it was."""
    if ingreep.object not in rijen:
        rijen.append(ingreep.object)
        return
    straks = copy(ingreep.object)
    for veld, waarde in ingreep.nieuw.items():
        setattr(straks, veld, waarde)
    rijen[rijen.index(ingreep.object)] = straks


def laad_stand(
    organisatie: Organisatie, *, te_maken: Collection[str] = (), vergrendel: bool = False
) -> Invoerstand:
    """Everything that a file can touch. `vergrendel` locks it until the transaction ends.

    The encrypted INSZ stays in the database: the look-up hash is enough to compare.
    """
    werknemers = list(
        _op_slot(
            Werknemer.objects.filter(organisatie=organisatie).select_related("begeleider"),
            vergrendel,
        )
    )
    contracten = Arbeidsovereenkomst.objects.filter(organisatie=organisatie)
    adviezen = Adviesperiode.objects.filter(organisatie=organisatie)
    schijven = Premieschijf.objects.filter(organisatie=organisatie)
    diensten = Dienst.objects.filter(organisatie=organisatie)
    begeleiders = Gebruiker.objects.filter(organisatie=organisatie).begeleiders().order_by("pk")
    op_naam: defaultdict[frozenset[str], list[Gebruiker]] = defaultdict(list)
    for wie in begeleiders:
        op_naam[woorden(wie.volledige_naam)].append(wie)
    besloten, verleend = _besluiten(organisatie)
    return Invoerstand(
        organisatie=organisatie,
        te_maken=frozenset(te_maken),
        diensten={dienst.sleutel: dienst for dienst in diensten.order_by("pk")},
        begeleiders={wie.email.lower(): wie for wie in begeleiders},
        begeleiders_op_naam=dict(op_naam),
        werknemers=_op_nummer(werknemers),
        op_insz={wie.insz_hash: wie for wie in werknemers if wie.insz_hash},
        contracten=_per_werknemer(
            _op_slot(contracten.select_related("dienst"), vergrendel), werknemers
        ),
        adviezen=_per_werknemer(_op_slot(adviezen, vergrendel), werknemers),
        met_eigen_schijven=frozenset(schijven.order_by().values_list("advies", flat=True)),
        besloten=besloten,
        verleend=verleend,
        ggmmi=laad_parameterverloop(organisatie.pk).alleen(Parametercode.GGMMI),
    )


def _besluiten(organisatie: Organisatie) -> tuple[dict[int, set[str]], dict[int, date | None]]:
    """Of the advices that an event changed; an objection to what gave one changes that one. Then of
    those that began by an event."""
    anders = Q(geldt_vanaf__isnull=False) | Q(laatste_dag__isnull=False)
    met_gevolg = anders | Q(vervolgadvies__isnull=False)
    alle = Adviesgebeurtenis.objects.filter(met_gevolg, organisatie=organisatie)
    over = alle.annotate(doel=Coalesce("tegen__vervolgadvies", "advies"), anders=anders).order_by()
    niveaus: defaultdict[int, set[str]] = defaultdict(set)
    verleend: dict[int, date | None] = {}
    velden = ("doel", "begeleidingsniveau", "anders", "vervolgadvies", "besluitdatum")
    for advies, niveau, verandert, vervolg, besluit in over.values_list(*velden):
        if verandert:
            niveaus[advies].add(niveau)
        if vervolg is not None:
            verleend[vervolg] = besluit
    return dict(niveaus), verleend


def laad_opgaven(
    stand: Invoerstand, kwartalen: Collection[Kwartaal], *, vergrendel: bool = False
) -> None:
    """Read the wage records of the quarters that rows name."""
    if kwartalen:
        dagen = [kwartaal.eerste_dag for kwartaal in kwartalen]
        rijen = Loonopgave.objects.filter(organisatie=stand.organisatie, kwartaal__in=dagen)
        opgaven = _op_slot(rijen.select_related("door"), vergrendel)
        for opgave in _met_werknemer(opgaven, stand.werknemers.values()):
            stand.opgaven[opgave.werknemer_id, opgave.kwartaal] = opgave


def laad_inszen(stand: Invoerstand, rijen: Iterable[Rijgegevens]) -> None:
    """Read the INSZ of those to whom a row without INSZ gives another birth date; empty where no
    key opens it, so that the row is not held against it."""
    betrokken = [
        werknemer.pk
        for rij in rijen
        if rij.geboortedatum and not rij.insz
        if (werknemer := stand.werknemer(rij.personeelsnummer)) and werknemer.insz_hash
        if werknemer.geboortedatum != rij.geboortedatum
    ]
    if betrokken:
        gevonden = Werknemer.objects.filter(pk__in=betrokken).order_by()
        inszen = dict(gevonden.values_list("pk", "insz"))
        stand.inszen.update((pk, leesbaar_insz(insz)) for pk, insz in inszen.items())


def _op_slot(rijen: QuerySet[M], vergrendel: bool) -> QuerySet[M]:
    """In a fixed order, so that two who lock the same rows wait for each other and no more."""
    rijen = rijen.order_by("pk")
    return rijen.select_for_update(of=("self",), no_key=True) if vergrendel else rijen


def _op_nummer(werknemers: list[Werknemer]) -> dict[str, Werknemer]:
    los = {wie.personeelsnummer.casefold(): wie for wie in werknemers}
    return los | {wie.personeelsnummer: wie for wie in werknemers}


R = TypeVar("R", Arbeidsovereenkomst, Adviesperiode, Loonopgave)


def _met_werknemer(rijen: Iterable[R], mensen: Iterable[Werknemer]) -> Iterator[R]:
    """Each with the employee who was read already: the trail asks whose it is, row by row."""
    op_sleutel = {wie.pk: wie for wie in mensen}
    for rij in rijen:
        if (wie := op_sleutel.get(rij.werknemer_id)) is not None:
            rij.werknemer = wie
        yield rij


def _per_werknemer(rijen: QuerySet[R], mensen: Iterable[Werknemer]) -> dict[int, list[R]]:
    groepen: defaultdict[int, list[R]] = defaultdict(list)
    for rij in _met_werknemer(rijen, mensen):
        groepen[rij.werknemer_id].append(rij)
    return dict(groepen)
