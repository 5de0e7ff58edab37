"""Everybody in the form of the import: what is taken along changes nothing when it comes back."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Any, Final, TypeVar

from django.db.models import Count, Exists, OuterRef, QuerySet

from gebruikers.models import Gebruiker
from gedeeld.tijd import vandaag
from werknemers.domein.insz import leesbaar_insz
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.contact import lees_email, lees_gsm
from werknemers.domein.invoer.getallen import lees_loon
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst, schoon
from werknemers.domein.schijven import met_eigen_schijven, niveau_op
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Loonopgave, Werknemer
from werknemers.models.werknemer import WerknemerQuerySet
from werknemers.rechten import mag_insz_zien, mag_lonen_zien

Rij = Mapping[Kolom, Any]
# What the import reads in one go, less some room: see `invoer.lezen.MAX_RIJEN`.
RIJEN_PER_BLAD: Final = 15_000
_LONEN: Final = frozenset({Kolom.MAANDLOON, Kolom.KWARTAAL, Kolom.REFERTELOON, Kolom.BETAALDE_UREN})

_SOORTEN: Final = (Arbeidsovereenkomst, Adviesperiode, Loonopgave)

R = TypeVar("R", Arbeidsovereenkomst, Adviesperiode, Loonopgave)


def kolommen_voor(gebruiker: Gebruiker) -> list[Kolom]:
    """Those of the import that this user may see."""
    weg = set() if mag_lonen_zien(gebruiker) else set(_LONEN)
    if not mag_insz_zien(gebruiker):
        weg.add(Kolom.INSZ)
    return [kolom for kolom in Kolom if kolom not in weg]


def in_bladen(gebruiker: Gebruiker) -> list[list[int]]:
    """The keys of whom this user sees and who has a contract, by name, in groups that the import
    reads in one go."""
    mensen = _met_contract(gebruiker)
    aantallen = [_tel(soort.objects.zichtbaar_voor(gebruiker), mensen) for soort in _SOORTEN]
    bladen: list[list[int]] = [[]]
    vol = 0
    for sleutel in mensen.values_list("pk", flat=True):
        rijen = _hoeveel(*(aantal.get(sleutel, 0) for aantal in aantallen))
        if vol + rijen > RIJEN_PER_BLAD and bladen[-1]:
            bladen.append([])
            vol = 0
        bladen[-1].append(sleutel)
        vol += rijen
    return bladen


def _hoeveel(contracten: int, adviezen: int, opgaven: int) -> int:
    """How many rows `lees_rijen` gives of one person."""
    return max(contracten, adviezen, contracten - 1 + opgaven)


def zonder_contract(gebruiker: Gebruiker) -> list[str]:
    """The names of those who cannot stand in the sheet: a row begins with a contract."""
    zonder = Werknemer.objects.zichtbaar_voor(gebruiker).filter(contracten=None)
    return [wie.naam for wie in zonder]


def lees_rijen(gebruiker: Gebruiker, sleutels: Collection[int]) -> Iterator[Rij]:
    """The rows of these employees, as far as the user may see them: one for each contract, and more
    where there are more advices or wage records, with the last contract again. Wage records come
    with the last contract: where nobody is known yet, a quarter needs the contracts before it."""
    mensen = _met_contract(gebruiker).met_insz().filter(pk__in=sleutels)
    contracten = _per_werknemer(
        Arbeidsovereenkomst.objects.zichtbaar_voor(gebruiker)
        .select_related("dienst")
        .order_by("periode", "pk"),
        sleutels,
    )
    adviezen = _per_werknemer(
        met_eigen_schijven(Adviesperiode.objects.zichtbaar_voor(gebruiker)).order_by(
            "periode", "pk"
        ),
        sleutels,
    )
    opgaven = _per_werknemer(
        Loonopgave.objects.zichtbaar_voor(gebruiker).order_by("kwartaal"), sleutels
    )
    actief = frozenset(
        Gebruiker.objects.filter(organisatie=gebruiker.organisatie_id)
        .begeleiders()
        .values_list("pk", flat=True)
    )
    for wie in mensen.select_related("begeleider"):
        eigen = contracten[wie.pk]
        persoon = _persoon(wie, actief)
        lonen = [None] * (len(eigen) - 1) + [*opgaven.get(wie.pk, ())]
        delen = zip_longest(eigen, adviezen.get(wie.pk, ()), lonen)
        for contract, advies, opgave in delen:
            yield (
                persoon
                | _contract(contract or eigen[-1])
                | (_advies(advies) if advies else {})
                | (_opgave(opgave) if opgave else {})
            )


def _met_contract(gebruiker: Gebruiker) -> WerknemerQuerySet:
    eigen = Arbeidsovereenkomst.objects.filter(
        organisatie=OuterRef("organisatie"), werknemer=OuterRef("pk")
    )
    return Werknemer.objects.zichtbaar_voor(gebruiker).filter(Exists(eigen))


def _tel(rijen: QuerySet[Any], mensen: WerknemerQuerySet) -> dict[int, int]:
    eigen = rijen.filter(werknemer__in=mensen.values("pk")).order_by()
    return dict(eigen.values_list("werknemer").annotate(Count("pk")))


def _per_werknemer(rijen: QuerySet[R], sleutels: Iterable[int]) -> dict[int, Sequence[R]]:
    groepen: defaultdict[int, list[R]] = defaultdict(list)
    for rij in rijen.filter(werknemer__in=sleutels):
        groepen[rij.werknemer_id].append(rij)
    return dict(groepen)


def _persoon(wie: Werknemer, actief: Collection[int]) -> dict[Kolom, Any]:
    """Who has one name only has it where the import asks for one. A counsellor who no longer guides
    anybody is left out: the import would not know whom it is."""
    een_naam = not wie.familienaam
    # The import works out a birth date where there is none, and that would be a change.
    insz = leesbaar_insz(wie.insz) if wie.geboortedatum else ""
    return {
        Kolom.PERSONEELSNUMMER: wie.personeelsnummer,
        Kolom.FAMILIENAAM: wie.voornaam if een_naam else wie.familienaam,
        Kolom.VOORNAAM: "" if een_naam else wie.voornaam,
        Kolom.INSZ: insz,
        Kolom.GEBOORTEDATUM: wie.geboortedatum,
        Kolom.BEGELEIDER: wie.begeleider.email
        if wie.begeleider and wie.begeleider.pk in actief
        else "",
        Kolom.EMAIL: _zoals_gelezen(wie.email, lees_email),
        Kolom.GSM: _zoals_gelezen(wie.gsm, lees_gsm),
        Kolom.VOERTAAL: wie.get_voertaal_display(),
    }


def _contract(contract: Arbeidsovereenkomst) -> dict[Kolom, Any]:
    return {
        Kolom.DIENST: contract.dienst.naam,
        Kolom.FUNCTIE: _zoals_gelezen(contract.functie, als_tekst),
        Kolom.START_CONTRACT: contract.periode.van,
        Kolom.EINDE_CONTRACT: contract.periode.laatste_dag,
        Kolom.SOORT_CONTRACT: contract.get_soort_display(),
        Kolom.BREUK: contract.tewerkstellingsbreuk,
        Kolom.MAANDLOON: _loon(contract.bruto_maandloon),
    }


def _advies(advies: Adviesperiode) -> dict[Kolom, Any]:
    return {
        Kolom.SOORT_ADVIES: advies.get_soort_display(),
        Kolom.BESLUITDATUM: advies.besluitdatum,
        Kolom.EINDE_ADVIES: advies.periode.laatste_dag,
        Kolom.NIVEAU: Begeleidingsniveau(niveau_op(advies, vandaag())).label,
    }


def _opgave(opgave: Loonopgave) -> dict[Kolom, Any]:
    return {
        Kolom.KWARTAAL: str(opgave.als_kwartaal),
        Kolom.REFERTELOON: opgave.referteloon,
        Kolom.BETAALDE_UREN: opgave.betaalde_uren,
    }


def _zoals_gelezen(tekst: str, lezer: Callable[[Cel], str]) -> str:
    """Nothing where the import would make another text of it: an empty cell changes nothing."""
    try:
        gelezen = lezer(tekst)
    except Onleesbaar:
        gelezen = schoon(tekst)
    return tekst if gelezen == tekst else ""


def _loon(loon: Decimal | None) -> Decimal | None:
    """Nothing for what the import refuses: no wage, and more than a month can bring."""
    if loon is None:
        return None
    try:
        return lees_loon(float(loon))
    except Onleesbaar:
        return None
