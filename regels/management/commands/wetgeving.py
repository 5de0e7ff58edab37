"""`wetgeving [--toepassen [--ook CODE …]]`"""

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from gedeeld.opdrachten import Geweigerd, Opdracht
from gedeeld.weergeven import meervoud
from regels.domein.wetstoepassing import pas_wet_toe
from regels.domein.wetsverschil import Wetsverschil, wetsverschillen
from regels.domein.wettekst import WettekstFout, wet


class Command(Opdracht):
    help = "Toont waar de bestanden van regels/wet/ en de databank verschillen, of past ze toe."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--toepassen", action="store_true", help="zet in de databank wat de bestanden zeggen"
        )
        parser.add_argument(
            "--ook",
            action="append",
            default=[],
            metavar="CODE",
            help="ook wat de operator met de hand veranderde, voor deze code",
        )

    def handle(self, *_: Any, **opties: Any) -> None:
        self._lees()
        self._eis_bekend(opties["ook"])
        verschillen = wetsverschillen()
        self._toon(verschillen)
        if not verschillen:
            self.stdout.write("De bestanden en de databank zeggen hetzelfde.")
        elif not opties["toepassen"]:
            aantal = meervoud(len(verschillen), "verschil", "verschillen")
            raise Geweigerd(
                f"{aantal}. Met --toepassen komt in de databank wat de bestanden zeggen."
            )
        else:
            self._pas_toe(opties["ook"], len(verschillen))

    def _lees(self) -> None:
        try:
            wet()
        except WettekstFout as fout:
            raise Geweigerd(str(fout)) from fout

    def _eis_bekend(self, codes: Iterable[str]) -> None:
        bekend = {post.code for post in wet()} | {v.post.code for v in wetsverschillen()}
        if vreemd := sorted(set(codes) - bekend):
            raise Geweigerd(f"Geen enkel bestand kent deze code: {', '.join(vreemd)}.")

    def _pas_toe(self, ook: list[str], aantal: int) -> None:
        blijven = pas_wet_toe(ook)
        gedaan = meervoud(aantal - len(blijven), "verschil", "verschillen")
        self.stdout.write(f"{gedaan} toegepast.")
        if blijven:
            codes = " ".join(sorted({f"--ook {v.post.code}" for v in blijven}))
            bleef = "bleef" if len(blijven) == 1 else "bleven"
            self.stdout.write(
                f"{meervoud(len(blijven), 'waarde', 'waarden')} van de operator {bleef} staan. "
                f"Overschrijf met: wetgeving --toepassen {codes}"
            )

    def _toon(self, verschillen: Iterable[Wetsverschil]) -> None:
        for verschil in verschillen:
            post = verschil.post
            vanaf = f" vanaf {post.vanaf:%d/%m/%Y}" if post.vanaf else ""
            hand = " (de operator zette dit met de hand)" if verschil.met_de_hand else ""
            self.stdout.write(f"{verschil.wat}: {post.soort} {post.code}{vanaf}{hand}")
            for veld, oud, nieuw in verschil.velden:
                self.stdout.write(f"    {veld}: {oud} → {nieuw}")
