"""What was paid: written down line by line of a statement, and taken out again when it was wrong.

A settlement is there once for a quarter, a premium and an employee; what comes later is a
correction with a line of its own, so that what was said first stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.core.exceptions import ValidationError

from financiering.domein.betaalinvoer import Betaalregel
from financiering.keuzes import Betaalblad, Betaalsoort
from financiering.models import Betaling
from financiering.schrijvers import BETALINGEN
from gebruikers.models import Gebruiker, Organisatie
from gebruikers.schrijvers import ORGANISATIES
from gedeeld.kwartaal import Kwartaal
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from werknemers.models import Werknemer

# Individueel maatwerk began here.
EERSTE_KWARTAAL: Final = Kwartaal(2023, 3)
_MEESTE_FOUTEN: Final = 20


def voeg_regels_toe(
    organisatie: Organisatie,
    kwartaal: Kwartaal,
    regels: Sequence[Betaalregel],
    *,
    door: Gebruiker | None,
    blad: str,
    soort: str,
    gemeld_op: date,
    bron: str,
) -> int:
    """All lines or none: a statement that came in for a half would look whole.

    Returns how many. Raises ValidationError at `regels` for unknown numbers and for what is there
    already; `door` is None for the demo.
    """
    with als_zin():
        ORGANISATIES.vergrendel(organisatie)
        _eis_kwartaal(kwartaal, gemeld_op)
        bekend = _bij_nummer(organisatie, regels)
        er_al = _wat_er_staat(organisatie, kwartaal)
        _eis_een_soort(er_al, blad, per_persoon=True)
        gemeenschappelijk = {"blad": blad, "soort": soort, "gemeld_op": gemeld_op, "bron": bron}
        nieuw = [
            {
                "werknemer": bekend[regel.nummer],
                "bedrag": regel.bedrag,
                **asdict(regel.opgave),
                **gemeenschappelijk,
            }
            for regel in regels
            if regel.nummer in bekend
        ]
        _weiger(_onbekend(regels, bekend), _dubbel(nieuw, er_al))
        return _schrijf(organisatie, kwartaal, nieuw, door)


def voeg_som_toe(
    organisatie: Organisatie,
    kwartaal: Kwartaal,
    bedrag: Decimal,
    *,
    door: Gebruiker | None,
    blad: str,
    soort: str,
    gemeld_op: date,
    bron: str,
) -> int:
    """One amount for everybody. Raises ValidationError when the quarter has it already."""
    with als_zin():
        ORGANISATIES.vergrendel(organisatie)
        _eis_kwartaal(kwartaal, gemeld_op)
        er_al = _wat_er_staat(organisatie, kwartaal)
        _eis_een_soort(er_al, blad, per_persoon=False)
        nieuw = {
            "werknemer": None,
            "bedrag": bedrag,
            "blad": blad,
            "soort": soort,
            "gemeld_op": gemeld_op,
            "bron": bron,
        }
        _weiger(_dubbel([nieuw], er_al), veld="som")
        return _schrijf(organisatie, kwartaal, [nieuw], door)


def verwijder_betaling(betaling: Betaling, *, door: Gebruiker, gezien: datetime | None) -> None:
    """For a mistake; what was right and changed later gets a correction. Raises ValidationError
    when it changed since `gezien`."""
    with als_zin():
        ORGANISATIES.vergrendel(betaling.organisatie)
        BETALINGEN.verwijder(BETALINGEN.vergrendel(betaling, gezien), door=door)


def _schrijf(
    organisatie: Organisatie,
    kwartaal: Kwartaal,
    nieuw: Sequence[Mapping[str, Any]],
    door: Gebruiker | None,
) -> int:
    vast = {"organisatie": organisatie, "kwartaal": kwartaal.eerste_dag}
    rijen = Betaling.objects.bulk_create(Betaling(**vast, **velden) for velden in nieuw)
    BETALINGEN.noteer_vele(
        (
            (rij, {naam: (None, w) for naam, w in (vast | dict(velden)).items() if w is not None})
            for rij, velden in zip(rijen, nieuw, strict=True)
        ),
        door=door,
        actie="toegevoegd",
    )
    return len(rijen)


def _eis_kwartaal(kwartaal: Kwartaal, gemeld_op: date) -> None:
    """A statement comes after the quarter has begun, and not in the future."""
    if not kwartaal.eerste_dag <= gemeld_op <= vandaag():
        raise ValidationError(
            {"gemeld_op": f"Kies een dag van {kwartaal.eerste_dag:%d/%m/%Y} tot en met vandaag."}
        )


def _bij_nummer(organisatie: Organisatie, regels: Iterable[Betaalregel]) -> dict[str, Werknemer]:
    nummers = {regel.nummer for regel in regels}
    eigen = Werknemer.objects.filter(organisatie=organisatie, personeelsnummer__in=nummers)
    return {wie.personeelsnummer: wie for wie in eigen}


def _wat_er_staat(organisatie: Organisatie, kwartaal: Kwartaal) -> list[Betaling]:
    betalingen = Betaling.objects.van(organisatie.pk).filter(kwartaal=kwartaal.eerste_dag)
    return list(betalingen)


def _onbekend(regels: Iterable[Betaalregel], bekend: Mapping[str, Werknemer]) -> list[str]:
    return [
        f"Regel {regel.plaats}: wij kennen niemand met personeelsnummer {regel.nummer}. "
        "Kijk het nummer na."
        for regel in regels
        if regel.nummer not in bekend
    ]


def _dubbel(nieuw: Iterable[Mapping[str, Any]], er_al: Iterable[Betaling]) -> list[str]:
    """A settlement that is there, or a correction of the same day."""
    staat = {(b.werknemer_id, b.blad, b.soort, _dag(b.soort, b.gemeld_op)) for b in er_al}
    return [
        f"{_naam(velden['werknemer'])}: deze {Betaalsoort(velden['soort']).label} van de "
        f"{Betaalblad(velden['blad']).label} staat er al. "
        "Is het bedrag later veranderd? Geef alleen het verschil in, als correctie."
        for velden in nieuw
        if (
            velden["werknemer"] and velden["werknemer"].pk,
            velden["blad"],
            velden["soort"],
            _dag(velden["soort"], velden["gemeld_op"]),
        )
        in staat
    ]


def _dag(soort: str, dag: date) -> date | None:
    return dag if soort == Betaalsoort.CORRECTIE else None


def _naam(werknemer: Werknemer | None) -> str:
    return "Het hele kwartaal" if werknemer is None else werknemer.naam


def _eis_een_soort(er_al: Iterable[Betaling], blad: str, *, per_persoon: bool) -> None:
    """By person or as one sum, and by premium or together: nothing is counted twice."""
    for betaling in er_al:
        if (betaling.werknemer_id is not None) != per_persoon:
            zin = (
                "staat er al één bedrag. Verwijder dat eerst."
                if per_persoon
                else "staan er al bedragen per werknemer. Verwijder die eerst."
            )
            raise ValidationError({"blad": f"Voor dit kwartaal {zin}"})
        if (betaling.blad == Betaalblad.SAMEN) != (blad == Betaalblad.SAMEN):
            raise ValidationError(
                {
                    "blad": f"Voor dit kwartaal staat er al {betaling.get_blad_display()}. "
                    "Kies per kwartaal: beide premies samen, of elk apart."
                }
            )


def _weiger(*fouten: Sequence[str], veld: str = "regels") -> None:
    zinnen = [zin for lijst in fouten for zin in lijst]
    if zinnen:
        rest = len(zinnen) - _MEESTE_FOUTEN
        meer = [f"En nog {rest} andere."] if rest > 0 else []
        raise ValidationError({veld: [*zinnen[:_MEESTE_FOUTEN], *meer]})
