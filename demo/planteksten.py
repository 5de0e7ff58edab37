"""What the plans of the demo say; each person gets some of each, in turn."""

from dataclasses import dataclass
from typing import Final

from trajects.keuzes import Thema, Wie

TALENTEN: Final = (
    "rustig als het druk is",
    "ziet wat er moet gebeuren",
    "komt altijd op tijd",
    "legt graag iets uit",
    "vriendelijk aan de telefoon",
    "werkt netjes tot het af is",
    "leert snel door te doen",
    "brengt de ploeg aan het lachen",
    "onthoudt de naam van elke klant",
    "handig met gereedschap",
    "vraagt hulp op tijd",
)
# By competence what the counsellor and the employee said, with an example.
SCORES: Final = (
    ("Afspraken nakomen", 3, 3, "Verwittigt zelf als de bus te laat is."),
    ("Samenwerken", 2, 3, "Helpt een collega als het werk af is."),
    ("Communiceren", 2, 2, "Vraagt na of een opdracht goed begrepen is."),
    ("Zelfstandig werken", 2, 3, "Begint ’s morgens zonder dat iemand het vraagt."),
    ("Kwaliteit en zorg", 3, 3, "Kijkt het eigen werk na voor het klaar is."),
    ("Tempo en volhouden", 2, 2, "Houdt het vol tot de middag, daarna gaat het trager."),
    ("Leren en zich aanpassen", 3, 2, "Kende de nieuwe machine na twee dagen."),
)
AANDACHT: Final = (
    (Thema.MOBILITEIT, "De eerste bus komt net op tijd."),
    (Thema.TAAL, "Praten lukt vlot, lezen gaat trager."),
    (Thema.DIGITAAL, "Mailen en inloggen doen we nog samen."),
    (Thema.FINANCIEN, "Een betaalplan loopt, met hulp van het OCMW."),
)
DOELWITTEN: Final = (
    "onderhoudsmedewerker in een school",
    "logistiek medewerker in een ziekenhuis",
    "winkelmedewerker in een supermarkt",
    "keukenmedewerker in een woonzorgcentrum",
    "medewerker groendienst bij een gemeente",
)


@dataclass(frozen=True, slots=True)
class Doeltekst:
    """A goal with what was done for it and what comes next."""

    titel: str
    thema: Thema
    gedaan: str
    resultaat: str
    volgt: str
    wie: Wie


DOELEN: Final = (
    Doeltekst(
        "Zelf met de fiets of de bus naar een nieuwe werkplek",
        Thema.MOBILITEIT,
        "Samen de weg eens afleggen",
        "Gedaan, op een rustige namiddag. Het duurde 25 minuten.",
        "De weg alleen afleggen, tijdens de spits",
        Wie.WERKNEMER,
    ),
    Doeltekst(
        "Een gesprek met een klant voeren in het Nederlands",
        Thema.TAAL,
        "Een kaartje maken met tien zinnen",
        "Het kaartje hangt in de kast.",
        "Elke week tien minuten oefenen met een collega",
        Wie.WERKNEMER,
    ),
    Doeltekst(
        "Een cv dat klaar is om te versturen",
        Thema.SOLLICITATIE,
        "Een lijst maken van alle vorige jobs",
        "Het waren er meer dan gedacht.",
        "Het cv samen nalezen en een foto kiezen",
        Wie.BEGELEIDER,
    ),
    Doeltekst(
        "Een dag meelopen bij een werkgever uit de buurt",
        Thema.STAGE,
        "Drie werkgevers kiezen om op te bellen",
        "De namen staan op papier.",
        "De eerste werkgever opbellen",
        Wie.BEGELEIDER,
    ),
    Doeltekst(
        "Een opleiding volgen die bij het jobdoelwit past",
        Thema.VORMING,
        "Het aanbod van de VDAB bekijken",
        "Twee opleidingen passen: een korte en een lange.",
        "De infodag bezoeken",
        Wie.WERKNEMER,
    ),
    Doeltekst(
        "De hele taak alleen doen, van begin tot einde",
        Thema.COMPETENTIES,
        "De stappen opschrijven met de ploegbaas",
        "Het blad hangt bij het materiaal.",
        "Een week lang alleen werken, en dan samen terugkijken",
        Wie.WERKNEMER,
    ),
)
GESPREKKEN: Final = (
    "Kort teruggekeken op de week. Het werk gaat goed. Volgende keer bekijken we samen het plan.",
    "Gesproken over het volgende doel. We doen het in kleine stappen: eerst kijken, dan proberen.",
    "Samen de planning overlopen. De uren passen, en er is nog plaats voor de opleiding.",
    "Even aan tafel gezeten na het werk. Blij met de ploeg, en nieuwsgierig naar een andere plek.",
    "Besproken wat deze maand lukte. Het is meer dan we zelf dachten, en dat schreven we op.",
)
EINDDOEL: Final = (
    "Samen gekeken waar deze job naartoe leidt, en tot wanneer de ondersteuning loopt. "
    "We maken er een plan van, stap voor stap."
)
