"""What the preview asks about one row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from werknemers.domein.invoer.antwoorden import Rijantwoord
from werknemers.domein.invoer.celveld import Antwoordkeuze, Celveld, celnaam, geldt_samen
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import WIE_VRAGEN, Meldingsernst
from werknemers.domein.invoer.opslag import Bewaarderij
from werknemers.domein.invoer.uitkomst import Rijactie

JA: Final = "ja"
WEG: Final = "weg"
TERUG: Final = "terug"
NUMMER: Final = "nummer:"
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
_KOLOMMEN: Final = frozenset(map(str, Kolom))
_TE_VERBETEREN: Final = frozenset({Meldingsernst.FOUT, Meldingsernst.VRAAG})


@dataclass(frozen=True, slots=True)
class Rijvraag:
    """`naam` is the name of the field of the answer."""

    naam: str
    keuzes: list[Antwoordkeuze]
    cellen: list[Celveld]

    @property
    def soort(self) -> str:
        """A single answer can be taken back."""
        return "radio" if len(self.keuzes) > 1 else "checkbox"


def rijvraag(
    rij: Bewaarderij, antwoord: Rijantwoord, getypt: Mapping[str, str], *, met_insz: bool
) -> Rijvraag | None:
    """What can be answered about a row; None when there is nothing. `getypt` is what was sent and
    could not be kept."""
    naam = celnaam(rij, "antwoord")
    gekozen = getypt.get(naam, _gekozen(rij))
    keuzes = [Antwoordkeuze(waarde, tekst, waarde == gekozen) for waarde, tekst in rijkeuzes(rij)]
    samen = {m["kolom"] for m in rij["meldingen"] if geldt_samen(m)}
    cellen = [
        Celveld(
            naam=celnaam(rij, kolom),
            kolom=kolom,
            waarde=getypt.get(celnaam(rij, kolom), _getoond(antwoord, kolom, met_insz)),
            verbeterd=kolom in rij.get("verbeterd", ()),
            geldt_samen=kolom in samen,
        )
        for kolom in te_verbeteren(rij)
    ]
    return Rijvraag(naam, keuzes, cellen) if keuzes or cellen else None


def _gekozen(rij: Bewaarderij) -> str:
    if rij["actie"] == Rijactie.WEGGELATEN:
        return WEG
    return JA if rij.get("aanvaard") else ""


def _getoond(antwoord: Rijantwoord, kolom: str, met_insz: bool) -> str:
    return antwoord.cellen.get(kolom, "") if met_insz or kolom != Kolom.INSZ else ""


def rijkeuzes(rij: Bewaarderij) -> Iterator[tuple[str, str]]:
    """Each answer that the row can have, with its words."""
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
    if vragen or voorstellen or rij["actie"] == Rijactie.GEWEIGERD:
        yield WEG, "Laat deze rij weg"


def te_verbeteren(rij: Bewaarderij) -> list[str]:
    """The columns of which the cell can be mended, or was."""
    kolommen = [m["kolom"] for m in rij["meldingen"] if m["ernst"] in _TE_VERBETEREN]
    kolommen.extend(rij.get("verbeterd", ()))
    return [kolom for kolom in dict.fromkeys(kolommen) if kolom in _KOLOMMEN]
