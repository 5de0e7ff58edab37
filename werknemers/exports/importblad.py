"""The sheet of the import to fill in, and the same with everybody in it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from django.db.models import TextChoices

from gedeeld.rekenblad import Bladkolom, Werkmap
from regels.keuzes import SoortAdvies
from werknemers.domein.importblad import Rij
from werknemers.domein.invoer.kolommen import (
    BIJ_LOON,
    DATUMS,
    VERPLICHT,
    VERPLICHT_BIJ_LOON,
    Kolom,
)
from werknemers.keuzes import Begeleidingsniveau, SoortContract, Voertaal

_BLAD: Final = "Werknemers"
# A number with zeros in front, or with a plus, stays as it is typed.
_TEKST: Final = frozenset({Kolom.PERSONEELSNUMMER, Kolom.INSZ, Kolom.GSM, Kolom.KWARTAAL})
_BEDRAGEN: Final = frozenset({Kolom.MAANDLOON, Kolom.REFERTELOON, Kolom.BETAALDE_UREN})
_KEUZES: Final[Mapping[Kolom, type[TextChoices]]] = {
    Kolom.SOORT_CONTRACT: SoortContract,
    Kolom.SOORT_ADVIES: SoortAdvies,
    Kolom.NIVEAU: Begeleidingsniveau,
    Kolom.VOERTAAL: Voertaal,
}
_UITLEG: Final = {
    Kolom.PERSONEELSNUMMER: ("Waaraan we iemand herkennen.", "00123"),
    Kolom.FAMILIENAAM: ("Heeft iemand maar één naam? Zet die dan hier.", "Benali"),
    Kolom.VOORNAAM: ("", "Amina"),
    Kolom.INSZ: ("Met of zonder punten en streepjes.", "85.07.30-033.28"),
    Kolom.GEBOORTEDATUM: ("Hoeft niet als het INSZ er staat.", "30/07/1985"),
    Kolom.DIENST: ("De naam van de dienst, zoals bij Beheer.", "Buurtrestaurant De Lepel"),
    Kolom.BEGELEIDER: ("Het e-mailadres of de naam.", "an.peeters@voorbeeld.be"),
    Kolom.FUNCTIE: ("", "Keukenhulp"),
    Kolom.START_CONTRACT: (
        "De eerste dag. Heeft iemand meer contracten, geef dan elk contract een eigen rij.",
        "06/01/2025",
    ),
    Kolom.EINDE_CONTRACT: ("De laatste dag. Leeg betekent: zonder einde.", "31/12/2026"),
    Kolom.SOORT_CONTRACT: ("", SoortContract.BEPAALD.label),
    Kolom.BREUK: ("Hoeveel iemand werkt: 0,8 of 80% of 30,4/38.", "0,8"),
    Kolom.MAANDLOON: ("In euro, voor die breuk.", "2065,04"),
    Kolom.SOORT_ADVIES: (
        "Heeft iemand meer adviezen dan contracten, neem dan de rij nog eens over met het andere "
        "advies.",
        SoortAdvies.IMW_5.label,
    ),
    Kolom.BESLUITDATUM: ("De dag van het besluit.", "14/02/2025"),
    Kolom.EINDE_ADVIES: (
        "Bij een advies van 2 of 5 jaar rekenen we het einde zelf uit.",
        "31/12/2029",
    ),
    Kolom.NIVEAU: ("De nood aan begeleiding die VDAB vaststelde.", Begeleidingsniveau.LAAG.label),
    Kolom.EMAIL: ("Van de werknemer.", "amina@voorbeeld.be"),
    Kolom.GSM: ("Zonder landnummer is het een Belgisch nummer.", "0470 12 34 56"),
    Kolom.VOERTAAL: ("De taal waarin iemand het plan best leest.", Voertaal.NL.label),
    Kolom.KWARTAAL: ("Van de loonopgave. Een kwartaal per rij.", "2026-K3"),
    Kolom.REFERTELOON: ("Wat het sociaal secretariaat telde voor dat kwartaal.", "7200,00"),
    Kolom.BETAALDE_UREN: ("De uren die in dat kwartaal betaald zijn.", "380,5"),
}


def schrijf_importblad(kolommen: Sequence[Kolom], rijen: Iterable[Rij]) -> bytes:
    """A workbook with one sheet, so that the import has nothing to ask."""
    werkmap = Werkmap("Importblad")
    cellen = ([rij.get(kolom) for kolom in kolommen] for rij in rijen)
    werkmap.blad(_BLAD, map(_kolom, kolommen), cellen, vaste_kolommen=3)
    return werkmap.inhoud()


def schrijf_leeg_blad() -> bytes:
    """The columns with nothing under them, and beside that what each is for."""
    werkmap = Werkmap("Leeg importblad")
    werkmap.blad(_BLAD, map(_kolom, Kolom), (), vaste_kolommen=3)
    koppen = [
        Bladkolom("Naam van de kolom", 24),
        Bladkolom("Moet die er staan?", 26),
        Bladkolom("Wat zet je erin?", 60, omloop=True),
        Bladkolom("Zo bijvoorbeeld", 28),
    ]
    werkmap.blad("Uitleg", koppen, map(_uitleg, Kolom))
    return werkmap.inhoud()


def _kolom(kolom: Kolom) -> Bladkolom:
    return Bladkolom(
        str(kolom),
        bedrag=kolom in _BEDRAGEN,
        datum=kolom in DATUMS,
        tekst=kolom in _TEKST,
        keuzes=_keuzes(kolom),
    )


def _keuzes(kolom: Kolom) -> tuple[str, ...]:
    soort = _KEUZES.get(kolom)
    return () if soort is None else tuple(map(str, soort.labels))


def _uitleg(kolom: Kolom) -> list[str]:
    zin, voorbeeld = _UITLEG[kolom]
    if keuzes := _keuzes(kolom):
        zin = f"{zin} Kies uit: {', '.join(keuzes)}.".strip()
    return [str(kolom), _verplicht(kolom), zin, voorbeeld]


def _verplicht(kolom: Kolom) -> str:
    if kolom in VERPLICHT:
        return "ja"
    if kolom in VERPLICHT_BIJ_LOON:
        return "bij een loonopgave"
    return "mag bij een loonopgave" if kolom in BIJ_LOON else "mag"
