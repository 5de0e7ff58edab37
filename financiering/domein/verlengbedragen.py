"""What an extension brings in for many employees at once, against not asking: one reading of the
data, and one forecast with all of them extended beside one without."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from financiering.domein.laden import Gegevens, laad_werknemers
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.rekenmodel.scenario import (
    Evaluatieuitkomst,
    Rekenscenario,
    Verlenging,
    pas_toe,
    zoals_ze_eindigt,
)
from financiering.domein.tarieven import MEESTE_KWARTALEN, Tarieftijdvak, maak_tarieven
from financiering.rechten import mag_financiering_zien
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal


def verlengbedragen(
    gebruiker: Gebruiker, werknemers: Sequence[int], op: date
) -> Mapping[int, Decimal] | None:
    """In euro by key of the employee: the premiums of five more years at the last percentage, as
    `Verlengingsbeeld` counts them for one. None for who may see no money; who has no contract in
    the years that are counted is not in it."""
    organisatie_id = gebruiker.organisatie_id
    if organisatie_id is None or not mag_financiering_zien(gebruiker):
        return None
    tijdvak = Tarieftijdvak(Kwartaal.van(op), MEESTE_KWARTALEN)
    return _bereken(laad_werknemers(organisatie_id, tijdvak, werknemers), tijdvak, op)


def _bereken(gegevens: Gegevens, tijdvak: Tarieftijdvak, op: date) -> dict[int, Decimal]:
    tarieven = maak_tarieven(gegevens.verloop, tijdvak)
    verlengingen = _verlengingen(gegevens, op)
    scenario = Rekenscenario(verlengingen=verlengingen)
    met = pas_toe(gegevens.stand, scenario, tarieven.periode.tot or date.max)
    eerst = _premies(maak_prognose(gegevens.stand, tarieven))
    daarna = _premies(maak_prognose(met, tarieven))
    return {
        int(sleutel): euro(daarna[sleutel] - eerst.get(sleutel, 0))
        for sleutel in verlengingen
        if sleutel in daarna
    }


def _verlengingen(gegevens: Gegevens, op: date) -> dict[str, Verlenging]:
    """At the percentage with which the support of each ends now."""
    gevonden = {}
    for persoon in gegevens.stand.mensen:
        for volgend in zoals_ze_eindigt(persoon.adviezen, op):
            percentage = volgend.schijven[0].percentage
            gevonden[persoon.sleutel] = Verlenging(Evaluatieuitkomst.ZELFDE, percentage)
    return gevonden


def _premies(prognose: Prognose) -> dict[str, int]:
    """In cents, over all quarters, by key."""
    samen = sum(prognose.bladen[blad].sum(axis=1) for blad in PERSOONSBLADEN)
    sleutels = prognose.personen.sleutels
    return {sleutel: int(centen) for sleutel, centen in zip(sleutels, samen, strict=True)}
