"""docs/backup.md, followed word by word: another owner, the keys apart, still guarded."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import Final

import pytest

from hulp.bewaker import in_gebruik
from hulp.melding import Weigering
from hulp.plaats import tijdelijke_map
from hulp.postgres import BINARIES, Cluster
from tests.uitrol.bladzijde import BASIS, blokken, volg
from tests.uitrol.voorbeeld import INGEVULD as OMGEVING

BLADZIJDE: Final = "docs/backup.md"
OUD: Final = "doorstroom_oud"
NIEUW: Final = "doorstroom_nieuw"
SLEUTELS: Final = {naam: OMGEVING[naam] for naam in ("VERSLEUTELINGSSLEUTELS", "ZOEKSLEUTEL")}
ANDERE_SLEUTELS: Final = {
    "VERSLEUTELINGSSLEUTELS": "ZWVuLWFuZGVyZS1zbGV1dGVsLXZhbi0zMi1ieXRlcy0=",
    "ZOEKSLEUTEL": "een-andere-zoeksleutel",
}
# Somebody in the example of an import.
AMINA: Final = "88110199131"
ZOEK_AMINA: Final = f"""
from werknemers.domein.insz import zoek_insz
from werknemers.models import Werknemer
gevonden = Werknemer.objects.filter(insz_hash=zoek_insz("{AMINA}"))
print([(iemand.voornaam, iemand.insz) for iemand in gevonden])
"""
LEES_AMINA: Final = """
from werknemers.models import Werknemer
print(Werknemer.objects.get(voornaam="Amina", familienaam="Tahiri").insz)
"""
# PostgreSQL prints a restored check in other words, so of those the name counts.
BEWAKERS: Final = """
    SELECT conrelid::regclass::text, conname,
           CASE contype WHEN 'c' THEN '' ELSE pg_get_constraintdef(oid) END
      FROM pg_constraint
     WHERE contype IN ('x', 'c', 'u', 'p', 'f') AND connamespace = 'public'::regnamespace
    UNION ALL
    SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger
     WHERE NOT tgisinternal
    ORDER BY 1, 2
"""
VOLGORDE: Final = """
    SELECT encoding, datlocprovider, datcollate, daticulocale FROM pg_database
     WHERE datname = current_database()
"""


@dataclass(frozen=True)
class Plaats:
    """Where everything of the rehearsal is."""

    cluster: Cluster
    map: Path

    def url(self, naam: str) -> str:
        """The address of a database for the role of the same name."""
        rol_en_plaats = self.cluster.url.rpartition("/")[0].partition("@")[2]
        return f"postgres://{naam}@{rol_en_plaats}/{naam}"

    def schrijf_omgeving(self, naam: str, **variabelen: str) -> None:
        regels = [f"{variabele}={waarde}\n" for variabele, waarde in variabelen.items()]
        (self.map / naam).write_text("".join(regels))

    def volg(self, kop: str, omgeving: str) -> None:
        """Follow one chapter, on a machine with this environment file."""
        versies = sorted(BINARIES.iterdir(), key=lambda map_: int(map_.name))
        uitkomst = volg(
            blokken(BLADZIJDE, kop),
            {
                "PATH": f"{versies[-1]}/bin:{os.environ['PATH']}",
                "PGHOST": str(self.cluster.socketmap),
                "PGUSER": "doorstroom",
                "OMGEVING": str(self.map / omgeving),
                "BACKUPS": str(self.map / "backups"),
                "KLUIS": str(self.map / "kluis"),
                "NIEUWE_DATABASE_URL": self.url(NIEUW),
                "DOORSTROOM": str(self.map / "doorstroom"),
            },
        )
        assert uitkomst.returncode == 0, uitkomst.stderr

    def manage(
        self, databank: str, *argumenten: str, **anders: str
    ) -> subprocess.CompletedProcess[str]:
        eigen = {"PATH": os.environ["PATH"], "DATABASE_URL": self.url(databank)}
        return subprocess.run(
            [sys.executable, "manage.py", *argumenten],
            cwd=BASIS,
            env=OMGEVING | eigen | anders,
            capture_output=True,
            text=True,
            check=False,
        )

    def python(self, code: str, **anders: str) -> subprocess.CompletedProcess[str]:
        """In the restored application."""
        return self.manage(NIEUW, "shell", "--no-imports", "-c", code, **anders)


def _maak_installatie(plaats: Plaats) -> None:
    """An organisation with the people of the example, in a database of somebody without rights."""
    plaats.cluster.psql(f"CREATE ROLE {OUD} LOGIN")
    plaats.cluster.psql(f"CREATE DATABASE {OUD} OWNER {OUD}")
    for opdracht in (
        ("migrate", "--noinput"),
        ("maak_organisatie", "proef", "--naam=Proef", "--beheerder=bea@voorbeeld.be"),
        (
            "importeer",
            "tests/voorbeelden/werknemers-excel.csv",
            "--organisatie=proef",
            "--maak-diensten",
        ),
    ):
        uitkomst = plaats.manage(OUD, *opdracht)
        assert uitkomst.returncode == 0, uitkomst.stderr


@pytest.fixture(scope="module")
def plaats() -> Iterator[Plaats]:
    """After the page was followed: the keys are on another disk, and not in the environment of the
    machine that restores."""
    map_ = tijdelijke_map()
    (map_ / "kluis").mkdir()
    (map_ / "doorstroom").symlink_to(_project_met_venv(map_))
    with in_gebruik(map_ / "postgres", map_ / "postgres.log") as cluster:
        plaats = Plaats(cluster, map_)
        _maak_installatie(plaats)
        plaats.schrijf_omgeving("oud.env", **OMGEVING | {"DATABASE_URL": plaats.url(OUD)})
        plaats.volg("Back up", "oud.env")
        zonder = {naam: waarde for naam, waarde in OMGEVING.items() if naam not in SLEUTELS}
        plaats.schrijf_omgeving("nieuw.env", **zonder)
        plaats.volg("Restore", "nieuw.env")
        yield plaats
    rmtree(map_)


def _project_met_venv(map_: Path) -> Path:
    """The project as the page expects it, with the Python that runs the tests as its .venv."""
    project = map_ / "project"
    project.mkdir()
    for deel in BASIS.iterdir():
        if deel.name not in {".venv", ".git", "var"}:
            (project / deel.name).symlink_to(deel)
    (project / ".venv").symlink_to(sys.prefix)
    return project


def test_with_the_keys_somebody_is_read_and_found(plaats: Plaats) -> None:
    assert plaats.python(ZOEK_AMINA).stdout.strip() == f"[('Amina', '{AMINA}')]"
    assert plaats.python(LEES_AMINA).stdout.strip() == AMINA


def test_without_the_keys_nobody_is(plaats: Plaats) -> None:
    assert plaats.python(ZOEK_AMINA, **ANDERE_SLEUTELS).stdout.strip() == "[]"
    uitkomst = plaats.python(LEES_AMINA, **ANDERE_SLEUTELS)
    assert uitkomst.stdout.strip() == "niet leesbaar"
    assert AMINA not in uitkomst.stdout + uitkomst.stderr
    controle = plaats.manage(NIEUW, "controleer_sleutels", **ANDERE_SLEUTELS)
    assert controle.returncode == 1
    assert "De sleutels passen niet: " in controle.stderr


def test_dump_and_keys_are_kept_apart(plaats: Plaats) -> None:
    (sleutels,) = (plaats.map / "kluis").iterdir()
    assert sleutels.stat().st_mode & 0o777 == 0o600
    assert set(sleutels.read_text().split()) == {f"{n}={waarde}" for n, waarde in SLEUTELS.items()}
    (dump,) = (plaats.map / "backups").glob("*.dump")
    assert dump.stat().st_mode & 0o777 == 0o600
    opdracht = ["pg_restore", "--file=-", str(dump)]
    inhoud = subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout
    assert "Tahiri" in inhoud
    assert AMINA not in inhoud
    assert not [waarde for waarde in SLEUTELS.values() if waarde in inhoud]


def test_everything_belongs_to_the_new_owner(plaats: Plaats) -> None:
    vraag = """SELECT DISTINCT rolname, rolsuper FROM pg_class c JOIN pg_roles r ON r.oid = relowner
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v')"""
    assert plaats.cluster.psql(vraag, databank=NIEUW) == f"{NIEUW}|f"


@pytest.mark.parametrize("vraag", [BEWAKERS, VOLGORDE])
def test_rules_and_collation_are_those_of_before(plaats: Plaats, vraag: str) -> None:
    vroeger = plaats.cluster.psql(vraag, databank=OUD)
    assert vroeger
    assert plaats.cluster.psql(vraag, databank=NIEUW) == vroeger


def test_the_trail_still_refuses_every_change(plaats: Plaats) -> None:
    for opdracht in (
        "UPDATE gedeeld_auditregel SET actie = 'niets'",
        "DELETE FROM gedeeld_auditregel",
    ):
        with pytest.raises(Weigering, match="gedeeld_auditregel is append-only"):
            plaats.cluster.psql(opdracht, databank=NIEUW)


def test_a_second_advice_on_the_same_days_is_still_refused(plaats: Plaats) -> None:
    vraag = """SELECT string_agg(quote_ident(column_name), ', ')
        FROM information_schema.columns
        WHERE table_name = 'werknemers_adviesperiode' AND column_name <> 'id'"""
    kolommen = plaats.cluster.psql(vraag, databank=NIEUW)
    dubbel = "INSERT INTO werknemers_adviesperiode (KOLOMMEN) SELECT KOLOMMEN FROM TABEL LIMIT 1"
    opdracht = dubbel.replace("KOLOMMEN", kolommen).replace("TABEL", "werknemers_adviesperiode")
    with pytest.raises(Weigering, match="violates exclusion constraint"):
        plaats.cluster.psql(opdracht, databank=NIEUW)
