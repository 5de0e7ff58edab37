"""The outcome of a comparison as it is kept between the upload and the confirmation."""

import hashlib
import json
from datetime import date
from typing import TypedDict

from werknemers.domein.invoer.antwoorden import open_vragen
from werknemers.domein.invoer.uitkomst import Rijuitkomst, Vergelijking


class Bewaardemelding(TypedDict):
    kolom: str
    code: str
    tekst: str
    ernst: str
    voorstel: str
    open: bool


class Bewaarderij(TypedDict):
    """`wijzigingen` as [column, old, new]; `einde` as [old, new] ISO dates or None each.
    `aanvaard`: somebody said of this row that it is right. `verbeterd` are the columns that were
    mended; what they hold now is kept with the answers. `laag_loon`: it brings a wage under the
    minimum."""

    rijnummer: int
    blad: str
    personeelsnummer: str
    naam: str
    actie: str
    oordeel: str
    meldingen: list[Bewaardemelding]
    wijzigingen: list[list[str]]
    einde: list[str | None] | None
    aanvaard: bool
    verbeterd: list[str]
    laag_loon: bool


class Bewaard(TypedDict):
    """`ontbreekt`: the keys of who is in service and not in the file."""

    samenvatting: dict[str, int]
    verschoven: int
    opmerkingen: list[str]
    voorgestelde_diensten: list[str]
    nieuwe_diensten: list[str]
    onbekende_begeleiders: list[str]
    loonkwartalen: list[str]
    te_bevestigen: int
    te_beantwoorden: int
    lage_lonen: int
    ontbreekt: list[int]
    rijen: list[Bewaarderij]


def bewaar(vergelijking: Vergelijking) -> Bewaard:
    return {
        "samenvatting": vergelijking.samenvatting,
        "verschoven": sum(1 for rij in vergelijking.rijen if rij.einde),
        "opmerkingen": [melding.tekst for melding in vergelijking.opmerkingen],
        "voorgestelde_diensten": list(vergelijking.voorgestelde_diensten),
        "nieuwe_diensten": list(vergelijking.nieuwe_diensten),
        "onbekende_begeleiders": list(vergelijking.onbekende_begeleiders),
        "loonkwartalen": [str(kwartaal) for kwartaal in vergelijking.loonkwartalen],
        "te_bevestigen": len(vergelijking.te_bevestigen),
        "te_beantwoorden": len(vergelijking.te_beantwoorden),
        "lage_lonen": len(vergelijking.lage_lonen),
        "ontbreekt": list(vergelijking.ontbreekt),
        "rijen": [_rij(rij) for rij in vergelijking.rijen],
    }


def vingerafdruk(bewaard: Bewaard) -> str:
    """The same for two outcomes exactly when they would show the same and write the same; who is
    not in the file is beside the point."""
    tekst = json.dumps({**bewaard, "ontbreekt": []}, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(tekst.encode()).hexdigest()


def _rij(rij: Rijuitkomst) -> Bewaarderij:
    einde = rij.einde
    vragen = open_vragen(rij.antwoord, rij.meldingen)
    return {
        "rijnummer": rij.rijnummer,
        "blad": rij.blad,
        "personeelsnummer": rij.personeelsnummer,
        "naam": rij.naam,
        "actie": rij.actie.value,
        "oordeel": rij.oordeel.value,
        "meldingen": [
            {
                "kolom": str(melding.kolom),
                "code": melding.code,
                "tekst": melding.tekst,
                "ernst": melding.ernst.value,
                "voorstel": melding.voorstel,
                "open": melding in vragen,
            }
            for melding in rij.meldingen
        ],
        "wijzigingen": [[str(w.kolom), w.oud, w.nieuw] for w in rij.wijzigingen],
        "einde": [_iso(einde.oud), _iso(einde.nieuw)] if einde else None,
        "aanvaard": bool(rij.antwoord.ja) and not rij.antwoord.weg,
        "verbeterd": sorted(rij.antwoord.cellen),
        "laag_loon": rij.brengt_laag_loon,
    }


def _iso(datum: date | None) -> str | None:
    return datum.isoformat() if datum else None
