"""Brings the national values in line with the files of the law; an organisation's own stay."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import Any, Final

from django.db import transaction

from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from gedeeld.schrijver import Schrijver
from regels.domein.parameterketen import vergrendel_keten
from regels.domein.wetsverschil import UIT_DE_WET, Wetsverschil, lees_bank, wetsverschillen
from regels.domein.wettekst import Wetspost, Wetssoort, wet
from regels.models import Bron, Startpakket, StartpakketSchijf
from regels.schrijvers import BRONNEN, PARAMETERS, STARTPAKKETTEN, TABELLEN

_SCHRIJVERS: Final[dict[Wetssoort, Schrijver[Any]]] = {
    Wetssoort.BRON: BRONNEN,
    Wetssoort.WAARDE: PARAMETERS,
    Wetssoort.TABEL: TABELLEN,
    Wetssoort.STARTPAKKET: STARTPAKKETTEN,
}


def pas_wet_toe(ook: Collection[str] = ()) -> list[Wetsverschil]:
    """Write every difference; those that were left, because the operator wrote what stands there.

    `ook`: codes of which the operator's values give way all the same.
    """
    with als_zin():
        for code in {post.code for post in wet() if post.soort == Wetssoort.WAARDE}:
            vergrendel_keten(code, None)
        verschillen = wetsverschillen()
        blijven = [v for v in verschillen if v.met_de_hand and v.post.code not in ook]
        gaan = [v for v in verschillen if v not in blijven]
        # A source before what it is the source of.
        _schrijf([v for v in gaan if v.post.soort == Wetssoort.BRON])
        _schrijf([v for v in gaan if v.post.soort != Wetssoort.BRON])
    return blijven


def vul_aan() -> int:
    """Add every code of which the database holds nothing; how many entries that were. All of them
    in a new database, and after an upgrade what nothing counted with yet.

    It leaves no trail: as with the tables themselves, nobody chose it.
    """
    with transaction.atomic():
        bekend = {post.sleutel[:2] for post, _ in lees_bank()}
        nieuw = [post for post in wet() if post.sleutel[:2] not in bekend]
        Bron.objects.bulk_create(
            Bron(code=post.code, **post.velden) for post in nieuw if post.soort == Wetssoort.BRON
        )
        bronnen, einden = {bron.code: bron for bron in Bron.objects.all()}, _einden(nieuw)
        for post in nieuw:
            if post.soort != Wetssoort.BRON:
                velden = _rijvelden(post, bronnen, einden)
                schijven = velden.pop("schijven", ())
                rij = _SCHRIJVERS[post.soort].model(**velden)
                rij.save()
                _zet_schijven(rij, schijven)
    return len(nieuw)


def _schrijf(verschillen: Iterable[Wetsverschil]) -> None:
    """Gone first, then what is there, then what is new: at no moment two for one day."""
    verschillen = list(verschillen)
    rijen = {post.sleutel: rij for post, rij in lees_bank()}
    weg = [v.post.sleutel for v in verschillen if v.bestand is None]
    for sleutel in weg:
        _SCHRIJVERS[sleutel[0]].verwijder(rijen.pop(sleutel), door=None, actie=UIT_DE_WET)
    nieuw = [v.bestand for v in verschillen if v.bestand is not None]
    bronnen = {bron.code: bron for bron in Bron.objects.all()}
    einden = _einden([*(post for post, _ in lees_bank()), *nieuw])
    geraakt = {v.post.sleutel[:2] for v in verschillen}
    _sluit_aan({s: rij for s, rij in rijen.items() if s[:2] in geraakt}, einden)
    for post in nieuw:
        _zet(post, rijen.get(post.sleutel), bronnen, einden)


def _sluit_aan(rijen: dict[Any, Any], einden: dict[Any, Periode]) -> None:
    """What stays ends where the next begins."""
    for sleutel, rij in rijen.items():
        if sleutel[0] == Wetssoort.BRON or rij.geldig == einden[sleutel]:
            continue
        schrijver = _SCHRIJVERS[sleutel[0]]
        schrijver.schrijf(rij, {"geldig": einden[sleutel]}, door=None, actie="beëindigd")


def _zet(post: Wetspost, rij: Any, bronnen: dict[str, Bron], einden: dict[Any, Periode]) -> None:
    velden = _rijvelden(post, bronnen, einden)
    schijven = velden.pop("schijven", None)
    schrijver = _SCHRIJVERS[post.soort]
    if rij is None:
        rij = schrijver.model()
    oud = [] if rij.pk is None or schijven is None else rij.treden
    erbij = None if schijven is None else {"schijven": (oud, list(schijven))}
    schrijver.schrijf(rij, velden, door=None, actie=UIT_DE_WET, erbij=erbij)
    if schijven is not None and oud != list(schijven):
        rij.schijven.all().delete()
        _zet_schijven(rij, schijven)


def _zet_schijven(pakket: Startpakket, schijven: Iterable[tuple[int, int, int]]) -> None:
    StartpakketSchijf.objects.bulk_create(
        StartpakketSchijf(
            startpakket=pakket, eerste_kwartaal=van, laatste_kwartaal=tot, percentage=percentage
        )
        for van, tot, percentage in schijven
    )


def _rijvelden(
    post: Wetspost, bronnen: dict[str, Bron], einden: dict[Any, Periode]
) -> dict[str, Any]:
    """The fields of the model, with the source itself instead of its code."""
    velden = dict(post.velden)
    if post.soort == Wetssoort.BRON:
        return {"code": post.code, **velden}
    velden |= {"bron": bronnen[velden["bron"]], "geldig": einden[post.sleutel]}
    if post.soort == Wetssoort.STARTPAKKET:
        soort, variant = post.code.split(" ", 1)
        return {"soort": soort, "variant": variant, **velden}
    if post.soort == Wetssoort.WAARDE:
        velden |= {"bronvermelding": ""}
    if post.soort == Wetssoort.TABEL:
        velden |= {"rijen": [list(rij) for rij in velden["rijen"]]}
    return {"code": post.code, **velden}


def _einden(posten: Iterable[Wetspost]) -> dict[Any, Periode]:
    """The days on which each counts: until the next of the same code."""
    dagen: defaultdict[tuple[Wetssoort, str], set[Any]] = defaultdict(set)
    for post in posten:
        if post.vanaf is not None:
            dagen[post.soort, post.code].add(post.vanaf)
    return dict(_perioden(dagen))


def _perioden(dagen: dict[tuple[Wetssoort, str], set[Any]]) -> Iterator[tuple[Any, Periode]]:
    for (soort, code), begin in dagen.items():
        for van, tot in pairwise([*sorted(begin), None]):
            yield (soort, code, van), Periode(van, tot)
