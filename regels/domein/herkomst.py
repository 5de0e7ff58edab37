"""Where a rule comes from, as screens say it: source, certainty, and what contradicts it."""

from collections.abc import Iterable

from gedeeld.uitleg import Uitleg
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from regels.models import Regeltabel


def uit_parameters(regel: str, parameters: Parameters, *codes: Parametercode) -> Uitleg:
    """A rule that follows from dated values: who says so, how sure it is, what contradicts it."""
    tegenspraak = _zinnen(parameters.tegenspraak(code) for code in codes)
    return Uitleg("", regel, bron=parameters.bronnen(*codes), tegenspraak=tegenspraak)


def uit_tabel(regel: str, tabel: Regeltabel) -> Uitleg:
    bron = f"{tabel.bron.titel} (zekerheid {tabel.zekerheid}: {tabel.get_zekerheid_display()})"
    return Uitleg("", _zinnen((regel, tabel.toelichting)), bron=bron, tegenspraak=tabel.tegenspraak)


def _zinnen(zinnen: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, zinnen)))
