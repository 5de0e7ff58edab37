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

BEGIN: Final[tuple[Regel, ...]] = (
    (START, "einddoel", "De bijzondere passage in het contract mondeling overlopen", BEGELEIDER, C, 0),
    (START, "einddoel", "Samen bespreken waar deze job naartoe leidt, en tot wanneer", BEGELEIDER, C, 14),
    (TEAM, "", "Gekwalificeerd begeleider en collega-coach vastleggen", BEGELEIDER, A, 7),
    (TEAM, "", "Het ondersteuningsplan opmaken", BEGELEIDER, A, 14),
    (TEAM, "", "Afspreken hoe en wanneer we elkaar om de twee weken horen", BEGELEIDER, A, 14),
)
TWEE: Final[tuple[Regel, ...]] = (
    (KUNNEN, "competenties", "Eerste ronde: competenties samen invullen en talenten benoemen", BEGELEIDER, A, 45),
    (KUNNEN, "", "De randvoorwaarden overlopen", BEGELEIDER, A, 60),
    (KUNNEN, "jobdoelwit", "Een jobdoelwit kiezen", WERKNEMER, A, 90),
    (KUNNEN, "competenties", "Tweede ronde: competenties samen invullen", BEGELEIDER, A, 270),
    (KUNNEN, "competenties", "Derde ronde: competenties samen invullen", BEGELEIDER, A, 480),
    (LEREN, "taal", "Nagaan of taalondersteuning op de werkvloer helpt", BEGELEIDER, A, 60),
    (LEREN, "vorming", "Een vorming met attest kiezen die past bij het jobdoelwit", BEGELEIDER, A, 150),
    (LEREN, "vorming", "De vorming volgen en het attest bewaren", WERKNEMER, A, 330),
    (ZOEKEN, "sollicitatie", "Een cv maken en een gesprek oefenen", WERKNEMER, E, -330),
    (ZOEKEN, "stage", "Een stage zoeken bij een mogelijke werkgever", BEGELEIDER, E, -300),
    (ZOEKEN, "sollicitatie", "Minstens drie keer solliciteren", WERKNEMER, E, -210),
    (ZOEKEN, "", "Nagaan wat na deze twee jaar kan: dit advies wordt niet verlengd", BEGELEIDER, E, -180),
)
VIJF: Final[tuple[Regel, ...]] = (
    (KUNNEN, "competenties", "Eerste ronde: competenties samen invullen en talenten benoemen", BEGELEIDER, A, 60),
    (KUNNEN, "", "De randvoorwaarden overlopen", BEGELEIDER, A, 90),
    (KUNNEN, "jobdoelwit", "Een eerste jobdoelwit kiezen", WERKNEMER, A, 180),
    (KUNNEN, "competenties", "Tweede ronde: competenties en jobdoelwit opnieuw bekijken", BEGELEIDER, A, 365),
    (KUNNEN, "competenties", "Derde ronde: competenties en jobdoelwit opnieuw bekijken", BEGELEIDER, A, 730),
    (KUNNEN, "competenties", "Vierde ronde: competenties en jobdoelwit opnieuw bekijken", BEGELEIDER, A, 1095),
    (LEREN, "taal", "Nagaan of taalondersteuning op de werkvloer helpt", BEGELEIDER, A, 90),
    (LEREN, "vorming", "Een vorming met attest kiezen die past bij het jobdoelwit", BEGELEIDER, A, 270),
    (LEREN, "vorming", "De vorming volgen en het attest bewaren", WERKNEMER, A, 545),
    (LEREN, "vorming", "Een tweede vorming kiezen, gericht op de volgende werkgever", BEGELEIDER, E, -730),
    (ZOEKEN, "", "Bespreken of een evaluatie of verlenging zinvol is, en vanaf wanneer die kan", BEGELEIDER, E, -720),
    (ZOEKEN, "stage", "Een stage zoeken bij een mogelijke werkgever", BEGELEIDER, E, -540),
    (ZOEKEN, "sollicitatie", "Een cv maken en een gesprek oefenen", WERKNEMER, E, -450),
    (ZOEKEN, "", "Beslissen: verlenging aanvragen of uitstroom voorbereiden", BEGELEIDER, E, -365),
    (ZOEKEN, "sollicitatie", "Minstens drie keer solliciteren", WERKNEMER, E, -300),
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
