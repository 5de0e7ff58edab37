"""Columns with a fixed set of answers, however they are spelled."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from django.db.models import TextChoices

from regels.keuzes import SoortAdvies
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst, sleutel
from werknemers.keuzes import Begeleidingsniveau, SoortContract, Voertaal

K = TypeVar("K", bound=TextChoices)


def _tabel(keuzes: Iterable[K], **synoniemen: K) -> dict[str, K]:
    """Every spelling to its choice: the stored value, the label, and what else people write."""
    tabel = {sleutel(naam): keuze for keuze in keuzes for naam in (keuze.value, keuze.label)}
    return tabel | synoniemen


_CONTRACTEN: Final = _tabel(
    SoortContract,
    vervangingsovereenkomst=SoortContract.VERVANGING,
    **dict.fromkeys(("onbepaaldetijd", "vast", "od", "cod"), SoortContract.ONBEPAALD),
    **dict.fromkeys(("bepaaldetijd", "tijdelijk", "bd", "cbd"), SoortContract.BEPAALD),
)
_ADVIEZEN: Final = _tabel(
    SoortAdvies,
    **dict.fromkeys(("2jaar", "2j", "2jr", "imw2j", "imw2jr"), SoortAdvies.IMW_2),
    **dict.fromkeys(("5jaar", "5j", "5jr", "imw5j", "imw5jr"), SoortAdvies.IMW_5),
    **dict.fromkeys(("5jaarverhoogd", "5verhoogd"), SoortAdvies.IMW_5_VERHOOGD),
    **dict.fromkeys(("5jaarcmw45", "cmw45"), SoortAdvies.IMW_5_CMW45),
    **dict.fromkeys(("lde", "overganglde", "ldeovergangsmaatregel"), SoortAdvies.LDE_OVERGANG),
)
# The sector writes both "midden" and "gemiddeld" for the same level.
_NIVEAUS: Final = _tabel(
    Begeleidingsniveau, gemiddeld=Begeleidingsniveau.MIDDEN, middel=Begeleidingsniveau.MIDDEN
)
# Of what keeps a row out when it cannot be read: what can be chosen instead.
KEUZES: Final[Mapping[str, tuple[str, ...]]] = {
    Kolom.SOORT_CONTRACT: tuple(SoortContract.labels),
    Kolom.SOORT_ADVIES: tuple(SoortAdvies.labels),
    Kolom.NIVEAU: tuple(Begeleidingsniveau.labels),
}
_TALEN: Final = _tabel(Voertaal, dari=Voertaal.FA, perzisch=Voertaal.FA, pashto=Voertaal.PS)


def lees_soort_contract(cel: Cel) -> SoortContract:
    return _kies(_CONTRACTEN, cel, "contract_onbekend", "soort contract")


def lees_soort_advies(cel: Cel) -> SoortAdvies:
    return _kies(_ADVIEZEN, cel, "advies_onbekend", "soort advies")


def lees_niveau(cel: Cel) -> Begeleidingsniveau:
    return _kies(_NIVEAUS, cel, "niveau_onbekend", "begeleidingsniveau")


def lees_voertaal(cel: Cel) -> Voertaal:
    """A language by its ISO code or Dutch name; raises Onleesbaar for one without a plan."""
    return _kies(_TALEN, cel, "voertaal_onbekend", "taal van het plan")


def _kies(tabel: Mapping[str, K], cel: Cel, code: str, wat: str) -> K:
    tekst = als_tekst(cel)
    keuze = tabel.get(sleutel(tekst))
    if keuze is None:
        mogelijk = ", ".join(f"“{keuze.label}”" for keuze in dict.fromkeys(tabel.values()))
        raise Onleesbaar(code, f"“{tekst}” kennen we niet als {wat}. Kies uit: {mogelijk}.")
    return keuze
