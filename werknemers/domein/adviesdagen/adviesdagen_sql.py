"""What `uitkijk`, `bijsturing` and `aanvraag` say of one advice, for many at once, in SQL."""

from typing import Any, Final, TypeVar

from django.db.models import (
    BooleanField,
    Case,
    DateField,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from gedeeld.dagsommen import MaandenLater
from regels.keuzes import IN_KWARTALEN, NIET_VERLENGBAAR, TERMIJN_IN_JAREN, SoortAdvies
from werknemers.keuzes import WIJZIGT_ADVIES, Adviesstap, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Premieschijf

Adviezen = TypeVar("Adviezen", bound=QuerySet[Any])
_NIET: Final = (*NIET_VERLENGBAAR, SoortAdvies.LDE_OVERGANG)


def verlengbare_adviezen() -> QuerySet[Any]:
    """Of a kind that can be extended or adjusted, with `gestopt`: a decision ended it early,
    `vervolgd`: another one follows the day after, and `gevraagd`: an extension was asked."""
    volgend = Adviesperiode.objects.filter(
        organisatie=OuterRef("organisatie"),
        werknemer=OuterRef("werknemer"),
        periode__startswith=OuterRef("periode__endswith"),
    )
    adviezen: QuerySet[Any] = Adviesperiode.objects.exclude(soort__in=_NIET).annotate(
        gestopt=_gestopt(),
        vervolgd=Exists(volgend),
        gevraagd=Exists(_gevraagd(Adviesstap.VERLENGING)),
    )
    return adviezen


def _gestopt() -> Case:
    """As `adviesloop.is_gestopt`: it ends on another day than that until which it was granted."""
    jaren = Case(
        *(When(soort=soort, then=Value(12 * jaar)) for soort, jaar in TERMIJN_IN_JAREN.items())
    )
    vol = MaandenLater("periode__startswith", jaren)
    eigen = Premieschijf.objects.filter(advies=OuterRef("pk"), gebeurtenis=None).order_by()
    tot = eigen.values("advies").annotate(tot=Max("periode__endswith")).values("tot")
    laatste = Coalesce(Subquery(tot), F("periode__endswith"), output_field=DateField())
    vast = Q(soort__in=TERMIJN_IN_JAREN)
    anders = Value(True)
    return Case(
        When(vast & ~Q(periode__endswith=vol), then=anders),
        When(~vast & ~Q(periode__endswith=laatste), then=anders),
        default=Value(False),
        output_field=BooleanField(),
    )


def met_evaluatie(adviezen: Adviezen) -> Adviezen:
    """With `geevalueerd`, the day of the last evaluation, and `bijsturing_gevraagd`: an adjustment
    or an evaluation is on file that nobody withdrew or that still has to be decided."""
    over = _gebeurtenissen().filter(Q(advies=OuterRef("pk")) | Q(vervolgadvies=OuterRef("pk")))
    besloten = over.filter(soort=Adviesstap.EVALUATIE, besluitdatum__isnull=False)
    laatste = besloten.values("werknemer").annotate(dag=Max("besluitdatum")).values("dag")
    begin = When(soort=SoortAdvies.IMW_NA_EVALUATIE, then=F("besluitdatum"))
    bijgestuurd = _gevraagd(Adviesstap.BIJSTURING)
    loopt = _gevraagd(*WIJZIGT_ADVIES).filter(uitkomst="")
    return adviezen.annotate(
        geevalueerd=Coalesce(Subquery(laatste), Case(begin), output_field=DateField()),
        bijsturing_gevraagd=Exists(bijgestuurd) | Exists(loopt),
    )


def met_ketenbegin(adviezen: Adviezen) -> Adviezen:
    """With `keten_van`, as `begeleidingstelling.ketenbegin`: the first day of the unbroken chain of
    IMW advice that it is part of."""
    imw = Adviesperiode.objects.filter(
        organisatie=OuterRef("organisatie"), werknemer=OuterRef("werknemer"), soort__in=IN_KWARTALEN
    )
    ervoor = imw.filter(periode__endswith=OuterRef("periode__startswith"))
    eerste = imw.filter(periode__startswith__lte=OuterRef("periode__startswith")).exclude(
        Exists(ervoor)
    )
    laatste = eerste.order_by("-periode__startswith").values("periode__startswith")
    return adviezen.annotate(keten_van=Subquery(laatste[:1], output_field=DateField()))


def met_vorig_niveau(adviezen: Adviezen) -> Adviezen:
    """With `vorig_niveau`, the level of guidance with which the advice before it ended; null when
    it is the first one."""
    besluiten = Premieschijf.objects.filter(
        organisatie=OuterRef("organisatie"),
        advies=OuterRef("pk"),
        gebeurtenis__isnull=False,
        periode__startswith__lt=OuterRef("periode__endswith"),
    ).order_by("-gebeurtenis__besluitdatum", "-gebeurtenis")
    besloten = Subquery(besluiten.values("gebeurtenis__begeleidingsniveau")[:1])
    vorige = Adviesperiode.objects.filter(
        organisatie=OuterRef("organisatie"),
        werknemer=OuterRef("werknemer"),
        soort__in=IN_KWARTALEN,
        periode__startswith__lt=OuterRef("periode__startswith"),
    ).order_by("-periode__startswith")
    niveau = vorige.annotate(eind=Coalesce(besloten, "begeleidingsniveau")).values("eind")
    return adviezen.annotate(vorig_niveau=Subquery(niveau[:1]))


def _gevraagd(*soorten: Adviesstap) -> QuerySet[Adviesgebeurtenis]:
    """What was asked about an advice and not withdrawn, without the request that gave it."""
    zelf = Q(vervolgadvies__isnull=False, vervolgadvies=OuterRef("pk"))
    return (
        _gebeurtenissen()
        .filter(advies=OuterRef("pk"), soort__in=soorten)
        .exclude(uitkomst=Stapuitkomst.INGETROKKEN)
        .exclude(zelf)
    )


def _gebeurtenissen() -> QuerySet[Adviesgebeurtenis]:
    return Adviesgebeurtenis.objects.filter(
        organisatie=OuterRef("organisatie"), werknemer=OuterRef("werknemer")
    ).order_by()
