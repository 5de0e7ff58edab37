"""Until when one can appeal against a decision of VDAB, and what comes after
(docs/regels.md#adjustment-and-extension)."""

from dataclasses import dataclass
from datetime import date

from gedeeld.periode import plus_dagen
from gedeeld.weergeven import datum_met_dag, meervoud
from gedeeld.werkdagen import werkdag_tot
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from werknemers.domein.adviesdagen.dagregel import Dagregel, dagregel, getal_van


@dataclass(frozen=True, slots=True)
class Beroepsdagen:
    """`uiterlijk` is the last day of a strict term; `veilig` the last working day up to it, which
    is what people are told. The committee advises by `advies`, VDAB decides by `beslissing`; both
    None when their term is not known."""

    uiterlijk: Dagregel
    advies: Dagregel | None
    beslissing: Dagregel | None

    @property
    def veilig(self) -> date:
        return werkdag_tot(self.uiterlijk.dag)

    @property
    def in_woorden(self) -> str:
        return beroep_tot(self.uiterlijk.dag)


def beroep_tot(uiterlijk: date) -> str:
    """With the weekday, and the last working day when the strict term ends on another day."""
    zin, veilig = f"tot en met {datum_met_dag(uiterlijk)}", werkdag_tot(uiterlijk)
    return zin if veilig == uiterlijk else f"{zin}; doe het ten laatste op {datum_met_dag(veilig)}"


def beroepsdagen(
    kennis: date,
    parameters: Parameters,
    *,
    ingediend: date | None = None,
    commissie: date | None = None,
) -> Beroepsdagen | None:
    """Of a decision that somebody knows since `kennis`; the terms of the committee and of VDAB
    count from the days that are on file, else from the end of the term before. None when it is not
    known how long one can appeal."""
    binnen = getal_van(parameters, Parametercode.BEROEP_BINNEN)
    if binnen is None:
        return None
    dag = plus_dagen(kennis, binnen)
    regel = f"Binnen {binnen} dagen nadat je de beslissing kent. Te laat is te laat."
    uiterlijk = dagregel(dag, regel, parameters, Parametercode.BEROEP_BINNEN)
    advies = _na(ingediend or dag, Parametercode.BEROEP_ADVIES, "het beroep", parameters)
    daarna = commissie or (advies.dag if advies else None)
    beslissing = daarna and _na(
        daarna, Parametercode.BEROEP_BESLISSING, "het advies van de commissie", parameters
    )
    return Beroepsdagen(uiterlijk, advies, beslissing or None)


def beroep_in_woorden(parameters: Parameters) -> str:
    """Within how many days one can appeal (`BEROEP_BINNEN`); says so when that is not known."""
    dagen = getal_van(parameters, Parametercode.BEROEP_BINNEN)
    if dagen is None:
        return "Vraag bij VDAB na tot wanneer beroep kan."
    return f"Beroep kan binnen {meervoud(dagen, 'dag', 'dagen')}."


def _na(van: date, code: Parametercode, wat: str, parameters: Parameters) -> Dagregel | None:
    dagen = getal_van(parameters, code)
    if dagen is None:
        return None
    return dagregel(plus_dagen(van, dagen), f"Binnen {dagen} dagen na {wat}.", parameters, code)
