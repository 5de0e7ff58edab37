"""What the preview asks about one row, and what was filled in there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from django.core.exceptions import ValidationError

from werknemers.domein.invoer.antwoorden import GEEN, Rijantwoord, Rijplek, vraagsleutel
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import WIE_VRAGEN, Meldingsernst
from werknemers.domein.invoer.opslag import Bewaarderij
from werknemers.domein.invoer.tekst import schoon
from werknemers.domein.invoer.uitkomst import Rijactie

JA: Final = "ja"
WEG: Final = "weg"
TERUG: Final = "terug"
NUMMER: Final = "nummer:"
LANGSTE_CEL: Final = 300
# As answer to the question of that code; a row that asks something else, is right or is not.
_DEZELFDE: Final = "Dit is dezelfde persoon: neem over"
_ANDERS: Final = "Dit is iemand anders: neem op"
_JA: Final = {
    "andere_persoon": _DEZELFDE,
    "twee_personen": _DEZELFDE,
    "nummer_nullen": _ANDERS,
    "al_bekend": _ANDERS,
    "zelfde_in_bestand": _ANDERS,
}
_KLOPT: Final = "Dit klopt: neem op"
_NUMMERCEL: Final = Kolom.PERSONEELSNUMMER.value
_KOLOMMEN: Final = frozenset(map(str, Kolom))
_TE_VERBETEREN: Final = frozenset({Meldingsernst.FOUT, Meldingsernst.VRAAG})


@dataclass(frozen=True, slots=True)
class Antwoordkeuze:
    """One answer that can be ticked."""

    waarde: str
    tekst: str
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Celveld:
    """A cell that can be mended; `waarde` is what somebody typed before, `verbeterd` that somebody
    did, also where this reader may not see what."""

    naam: str
    kolom: str
    waarde: str
    verbeterd: bool


@dataclass(frozen=True, slots=True)
class Rijvraag:
    """`naam` is the name of the field of the answer."""

    naam: str
    keuzes: list[Antwoordkeuze]
    cellen: list[Celveld]


def rijvraag(
    rij: Bewaarderij, antwoord: Rijantwoord, getypt: Mapping[str, str], *, met_insz: bool
) -> Rijvraag | None:
    """What can be answered about a row; None when there is nothing. `getypt` is what was sent and
    could not be kept."""
    naam = _veld(rij, "antwoord")
    gekozen = getypt.get(naam, _gekozen(rij))
    keuzes = [Antwoordkeuze(waarde, tekst, waarde == gekozen) for waarde, tekst in _keuzes(rij)]
    cellen = [
        Celveld(
            naam=_veld(rij, kolom),
            kolom=kolom,
            waarde=getypt.get(_veld(rij, kolom), _getoond(antwoord, kolom, met_insz)),
            verbeterd=kolom in rij.get("verbeterd", ()),
        )
        for kolom in _kolommen(rij)
    ]
    return Rijvraag(naam, keuzes, cellen) if keuzes or cellen else None


def _veld(rij: Bewaarderij, wat: str) -> str:
    return f"{wat}:{rij['rijnummer']}:{rij.get('blad', '')}"


def _gekozen(rij: Bewaarderij) -> str:
    if rij["actie"] == Rijactie.WEGGELATEN:
        return WEG
    return JA if rij.get("aanvaard") else ""


def _getoond(antwoord: Rijantwoord, kolom: str, met_insz: bool) -> str:
    return antwoord.cellen.get(kolom, "") if met_insz or kolom != Kolom.INSZ else ""


def _keuzes(rij: Bewaarderij) -> Iterator[tuple[str, str]]:
    if rij["actie"] == Rijactie.WEGGELATEN:
        yield WEG, "Laat deze rij weg"
        yield TERUG, "Neem deze rij toch mee"
        return
    vragen = [m["code"] for m in rij["meldingen"] if m["ernst"] == Meldingsernst.VRAAG]
    voorstellen = [v for m in rij["meldingen"] if (v := m.get("voorstel"))]
    if vragen and rij["actie"] != Rijactie.GEWEIGERD:
        wie = [code for code in vragen if code in WIE_VRAGEN]
        yield JA, _JA.get(next(iter(wie), ""), _KLOPT)
    for nummer in dict.fromkeys(voorstellen):
        yield f"{NUMMER}{nummer}", f"Dit is dezelfde persoon: neem nummer {nummer}"
    if vragen or voorstellen:
        yield WEG, "Laat deze rij weg"


def _kolommen(rij: Bewaarderij) -> list[str]:
    kolommen = [m["kolom"] for m in rij["meldingen"] if m["ernst"] in _TE_VERBETEREN]
    kolommen.extend(rij.get("verbeterd", ()))
    return [kolom for kolom in dict.fromkeys(kolommen) if kolom in _KOLOMMEN]


def lees_antwoorden(
    rijen: Iterable[Bewaarderij],
    huidig: Mapping[Rijplek, Rijantwoord],
    getypt: Mapping[str, str],
    *,
    met_insz: bool,
) -> dict[Rijplek, Rijantwoord]:
    """The answers that are other than `huidig`.

    A field that was not sent leaves what there is; one that was emptied takes the mended cell back,
    unless the reader could not see it. Raises ValidationError for a text that is too long.
    """
    anders = {}
    for rij in rijen:
        plek = Rijplek(rij.get("blad", ""), rij["rijnummer"])
        was = huidig.get(plek, GEEN)
        wordt = _lees(rij, was, getypt, met_insz=met_insz)
        if wordt != was:
            anders[plek] = wordt
    return anders


def _lees(
    rij: Bewaarderij, was: Rijantwoord, getypt: Mapping[str, str], *, met_insz: bool
) -> Rijantwoord:
    cellen = dict(was.cellen)
    for kolom in _kolommen(rij):
        if (ruw := getypt.get(_veld(rij, kolom))) is None:
            continue
        tekst = _eis_kort(rij, kolom, schoon(ruw))
        if tekst:
            cellen[kolom] = tekst
        elif met_insz or kolom != Kolom.INSZ:
            cellen.pop(kolom, None)
    wordt = replace(was, cellen=cellen)
    keuze = getypt.get(_veld(rij, "antwoord"), "")
    if keuze not in dict(_keuzes(rij)):
        return wordt
    getypt_nummer = cellen.get(_NUMMERCEL) not in (None, was.cellen.get(_NUMMERCEL))
    # A number that was typed says more than one that was proposed.
    return wordt if keuze.startswith(NUMMER) and getypt_nummer else _kies(rij, wordt, keuze)


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
