"""What a module of rules is: it writes with a writer or it reads, and it knows no screen."""

import ast
from collections.abc import Iterator

import pytest

from tests.test_conventies import CODE, modules, schrijvende_aanroepen

# What is no rule: it shows, defines, starts up, or makes the invented people.
GEEN_REGEL = {
    "views", "forms", "filters", "exports", "urls", "paginas", "templatetags", "models", "keuzes",
    "management", "migrations", "admin", "apps", "tasks", "demo",
}  # fmt: skip


def regels_van_apps() -> Iterator[tuple[str, ast.Module]]:
    """The modules of the apps that hold rules: not the ground, not the screens."""
    for naam, boom in modules():
        if (
            not naam.startswith(("gedeeld.", "doorstroom."))
            and not set(naam.split(".")) & GEEN_REGEL
        ):
            yield naam, boom


EIGEN_SCHRIJFWERK = {
    "financiering.domein.betalingen: Betaling.objects.bulk_create": (
        "A statement of thousands of lines; the writer leaves a row for each of them."
    ),
    "financiering.domein.momentopnames: Kerncijfer.objects.bulk_create": (
        "Measured by the night; nobody entered them."
    ),
    "financiering.domein.momentopnames: "
    "Kerncijfer.objects.van(organisatie.pk).filter(pk__in=overtollig).delete": (
        "The night keeps one of each week of what is old."
    ),
    "financiering.domein.voorspellingen: Voorspelling.objects.bulk_create": (
        "Kept by the night; nobody entered them."
    ),
    "financiering.domein.scenariobeheer: getattr(kopie, verzameling).bulk_create": (
        "The row about the copy says of which scenario these are the parts."
    ),
    "financiering.domein.scenariobeheer: huidig.save": (
        "Only the moment: its parts changed, and each left a row."
    ),
    "regels.domein.wetstoepassing: Bron.objects.bulk_create": "A new database begins with it.",
    "regels.domein.wetstoepassing: StartpakketSchijf.objects.bulk_create": (
        "The row about the package says its steps."
    ),
    "regels.domein.wetstoepassing: rij.save": "A new database begins with it.",
    "regels.domein.wetstoepassing: rij.schijven.all().delete": (
        "The row about the package says its steps."
    ),
    "werknemers.domein.adviezen: Premieschijf.objects.bulk_create": "The advice's row says them.",
    "werknemers.domein.adviezen: advies.schijven.filter(gebeurtenis=None).delete": (
        "The advice's row says them."
    ),
    "werknemers.domein.begeleiders: rij.save": (
        "A history by itself, beside the row about the employee."
    ),
    "werknemers.domein.gebeurtenissen: Premieschijf.objects.bulk_create": "The event's row says.",
    "werknemers.domein.gebeurtenissen: wat.schijven.all().delete": "The event's row says them.",
    "werknemers.domein.invoer.aanhang: rijen.delete": (
        "What the program itself hung on somebody who goes with the import that made them."
    ),
    "werknemers.domein.invoer.ongedaan: Caseloadwissel.objects.bulk_create": (
        "A history by itself, beside the rows about the employees."
    ),
    "werknemers.domein.invoer.ongedaan: Caseloadwissel.objects.filter(gemaakt).delete": (
        "The history of who was made by mistake goes along; their row says that they go."
    ),
    "werknemers.domein.invoer.ongedaan: gaan._raw_delete": (
        "noteer_vele leaves the rows; nothing points to them any more."
    ),
    "werknemers.domein.invoer.ongedaan: soort.objects.bulk_update": "noteer_vele leaves the rows.",
    "werknemers.domein.invoer.opdracht: oud.exclude(status__in=Importopdracht.INGEBRACHT).update": (
        "The night clears old files; that is a rule, not somebody's act."
    ),
    "werknemers.domein.invoer.stand: stand.inszen.update": "A dictionary.",
    "werknemers.domein.invoer.toepassen: Caseloadwissel.objects.bulk_create": (
        "A history by itself, beside the rows about the employees."
    ),
    "werknemers.domein.invoer.toepassen: tabel.bulk_create": "noteer_vele leaves the rows.",
    "werknemers.domein.invoer.toepassen: tabel.bulk_update": "noteer_vele leaves the rows.",
    "werknemers.domein.invoer.uitvoering: Importopdracht.objects.filter(pk=opdracht.pk, status=van).update": (  # noqa: E501
        "A step of the task itself; what somebody asked for has its row, and so has what came in."
    ),
    "trajects.concepten.concepten: Concept.objects.create": "A draft leaves no trail.",
    "trajects.concepten.concepten: Concept.objects.filter(gewijzigd_op__date__lt=grens).delete": (
        "Drafts leave no trail."
    ),
    "trajects.concepten.concepten: eigen.filter(gewijzigd_op=verwijzing.gezien).delete": (
        "Drafts leave no trail."
    ),
    "trajects.concepten.concepten: huidig.save": "A draft leaves no trail.",
    "trajects.evaluatiepakket.verzoek: Verzoektekstversie.objects.create": (
        "A history by itself, beside the row about its text."
    ),
    "trajects.logboek.notities: oud.acties.update": (
        "Steps stay with the version that counts; nothing of what they say changes."
    ),
    "trajects.logboek.notities: oud.bijlagen.update": (
        "Files stay with the version that counts; nothing of what they are changes."
    ),
    "trajects.plan.randvoorwaarden: Randvoorwaardestand.objects.create": (
        "A history by itself, beside the row about its precondition."
    ),
    "trajects.plan.sjabloonbeheer: Sjabloonregel.objects.bulk_create": (
        "The row about the copy says of which example these are the lines."
    ),
    "trajects.profiel.competentielijst: Competentie.objects.bulk_update": (
        "One moves, and its row says so; the others are numbered again."
    ),
    "trajects.profiel.competentiescores: Competentiescore.objects.bulk_create": (
        "A round in one statement; noteer_vele leaves the rows."
    ),
    "trajects.signalen.dagoverzicht: Signaal.objects.filter(pk__in=signalen).update": (
        "The nightly job works on sets, and the outbox says what was mailed."
    ),
    "trajects.traject.fasen: Fasewissel.objects.create": (
        "A history by itself, beside the row about its trajectory."
    ),
    "trajects.uitstroom.nazorgplanning: Nazorgmoment.objects.bulk_create": (
        "Planned from the day of the outflow, whose row says that; nobody entered them."
    ),
    "trajects.uitstroom.nazorgplanning: uitstroom.nazorg.open().exclude(weken__in=weken).delete": (
        "Planned from the day of the outflow, and nobody wrote anything in them yet."
    ),
}


def test_a_rule_writes_with_the_writer() -> None:
    """Whatever is written beside it leaves no trail, or one with a policy of its own."""
    gevonden = {
        f"{naam}: {aanroep}"
        for naam, boom in regels_van_apps()
        for aanroep in schrijvende_aanroepen(boom)
    }
    assert gevonden == set(EIGEN_SCHRIJFWERK), "Use the writer of the model, or list the reason."


EIGEN_SLOTEN = {
    "gebruikers.domein.uitnodigen": "One user, found within what the inviter may see.",
    "gebruikers.domein.waarnemingen": "One stand-in, found within what the user may see.",
    "regels.domein.parameterketen": "The national values of one code, by their key.",
    "trajects.concepten.concepten": "One draft of one user.",
    "trajects.traject.vervallen": "The open actions of one goal or trajectory, by their key.",
    "werknemers.domein.invoer.beantwoorden": "One import, in the state that the user saw.",
    "werknemers.domein.invoer.hernemen": "Imports whose worker died; one that is held is skipped.",
    "werknemers.domein.invoer.kolomstap": "One import, after its organisation.",
    "werknemers.domein.invoer.ongedaan": "All that an import wrote, in the order of the import.",
    "werknemers.domein.invoer.opdracht": "One import, in the state that the user saw.",
    "werknemers.domein.invoer.stand": "All that an import changes, each kind by its key.",
    "werknemers.domein.invoer.uitvoering": "One import, before anything of it is written.",
}


def test_who_locks_by_itself_has_a_reason() -> None:
    """Records are locked in one order (gedeeld.schrijver); who locks by itself may break it."""
    gevonden = {
        naam
        for naam, boom in modules()
        for knoop in ast.walk(boom)
        if not naam.startswith("gedeeld.")
        and (
            (isinstance(knoop, ast.Attribute) and knoop.attr == "select_for_update")
            or (isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "vergrendel")
        )
    }
    assert gevonden == set(EIGEN_SLOTEN), "Use Schrijver.vergrendel, or list the reason."


@pytest.mark.parametrize(
    ("code", "gevonden"),
    [
        ("STAGES.schrijf(stage, velden, door=door)", set()),
        ("tellingen.update(nieuw=1)", set()),
        ("stage.save()", {"stage.save"}),
        ("Stage.objects.filter(pk=1).update(taak='x')", {"Stage.objects.filter(pk=1).update"}),
        ("werknemer.stages.all().delete()", {"werknemer.stages.all().delete"}),
    ],
)
def test_the_check_on_writing_can_fail(code: str, gevonden: set[str]) -> None:
    assert schrijvende_aanroepen(ast.parse(code)) == gevonden


# What a job does for nobody in particular.
ZONDER_DOOR = {
    "financiering.domein.bewijsbeheer: bewaar_van_de_nacht": "A job.",
    "financiering.domein.bewijsopruiming: ruim_bewijzen_op": "A job.",
    "financiering.domein.momentopnames: kerncijfers_van_vandaag": "A job.",
    "regels.domein.parameterketen: vergrendel_keten": "It locks, for the rule that writes.",
    "regels.domein.wetstoepassing: pas_wet_toe": "From the command line, out of the files.",
    "regels.domein.wetstoepassing: vul_aan": "What a new database begins with.",
    "werknemers.domein.invoer.hernemen: lijkt_verloren": "The same limit as the job goes by.",
    "werknemers.domein.invoer.hernemen: te_hernemen": "A job.",
    "gebruikers.domein.beschikbaar: eis_begeleider": "Locks for whoever writes.",
    "werknemers.domein.invoer.ongedaan: ongedaan_tot": "The same limit as the job goes by.",
    "werknemers.domein.invoer.ongedaan: zet_terug": "A job, for whoever asked for it.",
    "werknemers.domein.invoer.opdracht: ruim_op": "A job.",
    "werknemers.domein.invoer.uitvoering: breng_in": "A job, for whoever confirmed it.",
    "werknemers.domein.invoer.uitvoering: kijk_na": "A job.",
}


def leest_alleen(boom: ast.Module) -> set[str]:
    """Public functions of a module that writes, which neither say who writes nor help those that
    do: they read for a screen, and belong in a module that reads."""
    schrijft = any(
        isinstance(knoop, ast.ImportFrom) and (knoop.module or "").endswith("schrijvers")
        for knoop in boom.body
    )
    functies = {knoop.name: knoop for knoop in boom.body if isinstance(knoop, ast.FunctionDef)}
    gebruikt = {knoop.id for knoop in ast.walk(boom) if isinstance(knoop, ast.Name)}
    return {
        naam
        for naam, functie in functies.items()
        if schrijft
        and not naam.startswith("_")
        and naam not in gebruikt
        and "door" not in {arg.arg for arg in functie.args.args + functie.args.kwonlyargs}
    }


def test_a_module_of_rules_either_writes_or_reads() -> None:
    gevonden = {
        f"{naam}: {functie}" for naam, boom in regels_van_apps() for functie in leest_alleen(boom)
    }
    assert gevonden == set(ZONDER_DOOR), "Let a module of its own read, or list the reason."


def test_the_check_on_modules_can_fail() -> None:
    module = "from trajects.schrijvers import STAGES\ndef stages_van(wie): ...\ndef maak(door): ..."
    assert leest_alleen(ast.parse(module)) == {"stages_van"}
    assert (
        leest_alleen(ast.parse(module.replace("trajects.schrijvers", "trajects.models"))) == set()
    )


def test_a_rule_knows_no_screen() -> None:
    gevonden = {
        f"{naam}: {knoop.module}"
        for naam, boom in regels_van_apps()
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.ImportFrom)
        and (knoop.module or "").split(".")[0] in CODE
        and set((knoop.module or "").split("."))
        & {"views", "forms", "filters", "exports", "urls", "paginas", "templatetags"}
    }
    assert gevonden == set()
