"""When an extension can be asked, and until when that is safe
(docs/regels.md#adjustment-and-extension)."""

from gedeeld.periode import Periode, plus_dagen, plus_maanden
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from werknemers.domein.adviesdagen.dagregel import Dagregel, dagregel, getal_van

_BEROEP = (
    Parametercode.BEROEP_BINNEN,
    Parametercode.BEROEP_ADVIES,
    Parametercode.BEROEP_BESLISSING,
)


def vroegste_aanvraag(
    advies: Periode, parameters: Parameters, code: Parametercode = Parametercode.VERLENGING_VANAF
) -> Dagregel | None:
    """The first day on which an extension of the advice can be asked, in the reading of `code`; the
    other one is `VERLENGING_ANDERS`. None when the term is not known, or the advice has no end."""
    maanden = getal_van(parameters, code)
    if maanden is None or advies.tot is None:
        return None
    dag = max(advies.van, plus_maanden(advies.tot, -maanden))
    regel = f"Ten vroegste {maanden} maanden voor het einde van het advies."
    return dagregel(dag, regel, parameters, code)


def laatste_veilige_dag(advies: Periode, parameters: Parameters) -> Dagregel | None:
    """The last day on which a request is probably decided before the support ends; None when the
    time it takes is not known."""
    dagen = getal_van(parameters, Parametercode.BEHANDELING)
    if dagen is None or advies.laatste_dag is None:
        return None
    regel = f"{dagen} dagen voor het einde: zo lang kan de behandeling van een aanvraag duren."
    dag = plus_dagen(advies.laatste_dag, -dagen)
    return dagregel(dag, regel, parameters, Parametercode.BEHANDELING)


def veilig_met_beroep(advies: Periode, parameters: Parameters) -> Dagregel | None:
    """As `laatste_veilige_dag`, when a refusal can still be appealed and decided anew before the
    support ends."""
    veilig = laatste_veilige_dag(advies, parameters)
    termijnen = [getal_van(parameters, code) for code in _BEROEP]
    dagen = [termijn for termijn in termijnen if termijn is not None]
    if veilig is None or len(dagen) < len(_BEROEP):
        return None
    regel = (
        "Zo blijft er na een weigering tijd voor beroep: "
        f"{' + '.join(map(str, dagen))} dagen vroeger dan de laatste veilige dag."
    )
    dag = plus_dagen(veilig.dag, -sum(dagen))
    return dagregel(dag, regel, parameters, Parametercode.BEHANDELING, *_BEROEP)
