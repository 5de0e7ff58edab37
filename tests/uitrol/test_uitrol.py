"""Image, compose file, units and pages agree with one another and with the application."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from celery.bin.celery import celery as celery_opdrachten
from gunicorn.config import Config

from doorstroom.omgeving import HULP
from hulp.postgres import VOLGORDE
from tests.uitrol.bladzijde import BASIS, blokken
from tests.uitrol.onderdelen import COMPOSE, CONTAINERFILE, DIENSTEN, UITROL, UNITS, WORKERS
from tests.uitrol.voorbeeld import INGEVULD, VOORBEELD

EIGEN: Final = ("migratie", "web", *WORKERS, "beat")
README: Final = (BASIS / "README.md").read_text()
BLADZIJDEN: Final = ("README.md", "docs/backup.md", "docs/bijwerken.md")


def verplichte_variabelen() -> Iterator[str]:
    """What the settings ask with `verplicht(…)`."""
    for knoop in ast.walk(ast.parse((BASIS / "doorstroom/settings.py").read_text())):
        match knoop:
            case ast.Call(ast.Name("verplicht"), [ast.Constant(str(naam)), *_]):
                yield naam


def opdracht_van(unit: Path) -> list[str]:
    (regel,) = re.findall(r"^ExecStart=(.+)$", unit.read_text(), re.MULTILINE)
    programma, *rest = regel.split()
    return [Path(programma).name, *rest]


def opdracht_van_het_image() -> list[str]:
    """The list after CMD."""
    tekst = CONTAINERFILE.partition("\nCMD ")[2].replace("\\\n", "")
    opdracht: list[str] = ast.literal_eval(tekst.strip())
    return opdracht


OPDRACHTEN: Final = [
    *(DIENSTEN[naam]["command"] for naam in (*WORKERS, "beat")),
    opdracht_van_het_image(),
    *(opdracht_van(unit) for unit in UNITS),
]


# --- the environment -------------------------------------------------------------------------


def test_the_example_names_all_that_is_required() -> None:
    verplicht = set(verplichte_variabelen())
    assert verplicht == set(HULP)
    assert verplicht <= VOORBEELD.keys()


def test_the_example_and_the_readme_name_the_same_variables() -> None:
    tabel = README.partition("## Configuration")[2].partition("\n## ")[0]
    in_readme = set(re.findall(r"^\| `([A-Z_]+)` \|", tabel, re.MULTILINE))
    elders_gezet = {"DOORSTROOM_MODUS", "DOORSTROOM_VAR", "STATIC_ROOT"}
    assert in_readme - elders_gezet == VOORBEELD.keys()


def test_the_example_holds_no_secret_and_nothing_that_a_shell_reads_differently() -> None:
    assert [naam for naam, waarde in VOORBEELD.items() if not waarde] == [
        "SECRET_KEY",
        "VERSLEUTELINGSSLEUTELS",
        "ZOEKSLEUTEL",
    ]
    assert not [waarde for waarde in VOORBEELD.values() if re.search(r"[\s\"'$`\\<>;&|()]", waarde)]


def test_the_example_filled_in_is_a_production_without_remarks() -> None:
    uitkomst = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=BASIS,
        env=INGEVULD,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stderr


# --- commands and ports ----------------------------------------------------------------------


@pytest.mark.parametrize("opdracht", OPDRACHTEN, ids=" ".join)
def test_every_command_exists_with_its_options(opdracht: list[str]) -> None:
    """As the programs themselves read them: an option that is unknown ends the test."""
    programma, *rest = opdracht
    if programma == "gunicorn":
        gelezen = Config().parser().parse_args(rest)
        assert gelezen.args == ["doorstroom.wsgi"]
        return
    assert rest[:2] == ["-A", "doorstroom"]
    deel = celery_opdrachten.commands[rest[2]]
    with deel.make_context(rest[2], list(rest[3:]), resilient_parsing=True) as context:
        assert not context.args


def test_beat_is_there_once() -> None:
    assert "deploy" not in DIENSTEN["beat"]
    assert [naam for naam, dienst in DIENSTEN.items() if "beat" in dienst.get("command", ())] == [
        "beat"
    ]


def test_the_port_is_the_same_everywhere() -> None:
    assert DIENSTEN["web"]["ports"] == ["127.0.0.1:8000:8000"]
    assert DIENSTEN["web"]["healthcheck"]["test"][-2:] == ["uitrol/gezond.py", "8000"]
    assert "\nEXPOSE 8000\n" in CONTAINERFILE
    assert "0.0.0.0:8000" in opdracht_van_het_image()
    assert "127.0.0.1:8000" in opdracht_van(UITROL / "systemd/doorstroom-web.service")
    assert "--bind 127.0.0.1:8000" in README


def test_the_readme_starts_with_the_same_commands() -> None:
    for begin in (
        "gunicorn doorstroom.wsgi --workers 3 --threads 8",
        "celery -A doorstroom worker",
    ):
        assert f".venv/bin/{begin}" in README
        assert any(" ".join(opdracht).startswith(begin) for opdracht in OPDRACHTEN)


# --- compose ---------------------------------------------------------------------------------


def test_what_is_ours_runs_without_privileges_and_with_the_environment() -> None:
    for naam in EIGEN:
        dienst = DIENSTEN[naam]
        assert dienst["env_file"] == "doorstroom.env"
        assert dienst["read_only"] is True
        assert dienst["cap_drop"] == ["ALL"]
    assert "\nUSER doorstroom\n" in CONTAINERFILE


def test_the_database_sees_no_key_of_the_application() -> None:
    assert "env_file" not in DIENSTEN["databank"]
    assert set(DIENSTEN["databank"]["environment"]).isdisjoint(VOORBEELD)


def test_nobody_begins_before_the_migration_is_done() -> None:
    assert DIENSTEN["migratie"]["command"][-2:] == ["migrate", "--noinput"]
    assert DIENSTEN["migratie"]["restart"] == "no"
    for naam in ("web", *WORKERS, "beat"):
        wacht_op = DIENSTEN[naam]["depends_on"]
        assert wacht_op["migratie"] == {"condition": "service_completed_successfully"}
        assert DIENSTEN[naam]["restart"] == "unless-stopped"


def test_what_keeps_running_has_its_health_checked() -> None:
    zonder = [naam for naam, dienst in DIENSTEN.items() if "healthcheck" not in dienst]
    assert zonder == ["migratie"]


def test_every_file_that_compose_names_exists_or_is_in_the_introduction() -> None:
    uitleg = (UITROL / "compose.yaml").read_text().partition("\nname:")[0]
    for naam in ("doorstroom.env", COMPOSE["secrets"]["databank_wachtwoord"]["file"]):
        assert f"uitrol/{naam}" in uitleg
        assert f"uitrol/{naam}" in (UITROL / "Containerfile.dockerignore").read_text().replace(
            "*.env", "doorstroom.env"
        )
    assert DIENSTEN["redis"]["volumes"][0] == "./redis.conf:/etc/redis.conf:ro"
    assert (BASIS / COMPOSE["x-toepassing"]["build"]["dockerfile"]).exists()


# --- order of names, packages ----------------------------------------------------------------


def test_the_same_order_of_names_everywhere() -> None:
    """The one place is the demo's cluster; what makes a database elsewhere says the same."""
    gevonden = [
        tuple(re.findall(r"--(?:encoding|locale|locale-provider|icu-locale)=\S+", regel))
        for bladzijde in BLADZIJDEN
        for regel in (BASIS / bladzijde).read_text().splitlines()
        if re.search(r"(^|postgres )createdb ", regel)
    ]
    gevonden.append(tuple(DIENSTEN["databank"]["environment"]["POSTGRES_INITDB_ARGS"].split()))
    assert gevonden == [VOLGORDE] * 3


def test_image_and_readme_install_what_the_demo_needs() -> None:
    regels = (BASIS / "bin/hulp/systeempakketten.txt").read_text().splitlines()
    basis = {regel.split()[1] for regel in regels if regel.startswith("basis")}
    for plaats, tekst in (("Containerfile", CONTAINERFILE), ("README", README)):
        ontbreekt = {pakket for pakket in basis if f" {pakket}" not in tekst}
        assert not ontbreekt, f"{plaats} lacks {ontbreekt}"


# --- pages -----------------------------------------------------------------------------------


def test_every_compose_command_in_the_pages_names_a_service() -> None:
    tekst = "\n".join(blokken("docs/bijwerken.md", "The order", ""))
    for werkwoord, rest in re.findall(r"compose\.yaml (stop|run --rm) (.+)", tekst):
        assert set(rest.split()) <= DIENSTEN.keys(), werkwoord
