"""A parameter for machines: the public shape of `parameter --json`."""

from datetime import date
from typing import Any, Final

from regels.keuzes import EENHEID, Parametercode
from regels.models import Regelparameter

_VELDEN: Final = (
    "waarde",
    "vanaf",
    "tot_en_met",
    "bron",
    "zekerheid",
    "plaats",
    "citaat",
    "nagekeken_op",
    "toelichting",
    "tegenspraak",
)


def als_dict(
    code: Parametercode, rij: Regelparameter | None, op: date, organisatie: str
) -> dict[str, Any]:
    """The value is a string, or null when it is not known; `organisatie` is "" for everybody."""
    return {
        "code": str(code),
        "omschrijving": code.label,
        "organisatie": organisatie,
        "op": op.isoformat(),
        "eenheid": str(EENHEID[code]),
        "eigen": rij is not None and rij.organisatie_id is not None,
        **(dict.fromkeys(_VELDEN) if rij is None else _rij(rij)),
    }


def _rij(rij: Regelparameter) -> dict[str, Any]:
    return {
        "waarde": None if rij.waarde is None else f"{rij.waarde.normalize():f}",
        "vanaf": rij.geldig.van.isoformat(),
        "tot_en_met": _dag(rij.geldig.laatste_dag),
        "bron": rij.brontitel,
        "zekerheid": rij.zekerheid,
        "plaats": rij.plaats,
        "citaat": rij.citaat,
        "nagekeken_op": _dag(rij.nagekeken_op),
        "toelichting": rij.toelichting,
        "tegenspraak": rij.tegenspraak,
    }


def _dag(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()
