"""When a dossier is complete: each gap by itself, and the rule held to what the page reads."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from tests.fabrieken import (
    BijlageFactory,
    ContractFactory,
    DeelnameFactory,
    DoelFactory,
    NotitieFactory,
    OverdrachtFactory,
    PlanbesprekingFactory,
    TrajectFactory,
    UitstroomFactory,
    WerknemerFactory,
)
from tests.trajects.openheidsdossier.dossiermens import leg_uit, maak_compleet
from trajects.keuzes import Bestemming, Dossiergat, Fase, Standdeelname, Thema
from trajects.models import (
    Deelname,
    Doel,
    Jobdoelwit,
    Notitie,
    Overdracht,
    Passagetoelichting,
    Planbespreking,
    Traject,
    Uitstroom,
)
from trajects.openheid.contractopenheid import Contractopenheid, lees_openheid
from trajects.openheidsdossier.dossier import stel_dossier_samen
from trajects.openheidsdossier.volledigheid import gaten_van, met_gaten, onvolledig, voorwaarden
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)
VOORBIJ = Periode(date(2020, 1, 1), date(2021, 1, 1))


@pytest.fixture
def compleet(amina: Werknemer, begeleider: Gebruiker) -> Werknemer:
    return maak_compleet(amina, begeleider)


def test_somebody_with_everything_lacks_nothing(compleet: Werknemer) -> None:
    assert gaten_van(compleet, VANDAAG) == []


def test_somebody_with_nothing_lacks_everything_that_can_be_done(amina: Werknemer) -> None:
    assert gaten_van(amina, VANDAAG) == [
        Dossiergat.PASSAGE,
        Dossiergat.GESPREK,
        Dossiergat.JOBDOELWIT,
        Dossiergat.DOEL,
        Dossiergat.VORMING,
    ]


def _zonder_gesprek(wie: Werknemer) -> None:
    """Another note corrects it away, for a note never changes; it is about something else."""
    (oud,) = Notitie.objects.filter(werknemer=wie)
    NotitieFactory(werknemer=wie, auteur=oud.auteur, vervangt=oud, themas=[Thema.VORMING])


def _alleen_vertrouwelijk(wie: Werknemer) -> None:
    (oud,) = Notitie.objects.filter(werknemer=wie)
    NotitieFactory(
        werknemer=wie, auteur=oud.auteur, vervangt=oud, themas=[Thema.EINDDOEL], vertrouwelijk=True
    )


def _attest(wie: Werknemer) -> None:
    Deelname.objects.filter(werknemer=wie).update(attest="attest HACCP")


def _attest_met_bestand(wie: Werknemer) -> None:
    _attest(wie)
    deelname = Deelname.objects.get(werknemer=wie)
    BijlageFactory(notitie=None, deelname=deelname, door=wie.begeleider)


def _vertrekt(wie: Werknemer) -> None:
    UitstroomFactory(werknemer=wie, datum=date(2026, 12, 31))


def _vertrekt_na_overdracht(wie: Werknemer) -> None:
    _vertrekt(wie)
    OverdrachtFactory(werknemer=wie)


def _teruggekomen(wie: Werknemer) -> None:
    UitstroomFactory(werknemer=wie, datum=date(2023, 6, 30))


def _naar_pensioen(wie: Werknemer) -> None:
    UitstroomFactory(werknemer=wie, datum=date(2026, 12, 31), bestemming=Bestemming.PENSIOEN)


def _nieuw_traject(wie: Werknemer) -> None:
    Traject.objects.filter(werknemer=wie).update(fase=Fase.STOPGEZET)
    TrajectFactory(werknemer=wie, gestart_op=date(2026, 9, 1), jobdoelwit="kok")


def _traject_voorbij(wie: Werknemer) -> None:
    """Nothing is left to go through."""
    Planbespreking.objects.filter(werknemer=wie).delete()
    Traject.objects.filter(werknemer=wie).update(fase=Fase.AFGEROND)


def _oud_contract(wie: Werknemer) -> None:
    ContractFactory(werknemer=wie, periode=VOORBIJ)


def _tweede_contract(wie: Werknemer) -> None:
    ContractFactory(werknemer=wie)


@pytest.mark.parametrize(
    ("gebeurt", "ontbreekt"),
    [
        (lambda w: Passagetoelichting.objects.all().delete(), [Dossiergat.PASSAGE]),
        (
            lambda w: Passagetoelichting.objects.update(
                passage=None, uitgelegd_op=None, erkend_op=None
            ),
            [Dossiergat.PASSAGE],
        ),
        (
            lambda w: Passagetoelichting.objects.update(uitgelegd_op=None, erkend_op=None),
            [Dossiergat.UITLEG],
        ),
        (lambda w: Passagetoelichting.objects.update(erkend_op=None), [Dossiergat.BEVESTIGING]),
        (_zonder_gesprek, [Dossiergat.GESPREK]),
        (_alleen_vertrouwelijk, [Dossiergat.GESPREK]),
        (lambda w: Jobdoelwit.objects.all().delete(), [Dossiergat.JOBDOELWIT]),
        (lambda w: Doel.objects.all().delete(), [Dossiergat.DOEL]),
        (lambda w: Planbespreking.objects.all().delete(), [Dossiergat.BESPREKING]),
        (lambda w: Planbespreking.objects.update(antwoord="nee", ondertekend_op=None), []),
        (_nieuw_traject, [Dossiergat.BESPREKING]),
        (_traject_voorbij, []),
        (lambda w: Deelname.objects.all().delete(), [Dossiergat.VORMING]),
        (lambda w: Deelname.objects.update(stand=Standdeelname.AFWEZIG), [Dossiergat.VORMING]),
        (_attest, [Dossiergat.ATTEST]),
        (_attest_met_bestand, []),
        (_vertrekt, [Dossiergat.OVERDRACHT]),
        (_vertrekt_na_overdracht, []),
        (_teruggekomen, []),
        (_naar_pensioen, []),
        (_oud_contract, []),
        (_tweede_contract, [Dossiergat.PASSAGE]),
    ],
)
def test_each_gap_comes_and_goes_by_itself(
    compleet: Werknemer, gebeurt: Callable[[Werknemer], object], ontbreekt: list[Dossiergat]
) -> None:
    gebeurt(compleet)
    assert gaten_van(compleet, VANDAAG) == ontbreekt


def test_of_who_left_the_last_contract_counts(amina: Werknemer, begeleider: Gebruiker) -> None:
    maak_compleet(amina, begeleider, periode=VOORBIJ)
    ContractFactory(werknemer=amina, periode=Periode(date(2019, 1, 1), date(2020, 1, 1)))
    assert gaten_van(amina, VANDAAG) == []
    Passagetoelichting.objects.update(erkend_op=None)
    assert gaten_van(amina, VANDAAG) == [Dossiergat.BEVESTIGING]


def test_what_somebody_else_has_fills_no_gap(compleet: Werknemer, organisatie: Organisatie) -> None:
    ander = WerknemerFactory(organisatie=organisatie)
    assert Dossiergat.GESPREK in gaten_van(ander, VANDAAG)
    assert gaten_van(compleet, VANDAAG) == []


# --- over random people ----------------------------------------------------------------------


def _iemand(organisatie: Organisatie, auteur: Gebruiker, kans: Random) -> Werknemer:
    """With each thing or without it, as chance has it."""
    wie = WerknemerFactory(organisatie=organisatie, begeleider=auteur)

    def soms(doe: Callable[[], object]) -> None:
        if kans.random() < 0.6:
            doe()

    def contract(van: date, tot: date | None) -> None:
        gemaakt = ContractFactory(werknemer=wie, periode=Periode(van, tot))
        stand = kans.choice(
            [None, {}, {"erkend_op": None}, {"erkend_op": None, "uitgelegd_op": None}]
        )
        if stand is not None:
            leg_uit(gemaakt, **stand)

    soms(lambda: contract(date(2024, 1, 1), kans.choice([None, date(2026, 6, 1)])))
    soms(lambda: contract(date(2022, 1, 1), kans.choice([None, date(2023, 1, 1)])))
    for geheim in (True, False):
        soms(lambda geheim=geheim: NotitieFactory(
            werknemer=wie, auteur=auteur, vertrouwelijk=geheim,
            themas=kans.choice([[Thema.EINDDOEL], [Thema.VORMING, Thema.EINDDOEL], [Thema.TAAL]]),
        ))  # fmt: skip
    fase = kans.choice([Fase.VOORTRAJECT, Fase.NAZORG, Fase.AFGEROND])
    traject = TrajectFactory(werknemer=wie, fase=fase, jobdoelwit=kans.choice(["kok", ""]))
    soms(lambda: DoelFactory(traject=traject))
    for dag in (date(2024, 1, 31), date(2024, 2, 1)):
        soms(lambda dag=dag: PlanbesprekingFactory(werknemer=wie, besproken_op=dag))
    for _ in range(kans.randrange(3)):
        deelname = DeelnameFactory(
            werknemer=wie,
            stand=kans.choice(Standdeelname.values),
            vorming__geannuleerd=kans.random() < 0.3,
            attest=kans.choice(["", "attest"]),
        )
        soms(lambda d=deelname: BijlageFactory(notitie=None, deelname=d, door=auteur))
    dag = kans.choice([date(2021, 12, 31), date(2026, 12, 31)])
    soms(lambda: UitstroomFactory(
        werknemer=wie, datum=dag, bestemming=kans.choice(Bestemming.values)
    ))  # fmt: skip
    soms(lambda: OverdrachtFactory(werknemer=wie))
    return wie


def _in_python(wie: Werknemer, lezer: Gebruiker) -> list[Dossiergat]:
    """The same from what the pages of one employee read, without a condition in SQL."""
    stukken = stel_dossier_samen(wie, VANDAAG).stukken
    soorten = {stuk.sleutel.partition("-")[0] for stuk in stukken}
    deelnames = list(wie.deelnames.select_related("vorming").prefetch_related("bijlagen"))
    gevolgd = [
        d for d in deelnames if d.stand != Standdeelname.AFWEZIG and not d.vorming.geannuleerd
    ]
    kaal = [d for d in deelnames if d.attest and not d.bijlagen.all()]
    rijen = lees_openheid(wie, lezer, VANDAAG).contracten
    begonnen = [rij.contract.periode.van for rij in rijen]
    vertrek = any(
        u.bestemming in {Bestemming.REGULIER, Bestemming.SOCIAAL, Bestemming.COLLECTIEF}
        and not any(van > u.datum for van in begonnen)
        for u in Uitstroom.objects.filter(werknemer=wie)
    )
    overdracht = Overdracht.objects.filter(werknemer=wie).exists()
    besproken = [stuk.op for stuk in stukken if stuk.sleutel.startswith("bespreking-")]
    niet_besproken = any(
        t.loopt and all(op is None or op < t.gestart_op for op in besproken)
        for t in wie.trajecten.all()
    )
    stappen = {_stap(rij) for rij in rijen if _telt(rij, max(begonnen))} if rijen else {"passage"}
    er_is = {
        **{gat: gat.value not in stappen for gat in list(Dossiergat)[:3]},
        Dossiergat.GESPREK: "gesprek" in soorten,
        Dossiergat.JOBDOELWIT: "jobdoelwit" in soorten,
        Dossiergat.DOEL: "doel" in soorten,
        Dossiergat.BESPREKING: not niet_besproken,
        Dossiergat.VORMING: bool(gevolgd),
        Dossiergat.ATTEST: not kaal,
        Dossiergat.OVERDRACHT: overdracht or not vertrek,
    }
    return [gat for gat in Dossiergat if not er_is[gat]]


def _telt(rij: Contractopenheid, laatste: date) -> bool:
    return not rij.contract.periode.voorbij(VANDAAG) or rij.contract.periode.van == laatste


def _stap(rij: Contractopenheid) -> str:
    """The first thing that is still to be done for a contract; "" when it is done."""
    if rij.toelichting is None or rij.passage is None:
        return "passage"
    if rij.toelichting.uitgelegd_op is None:
        return "uitleg"
    return "" if rij.compleet else "bevestiging"


def test_one_rule_for_one_person_and_for_all(
    organisatie: Organisatie, begeleider: Gebruiker
) -> None:
    kans = Random(23112026)
    mensen = [_iemand(organisatie, begeleider, kans) for _ in range(60)]
    verwacht = {wie.pk: _in_python(wie, begeleider) for wie in mensen}
    allen = Werknemer.objects.filter(organisatie=organisatie)
    samen = dict(met_gaten(allen, VANDAAG, organisatie.pk).values_list("pk", "ontbreekt"))
    assert samen == verwacht
    for gat, conditie in voorwaarden(VANDAAG, organisatie.pk).items():
        gevonden = set(allen.filter(conditie).values_list("pk", flat=True))
        assert gevonden == {pk for pk, gaten in verwacht.items() if gat in gaten}, gat
    met_gat = set(allen.filter(onvolledig(VANDAAG, organisatie.pk)).values_list("pk", flat=True))
    assert met_gat == {pk for pk, gaten in verwacht.items() if gaten}
    assert {gat for gaten in verwacht.values() for gat in gaten} == set(Dossiergat)


def test_the_page_shows_the_gaps_of_the_list(compleet: Werknemer) -> None:
    _vertrekt(compleet)
    assert stel_dossier_samen(compleet, VANDAAG).gaten == (Dossiergat.OVERDRACHT,)
