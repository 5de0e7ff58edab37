"""Rules read what belongs to somebody whom a scoped read found before, not the whole table.

A view starts with `zichtbaar_voor(gebruiker)` and hands what it found to a rule. A rule may go on
from there: by a relation to what it was given, or by the key of it. Anything else is listed with
the reason why it may see more than one organisation.
"""

import ast
from collections.abc import Iterator
from typing import Final

import pytest

from tests.test_conventies import (
    BEREIK,
    BUITENLAGEN,
    EIGEN_MODELLEN,
    is_manager,
    modules,
    zoekt_in_alles,
)

# The other layers: those of the user have a check of their own, a model defines its manager, and
# the operator, a command and the demo are of no organisation. The question of a kind of signal is
# about everybody, and asked of one organisation: `signaalsoorten.vraag` puts that around it.
GEEN_REGELS: Final = {
    *BUITENLAGEN, "models", "admin", "management", "demo", "migrations", "soorten", "kandidaten",
    "adviesdagen_sql",
}  # fmt: skip
# `van` and `van_voor` ask for an organisation; what is made is not read.
BEREIK_VAN_EEN_REGEL: Final = BEREIK | {"van", "van_voor", "create", "bulk_create", "bulk_update"}
RELATIES: Final = {
    naam
    for model in EIGEN_MODELLEN
    for veld in model._meta.get_fields()
    if veld.is_relation
    for naam in (veld.name, f"{veld.name}_id")
}
VASTGEHOUDEN: Final = (".pk", "_id", "OuterRef('pk')")

REDENEN: Final = {
    "_attesten: Deelname.objects.vernieuwd": "Inside the row of one attest.",
    "_term: Regelparameter.objects.op": "Inside the row of one trajectory, for its organisation.",
    "_mensen: Gebruiker.objects.actief": "Of the organisation whose night it is, in the same line.",
    "lees_bij_jobdoelwit: Randvoorwaarde.objects.open": "Inside the row of one employee.",
    "lees_bij_jobdoelwit: Competentiescore.objects.filter": "Inside the row of one employee.",
    "lees_bij_jobdoelwit: Talent.objects.nu": "Inside the row of one employee.",
    # The rows that hang on one record, or on records that were read before.
    "_banden: band.related_model._base_manager.filter": "Asks for the record that is removed.",
    "_banden: model._base_manager.filter": "Asks for what an import of one organisation made.",
    "nooit_bekeken: Auditregel.objects.filter": "Names the kind and the keys of the signals given.",
    "_laatste_spoor: Auditregel.objects.filter": "Inside the row of one employee.",
    "_spoor_van: Auditregel.objects.filter": "Names employees of the own caseload.",
    "_waarnemingen: Auditregel.objects.filter": "Inside the row of one stand-in.",
    "_begonnen: Auditregel.objects.filter": "Inside the row of one stand-in.",
    "meld_vervangingen: Gebruiker.objects.in_bulk": "Who arranged what was read, for their name.",
    "_begonnen: Waarneming.objects.beschikbaar_op": "The morning of every organisation.",
    "wie_heeft: Agendakoppeling.objects.filter": "By the key that only its user was given.",
    "_rijen: Werknemer.objects.filter": "Inside the row of what is due, for the name of one.",
    "_er_is: model.objects.filter": "Inside the row of one employee: whether there is any.",
    "_momenten: Nazorgmoment.objects.nog_te_vragen": "The next line keeps one employee.",
    "_zet_terug: Caseloadwissel.objects.filter": "Of whom an import of one organisation made.",
    "behalve: Caseloadwissel.objects.filter": "Of whom an import of one organisation made.",
    "besloten_over: Adviesgebeurtenis.objects.filter": "What was decided about one advice.",
    "_noteer: Signaal.objects.filter": "Marks what was read of one organisation.",
    "_regels: Auditregel.objects.filter": "Asks for the kind and the key of one record.",
    "_invullers: Auditregel.objects.filter": "Names the kind and the keys of the amounts given.",
    "_toegewezen: Begeleiderswissel.objects.onbevestigd": "Takes away from a visible list.",
    "_zet: schrijver.model.objects.filter": "Names the scenario and the employee.",
    "laad_inszen: Werknemer.objects.filter": "The keys come from the people of one organisation.",
    "met_delen: Scenarioblad.objects.select_related": "A Prefetch of the scenarios given.",
    "met_delen: Scenarioinstroom.objects.select_related": "A Prefetch of the scenarios given.",
    "signalen: Signaal.objects.filter": "What the run itself made, for the operator's command.",
    "_met_slot: model._base_manager.select_for_update": "Locks the record given.",
    "wie: Gebruiker.objects.filter": "Who asks, by the key that their session holds.",
    "_vandaag: Organisatie.objects.get": "That of the receipt given.",
    # Jobs: they take each organisation in turn, or an id that only the own code puts in a queue.
    "_proef: Organisatie.objects.order_by": "A national value is tried on each of them.",
    "bepaal_signalen: Organisatie.objects.order_by": "The night, one organisation at a time.",
    "sleutels_van_organisaties: Organisatie.objects.order_by": "What a night goes through.",
    "_meld: Signaal.objects.vraagt_aandacht_op": "The statement around it names the organisation.",
    "_houd_vast: Importopdracht.objects.select_for_update": "A task takes the id of what was sent.",
    "stap: Importopdracht.objects.filter": "A task takes the id of what was sent.",
    "_schrijf: schrijver.model.objects": "Only makes what the import brings in.",
    "_imports: Importopdracht.objects.filter": "Whether any waits too long; counts only.",
    "te_hernemen: Importopdracht.objects.licht": "The job, for whoever waits for an import.",
    "organisatie_met_code: Organisatie.objects.get": "The operator's commands name the code.",
    "organisatie_met_code: Organisatie.objects.values_list": "The operator may know the codes.",
    "ruim_op: Concept.objects.filter": "The night removes old drafts of everybody, unread.",
    # Of nobody.
    "_wijs_koppen: pdf.objects": "The objects of a PDF, no model.",
    "_pakketten: Startpakket.objects.select_related": "The law is the same for all.",
    "startpakketten_erbij: Startpakket.objects.filter": "The law is the same for all.",
    "standaardpakketten_erbij: Startpakket.objects.standaard": "The law is the same for all.",
    "_met_de_hand: LogEntry.objects.filter": "Which values of everybody the operator changed.",
    "_schrijf: Bron.objects.all": "The law is the same for all.",
    "laad_einderegels: Regeltabel.objects.op": "The law is the same for all.",
    "_tegenspraken: Regeltabel.objects.exclude": "The law is the same for all.",
    "lees_bank: Bron.objects.all": "The law is the same for all.",
    "lees_bank: Regeltabel.objects.select_related": "The law is the same for all.",
    "lees_bank: Startpakket.objects.select_related": "The law is the same for all.",
    "vul_aan: Bron.objects.all": "The law is the same for all.",
    "_eigen: Nachtdeel.objects.filter": "A job belongs to no organisation.",
    "_is_gemist: Taakrun.objects.geslaagd": "A run of a job is of no organisation.",
    "_kan_hulp_krijgen: Taakrun.objects.filter": "A run belongs to no organisation.",
    "_lopende: Taakrun.objects.filter": "A run belongs to no organisation.",
    "_zet_klaar: Nachtdeel.objects.filter": "A job belongs to no organisation.",
    "_moet: Taakrun.objects.filter": "A run belongs to no organisation.",
    "nachten: Taakrun.objects.geslaagd": "A run belongs to no organisation.",
    "polsen: Hartslag.objects.values_list": "A job belongs to no organisation.",
    "sluit_afgebroken: Taakrun.objects.filter": "A run belongs to no organisation.",
    "eerste_migratie: MigrationRecorder.Migration.objects.order_by": "Of the installation.",
    "bijgewerkt_op: MigrationRecorder.Migration.objects.order_by": "Of the installation.",
    "einde_laatste_nacht: Taakrun.objects.geslaagd": "A run belongs to no organisation.",
    "_grijp: UitgaandeMail.objects.te_versturen": "The outbox sends, nobody reads.",
    "_zenders_erbij: UitgaandeMail.objects.te_versturen": "A count only.",
    "oudste_wachtende: UitgaandeMail.objects.onderweg": "A moment only, for the health check.",
    "opgegeven: UitgaandeMail.objects.wacht_op_besluit": "A count only, for the health check.",
    "_grijp: Uitvoerdeel.objects.te_maken": "A job makes it, as whoever ordered it.",
    "_maak: Uitvoerdeel.objects.select_for_update": "The next line keeps the slice it took.",
    "_uitvoer: Uitvoer.objects.open": "Whether any waits too long; counts only.",
    "stil: Uitvoer.objects.open": "The job, for whoever waits for an order; a count only.",
    "ruim_uitvoer_op: Uitvoer.objects.filter": "The night removes old orders, unread.",
    "claim: Inzending.objects.get": "By a fingerprint that holds who sent it.",
    "ruim_inzendingen_op: Inzending.objects.filter": "The night forgets what was sent, unread.",
    "ruim_post_op: UitgaandeMail.objects.filter": "The night empties old mails, unread.",
}


def regelmodules() -> Iterator[tuple[str, ast.Module]]:
    for naam, boom in modules():
        if not set(naam.split(".")) & GEEN_REGELS:
            yield naam, boom


def _ouders(boom: ast.AST) -> dict[ast.AST, ast.AST]:
    return {kind: knoop for knoop in ast.walk(boom) for kind in ast.iter_child_nodes(knoop)}


def _schakels(lezing: ast.AST, ouders: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    """The read itself and each part of `lezing.a(...).b(...)` that goes on from it."""
    while True:
        yield lezing
        ouder = ouders.get(lezing)
        if isinstance(ouder, ast.Attribute) or (
            isinstance(ouder, ast.Call) and ouder.func is lezing
        ):
            lezing = ouder
        else:
            return


def _blijft_binnen(zoekvraag: ast.keyword) -> bool:
    """Whether this condition names what was found before: a relation to it, or its key."""
    if isinstance(zoekvraag.value, ast.Constant) or zoekvraag.arg is None:
        return ast.unparse(zoekvraag) == "organisatie=None"  # what is of the whole country
    weg = [deel for deel in zoekvraag.arg.split("__") if deel != "in"]
    if weg in (["pk"], ["id"]):
        return ast.unparse(zoekvraag.value).endswith(VASTGEHOUDEN)
    return set(weg) <= RELATIES


def _begrenst(schakel: ast.AST) -> bool:
    if not isinstance(schakel, ast.Call) or not isinstance(schakel.func, ast.Attribute):
        return False
    if schakel.func.attr in BEREIK_VAN_EEN_REGEL:
        return True
    return schakel.func.attr in {"filter", "get"} and any(map(_blijft_binnen, schakel.keywords))


def _hangt_aan_wat_er_was(lezing: ast.AST, ouders: dict[ast.AST, ast.AST]) -> bool:
    """Whether a Prefetch holds it: that reads along with rows which are there already."""
    aanroep = ouders.get(lezing)
    return isinstance(aanroep, ast.Call) and ast.unparse(aanroep.func) == "Prefetch"


def _functie(knoop: ast.AST, ouders: dict[ast.AST, ast.AST]) -> str:
    while not isinstance(knoop, ast.FunctionDef | ast.Module):
        knoop = ouders[knoop]
    return getattr(knoop, "name", "module")


def onbegrensd(boom: ast.Module) -> set[str]:
    """Reads of a model that nothing in the same expression keeps to what was found before.

    As `function: Model.objects.method`, so that a listed reason goes along when a file moves.
    """
    ouders, gevonden = _ouders(boom), set()
    for knoop in ast.walk(boom):
        if not (is_manager(knoop) or zoekt_in_alles(knoop)):
            continue
        keten = list(_schakels(knoop, ouders))
        if not any(map(_begrenst, keten)) and not _hangt_aan_wat_er_was(keten[-1], ouders):
            lezing = keten[1] if is_manager(knoop) and len(keten) > 1 else knoop
            gevonden.add(f"{_functie(knoop, ouders)}: {ast.unparse(lezing)}")
    return gevonden


def test_a_rule_does_not_simply_read_everything() -> None:
    gevonden = sorted(lezing for _, boom in regelmodules() for lezing in onbegrensd(boom))
    assert gevonden == sorted(REDENEN), (
        "Start with zichtbaar_voor(gebruiker) or with what was read so, or list it with the reason."
    )


@pytest.mark.parametrize(
    ("code", "gevonden"),
    [
        ("Werknemer.objects.zichtbaar_voor(wie)", set()),
        ("Werknemer.objects.all()", {"module: Werknemer.objects.all"}),
        ("def f():\n    return Dienst.objects.actief()", {"f: Dienst.objects.actief"}),
        ("Notitie.objects.filter(werknemer=werknemer)", set()),
        ("Notitie.objects.geldend().filter(werknemer__organisatie=wie.organisatie)", set()),
        ("Notitie.objects.filter(werknemer__gsm=gsm)", {"module: Notitie.objects.filter"}),
        ("Competentie.objects.filter(organisatie=None, naam=naam)", set()),
        ("Notitie.objects.filter(werknemer=1)", {"module: Notitie.objects.filter"}),
        ("Notitie.objects.filter(**alles)", {"module: Notitie.objects.filter"}),
        ("Notitie.objects.select_for_update().get(pk=notitie.pk)", set()),
        ("Notitie.objects.get(pk=pk)", {"module: Notitie.objects.get"}),
        ("Prefetch('x', Notitie.objects.select_related('auteur'))", set()),
        ("lees(Notitie.objects)", {"module: Notitie.objects"}),
        ("get_object_or_404(Notitie, pk=pk)", {"module: get_object_or_404(Notitie, pk=pk)"}),
    ],
)  # fmt: skip
def test_the_check_on_rules_can_fail(code: str, gevonden: set[str]) -> None:
    assert onbegrensd(ast.parse(code)) == gevonden
