"""Rows against the database of one organisation: what each would do, without doing it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gebruikers.models import Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from werknemers.domein.invoer.advies import vergelijk_advies
from werknemers.domein.invoer.antwoorden import ZONDER, Antwoorden
from werknemers.domein.invoer.bevindingen import Bevindingen
from werknemers.domein.invoer.contract import vergelijk_contract
from werknemers.domein.invoer.dubbels import DUBBEL
from werknemers.domein.invoer.gegevens import GelezenOpgave, GelezenRij, Rijgegevens
from werknemers.domein.invoer.geheugen import zonder_opruimen
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import Melding
from werknemers.domein.invoer.naamgenoten import vertel_naamgenoten, zoek_naamgenoten
from werknemers.domein.invoer.ontbrekend import wie_ontbreekt
from werknemers.domein.invoer.opgave import vergelijk_opgave
from werknemers.domein.invoer.persoon import vergelijk_persoon
from werknemers.domein.invoer.stand import (
    Invoerstand,
    laad_inszen,
    laad_opgaven,
    laad_stand,
)
from werknemers.domein.invoer.tekst import sleutel
from werknemers.domein.invoer.uitkomst import (
    Eindeverschuiving,
    Rijactie,
    Rijuitkomst,
    Vergelijking,
    Wijziging,
)
from werknemers.models import Dienst, Werknemer
from werknemers.models.dienst import dienstsleutel


def vergelijk(
    rijen: Sequence[GelezenRij],
    *,
    organisatie: Organisatie,
    opmerkingen: Iterable[Melding] = (),
    maak_diensten: Collection[str] = (),
    antwoorden: Antwoorden = ZONDER,
    vergrendel: bool = False,
) -> Vergelijking:
    """What bringing in these rows would do now, in a number of queries that does not grow.

    `maak_diensten` are the keys (`dienstsleutel`) of services that may be made, `antwoorden` what
    was said of the rows. `vergrendel` locks what the rows can touch, for a caller that writes in
    the same transaction.
    """
    op = vandaag()
    with zonder_opruimen():
        stand = laad_stand(organisatie, te_maken=maak_diensten, vergrendel=vergrendel)
        laad_inszen(stand, (rij.gegevens for rij in rijen if rij.gegevens))
        stand.naamgenoten = zoek_naamgenoten(rijen)
        laad_opgaven(stand, _kwartalen(rijen), vergrendel=vergrendel)
        gevonden = {
            plek: _vergelijk_rij(rijen[plek], stand, op, antwoorden) for plek in _orde(rijen)
        }
        uitkomsten = tuple(gevonden[plek] for plek in range(len(rijen)))
    return Vergelijking(
        rijen=uitkomsten,
        opmerkingen=(*opmerkingen, *vertel_naamgenoten(stand.naamgenoten, uitkomsten)),
        voorgestelde_diensten=tuple(sorted(stand.voorgesteld.values())),
        nieuwe_diensten=_nieuwe_diensten(uitkomsten),
        onbekende_begeleiders=tuple(sorted(stand.onbekende_begeleiders)),
        ontbreekt=wie_ontbreekt(rijen, stand, op),
    )


def dienstsleutels(rijen: Iterable[GelezenRij]) -> frozenset[str]:
    """The keys of all services that the rows name."""
    return frozenset(dienstsleutel(rij.gegevens.contract.dienst) for rij in rijen if rij.gegevens)


def _kwartalen(rijen: Iterable[GelezenRij]) -> frozenset[Kwartaal]:
    opgaven = (g.opgave if (g := rij.gegevens or rij.naast) else rij.opgave for rij in rijen)
    return frozenset(opgave.kwartaal for opgave in opgaven if opgave is not None)


def _orde(rijen: Sequence[GelezenRij]) -> list[int]:
    """The places of the rows, in the order of the file; those about one person in the order of
    their contracts, so that the one before has ended when the next begins."""
    groepen: defaultdict[str, list[tuple[date, int]]] = defaultdict(list)
    for plek, rij in enumerate(rijen):
        if rij.gegevens is not None:
            nummer = rij.personeelsnummer.casefold()
            groepen[nummer].append((rij.gegevens.contract.start, plek))
    orde = list(range(len(rijen)))
    for groep in groepen.values():
        for (_, plek), (_, op_beurt) in zip(groep, sorted(groep), strict=True):
            orde[plek] = op_beurt
    return orde


def _vergelijk_rij(
    rij: GelezenRij, stand: Invoerstand, op: date, antwoorden: Antwoorden
) -> Rijuitkomst:
    antwoord = antwoorden.van(rij.blad, rij.rijnummer)
    return replace(_uitkomst(rij, stand, op, antwoorden), antwoord=antwoord)


def _uitkomst(rij: GelezenRij, stand: Invoerstand, op: date, antwoorden: Antwoorden) -> Rijuitkomst:
    if rij.leeg:
        return Rijuitkomst(rij.rijnummer, "", "", Rijactie.LEEG, blad=rij.blad)
    if rij.weggelaten:
        weg = Rijactie.WEGGELATEN
        return Rijuitkomst(rij.rijnummer, rij.personeelsnummer, rij.naam, weg, blad=rij.blad)
    rij = _met_eigen_contract(rij, stand)
    vondst = Bevindingen(meldingen=list(rij.meldingen))
    if rij.opgave is not None:
        uitkomst = _vergelijk_loonrij(rij, rij.opgave, stand, op, vondst)
    elif rij.gegevens is not None:
        uitkomst = _vergelijk_gegevens(rij, rij.gegevens, stand, op, vondst)
    else:
        return _geweigerd(rij, rij.naam, vondst)
    antwoord = antwoorden.van(rij.blad, rij.rijnummer)
    if vondst.geweigerd or antwoorden.houdt_buiten(antwoord, vondst.meldingen):
        return _geweigerd(rij, uitkomst.naam, vondst)
    if uitkomst.werknemer is not None:
        stand.onthoud(uitkomst.werknemer, vondst.ingrepen)
    return Rijuitkomst(
        rij.rijnummer,
        rij.personeelsnummer,
        uitkomst.naam,
        uitkomst.actie,
        tuple(vondst.meldingen),
        uitkomst.wijzigingen,
        uitkomst.einde,
        tuple(vondst.ingrepen),
        rij.blad,
    )


def _met_eigen_contract(rij: GelezenRij, stand: Invoerstand) -> GelezenRij:
    """A row beside another with the same first day, when both contracts are there."""
    werknemer = stand.werknemer(rij.personeelsnummer) if rij.naast else None
    if rij.naast is None or werknemer is None:
        return rij
    contract = rij.naast.contract
    dienst = stand.diensten.get(dienstsleutel(contract.dienst))
    staat = any(
        dienst is not None and (c.dienst_id, c.periode.van) == (dienst.pk, contract.start)
        for c in stand.contracten_van(werknemer)
    )
    rest = tuple(melding for melding in rij.meldingen if melding.code != DUBBEL)
    return replace(rij, gegevens=rij.naast, meldingen=rest) if staat else rij


def _geweigerd(rij: GelezenRij, naam: str, vondst: Bevindingen) -> Rijuitkomst:
    return Rijuitkomst(
        rij.rijnummer,
        rij.personeelsnummer,
        naam,
        Rijactie.GEWEIGERD,
        tuple(vondst.meldingen),
        blad=rij.blad,
    )


@dataclass(frozen=True, slots=True)
class _Rijbeeld:
    """What a row comes to when nothing keeps it out."""

    werknemer: Werknemer | None
    naam: str
    actie: Rijactie
    wijzigingen: tuple[Wijziging, ...] = ()
    einde: Eindeverschuiving | None = None


def _vergelijk_gegevens(
    rij: GelezenRij, gegevens: Rijgegevens, stand: Invoerstand, op: date, vondst: Bevindingen
) -> _Rijbeeld:
    werknemer = vergelijk_persoon(gegevens, stand, op, vondst)
    vergelijk_contract(gegevens.contract, werknemer, stand, op, vondst)
    einde = None
    if gegevens.advies is not None:
        einde = vergelijk_advies(gegevens.advies, werknemer, stand, op, vondst)
    if gegevens.opgave is not None:
        vergelijk_opgave(gegevens.opgave, werknemer, stand, op, vondst)
    wijzigingen = tuple(vondst.wijzigingen)
    if not werknemer.pk:
        return _Rijbeeld(werknemer, rij.naam, Rijactie.NIEUW, wijzigingen)
    actie = Rijactie.GEWIJZIGD if vondst.ingrepen else Rijactie.ONGEWIJZIGD
    return _Rijbeeld(werknemer, rij.naam, actie, wijzigingen, einde)


def _vergelijk_loonrij(
    rij: GelezenRij, opgave: GelezenOpgave, stand: Invoerstand, op: date, vondst: Bevindingen
) -> _Rijbeeld:
    werknemer = stand.werknemer(rij.personeelsnummer)
    naam = rij.naam if werknemer is None else werknemer.naam
    if werknemer is None:
        vondst.fout(
            Kolom.PERSONEELSNUMMER,
            "nummer_onbekend",
            f"We kennen niemand met personeelsnummer {rij.personeelsnummer}. Kijk het nummer na.",
        )
    else:
        _vergelijk_naam(rij.naam, werknemer, vondst)
        vergelijk_opgave(opgave, werknemer, stand, op, vondst)
    actie = Rijactie.ONGEWIJZIGD
    for ingreep in vondst.ingrepen:
        actie = Rijactie.GEWIJZIGD if ingreep.object.pk else Rijactie.NIEUW
    return _Rijbeeld(werknemer, naam, actie, tuple(vondst.wijzigingen))


def _vergelijk_naam(naam: str, werknemer: Werknemer, vondst: Bevindingen) -> None:
    """Part of a name, or its words in another order, is the same."""
    woorden, eigen = (set(map(sleutel, tekst.split())) for tekst in (naam, werknemer.naam))
    if not woorden <= eigen:
        vondst.waarschuwing(
            Kolom.FAMILIENAAM,
            "andere_naam",
            f"In het blad staat {naam}. Bij ons is dit nummer van {werknemer.naam}.",
        )


def _nieuwe_diensten(rijen: Iterable[Rijuitkomst]) -> tuple[str, ...]:
    diensten = (
        ingreep.nieuw["dienst"]
        for rij in rijen
        for ingreep in rij.ingrepen
        if "dienst" in ingreep.nieuw
    )
    return tuple(sorted({d.naam for d in diensten if isinstance(d, Dienst) and d.pk is None}))
