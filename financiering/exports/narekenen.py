"""One employee's premiums as live formulas, step by step, so that a bookkeeper can check them.

Every rate refers to its cell on the sheet of the parameters. The formulas are those of
`rekenmodel.exact`, which gives the values that are shown until a spreadsheet computes them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any, Final

from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.bijdrage import Bijdragekeuze
from financiering.domein.rekenmodel.exact import Kwartaalrekening, Maanddeel, binnen, centen
from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN
from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon, Rekenschijf
from financiering.domein.rekenmodel.tarieven import Maandtarief
from financiering.domein.tarieven import VARIABEL
from gedeeld.rekenblad import Formule, cel
from regels.domein.parameters import Parameterverloop
from regels.keuzes import VERMINDERING, Parametercode
from werknemers.domein.begeleidingstelling import LAATSTE_BEGINKWARTAAL
from werknemers.keuzes import Begeleidingsniveau

BLAD: Final = "Narekenen"
BREEDTES: Final = (20, 16, 22, 16, 20, *(16 for _ in range(15)))
# Euro. Programs count in binary fractions, which may put a half cent a hair below the half.
_DUWTJE: Final = 1e-9
# The same for a rate in millionths.
_DUWTJE_DEEL: Final = "0.000000000001"
_INDEX, _JAAR, _DUW = cel(2, 1), cel(3, 1), cel(4, 1)
_CONTRACTKOPPEN: Final = (
    "Contracten", "Dienst", "Eerste dag", "Laatste dag", "Tewerkstellingsbreuk",
    "Brutoloon per maand",
)  # fmt: skip
_ADVIESKOPPEN: Final = ("Adviezen", "Eerste dag", "Laatste dag", "Niveau", "Keten begon op")
_STAPKOPPEN: Final = ("Stappen", "Eerste dag", "Laatste dag", "Percentage")
_MAANDKOPPEN: Final = (
    "Kwartaal", "Maand", "Dienst", "Brutoloon", "Tewerkstellingsbreuk", "Dagen in de maand",
    "Dagen met contract", "Aandeel", "Groei", "GGMMI", "Plafondfactor", "Bijdrage (%)",
    "Loonmaanden", "Referteloon", "Plafond", "Voltijdse jobs", "Loonkost",
    "Voltijdse jobs in LDE-overgang", "Voltijdse jobs buiten LDE-overgang",
    "Hoogste breuk op één dag",
)  # fmt: skip
_KWARTAALKOPPEN: Final = (
    "Kwartaal", "Eerste dag", "Kwartaal van het advies", "Referteloon", "Plafond", "Percentage",
    "Loonpremie", "Voltijdse jobs buiten LDE-overgang", "Vast deel", "Variabel deel",
    "Begeleidingspremie", "LDE per voltijdse job", "Voltijdse jobs in LDE-overgang",
    "LDE-vergoeding", "Loonkost", "Toepassing: loonpremie", "Toepassing: begeleidingspremie",
    "Toepassing: LDE-vergoeding", "Toepassing: loonkost", "Verschil",
)  # fmt: skip


@dataclass
class Vel:
    """The rows so far, and where the inputs stand. `parameters` gives the cell of each value by
    the key of its row."""

    uitkomst: Prognoseuitkomst
    persoon: Persoon
    parameters: Mapping[int, str]
    rijen: list[list[Any]] = field(default_factory=list)
    koppen: set[int] = field(default_factory=set)
    # Row numbers, counted from 0, of the first and the last row after a quarter's months.
    maanden: dict[int, tuple[int, int]] = field(default_factory=dict)
    contracten: dict[Contract, int] = field(default_factory=dict)
    schijven: dict[Rekenschijf, int] = field(default_factory=dict)
    adviezen: dict[Advies, int] = field(default_factory=dict)

    @property
    def verloop(self) -> Parameterverloop:
        return self.uitkomst.gegevens.verloop

    def tarief(self, code: Parametercode, op: date) -> str:
        """Where the value of a parameter on a day stands; 0 when none is known."""
        regel = self.verloop.op(op).regel(code)
        return "0" if regel is None else self.parameters[regel.pk]

    def kop(self, koppen: Iterable[str]) -> None:
        self.rijen.append([])
        self.koppen.add(len(self.rijen))
        self.rijen.append(list(koppen))


def maak_vel(uitkomst: Prognoseuitkomst, rij: int, parameters: Mapping[int, str]) -> Vel:
    """The sheet of the employee in this row of the forecast."""
    vel = Vel(uitkomst, uitkomst.prognose.personen[rij], parameters)
    _invoer(vel)
    vel.kop(_MAANDKOPPEN)
    for plaats, tarief in enumerate(uitkomst.prognose.tarieven.kwartalen):
        begin = len(vel.rijen)
        for maand in tarief.maanden:
            for contract in vel.persoon.contracten:
                vel.rijen.append([str(tarief.kwartaal), *_maand(vel, maand, contract)])
        vel.maanden[plaats] = (begin, len(vel.rijen))
    vel.kop(_KWARTAALKOPPEN)
    for plaats in vel.maanden:
        vel.rijen.append(list(_kwartaal(vel, rij, plaats)))
    return vel


def _invoer(vel: Vel) -> None:
    toekomst = vel.uitkomst.toekomst
    vel.rijen += [
        ["Werknemer", vel.persoon.naam],
        ["Scenario", toekomst.naam],
        ["Index per jaar (%)", toekomst.jaarindex],
        ["Groei vanaf jaar na", vel.uitkomst.prognose.tarieven.van.jaar],
        ["Duwtje", _DUWTJE, "Zo rondt elk rekenblad een halve cent naar boven af."],
    ]
    vel.kop(_CONTRACTKOPPEN)
    for contract in vel.persoon.contracten:
        vel.contracten[contract] = len(vel.rijen)
        periode, breuk = contract.periode, contract.breuk
        dagen = [periode.van, periode.laatste_dag]
        vel.rijen.append(["", contract.dienst, *dagen, breuk, contract.bruto])
    vel.kop(_ADVIESKOPPEN)
    for advies in vel.persoon.adviezen:
        vel.adviezen[advies] = len(vel.rijen)
        niveau = "LDE-overgang" if advies.lde else advies.niveau or "geen"
        begin = advies.telt_van(keten=True)
        vel.rijen.append(["", advies.periode.van, advies.periode.laatste_dag, niveau, begin])
    vel.kop(_STAPKOPPEN)
    for schijf in (s for advies in vel.persoon.adviezen for s in advies.schijven):
        vel.schijven[schijf] = len(vel.rijen)
        vel.rijen.append(["", schijf.periode.van, schijf.periode.laatste_dag, schijf.percentage])


def _maand(vel: Vel, maand: Maandtarief, contract: Contract) -> Iterator[Any]:
    """One contract in one month, after the name of the quarter."""
    nr, bron, begin = len(vel.rijen) + 1, vel.contracten[contract], maand.periode.van
    deel = Maanddeel.van(vel.persoon, contract, maand)
    lde, lde_dagen = _lde_dagen(vel, contract, maand, nr)
    premiedeel = replace(deel, dagen=deel.dagen - lde_dagen)
    yield begin
    yield contract.dienst
    yield _geld(cel(bron, 5), contract.bruto)
    yield _som(cel(bron, 4), contract.breuk)
    yield _aantal(f"EDATE(B{nr},1)-B{nr}", deel.dagen_van_maand)
    yield _aantal(_dagen(nr, (cel(bron, 2), cel(bron, 3))), deel.dagen)
    yield _som(f"G{nr}/F{nr}", deel.aandeel)
    yield _som(f"(1+{_INDEX}/100)^(YEAR(B{nr})-{_JAAR})", maand.index)
    yield _som(vel.tarief(Parametercode.GGMMI, begin), maand.ggmmi)
    yield _som(vel.tarief(Parametercode.PLAFONDFACTOR, begin), maand.plafondfactor)
    yield _bijdrage(vel, deel, nr)
    yield _som(vel.tarief(Parametercode.LOONMAANDEN, begin), maand.loonmaanden)
    yield _geld(f"D{nr}*(1+L{nr}/100)*I{nr}*S{nr}/E{nr}", premiedeel.referteloon)
    yield _geld(f"K{nr}*J{nr}*I{nr}*S{nr}", premiedeel.plafond)
    yield _som(f"E{nr}*H{nr}", deel.vte)
    yield _geld(f"D{nr}*M{nr}/12*(1+L{nr}/100)*I{nr}*H{nr}", deel.loonkost)
    yield _som(f"E{nr}*({lde})/F{nr}", deel.vte - premiedeel.vte)
    yield _som(f"P{nr}-R{nr}", premiedeel.vte)
    alleen = len(vel.persoon.contracten) == 1 and deel.dagen
    prestatie = deel.bijdrage.prestatie
    yield _som(f"E{nr}", prestatie) if alleen else float(prestatie)


def _bijdrage(vel: Vel, deel: Maanddeel, nr: int) -> Any:
    """In percent: a number of the payroll office, the own percentage, or the reduction of the
    wage in row `nr`, in whole millionths of that wage."""
    begin, procent = deel.maand.periode.van, float(100 * deel.bijdrage.deel)
    if deel.bijdrage.keuze is Bijdragekeuze.OPGAVE:
        return procent
    if deel.bijdrage.keuze is Bijdragekeuze.EIGEN:
        return _som(vel.tarief(Parametercode.BIJDRAGE, begin), procent)
    bruto, factor, grens, factor_laag, grens_laag, hoog, onder, tot = (
        vel.tarief(code, begin) for code in VERMINDERING
    )
    loon, breuk = f"(D{nr}/E{nr}*3)", f"(100*T{nr})"
    daalt = f"{hoog}-({breuk}-{onder})/({tot}-{onder})*({hoog}-1)"
    beta = f"IF({breuk}<={onder},{hoog},IF({breuk}>={tot},1,{daalt}))"
    korting = f"{factor}*MAX({grens}/{loon}-1,0)+{factor_laag}*MAX({grens_laag}/{loon}-1,0)"
    rest = f"MAX({bruto}/100-{beta}*({korting}),0)"
    return _som(f"IF(D{nr}=0,{bruto},100*ROUND({rest}+{_DUWTJE_DEEL},6))", procent)


def _dagen(nr: int, *perioden: tuple[str, str]) -> str:
    """The days of the month in row `nr` that lie in all of these periods; no last day: open."""
    begin = ",".join(van for van, _ in perioden)
    einde = ",".join(f'IF({tem}="",EDATE(B{nr},1),{tem}+1)' for _, tem in perioden)
    return f"MAX(0,MIN({einde},EDATE(B{nr},1))-MAX({begin},B{nr}))"


def _lde_dagen(vel: Vel, contract: Contract, maand: Maandtarief, nr: int) -> tuple[str, int]:
    bron, formules, dagen = vel.contracten[contract], ["0"], 0
    for advies in (advies for advies in vel.persoon.adviezen if advies.lde):
        plaats = vel.adviezen[advies]
        werk = (cel(bron, 2), cel(bron, 3))
        formules.append(_dagen(nr, werk, (cel(plaats, 1), cel(plaats, 2))))
        dagen += sum(deel.aandeel(maand.periode)[0] for deel in binnen([contract], advies))
    return "+".join(formules), dagen


def _kwartaal(vel: Vel, rij: int, plaats: int) -> Iterator[Any]:
    """One quarter: the sums of its months, both premiums, and what the application says."""
    nr, prognose = len(vel.rijen) + 1, vel.uitkomst.prognose
    rekening = prognose.rekening(rij, plaats)
    begin = rekening.tarief.kwartaal.eerste_dag
    van, tot = (rand + deel for rand, deel in zip(vel.maanden[plaats], (1, 0), strict=True))
    lde = vel.tarief(Parametercode.LDE_VERGOEDING, begin)
    yield str(rekening.tarief.kwartaal)
    yield begin
    yield _nummer(vel, rekening, nr)
    yield _geld(f"SUM(N{van}:N{tot})", rekening.referteloon)
    yield _geld(f"SUM(O{van}:O{tot})", rekening.plafond)
    yield _percentage(vel, rekening)
    yield _afgerond(f"MIN(D{nr},E{nr})*F{nr}/100", rekening.loonpremie)
    yield _som(f"SUM(S{van}:S{tot})/3", rekening.premie_vte)
    yield _vast(vel, rekening, nr)
    yield _variabel(vel, rekening, nr)
    yield _afgerond(f"I{nr}+J{nr}", rekening.begeleidingspremie)
    yield _geld(lde, rekening.tarief.lde_vergoeding)
    yield _som(f"SUM(R{van}:R{tot})/3", rekening.lde_vte)
    yield _afgerond(f"L{nr}*M{nr}", rekening.lde_vergoeding)
    yield _afgerond(f"SUM(Q{van}:Q{tot})", rekening.loonkost)
    tabellen = (*(prognose.bladen[blad] for blad in PERSOONSBLADEN), prognose.loonkost)
    yield from (euro(int(tabel[rij, plaats])) for tabel in tabellen)
    paren = zip("GKNO", "PQRS", strict=True)
    yield _geld("+".join(f"ABS({hier}{nr}-{daar}{nr})" for hier, daar in paren), 0)


def _nummer(vel: Vel, rekening: Kwartaalrekening, nr: int) -> Any:
    if rekening.advies is None:
        return ""
    formule = _kwartaal_sinds(cel(vel.adviezen[rekening.advies], 1), nr)
    return _aantal(formule, rekening.nummer or 0)


def _kwartaal_sinds(begin: str, nr: int) -> str:
    """Which quarter the one in row `nr` is, when that of the day in cell `begin` is 1."""
    begonnen = f"INT((MONTH({begin})-1)/3)"
    return f"(YEAR(B{nr})-YEAR({begin}))*4+(MONTH(B{nr})-1)/3-{begonnen}+1"


def _percentage(vel: Vel, rekening: Kwartaalrekening) -> Any:
    dag = rekening.tarief.kwartaal.eerste_dag
    schijven = () if rekening.advies is None else rekening.advies.schijven
    schijf = next((s for s in schijven if dag in s.periode), None)
    return 0 if schijf is None else _som(cel(vel.schijven[schijf], 3), schijf.percentage)


def _vast(vel: Vel, rekening: Kwartaalrekening, nr: int) -> Any:
    if rekening.advies is None or not rekening.advies.niveau:
        return 0
    begin, later, keten = (
        vel.tarief(code, rekening.tarief.kwartaal.eerste_dag)
        for code in (
            Parametercode.BEGELEIDING_BEGIN, Parametercode.BEGELEIDING_LATER,
            Parametercode.BEGELEIDING_TELT_KETEN,
        )
    )  # fmt: skip
    in_keten = _kwartaal_sinds(cel(vel.adviezen[rekening.advies], 4), nr)
    keuze = f"IF(IF({keten}=1,{in_keten},C{nr})<={LAATSTE_BEGINKWARTAAL},{begin},{later})"
    return _geld(f"IF(H{nr}>0,{keuze},0)", rekening.vast)


def _variabel(vel: Vel, rekening: Kwartaalrekening, nr: int) -> Any:
    if rekening.advies is None or not rekening.advies.niveau:
        return 0
    code = VARIABEL[Begeleidingsniveau(rekening.advies.niveau)]
    bedrag = vel.tarief(code, rekening.tarief.kwartaal.eerste_dag)
    return _geld(f"{bedrag}*H{nr}", rekening.variabel)


def _som(formule: str, waarde: Any) -> Formule:
    return Formule(f"={formule}", float(waarde))


def _aantal(formule: str, waarde: Any) -> Formule:
    """A number of days or quarters."""
    return Formule(f"={formule}", float(waarde), heel=True)


def _geld(formule: str, waarde: Any) -> Formule:
    return Formule(f"={formule}", float(waarde), bedrag=True)


def _afgerond(formule: str, bedrag: Fraction) -> Formule:
    """Half-up to the cent: here, and nowhere before."""
    return _geld(f"ROUND({formule}+{_DUW},2)", euro(centen(bedrag)))
