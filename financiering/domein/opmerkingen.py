"""What is remarked of a scenario of one's own: what cannot be right in it, and what asks too much.

The rules that refuse it came later than some scenarios: those open as before, and say what to mend.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from financiering.domein.instroomvraag import in_dienst_nu, te_veel
from financiering.domein.laden import Gegevens
from financiering.domein.scenarios import telt_niet
from financiering.domein.telbaar import GELDJAREN, GELDJAREN_ZIN, te_laat
from financiering.models import Scenario, Scenarioblad, Scenarioinstroom
from gedeeld.weergeven import datum_kort, meervoud
from regels.models import Startpakket
from werknemers.domein.invoer.getallen import LOON_NUL


def te_herstellen(eigen: Scenario, gegevens: Gegevens) -> list[str]:
    """Pure when the parts of the scenario are prefetched (`met_delen`)."""
    return [
        *_vertrekken(eigen, gegevens),
        *_instroom(eigen.scenarioinstroom_set.all(), gegevens.startpakketten),
        *_bladen(eigen.scenarioblad_set.all()),
    ]


def meer_dan_de_dienst(
    instroom: Iterable[Scenarioinstroom], gegevens: Gegevens, op: date
) -> Iterator[str]:
    """A remark on each service in which a scenario lets more people start, at once or each year,
    than there are now."""
    per_dienst: dict[str, list[Scenarioinstroom]] = {}
    for rij in instroom:
        per_dienst.setdefault(rij.dienst.naam, []).append(rij)
    for dienst, rijen in per_dienst.items():
        aantal = sum(rij.aantal for rij in rijen)
        if zin := te_veel(aantal, in_dienst_nu(gegevens, dienst, op)):
            starters = meervoud(aantal, "starter", "starters")
            jaar = " per jaar" if all(rij.elk_jaar for rij in rijen) else ""
            yield f"{dienst}: {starters}{jaar}. {zin}"


def _vertrekken(eigen: Scenario, gegevens: Gegevens) -> Iterator[str]:
    mensen = gegevens.stand.mensen
    for vertrek in eigen.scenariovertrek_set.all():
        dag, rij = vertrek.laatste_dag, mensen.rij_van.get(str(vertrek.werknemer_id))
        if dag is not None and dag not in GELDJAREN and rij is not None:
            yield f"{mensen.namen[rij]} vertrekt op {datum_kort(dag)}: {GELDJAREN_ZIN}"


def _instroom(rijen: Iterable[Scenarioinstroom], pakketten: Iterable[Startpakket]) -> Iterator[str]:
    for rij in rijen:
        loon = "" if rij.bruto_maandloon else LOON_NUL
        for zin in filter(None, (telt_niet(rij, pakketten) or te_laat(rij, rij.van), loon)):
            yield f"Instroom op {datum_kort(rij.van)} in {rij.dienst}: {zin}"


def _bladen(rijen: Iterable[Scenarioblad]) -> Iterator[str]:
    for rij in rijen:
        zin = te_laat(rij, rij.van) if rij.van in GELDJAREN else GELDJAREN_ZIN
        if zin:
            yield f"{rij.get_blad_display()} van {rij.dienst} vanaf {datum_kort(rij.van)}: {zin}"
