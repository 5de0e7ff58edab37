"""The example templates for a term of two and of five years.

Built on the chain of Koepel LDE (competences, job target, preconditions, type of work, warm
hand-over) and on the guidance conditions: a support plan at the start, regular follow-up.
"""

from typing import Any, ClassVar, Final

from django.db import migrations

C, A, E = "contract", "advies", "einde"
BEGELEIDER, WERKNEMER = "begeleider", "werknemer"
# goal, theme, action, who, anchor, days
Regel = tuple[str, str, str, str, str, int]

START: Final = "Een open start"
TEAM: Final = "Goede begeleiding op de werkvloer"
KUNNEN: Final = "Weten wat ik kan en waar ik naartoe wil"
LEREN: Final = "Leren voor het volgende werk"
ZOEKEN: Final = "Werk vinden bij een volgende werkgever"
OVERDRAGEN: Final = "Een warme overdracht"

EINDDOEL_OPNIEUW: Final = "Opnieuw bespreken waar deze job naartoe leidt, en tot wanneer"
TYPE_WERK: Final = (
    "Kiezen welk type werk erbij past: reguliere of sociale economie, collectief maatwerk, opleiding, zelfstandig"
)
VORMING_KIEZEN: Final = (
    "Een vorming met attest kiezen die past bij het jobdoelwit, en nagaan wat het Vormingsfonds LDE betaalt"
)
STAGE_EVALUEREN: Final = "De stage samen evalueren en het attest bewaren"
CONTRACT_EINDE: Final = "Met HR bekijken wat het einde van de ondersteuning voor het contract betekent, en dat samen bespreken"

# The guidance premium falls in the sixth quarter of the advice, 15 months after its start: then
# the support plan is updated (Herwin, on the ondersteuningsplan).
BEGIN: Final[tuple[Regel, ...]] = (
    (START, "einddoel", "De bijzondere passage in het contract mondeling overlopen, als het nodig is met een tolk", BEGELEIDER, C, 0),
    (START, "einddoel", "Samen bespreken waar deze job naartoe leidt, en tot wanneer", BEGELEIDER, C, 14),
    (TEAM, "", "Gekwalificeerd begeleider en collega-coach vastleggen", BEGELEIDER, A, 7),
    (TEAM, "", "Het ondersteuningsplan opmaken", BEGELEIDER, A, 14),
    (TEAM, "", "Afspreken hoe en wanneer we elkaar zien, minstens om de twee weken", BEGELEIDER, A, 14),
    (TEAM, "", "Het ondersteuningsplan bijwerken: de begeleidingspremie verandert", BEGELEIDER, A, 456),
)
TWEE: Final[tuple[Regel, ...]] = (
    (START, "einddoel", EINDDOEL_OPNIEUW, BEGELEIDER, A, 365),
    (KUNNEN, "competenties", "Eerste ronde: competenties samen invullen en talenten benoemen", BEGELEIDER, A, 45),
    (KUNNEN, "", "De randvoorwaarden overlopen", BEGELEIDER, A, 60),
    (KUNNEN, "jobdoelwit", "Een jobdoelwit kiezen", WERKNEMER, A, 90),
    (KUNNEN, "jobdoelwit", TYPE_WERK, BEGELEIDER, A, 120),
    (KUNNEN, "competenties", "Tweede ronde: competenties, jobdoelwit en randvoorwaarden opnieuw bekijken", BEGELEIDER, A, 270),
    (KUNNEN, "competenties", "Derde ronde: competenties, jobdoelwit en randvoorwaarden opnieuw bekijken", BEGELEIDER, A, 480),
    (LEREN, "taal", "Nagaan of taalondersteuning op de werkvloer helpt", BEGELEIDER, A, 60),
    (LEREN, "vorming", VORMING_KIEZEN, BEGELEIDER, A, 150),
    (LEREN, "vorming", "De vorming volgen en het attest bewaren", WERKNEMER, A, 330),
    (ZOEKEN, "sollicitatie", "Een cv maken en een gesprek oefenen", WERKNEMER, E, -330),
    (ZOEKEN, "stage", "Een stage zoeken bij een mogelijke werkgever", BEGELEIDER, E, -300),
    (ZOEKEN, "stage", STAGE_EVALUEREN, BEGELEIDER, E, -200),
    (ZOEKEN, "", "Nagaan wat na deze twee jaar kan: dit advies wordt niet verlengd, een nieuwe premie aanvragen kan soms wel", BEGELEIDER, E, -180),
    (ZOEKEN, "", CONTRACT_EINDE, BEGELEIDER, E, -180),
    (ZOEKEN, "sollicitatie", "Minstens drie keer solliciteren", WERKNEMER, E, -150),
)
VIJF: Final[tuple[Regel, ...]] = (
    (START, "einddoel", EINDDOEL_OPNIEUW, BEGELEIDER, A, 730),
    (START, "einddoel", EINDDOEL_OPNIEUW, BEGELEIDER, E, -365),
    (TEAM, "", "Nagaan of de ondersteuning nog past. Een bijsturing vragen kan, maar ze kan ook lager uitvallen", BEGELEIDER, A, 380),
    (KUNNEN, "competenties", "Eerste ronde: competenties samen invullen en talenten benoemen", BEGELEIDER, A, 60),
    (KUNNEN, "", "De randvoorwaarden overlopen", BEGELEIDER, A, 90),
    (KUNNEN, "jobdoelwit", "Een eerste jobdoelwit kiezen", WERKNEMER, A, 180),
    (KUNNEN, "jobdoelwit", TYPE_WERK, BEGELEIDER, A, 240),
    (KUNNEN, "competenties", "Tweede ronde: competenties, jobdoelwit en randvoorwaarden opnieuw bekijken", BEGELEIDER, A, 365),
    (KUNNEN, "competenties", "Derde ronde: competenties, jobdoelwit en randvoorwaarden opnieuw bekijken", BEGELEIDER, A, 730),
    (KUNNEN, "competenties", "Vierde ronde: competenties, jobdoelwit en randvoorwaarden opnieuw bekijken", BEGELEIDER, A, 1095),
    (KUNNEN, "competenties", "Laatste ronde: competenties samen invullen, voor het cv en de overdracht", BEGELEIDER, E, -420),
    (LEREN, "taal", "Nagaan of taalondersteuning op de werkvloer helpt", BEGELEIDER, A, 90),
    (LEREN, "vorming", VORMING_KIEZEN, BEGELEIDER, A, 270),
    (LEREN, "vorming", "De vorming volgen en het attest bewaren", WERKNEMER, A, 545),
    (LEREN, "vorming", "Een tweede vorming kiezen, gericht op de volgende werkgever", BEGELEIDER, E, -730),
    (ZOEKEN, "", "Bespreken of een evaluatie of verlenging zinvol is, en vanaf wanneer die kan", BEGELEIDER, E, -720),
    (ZOEKEN, "sollicitatie", "Een cv maken en een gesprek oefenen", WERKNEMER, E, -570),
    (ZOEKEN, "stage", "Een stage zoeken bij een mogelijke werkgever", BEGELEIDER, E, -540),
    (ZOEKEN, "stage", STAGE_EVALUEREN, BEGELEIDER, E, -440),
    (ZOEKEN, "", "Beslissen: verlenging aanvragen of uitstroom voorbereiden", BEGELEIDER, E, -365),
    (ZOEKEN, "sollicitatie", "Minstens drie keer solliciteren", WERKNEMER, E, -300),
    (ZOEKEN, "", CONTRACT_EINDE, BEGELEIDER, E, -240),
)
SLOT: Final[tuple[Regel, ...]] = (
    (OVERDRAGEN, "overdracht", "Toestemming vragen: wat mogen we delen met de volgende werkgever?", BEGELEIDER, E, -120),
    (OVERDRAGEN, "overdracht", "Een gesprek plannen met de volgende werkgever", BEGELEIDER, E, -90),
    (OVERDRAGEN, "overdracht", "Samen kennismaken op de nieuwe werkplek", WERKNEMER, E, -45),
    (OVERDRAGEN, "nazorg", "Afspreken wanneer we elkaar na de overstap horen", BEGELEIDER, E, -14),
)
SJABLONEN: Final = (
    ("Plan voor 2 jaar", 2, "Van de eerste dag tot de overdracht, voor een advies van 2 jaar.", (*BEGIN, *TWEE, *SLOT)),
    ("Plan voor 5 jaar", 5, "Van de eerste dag tot de overdracht, voor een advies van 5 jaar.", (*BEGIN, *VIJF, *SLOT)),
)


def zaai(apps: Any, _schema_editor: Any) -> None:
    sjabloon, regel = (apps.get_model("trajects", n) for n in ("Plansjabloon", "Sjabloonregel"))
    for naam, jaren, omschrijving, regels in SJABLONEN:
        nieuw = sjabloon.objects.create(naam=naam, jaren=jaren, omschrijving=omschrijving)
        for doel, thema, wat, wie, anker, dagen in regels:
            regel.objects.create(
                sjabloon=nieuw, doel=doel, thema=thema, wat=wat, wie=wie, anker=anker, dagen=dagen
            )


def maak_leeg(apps: Any, _schema_editor: Any) -> None:
    apps.get_model("trajects", "Plansjabloon").objects.filter(organisatie=None).delete()


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0007_competenties")]
    operations: ClassVar = [migrations.RunPython(zaai, maak_leeg)]
