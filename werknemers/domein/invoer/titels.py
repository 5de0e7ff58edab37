"""What the titles of a sheet stand for: our own, and what else people write above a column."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.tekst import schoon, sleutel

# As much of a title as is kept to know it again.
SLEUTELLENGTE: Final = 200


class Titelzekerheid(IntEnum):
    """How sure it is what a title stands for: our own title, another word for it, or perhaps."""

    EIGEN = 1
    ZEKER = 2
    MISSCHIEN = 3


@dataclass(frozen=True, slots=True)
class Herkenning:
    kolom: Kolom
    zekerheid: Titelzekerheid


_ZEKER: Final[dict[Kolom, tuple[str, ...]]] = {
    Kolom.PERSONEELSNUMMER: (
        "Personeelsnr.", "Personeels nr", "Pers.nr.", "Pers. nummer", "Personeelsnummers",
        "Stamnummer", "Stamnr", "Werknemersnummer", "Werknemernummer", "Werknemersnr",
        "Werknemernr", "Medewerkersnummer", "Medewerkernummer", "Nummer werknemer",
        "Nr. werknemer", "Matricule", "Matriculenummer",
    ),
    Kolom.FAMILIENAAM: (
        "Naam", "Achternaam", "Fam.naam", "Fam. naam", "Naam en voornaam", "Naam voornaam",
        "Naam + voornaam", "Naam, voornaam", "Familienaam en voornaam", "Familienaam voornaam",
        "Voornaam en naam", "Voornaam naam", "Voornaam + naam", "Voornaam en familienaam",
        "Naam werknemer", "Naam medewerker", "Volledige naam",
    ),
    Kolom.VOORNAAM: ("Voornamen", "V.naam", "Voornaam werknemer"),
    Kolom.INSZ: (
        "INSZ-nummer", "INSZ nr", "Rijksregisternummer", "Rijksregisternr", "Rijksregister",
        "Rijksreg.nr.", "Rijksreg. nummer", "RRN", "RR-nummer", "RR nr", "Nationaal nummer",
    ),
    Kolom.GEBOORTEDATUM: (
        "Geb. datum", "Geb.dat.", "Gebdatum", "Geboren op", "Geboren", "Geboortedag",
        "Datum geboorte",
    ),
    Kolom.DIENST: ("Afdeling", "Diensten", "Naam dienst"),
    Kolom.BEGELEIDER: (
        "Trajectbegeleider", "Naam begeleider", "E-mail begeleider", "E-mailadres begeleider",
    ),
    Kolom.FUNCTIE: ("Functietitel", "Functienaam", "Functieomschrijving"),
    Kolom.START_CONTRACT: (
        "In dienst", "In dienst sinds", "In dienst op", "Datum in dienst", "Datum indiensttreding",
        "Indiensttreding", "Datum van indiensttreding", "Startdatum contract",
        "Begindatum contract", "Begin contract", "Contract van", "Contract vanaf",
    ),
    Kolom.EINDE_CONTRACT: (
        "Uit dienst", "Uit dienst op", "Datum uit dienst", "Datum uitdiensttreding",
        "Uitdiensttreding", "Einddatum contract", "Contract tot", "Contract tot en met",
    ),
    Kolom.SOORT_CONTRACT: ("Contracttype", "Type contract", "Contractsoort", "Contractvorm"),
    Kolom.BREUK: (
        "Contract %", "% contract", "Tewerkstelling", "Tewerkstelling %", "Tewerkstellings%",
        "% tewerkstelling", "Tewerkstellingspercentage", "Tewerkstellingsbreuk %", "VTE",
        "Tewerkstellingsgraad", "Percentage tewerkstelling", "Jobtime",
    ),
    Kolom.MAANDLOON: (
        "Brutoloon", "Brutomaandloon", "Maandloon", "Bruto loon per maand", "Brutoloon per maand",
        "Maandloon bruto", "Bruto maandwedde", "Brutowedde", "Bruto per maand",
    ),
    Kolom.SOORT_ADVIES: ("Type advies", "Adviestype", "Soort WOP", "Type WOP"),
    Kolom.BESLUITDATUM: (
        "Datum besluit", "Datum van het besluit", "Beslissingsdatum", "Datum beslissing",
        "Datum van beslissing",
    ),
    Kolom.EINDE_ADVIES: (
        "Einddatum advies", "Advies tot", "Advies tot en met", "Einde WOP", "Einddatum WOP",
    ),
    Kolom.NIVEAU: ("Niveau begeleiding", "Niveau van begeleiding", "Begeleidingsnood"),
    Kolom.EMAIL: ("E-mailadres", "Mailadres", "Mail", "E-mail werknemer"),
    Kolom.GSM: ("Gsm-nummer", "Gsm nr", "Gsmnr", "Mobiel", "Mobiel nummer"),
    Kolom.VOERTAAL: ("Taal van het plan", "Taal plan"),
    Kolom.KWARTAAL: ("Kw.", "Trim.", "Trimester"),
    Kolom.REFERTELOON: (
        "Loonkost", "Loonkost kwartaal", "Loonkost per kwartaal", "Referteloon kwartaal",
        "Referteloon per kwartaal",
    ),
    Kolom.BETAALDE_UREN: ("Bezoldigde uren", "Uren betaald"),
}  # fmt: skip
_MISSCHIEN: Final[dict[Kolom, tuple[str, ...]]] = {
    Kolom.PERSONEELSNUMMER: ("Nr", "Nummer", "ID", "Code", "Volgnummer"),
    Kolom.FAMILIENAAM: ("Werknemer", "Medewerker", "Doelgroepmedewerker", "Persoon"),
    Kolom.VOORNAAM: ("Roepnaam",),
    Kolom.INSZ: ("BIS-nummer", "BIS"),
    Kolom.GEBOORTEDATUM: ("Geb.",),
    Kolom.DIENST: (
        "Team", "Werkplek", "Werkplaats", "Locatie", "Vestiging", "Dienst/afdeling",
        "Afdeling/dienst", "Ploeg", "Werkvloer",
    ),
    Kolom.BEGELEIDER: ("Jobcoach", "Coach", "Begeleiding", "Arbeidsbegeleider"),
    Kolom.FUNCTIE: ("Job", "Beroep", "Taak", "Werk"),
    Kolom.START_CONTRACT: ("Start", "Startdatum", "Begin", "Begindatum", "Vanaf", "Van"),
    Kolom.EINDE_CONTRACT: ("Einde", "Eind", "Einddatum", "Tot", "Tot en met", "T.e.m."),
    Kolom.SOORT_CONTRACT: ("Contract", "Duur contract", "Contractduur"),
    Kolom.BREUK: (
        "Breuk", "FTE", "Uurrooster", "Uren", "Uren per week", "Uren/week", "Wekelijkse uren",
        "Contracturen", "Arbeidsduur", "Arbeidsregime", "Werkregime", "Weekuren", "%",
        "Percentage", "Uren/w",
    ),
    Kolom.MAANDLOON: ("Bruto", "Loon", "Wedde"),
    Kolom.SOORT_ADVIES: ("Advies", "Maatregel", "IMW", "WOP", "Pakket", "Startpakket", "Statuut"),
    Kolom.BESLUITDATUM: ("Besluit", "Beslissing", "Datum advies", "Datum toekenning"),
    Kolom.EINDE_ADVIES: (
        "Einde IMW", "Einddatum IMW", "IMW tot", "Einde ondersteuning", "Einde maatregel",
    ),
    Kolom.NIVEAU: ("Niveau",),
    Kolom.GSM: ("Telefoon", "Telefoonnummer", "Tel.", "Telnr", "Contactnummer"),
    Kolom.VOERTAAL: ("Taal", "Moedertaal", "Spreektaal", "Contacttaal"),
}  # fmt: skip
# Titles that say that the first name stands in front in the same cell.
_VOORNAAM_EERST: Final = ("voornaam",)
# What an explanation beside a title may say without making another column of it.
_UITLEG: Final = frozenset(
    """a adres b bijv bijvoorbeeld breuk bruto bv cijfers d datum dd e eerst en eur euro formaat fr
    gekend getal h ifv in indien invullen j jaar jj jjjj kolom komma l laag m maand mail max
    maximum mm min minimum n naam nl nummer of optioneel p per procent tekst tot tussen uren uur
    van vb verplicht voltijds vte vul week x y yy yyyy z zoals""".split()  # noqa: SIM905
)
_MET_UITLEG: Final = re.compile(r"(?P<titel>[^(\[{\n]+)[(\[{\n](?P<uitleg>.*)", re.DOTALL)


def titelsleutel(titel: str) -> str:
    """One key for all spellings of a title; a per cent sign counts as a word."""
    return sleutel(titel.replace("%", " procent "))[:SLEUTELLENGTE]


_TABEL: Final[dict[str, Herkenning]] = {
    titelsleutel(titel): Herkenning(kolom, zekerheid)
    for zekerheid, tabel in (
        (Titelzekerheid.MISSCHIEN, _MISSCHIEN),
        (Titelzekerheid.ZEKER, _ZEKER),
        (Titelzekerheid.EIGEN, {kolom: (kolom.value,) for kolom in Kolom}),
    )
    for kolom, titels in tabel.items()
    for titel in titels
}


@lru_cache(maxsize=2_000)
def herken(titel: str) -> Herkenning | None:
    """What a title stands for, also with an explanation beside it: `Tewerkstellingsbreuk (0-1)`.

    An explanation in other words than of a notation can make another column of it, as in
    `Begeleider (vorige)`: then it is no more than perhaps.
    """
    if gevonden := _TABEL.get(titelsleutel(titel)):
        return gevonden
    vorm = _MET_UITLEG.fullmatch(titel.strip())
    gevonden = _TABEL.get(titelsleutel(vorm["titel"])) if vorm else None
    if vorm is None or gevonden is None:
        return None
    woorden = re.findall(r"[^\W\d_]+", schoon(vorm["uitleg"]).casefold())
    zekerheid = Titelzekerheid.ZEKER if _UITLEG.issuperset(woorden) else Titelzekerheid.MISSCHIEN
    return Herkenning(gevonden.kolom, max(zekerheid, gevonden.zekerheid))


def voornaam_eerst(titel: str) -> bool:
    """Whether a title for a whole name begins with the first name."""
    return titelsleutel(titel).startswith(_VOORNAAM_EERST)
