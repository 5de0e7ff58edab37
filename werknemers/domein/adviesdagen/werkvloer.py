"""What the guide on the work floor does, and by when (docs/regels.md#guidance-on-the-work-floor).

Nobody has to register the talks; these days help to plan them and are no proof of anything.
"""

from dataclasses import dataclass
from datetime import date

from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.uitleg import Uitleg
from gedeeld.werkdagen import plus_werkdagen
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode, Zekerheid
from werknemers.domein.adviesdagen.dagregel import Dagregel, dagregel, getal_van
from werknemers.domein.begeleidingstelling import daalt_op

_WEEK = 7
# docs/regels.md#guidance-on-the-work-floor
_PLAN_VOLGT = (
    "Herwin, “moet de begeleiding van een individueel maatwerker geregistreerd worden” "
    f"(zekerheid {Zekerheid.B}: {Zekerheid.B.label})"
)


@dataclass(frozen=True, slots=True)
class Kwalificatiedagen:
    """By when who is not qualified yet begins a training plan, and until when coaching goes on."""

    opleidingsplan: Dagregel
    coaching: Dagregel


def plan_aanpassen(telt_van: date, parameters: Parameters) -> Dagregel:
    """The *ondersteuningsplan* changes when the guidance premium does: on the first day of the
    lower flat part, when quarter 1 is that of `telt_van`."""
    regel = (
        "Het ondersteuningsplan wordt aangepast als de begeleidingspremie verandert: het vaste "
        "deel daalt in kwartaal 6 van de ononderbroken reeks adviezen."
    )
    return dagregel(daalt_op(telt_van), regel, parameters, Parametercode.BEGELEIDING_TELT_KETEN)


def ander_niveau(dag: date) -> Dagregel:
    """The *ondersteuningsplan* changes too when another level of guidance begins on the day."""
    regel = (
        "Het ondersteuningsplan wordt aangepast als de begeleidingspremie verandert: op deze dag "
        "begint een ander begeleidingsniveau."
    )
    return Dagregel(dag, lambda: Uitleg("", regel, bron=_PLAN_VOLGT))


def volgende_opvolging(laatste: date, parameters: Parameters) -> Dagregel | None:
    """By when the guide follows up again, after a contact on the day `laatste`."""
    weken = getal_van(parameters, Parametercode.OPVOLGING)
    if weken is None:
        return None
    regel = f"De begeleider volgt minstens om de {weken} weken op."
    return dagregel(plus_dagen(laatste, _WEEK * weken), regel, parameters, Parametercode.OPVOLGING)


def beschikbaar_tegen(gevraagd: date, parameters: Parameters) -> Dagregel | None:
    """By when the guide is there, for who asked on the day `gevraagd`."""
    dagen = getal_van(parameters, Parametercode.BESCHIKBAAR)
    if dagen is None:
        return None
    regel = f"Op vraag is de begeleider er binnen {dagen} werkdagen; feestdagen tellen niet mee."
    dag = plus_werkdagen(gevraagd, dagen)
    return dagregel(dag, regel, parameters, Parametercode.BESCHIKBAAR)


def kwalificatiedagen(begonnen: date, parameters: Parameters) -> Kwalificatiedagen | None:
    """Of a guide who began on the day `begonnen`; None when a term is not known."""
    plan = getal_van(parameters, Parametercode.OPLEIDING_BINNEN)
    coaching = getal_van(parameters, Parametercode.COACHING)
    if plan is None or coaching is None:
        return None
    uiterlijk = plus_maanden(begonnen, plan)
    over_plan = f"Binnen {plan} maanden na de start begint een opleidingsplan."
    over_coaching = f"Daarna volgt {coaching} maanden coaching."
    return Kwalificatiedagen(
        dagregel(uiterlijk, over_plan, parameters, Parametercode.OPLEIDING_BINNEN),
        dagregel(
            plus_maanden(uiterlijk, coaching), over_coaching, parameters, Parametercode.COACHING
        ),
    )
