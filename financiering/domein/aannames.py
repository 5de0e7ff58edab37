"""What a forecast assumes, with where that comes from and how sure it is."""

from collections.abc import Iterator
from datetime import date
from typing import Final

import numpy as np

from financiering.domein.aanname import KEUZE_VAN_TOEPASSING, Aanname
from financiering.domein.bijdrageaannames import bijdrage_aannames
from financiering.domein.laden import Gegevens
from financiering.domein.rekenmodel.tarieven import Tarieven
from financiering.domein.scenarios import (
    STANDAARD_NIVEAU,
    STANDAARD_PAKKET,
    STANDAARD_VERTRAGING,
    Toekomst,
)
from financiering.domein.tarieven import eigen_bijdrage
from financiering.keuzes import Scenariobasis
from gedeeld.weergeven import datum_voluit, en, enkele, getal, meervoud
from regels.domein.nagekeken import oudste
from regels.domein.niet_uitgedrukt import niet_uitgedrukt
from regels.domein.parameters import Parameterregel, Parameters
from regels.keuzes import FINANCIEEL, VERMINDERING, Bedragsoort, Parametercode, Zekerheid
from regels.models import Regelparameter
from regels.models.parameter import TE_LANG

_DOMEIN: Final = KEUZE_VAN_TOEPASSING
_HERWIN: Final = "Herwin, welke subsidies komen er voor IMW"
_VDAB: Final = "VDAB, referteloon"
# What the model does where sources are silent or disagree.
_MODEL: Final = (
    Aanname(
        "De tewerkstellingsbreuk telt in het plafond, niet nog eens op het einde.",
        _VDAB,
        Zekerheid.B,
    ),
    Aanname(
        "Verandert het GGMMI in de loop van een kwartaal, dan telt voor elke maand de waarde van "
        "de eerste dag.",
        _DOMEIN,
        Zekerheid.E,
    ),
    Aanname(
        "De laatste bekende bedragen lopen door, tenzij het scenario een jaarlijkse index heeft. "
        "Een index begint op 1 januari, en telt niet voor de begeleidingspremie.",
        _DOMEIN,
        Zekerheid.E,
    ),
    Aanname(
        "Het variabele deel van de begeleidingspremie volgt de tewerkstellingsbreuk en de dagen "
        "met een contract.",
        _HERWIN,
        Zekerheid.B,
    ),
    Aanname(
        "De stappen van de loonpremie tellen voor een nieuw advies opnieuw vanaf kwartaal 1, ook "
        "na een verlenging.",
        _DOMEIN,
        Zekerheid.E,
    ),
    Aanname(
        "Het startpakket van 5 jaar verdeelt de kwartalen als 5, 3 en 12. Herwin zegt in een "
        "hoofding 5, 4 en 11: dat scheelt één kwartaal aan het hoogste percentage van de twee.",
        "Verso, individueel maatwerk biedt kansen",
        Zekerheid.B,
    ),
    Aanname(
        "Een premie komt een kwartaal later binnen dan ze verdiend is.",
        "Praktijk van de vroegere VOP (Kortenberg)",
        Zekerheid.B,
    ),
    Aanname(
        "Een contract met een einddatum stopt dan. Een contract zonder einddatum loopt door.",
        "De contracten in deze toepassing",
        Zekerheid.E,
    ),
)


def aannames(
    gegevens: Gegevens, toekomst: Toekomst, tarieven: Tarieven, op: date
) -> tuple[Aanname, ...]:
    """What needs mending first, then what the scenario and the model assume, then the values."""
    alle = [
        *_wat_ontbreekt(gegevens, tarieven),
        *_niet_nagekeken(gegevens, tarieven, op),
        *bijdrage_aannames(gegevens, tarieven.van.periode),
        *_scenario(gegevens, toekomst, op),
        *_MODEL,
        *_niet_meegeteld(),
        *_waarden(gegevens, tarieven),
    ]
    return tuple(sorted(alle, key=lambda aanname: not aanname.let_op))


def _wat_ontbreekt(gegevens: Gegevens, tarieven: Tarieven) -> Iterator[Aanname]:
    if gegevens.zonder_loon:
        namen = enkele(gegevens.zonder_loon)
        aantal = meervoud(len(gegevens.zonder_loon), "werknemer", "werknemers")
        yield Aanname(
            f"Van {aantal} kennen we het loon niet: {namen}. Hun loonkost en loonpremie tellen "
            "als 0 euro. Vul het loon in bij het contract.",
            "De contracten in deze toepassing",
            Zekerheid.E,
            let_op=True,
        )
    op = gegevens.verloop.op(tarieven.van.eerste_dag)
    if op.waarde(Parametercode.LDE_VERGOEDING) is None and _heeft_lde(gegevens):
        yield Aanname(
            "De tijdelijke vergoeding van de LDE-overgang is niet gekend en telt als 0 euro. "
            "Zet het bedrag per voltijdse job bij de parameters, in Beheer.",
            op.bronnen(Parametercode.LDE_VERGOEDING) or "Koepel LDE",
            Zekerheid.S,
            let_op=True,
            code=Parametercode.LDE_VERGOEDING,
        )


def _niet_nagekeken(gegevens: Gegevens, tarieven: Tarieven, op: date) -> Iterator[Aanname]:
    """About the national values that count in these quarters, where no own value goes before."""
    begin, einde = tarieven.van.eerste_dag, tarieven.kwartalen[-1].kwartaal.laatste_dag
    nu = gegevens.verloop.op(begin)
    rijen = (
        rij
        for rij in gegevens.verloop.rijen
        if rij.code in _gebruikt(gegevens, nu)
        and rij.geldig.van <= einde
        and not rij.geldig.voorbij(begin)
        and ((regel := nu.regel(Parametercode(rij.code))) is None or regel.organisatie_id is None)
    )
    oud = [f"{rij.get_code_display()} ({_wanneer(rij)})" for rij in oudste(rijen, op)]
    if oud:
        yield Aanname(
            f"Al meer dan {TE_LANG} dagen legde niemand deze waarden naast hun bron: "
            f"{'; '.join(oud)}. Kijk ze na voor je op de cijfers rekent.",
            "De waarden in deze toepassing",
            Zekerheid.E,
            let_op=True,
        )


def _gebruikt(gegevens: Gegevens, op: Parameters) -> list[Parametercode]:
    """The values that count: with a percentage of its own an organisation needs no reduction, and
    hours only serve who has some paid."""
    weg: set[Parametercode] = set()
    if eigen_bijdrage(op) is not None:
        weg.update(VERMINDERING)
    if not any(opgave.uren for opgave in gegevens.opgaven):
        weg.add(Parametercode.VOLTIJDSE_WEEK)
    return [code for code in FINANCIEEL if code not in weg]


def _wanneer(rij: Regelparameter) -> str:
    return f"laatst op {datum_voluit(rij.nagekeken_op)}" if rij.nagekeken_op else "nog nooit"


def _heeft_lde(gegevens: Gegevens) -> bool:
    mensen = gegevens.stand.mensen
    lopend = (mensen.steun[verloop] for verloop in np.unique(mensen.verloop).tolist())
    return any(advies.lde for adviezen in lopend for advies in adviezen)


def _scenario(gegevens: Gegevens, toekomst: Toekomst, op: date) -> Iterator[Aanname]:
    if not toekomst.volgt_plan:
        yield Aanname(
            "Niemand vertrekt, en elke ondersteuning stopt op haar einddatum.", _DOMEIN, Zekerheid.E
        )
    else:
        yield from _plan(gegevens, op)
    yield from _vervanging(toekomst)
    if toekomst.jaarindex:
        yield Aanname(
            f"Lonen, het GGMMI en de geïndexeerde bedragen stijgen elk jaar met "
            f"{getal(toekomst.jaarindex)} %.",
            "Dit scenario",
            Zekerheid.E,
        )


def _plan(gegevens: Gegevens, op: date) -> Iterator[Aanname]:
    yield Aanname(
        "Wie een beoogde uitstroom heeft, vertrekt op die dag. Wie er geen heeft, blijft.",
        "De trajecten in deze toepassing",
        Zekerheid.E,
    )
    voorbij = sum(dag < op for dag in gegevens.gepland.values())
    if voorbij:
        wie = meervoud(voorbij, "werknemer", "werknemers")
        blijft, hun = ("Die blijft", "het") if voorbij == 1 else ("Ze blijven", "hun")
        yield Aanname(
            f"Van {wie} is de beoogde uitstroom al voorbij. {blijft} in de prognose tot je in "
            f"{hun} traject een nieuwe dag kiest.",
            "De trajecten in deze toepassing",
            Zekerheid.E,
            let_op=True,
        )


def _vervanging(toekomst: Toekomst) -> Iterator[Aanname]:
    """Which places are filled again, and by whom; nothing when all of them stay open."""
    eigen, ingevuld = toekomst.eigen, toekomst.basis == Scenariobasis.MET_VERVANGING
    anders = len(eigen.scenariovervanging_set.all()) if eigen else 0
    if not (ingevuld or anders):
        return
    maanden = eigen.vertraging if eigen else STANDAARD_VERTRAGING
    pakket = eigen.get_pakket_display() if eigen else STANDAARD_PAKKET.label
    niveau = eigen.get_niveau_display() if eigen else STANDAARD_NIVEAU.label
    welke = "Elke plaats die vrijkomt, " if ingevuld else "Een plaats die vrijkomt, blijft open"
    na = f"is na {meervoud(maanden, 'maand', 'maanden')} weer ingevuld" if ingevuld else ""
    behalve = f", behalve bij {meervoud(anders, 'werknemer', 'werknemers')}" if anders else ""
    yield Aanname(
        f"{welke}{na}{behalve}. Wie in de plaats komt, heeft hetzelfde loon en dezelfde "
        f"tewerkstellingsbreuk, {pakket} en begeleiding {niveau}, en stroomt ook uit op het "
        "einde van de ondersteuning.",
        "Dit scenario" if eigen else _DOMEIN,
        Zekerheid.E,
    )


def _niet_meegeteld() -> Iterator[Aanname]:
    """Each known rule that no amount counts with, and which amounts it may move."""
    for regel in niet_uitgedrukt():
        bedragen = en([str(soort.label) for soort in Bedragsoort if soort in regel.bedragen])
        zin = f"Niet meegeteld bij {bedragen}: {regel.zin}."
        yield Aanname(zin, "Regels die Doorstroom kent en niet uitrekent", regel.zekerheid)


def _waarden(gegevens: Gegevens, tarieven: Tarieven) -> Iterator[Aanname]:
    """The values in force in the first quarter, each with its source and what others say."""
    op = gegevens.verloop.op(tarieven.van.eerste_dag)
    for code in _gebruikt(gegevens, op):
        regel = op.regel(code)
        if regel is not None and regel.waarde is not None:
            zinnen = (
                f"{code.label}: {Parameterregel(code, regel).waarde_in_woorden}.",
                op.toelichting(code),
            )
            tekst = " ".join(zin for zin in zinnen if zin)
            yield Aanname(tekst, regel.brontitel, Zekerheid(regel.zekerheid), code=code)
