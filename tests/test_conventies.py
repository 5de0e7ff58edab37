"""Conventions that matter, as checks; each exception stands here with its reason."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import BaseConstraint

BASIS = Path(settings.BASE_DIR)
EIGEN_APPS = ("gedeeld", "gebruikers", "regels", "werknemers", "trajects", "financiering")
EIGEN_MODELLEN = [model for app in EIGEN_APPS for model in apps.get_app_config(app).get_models()]
CODE = (
    "doorstroom",
    "demo",
    "financiering",
    "trajects",
    "werknemers",
    "regels",
    "gebruikers",
    "gedeeld",
)


def modules(*delen: str) -> Iterator[tuple[str, ast.Module]]:
    """Name and syntax tree of the own modules; with `delen`, only those in or under such a part."""
    for map_ in CODE:
        for pad in sorted((BASIS / map_).rglob("*.py")):
            stukken = pad.relative_to(BASIS).with_suffix("").parts
            if "migrations" in stukken or (delen and not set(delen) & set(stukken)):
                continue
            yield ".".join(stukken), ast.parse(pad.read_text(), str(pad))


# --- constraints -----------------------------------------------------------------------------

BEPERKINGEN = [
    pytest.param(beperking, id=beperking.name)
    for model in EIGEN_MODELLEN
    for beperking in model._meta.constraints
]


@pytest.mark.parametrize("beperking", BEPERKINGEN)
def test_every_constraint_has_a_sentence_of_its_own(beperking: BaseConstraint) -> None:
    """Two people at once meet the constraint itself; its sentence is then all they get."""
    zin = str(beperking.violation_error_message)
    assert zin != str(BaseConstraint.default_violation_error_message)
    assert re.fullmatch(r"[A-Z].+\.", zin), f"Geen hele zin: {zin!r}"
    assert "%(" not in zin


# What `unique=True` refuses has no sentence of ours when two people are at it at once.
UNIEKE_VELDEN = {
    "gebruikers.Organisatie.code": "Only the operator and a command choose a code.",
    "gebruikers.Gebruiker.email": (
        "domein.uitnodigen.maak_gebruiker says it whichever of the two indexes refuses."
    ),
    "gedeeld.Inzending.vingerafdruk": "Nobody chooses it: who comes second gets the first row.",
    "gedeeld.Hartslag.taak": "Its row is made or replaced in one statement.",
    "gedeeld.UitgaandeMail.sleutel": "No user chooses the key; the outbox ignores a second row.",
    "regels.Bron.code": "Only the operator keeps sources.",
    "trajects.Begeleidingsteam.werknemer": "Its writing function locks the employee first.",
    "trajects.Passagetoelichting.contract": "Its writing function locks the contract first.",
    "trajects.Notitie.vervangt": "verbeter_notitie locks the row and raises IntussenVerbeterd.",
}


def test_a_unique_field_has_a_sentence_or_a_reason() -> None:
    gevonden = {
        f"{model._meta.label}.{veld.name}"
        for model in EIGEN_MODELLEN
        for veld in model._meta.local_fields
        if veld.unique and not veld.primary_key
    }
    assert gevonden == set(UNIEKE_VELDEN), "Make it a constraint with a sentence, or list it."


# --- scope -----------------------------------------------------------------------------------

ZONDER_BEREIK = {
    "gebruikers.Organisatie": "It is the scope; who asks has exactly one.",
    "gedeeld.Auditregel": (
        "Only the operator reads it; pages quote who and when beside a record that is visible."
    ),
    "gedeeld.Auditwaarde": "Read through its row only.",
    "gedeeld.Uitvoerbestand": "Read through its order only.",
    "gedeeld.Uitvoerdeel": "Read through its order only.",
    "gedeeld.Inzending": "No page shows it; read by the fingerprint of what its user sends.",
    "trajects.Randvoorwaardestand": "Read through its precondition only.",
    "trajects.Verzoektekstversie": "Read through its text only.",
    "werknemers.Caseloadwissel": "Read for the own caseload only, and for no page of its own.",
    "werknemers.Premieschijf": "Read through its advice only.",
    "werknemers.Steunstand": "It is joined to employees who are visible already.",
}


def _heeft_pad_naar_organisatie(model: type[models.Model], gezien: frozenset[object]) -> bool:
    """Whether forward relations lead from this model to an organisation."""
    for veld in model._meta.local_fields:
        doel = veld.related_model
        if not isinstance(doel, type) or doel in gezien:
            continue
        if doel._meta.label == "gebruikers.Organisatie":
            return True
        if _heeft_pad_naar_organisatie(doel, gezien | {doel}):
            return True
    return False


def test_what_belongs_to_an_organisation_has_zichtbaar_voor() -> None:
    zonder = {
        model._meta.label
        for model in EIGEN_MODELLEN
        if (
            model._meta.label == "gebruikers.Organisatie"
            or _heeft_pad_naar_organisatie(model, frozenset({model}))
        )
        and not hasattr(model._default_manager, "zichtbaar_voor")
    }
    assert zonder == set(ZONDER_BEREIK), "Give it zichtbaar_voor, or list it with the reason."


# What reads of a model may start with in the outer layers. `none` reads nothing.
BEREIK = {"zichtbaar_voor", "none"}
BUITENLAGEN = ("views", "forms", "exports", "filters", "tasks")
VRIJE_LEZINGEN = {
    "gebruikers.views.taken: Taakrun.objects.order_by": (
        "A run belongs to no organisation; the page shows counts and the kind of an error only."
    ),
    "regels.views: Startpakket.objects.op": "The law is the same for everybody.",
    "trajects.kader.filters: Werknemer.objects.filter": (
        "A condition inside Exists on users who are visible already."
    ),
    "trajects.paginas.filters.werknemers: Werknemer.objects.in_dienst_op": (
        "A condition inside Exists on employees who are visible already."
    ),
    "trajects.signalen.filters: Werknemer.objects.werkt_bij": (
        "A condition inside a filter on signals that are visible already."
    ),
}
MODELNAMEN = {model.__name__ for model in EIGEN_MODELLEN}
BEHEERDERS = {"objects", "_default_manager", "_base_manager"}
OPZOEKERS = {"get_object_or_404", "get_list_or_404"}


def vrije_lezingen(boom: ast.AST) -> set[str]:
    """Reads of a model that do not start with a scope, as `Model.objects.method`.

    Also a manager that is passed on or used bare, and a model class given to get_object_or_404.
    """
    gevonden, met_bereik = set(), set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Attribute) and is_manager(knoop.value):
            if knoop.attr not in BEREIK:
                gevonden.add(ast.unparse(knoop))
            met_bereik.add(knoop.value)
        elif zoekt_in_alles(knoop):
            gevonden.add(ast.unparse(knoop))
    gevonden |= {
        ast.unparse(knoop)
        for knoop in ast.walk(boom)
        if is_manager(knoop) and knoop not in met_bereik
    }
    return gevonden


def zoekt_in_alles(knoop: ast.AST) -> bool:
    """Whether this is get_object_or_404 on a model itself."""
    if not isinstance(knoop, ast.Call) or naam_van(knoop.func) not in OPZOEKERS:
        return False
    return bool(knoop.args) and naam_van(knoop.args[0]) in MODELNAMEN


def is_manager(knoop: ast.AST) -> bool:
    return isinstance(knoop, ast.Attribute) and knoop.attr in BEHEERDERS


def naam_van(knoop: ast.AST) -> str:
    return getattr(knoop, "id", None) or getattr(knoop, "attr", "")


def test_outer_layers_read_only_what_the_user_may_see() -> None:
    gevonden = {
        f"{naam}: {lezing}"
        for naam, boom in modules(*BUITENLAGEN)
        for lezing in vrije_lezingen(boom)
    }
    assert gevonden == set(VRIJE_LEZINGEN), (
        "Start with zichtbaar_voor(gebruiker), move the read to domein, or list it with the reason."
    )


@pytest.mark.parametrize(
    ("code", "gevonden"),
    [
        ("Werknemer.objects.zichtbaar_voor(wie).filter(pk=1)", set()),
        ("forms.ModelChoiceField(Gebruiker.objects.none())", set()),
        ("Werknemer.objects.all()", {"Werknemer.objects.all"}),
        ("models.Werknemer._default_manager.get(pk=1)", {"models.Werknemer._default_manager.get"}),
        ("lees(Werknemer.objects)", {"Werknemer.objects"}),
        ("get_object_or_404(Werknemer, pk=1)", {"get_object_or_404(Werknemer, pk=1)"}),
        ("get_object_or_404(zichtbaar, pk=1)", set()),
    ],
)
def test_the_check_on_reading_can_fail(code: str, gevonden: set[str]) -> None:
    assert vrije_lezingen(ast.parse(code)) == gevonden


# --- writing ---------------------------------------------------------------------------------

SCHRIJVERS = {
    "save", "create", "update", "delete", "_raw_delete", "bulk_create", "bulk_update",
    "get_or_create", "update_or_create",
}  # fmt: skip
SCHRIJVENDE_VIEWS: dict[str, str] = {}


def schrijvende_aanroepen(boom: ast.AST) -> set[str]:
    """Calls that change the database, as they are written; `tellingen.update(…)` is a dict."""
    return {
        ast.unparse(knoop.func)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Call)
        and isinstance(knoop.func, ast.Attribute)
        and knoop.func.attr in SCHRIJVERS
        and not (knoop.func.attr == "update" and isinstance(knoop.func.value, ast.Name))
    }


def test_a_view_does_not_write_by_itself() -> None:
    """Who writes outside the rules writes without audit row."""
    gevonden = {
        f"{naam}: {aanroep}"
        for naam, boom in modules("views", "exports")
        for aanroep in schrijvende_aanroepen(boom)
    }
    assert gevonden == set(SCHRIJVENDE_VIEWS), "Call one function of domein instead."


def test_nothing_happens_behind_the_back_of_who_saves() -> None:
    """Neither signals nor an own save(): they are skipped by bulk writes, and nobody reads them."""
    gevonden = {
        f"{naam}: {knoop.name}"
        for naam, boom in modules()
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.FunctionDef)
        and (
            (knoop.name in {"save", "delete"} and "models" in naam.split("."))
            or any("receiver" in ast.unparse(versiering) for versiering in knoop.decorator_list)
        )
    }
    assert gevonden == set()


REKENEN_MET_DAGEN = {
    "gedeeld.periode": "Here all arithmetic on days and months is done.",
    "gedeeld.taken.nachtwacht": "Hours since the last night, not days of a period.",
    "gedeeld.taken.hartslagen": "Minutes after which a job counts as silent.",
    "gedeeld.gezondheid.gezondheidsdelen": "Hours after which a mail waits too long.",
    "gedeeld.post.postbus": "Minutes until the next attempt.",
    "gedeeld.uitvoer.werk": "Seconds between two tries, a minute of silence.",
    "trajects.kalender.exports": "Hours after which a calendar looks again.",
    "gebruikers.views.uitvoer": "Seconds for which a page looks often.",
    "gedeeld.models.uitgaande_mail": "From a moment on, to the same hour of another day.",
    "gebruikers.domein.eenmalige_link": "Seconds that a link works.",
    "werknemers.domein.invoer.hernemen": "Minutes after which a task counts as lost.",
    "werknemers.wachtende": "Minutes after which an import waits too long.",
    "werknemers.domein.invoer.cel": "A type that a cell of a spreadsheet can have.",
    "werknemers.domein.invoer.andere_werkmap": "A cell of that type, out of another process.",
}


def test_only_periode_adds_days_up() -> None:
    """Three conventions on intervals in one code base cost a worker a day each."""
    gevonden = {
        naam
        for naam, boom in modules()
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.ImportFrom)
        and {alias.name for alias in knoop.names} & {"timedelta", "relativedelta"}
    }
    assert gevonden == set(REKENEN_MET_DAGEN), "Use gedeeld.periode, or list the reason."


def test_only_the_demo_pretends_that_it_is_another_day() -> None:
    """Anywhere else a date of the past would slip past the checks on today."""
    gevonden = {
        naam
        for naam, boom in modules()
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.ImportFrom) and "alsof" in {alias.name for alias in knoop.names}
    }
    assert all(naam.startswith("demo.") for naam in gevonden), gevonden


PAPIERMAKERS = {"maak_pdf", "maak_plan", "maak_passage", "maak_overzicht"}


def test_no_page_makes_a_pdf() -> None:
    """It takes a web thread for half a second, and two at a time are not safe: see gedeeld.pdf."""
    gevonden = {
        naam
        for naam, boom in modules("views")
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.ImportFrom | ast.Import)
        and {alias.name for alias in knoop.names} & PAPIERMAKERS
    }
    assert gevonden == set()


def test_only_the_writer_writes_in_the_trail() -> None:
    """Whoever writes there by itself has no policy on what may be kept."""
    gevonden = {
        naam
        for naam, boom in modules()
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.ImportFrom)
        and (
            (knoop.module == "gedeeld" and "audit" in {alias.name for alias in knoop.names})
            or knoop.module == "gedeeld.audit"
        )
    }
    assert gevonden == {"gedeeld.schrijver"}


# --- names -----------------------------------------------------------------------------------

ZELFDE_NAAM = {"Command": "Django finds a command by this name, in a module of its own."}


def test_every_class_has_a_name_of_its_own() -> None:
    """Two things with one name are taken for each other, by readers and by imports."""
    namen = Counter(
        klasse.name
        for _, boom in modules()
        for klasse in boom.body
        if isinstance(klasse, ast.ClassDef) and not klasse.name.startswith("_")
    )
    vaker = {naam for naam, aantal in namen.items() if aantal > 1}
    assert vaker == set(ZELFDE_NAAM), "Name it after what it is of."
