"""One employee as the page shows it: support, premium, trajectory and talks, gathered once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final, cast

from django.db.models import F, OuterRef

from gebruikers.domein.vervangingen import Vervanger, lees_vervangers, vervangers_van
from gebruikers.domein.vragen import per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.ernst import Ernst
from gedeeld.grafiek import Tijdlijn
from gedeeld.meelezen import HeleRij, Meelijst, als_record, als_records, leg_klaar, mee, mee_heel
from gedeeld.tijd import vandaag
from gedeeld.uitleg import Uitleg
from gedeeld.vastevraag import GROOTSTE
from gedeeld.weergeven import datum_voluit
from trajects.kader.horizon import Einde, einde_van
from trajects.kader.mijlpalen import Mijlpaal
from trajects.kader.tijdlijn import Beloop, stel_tijdlijn_samen
from trajects.kader.uitstroombeeld import is_vertrokken, vertrek_van
from trajects.keuzes import SoortNotitie
from trajects.models import Jobdoelwit, Notitie, Traject, Uitstroom, Werkgever
from trajects.rechten import mag_plan_zien
from werknemers.domein.adviesverhaal import (
    Verhaalregel,
    als_gebeurtenissen,
    gebeurtenissen_erbij,
    verhaal,
)
from werknemers.domein.contracteinde.lopend import loopt_af
from werknemers.domein.ondersteuning import Ondersteuning, bepaal, leg_uit
from werknemers.domein.premies import (
    Premieverloop,
    als_startpakketten,
    startpakketten_erbij,
    verloop_van,
)
from werknemers.domein.schijven import adviezen_erbij, als_adviezen
from werknemers.models import (
    Adviesgebeurtenis,
    Adviesperiode,
    Arbeidsovereenkomst,
    Contracteinde,
    Dienst,
    Werknemer,
)
from werknemers.models.werknemer import WerknemerQuerySet

Erbij = Callable[[HeeftRol], dict[str, Any]]
# Each page of an employee reads something else beside.
_PAGINAS: Final = 32
# What everybody may know of the end of a contract that was recorded.
_EINDE: Final = ("wijze", "periode", "schorsingsdagen")


@dataclass(frozen=True, slots=True)
class Werknemerbeeld:
    """What `gebruiker` may know about one employee on the day `op`.

    `traject` is the running one, `vorig_traject` the last that ended; `uitstroom` the departure
    after which the employee did not come back. All are None as well for who may not see the plan.
    `notities` are the kind and date of those this user may read, newest first.
    """

    werknemer: Werknemer
    op: date
    ondersteuning: Ondersteuning
    uitleg: Uitleg
    contracten: tuple[Arbeidsovereenkomst, ...]
    adviezen: tuple[tuple[Adviesperiode, Premieverloop], ...]
    traject: Traject | None
    vorig_traject: Traject | None
    notities: tuple[tuple[str, date], ...]
    gebeurtenissen: tuple[Adviesgebeurtenis, ...] = ()
    uitstroom: Uitstroom | None = None

    @property
    def einde(self) -> Einde:
        keten = self.ondersteuning.keten
        einde = einde_van(self.ondersteuning.steun, keten.tot if keten else None, self.op)
        # Of who left the end of support is no news, good or bad.
        return replace(einde, toestand=Ernst.RUSTIG) if self.is_vertrokken else einde

    @property
    def diensten(self) -> list[str]:
        """Where the employee works on the day; none when not in service."""
        return [c.dienst.naam for c in self.contracten if self.op in c.periode]

    @property
    def waar(self) -> str:
        """The services of the day, or when somebody begins who is in none."""
        if self.diensten:
            return ", ".join(self.diensten)
        komend = [c.periode.van for c in self.contracten if c.periode.van > self.op]
        return f"begint op {datum_voluit(min(komend))}" if komend else "niet in dienst"

    @property
    def vertrek(self) -> str:
        """The word for the departure."""
        weg = self.uitstroom is not None and self.uitstroom.datum < self.op
        return "Vertrok" if weg else "Vertrekt"

    @property
    def loopt_af(self) -> list[str]:
        """What runs towards the end of a contract that is not over."""
        lopend = (c for c in self.contracten if not c.periode.voorbij(self.op))
        return [zin for contract in lopend if (zin := loopt_af(contract, self.op))]

    @property
    def is_vertrokken(self) -> bool:
        return is_vertrokken(self.contracten, self.op)

    @property
    def getoond_traject(self) -> Traject | None:
        """The one that runs; of who left the last that ended."""
        return self.traject or (self.vorig_traject if self.is_vertrokken else None)

    @property
    def vervangers(self) -> list[Vervanger]:
        """Who stands in for the counsellor today."""
        alle = lees_vervangers(self.werknemer.vervangers)  # type: ignore[attr-defined]
        return [vervanger for vervanger in alle if vervanger.eerste_dag <= self.op]

    @property
    def lopende_aanvragen(self) -> list[Verhaalregel]:
        """What somebody still has to decide."""
        return verhaal(wat for wat in self.gebeurtenissen if wat.loopt)

    @property
    def laatste_notitie(self) -> date | None:
        return self.notities[0][1] if self.notities else None

    @property
    def premie(self) -> str:
        """The wage premium now and its next step, in words; "" when there is none.

        No contract, no premium: who left has none.
        """
        if self.is_vertrokken:
            return ""
        nu = [schijf for _, verloop in self.adviezen if (schijf := verloop.op(self.op))]
        straks = [
            schijf for _, verloop in self.adviezen if (schijf := verloop.volgende_na(self.op))
        ]
        volgende = min(straks, key=lambda schijf: schijf.periode, default=None)
        if volgende is None:
            return "".join(f"{schijf.percentage} % tot het einde" for schijf in nu)
        delen = [f"{schijf.percentage} %" for schijf in nu]
        delen.append(f"{volgende.percentage} % vanaf {datum_voluit(volgende.periode.van)}")
        return ", dan ".join(delen)

    def tijdlijn(self, mijlpalen: Sequence[Mijlpaal]) -> Tijdlijn:
        """The course of everything; no `mijlpalen` for who may not see plans."""
        return stel_tijdlijn_samen(
            titel=f"Tijdlijn van {self.werknemer.naam}",
            op=self.op,
            beloop=Beloop(
                self.contracten,
                self.adviezen,
                self.gebeurtenissen,
                [einde for c in self.contracten for einde in c.eindes.all()],
            ),
            gesprekken=[dag for soort, dag in self.notities if soort == SoortNotitie.GESPREK],
            traject=self.traject,
            mijlpalen=mijlpalen,
        )


def lees_werknemer(
    gebruiker: Gebruiker, pk: int, *, met_insz: bool = False, erbij: tuple[Erbij, ...] = ()
) -> Werknemer:
    """A visible employee with what `stel_beeld_samen` reads, in a fixed number of queries; `erbij`
    are functions of a module, whose expressions are annotated. Raises Werknemer.DoesNotExist."""
    # An address can name a number that no column holds.
    gevonden = _vraag(met_insz, erbij)(gebruiker, vandaag(), pk) if pk <= GROOTSTE else []
    if not gevonden:
        raise Werknemer.DoesNotExist
    return _met_reeksen(gevonden[0])


def _met_reeksen(rij: Any) -> Werknemer:
    """What came along stands where it is asked for."""
    leg_klaar(rij, "contracten", [_contract(**contract) for contract in rij.contractrijen])
    leg_klaar(rij, "adviezen", als_adviezen(rij.adviesrijen))
    leg_klaar(rij, "trajecten", [_traject(**traject) for traject in rij.trajectrijen])
    uitstromen = [_uitstroom(**uitstroom) for uitstroom in rij.uitstroomrijen or ()]
    leg_klaar(rij, "uitstromen", uitstromen)
    return cast(Werknemer, rij)


def _contract(
    rij: dict[str, Any], dienst: str, einden: list[dict[str, Any]]
) -> Arbeidsovereenkomst:
    contract = als_record(Arbeidsovereenkomst, rij)
    contract.dienst = Dienst(pk=contract.dienst_id, naam=dienst)
    leg_klaar(contract, "eindes", als_records(Contracteinde, einden))
    return contract


def _traject(rij: dict[str, Any], doelen: list[dict[str, Any]]) -> Traject:
    traject = als_record(Traject, rij)
    leg_klaar(traject, "jobdoelwitten", als_records(Jobdoelwit, doelen))
    return traject


def _uitstroom(rij: dict[str, Any], naar: str | None) -> Uitstroom:
    uitstroom = als_record(Uitstroom, rij)
    if naar is not None:
        uitstroom.werkgever = Werkgever(pk=uitstroom.werkgever_id, naam=naar)
    return uitstroom


@lru_cache(maxsize=_PAGINAS)
def _vraag(met_insz: bool, erbij: tuple[Erbij, ...]) -> Callable[..., list[Werknemer]]:
    def bouw(gebruiker: HeeftRol, op: date, pk: int) -> WerknemerQuerySet:
        leesbaar = Notitie.objects.zichtbaar_voor(gebruiker).geldend()
        weg = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(werknemer=OuterRef("pk"))
        alles = (
            Werknemer.objects.zichtbaar_voor(gebruiker)
            .filter(pk=pk)
            .annotate(
                vervangers=vervangers_van(OuterRef("begeleider"), op),
                notitierijen=mee(leesbaar.filter(werknemer=OuterRef("pk")), "soort", "datum"),
                uitstroomrijen=mee(weg, rij=HeleRij(), naar=F("werkgever__naam")),
                **_reeksen(),
            )
        )
        for meer in erbij:
            alles = alles.annotate(**meer(gebruiker))
        volledig = alles.met_insz() if met_insz else alles
        return volledig.select_related("organisatie", "begeleider", "begeleidingsteam")

    return per_rol(bouw)


def _reeksen() -> dict[str, Meelijst]:
    """Contracts, advice with its packages, and trajectories of an employee who is visible."""
    contracten = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("pk"))
    einden = Contracteinde.objects.geldend().filter(contract=OuterRef("pk"))
    adviezen = Adviesperiode.objects.filter(werknemer=OuterRef("pk"))
    trajecten = Traject.objects.filter(werknemer=OuterRef("pk"))
    doelen = mee_heel(Jobdoelwit.objects.filter(traject=OuterRef("pk")))
    return {
        "contractrijen": mee(
            contracten, rij=HeleRij(), dienst=F("dienst__naam"), einden=mee(einden, *_EINDE)
        ),
        "adviesrijen": adviezen_erbij(adviezen),
        "gebeurtenisrijen": gebeurtenissen_erbij(),
        "pakketrijen": startpakketten_erbij(),
        "trajectrijen": mee(trajecten, rij=HeleRij(), doelen=doelen),
    }


def stel_beeld_samen(werknemer: Werknemer, gebruiker: Gebruiker, op: date) -> Werknemerbeeld:
    """The image of an employee that came from `lees_werknemer`."""
    adviezen = list(werknemer.adviezen.all())
    pakketten = als_startpakketten(werknemer.pakketrijen)  # type: ignore[attr-defined]
    trajecten = list(werknemer.trajecten.all()) if mag_plan_zien(gebruiker) else []
    notities = werknemer.notitierijen or ()  # type: ignore[attr-defined]
    contracten = tuple(werknemer.contracten.all())
    return Werknemerbeeld(
        werknemer=werknemer,
        op=op,
        ondersteuning=bepaal(adviezen, op),
        uitleg=leg_uit(adviezen, op),
        contracten=contracten,
        adviezen=tuple((advies, verloop_van(advies, pakketten)) for advies in adviezen),
        traject=next((traject for traject in trajecten if traject.loopt), None),
        vorig_traject=next((traject for traject in trajecten if not traject.loopt), None),
        gebeurtenissen=tuple(als_gebeurtenissen(werknemer.gebeurtenisrijen)),  # type: ignore[attr-defined]
        uitstroom=vertrek_van(werknemer.uitstromen.all(), contracten, op),
        notities=tuple((rij["soort"], date.fromisoformat(rij["datum"])) for rij in notities),
    )
