"""A person who stands in the file more than once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import datum_kort, en
from werknemers.domein.invoer.antwoorden import ZONDER, Antwoorden
from werknemers.domein.invoer.gegevens import GelezenRij, Rijgegevens
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import Melding, Meldingsernst
from werknemers.domein.invoer.tekst import sleutel

DUBBEL: Final = "dubbel_in_bestand"
# Rows that differ here are about two people.
_WIE: Final = {
    "familienaam": Kolom.FAMILIENAAM,
    "voornaam": Kolom.VOORNAAM,
    "insz": Kolom.INSZ,
    "geboortedatum": Kolom.GEBOORTEDATUM,
}
# What else a row says of the person: the first row that says it counts for all.
_REST: Final = {
    "begeleider": Kolom.BEGELEIDER,
    "email": Kolom.EMAIL,
    "gsm": Kolom.GSM,
    "voertaal": Kolom.VOERTAAL,
}


def weiger_dubbels(
    rijen: Iterable[GelezenRij], antwoorden: Antwoorden = ZONDER
) -> list[GelezenRij]:
    """The same rows; those about one person stay when each has a contract with a first day of its
    own, or repeats one to name another advice or wage record. Where they do not agree on the
    person, the later one asks; what it says of the person counts for nobody else until it was
    answered.

    Of rows that say the same twice only the first stays. A first row that is refused itself still
    counts: which of the two is right, the user decides.
    """
    gezien = _Gezien(antwoorden)
    beoordeeld = [gezien.beoordeel(rij) for rij in rijen]
    return [gezien.vul_aan(rij) for rij in beoordeeld]


class _Gezien:
    """The rows so far, by number and by INSZ."""

    def __init__(self, antwoorden: Antwoorden) -> None:
        self._antwoorden = antwoorden
        self._nummers: defaultdict[str, list[GelezenRij]] = defaultdict(list)
        self._inszen: dict[str, GelezenRij] = {}

    def beoordeel(self, rij: GelezenRij) -> GelezenRij:
        eerdere = self._nummers[rij.personeelsnummer.casefold()] if rij.personeelsnummer else []
        meldingen = _naast(rij, eerdere)
        dubbel = any(melding.code == DUBBEL for melding in meldingen)
        houder = self._inszen.setdefault(rij.insz, rij) if rij.insz else rij
        ander = houder.personeelsnummer.casefold() != rij.personeelsnummer.casefold()
        if houder is not rij and (ander or dubbel):
            meldingen.append(_dubbel_insz(houder) if ander else _dubbel(Kolom.INSZ, "INSZ", houder))
        if meldingen:
            naast = rij.gegevens if dubbel and not ander and _naast_elkaar(rij, eerdere) else None
            alle = (*rij.meldingen, *meldingen)
            return replace(rij, gegevens=None, meldingen=alle, naast=naast)
        if vraag := _vraag_wie(rij, eerdere):
            rij = replace(rij, meldingen=(*rij.meldingen, vraag))
            if not self._antwoorden.van(rij.blad, rij.rijnummer).beantwoordt(vraag):
                return rij
        rij = _met_verschil(rij, eerdere)
        eerdere.append(rij)
        return rij

    def vul_aan(self, rij: GelezenRij) -> GelezenRij:
        """What another row of the same person says of that person."""
        if rij.gegevens is None:
            return rij
        eigen = self._nummers[rij.personeelsnummer.casefold()]
        samen = [ander.gegevens for ander in eigen if ander.gegevens]
        if len(samen) < 2 or not any(ander is rij for ander in eigen):
            return rij
        vol = {
            veld: next((w for g in samen if (w := getattr(g, veld))), getattr(rij.gegevens, veld))
            for veld in (*_WIE, *_REST)
        }
        return replace(rij, gegevens=replace(rij.gegevens, **vol))


def _naast(rij: GelezenRij, eerdere: Sequence[GelezenRij]) -> list[Melding]:
    """What is wrong with a row beside those with the same number."""
    if not eerdere:
        return []
    eerste = eerdere[0]
    gelezen = [r.gegevens for r in eerdere if r.gegevens]
    if rij.gegevens is None or not gelezen or not _zegt_meer(rij.gegevens, gelezen):
        dubbel = _dubbel(Kolom.PERSONEELSNUMMER, "personeelsnummer", eerste)
        anders = _vraag_wie(rij, eerdere)
        return [dubbel if anders is None else replace(dubbel, tekst=anders.tekst)]
    return []


def _vraag_wie(rij: GelezenRij, eerdere: Sequence[GelezenRij]) -> Melding | None:
    """Whether a row with the number of an earlier one is about that person."""
    for ander in eerdere:
        anders = (
            _oneens(_WIE, rij.gegevens, ander.gegevens) if rij.gegevens and ander.gegevens else []
        )
        if anders:
            zin = (
                f"Dit personeelsnummer staat ook in {waar(ander)}, maar met een andere waarde bij "
                f"{en(anders)}: daar {_wie(ander)}, hier {_wie(rij)}. Is het dezelfde persoon, dan "
                f"telt {waar(ander)}. Is het iemand anders, geef die dan een eigen nummer."
            )
            return Melding(Kolom.PERSONEELSNUMMER, "twee_personen", zin, Meldingsernst.VRAAG)
    return None


def _wie(rij: GelezenRij) -> str:
    geboren = rij.gegevens.geboortedatum if rij.gegevens else None
    return f"{rij.naam} (geboren op {datum_kort(geboren)})" if geboren else rij.naam


def _naast_elkaar(rij: GelezenRij, eerdere: Sequence[GelezenRij]) -> bool:
    """Whether the rows can be about two contracts of one person, each in a service of its own."""
    gelezen = [r.gegevens for r in eerdere if r.gegevens]
    return rij.gegevens is not None and all(
        sleutel(ander.contract.dienst) != sleutel(rij.gegevens.contract.dienst)
        and not _oneens(_WIE, rij.gegevens, ander)
        for ander in gelezen
        if ander.contract.start == rij.gegevens.contract.start
    )


def _zegt_meer(rij: Rijgegevens, eerdere: Sequence[Rijgegevens]) -> bool:
    """Whether the row has a contract of its own, or only repeats one beside something new."""
    if all(rij.contract.start != ander.contract.start for ander in eerdere):
        return True
    if all(rij.contract != ander.contract for ander in eerdere):
        return False
    besluiten = {(a.soort, a.besluitdatum): a for r in eerdere if (a := r.advies)}
    kwartalen = {o.kwartaal: o for r in eerdere if (o := r.opgave)}
    advies, opgave = rij.advies, rij.opgave
    staat = besluiten.get((advies.soort, advies.besluitdatum)) if advies else None
    stond = kwartalen.get(opgave.kwartaal) if opgave else None
    if staat not in {None, advies} or stond not in {None, opgave}:
        return False
    return bool((advies and staat is None) or (opgave and stond is None))


def _met_verschil(rij: GelezenRij, eerdere: Sequence[GelezenRij]) -> GelezenRij:
    """The row with a warning about what an earlier row of this person says otherwise."""
    meldingen = [
        Melding(
            Kolom.PERSONEELSNUMMER,
            "telt_niet",
            f"Bij {en(anders)} zegt {waar(ander)} iets anders. Die rij telt.",
            Meldingsernst.WAARSCHUWING,
        )
        for ander in eerdere[:1]
        if rij.gegevens and ander.gegevens
        if (anders := _oneens(_REST, rij.gegevens, ander.gegevens))
    ]
    return replace(rij, meldingen=(*rij.meldingen, *meldingen)) if meldingen else rij


def _oneens(velden: Mapping[str, Kolom], een: Rijgegevens, ander: Rijgegevens) -> list[str]:
    return [
        f"“{kolom}”"
        for veld, kolom in velden.items()
        if getattr(een, veld)
        and getattr(ander, veld)
        and _gelijk(getattr(een, veld)) != _gelijk(getattr(ander, veld))
    ]


def _gelijk(waarde: object) -> object:
    return sleutel(waarde) if isinstance(waarde, str) else waarde


def waar(rij: GelezenRij) -> str:
    """rij 4, or rij 4 van “Keuken” when several sheets are read"""
    return f"rij {rij.rijnummer}" + (f" van “{rij.blad}”" if rij.blad else "")


def weiger_dubbele_opgaven(rijen: Sequence[GelezenRij]) -> list[GelezenRij]:
    """The same rows of wage records; of those about one employee and quarter none stays, since they
    may be parts of one amount."""
    plaatsen: defaultdict[tuple[str, Kwartaal], list[str]] = defaultdict(list)
    for rij in rijen:
        if rij.opgave is not None:
            plaatsen[rij.personeelsnummer.casefold(), rij.opgave.kwartaal].append(waar(rij))
    samen = {plek: nummers for plek, nummers in plaatsen.items() if len(nummers) > 1}
    return [_weiger_samen(rij, samen) for rij in rijen]


def _weiger_samen(
    rij: GelezenRij, samen: Mapping[tuple[str, Kwartaal], Sequence[str]]
) -> GelezenRij:
    if rij.opgave is None:
        return rij
    kwartaal = rij.opgave.kwartaal
    nummers = samen.get((rij.personeelsnummer.casefold(), kwartaal), ())
    andere = [plaats for plaats in nummers if plaats != waar(rij)]
    if not andere:
        return rij
    melding = Melding(
        Kolom.PERSONEELSNUMMER,
        "dubbel_in_bestand",
        f"Dit nummer staat voor {kwartaal} ook in {en(andere)}. Tel de bedragen op in één "
        "rij, of laat weg wat te veel is.",
    )
    return replace(rij, opgave=None, meldingen=(*rij.meldingen, melding))


def _dubbel_insz(eerste: GelezenRij) -> Melding:
    """One national number under two personnel numbers cannot be of two people."""
    zin = (
        f"Dit INSZ staat ook in {waar(eerste)}, met nummer {eerste.personeelsnummer or 'leeg'}. Is "
        "het dezelfde persoon, neem dan dat nummer. Anders klopt een van de INSZ-nummers niet."
    )
    return Melding(Kolom.INSZ, DUBBEL, zin, voorstel=eerste.personeelsnummer)


def _dubbel(kolom: Kolom, wat: str, eerste: GelezenRij) -> Melding:
    return Melding(
        kolom,
        DUBBEL,
        f"Dit {wat} staat ook in {waar(eerste)}. Alleen die rij telt. Verbeter of verwijder deze.",
    )
