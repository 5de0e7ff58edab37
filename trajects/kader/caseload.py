"""The employees of a user with their support, contract and running trajectory: one composed read.

The list, the dashboard and Vandaag all start from `caseload`, so a count and the list that it links
to cannot differ. The address of the list, with what it means here:

    /werknemers/?horizon=3m&horizon=6m   in_horizon(Horizon("3m"), Horizon("6m"), op=op)
    kwartaal=2027-K1,2027-K2             eindigt_in(Kwartaal(2027, 1), Kwartaal(2027, 2))
    dienst=<pk>                          werkt_bij(pk, op): any contract of that day counts
    begeleider=<pk>, begeleider=geen     with this counsellor, without one
    zonder_begeleiding=on                 whom nobody serves on the day (WerknemerQuerySet)
    fase=jobmatching&fase=geen           in_fase(Fase.JOBMATCHING, of_zonder_traject=True)
    zonder_jobdoelwit=on                 zonder_jobdoelwit()
    klaar=stage                          klaar_voor(Klaar.STAGE)
    in_dienst=alle, in_dienst=uit        also, or only, those without a contract on the day
    zoek=amina                           zoek("amina")
    op=2027-01-01                        the day; today when absent
    sorteer=-naam                        gesorteerd("-naam")

`filters.werknemers.WerknemerFilter` applies them, and is what a link to the list must go by.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.lookups import Unaccent
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    FilteredRelation,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Lower
from django.db.models.lookups import Exact, In

from gebruikers.domein.vragen import in_een_rij, per_rol
from gebruikers.models import Gebruiker
from gebruikers.models.gebruiker import naam_van
from gebruikers.rechten import HeeftRol
from gedeeld.ernst import Ernst
from gedeeld.kwartaal import Kwartaal
from trajects.kader.horizon import Einde, einde_van, voorwaarde
from trajects.keuzes import EINDFASEN, Fase, Horizon, Klaar
from trajects.models import Jobdoelwit, Notitie, Overdracht, Stage
from trajects.rechten import mag_plan_zien
from werknemers.models import Arbeidsovereenkomst, Werknemer
from werknemers.models.werknemer import WerknemerQuerySet
from werknemers.models.zichtbaarheid import NIEMAND
from werknemers.rechten import ziet_alle_werknemers

# In the address of the list: without counsellor, without trajectory.
ZONDER: Final = "geen"
# In one expression, which the database then works out once.
ZONDER_JOBDOELWIT: Final = Q(Exact(Coalesce("jobdoelwit", Value("")), Value("")))


class CaseloadQuerySet(WerknemerQuerySet):
    """Employees with `steun`, `steun_tot`, `slotadvies_id`, `diensten`, `fase`,
    `traject_id`, `jobdoelwit`, `beoogde_uitstroom`, `traject_gestart_op` and `begeleider_naam`.

    Start from `caseload`; the methods below stand on its annotations.
    """

    def met_traject(self) -> Self:
        """Annotate the running trajectory (`TrajectQuerySet.lopend`); None when there is none.

        At most one runs (constraint `traject_een_lopend`), so the join adds no rows.
        """
        doel = Jobdoelwit.objects.actief().filter(traject=OuterRef("lopend__pk")).order_by()
        return self.alias(
            lopend=FilteredRelation(
                "trajecten",
                condition=~Q(trajecten__fase__in=EINDFASEN)
                & Q(trajecten__organisatie=F("organisatie")),
            ),
        ).annotate(
            traject_id=F("lopend__pk"),
            fase=F("lopend__fase"),
            jobdoelwit=Subquery(doel.values("titel")[:1]),
            beoogde_uitstroom=F("lopend__beoogde_uitstroom"),
            traject_gestart_op=F("lopend__gestart_op"),
        )

    def met_verborgen_traject(self) -> Self:
        """The same annotations, all None, for who may not see the plan."""
        return self.annotate(
            traject_id=Value(None, IntegerField()),
            fase=Value(None, CharField()),
            jobdoelwit=Value(None, CharField()),
            beoogde_uitstroom=Value(None, DateField()),
            traject_gestart_op=Value(None, DateField()),
        )

    def met_namen(self, op: date) -> Self:
        """Annotate `begeleider_naam` ("" without one) and `diensten`, every service of the day, the
        latest contract first."""
        contracten = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("pk")).op(op)
        return self.annotate(
            begeleider_naam=naam_van("begeleider__"),
            diensten=ArraySubquery(
                contracten.order_by("-periode__startswith", "-pk").values("dienst__naam")
            ),
        )

    def met_laatste_notitie(self, gebruiker: HeeftRol) -> Self:
        """Annotate `laatste_notitie`, the date of the latest note that this user may see."""
        notities = Notitie.objects.zichtbaar_voor(gebruiker).geldend()
        # The first that an index on day gives; a maximum would read them all.
        laatste = notities.filter(werknemer=OuterRef("pk")).order_by("-datum")
        return self.annotate(laatste_notitie=Subquery(laatste.values("datum")[:1]))

    def in_horizon(self, *horizons: Horizon, op: date) -> Self:
        """In one of these buckets on the day; for one employee: `horizon.horizon_van`."""
        conditie = NIEMAND
        for horizon in horizons:
            conditie |= voorwaarde(horizon, op)
        return self.filter(conditie)

    def eindigt_in(self, *kwartalen: Kwartaal) -> Self:
        """Whose support ends, or ended, in one of these quarters."""
        conditie = NIEMAND
        for kwartaal in kwartalen:
            periode = kwartaal.periode
            conditie |= Q(steun_tot__gt=periode.van, steun_tot__lte=periode.tot)
        return self.filter(conditie)

    def in_fase(self, *fasen: Fase, of_zonder_traject: bool = False) -> Self:
        """With a running trajectory in one of these phases, or perhaps without any."""
        zonder = Q(traject_id=None) if of_zonder_traject else NIEMAND
        return self.filter(Q(fase__in=fasen) | zonder)

    def zonder_jobdoelwit(self) -> Self:
        """No running trajectory, or one without a goal yet."""
        return self.filter(ZONDER_JOBDOELWIT)

    def klaar_voor(self, stap: Klaar) -> Self:
        """Who has taken this step on the way out: a target, a search, a placement, a hand-over."""
        return self.filter(klaar_voorwaarde(stap))

    def met_diensten(self, op: date) -> Self:
        """Annotate `dienstsleutels`, the keys of every service of the day in their order.

        The same rule as `werkt_bij`: who works in two services counts in both.
        """
        contracten = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("pk")).op(op)
        diensten = contracten.order_by("dienst").values("dienst").distinct()
        return self.annotate(dienstsleutels=ArraySubquery(diensten))

    def gesorteerd(self, sleutel: str) -> Self:
        """By a key of `SORTERINGEN`, "-" before it turns it around; empty values always last.

        By "einde": who is past it on top, then the soonest end.
        """
        omgekeerd = sleutel.startswith("-")
        velden = (
            veld.desc(nulls_last=True) if omgekeerd else veld.asc(nulls_last=True)
            for veld in SORTERINGEN[sleutel.removeprefix("-")]
        )
        return self.order_by(*velden, *_OP_NAAM, "pk")


def klaar_voorwaarde(stap: Klaar) -> Q:
    """The condition of `CaseloadQuerySet.klaar_voor`, on its annotations.

    Only what happened, or is planned, since the running trajectory began.
    """
    sinds = OuterRef("traject_gestart_op")
    stages = Stage.objects.filter(werknemer=OuterRef("pk"), periode__endswith__gt=sinds)
    overdrachten = Overdracht.objects.filter(
        Q(gesprek_gepland_op__gte=sinds) | Q(gesprek_gehouden_op__gte=sinds),
        werknemer=OuterRef("pk"),
    )
    voorwaarden = {
        Klaar.JOBDOELWIT: ~ZONDER_JOBDOELWIT,
        Klaar.JOBMATCHING: Q(fase__in=(Fase.JOBMATCHING, Fase.STAGE, Fase.NAZORG)),
        Klaar.STAGE: Q(Exists(stages)),
        Klaar.OVERDRACHT: Q(Exists(overdrachten)),
    }
    return voorwaarden[stap]


# The order of a dictionary, whatever the collation of the database: Çelik stands before Dewit.
_OP_NAAM: Final = (Lower(Unaccent("familienaam")), Lower(Unaccent("voornaam")))
_FASEVOLGORDE: Final = Case(
    *(When(fase=fase, then=Value(plaats)) for plaats, fase in enumerate(Fase)),
    output_field=IntegerField(),
)
SORTERINGEN: Final[dict[str, tuple[F | Case | Lower, ...]]] = {
    "einde": (F("steun_tot"),),
    "naam": _OP_NAAM,
    "dienst": (Lower(Unaccent("diensten__0")),),
    "fase": (_FASEVOLGORDE,),
}


def caseload(gebruiker: HeeftRol, op: date, *, ook_uit_dienst: bool = False) -> CaseloadQuerySet:
    """Whom this user may see, in service on `op`, with all annotations, soonest end first.

    Visibility is that of today, also for another `op`: a stand-in of the past sees nothing now.
    """
    zichtbaar = CaseloadQuerySet(Werknemer).defer("insz", "zoekregel")
    zichtbaar = zichtbaar.zichtbaar_voor(gebruiker)
    if not ook_uit_dienst:
        zichtbaar = zichtbaar.in_dienst_op(op)
    zichtbaar = zichtbaar.met_ondersteuning(op).met_namen(op)
    if mag_plan_zien(gebruiker):
        zichtbaar = zichtbaar.met_traject()
    else:
        zichtbaar = zichtbaar.met_verborgen_traject()
    return zichtbaar.gesorteerd("einde")


def wie_eerst_stopt(gebruiker: HeeftRol, op: date, aantal: int) -> QuerySet[Any, Any]:
    """The keys of the first of `caseload`, to put in another query: what they show is then worked
    out for them alone."""
    return op_einde(gebruiker, op).values("pk")[:aantal]


def op_einde(gebruiker: HeeftRol, op: date) -> CaseloadQuerySet:
    """Those of `caseload` in its order, with nothing of them but their support."""
    mensen = CaseloadQuerySet(Werknemer).zichtbaar_voor(gebruiker)
    if ziet_alle_werknemers(gebruiker):
        in_dienst = mensen.filter(_in_dienst_samen(gebruiker, op))
    else:
        in_dienst = mensen.in_dienst_op(op)
    return in_dienst.met_ondersteuning(op).gesorteerd("einde")


def _in_dienst_samen(gebruiker: HeeftRol, op: date) -> Coalesce:
    """As `in_dienst_op`, for everybody of an organisation: its contracts are read in one go. Of a
    join PostgreSQL expects that nobody is left, and then looks up all else one by one."""
    contracten = Arbeidsovereenkomst.objects.filter(organisatie=gebruiker.organisatie_id).op(op)
    return Coalesce(In(F("pk"), contracten.order_by().values("werknemer")), Value(False))


def zonder_jobdoelwit_samen(gebruiker: HeeftRol) -> Q:
    """As `ZONDER_JOBDOELWIT`, for everybody of an organisation: its targets are read in one go."""
    doelen = Jobdoelwit.objects.actief().filter(organisatie=gebruiker.organisatie_id)
    met_doel = In(F("lopend__pk"), doelen.exclude(titel="").order_by().values("traject"))
    return ~Q(Coalesce(met_doel, Value(False)))


def een_van(sleutels: QuerySet[Any, Any]) -> Func:
    """The condition to be one of few. With `IN` PostgreSQL may look at everybody first, and only
    then who they are; an array it has before it begins."""
    return Func(
        F("pk"),
        ArraySubquery(sleutels),
        arg_joiner=" = ANY(",
        template="%(expressions)s)",
        output_field=BooleanField(),
    )


def aantal_in_dienst(gebruiker: Gebruiker, op: date) -> int:
    """How many `caseload` finds, without its annotations."""
    ((aantal,),) = _tel(gebruiker, op)
    return int(aantal)


@per_rol
def _tel(gebruiker: HeeftRol, op: date) -> QuerySet[Any, tuple[int, ...]]:
    return telling_in_dienst(gebruiker, op)


def telling_in_dienst(gebruiker: HeeftRol, op: date) -> QuerySet[Any, tuple[int, ...]]:
    """The query of `aantal_in_dienst`, to go along with another."""
    mensen = Werknemer.objects.zichtbaar_voor(gebruiker).in_dienst_op(op)
    return in_een_rij(mensen, aantal=Count("pk"))


def met_einde(rijen: Iterable[Any], op: date) -> list[tuple[Werknemer, Einde]]:
    """Each row of a caseload of that day with its end of support in words.

    Of who is not in service the end is no news, good or bad.
    """
    eindes = ((rij, einde_van(rij.steun, rij.steun_tot, op)) for rij in rijen)
    return [
        (rij, einde if rij.diensten else replace(einde, toestand=Ernst.RUSTIG))
        for rij, einde in eindes
    ]
