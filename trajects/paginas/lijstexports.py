"""The board, and those who left, as spreadsheets."""

from typing import Any, Final

from gedeeld.lijstblad import rijkolom
from trajects.kader.horizon import laatste_dag_van
from trajects.keuzes import Fase


def _gehoord(rij: Any, veld: str) -> Any:
    moment = rij.laatst_gehoord
    if moment is None:
        return None
    return moment.get_resultaat_display() if veld == "resultaat" else moment.weken


# Of a `Kaart`.
BORD: Final = (
    rijkolom("Personeelsnummer", 18, lambda kaart: kaart.werknemer.personeelsnummer),
    rijkolom("Naam", 28, lambda kaart: kaart.werknemer.naam),
    rijkolom("Fase", 16, lambda kaart: Fase(kaart.werknemer.fase).label),
    rijkolom("Dienst", 24, lambda k: ", ".join(k.werknemer.diensten) or "niet in dienst"),
    rijkolom("Begeleider", 22, lambda kaart: kaart.werknemer.begeleider_naam),
    rijkolom("Jobdoelwit", 32, lambda kaart: kaart.werknemer.jobdoelwit),
    rijkolom("Einde ondersteuning", 18, lambda k: laatste_dag_van(k.werknemer.steun_tot)),
    rijkolom("Beoogde uitstroom", 18, lambda kaart: kaart.werknemer.beoogde_uitstroom),
    rijkolom("Wat ontbreekt", 50, lambda kaart: "; ".join(kaart.ontbreekt), omloop=True),
)
# Of an `Uitstroom` with its employer and aftercare.
UITGESTROOMD: Final = (
    rijkolom("Personeelsnummer", 18, lambda rij: rij.werknemer.personeelsnummer),
    rijkolom("Naam", 28, lambda rij: rij.werknemer.naam),
    rijkolom("Laatste dag", 14, lambda rij: rij.datum),
    rijkolom("Naar", 28, lambda rij: rij.get_bestemming_display()),
    rijkolom("Werkgever", 30, lambda rij: rij.werkgever),
    rijkolom("Laatst gehoord", 26, lambda rij: _gehoord(rij, "resultaat")),
    rijkolom("Na hoeveel weken", 18, lambda rij: _gehoord(rij, "weken")),
)
