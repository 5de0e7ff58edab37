"""Who stands in the file under two numbers, by name and birth date."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import Final

from gedeeld.periode import Periode
from gedeeld.weergeven import en, enkele
from werknemers.domein.invoer.dubbels import waar
from werknemers.domein.invoer.gegevens import GelezenRij, Rijgegevens
from werknemers.domein.invoer.meldingen import Melding, Meldingsernst
from werknemers.domein.invoer.tekst import woorden
from werknemers.domein.invoer.uitkomst import Rijactie, Rijuitkomst

_Mens = tuple[frozenset[str], date]
# So many people, and rows of them, are named.
_GENOEMD: Final = 5


@dataclass(slots=True)
class Naamgenoten:
    """The rows of a file by person, and of that person by number, in the order of the file."""

    _mensen: defaultdict[_Mens, dict[str, list[Rijgegevens]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    _eerste: dict[str, GelezenRij] = field(default_factory=dict)

    def van(self, gegevens: Rijgegevens) -> GelezenRij | None:
        """The first row with the name and the birth date of this one and another number, when that
        stands earlier in the file; None without a birth date.

        Without any national number in the rows, two who work at the same time are two namesakes:
        of one person the one contract ends before the other begins.
        """
        if gegevens.geboortedatum is None:
            return None
        nummers = self._mensen.get(_mens(gegevens, gegevens.geboortedatum), {})
        eigen, eerste = gegevens.personeelsnummer.casefold(), next(iter(nummers), "")
        if eigen not in nummers or eigen == eerste:
            return None
        een_mens = _kan_een_mens_zijn(nummers[eerste], nummers[eigen])
        return self._eerste[eerste] if een_mens else None

    def samen(self, nummers: Container[str]) -> list[list[GelezenRij]]:
        """The first rows of people with one name and birth date, of those who have such a number,
        where it is clear that they are not one person."""
        groepen = []
        for per_nummer in self._mensen.values():
            eigen = [nummer for nummer in per_nummer if nummer in nummers]
            rijen = [per_nummer[nummer] for nummer in eigen]
            if len(eigen) > 1 and not any(_kan_een_mens_zijn(rijen[0], r) for r in rijen[1:]):
                groepen.append([self._eerste[nummer] for nummer in eigen])
        return groepen

    def voeg_toe(self, rij: GelezenRij) -> None:
        if rij.gegevens is None or rij.gegevens.geboortedatum is None:
            return
        nummer = rij.personeelsnummer.casefold()
        nummers = self._mensen[_mens(rij.gegevens, rij.gegevens.geboortedatum)]
        nummers.setdefault(nummer, []).append(rij.gegevens)
        self._eerste.setdefault(nummer, rij)


def zoek_naamgenoten(rijen: Iterable[GelezenRij]) -> Naamgenoten:
    naamgenoten = Naamgenoten()
    for rij in rijen:
        naamgenoten.voeg_toe(rij)
    return naamgenoten


def vertel_naamgenoten(
    naamgenoten: Naamgenoten, uitkomsten: Iterable[Rijuitkomst]
) -> tuple[Melding, ...]:
    """A remark about new people who look like one and are not; nobody need answer it."""
    nieuw = {u.personeelsnummer.casefold() for u in uitkomsten if u.actie is Rijactie.NIEUW}
    groepen = naamgenoten.samen(nieuw)
    if not groepen:
        return ()
    twee = "twee mensen" if len(groepen) == 1 and len(groepen[0]) == 2 else "mensen"
    wie = enkele([f"{rijen[0].naam} ({_waar(rijen)})" for rijen in groepen], _GENOEMD, "; ")
    zin = f"Er staan {twee} met dezelfde naam en geboortedatum in: {wie}. Klopt dat?"
    return (Melding("", "naamgenoten", zin, Meldingsernst.OPMERKING),)


def _waar(rijen: Sequence[GelezenRij]) -> str:
    plaatsen = list(map(waar, rijen))
    return en(plaatsen) if len(plaatsen) <= _GENOEMD else enkele(plaatsen, _GENOEMD)


def _mens(gegevens: Rijgegevens, geboren: date) -> _Mens:
    return woorden(f"{gegevens.voornaam} {gegevens.familienaam}"), geboren


def _kan_een_mens_zijn(een: Sequence[Rijgegevens], ander: Sequence[Rijgegevens]) -> bool:
    if any(gegevens.insz for gegevens in (*een, *ander)):
        return True
    paren = product(map(_periode, een), map(_periode, ander))
    return not any(eerste.overlapt(tweede) for eerste, tweede in paren)


def _periode(gegevens: Rijgegevens) -> Periode:
    return Periode.tem(gegevens.contract.start, gegevens.contract.einde)
