"""Tells the story of one demo person, day by day, through the functions that people use."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date
from typing import Final, TypeAlias

from demo.datums import uitstroomdag
from demo.mensen import Demomens
from demo.organisaties import Demo
from gebruikers.models import Gebruiker
from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.tijd import alsof
from gedeeld.werkdagen import werkdag_tot
from trajects.begeleiding.begeleiderswissels import draag_over
from trajects.begeleiding.begeleidingsteam import leg_team_vast
from trajects.keuzes import Fase, SoortNotitie, Standdoel, Thema, Voorbij, Wie
from trajects.logboek.notities import schrijf_notitie
from trajects.models import Actie, Begeleidingsteam, Competentie, Doel, Jobdoelwit, Traject
from trajects.openheid.openheid import leg_openheid_vast
from trajects.openheid.passages import laatste_passage
from trajects.plan.acties import rond_af, voeg_actie_toe
from trajects.plan.doelen import sluit_doel, voeg_doel_toe
from trajects.plan.passende_sjablonen import past_bij, sjablonen_voor
from trajects.plan.planvoorstel import ankers_van
from trajects.plan.randvoorwaarden import zet_randvoorwaarde
from trajects.plan.sjablonen import pas_toe
from trajects.profiel.competentiescores import Scoregegevens, bewaar_ronde
from trajects.profiel.talenten import voeg_talenten_toe
from trajects.traject.fasen import wissel_fase
from trajects.traject.jobdoelwitten import kies_jobdoelwit
from trajects.traject.trajecten import start_traject
from werknemers.models import Werknemer

Oordeel: TypeAlias = tuple[int | None, int | None, str]
"""The score of the counsellor, that of the employee, and an example."""


class Verhaal:
    """Each step happens on the day that `dag` chose last, by the counsellor of this person."""

    def __init__(self, mens: Demomens, demo: Demo, vandaag: date) -> None:
        self.mens: Final = mens
        self.demo: Final = demo
        self.vandaag: Final = vandaag
        self.nu = mens.loopbaan.eerste_dag

    @property
    def werknemer(self) -> Werknemer:
        return self.mens.werknemer

    @property
    def door(self) -> Gebruiker:
        return self.demo.gebruikers[self.mens.persoon.begeleider]

    @property
    def laatste_dag(self) -> date:
        """Of the contract, for who left. Raises ValueError for who did not."""
        if (dag := self.mens.loopbaan.laatste_dag) is None:
            raise ValueError(f"{self.mens.persoon.nummer} does not leave.")
        return dag

    @property
    def traject(self) -> Traject:
        """The one that runs."""
        return Traject.objects.lopend().get(werknemer=self.werknemer)

    def dag(self, *, maanden: int = 0, dagen: int = 0) -> None:
        """So long before today, on a working day; never before the first day in service."""
        toen = werkdag_tot(plus_dagen(plus_maanden(self.vandaag, -maanden), -dagen))
        self.nu = max(toen, self.mens.loopbaan.eerste_dag)

    def toen(self) -> AbstractContextManager[None]:
        return alsof(self.nu)

    def over(self, dagen: int) -> date:
        """A working day, so many days further."""
        return werkdag_tot(plus_dagen(self.nu, dagen))

    def start(self, *, uitstroom: int | str | None = None) -> None:
        """A trajectory; `uitstroom` as in `datums.uitstroomdag`."""
        with self.toen():
            start_traject(
                werknemer=self.werknemer,
                door=self.door,
                gestart_op=self.nu,
                fase=Fase.VOORTRAJECT,
                jobdoelwit="",
                beoogde_uitstroom=uitstroomdag(uitstroom, self.mens.loopbaan, self.vandaag),
            )

    def fase(self, naar: Fase, reden: str, *, blijft_open: str = "") -> None:
        with self.toen():
            wissel_fase(
                self.traject,
                door=self.door,
                gezien=None,
                naar=naar,
                reden=reden,
                blijft_open=blijft_open,
            )

    def passage(self, taal: str, *, met_tolk: bool = False) -> None:
        """The special passage of the contract was gone through and understood."""
        with self.toen():
            leg_openheid_vast(
                contract=self.werknemer.contracten.latest("periode"),
                toelichting=None,
                door=self.door,
                gezien=None,
                passage=laatste_passage(self.werknemer.organisatie_id),
                uitgelegd_op=self.nu,
                uitgelegd_door=self.door.volledige_naam,
                taal=taal,
                met_tolk=met_tolk,
                erkend_op=self.nu,
            )

    def team(self, kwalificatie: str, coach: str) -> None:
        with self.toen():
            leg_team_vast(
                werknemer=self.werknemer,
                team=Begeleidingsteam.objects.filter(werknemer=self.werknemer).first(),
                door=self.door,
                gezien=None,
                gekwalificeerd_begeleider=self.door.volledige_naam,
                kwalificatie=kwalificatie,
                begeleider_sinds=self.nu,
                is_extern=False,
                collega_coach=coach,
            )

    def jobdoelwit(self, titel: str, *, reden: str = "", **keuzes: str) -> None:
        """`keuzes` are the other fields of `jobdoelwitten.Doelgegevens`."""
        nu = Jobdoelwit.objects.actief().filter(traject=self.traject).first()
        with self.toen():
            kies_jobdoelwit(
                traject=self.traject,
                door=self.door,
                in_plaats_van=nu.pk if nu else None,
                reden=reden,
                titel=titel,
                sector=keuzes.get("sector", ""),
                soort_werk=keuzes.get("soort_werk", ""),
                haalbaarheid=keuzes.get("haalbaarheid", ""),
                waarom=keuzes.get("waarom", ""),
                wat_ontbreekt=keuzes.get("wat_ontbreekt", ""),
            )

    def competenties(self, oordelen: Mapping[str, Oordeel]) -> None:
        """A round, by the name of the competence."""
        per_naam = {rij.naam: rij for rij in Competentie.objects.van(self.door.organisatie_id)}
        gegeven = {
            per_naam[naam]: Scoregegevens(
                score_begeleider=begeleider, score_werknemer=werknemer, voorbeeld=voorbeeld
            )
            for naam, (begeleider, werknemer, voorbeeld) in oordelen.items()
        }
        with self.toen():
            bewaar_ronde(werknemer=self.werknemer, door=self.door, datum=self.nu, gegeven=gegeven)

    def talenten(self, *woorden: str) -> None:
        with self.toen():
            voeg_talenten_toe(werknemer=self.werknemer, door=self.door, woorden=woorden)

    def randvoorwaarde(self, thema: Thema, stand: str, toelichting: str = "") -> None:
        with self.toen():
            zet_randvoorwaarde(
                werknemer=self.werknemer,
                thema=thema,
                door=self.door,
                gezien=None,
                stand=stand,
                toelichting=toelichting,
            )

    def noteer(
        self,
        tekst: str,
        *themas: Thema,
        soort: SoortNotitie = SoortNotitie.GESPREK,
        minuten: int | None = None,
        vertrouwelijk: bool = False,
    ) -> None:
        with self.toen():
            schrijf_notitie(
                werknemer=self.werknemer,
                door=self.door,
                soort=soort,
                datum=self.nu,
                tekst=tekst,
                vertrouwelijk=vertrouwelijk,
                themas=list(themas),
                duur_minuten=minuten,
            )

    def doel(self, titel: str, thema: Thema, *, over: int) -> Doel:
        """A goal for so many days further."""
        with self.toen():
            return voeg_doel_toe(
                traject=self.traject,
                door=self.door,
                titel=titel,
                thema=thema,
                tegen=self.over(over),
            )

    def actie(self, wat: str, wie: Wie, *, over: int, doel: Doel | None = None) -> Actie:
        """An action for so many days further; without a goal it hangs on the trajectory."""
        with self.toen():
            return voeg_actie_toe(
                werknemer=self.werknemer,
                door=self.door,
                traject=None if doel else self.traject,
                wat=wat,
                wie=wie,
                wie_naam="",
                tegen=self.over(over),
                doel=doel,
                randvoorwaarde=None,
            )

    def gedaan(self, wat: str, resultaat: str) -> None:
        """The open action that begins with `wat` is done."""
        actie = self.traject.acties.open().get(wat__startswith=wat)
        with self.toen():
            rond_af(actie, door=self.door, op=self.nu, resultaat=resultaat)

    def bereikt(self, doel: Doel, resultaat: str) -> None:
        with self.toen():
            sluit_doel(
                doel, door=self.door, gezien=None, stand=Standdoel.BEREIKT, resultaat=resultaat
            )

    def sjabloon(self) -> None:
        """The plan template that suits the advice best; what is long past stays out."""
        with self.toen():
            keuze = past_bij(
                sjablonen_voor(self.werknemer.organisatie_id), ankers_van(self.werknemer, self.nu)
            )
            pas_toe(sjabloon=keuze[0], traject=self.traject, door=self.door, sla_over=Voorbij.LANG)

    def draag_over(self, naar: str, risicos: str) -> None:
        """Another counsellor takes over; the coordinator arranges it."""
        with self.toen():
            draag_over(
                [self.werknemer],
                van=self.door,
                naar=self.demo.gebruikers[naar],
                door=self.demo.coordinator,
                risicos=risicos,
            )
