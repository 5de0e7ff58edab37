"""What stands in the pack, what is missing, and what is never in it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    BegeleidingsteamFactory,
    CompetentieFactory,
    CompetentiescoreFactory,
    ContractFactory,
    DeelnameFactory,
    DoelFactory,
    GebeurtenisFactory,
    JobdoelwitFactory,
    NotitieFactory,
    PassagetoelichtingFactory,
    PlanversieFactory,
    RandvoorwaardeFactory,
    SollicitatieFactory,
    StageFactory,
    TalentFactory,
    TrajectFactory,
    VerzoektekstFactory,
)
from tests.trajects.evaluatiepakket.dossier import GEHEIM, vul_dossier
from trajects.evaluatiepakket.pakket import stel_pakket_samen
from trajects.keuzes import (
    RANDVOORWAARDEN,
    Fase,
    SoortNotitie,
    Standdeelname,
    Standrandvoorwaarde,
    Thema,
)
from trajects.models import Begeleidingsteam, Deelname, Stage
from trajects.plan.randvoorwaarden import zet_randvoorwaarde
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)


def vers(wie: Werknemer) -> Werknemer:
    """Without what was read of it before."""
    return Werknemer.objects.get(pk=wie.pk)


def leemtes(wie: Werknemer) -> list[str]:
    return [leemte.zin for leemte in stel_pakket_samen(vers(wie), VANDAAG).leemtes]


def feiten(wie: Werknemer, deel: str) -> list[tuple[date, str]]:
    delen = stel_pakket_samen(vers(wie), VANDAAG).delen
    gezocht = next(een for een in delen if een.sleutel == deel)
    return [(feit.dag, feit.zin) for feit in gezocht.feiten]


# --- what is missing -------------------------------------------------------------------------


def test_of_who_has_nothing_on_file_everything_is_missing(amina: Werknemer) -> None:
    assert leemtes(amina) == [
        "Er is nog geen advies ingevuld.",
        "Er loopt vandaag geen contract.",
        "De competenties zijn nog niet samen overlopen.",
        "Er staat nog geen talent.",
        "Nog niet besproken: huisvesting, mobiliteit, kinderopvang, financiën, taal, "
        "administratie en verblijf, digitale vaardigheden, netwerk en gezondheid.",
        "Er is nog geen vorming gekozen.",
        "Er staat nog niet wie de gekwalificeerd begeleider is.",
        "Er staat nog niet wie de collega-coach is.",
        "Er is nog geen gesprek genoteerd.",
        "Er staat nog niet wanneer het ondersteuningsplan opgemaakt is.",
        "Er is nog geen traject gestart.",
        "Er staat nog niet dat er over het einddoel van de job gesproken is.",
        "Er is nog geen jobdoelwit. Kies er samen één.",
        "Er staat nog geen stage en geen sollicitatie.",
        "Onder “De job en wat die vraagt” staat nog niets.",
        "Onder “Wat al lukt en wat nog niet” staat nog niets.",
        "Onder “Welke begeleiding nodig is, en waarom” staat nog niets.",
        "Onder “Wat we deden op weg naar een gewone job” staat nog niets.",
        "Onder “Wat we aan VDAB vragen” staat nog niets.",
    ]


def test_of_who_has_everything_on_file_nothing_is_missing(
    amina: Werknemer, begeleider: Gebruiker
) -> None:
    assert leemtes(vul_dossier(amina, begeleider)) == []


def _twee_ronden(wie: Werknemer) -> None:
    competentie = CompetentieFactory(organisatie=wie.organisatie)
    for dag in (date(2025, 4, 1), date(2026, 4, 1)):
        CompetentiescoreFactory(
            werknemer=wie, competentie=competentie, datum=dag, door=wie.begeleider
        )


def _alles_besproken(wie: Werknemer) -> None:
    for thema in RANDVOORWAARDEN:
        RandvoorwaardeFactory(werknemer=wie, thema=thema, stand=Standrandvoorwaarde.IN_ORDE)


VULLING: dict[str, Callable[[Werknemer], object]] = {
    "geen advies": lambda wie: AdviesFactory(werknemer=wie),
    "geen contract": lambda wie: ContractFactory(werknemer=wie),
    "nog niet samen overlopen": _twee_ronden,
    "geen talent": lambda wie: TalentFactory(werknemer=wie),
    "Nog niet besproken": _alles_besproken,
    "geen vorming": lambda wie: DeelnameFactory(werknemer=wie),
    "gekwalificeerd begeleider is": lambda wie: BegeleidingsteamFactory(werknemer=wie),
    "collega-coach is": lambda wie: BegeleidingsteamFactory(werknemer=wie),
    "geen gesprek genoteerd": lambda wie: NotitieFactory(werknemer=wie),
    "ondersteuningsplan opgemaakt": lambda wie: PlanversieFactory(werknemer=wie),
    "geen traject": lambda wie: TrajectFactory(werknemer=wie),
    "over het einddoel": lambda wie: PassagetoelichtingFactory(
        contract=ContractFactory(werknemer=wie), uitgelegd_op=date(2026, 3, 2),
        uitgelegd_door="An Peeters", taal="nl",
    ),
    "geen jobdoelwit": lambda wie: TrajectFactory(werknemer=wie, jobdoelwit="kok"),
    "geen stage en geen sollicitatie": lambda wie: SollicitatieFactory(werknemer=wie),
    "De job en wat die vraagt": lambda wie: VerzoektekstFactory(werknemer=wie),
}  # fmt: skip


@pytest.mark.parametrize("stuk", VULLING)
def test_what_is_filled_in_is_missing_no_more(amina: Werknemer, stuk: str) -> None:
    assert [zin for zin in leemtes(amina) if stuk in zin]
    VULLING[stuk](amina)
    assert [zin for zin in leemtes(amina) if stuk in zin] == []


def test_what_is_half_filled_in_is_missing_too(amina: Werknemer, begeleider: Gebruiker) -> None:
    vul_dossier(amina, begeleider)
    amina.contracten.update(functie="")
    amina.competentiescores.filter(datum__year=2025).delete()
    amina.deelnames.update(stand=Standdeelname.GEPLAND, attest="")
    amina.stages.update(evaluatie="")
    Begeleidingsteam.objects.update(kwalificatie="")
    amina.acties.all().delete()
    amina.trajecten.get().doelen.all().delete()
    amina.trajecten.get().jobdoelwitten.update(wat_ontbreekt="")
    assert leemtes(amina) == [
        "In het contract bij Keuken staat geen functie.",
        "Bij het jobdoelwit “kok” staat niet wat er nog nodig is.",
        "Elke competentie is één keer overlopen. Overloop ze opnieuw voor een verloop.",
        "De vorming “Hygiëne” is voorbij. Was Amina er?",
        "Er staat niet welke kwalificatie Ilse Maes heeft.",
        "In het plan staat nog geen doel.",
        "Van de stage bij De Linde staat nog niet hoe ze ging.",
    ]


def test_what_is_still_to_come_is_not_missing(amina: Werknemer, begeleider: Gebruiker) -> None:
    vul_dossier(amina, begeleider)
    straks = Periode(date(2026, 12, 1), date(2026, 12, 3))
    DeelnameFactory(werknemer=amina, vorming__periode=straks)
    StageFactory(werknemer=amina, periode=straks)
    assert leemtes(amina) == []


@pytest.mark.parametrize(
    ("versie", "ontbreekt"),
    [(date(2024, 2, 5), True), (date(2024, 12, 31), True), (date(2025, 1, 1), False)],
)
def test_a_plan_follows_the_guidance_premium(
    amina: Werknemer, versie: date, ontbreekt: bool
) -> None:
    """The flat part fell on 1 April 2025, after five quarters."""
    AdviesFactory(werknemer=amina, begeleidingsniveau=Begeleidingsniveau.MIDDEN)
    PlanversieFactory(werknemer=amina, op=versie)
    zin = (
        "Sinds de begeleidingspremie op 1 april 2025 veranderde, is het ondersteuningsplan niet "
        "bijgewerkt."
    )
    assert (zin in leemtes(amina)) is ontbreekt


# --- what stands in it -----------------------------------------------------------------------


def test_what_vdab_decided_and_what_the_job_asks(amina: Werknemer, begeleider: Gebruiker) -> None:
    vul_dossier(amina, begeleider)
    assert feiten(amina, "steun") == [
        (
            date(2024, 2, 14),
            "Besluit: IMW 5 jaar, 01/01/2024 t.e.m. 31/12/2028. Begeleiding in het begin: geen.",
        ),
        (
            date(2028, 12, 31),
            "Op deze dag eindigt de ondersteuning: nog 2 jaar en 1 maand, t.e.m. 31 december 2028.",
        ),
    ]
    assert feiten(amina, "functie") == [
        (
            date(2024, 1, 1),
            "Keukenhulp bij Keuken, 80 % van voltijds, onbepaalde duur.",
        ),
        (date(2025, 3, 3), "Voor het jobdoelwit “kok” is nog nodig: Een attest hygiëne."),
        (date(2026, 9, 1), "Taak op stage bij De Linde: helpen in de keuken."),
    ]


def test_what_was_asked_and_decided_before(amina: Werknemer) -> None:
    GebeurtenisFactory(advies=AdviesFactory(werknemer=amina))
    assert (
        date(2026, 11, 2),
        "Verlenging gevraagd op 2 november 2026. Er is nog geen beslissing.",
    ) in feiten(amina, "steun")


def test_what_was_learned_and_what_was_tried(amina: Werknemer, begeleider: Gebruiker) -> None:
    vul_dossier(amina, begeleider)
    verloop = "begeleider 2 en Amina 4 op 01/04/2025; begeleider 3 en Amina 4 op 01/04/2026"
    assert feiten(amina, "competenties") == [
        (date(2026, 4, 1), f"Samenwerken: {verloop}."),
        (date(2026, 4, 1), "Samenwerken, voorbeeld: Hielp in de spoelkeuken."),
        (date(2026, 10, 1), "Talent: geduldig."),
    ]
    (vorming,) = feiten(amina, "vorming")
    assert vorming == (
        date(2026, 3, 2),
        "Hygiëne, t.e.m. 3 maart 2026: aanwezig · 12 uur. Attest: Hygiëne in de keuken.",
    )
    assert feiten(amina, "gewone-job") == [
        (date(2025, 3, 3), "Jobdoelwit: kok."),
        (date(2026, 8, 3), "Gesprek over het einddoel."),
        (
            date(2026, 9, 1),
            "Stage bij De Linde, t.e.m. 14 september 2026. Het tempo lag te hoog.",
        ),
        (
            date(2026, 11, 9),
            "Sollicitatie: keukenhulp, halftijds bij De Linde, verstuurd. Later nog eens.",
        ),
    ]


def test_talks_are_counted_by_kind_and_not_quoted(amina: Werknemer, begeleider: Gebruiker) -> None:
    vul_dossier(amina, begeleider)
    soort = SoortNotitie.TELEFOON
    NotitieFactory(werknemer=amina, soort=soort, datum=date(2025, 12, 1), auteur=begeleider)
    team = "Gekwalificeerd begeleider: Ilse Maes, bachelor sociaal werk."
    assert feiten(amina, "begeleiding") == [
        (VANDAAG, team),
        (VANDAAG, "Collega-coach: Dirk Wouters."),
        (date(2026, 11, 9), "In de laatste 12 maanden op 5 dagen gesproken, gemiddeld om de 86 "
         "dagen. Het langst zonder gesprek: 245 dagen, van 1 december 2025 tot 3 augustus 2026."),
        (date(2026, 11, 9), "Gesprek in 2026: 4 keer, op 3/8, 7/9, 21/9, 9/11."),
        (date(2025, 12, 1), "Telefoon in 2025: 1 keer, op 1/12."),
    ]  # fmt: skip


def test_two_talks_on_a_day_are_two_talks(amina: Werknemer) -> None:
    for _ in range(2):
        NotitieFactory(werknemer=amina, datum=date(2026, 11, 2))
    assert (
        "Gesprek in 2026: 2 keer, op 2/11 (2 keer)." in dict(feiten(amina, "begeleiding")).values()
    )


def test_only_the_note_that_counts_is_counted(amina: Werknemer) -> None:
    oud = NotitieFactory(werknemer=amina, datum=date(2026, 11, 2))
    NotitieFactory(werknemer=amina, datum=oud.datum, vervangt=oud, vertrouwelijk=True)
    assert feiten(amina, "begeleiding") == []
    assert "Er is nog geen gesprek genoteerd." in leemtes(amina)


def test_how_the_plan_came_to_be(amina: Werknemer, begeleider: Gebruiker) -> None:
    vul_dossier(amina, begeleider)
    traject = amina.trajecten.get()
    reden = {"tot": date(2025, 3, 3), "reden_van_wijziging": "Te zwaar voor de rug"}
    JobdoelwitFactory(traject=traject, titel="schilder", van=date(2024, 5, 6), **reden)
    assert feiten(amina, "ondersteuningsplan") == [
        (date(2024, 2, 5), "Ondersteuningsplan: Opgemaakt bij de start."),
        (date(2024, 5, 6), "Jobdoelwit gekozen: schilder."),
        (date(2025, 3, 3), "Jobdoelwit gekozen: kok."),
        (date(2025, 3, 3), "Ander jobdoelwit dan “schilder”: Te zwaar voor de rug."),
        (VANDAAG, "Doel “Een gerecht bereiden”: loopt, 1 actie gedaan en 1 te doen."),
    ]


def test_a_precondition_says_how_it_was(amina: Werknemer, begeleider: Gebruiker) -> None:
    for stand, woorden in (("belemmering", "Geen bus."), ("in_orde", "Met de fiets")):
        zet_randvoorwaarde(
            werknemer=amina, thema=Thema.MOBILITEIT, door=begeleider, gezien=None, stand=stand,
            toelichting=woorden,
        )  # fmt: skip
    assert feiten(amina, "randvoorwaarden") == [
        (VANDAAG, "Mobiliteit: in orde. Met de fiets. Tot 23 november 2026: belemmering.")
    ]


def test_beside_each_heading_lie_facts_and_each_part_beside_one(amina: Werknemer) -> None:
    pakket = stel_pakket_samen(amina, VANDAAG)
    erbij = [deel.sleutel for _, delen in pakket.verzoek for deel in delen]
    assert all(delen for _, delen in pakket.verzoek)
    assert sorted(erbij) == sorted(deel.sleutel for deel in pakket.delen)


# --- the page --------------------------------------------------------------------------------


def adres(wie: Werknemer) -> str:
    return reverse("trajects:evaluatie", args=[wie.pk])


@pytest.mark.parametrize("rol", ["begeleider", "coordinator", "hr"])
def test_what_was_said_and_what_is_confidential_is_on_no_page(
    request: pytest.FixtureRequest, als: Als, amina: Werknemer, begeleider: Gebruiker, rol: str
) -> None:
    vul_dossier(amina, begeleider)
    tekst = als(request.getfixturevalue(rol)).get(adres(amina)).content.decode()
    assert "Gesprek in 2026: 4 keer, op 3/8, 7/9, 21/9, 9/11." in tekst
    assert "De wet vraagt geen register van elk contact" in tekst
    assert "Dit schreven we over" in tekst
    for geheim in (GEHEIM, "Wat gezegd is", "Over het einddoel gezegd", "17/11", "17 november"):
        assert geheim not in tekst
    assert ("/evaluatie/job/" in tekst) is (rol != "hr")


def test_an_action_out_of_a_confidential_note_stays_away(
    als: Als, amina: Werknemer, coordinator: Gebruiker
) -> None:
    notitie = NotitieFactory(werknemer=amina, vertrouwelijk=True)
    doel = DoelFactory(traject=TrajectFactory(werknemer=amina))
    ActieFactory(werknemer=amina, notitie=notitie, doel=doel, wat=GEHEIM)
    assert GEHEIM not in als(coordinator).get(adres(amina)).content.decode()


def test_wages_are_on_no_page(als: Als, amina: Werknemer, hr: Gebruiker) -> None:
    ContractFactory(werknemer=amina, bruto_maandloon="2154.11")
    assert "2.154" not in als(hr).get(adres(amina)).content.decode()


def test_of_a_colleague_it_does_not_exist(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    amina.begeleider = None
    amina.save()
    client = als(begeleider)
    assert client.get(adres(amina)).status_code == 404
    assert client.post(f"{adres(amina).rstrip('/')}.pdf").status_code == 404


def test_every_link_leads_to_a_place_that_is_there(
    als: Als, amina: Werknemer, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    """Of who has everything on file and of who has nothing: facts and gaps are everywhere."""
    leeg = Werknemer.objects.create(
        organisatie=amina.organisatie, personeelsnummer="P9", voornaam="Wim", familienaam="Leeg"
    )
    vul_dossier(amina, begeleider)
    client = als(hr)
    links = {link for wie in (amina, leeg) for link in _links(client, adres(wie))}
    plaatsen = {link.split("/", 3)[3] for link in links}
    assert len(plaatsen) == 16, sorted(plaatsen)
    for link in sorted(links):
        pad, _, anker = link.partition("#")
        antwoord = client.get(pad)
        assert antwoord.status_code == 200
        assert html.fromstring(antwoord.content).xpath(f"//*[@id='{anker}']"), link


def _links(client: Client, pad: str) -> list[str]:
    links = html.fromstring(client.get(pad).content).xpath("//main//a/@href")
    return [link for link in links if link.startswith("/werknemers/") and "#" in link]


def test_who_left_has_a_pack_too(als: Als, amina: Werknemer, hr: Gebruiker) -> None:
    TrajectFactory(werknemer=amina, fase=Fase.AFGEROND, jobdoelwit="kok")
    ContractFactory(werknemer=amina, periode=Periode(date(2024, 1, 1), date(2026, 1, 1)))
    assert als(hr).get(adres(amina)).status_code == 200
    assert "Er loopt vandaag geen contract." in leemtes(amina)


def test_a_name_with_html_stays_text(als: Als, amina: Werknemer, begeleider: Gebruiker) -> None:
    vul_dossier(amina, begeleider)
    slecht = "<script>alert(1)</script>"
    Werknemer.objects.update(voornaam=slecht)
    Stage.objects.update(evaluatie=slecht)
    Deelname.objects.update(attest=slecht)
    tekst = als(begeleider).get(adres(amina)).content.decode()
    assert slecht not in tekst
    assert tekst.count("&lt;script&gt;alert(1)&lt;/script&gt;") > 3


def test_the_way_to_it_is_on_the_page_of_the_advice(
    als: Als, amina: Werknemer, hr: Gebruiker, beheerder: Gebruiker
) -> None:
    contract = reverse("trajects:contract", args=[amina.pk])
    assert adres(amina) in als(hr).get(contract).content.decode()
    assert adres(amina) not in als(beheerder).get(contract).content.decode()
