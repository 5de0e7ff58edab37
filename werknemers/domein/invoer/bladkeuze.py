"""Which tabs of a workbook are read, and how that is told."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gedeeld.weergeven import en, getal
from werknemers.domein.invoer.gelezenblad import GelezenBlad
from werknemers.domein.invoer.meldingen import BestandGeweigerd, Melding, Meldingsernst

_VERBORGEN: Final = "verborgen"
_NIEMAND: Final = "geen werknemers"
_KOLOMMEN_ONTBREKEN: Final = "kolommen ontbreken"


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of the file. `gelezen` when it holds rows about people under a header; `weigering`
    when it seems to and cannot be used. `zonder_titels`: without a header, in a fixed order.
    `volledig` as in `RuwBlad`."""

    naam: str
    gelezen: GelezenBlad | None = None
    weigering: BestandGeweigerd | None = None
    zichtbaar: bool = True
    zonder_titels: bool = False
    volledig: bool = True

    @property
    def past(self) -> bool:
        return self.gelezen is not None and not self.zonder_titels and not self.gelezen.ontbreekt

    @property
    def past_misschien(self) -> bool:
        """Whether it fits once somebody says what its columns are."""
        return self.gelezen is not None and bool(self.gelezen.ontbreekt)


class KiesBlad(BestandGeweigerd):
    """Several visible sheets hold people; `keuze` names each with its number of rows."""

    def __init__(self, keuze: Sequence[tuple[str, int]]) -> None:
        bladen = en([f"“{naam}” ({tel_rijen(aantal)})" for naam, aantal in keuze])
        super().__init__(
            "kies_blad",
            f"In dit bestand staan werknemers op meer dan één blad: {bladen}. Kies welk we lezen.",
        )
        self.keuze = tuple(keuze)


@dataclass(frozen=True, slots=True)
class Bladkeuze:
    """The sheets that somebody chose by name, or all that fit; with neither, the only one."""

    namen: tuple[str, ...] = ()
    alle: bool = False

    def kies(self, tabs: Sequence[Tab]) -> list[Tab]:
        """The chosen ones in the order of the file, nothing when none fits.

        Raises KiesBlad when there is something to choose, BestandGeweigerd when a chosen sheet
        cannot be read.
        """
        passend = [tab for tab in tabs if tab.past] or [tab for tab in tabs if tab.past_misschien]
        if self.namen:
            for naam in self.namen:
                _eis_leesbaar(naam, tabs)
            return [tab for tab in tabs if tab.naam in self.namen]
        if len(passend) > 1 and not self.alle:
            raise KiesBlad([(tab.naam, tab.gelezen.gevuld) for tab in passend if tab.gelezen])
        return passend or [tab for tab in tabs if tab.gelezen is not None][:1]


def _eis_leesbaar(naam: str, tabs: Collection[Tab]) -> None:
    tab = next((tab for tab in tabs if tab.naam == naam), None)
    if tab is None:
        namen = en([f"“{tab.naam}”" for tab in tabs if tab.past]) or "geen"
        raise BestandGeweigerd(
            "blad_onbekend",
            f"In dit bestand is er geen blad “{naam}”. Bladen met werknemers: {namen}.",
        )
    if not tab.zichtbaar:
        raise _verborgen([naam])
    if tab.gelezen is None:
        raise tab.weigering or BestandGeweigerd(
            "geen_kopregel", f"Op het blad “{naam}” staan geen kolomtitels die we kennen."
        )


def waarom_niets(tabs: Iterable[Tab], anders: str) -> BestandGeweigerd:
    """Why no sheet can be read: the refusal of the first that seemed to hold people, else that
    what is hidden is not read, else `anders`."""
    tabs = list(tabs)
    weigering = next((tab.weigering for tab in tabs if tab.weigering), None)
    verborgen = [tab.naam for tab in tabs if not tab.zichtbaar]
    return weigering or (
        _verborgen(verborgen) if verborgen else BestandGeweigerd("geen_kopregel", anders)
    )


def _verborgen(namen: Sequence[str]) -> BestandGeweigerd:
    een = len(namen) == 1
    welke = en([f"“{naam}”" for naam in namen])
    return BestandGeweigerd(
        "blad_verborgen",
        f"{'Het blad' if een else 'De bladen'} {welke} {'is' if een else 'zijn'} verborgen, en "
        f"wat verborgen is, lezen we niet. Staat je lijst daar? Maak {'het' if een else 'ze'} "
        "zichtbaar, bewaar het bestand en kies het opnieuw.",
    )


def vertel(tabs: Sequence[Tab], gelezen: Sequence[GelezenBlad]) -> Iterator[Melding]:
    """Which sheets were read and which were not, and what of their rows people do not see."""
    if len(tabs) > 1:
        namen = {blad.naam for blad in gelezen}
        welke = "het blad" if len(gelezen) == 1 else "de bladen"
        zin = f"We lazen {welke} {en([f'“{blad.naam}”' for blad in gelezen])}."
        rest = [f"“{tab.naam}” ({_waarom(tab)})" for tab in tabs if tab.naam not in namen]
        yield _melding("bladen", f"{zin} Niet gelezen: {en(rest)}." if rest else zin)
    if not all(tab.volledig for tab in tabs):
        yield _melding(
            "niet_volledig",
            "In dit soort bestand zien we geen verborgen rijen. Een fout of een formule zonder "
            "uitkomst lezen we als een lege cel. Twijfel je daaraan? Bewaar het dan als .xlsx.",
        )
    if verborgen := sum(blad.verborgen for blad in gelezen):
        yield _melding("verborgen_rijen", f"{tel_rijen(verborgen, 'verborgen ')} lazen we ook.")
    if voorgevuld := sum(blad.voorgevuld for blad in gelezen):
        yield _melding(
            "voorgevuld",
            f"{tel_rijen(voorgevuld, 'voorgevulde ')} overgeslagen: er staat geen nummer of naam "
            "in.",
        )


def _waarom(tab: Tab) -> str:
    if not tab.zichtbaar:
        return _VERBORGEN
    if tab.past_misschien:
        return _KOLOMMEN_ONTBREKEN
    return tel_rijen(tab.gelezen.gevuld) if tab.gelezen is not None else _NIEMAND


def tel_rijen(aantal: int, soort: str = "") -> str:
    """1 rij, 1.204 verborgen rijen"""
    hoeveel = getal(Decimal(aantal), 0)
    if aantal == 1:
        return f"1 {soort}rij"
    return f"{hoeveel} {soort}rijen"


def _melding(code: str, zin: str) -> Melding:
    return Melding("", code, zin, Meldingsernst.OPMERKING)
