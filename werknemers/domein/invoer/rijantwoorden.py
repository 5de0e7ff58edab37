"""What was filled in for rows, as answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from django.core.exceptions import ValidationError

from werknemers.domein.invoer.antwoorden import GEEN, Rijantwoord, Rijplek, vraagsleutel
from werknemers.domein.invoer.celveld import celnaam
from werknemers.domein.invoer.gelijk import Gelijkantwoord, gaat_weg, gelijke_cellen, lees_gelijke
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import Meldingsernst
from werknemers.domein.invoer.opslag import Bewaarderij
from werknemers.domein.invoer.rijvraag import (
    JA,
    NUMMER,
    TERUG,
    WEG,
    rijkeuzes,
    te_verbeteren,
)
from werknemers.domein.invoer.tekst import schoon

LANGSTE_CEL: Final = 300
_NUMMERCEL: Final = Kolom.PERSONEELSNUMMER.value


def lees_antwoorden(
    rijen: Sequence[Bewaarderij],
    huidig: Mapping[Rijplek, Rijantwoord],
    getypt: Mapping[str, str],
    *,
    met_insz: bool,
) -> dict[Rijplek, Rijantwoord]:
    """The answers that are other than `huidig`.

    A field that was not sent leaves what there is; one that was emptied takes the mended cell back,
    unless the reader could not see it. What was said of one row goes before what was said of all
    that are like it. Raises ValidationError for a text that is too long.
    """
    gelijk = lees_gelijke(rijen, getypt)
    anders = {}
    for rij in rijen:
        plek = Rijplek(rij.get("blad", ""), rij["rijnummer"])
        was = huidig.get(plek, GEEN)
        wordt = _lees(rij, was, getypt, gelijk, met_insz=met_insz)
        if wordt != was:
            anders[plek] = wordt
    return anders


def _lees(
    rij: Bewaarderij,
    was: Rijantwoord,
    getypt: Mapping[str, str],
    gelijk: Gelijkantwoord,
    *,
    met_insz: bool,
) -> Rijantwoord:
    cellen = _lees_cellen(rij, was, getypt, met_insz=met_insz)
    for kolom, tekst in gelijke_cellen(rij, gelijk).items():
        if cellen.get(kolom, "") in ("", was.cellen.get(kolom)):
            cellen[kolom] = _eis_kort(rij, kolom, tekst)
    wordt = replace(was, cellen=cellen)
    keuze = getypt.get(celnaam(rij, "antwoord"), WEG if gaat_weg(rij, gelijk) else "")
    if keuze not in dict(rijkeuzes(rij)):
        return wordt
    getypt_nummer = cellen.get(_NUMMERCEL) not in (None, was.cellen.get(_NUMMERCEL))
    # A number that was typed says more than one that was proposed.
    return wordt if keuze.startswith(NUMMER) and getypt_nummer else _kies(rij, wordt, keuze)


def _lees_cellen(
    rij: Bewaarderij, was: Rijantwoord, getypt: Mapping[str, str], *, met_insz: bool
) -> dict[str, str]:
    cellen = dict(was.cellen)
    for kolom in te_verbeteren(rij):
        if (ruw := getypt.get(celnaam(rij, kolom))) is None:
            continue
        tekst = _eis_kort(rij, kolom, schoon(ruw))
        if tekst:
            cellen[kolom] = tekst
        elif met_insz or kolom != Kolom.INSZ:
            cellen.pop(kolom, None)
    return cellen


def _kies(rij: Bewaarderij, antwoord: Rijantwoord, keuze: str) -> Rijantwoord:
    if keuze == WEG:
        return replace(antwoord, weg=True, ja=frozenset())
    if keuze == TERUG:
        return replace(antwoord, weg=False)
    if keuze == JA:
        vragen = (m for m in rij["meldingen"] if m["ernst"] == Meldingsernst.VRAAG)
        return replace(antwoord, ja=frozenset(vraagsleutel(m["code"], m["tekst"]) for m in vragen))
    nummer = keuze.removeprefix(NUMMER)
    return replace(antwoord, cellen={**antwoord.cellen, _NUMMERCEL: nummer})


def _eis_kort(rij: Bewaarderij, kolom: str, tekst: str) -> str:
    if len(tekst) > LANGSTE_CEL:
        raise ValidationError(
            f"Bij rij {rij['rijnummer']} is “{kolom}” langer dan {LANGSTE_CEL} tekens. Kort het in."
        )
    return tekst
