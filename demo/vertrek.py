"""Hand-over, leaving, aftercare and coming back in the story of one demo person."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from demo.verhaal import Verhaal
from gedeeld.periode import dag_erna, plus_dagen
from gedeeld.tijd import alsof
from gedeeld.werkdagen import werkdag_tot
from trajects.keuzes import Bestemming, Checkpunt, Deelbaar, Initiatief, Toestemmingswijze
from trajects.models import Nazorgmoment, Overdracht
from trajects.overdracht.overdrachten import voeg_overdracht_toe, zet_checkpunt
from trajects.overdracht.toestemmingen import geef_toestemming, markeer_gedeeld
from trajects.uitstroom.nazorg import leg_nazorg_vast
from trajects.uitstroom.uitstromen import registreer_uitstroom
from werknemers.domein.contracteinde.vastleggen import leg_einde_vast
from werknemers.domein.contracten import voeg_contract_toe
from werknemers.keuzes import Eindewijze, SoortContract


def overdracht(
    v: Verhaal,
    werkgever: str,
    deelnemers: str,
    *,
    over: int = 0,
    afspraken: str = "",
    toestemming: Iterable[Deelbaar] = (),
) -> Overdracht:
    """The talk is planned so many days further, or held on the day of the story."""
    with v.toen():
        nieuw = voeg_overdracht_toe(
            werknemer=v.werknemer,
            werkgever=werkgever,
            door=v.door,
            gesprek_gepland_op=v.over(over),
            gesprek_gehouden_op=None if over else v.nu,
            deelnemers=deelnemers,
            afspraken=afspraken,
        )
        geef_toestemming(
            nieuw,
            door=v.door,
            wat=toestemming,
            gegeven_op=v.nu,
            wijze=Toestemmingswijze.SCHRIFTELIJK,
        )
    return nieuw


def overgedragen(v: Verhaal, wat: Overdracht) -> None:
    """All that was agreed to is shared, and the checklist is done."""
    with v.toen():
        delen = [Deelbaar(toestemming.wat) for toestemming in wat.toestemmingen.geldend()]
        markeer_gedeeld(wat, door=v.door, wat=delen, op=v.nu)
        for punt in Checkpunt:
            zet_checkpunt(wat, door=v.door, punt=punt, gedaan=True)


def akkoord(v: Verhaal, *, laatste_dag: date) -> None:
    """Employer and employee agree on the last day; the new job begins the day after."""
    with v.toen():
        leg_einde_vast(
            contract=v.werknemer.contracten.latest("periode"),
            door=v.demo.coordinator,
            wijze=Eindewijze.AKKOORD,
            gegeven_op=v.nu,
            bezorging="",
            eerste_dag=None,
            laatste_dag=laatste_dag,
            nieuwe_job_op=dag_erna(laatste_dag),
            opmerking="",
            nagekeken=False,
        )


def uitstroom(
    v: Verhaal,
    bestemming: Bestemming,
    initiatief: Initiatief,
    *,
    laatste_dag: date,
    werkgever: str = "",
    functie: str = "",
    reden: str = "",
) -> None:
    """Somebody leaves; it is known on the day of the story, or else on the day itself."""
    v.nu = max(v.nu, min(laatste_dag, v.vandaag))
    with v.toen():
        registreer_uitstroom(
            werknemer=v.werknemer,
            door=v.door,
            datum=laatste_dag,
            bestemming=bestemming,
            werkgever=werkgever,
            functie=functie,
            soort_contract=SoortContract.ONBEPAALD if werkgever else "",
            breuk=Decimal(1) if werkgever else None,
            initiatief=initiatief,
            reden=reden,
            motief="",
        )


def nazorg(v: Verhaal, weken: int, resultaat: str, wat_gedaan: str) -> None:
    """What was heard so many weeks after leaving, on the working day of then."""
    moment = Nazorgmoment.objects.filter(uitstroom__werknemer=v.werknemer).get(weken=weken)
    v.nu = werkdag_tot(plus_dagen(moment.uitstroom.datum, 7 * weken))
    with alsof(v.nu):
        leg_nazorg_vast(
            moment,
            door=v.door,
            gezien=None,
            resultaat=resultaat,
            gemeten_op=v.nu,
            wat_gedaan=wat_gedaan,
        )


def terug_in_dienst(v: Verhaal) -> None:
    """A new contract from the day of the story on, as the one before."""
    vorig = v.werknemer.contracten.latest("periode")
    with v.toen():
        voeg_contract_toe(
            werknemer=v.werknemer,
            door=v.demo.personeelsdienst,
            dienst=vorig.dienst,
            eerste_dag=v.nu,
            laatste_dag=None,
            soort=SoortContract.ONBEPAALD,
            functie=vorig.functie,
            tewerkstellingsbreuk=vorig.tewerkstellingsbreuk,
            bruto_maandloon=vorig.bruto_maandloon,
            nagekeken=True,
        )
