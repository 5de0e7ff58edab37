"""Who stands in the file under two numbers, by name and birth date."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from gedeeld.periode import Periode
from werknemers.domein.invoer.gegevens import GelezenRij, Rijgegevens
from werknemers.domein.invoer.tekst import woorden

_Mens = tuple[frozenset[str], date]


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


def _mens(gegevens: Rijgegevens, geboren: date) -> _Mens:
    return woorden(f"{gegevens.voornaam} {gegevens.familienaam}"), geboren


def _kan_een_mens_zijn(een: Sequence[Rijgegevens], ander: Sequence[Rijgegevens]) -> bool:
    if any(gegevens.insz for gegevens in (*een, *ander)):
        return True
    paren = product(map(_periode, een), map(_periode, ander))
    return not any(eerste.overlapt(tweede) for eerste, tweede in paren)


def _periode(gegevens: Rijgegevens) -> Periode:
    return Periode.tem(gegevens.contract.start, gegevens.contract.einde)
