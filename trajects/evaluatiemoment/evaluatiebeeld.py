"""The reviews of one employee as the page shows them: the next one, and what became of others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.ernst import Ernst
from gedeeld.meelezen import HeleRij, als_record, mee
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_voluit, duur, meervoud
from regels.domein.parameters import Parameters, laad_parameters
from regels.keuzes import Parametercode
from trajects.adviesdagen.strookbeeld import strookbeeld
from trajects.evaluatiemoment.voorstellen import Evaluatievoorstel, stel_dagen_voor
from trajects.kader.evaluatiedag import Evaluatiedag, bepaal_evaluatiedag
from trajects.kader.werknemerbeeld import lees_werknemer, stel_beeld_samen
from trajects.models import Evaluatiemoment, Traject
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Evaluatiebeeld:
    """On the day `op`. `traject` None: none runs. `geweest` are the reviews that are over, newest
    first, also of earlier trajectories; `te_heropenen` is the one that can be opened again."""

    op: date
    traject: Traject | None = None
    evaluatie: Evaluatiedag | None = None
    uitleg: Uitleg | None = None
    voorstellen: tuple[Evaluatievoorstel, ...] = ()
    geweest: tuple[Evaluatiemoment, ...] = ()
    te_heropenen: int | None = None

    @property
    def dag(self) -> date | None:
        return self.evaluatie.dag if self.evaluatie else None

    @property
    def ernst(self) -> Ernst:
        return Ernst.ERG if self.dag and self.dag < self.op else Ernst.RUSTIG

    @property
    def in_woorden(self) -> str:
        """ "over 8 dagen", "vandaag", "te laat"; "" when none is due."""
        if self.dag is None or self.dag < self.op:
            return "te laat" if self.dag else ""
        return f"over {duur(self.op, self.dag)}" if self.dag > self.op else "vandaag"


def lees_evaluatiebeeld(werknemer: Werknemer, lezer: Gebruiker, op: date) -> Evaluatiebeeld:
    """For a reader who may evaluate. Two queries."""
    rij: Any = lees_werknemer(lezer, werknemer.pk, erbij=(momenten_erbij,))
    beeld = stel_beeld_samen(rij, lezer, op)
    momenten = als_momenten(rij.evaluatierijen)
    geweest = tuple(moment for moment in momenten if not moment.is_gepland)
    traject = beeld.traject
    if traject is None:
        return Evaluatiebeeld(op, geweest=geweest)
    parameters = laad_parameters(op, werknemer.organisatie_id)
    eigen = [moment for moment in momenten if moment.traject_id == traject.pk]
    evaluatie = bepaal_evaluatiedag(traject, eigen, parameters)
    stroken = strookbeeld(rij, lezer, parameters).stroken
    return Evaluatiebeeld(
        op=op,
        traject=traject,
        evaluatie=evaluatie,
        uitleg=_uitleg(evaluatie, parameters),
        voorstellen=tuple(stel_dagen_voor(beeld, stroken, evaluatie)),
        geweest=geweest,
        te_heropenen=_te_heropenen(eigen),
    )


def momenten_erbij(lezer: HeeftRol) -> dict[str, Any]:
    """All reviews of an employee, to annotate, for `als_momenten`."""
    eigen = Evaluatiemoment.objects.zichtbaar_voor(lezer).filter(traject__werknemer=OuterRef("pk"))
    wie = JSONObject(voornaam="door__voornaam", naam="door__naam")
    volgorde = ("-afgehandeld_op", "-pk")
    return {"evaluatierijen": mee(eigen.order_by(*volgorde), rij=HeleRij(), wie=wie)}


def als_momenten(rijen: Iterable[dict[str, Any]] | None) -> list[Evaluatiemoment]:
    return [_moment(**rij) for rij in rijen or ()]


def _moment(rij: dict[str, Any], wie: dict[str, str]) -> Evaluatiemoment:
    moment = als_record(Evaluatiemoment, rij)
    moment.door = Gebruiker(**wie)
    return moment


def _te_heropenen(momenten: Iterable[Evaluatiemoment]) -> int | None:
    """The last one that counts, when none was planned after it; the same rule for who writes:
    `evaluatiemomenten.heropen_evaluatie`."""
    alle = list(momenten)
    if any(moment.is_gepland for moment in alle):
        return None
    tellend = [(dag, moment.pk) for moment in alle if (dag := moment.telt_vanaf_dag)]
    return max(tellend)[1] if tellend else None


def _uitleg(evaluatie: Evaluatiedag, parameters: Parameters) -> Uitleg:
    code = Parametercode.EVALUATIE_MAANDEN
    maanden = meervoud(evaluatie.maanden, "maand", "maanden") if evaluatie.maanden else ""
    if evaluatie.gepland:
        regel = f"Gepland door {evaluatie.gepland.door}."
    elif evaluatie.dag is None and maanden:
        regel = "In de nazorg is er geen tussentijdse evaluatie meer."
    elif not maanden:
        regel = "Hoe vaak jullie evalueren, is niet gekend."
    else:
        regel = f"{maanden} na {_sinds(evaluatie)}."
    return Uitleg(
        antwoord=datum_voluit(evaluatie.dag) if evaluatie.dag else "geen",
        regel=regel,
        invoer=((_sinds(evaluatie).capitalize(), datum_voluit(evaluatie.sinds)),),
        bron=parameters.bronnen(code),
    )


def _sinds(evaluatie: Evaluatiedag) -> str:
    return "de vorige evaluatie" if evaluatie.vorige else "de start van het traject"
