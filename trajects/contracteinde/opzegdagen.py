"""The days of one notice, in order: given, begun, over."""

from collections.abc import Iterator
from typing import Final

from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_met_dag, meervoud
from regels.domein.herkomst import uit_parameters, uit_tabel
from regels.keuzes import Parametercode
from trajects.contracteinde.dagen import Einddag, Einddoel, op_dag
from trajects.contracteinde.nieuwe_job import aansluiting, in_woorden
from werknemers.domein.contracteinde.einderegels import TABELLEN, Einderegels
from werknemers.domein.contracteinde.opzegging import (
    Opzegging,
    afgeven_uiterlijk,
    post_uiterlijk,
)
from werknemers.keuzes import Bezorging, Eindewijze

_POST: Final = (
    "Een aangetekende brief werkt na drie werkdagen, feestdagen niet meegeteld. De opzegging "
    "begint de maandag na die week."
)
_SCHORSING_BRON: Final = "Securex, 18 januari 2024 (zekerheid B: sectorfederatie of vakpers)"
SCHUIFT_OP: Final = Uitleg(
    "",
    "De laatste dag van de laatste week. Ziekte, vakantie en andere schorsingen schuiven die op.",
    bron=_SCHORSING_BRON,
)
SCHUIFT_NIET_OP: Final = Uitleg(
    "",
    "De laatste dag van de laatste week. Ziekte of vakantie schuift een opzegging door de "
    "werknemer niet op.",
    bron=_SCHORSING_BRON,
)
_AFGEVEN: Final = Uitleg(
    "",
    "Een werknemer mag de brief ook afgeven; de werkgever tekent een dubbel voor ontvangst. Die "
    "opzegging telt dezelfde dag en begint de maandag erna.",
    bron="SD Worx, via vacature.com (zekerheid B: sectorfederatie of vakpers)",
)


def opzegdagen(
    wijze: Eindewijze, gevonden: Opzegging, regels: Einderegels, vraag: Einddoel
) -> Iterator[Einddag]:
    door_werkgever = wijze == Eindewijze.WERKGEVER
    yield from _geven(wijze, gevonden, regels, vraag)
    yield begin(gevonden, regels)
    yield duur(wijze, gevonden, regels)
    laatste = gevonden.laatste_dag
    uitleg = SCHUIFT_OP if door_werkgever else SCHUIFT_NIET_OP
    yield op_dag("Laatste dag van het contract", laatste, uitleg)
    if vraag.nieuwe_job is not None:
        yield aansluiting(laatste, vraag.nieuwe_job)


def begin(gevonden: Opzegging, regels: Einderegels) -> Einddag:
    uitleg = uit_parameters(_POST, regels.parameters, Parametercode.AANGETEKEND)
    return op_dag("De opzegging begint", gevonden.begin, uitleg)


def duur(wijze: Eindewijze, gevonden: Opzegging, regels: Einderegels) -> Einddag:
    """For a contract for which the law has a table."""
    waarde = (
        f"{meervoud(gevonden.weken, 'week', 'weken')}, na "
        f"{meervoud(gevonden.maanden, 'maand', 'maanden')} in dienst"
    )
    regel = "De anciënniteit telt tot de dag waarop de opzegging begint."
    return Einddag("Ze duurt", waarde, uit_tabel(regel, regels.tabellen[TABELLEN[wijze]]))


def _geven(
    wijze: Eindewijze, gevonden: Opzegging, regels: Einderegels, vraag: Einddoel
) -> Iterator[Einddag]:
    """By when it is posted or handed over, and what comes of it when that is over."""
    over_post = uit_parameters(_POST, regels.parameters, Parametercode.AANGETEKEND)
    post, op = post_uiterlijk(gevonden.begin, regels.werkdagen), regels.parameters.op
    yield op_dag("Aangetekend op de post, uiterlijk", post, over_post, te_doen=True)
    if post < op:
        later = regels.gegeven(wijze, op, Bezorging.AANGETEKEND)
        yield Einddag("Wat vandaag op de post gaat", _later(later, vraag), over_post)
    if wijze == Eindewijze.WERKGEVER:
        return
    afgegeven = afgeven_uiterlijk(gevonden.begin)
    yield op_dag("Of afgegeven tegen handtekening, uiterlijk", afgegeven, _AFGEVEN, te_doen=True)
    if afgegeven < op:
        later = regels.gegeven(wijze, op, Bezorging.AFGEGEVEN)
        yield Einddag("Wat vandaag afgegeven wordt", _later(later, vraag), _AFGEVEN)


def _later(later: Opzegging, vraag: Einddoel) -> str:
    zin = f"begint op {datum_met_dag(later.begin)} en eindigt op {datum_met_dag(later.laatste_dag)}"
    if vraag.nieuwe_job is None:
        return zin
    return f"{zin}; {in_woorden(later.laatste_dag, vraag.nieuwe_job)}"
