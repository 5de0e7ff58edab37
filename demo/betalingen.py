"""What was paid to the demo organisations in the last eight settled quarters: mostly as foreseen,
with each reason for a difference now and then, and some that nobody can explain."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from financiering.domein.betaalinvoer import Betaalregel
from financiering.domein.betalingen import EERSTE_KWARTAAL, voeg_regels_toe
from financiering.domein.prognoses import Prognoseuitkomst, prognose_van
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.exact import Kwartaalrekening
from financiering.domein.scenarios import Toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.verschil import LAATSTE_LATE_KWARTAAL, Opgave, volgens
from financiering.keuzes import Betaalblad, Betaalbron, Betaalsoort, Scenariobasis
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.models import Auditregel
from gedeeld.periode import plus_dagen
from gedeeld.tijd import vandaag

KWARTALEN: Final = 8
# A statement comes so many days after its quarter, a correction later.
_NA: Final = 41
_LATER: Final = 30
# Of so many employees one has something else than was foreseen, each quarter somebody else.
_ELK: Final = 16
# In so many of the last quarters what came late is not there yet.
_NOG_NIET: Final = 2
_INDEX: Final = Decimal("1.061")
_ONVERKLAARD: Final = Decimal("-37.18")
_CORRECTIE: Final = Decimal("250.00")


def zet_betalingen(organisatie: Organisatie, door: Gebruiker) -> bool:
    """False when somebody wrote down what was paid before, and nothing changes."""
    al_gedaan = Auditregel.objects.filter(organisatie=organisatie, soort="betaling").exists()
    if al_gedaan:
        return False
    laatste = Kwartaal.van(plus_dagen(vandaag(), -_NA)) + -1
    eerste = max(laatste + (1 - KWARTALEN), EERSTE_KWARTAAL)
    tijdvak = Tarieftijdvak(eerste, laatste - eerste + 1)
    niets_doen = Toekomst(Scenariobasis.NIETS_DOEN.label, Scenariobasis.NIETS_DOEN)
    uitkomst = prognose_van(organisatie.pk, niets_doen, tijdvak, eerste.eerste_dag)
    for plaats in range(len(uitkomst.prognose.tarieven)):
        _betaal(organisatie, door, uitkomst, plaats)
    return True


def _betaal(
    organisatie: Organisatie, door: Gebruiker, uitkomst: Prognoseuitkomst, plaats: int
) -> None:
    kwartaal = uitkomst.prognose.tarieven.kwartalen[plaats].kwartaal
    gemeld = plus_dagen((kwartaal + 1).eerste_dag, _NA)
    later = min(plus_dagen(gemeld, _LATER), vandaag())
    regels = list(_regels(uitkomst, plaats))
    # The amounts went along with the index in the last year; those that we know did not.
    index = _INDEX if plaats >= KWARTALEN // 2 else Decimal(1)
    for blad, soort, op, lijst in (
        (Betaalblad.LOONPREMIE, Betaalsoort.AFREKENING, gemeld, [r.loon for r in regels]),
        (
            Betaalblad.BEGELEIDINGSPREMIE,
            Betaalsoort.AFREKENING,
            gemeld,
            [r.begeleiding(index) for r in regels if r.begeleid],
        ),
        (
            Betaalblad.LOONPREMIE,
            Betaalsoort.CORRECTIE,
            later,
            [r.correctie for r in regels if r.correctie],
        ),
        (
            Betaalblad.BEGELEIDINGSPREMIE,
            Betaalsoort.CORRECTIE,
            later,
            [r.begeleiding_later(index) for r in regels if r.begeleid and r.ingehaald],
        ),
    ):
        if lijst:
            voeg_regels_toe(
                organisatie,
                kwartaal,
                lijst,
                door=door,
                blad=blad,
                soort=soort,
                gemeld_op=op,
                bron=Betaalbron.BESTAND,
            )


@dataclass(frozen=True, slots=True)
class _Demoregel:
    """Of one employee in one quarter; `beurt` says what is different."""

    plaats: int
    nummer: str
    rekening: Kwartaalrekening
    beurt: int
    recent: bool

    @property
    def begeleid(self) -> bool:
        return self.rekening.begeleidingspremie > 0

    @property
    def loon(self) -> Betaalregel:
        opgave = self._opgave()
        bedrag = euro(volgens(self.rekening, Betaalblad.LOONPREMIE, opgave))
        if self._laat:
            return Betaalregel(self.plaats, self.nummer, Decimal(0))
        if self.beurt == 3:
            return Betaalregel(self.plaats, self.nummer, max(bedrag + _ONVERKLAARD, Decimal(0)))
        if self.beurt == 4:
            return Betaalregel(self.plaats, self.nummer, max(bedrag - _CORRECTIE, Decimal(0)))
        return Betaalregel(self.plaats, self.nummer, bedrag, opgave)

    @property
    def correctie(self) -> Betaalregel | None:
        if self.ingehaald:
            bedrag = euro(volgens(self.rekening, Betaalblad.LOONPREMIE, Opgave()))
            return Betaalregel(self.plaats, self.nummer, bedrag)
        return Betaalregel(self.plaats, self.nummer, _CORRECTIE) if self.beurt == 4 else None

    def begeleiding(self, index: Decimal) -> Betaalregel:
        if self._laat:
            return Betaalregel(self.plaats, self.nummer, Decimal(0))
        return self.begeleiding_later(index)

    def begeleiding_later(self, index: Decimal) -> Betaalregel:
        bedrag = euro(volgens(self.rekening, Betaalblad.BEGELEIDINGSPREMIE, Opgave()))
        return Betaalregel(self.plaats, self.nummer, round(bedrag * index, 2))

    @property
    def ingehaald(self) -> bool:
        """What came late is there by now, but for the last quarters."""
        return self._laat and not self.recent

    @property
    def _laat(self) -> bool:
        nummer = self.rekening.nummer
        return self.beurt != 4 and nummer is not None and nummer < LAATSTE_LATE_KWARTAAL

    def _opgave(self) -> Opgave:
        wijzer = self.rekening
        if self.beurt == 0:
            hoger = wijzer.percentage < 75
            return Opgave(percentage=wijzer.percentage + (5 if hoger else -5))
        if self.beurt == 1:
            return Opgave(breuk=_decimaal(wijzer.vte * 9 / 10, 6))
        if self.beurt == 2:
            return Opgave(referteloon=_decimaal(wijzer.referteloon * 19 / 20, 2))
        return Opgave()


def _decimaal(waarde: object, plaatsen: int) -> Decimal:
    return round(Decimal(float(waarde)), plaatsen)  # type: ignore[arg-type]


def _regels(uitkomst: Prognoseuitkomst, plaats: int) -> Iterator[_Demoregel]:
    prognose = uitkomst.prognose
    nummer, recent = 0, plaats >= len(prognose.tarieven) - _NOG_NIET
    for rij, persoon in enumerate(prognose.personen):
        rekening = prognose.rekening(rij, plaats)
        if rekening.loonpremie:
            wie = uitkomst.gegevens.personeelsnummer(persoon.sleutel)
            yield _Demoregel(nummer + 1, wie, rekening, (nummer + 5 * plaats) % _ELK, recent)
            nummer += 1
