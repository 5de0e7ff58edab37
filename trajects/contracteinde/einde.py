"""The ways in which a contract can end by a day, and which days go with each.

It counts days and judges nothing: whether somebody may be dismissed is no question of this
program (docs/regels.md#end-of-a-contract).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from gedeeld.periode import dag_ervoor, ketens
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_met_dag, datum_voluit, getal, meervoud
from regels.domein.herkomst import uit_parameters, uit_tabel
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode, Tabelcode
from regels.models import Regeltabel
from trajects.contracteinde.dagen import Einddag, Weg, op_dag
from werknemers.domein.contracteinde.gevolgen import (
    Outplacement,
    Regeling,
    c4_op,
    motivering_vragen_tot,
    outplacement,
    sollicitatieverlof,
)
from werknemers.domein.contracteinde.opzegging import (
    Opzegging,
    begint_na,
    laatste_opzegging,
    opzegging,
    post_uiterlijk,
    werkt_op,
)
from werknemers.keuzes import SoortContract
from werknemers.models import Arbeidsovereenkomst

_VOOR_2014: Final = (
    "Wie voor 2014 in dienst kwam, heeft een opzegging in twee delen. Die rekenen we niet uit: "
    "vraag ze aan het sociaal secretariaat."
)
_NIET_ONBEPAALD: Final = (
    "Dit is een contract van {soort}. Het eindigt op zijn eigen manier; deze dagen zijn voor "
    "contracten van onbepaalde duur."
)
_VOORBIJ: Final = "Dit contract liep tot en met {dag}. Er is geen opzegging meer te tellen."
_TE_KORT: Final = "Zo kort na de eerste dag is er geen opzegging die op tijd eindigt."
_POST: Final = (
    "Een aangetekende brief werkt na drie werkdagen, feestdagen niet meegeteld. De opzegging "
    "begint de maandag na die week."
)


@dataclass(frozen=True)
class Einddoel:
    """`tegen`: by which day the contract should have ended; `nieuwe_job`: when one begins
    elsewhere."""

    tegen: date
    nieuwe_job: date | None = None


@dataclass(frozen=True)
class Einderegels:
    """What the law says for one contract; `sinds` is since when the employee is in service without
    a break, and `sinds_gekend` whether there is a table for who began then."""

    sinds: date
    sinds_gekend: bool
    parameters: Parameters
    tabellen: Mapping[str, Regeltabel]

    @property
    def werkdagen(self) -> int:
        """After which a registered letter counts."""
        return self.parameters.aantal(Parametercode.AANGETEKEND)

    def laatste(self, code: Tabelcode, uiterlijk: date) -> Opzegging | None:
        return laatste_opzegging(self.sinds, uiterlijk, self.tabellen[code])

    def vandaag_gepost(self, code: Tabelcode) -> Opzegging:
        """What a letter of the day that these rules are of begins."""
        begin = begint_na(werkt_op(self.parameters.op, self.werkdagen))
        return opzegging(self.sinds, begin, self.tabellen[code])


def laad_einderegels(contract: Arbeidsovereenkomst, parameters: Parameters) -> Einderegels:
    """Three queries."""
    perioden = [ander.periode for ander in contract.werknemer.contracten.all()]
    sinds = next(reeks.van for reeks in ketens(perioden) if contract.periode.van in reeks)
    gekend = Regeltabel.objects.op(sinds).exists()
    tabellen = Regeltabel.objects.op(contract.periode.van).select_related("bron")
    return Einderegels(sinds, gekend, parameters, {tabel.code: tabel for tabel in tabellen})


def waarom_niet(contract: Arbeidsovereenkomst, regels: Einderegels) -> str:
    """Why no days can be counted for this contract; "" when they can."""
    laatste = contract.periode.laatste_dag
    if laatste is not None and laatste < regels.parameters.op:
        return _VOORBIJ.format(dag=datum_voluit(laatste))
    if contract.soort != SoortContract.ONBEPAALD:
        return _NIET_ONBEPAALD.format(soort=contract.get_soort_display())
    return "" if regels.sinds_gekend else _VOOR_2014


def wegen(contract: Arbeidsovereenkomst, vraag: Einddoel, regels: Einderegels) -> list[Weg]:
    """What fits the question, for a contract for which days can be counted."""
    gevonden = [
        _door_de_werkgever(contract, vraag.tegen, regels),
        _door_de_werknemer(contract, vraag.tegen, regels),
    ]
    if vraag.nieuwe_job is not None:
        gevonden.append(_tegenopzegging(contract, vraag.nieuwe_job, regels))
    return gevonden


def _door_de_werkgever(contract: Arbeidsovereenkomst, tegen: date, regels: Einderegels) -> Weg:
    code = Tabelcode.OPZEG_WERKGEVER
    weg = _weg(code, "De werkgever zegt op", _om_te_eindigen(tegen), tegen, regels)
    gevonden = regels.laatste(code, tegen)
    if gevonden is None:
        return weg
    parameters, geboren = regels.parameters, contract.werknemer.geboortedatum
    recht = outplacement(gevonden, geboren, parameters)
    erbij = (
        _verlof(gevonden, contract, parameters, met_outplacement=recht is not None),
        _outplacement(recht, geboren, parameters),
        _motivering(gevonden, regels),
        op_dag("C4 in handen, uiterlijk", c4_op(gevonden.laatste_dag), _C4),
    )
    return replace(weg, dagen=weg.dagen + erbij)


def _door_de_werknemer(contract: Arbeidsovereenkomst, tegen: date, regels: Einderegels) -> Weg:
    code = Tabelcode.OPZEG_WERKNEMER
    titel = f"{contract.werknemer.voornaam} zegt zelf op"
    weg = _weg(code, titel, _om_te_eindigen(tegen), tegen, regels)
    gevonden = regels.laatste(code, tegen)
    if gevonden is None:
        return weg
    erbij = (
        _verlof(gevonden, contract, regels.parameters),
        op_dag("C4 in handen, uiterlijk", c4_op(gevonden.laatste_dag), _C4),
    )
    return replace(weg, dagen=weg.dagen + erbij)


def _tegenopzegging(contract: Arbeidsovereenkomst, nieuwe_job: date, regels: Einderegels) -> Weg:
    titel = f"{contract.werknemer.voornaam} vond werk: tegenopzegging"
    onder = (
        "Alleen wanneer de opzegging door de werkgever al loopt. "
        f"De nieuwe job begint op {datum_met_dag(nieuwe_job)}."
    )
    return _weg(Tabelcode.TEGENOPZEG, titel, onder, dag_ervoor(nieuwe_job), regels)


def _weg(code: Tabelcode, titel: str, onder: str, tegen: date, regels: Einderegels) -> Weg:
    gevonden = regels.laatste(code, tegen)
    if gevonden is None:
        return Weg(code, titel, onder, waarom_niet=_TE_KORT)
    return Weg(code, titel, onder, tuple(_opzegdagen(code, gevonden, regels)))


def _om_te_eindigen(tegen: date) -> str:
    return f"Om ten laatste op {datum_voluit(tegen)} te eindigen."


def _opzegdagen(code: Tabelcode, gevonden: Opzegging, regels: Einderegels) -> Iterator[Einddag]:
    post = post_uiterlijk(gevonden.begin, regels.werkdagen)
    over_post = uit_parameters(_POST, regels.parameters, Parametercode.AANGETEKEND)
    duur = (
        f"{meervoud(gevonden.weken, 'week', 'weken')}, na "
        f"{meervoud(gevonden.maanden, 'maand', 'maanden')} in dienst"
    )
    regel = "De anciënniteit telt tot de dag waarop de opzegging begint."
    yield op_dag("Aangetekend op de post, uiterlijk", post, over_post, te_doen=True)
    if post < regels.parameters.op:
        later = regels.vandaag_gepost(code)
        waarde = (
            f"begint op {datum_met_dag(later.begin)} en eindigt op "
            f"{datum_met_dag(later.laatste_dag)}"
        )
        yield Einddag("Wat vandaag op de post gaat", waarde, over_post)
    yield op_dag("De opzegging begint", gevonden.begin, over_post)
    yield Einddag("Ze duurt", duur, uit_tabel(regel, regels.tabellen[code]))
    yield op_dag("Laatste dag van het contract", gevonden.laatste_dag, _LAATSTE_DAG)


_LAATSTE_DAG: Final = Uitleg(
    "",
    "De laatste dag van de laatste week. Ziekte, vakantie en andere schorsingen schuiven die op.",
)
_C4: Final = Uitleg(
    "", "De werkgever geeft het C4 uit zichzelf, uiterlijk op de laatste werkdag.",
    bron="RVA, C4-werkloosheidsbewijs (zekerheid A: officiële bron)",
)  # fmt: skip


def _verlof(
    gevonden: Opzegging,
    contract: Arbeidsovereenkomst,
    parameters: Parameters,
    *,
    met_outplacement: bool = False,
) -> Einddag:
    dagen = sollicitatieverlof(
        gevonden, contract.tewerkstellingsbreuk, parameters, met_outplacement=met_outplacement
    )
    regel = (
        "Een dag per week om werk te zoeken, met behoud van loon; meer dan "
        f"{parameters.aantal(Parametercode.SOLLICITATIE_HEEL)} weken voor het einde een halve, "
        "maar met recht op outplacement ook dan een hele. Deeltijds naar rato. Wat niet opgenomen "
        "is, gaat niet mee naar later."
    )
    uitleg = uit_parameters(regel, parameters, Parametercode.SOLLICITATIE_HEEL)
    return Einddag("Sollicitatieverlof", f"{_dagen(dagen)} in het geheel", uitleg)


def _dagen(aantal: Decimal) -> str:
    tekst = getal(aantal).rstrip("0").rstrip(",")
    return f"{tekst} {'dag' if aantal == 1 else 'dagen'}"


def _outplacement(
    recht: Outplacement | None, geboren: date | None, parameters: Parameters
) -> Einddag:
    codes = (
        Parametercode.OUTPLACEMENT_WEKEN,
        Parametercode.OUTPLACEMENT_LEEFTIJD,
        Parametercode.OUTPLACEMENT_DIENST,
    )
    weken, leeftijd, maanden = map(parameters.aantal, codes)
    regel = (
        f"Vanaf een opzegging van {weken} weken voor iedereen; bij een kortere vanaf {leeftijd} "
        f"jaar en {maanden} maanden ononderbroken dienst. Niet bij een dringende reden."
    )
    uitleg = uit_parameters(
        regel,
        parameters,
        *codes,
        Parametercode.OUTPLACEMENT_AANBOD,
        Parametercode.OUTPLACEMENT_INGEBREKE,
    )
    tekst, dag = _recht_in_woorden(recht, geboren)
    return Einddag("Outplacement", tekst, uitleg, dag)


def _recht_in_woorden(recht: Outplacement | None, geboren: date | None) -> tuple[str, date | None]:
    if recht is None:
        reden = "" if geboren else ": we kennen de geboortedatum niet"
        return f"geen recht op outplacement{reden}", None
    if recht.regeling is Regeling.ALGEMEEN or not recht.aanbod_tegen or not recht.ingebreke_tegen:
        return "60 uur, tijdens het sollicitatieverlof", None
    return (
        f"aanbod uiterlijk op {datum_met_dag(recht.aanbod_tegen)}; zonder aanbod kan de werknemer "
        f"het vragen tot {datum_met_dag(recht.ingebreke_tegen)}",
        recht.aanbod_tegen,
    )


def _motivering(gevonden: Opzegging, regels: Einderegels) -> Einddag:
    parameters, werkdagen = regels.parameters, regels.werkdagen
    kennisgeving = werkt_op(post_uiterlijk(gevonden.begin, werkdagen), werkdagen)
    tot = motivering_vragen_tot(gevonden, kennisgeving, parameters)
    regel = (
        "Binnen twee maanden na het einde, of zes maanden na de kennisgeving als dat vroeger is. "
        "Niet in de eerste zes maanden in dienst (CAO 109)."
    )
    uitleg = uit_parameters(
        regel, parameters, Parametercode.MOTIVERING_EINDE, Parametercode.MOTIVERING_KENNIS
    )
    wat = "De werknemer kan de redenen vragen"
    if tot is None:
        return Einddag(wat, "nog niet, in de eerste zes maanden", uitleg)
    return Einddag(wat, f"tot en met {datum_met_dag(tot)}", uitleg)
