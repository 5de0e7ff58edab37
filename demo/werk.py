"""Training, placements and applications in the story of one demo person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from demo.attest import attestbestand
from demo.verhaal import Verhaal
from gebruikers.models import Gebruiker
from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.tijd import alsof, vandaag
from gedeeld.weergeven import datum_voluit
from gedeeld.werkdagen import werkdag_tot
from trajects.keuzes import (
    Fondsoordeel,
    Resultaat,
    Standdeelname,
    Standsollicitatie,
    Vormingsformule,
    Vormingsthema,
)
from trajects.models import Vormingsactie
from trajects.vorming.vormingen import voeg_vorming_toe, wijzig_deelname, wijzig_fonds
from trajects.werk.sollicitaties import voeg_sollicitatie_toe
from trajects.werk.stages import voeg_stage_toe
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Demovorming:
    """A training as it is offered; `dagen` from the first to the last day, `kost` in euro."""

    titel: str
    thema: Vormingsthema
    aanbieder: str
    formule: Vormingsformule
    dagen: int
    uren: Decimal
    kost: Decimal


VOEDSELVEILIGHEID: Final = Demovorming(
    "Voedselveiligheid in de keuken",
    Vormingsthema.KEUKEN,
    "Horeca Leerhuis",
    Vormingsformule.EXTERN,
    8,
    Decimal(12),
    Decimal(480),
)
ELEKTRISCHE_FIETS: Final = Demovorming(
    "Elektrische fietsen herstellen",
    Vormingsthema.TECHNIEK,
    "Fietsacademie",
    Vormingsformule.EXTERN,
    11,
    Decimal(24),
    Decimal(960),
)
TAAL_OP_DE_WERKVLOER: Final = Demovorming(
    "Taal op de werkvloer",
    Vormingsthema.TAAL,
    "Huis van het Woord",
    Vormingsformule.TAALONDERSTEUNING,
    83,
    Decimal(40),
    Decimal(1600),
)
EHBO: Final = Demovorming(
    "EHBO op het werk",
    Vormingsthema.VEILIGHEID,
    "Rode Kruis",
    Vormingsformule.EXTERN,
    1,
    Decimal(8),
    Decimal(760),
)


def vorming(v: Verhaal, wat: Demovorming) -> Vormingsactie:
    """Enrolled for a training that begins on the day of the story; the fund was asked for it."""
    with v.toen():
        return plan_vorming(wat, [v.werknemer], v.nu, v.demo.coordinator)


def plan_vorming(
    wat: Demovorming, deelnemers: Iterable[Werknemer], eerste_dag: date, door: Gebruiker
) -> Vormingsactie:
    """Entered and asked of the fund today."""
    nieuw = voeg_vorming_toe(
        door=door,
        deelnemers=deelnemers,
        titel=wat.titel,
        thema=wat.thema,
        aanbieder=wat.aanbieder,
        formule=wat.formule,
        eerste_dag=eerste_dag,
        laatste_dag=werkdag_tot(plus_dagen(eerste_dag, wat.dagen)),
        uren=wat.uren,
        kost=wat.kost,
    )
    return _vraag_het_fonds(nieuw, wat.kost, door)


def _vraag_het_fonds(
    nieuw: Vormingsactie, kost: Decimal, door: Gebruiker, *, antwoord: date | None = None
) -> Vormingsactie:
    """Asked when it was entered; with an `antwoord` granted and paid on that day."""
    return wijzig_fonds(
        nieuw,
        door=door,
        gezien=None,
        fondsoordeel=Fondsoordeel.WEL,
        fonds_waarom="Een van de formules van het fonds.",
        gevraagd_op=nieuw.gevraagd_op or vandaag(),
        beslist_op=antwoord,
        bedrag_gevraagd=kost,
        bedrag_toegekend=kost if antwoord else None,
        bedrag_betaald=kost if antwoord else None,
    )


def gevolgd(
    v: Verhaal,
    wat: Demovorming,
    resultaat: Resultaat,
    *,
    attest: str = "",
    jaren: int = 0,
    met_bestand: bool = False,
) -> None:
    """Followed from the day of the story to the end; an `attest` of so many years, 0 for ever,
    `met_bestand` with the paper itself."""
    gepland = vorming(v, wat)
    deelname = gepland.deelnames.get()
    laatste = v.over(wat.dagen)
    papier = (wat.aanbieder, attest, v.werknemer.naam, datum_voluit(laatste))
    with alsof(laatste):
        _vraag_het_fonds(gepland, wat.kost, v.demo.coordinator, antwoord=laatste)
        wijzig_deelname(
            deelname,
            door=v.door,
            gezien=None,
            stand=Standdeelname.AANWEZIG,
            uren=None,
            resultaat=resultaat,
            attest=attest,
            attest_vervalt_op=plus_maanden(laatste, 12 * jaren) if jaren else None,
            bijlagen=[attestbestand("attest.pdf", papier)] if met_bestand else (),
        )


def stage(
    v: Verhaal,
    werkgever: str,
    *,
    dagen: int,
    taak: str,
    evaluatie: str = "",
    resultaat: Resultaat = Resultaat.GEEN,
) -> date:
    """A placement from the day of the story on, noted when it ended; returns its last day."""
    laatste = v.over(dagen)
    with alsof(min(laatste, v.vandaag)):
        voeg_stage_toe(
            werknemer=v.werknemer,
            door=v.door,
            werkgever=werkgever,
            eerste_dag=v.nu,
            laatste_dag=laatste,
            taak=taak,
            evaluatie=evaluatie,
            resultaat=resultaat,
            attest="",
        )
    return laatste


def sollicitatie(
    v: Verhaal, werkgever: str, vacature: str, stand: Standsollicitatie, terugkoppeling: str = ""
) -> None:
    with v.toen():
        voeg_sollicitatie_toe(
            werknemer=v.werknemer,
            door=v.door,
            werkgever=werkgever,
            vacature=vacature,
            datum=v.nu,
            stand=stand,
            terugkoppeling=terugkoppeling,
        )
