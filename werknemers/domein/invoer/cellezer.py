"""Reads the cells of one row and collects what there is to say about them."""

from collections.abc import Callable
from typing import Final, TypeVar

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.gelezenblad import RuweRij
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import Melding, Meldingsernst, Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst, herstel_verminkt, lijkt_op_formule

T = TypeVar("T")

# What the database can hold of each text.
MAX_LENGTE: Final = {
    Kolom.PERSONEELSNUMMER: 30,
    Kolom.FAMILIENAAM: 80,
    Kolom.VOORNAAM: 60,
    Kolom.DIENST: 100,
    Kolom.FUNCTIE: 100,
    Kolom.EMAIL: 254,
    Kolom.GSM: 60,
}


class Cellezer:
    """Every method gives the value, or None (text: "") when it is absent or could not be read."""

    def __init__(self, rij: RuweRij) -> None:
        self._cellen = rij.cellen
        self.meldingen: list[Melding] = []

    @property
    def geweigerd(self) -> bool:
        return any(melding.ernst is Meldingsernst.FOUT for melding in self.meldingen)

    def fout(self, kolom: Kolom, code: str, zin: str) -> None:
        self.meldingen.append(Melding(kolom, code, zin))

    def waarschuwing(self, kolom: Kolom, code: str, zin: str) -> None:
        self.meldingen.append(Melding(kolom, code, zin, Meldingsernst.WAARSCHUWING))

    def gevuld(self, kolom: Kolom) -> bool:
        return kolom in self._cellen

    def ruwe(self, kolom: Kolom, toets: Callable[[Cel], bool]) -> bool:
        """Whether the cell, if there is one, is as `toets` says."""
        return self.gevuld(kolom) and toets(self._cellen[kolom])

    def lees(
        self, kolom: Kolom, lezer: Callable[[Cel], T], ernst: Meldingsernst = Meldingsernst.FOUT
    ) -> T | None:
        """The cell through `lezer`; what that cannot read is remarked with `ernst`."""
        cel = self._cellen.get(kolom)
        if cel is None:
            return None
        try:
            return lezer(cel)
        except Onleesbaar as weigering:
            self.meldingen.append(Melding(kolom, weigering.code, weigering.zin, ernst))
            return None

    def eis(self, kolom: Kolom, lezer: Callable[[Cel], T]) -> T | None:
        if not self.gevuld(kolom):
            self.fout(kolom, "verplicht_leeg", f"“{kolom}” is verplicht, maar leeg. Vul de cel in.")
        return self.lees(kolom, lezer)

    def tekst(self, kolom: Kolom, lezer: Callable[[Cel], str] = als_tekst) -> str:
        """Text that fits; what looks like a formula is kept as text, with a warning."""
        tekst = self.lees(kolom, lezer) or ""
        if len(tekst) > MAX_LENGTE[kolom]:
            self.fout(
                kolom,
                "te_lang",
                f"Deze tekst telt {len(tekst)} tekens; hoogstens {MAX_LENGTE[kolom]} passen. "
                "Kort hem in.",
            )
        elif (was := herstel_verminkt(tekst)) is not None:
            hint = f" Bedoel je “{was}”?" if was else ""
            self.fout(
                kolom,
                "tekst_verminkt",
                f"In “{tekst}” staan tekens die bij het bewaren verloren gingen.{hint} Typ het "
                "opnieuw.",
            )
        elif lijkt_op_formule(tekst):
            self.waarschuwing(
                kolom,
                "formule",
                f"“{tekst}” lijkt op een formule. We bewaren het als gewone tekst.",
            )
        return tekst

    def zacht(self, kolom: Kolom, lezer: Callable[[Cel], str] = als_tekst) -> str:
        """What nobody is refused for: what cannot be read is kept as it stands, what does not fit
        is cut off, and both are remarked."""
        cel = self._cellen.get(kolom)
        if cel is None:
            return ""
        try:
            tekst = lezer(cel)
        except Onleesbaar as weigering:
            tekst = als_tekst(cel) if isinstance(cel, str | int | float) else ""
            erbij = " We bewaren het zoals het er staat." if tekst else ""
            self.waarschuwing(kolom, weigering.code, f"{weigering.zin}{erbij}")
        hoogstens = MAX_LENGTE[kolom]
        if len(tekst) > hoogstens:
            self.waarschuwing(
                kolom,
                "te_lang",
                f"Deze tekst telt {len(tekst)} tekens. We bewaren de eerste {hoogstens}.",
            )
        return tekst[:hoogstens].strip()

    def eis_tekst(self, kolom: Kolom, lezer: Callable[[Cel], str] = als_tekst) -> str:
        if not self.gevuld(kolom):
            self.fout(kolom, "verplicht_leeg", f"“{kolom}” is verplicht, maar leeg. Vul de cel in.")
        return self.tekst(kolom, lezer)
