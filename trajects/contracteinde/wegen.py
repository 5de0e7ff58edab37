"""The ways in which a contract can end by a day, and which days go with each.

It counts days and judges nothing: whether somebody may be dismissed is no question of this
program (docs/regels.md#end-of-a-contract).
"""

from datetime import date
from typing import Final

from gedeeld.periode import dag_ervoor
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_met_dag, datum_voluit
from trajects.contracteinde.dagen import EIGEN_KENNIS, Einddoel, Weg, op_dag
from trajects.contracteinde.gevolgdagen import c4, motivering, outplacementdag, verlof
from trajects.contracteinde.nieuwe_job import aansluiting
from trajects.contracteinde.opzegdagen import opzegdagen
from werknemers.domein.contracteinde.einderegels import Einderegels
from werknemers.domein.contracteinde.gevolgen import outplacement, sollicitatieverlof
from werknemers.domein.contracteinde.opzegging import (
    post_uiterlijk,
)
from werknemers.keuzes import Bezorging, Eindewijze
from werknemers.models import Arbeidsovereenkomst

_TE_KORT: Final = "Zo kort na de eerste dag is er geen opzegging die op tijd eindigt."
_AKKOORD: Final = Uitleg(
    "",
    "Werkgever en werknemer kiezen samen de laatste dag en tekenen allebei. Er is geen "
    "opzeggingstermijn en geen sollicitatieverlof. Ga samen na wat dat betekent voor een "
    "uitkering.",
    bron=EIGEN_KENNIS,
)


def wegen(
    contract: Arbeidsovereenkomst,
    vraag: Einddoel,
    regels: Einderegels,
    mogelijk: tuple[Eindewijze, ...],
) -> list[Weg]:
    """What fits the question, for a contract for which days can be counted; `mogelijk` is what can
    still happen. For a job that was found, nobody has to be given notice."""
    gevonden = []
    if Eindewijze.WERKGEVER in mogelijk and vraag.nieuwe_job is None:
        gevonden.append(_door_de_werkgever(contract, vraag, regels))
    if Eindewijze.WERKNEMER in mogelijk:
        gevonden.append(_door_de_werknemer(contract, vraag, regels))
    if vraag.nieuwe_job is not None and {Eindewijze.WERKGEVER, Eindewijze.TEGEN} & set(mogelijk):
        loopt = Eindewijze.TEGEN in mogelijk
        gevonden.append(_tegenopzegging(contract, vraag.nieuwe_job, regels, loopt=loopt))
    past = vraag.laatste_dag in contract.periode
    if vraag.nieuwe_job is not None and Eindewijze.AKKOORD in mogelijk and past:
        gevonden.append(_akkoord(vraag.nieuwe_job))
    return gevonden


def _door_de_werkgever(contract: Arbeidsovereenkomst, vraag: Einddoel, regels: Einderegels) -> Weg:
    wijze, parameters = Eindewijze.WERKGEVER, regels.parameters
    geboren = contract.werknemer.geboortedatum
    gevonden = regels.laatste(wijze, vraag.tegen)
    weg = Weg(wijze, "De werkgever zegt op", _om_te_eindigen(vraag.tegen))
    if gevonden is None:
        return weg.zonder(_TE_KORT)
    recht = outplacement(gevonden, geboren, parameters) is not None
    breuk = contract.tewerkstellingsbreuk
    dagen = sollicitatieverlof(gevonden, breuk, parameters, met_outplacement=recht)
    gepost = post_uiterlijk(gevonden.begin, regels.werkdagen)
    gekend = regels.kennisgeving(gepost, Bezorging.AANGETEKEND)
    return weg.met(
        *opzegdagen(wijze, gevonden, regels, vraag),
        verlof(dagen, parameters),
        outplacementdag(gevonden, geboren, parameters),
        motivering(gevonden, gekend, parameters),
        c4(gevonden.laatste_dag),
    )


def _door_de_werknemer(contract: Arbeidsovereenkomst, vraag: Einddoel, regels: Einderegels) -> Weg:
    wijze, parameters = Eindewijze.WERKNEMER, regels.parameters
    gevonden = regels.laatste(wijze, vraag.laatste_dag)
    titel = f"{contract.werknemer.voornaam} zegt zelf op"
    weg = Weg(wijze, titel, _om_te_eindigen(vraag.laatste_dag))
    if gevonden is None:
        return weg.zonder(_TE_KORT)
    dagen = sollicitatieverlof(gevonden, contract.tewerkstellingsbreuk, parameters)
    return weg.met(
        *opzegdagen(wijze, gevonden, regels, vraag),
        verlof(dagen, parameters),
        c4(gevonden.laatste_dag),
    )


def _tegenopzegging(
    contract: Arbeidsovereenkomst, nieuwe_job: date, regels: Einderegels, *, loopt: bool
) -> Weg:
    wijze, vraag = Eindewijze.TEGEN, Einddoel(dag_ervoor(nieuwe_job), nieuwe_job)
    titel = f"{contract.werknemer.voornaam} vond werk: tegenopzegging"
    onder = f"De nieuwe job begint op {datum_met_dag(nieuwe_job)}."
    if not loopt:
        onder = f"Alleen wanneer de opzegging door de werkgever al loopt. {onder}"
    gevonden = regels.laatste(wijze, vraag.tegen)
    weg = Weg(wijze, titel, onder)
    if gevonden is None:
        return weg.zonder(_TE_KORT)
    return weg.met(*opzegdagen(wijze, gevonden, regels, vraag), c4(gevonden.laatste_dag))


def _akkoord(nieuwe_job: date) -> Weg:
    laatste = dag_ervoor(nieuwe_job)
    return Weg(
        Eindewijze.AKKOORD,
        "Samen afspreken: einde in onderling akkoord",
        f"De nieuwe job begint op {datum_met_dag(nieuwe_job)}.",
        (
            op_dag("Allebei getekend, uiterlijk", laatste, _AKKOORD, te_doen=True),
            op_dag("Laatste dag van het contract", laatste, _AKKOORD),
            aansluiting(laatste, nieuwe_job),
            c4(laatste),
        ),
    )


def _om_te_eindigen(tegen: date) -> str:
    return f"Om ten laatste op {datum_voluit(tegen)} te eindigen."
