"""What a scenario says about one employee: when somebody leaves, when that place is filled again,
and whether support goes on."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from financiering.domein.verlengbaarheid import verlengbaarheid
from financiering.keuzes import Verlengingsuitkomst, Vertrekkeuze, Vervangingskeuze
from financiering.models import Scenario, Scenariovervanging
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit
from regels.models.percentage import HOOGSTE, LAAGSTE
from trajects.models import Traject
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Werknemerkeuze:
    """`laatste_dag` for who leaves on a day; `na_maanden` for a place that is filled again after so
    many; `uitkomst` "" when nothing is asked; `percentage` unless the extension is refused."""

    vertrek: str = Vertrekkeuze.BASIS
    laatste_dag: date | None = None
    uitkomst: str = ""
    percentage: int | None = None
    vervanging: str = Vervangingskeuze.BASIS
    na_maanden: int | None = None

    def als_dict(self) -> dict[str, Any]:
        return asdict(self)


def lees_keuze(scenario: Scenario, werknemer: Werknemer) -> Werknemerkeuze:
    """Three queries."""
    vertrek = scenario.scenariovertrek_set.filter(werknemer=werknemer).first()
    verlenging = scenario.scenarioverlenging_set.filter(werknemer=werknemer).first()
    vervanging = scenario.scenariovervanging_set.filter(werknemer=werknemer).first()
    return Werknemerkeuze(
        vertrek=vertrekkeuze(vertrek.laatste_dag) if vertrek else Vertrekkeuze.BASIS,
        laatste_dag=vertrek.laatste_dag if vertrek else None,
        uitkomst=verlenging.uitkomst if verlenging else "",
        percentage=verlenging.percentage if verlenging else None,
        vervanging=_vervangingskeuze(vervanging),
        na_maanden=vervanging.na_maanden if vervanging else None,
    )


def geplande_dag(werknemer: Werknemer) -> date | None:
    """The day that the running trajectory aims at. One query."""
    lopend = Traject.objects.lopend().filter(werknemer=werknemer).first()
    return lopend.beoogde_uitstroom if lopend else None


def vertrekkeuze(laatste_dag: date | None) -> Vertrekkeuze:
    return Vertrekkeuze.BLIJFT if laatste_dag is None else Vertrekkeuze.DAG


def _vervangingskeuze(vervanging: Scenariovervanging | None) -> Vervangingskeuze:
    if vervanging is None:
        return Vervangingskeuze.BASIS
    open_ = vervanging.na_maanden is None
    return Vervangingskeuze.OPEN if open_ else Vervangingskeuze.MAANDEN


def eis_mogelijk(scenario: Scenario, werknemer: Werknemer, keuze: Werknemerkeuze) -> None:
    """Raise ValidationError by field for a choice that cannot be."""
    if werknemer.organisatie_id != scenario.organisatie_id:
        raise ValidationError("Deze werknemer hoort bij een andere organisatie.")
    if keuze.vertrek == Vertrekkeuze.DAG:
        _eis_dag(werknemer, keuze.laatste_dag)
    if keuze.vervanging == Vervangingskeuze.MAANDEN:
        _eis_vervanging(werknemer, keuze)
    if keuze.uitkomst:
        _eis_verlenging(werknemer, keuze)


def _eis_vervanging(werknemer: Werknemer, keuze: Werknemerkeuze) -> None:
    if keuze.vertrek == Vertrekkeuze.BLIJFT:
        wie = werknemer.voornaam
        raise ValidationError(
            {"vervanging": f"{wie} blijft zeker, dus er komt geen plaats vrij. Kies ook een dag."}
        )
    if keuze.na_maanden is None:
        raise ValidationError(
            {"na_maanden": "Vul in na hoeveel maanden de plaats weer ingevuld is."}
        )


def _eis_dag(werknemer: Werknemer, dag: date | None) -> None:
    if dag is None:
        raise ValidationError(
            {"laatste_dag": f"Kies de laatste dag waarop {werknemer.voornaam} werkt."}
        )
    if dag < vandaag():
        raise ValidationError(
            {"laatste_dag": f"{datum_voluit(dag)} is al voorbij. Kies een dag vanaf vandaag."}
        )


def _eis_verlenging(werknemer: Werknemer, keuze: Werknemerkeuze) -> None:
    stand = verlengbaarheid(werknemer, vandaag())
    if stand.percentage is None or not stand.kan:
        raise ValidationError({"uitkomst": stand.waarom_niet})
    if keuze.uitkomst == Verlengingsuitkomst.GEWEIGERD:
        return
    if keuze.percentage is None:
        raise ValidationError({"percentage": "Vul het percentage van de verlenging in."})
    zin = past_niet(keuze.uitkomst, keuze.percentage, stand.percentage)
    if zin:
        raise ValidationError({"percentage": zin})


def past_niet(uitkomst: str, percentage: int, laatste: int) -> str:
    """Why a percentage does not go with an outcome, as a sentence; "" when it does."""
    nu = f"De laatste schijf is {laatste} %."
    if uitkomst == Verlengingsuitkomst.ZELFDE and percentage != laatste:
        return f"{nu} Kies dat percentage, of een verlenging met een hoger of lager percentage."
    if uitkomst == Verlengingsuitkomst.VERHOOGD and percentage <= laatste:
        hoogste = laatste >= HOOGSTE
        return f"{nu} {'Hoger bestaat niet.' if hoogste else 'Kies een hoger percentage.'}"
    if uitkomst == Verlengingsuitkomst.VERLAAGD and percentage >= laatste:
        laagste = laatste <= LAAGSTE
        return f"{nu} {'Lager bestaat niet.' if laagste else 'Kies een lager percentage.'}"
    return ""
