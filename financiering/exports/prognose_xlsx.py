"""The forecast as a spreadsheet: figures, what they rest on, and one employee to recalculate."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from financiering.domein.prognosebeeld import BLADNAMEN, Prognosebeeld
from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN, Blad, Klaverblad
from financiering.domein.scenario_in_woorden import inhoud_van
from financiering.exports.keuze import ALLE_DIENSTEN, waarmee_gemaakt
from financiering.exports.narekenen import BLAD, BREEDTES, maak_vel
from gedeeld.lijstblad import KEUZEKOPPEN
from gedeeld.rekenblad import Bladkolom, Werkmap, cel
from regels.domein.parameters import Parameterverloop, eenheid_van
from regels.keuzes import FINANCIEEL, Zekerheid
from regels.models import Regelparameter

_PARAMETERS: Final = "Parameters"
_WAARDE: Final = 1  # the column of the value on that sheet
_KWARTAAL: Final = Bladkolom("Kwartaal", 12)
_SLOT: Final = (
    *(
        Bladkolom(kop, 16, bedrag=True)
        for kop in ("Inkomsten", "Loonkost", "Omkadering", "Saldo", "Premies per voltijdse job")
    ),
    Bladkolom("Voltijdse jobs", 16, bedrag=True),
)
_BLADEN: Final = tuple(
    Bladkolom(naam[0].upper() + naam[1:], 18, bedrag=True) for naam in BLADNAMEN.values()
)
_WIE: Final = (
    Bladkolom("Personeelsnummer", 18),
    Bladkolom("Naam", 28),
    Bladkolom("Dienst", 22),
    _KWARTAAL,
)
_DIENST: Final = 2  # the place of the service in _WIE
_PERSOON: Final = _BLADEN[: len(PERSOONSBLADEN)]
_PARAMETERKOPPEN: Final = (
    Bladkolom("Parameter", 48, omloop=True),
    Bladkolom("Waarde", 14),
    Bladkolom("Eenheid", 18),
    Bladkolom("Eerste dag", 12),
    Bladkolom("Laatste dag", 12),
    Bladkolom("Geldt voor", 18),
    Bladkolom("Bron", 44, omloop=True),
    Bladkolom("Zekerheid", 32),
    Bladkolom("Toelichting", 60, omloop=True),
)
_AANNAMEKOPPEN: Final = (
    Bladkolom("Aanname", 90, omloop=True),
    Bladkolom("Bron", 44, omloop=True),
    Bladkolom("Zekerheid", 32),
    Bladkolom("Let op", 10),
)


def schrijf_prognose(
    beeld: Prognosebeeld, organisatie: str, rij: int | None, bewijscode: str
) -> bytes:
    """What is on the page: of one service when that was asked. `rij` is the row of the employee
    with live formulas; None when nobody is in service. `bewijscode` is that of its receipt."""
    uitkomst, dienst = beeld.uitkomst, beeld.dienst
    werkmap = Werkmap(f"Prognose: {organisatie}, {uitkomst.toekomst.naam}")
    werkmap.blad("Keuze", KEUZEKOPPEN, _keuze(beeld, organisatie, bewijscode))
    totaal = _klaverblad(beeld, beeld.klaverblad)
    werkmap.blad("Totaal", (_KWARTAAL, *_BLADEN, *_SLOT), totaal)
    diensten = (
        [naam, *regel]
        for naam, klaverblad in beeld.per_dienst.items()
        if dienst in (None, naam)
        for regel in _klaverblad(beeld, klaverblad)
    )
    werkmap.blad("Diensten", (Bladkolom("Dienst", 24), _KWARTAAL, *_BLADEN, *_SLOT), diensten)
    koppen = (*_WIE, *_PERSOON, Bladkolom("Loonkost", 16, bedrag=True))
    mensen = (regel for regel in _werknemers(uitkomst) if dienst in (None, regel[_DIENST]))
    werkmap.blad("Werknemers", koppen, mensen, vaste_kolommen=2, filters=True)
    waarden = _financieel(uitkomst.gegevens.verloop)
    werkmap.blad(_PARAMETERS, _PARAMETERKOPPEN, (_parameter(waarde) for waarde in waarden))
    werkmap.blad("Aannames", _AANNAMEKOPPEN, _aannames(uitkomst), vaste_kolommen=0)
    if rij is not None:
        cellen = {w.pk: cel(nr, _WAARDE, _PARAMETERS) for nr, w in enumerate(waarden, start=1)}
        vel = maak_vel(uitkomst, rij, cellen)
        werkmap.rekenvel(BLAD, BREEDTES, vel.rijen, vel.koppen)
    return werkmap.inhoud()


def _keuze(beeld: Prognosebeeld, organisatie: str, bewijscode: str) -> Iterable[list[Any]]:
    """What was asked, so that a sheet that is passed on still says what it is about."""
    uitkomst, kwartalen = beeld.uitkomst, beeld.kwartalen
    yield ["Organisatie", organisatie]
    yield ["Scenario", uitkomst.toekomst.naam]
    for zin in inhoud_van(uitkomst.toekomst, uitkomst.gegevens).regels:
        yield ["Dat scenario zegt", zin]
    yield ["Dienst", beeld.dienst or ALLE_DIENSTEN]
    yield ["Kwartalen", f"{kwartalen[0]} tot en met {kwartalen[-1]}"]
    if beeld.kas:
        yield ["Premies tellen mee", "als ze binnenkomen"]
        yield ["Werknemers en Narekenen", "tonen premies in het kwartaal waarin ze verdiend zijn"]
    else:
        yield ["Premies tellen mee", "als ze verdiend zijn"]
    yield from waarmee_gemaakt(uitkomst.op, bewijscode)


def _klaverblad(beeld: Prognosebeeld, klaverblad: Klaverblad) -> Iterator[list[Any]]:
    lijnen = [klaverblad.bladen[blad] for blad in Blad]
    lijnen += [klaverblad.inkomsten, klaverblad.loonkost, klaverblad.omkadering, klaverblad.saldo]
    premies = klaverblad.gemiddelde_premie
    for plaats, kwartaal in enumerate(beeld.kwartalen):
        bedragen = (euro(int(lijn[plaats])) for lijn in lijnen)
        yield [str(kwartaal), *bedragen, premies[plaats], klaverblad.vte_in_jobs(plaats)]


def _werknemers(uitkomst: Prognoseuitkomst) -> Iterator[list[Any]]:
    """By person and service: filtered by service, the rows are those of the sheet of services."""
    prognose = uitkomst.prognose
    for deel in prognose.werkdelen():
        naam = prognose.personen.namen[deel.rij]
        nummer = uitkomst.gegevens.personeelsnummer(prognose.personen.sleutels[deel.rij])
        lijnen = [*(deel.bladen[blad] for blad in PERSOONSBLADEN), deel.loonkost]
        for plaats, tarief in enumerate(prognose.tarieven.kwartalen):
            bedragen = (euro(int(lijn[plaats])) for lijn in lijnen)
            yield [nummer, naam, deel.dienst, str(tarief.kwartaal), *bedragen]


def _financieel(verloop: Parameterverloop) -> list[Regelparameter]:
    plaats = {str(code): nummer for nummer, code in enumerate(FINANCIEEL)}
    rijen = (rij for rij in verloop.rijen if rij.code in plaats)
    return sorted(rijen, key=lambda rij: (plaats[rij.code], rij.geldig))


def _parameter(waarde: Regelparameter) -> list[Any]:
    return [
        waarde.get_code_display(),
        waarde.waarde,
        eenheid_van(waarde.code).label,
        waarde.geldig.van,
        waarde.geldig.laatste_dag,
        "deze organisatie" if waarde.organisatie_id else "Vlaanderen",
        waarde.brontitel,
        waarde.zekerheid_in_woorden,
        " ".join(filter(None, (waarde.toelichting, waarde.tegenspraak))),
    ]


def _aannames(uitkomst: Prognoseuitkomst) -> Iterable[list[Any]]:
    for aanname in uitkomst.aannames:
        let_op = "let op" if aanname.let_op else ""
        yield [aanname.tekst, aanname.bron, _zekerheid(aanname.zekerheid), let_op]


def _zekerheid(letter: str) -> str:
    return f"{letter}: {Zekerheid(letter).label}"
