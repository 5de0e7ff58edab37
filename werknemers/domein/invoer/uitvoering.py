"""What the tasks do with an import: read it for the preview, and write what was confirmed.

Each may run twice, late, or be killed half-way: a step is taken only from the state it belongs to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, QuerySet

from gedeeld.aangeraakt import bijgewerkt, noteer
from gedeeld.tijd import nu
from gedeeld.versleuteling import OnleesbareWaarde, ontsleutel_bytes
from werknemers.domein.invoer.antwoorden import Antwoorden, pak_uit
from werknemers.domein.invoer.bladkeuze import Bladkeuze, KiesBlad, tel_rijen
from werknemers.domein.invoer.herinneren import herinner
from werknemers.domein.invoer.inlezen import Inlezing, lees_in
from werknemers.domein.invoer.kolombeeld import versleutel_beeld
from werknemers.domein.invoer.kolomkeuze import Kolomkeuze, als_json, uit_json
from werknemers.domein.invoer.kolomoordeel import KiesKolommen
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.opslag import bewaar, vingerafdruk
from werknemers.domein.invoer.terugweg import beschrijf_terugweg, vroegere_inszen
from werknemers.domein.invoer.toepassen import pas_toe
from werknemers.domein.invoer.uitkomst import Vergelijking
from werknemers.domein.invoer.vergelijken import vergelijk
from werknemers.domein.invoer.voortgang import Meld, meldpunt, stil
from werknemers.models import Importopdracht
from werknemers.schrijvers import IMPORTS

Status = Importopdracht.Status
_ONLEESBAAR: Final = (
    "Het bewaarde bestand is niet leesbaar: de sleutel ontbreekt. Er is niets ingebracht. Kies het "
    "bestand opnieuw, of vraag je beheerder om de sleutel terug te zetten."
)


class UitkomstVeranderd(ValidationError):
    """What the rows would do now is not what the user confirmed."""

    def __init__(self, vergelijking: Vergelijking) -> None:
        super().__init__("De uitkomst is intussen veranderd. Kijk ze opnieuw na.")
        self.vergelijking = vergelijking


def kijk_na(pk: int) -> None:
    """Read the file and keep what it would do; for the task. A second call finds nothing to do."""
    with stap(pk, Status.WACHT) as opdracht:
        if opdracht is not None:
            _lees(opdracht)


def _lees(opdracht: Importopdracht) -> None:
    meld = meldpunt(opdracht.pk)
    try:
        inlezing = open_bestand(opdracht, meld)
    except KiesBlad as vraag:
        keuze = [[naam, tel_rijen(aantal)] for naam, aantal in vraag.keuze]
        _verzet(opdracht, Status.WACHT, status=Status.KIEZEN, bladkeuze=keuze)
        return
    except KiesKolommen as vraag:
        _vraag_kolommen(opdracht, Status.WACHT, vraag)
        return
    except BestandGeweigerd as weigering:
        _verzet(opdracht, Status.WACHT, status=Status.GEWEIGERD, weigering=weigering.zin)
        return
    _leg_kolommen_vast(opdracht, inlezing)
    vergelijking = _vergelijk(opdracht, inlezing)
    # With the cells of the file beside the outcome, 20,000 rows take a quarter more memory.
    del inlezing
    meld(95)
    _toon(opdracht, Status.WACHT, vergelijking, veranderd=opdracht.veranderd)


def _vraag_kolommen(opdracht: Importopdracht, van: str, vraag: KiesKolommen) -> None:
    beeld = versleutel_beeld(vraag.oordelen, vraag.ontbreekt)
    _verzet(opdracht, van, status=Status.KOLOMMEN, kolombeeld=beeld)


def _leg_kolommen_vast(opdracht: Importopdracht, inlezing: Inlezing) -> None:
    """What was read stays what it is, whatever the organisation answers about another file."""
    antwoorden = {oordeel.titel.sleutel: oordeel.antwoord for oordeel in inlezing.kolommen}
    _verzet(
        opdracht,
        Status.WACHT,
        kolomkeuze=als_json(antwoorden),
        kolombeeld=versleutel_beeld(inlezing.kolommen),
    )


@contextmanager
def stap(pk: int, status: str) -> Iterator[Importopdracht | None]:
    """The import, held while its step is done; None when there is nothing to do, or when another
    worker is at it.

    The try is counted first, and stays counted when this worker dies.
    """
    with transaction.atomic():
        if _houd_vast(pk, status).only("pk").first() is None:
            yield None
            return
        opdrachten = Importopdracht.objects.filter(pk=pk)
        opdrachten.update(gevraagd_op=nu(), pogingen=F("pogingen") + 1)
    with transaction.atomic(), bijgewerkt():
        # What was found before takes as much memory as the rows, and is only looked at on a page.
        yield _houd_vast(pk, status).defer("uitkomst").first()


def _houd_vast(pk: int, status: str) -> QuerySet[Importopdracht]:
    opdrachten = Importopdracht.objects.select_for_update(of=("self",), skip_locked=True)
    return opdrachten.filter(pk=pk, status=status)


def open_bestand(opdracht: Importopdracht, meld: Meld = stil, *, vraagt: bool = True) -> Inlezing:
    """The rows of the kept file, of the chosen sheets and columns. Raises BestandGeweigerd, also
    when no key opens the file; KiesKolommen only when it `vraagt`."""
    try:
        inhoud = ontsleutel_bytes(bytes(opdracht.inhoud))
        antwoorden = Antwoorden(pak_uit(bytes(opdracht.antwoorden)))
    except OnleesbareWaarde as fout:
        raise BestandGeweigerd("onleesbaar", _ONLEESBAAR) from fout
    kolommen = Kolomkeuze(
        uit_json(opdracht.kolomkeuze), herinner(opdracht.organisatie_id), vraagt=vraagt
    )
    keuze = Bladkeuze(namen=tuple(opdracht.bladen))
    return lees_in(inhoud, meld, keuze, kolommen, antwoorden)


def _vergelijk(opdracht: Importopdracht, inlezing: Inlezing) -> Vergelijking:
    return vergelijk(
        inlezing.rijen,
        organisatie=opdracht.organisatie,
        opmerkingen=inlezing.opmerkingen,
        maak_diensten=opdracht.te_maken_diensten,
        antwoorden=inlezing.antwoorden,
    )


def breng_in(pk: int) -> None:
    """Write a confirmed import, all accepted rows or none; for the task.

    The database of this moment counts: when the outcome is no longer the one that was confirmed,
    nothing is written and the user looks it over again.
    """
    with stap(pk, Status.BEVESTIGD) as opdracht:
        if opdracht is not None:
            _schrijf(opdracht)


def _schrijf(opdracht: Importopdracht) -> None:
    meld = meldpunt(opdracht.pk)
    meld(5)
    try:
        inlezing = open_bestand(opdracht)
    except KiesKolommen as vraag:
        _vraag_kolommen(opdracht, Status.BEVESTIGD, vraag)
        return
    except BestandGeweigerd as weigering:
        _verzet(opdracht, Status.BEVESTIGD, status=Status.GEWEIGERD, weigering=weigering.zin)
        return
    meld(20)
    vroeger: dict[int, str] = {}

    def bewaak(vergelijking: Vergelijking) -> None:
        _eis_gezien(opdracht, vergelijking)
        vroeger.update(vroegere_inszen(vergelijking, opdracht.organisatie))

    try:
        vergelijking = pas_toe(
            inlezing.rijen,
            organisatie=opdracht.organisatie,
            door=opdracht.bevestigd_door,
            opmerkingen=inlezing.opmerkingen,
            maak_diensten=opdracht.te_maken_diensten,
            antwoorden=inlezing.antwoorden,
            bewaak=bewaak,
            meld=meld,
        )
    except ValidationError as weigering:
        _kijk_opnieuw_na(opdracht, inlezing, weigering)
    else:
        terugweg = beschrijf_terugweg(vergelijking, opdracht.organisatie, vroeger)
        _rond_af(opdracht, vergelijking, terugweg)


def _eis_gezien(opdracht: Importopdracht, vergelijking: Vergelijking) -> None:
    if vingerafdruk(bewaar(vergelijking)) != opdracht.vingerafdruk:
        raise UitkomstVeranderd(vergelijking)


def _kijk_opnieuw_na(
    opdracht: Importopdracht, inlezing: Inlezing, weigering: ValidationError
) -> None:
    """Back to the user: somebody else changed what these rows touch."""
    if isinstance(weigering, UitkomstVeranderd):
        vergelijking = weigering.vergelijking
    else:
        vergelijking = _vergelijk(opdracht, inlezing)
    _toon(opdracht, Status.BEVESTIGD, vergelijking, veranderd=True)


def _rond_af(opdracht: Importopdracht, vergelijking: Vergelijking, terugweg: bytes) -> None:
    uitkomst = bewaar(vergelijking)
    _verzet(
        opdracht,
        Status.BEVESTIGD,
        status=Status.KLAAR,
        uitkomst=uitkomst,
        veranderd=False,
        ingebracht_op=nu(),
        terugweg=terugweg,
    )
    IMPORTS.noteer(
        opdracht,
        {"samenvatting": (None, uitkomst["samenvatting"])},
        door=opdracht.bevestigd_door,
        actie="ingebracht",
    )


def _toon(
    opdracht: Importopdracht, van: str, vergelijking: Vergelijking, *, veranderd: bool
) -> None:
    uitkomst = bewaar(vergelijking)
    _verzet(
        opdracht,
        van,
        status=Status.NAKIJKEN,
        uitkomst=uitkomst,
        vingerafdruk=vingerafdruk(uitkomst),
        veranderd=veranderd,
    )


def _verzet(opdracht: Importopdracht, van: str, **velden: object) -> bool:
    """Change the import only while it is in state `van`; whether it was."""
    gelukt = bool(Importopdracht.objects.filter(pk=opdracht.pk, status=van).update(**velden))
    if gelukt:
        noteer(opdracht.organisatie_id, None, Importopdracht._meta.label, velden, geheel=False)
    return gelukt
