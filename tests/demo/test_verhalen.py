"""The stories of the demo: told on the days on which they happened, up to where they stand now."""

import pytest
from django.db.models import F

from demo.logins import DEMO
from demo.verhalen import VERHALEN
from gedeeld.tijd import vandaag
from trajects.kader.duurzaam import is_duurzaam
from trajects.keuzes import Bestemming, Fase, Standactie, Standdeelname, Standsollicitatie
from trajects.models import (
    Actie,
    Begeleiderswissel,
    Competentiescore,
    Deelname,
    Fasewissel,
    Jobdoelwit,
    Notitie,
    Passagetoelichting,
    Planbespreking,
    Randvoorwaarde,
    Stage,
    Uitstroom,
)
from trajects.openheidsdossier.volledigheid import gaten_van
from werknemers.models import Werknemer


@pytest.fixture
def mensen(demo: str, db: None) -> dict[str, Werknemer]:
    rijen = Werknemer.objects.filter(organisatie__code=DEMO)
    return {werknemer.personeelsnummer: werknemer for werknemer in rijen}


def fasen(werknemer: Werknemer) -> list[str]:
    wissels = Fasewissel.objects.filter(traject__werknemer=werknemer).order_by("pk")
    return [wissel.naar for wissel in wissels]


def test_every_story_is_where_it_belongs(mensen: dict[str, Werknemer]) -> None:
    assert len(VERHALEN) >= 6
    amina, farid, wim, hilde = (mensen[nummer] for nummer in ("L060", "L050", "L014", "L075"))
    assert fasen(amina) == [Fase.VOORTRAJECT, Fase.JOBMATCHING]
    loopt = [Fase.VOORTRAJECT, Fase.JOBMATCHING, Fase.STAGE, Fase.NAZORG, Fase.AFGEROND]
    assert fasen(farid) == loopt
    assert fasen(wim) == [Fase.VOORTRAJECT, Fase.NAZORG, Fase.STOPGEZET]
    assert fasen(hilde)[-2:] == [Fase.STOPGEZET, Fase.VOORTRAJECT]

    assert is_duurzaam(Uitstroom.objects.get(werknemer=farid).nazorg.all(), 52) is True
    assert is_duurzaam(Uitstroom.objects.get(werknemer=hilde).nazorg.all(), 13) is False
    assert hilde.contracten.count() == 2
    nadia = Uitstroom.objects.get(werknemer=mensen["L073"])
    assert nadia.datum >= vandaag()
    assert nadia.traject is not None
    assert nadia.traject.fase == Fase.NAZORG
    assert Passagetoelichting.objects.filter(contract__werknemer=hilde).count() == 2
    assert mensen["L067"].adviezen.count() == 2
    assert Begeleiderswissel.objects.get().werknemer == mensen["L012"]


@pytest.mark.usefixtures("mensen")
def test_the_passage_was_there_on_the_day_on_which_it_was_explained() -> None:
    uitgelegd = Passagetoelichting.objects.exclude(uitgelegd_op=None)
    assert uitgelegd.exists()
    assert not uitgelegd.filter(uitgelegd_op__lt=F("passage__vanaf")).exists()


def test_the_openness_dossier_of_amina_is_complete(mensen: dict[str, Werknemer]) -> None:
    assert gaten_van(mensen["L060"], vandaag()) == []


def test_a_plan_that_works_out_can_be_followed_from_begin_to_end(
    mensen: dict[str, Werknemer],
) -> None:
    amina = mensen["L060"]
    besproken = Planbespreking.objects.filter(werknemer=amina).order_by("besproken_op")
    assert list(besproken.values_list("antwoord", flat=True)) == ["deels", "ja"]
    vorig, nu = Jobdoelwit.objects.filter(traject__werknemer=amina).order_by("pk")
    assert (vorig.tot, nu.actief) == (nu.van, True)
    assert vorig.reden_van_wijziging
    assert Competentiescore.objects.filter(werknemer=amina).values("datum").distinct().count() == 2
    mobiliteit = Randvoorwaarde.objects.get(werknemer=amina, thema="mobiliteit")
    assert [stand.stand for stand in mobiliteit.standen.order_by("pk")] == [
        "belemmering",
        "in_orde",
    ]
    gevolgd = Deelname.objects.get(werknemer=amina, stand=Standdeelname.AANWEZIG)
    assert gevolgd.attest == "Voedselveiligheid (HACCP)"
    assert Stage.objects.get(werknemer=amina).werkgever.naam == "Woonzorgcentrum Ter Linde"
    standen = amina.sollicitaties.order_by("datum").values_list("stand", flat=True)
    assert list(standen) == [Standsollicitatie.NIET, Standsollicitatie.GESPREK]
    overdracht = amina.overdrachten.get()
    assert overdracht.gesprek_gepland_op > vandaag()
    assert overdracht.toestemmingen.geldend().count() == 3


def test_who_is_behind_has_actions_that_are_late(mensen: dict[str, Werknemer]) -> None:
    open_ = Actie.objects.filter(werknemer=mensen["L002"], stand=Standactie.OPEN)
    assert open_.filter(tegen__lt=vandaag()).count() == 2


def test_nothing_in_a_story_happened_in_the_future(mensen: dict[str, Werknemer]) -> None:
    assert not Fasewissel.objects.filter(op__gt=vandaag()).exists()
    assert not Jobdoelwit.objects.filter(van__gt=vandaag()).exists()
    assert not Competentiescore.objects.filter(datum__gt=vandaag()).exists()
    assert not Notitie.objects.filter(datum__gt=vandaag()).exists()
    gevolgd = Deelname.objects.filter(stand=Standdeelname.AANWEZIG)
    assert gevolgd.count() == 5
    assert not gevolgd.filter(vorming__periode__startswith__gt=vandaag()).exists()


def test_who_has_no_story_went_somewhere_too(mensen: dict[str, Werknemer]) -> None:
    """One contract ended lately without a word about where to; of all others it is known."""
    weg = Werknemer.objects.filter(organisatie__code=DEMO).exclude(
        pk__in=Werknemer.objects.in_dienst_op(vandaag())
    )
    uitgestroomd = set(Uitstroom.objects.values_list("werknemer", flat=True))
    vertrokken = {w.pk for w in weg if w.contracten.filter(periode__endswith__lte=vandaag())}
    assert vertrokken - uitgestroomd == {mensen["L141"].pk}
    bestemmingen = set(Uitstroom.objects.values_list("bestemming", flat=True))
    assert {Bestemming.REGULIER, Bestemming.SOCIAAL, Bestemming.PENSIOEN} <= bestemmingen
