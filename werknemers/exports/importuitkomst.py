"""The outcome of an import as the public JSON of `importeer --json`."""

from typing import Any

from werknemers.domein.invoer.uitkomst import Rijuitkomst, Vergelijking


def als_dict(vergelijking: Vergelijking, *, proef: bool) -> dict[str, Any]:
    """`rijnummer` as the spreadsheet numbers its rows, with `blad` when several sheets were read;
    `proef` tells that nothing was written."""
    return {
        "proef": proef,
        "samenvatting": vergelijking.samenvatting,
        "rijen": [_rij(rij) for rij in vergelijking.rijen],
    }


def _rij(rij: Rijuitkomst) -> dict[str, Any]:
    return ({"blad": rij.blad} if rij.blad else {}) | {
        "rijnummer": rij.rijnummer,
        "personeelsnummer": rij.personeelsnummer,
        "actie": rij.actie.value,
        "oordeel": rij.oordeel.value,
        "meldingen": [
            {"kolom": str(melding.kolom), "code": melding.code, "tekst": melding.tekst}
            for melding in rij.meldingen
        ],
    }
