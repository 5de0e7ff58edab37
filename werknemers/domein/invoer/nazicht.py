"""The kept outcome of a comparison as the preview shows it: what asks attention first."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, cast

from gedeeld.weergeven import getal
from werknemers.domein.invoer.foutgroepen import Foutgroep, groepeer, met_fout
from werknemers.domein.invoer.meldingen import WIE_VRAGEN, Meldingsernst
from werknemers.domein.invoer.nazichtrij import Nazichtrij, toon_rij
from werknemers.domein.invoer.opslag import Bewaard, Bewaarderij
from werknemers.domein.invoer.uitkomst import Rijactie
from werknemers.models import Importopdracht

AANDACHT: Final = "aandacht"
WIE: Final = "wie"
VRAAG: Final = "nakijken"
LONEN: Final = "lonen"
BEANTWOORD: Final = "beantwoord"
_NAMEN: Final = {
    AANDACHT: "Vraagt aandacht",
    WIE: "Over wie gaat het?",
    VRAAG: "Na te kijken",
    LONEN: "Onder het minimum",
    Rijactie.NIEUW.value: "Nieuw",
    Rijactie.GEWIJZIGD.value: "Gewijzigd",
    Rijactie.ONGEWIJZIGD.value: "Ongewijzigd",
    Rijactie.GEWEIGERD.value: "Geweigerd",
    Rijactie.WEGGELATEN.value: "Weggelaten",
    BEANTWOORD: "Beantwoord of verbeterd",
}
# What an address can ask for; attention when it asks nothing.
KEUZE: Final = {sleutel: sleutel for sleutel in _NAMEN} | {"": AANDACHT}
# Where many rows may say the same.
_MET_GROEPEN: Final = frozenset({AANDACHT, VRAAG, Rijactie.GEWEIGERD.value})


@dataclass(frozen=True, slots=True)
class Nazichtgroep:
    """A link to a part of the rows."""

    sleutel: str
    naam: str
    aantal: int


class Nazicht:
    """What a page says about an outcome."""

    def __init__(self, bewaard: Bewaard) -> None:
        self._bewaard = bewaard
        self.opmerkingen = bewaard["opmerkingen"]
        self.voorgestelde_diensten = bewaard["voorgestelde_diensten"]
        self.nieuwe_diensten = bewaard["nieuwe_diensten"]
        self.onbekende_begeleiders = bewaard["onbekende_begeleiders"]
        self.geweigerd = self._aantal(Rijactie.GEWEIGERD)
        self.weggelaten = self._aantal(Rijactie.WEGGELATEN)
        # An outcome that was kept before there were wage records does not hold them.
        self.loonkwartalen = bewaard.get("loonkwartalen", [])
        self.te_bevestigen = bewaard.get("te_bevestigen", 0)
        self.lage_lonen = bewaard.get("lage_lonen", 0)
        self.te_beantwoorden = bewaard.get("te_beantwoorden", 0)
        self.ontbreekt = bewaard.get("ontbreekt", [])
        self.in_te_brengen = self._aantal(Rijactie.NIEUW) + self._aantal(Rijactie.GEWIJZIGD)

    def _aantal(self, actie: Rijactie) -> int:
        return self._bewaard["samenvatting"].get(actie, 0)

    @property
    def zin(self) -> str:
        """As in "58 rijen: 41 nieuw, 9 gewijzigd (3 einddatums schuiven op)"."""
        leeg = self._aantal(Rijactie.LEEG)
        acties = [a for a in Rijactie if a is not Rijactie.LEEG and self._aantal(a)]
        rijen = _tel(sum(map(self._aantal, acties)), "rij", "rijen")
        delen = ", ".join(f"{_getal(self._aantal(a))} {a}{self._schuift(a)}" for a in acties)
        over = f" {_tel(leeg, 'lege rij', 'lege rijen')} overgeslagen." if leeg else ""
        return f"{rijen}: {delen}.{over}"

    def _schuift(self, actie: Rijactie) -> str:
        aantal = self._bewaard["verschoven"]
        if actie is not Rijactie.GEWIJZIGD or not aantal:
            return ""
        werkwoord = "schuift op" if aantal == 1 else "schuiven op"
        return f" ({_tel(aantal, 'einddatum', 'einddatums')} {werkwoord})"

    @property
    def bevestiging(self) -> str:
        """What somebody has to say before it can come in; "" when there is nothing to say."""
        if not self.te_bevestigen:
            return ""
        return f"Ik heb dit nagekeken ({_tel(self.te_bevestigen, 'rij', 'rijen')})."

    @property
    def loonbevestiging(self) -> str:
        """The same about wages under the minimum, with which nothing need be wrong."""
        if not self.lage_lonen:
            return ""
        na = "Ik keek het na." if self.lage_lonen == 1 else "Ik keek ze na."
        return f"{lage_lonen(self.lage_lonen)} {na}"

    @property
    def knop(self) -> str:
        return f"Breng {_tel(self.in_te_brengen, 'rij', 'rijen')} in"

    @property
    def groepen(self) -> list[Nazichtgroep]:
        """Attention first, then every kind of outcome that occurs."""
        tellingen = {sleutel: len(self._kies(sleutel)) for sleutel in _NAMEN}
        return [
            Nazichtgroep(sleutel, _NAMEN[sleutel], aantal)
            for sleutel, aantal in tellingen.items()
            if aantal or sleutel == AANDACHT
        ]

    @property
    def wievraag(self) -> str:
        """What has to be answered before anything comes in; "" when nothing has."""
        if not self.te_beantwoorden:
            return ""
        rijen = _tel(self.te_beantwoorden, "rij", "rijen")
        wie = "ze gaat" if self.te_beantwoorden == 1 else "ze gaan"
        return f"Bij {rijen} is het niet zeker over wie {wie}."

    def rijen(self, groep: str, fout: str = "") -> list[Nazichtrij]:
        """Those of a group, or those of one group of faults in it."""
        rijen = self._kies(groep)
        return [toon_rij(rij) for rij in (met_fout(rijen, fout) if fout else rijen)]

    def gegroepeerd(
        self, groep: str, getypt: Mapping[str, str]
    ) -> tuple[list[Foutgroep], list[Nazichtrij]]:
        """What many rows of a group have in common, and the other rows. `getypt` is what was sent
        and could not be kept."""
        rijen = self._kies(groep)
        foutgroepen, los = groepeer(rijen, getypt) if groep in _MET_GROEPEN else ([], rijen)
        return foutgroepen, list(map(toon_rij, los))

    def _kies(self, groep: str) -> list[Bewaarderij]:
        hoort = {
            AANDACHT: _vraagt_aandacht,
            WIE: _vraagt_wie,
            VRAAG: _vraagt_antwoord,
            LONEN: _heeft_laag_loon,
            BEANTWOORD: _is_beantwoord,
        }.get(groep)
        if hoort is None:
            return [rij for rij in self._bewaard["rijen"] if rij["actie"] == groep]
        return [rij for rij in self._bewaard["rijen"] if hoort(rij)]


def lage_lonen(aantal: int) -> str:
    """2 lonen liggen onder het minimum voor hun breuk."""
    liggen, van_wie = ("ligt", "zijn") if aantal == 1 else ("liggen", "hun")
    return f"{_tel(aantal, 'loon', 'lonen')} {liggen} onder het minimum voor {van_wie} breuk."


def _getal(aantal: int) -> str:
    """20.000"""
    return getal(Decimal(aantal), 0)


def _tel(aantal: int, enkel: str, meer: str) -> str:
    return f"{_getal(aantal)} {enkel if aantal == 1 else meer}"


def lees_nazicht(opdracht: Importopdracht) -> Nazicht:
    """The preview of an import that has an outcome."""
    return Nazicht(cast("Bewaard", opdracht.uitkomst))


def voorgestelde_diensten(opdracht: Importopdracht) -> list[str]:
    """The services that the file names and that do not exist; none without an outcome."""
    return [] if opdracht.uitkomst is None else lees_nazicht(opdracht).voorgestelde_diensten


def _vraagt_aandacht(rij: Bewaarderij) -> bool:
    return bool(rij["meldingen"]) or rij["einde"] is not None


def _vraagt_antwoord(rij: Bewaarderij) -> bool:
    vragen = any(melding["ernst"] == Meldingsernst.VRAAG for melding in rij["meldingen"])
    return vragen and rij["actie"] != Rijactie.GEWEIGERD


def _vraagt_wie(rij: Bewaarderij) -> bool:
    vragen = [m for m in rij["meldingen"] if m["code"] in WIE_VRAGEN]
    return any(m.get("open", True) for m in vragen) and rij["actie"] != Rijactie.GEWEIGERD


def _heeft_laag_loon(rij: Bewaarderij) -> bool:
    return rij.get("laag_loon", False)


def _is_beantwoord(rij: Bewaarderij) -> bool:
    return bool(rij.get("aanvaard") or rij.get("verbeterd"))
