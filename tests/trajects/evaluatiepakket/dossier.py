"""An employee of whom everything is on file that an evaluation asks for."""

from datetime import date

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    BegeleidingsteamFactory,
    CompetentieFactory,
    CompetentiescoreFactory,
    ContractFactory,
    DeelnameFactory,
    DoelFactory,
    JobdoelwitFactory,
    NotitieFactory,
    PlanversieFactory,
    RandvoorwaardeFactory,
    SollicitatieFactory,
    StageFactory,
    TalentFactory,
    TrajectFactory,
    VerzoektekstFactory,
    VormingFactory,
    WerkgeverFactory,
)
from trajects.keuzes import (
    RANDVOORWAARDEN,
    Standactie,
    Standdeelname,
    Standrandvoorwaarde,
    Thema,
    Verzoekkop,
)
from werknemers.models import Werknemer

GEHEIM = "Zij vertelde dit in vertrouwen"


def vul_dossier(wie: Werknemer, begeleider: Gebruiker) -> Werknemer:
    """With something confidential beside all that may be shared."""
    ContractFactory(werknemer=wie, functie="keukenhulp", dienst__naam="Keuken")
    AdviesFactory(werknemer=wie)
    _plan(wie)
    _kunnen(wie, begeleider)
    _werk(wie)
    _gesprekken(wie, begeleider)
    BegeleidingsteamFactory(werknemer=wie, kwalificatie="bachelor sociaal werk")
    PlanversieFactory(werknemer=wie, op=date(2024, 2, 5), aanleiding="Opgemaakt bij de start")
    for kop in Verzoekkop:
        tekst = f"Dit schreven we over {kop.label}."
        VerzoektekstFactory(werknemer=wie, kop=kop, tekst=tekst, versie=begeleider)
    return wie


def _plan(wie: Werknemer) -> None:
    traject = TrajectFactory(werknemer=wie)
    JobdoelwitFactory(
        traject=traject, titel="kok", van=date(2025, 3, 3), wat_ontbreekt="Een attest hygiëne"
    )
    doel = DoelFactory(traject=traject, titel="Een gerecht bereiden")
    ActieFactory(werknemer=wie, traject=traject, doel=doel, wat="Recept lezen")
    gedaan = {"stand": Standactie.GEDAAN, "gedaan_op": date(2026, 5, 4)}
    ActieFactory(werknemer=wie, traject=traject, doel=doel, wat="Soep maken", **gedaan)


def _kunnen(wie: Werknemer, begeleider: Gebruiker) -> None:
    competentie = CompetentieFactory(organisatie=wie.organisatie, naam="Samenwerken")
    for dag, score in ((date(2025, 4, 1), 2), (date(2026, 4, 1), 3)):
        CompetentiescoreFactory(
            werknemer=wie, competentie=competentie, datum=dag, score_begeleider=score,
            score_werknemer=4, voorbeeld="Hielp in de spoelkeuken", door=begeleider,
        )  # fmt: skip
    TalentFactory(werknemer=wie, woorden="geduldig")
    for thema in RANDVOORWAARDEN:
        stand = Standrandvoorwaarde.IN_ORDE
        RandvoorwaardeFactory(werknemer=wie, thema=thema, stand=stand)
    vorming = VormingFactory(
        organisatie=wie.organisatie,
        titel="Hygiëne",
        periode=Periode(date(2026, 3, 2), date(2026, 3, 4)),
    )
    DeelnameFactory(
        werknemer=wie, vorming=vorming, stand=Standdeelname.AANWEZIG, attest="Hygiëne in de keuken"
    )


def _werk(wie: Werknemer) -> None:
    werkgever = WerkgeverFactory(organisatie=wie.organisatie, naam="De Linde")
    StageFactory(
        werknemer=wie, werkgever=werkgever, periode=Periode(date(2026, 9, 1), date(2026, 9, 15)),
        evaluatie="Het tempo lag te hoog",
    )  # fmt: skip
    SollicitatieFactory(werknemer=wie, werkgever=werkgever, terugkoppeling="Later nog eens")


def _gesprekken(wie: Werknemer, begeleider: Gebruiker) -> None:
    for dag in (date(2026, 9, 7), date(2026, 9, 21), date(2026, 11, 9)):
        NotitieFactory(werknemer=wie, auteur=begeleider, datum=dag, tekst="Wat gezegd is")
    NotitieFactory(
        werknemer=wie, auteur=begeleider, datum=date(2026, 8, 3), themas=[Thema.EINDDOEL],
        tekst="Over het einddoel gezegd",
    )  # fmt: skip
    NotitieFactory(
        werknemer=wie, auteur=begeleider, datum=date(2026, 11, 17), tekst=GEHEIM,
        themas=[Thema.EINDDOEL], vertrouwelijk=True,
    )  # fmt: skip
