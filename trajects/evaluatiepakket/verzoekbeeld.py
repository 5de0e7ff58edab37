"""The motivated request as it stands: each heading, its text and the earlier versions of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from gebruikers.models import Gebruiker
from gedeeld.meelezen import mee
from trajects.keuzes import Verzoekkop
from trajects.models import Verzoektekst, Verzoektekstversie
from werknemers.models import Werknemer

# When a text that nobody wrote was changed last.
NOOIT_GESCHREVEN: Final = datetime.min.replace(tzinfo=UTC)

# What each heading is about, for who writes it.
VRAAG_BIJ: Final = {
    Verzoekkop.JOB: "Welke taken, welk tempo, welke werkplek? Wat moet iemand daarvoor kunnen?",
    Verzoekkop.KUNNEN: "Wat lukt zelfstandig, wat lukt met hulp, en wat lukt nog niet?",
    Verzoekkop.BEGELEIDING: "Wie helpt waarmee, hoe vaak, en wat gebeurt er zonder die hulp?",
    Verzoekkop.GEWONE_JOB: "Wat is geprobeerd, wat kwam ervan, en waarom lukt het nog niet?",
    Verzoekkop.VRAAG: "Een verlenging, een ander niveau van begeleiding, of iets anders? Waarom?",
}


@dataclass(frozen=True, slots=True)
class Verzoekversie:
    """A version of the text under a heading."""

    op: date
    door: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Kopbeeld:
    """One heading; `versies` are newest first, and the first of them is what stands there now."""

    kop: Verzoekkop
    versies: tuple[Verzoekversie, ...] = ()

    @property
    def tekst(self) -> str:
        return self.versies[0].tekst if self.versies else ""

    @property
    def eerdere(self) -> tuple[Verzoekversie, ...]:
        return self.versies[1:]

    @property
    def vraag(self) -> str:
        return VRAAG_BIJ[self.kop]


def lees_koppen(werknemer: Werknemer) -> tuple[Kopbeeld, ...]:
    """Every heading, in order, for a reader who may see the plan of this employee. One query."""
    versies = Verzoektekstversie.objects.filter(verzoektekst=OuterRef("pk"))
    wie = JSONObject(voornaam="door__voornaam", naam="door__naam")
    teksten = Verzoektekst.objects.filter(werknemer=werknemer)
    rijen: Any = teksten.annotate(versierijen=mee(versies, "op", "tekst", wie=wie))
    per_kop = {rij.kop: tuple(_versie(**versie) for versie in rij.versierijen) for rij in rijen}
    return tuple(Kopbeeld(kop, per_kop.get(kop, ())) for kop in Verzoekkop)


def _versie(op: str, tekst: str, wie: dict[str, str]) -> Verzoekversie:
    return Verzoekversie(date.fromisoformat(op), Gebruiker(**wie).volledige_naam, tekst)


def tekst_onder(werknemer: Werknemer, kop: Verzoekkop) -> Verzoektekst:
    """What stands under a heading; a new one, not saved, when nobody wrote there yet."""
    bestaand = Verzoektekst.objects.filter(werknemer=werknemer, kop=kop).first()
    return bestaand or Verzoektekst(werknemer=werknemer, kop=kop, gewijzigd_op=NOOIT_GESCHREVEN)
