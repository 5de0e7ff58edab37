"""Everything on the page about the end of one contract, gathered once."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gebruikers.models import Gebruiker
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit
from regels.domein.parameters import laad_parameters
from trajects.contracteinde.dagen import Einddoel, Weg
from trajects.contracteinde.dossier import Dossierstuk, dossier, lees_vastgelegd
from trajects.contracteinde.klaar import Klaarpunt, klaar_tegen
from trajects.contracteinde.lopend import Lopend, lees_lopend, met_dagen
from trajects.contracteinde.wegen import wegen
from trajects.models import Contractpassage
from trajects.openheid.contractopenheid import lees_openheid
from werknemers.domein.contracteinde.einderegels import laad_einderegels, waarom_niet
from werknemers.domein.contracteinde.lopend import lopende_wijzen, nog_mogelijk
from werknemers.domein.ondersteuning import Ondersteuning
from werknemers.keuzes import Eindewijze
from werknemers.models import Arbeidsovereenkomst, Contracteinde

_VUL_JOB_IN: Final = "Vul in wanneer een nieuwe job begint: dan tellen we wat er nog past."
_NIETS_PAST: Final = (
    "De nieuwe job begint op {}. Voor die dag valt er bij dit contract niets meer te kiezen."
)
_AKKOORD_STAAT_ER: Final = "Het akkoord is genoteerd. Er is niets meer te kiezen."


@dataclass(frozen=True, slots=True)
class Planner:
    """`waarom_niet`: why nothing can be planned any more, "" when it can. `laatste_dag` is the one
    by which everything is ready, `nieuwe_job` what was asked about or is noted."""

    sinds: date
    genoteerd: list[Lopend]
    kan_erbij: bool
    waarom_niet: str
    wegen: list[Weg]
    laatste_dag: date
    klaar: list[Klaarpunt]
    passage: Contractpassage | None
    dossier: list[Dossierstuk]
    nieuwe_job: date | None

    @property
    def geen_weg(self) -> str:
        """What to say when there are no days to plan, without a reason of the contract itself."""
        if self.waarom_niet:
            return ""
        if not self.kan_erbij:
            return _AKKOORD_STAAT_ER
        if self.nieuwe_job is None:
            return _VUL_JOB_IN
        return _NIETS_PAST.format(datum_voluit(self.nieuwe_job))


def stel_planner_samen(
    contract: Arbeidsovereenkomst, vraag: Einddoel, steun: Ondersteuning, lezer: Gebruiker
) -> Planner:
    """For who may see the plan."""
    op = vandaag()
    regels = laad_einderegels(contract, laad_parameters(op, lezer.organisatie_id))
    eindes = _eindes(contract)
    lopend = lopende_wijzen(eindes)
    rijen = [met_dagen(r, regels) if r.einde.geldt else r for r in lees_lopend(eindes, op)]
    reden = waarom_niet(contract, regels, loopt=bool(lopend))
    openheid = lees_openheid(contract.werknemer, lezer, op)
    rij = next(rij for rij in openheid.contracten if rij.contract.pk == contract.pk)
    er_is = lees_vastgelegd(contract.werknemer, lezer)
    laatste_dag, nieuwe_job = _slot(contract, rijen, vraag)
    met_job = replace(vraag, nieuwe_job=nieuwe_job)
    voorbij = contract.periode.voorbij(op)
    door_werkgever = Eindewijze.WERKGEVER in lopend
    return Planner(
        sinds=regels.sinds,
        genoteerd=rijen,
        kan_erbij=bool(nog_mogelijk(eindes)) and not voorbij,
        waarom_niet=reden,
        wegen=[] if reden else wegen(contract, met_job, regels, nog_mogelijk(eindes)),
        laatste_dag=laatste_dag,
        klaar=[] if voorbij else list(klaar_tegen(laatste_dag, nieuwe_job, er_is)),
        passage=rij.passage,
        dossier=dossier(steun, rij, openheid, er_is, werkgever_zegt_op=door_werkgever),
        nieuwe_job=nieuwe_job,
    )


def _eindes(contract: Arbeidsovereenkomst) -> list[Contracteinde]:
    eindes = list(contract.eindes.all())
    for einde in eindes:
        einde.contract = contract
    return eindes


def _slot(
    contract: Arbeidsovereenkomst, rijen: list[Lopend], vraag: Einddoel
) -> tuple[date, date | None]:
    """The last day that is known, or the one that is asked about when that comes first; with the
    first day of the new job when there is one."""
    beslist = next((rij.einde for rij in rijen if rij.beslist), None)
    gekend = beslist.laatste_dag if beslist else contract.periode.laatste_dag
    nieuwe_job = vraag.nieuwe_job or (beslist.nieuwe_job_op if beslist else None)
    if gekend is None or (vraag.nieuwe_job and vraag.laatste_dag < gekend):
        return vraag.laatste_dag, nieuwe_job
    return gekend, nieuwe_job
