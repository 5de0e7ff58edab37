"""Which variables a program gets: what somebody set wins, except in tests."""

import json
from pathlib import Path
from typing import Final

from tests.hulp.toneel import draai, omgeving_met

PROGRAMMA: Final = """
import json, sys
from hulp import omgeving
from hulp.paden import maak_var
maak_var()
print(json.dumps(getattr(omgeving, f"{sys.argv[1]}_omgeving")()))
"""
GEHEIMEN: Final = ("SECRET_KEY", "VERSLEUTELINGSSLEUTELS", "ZOEKSLEUTEL")


def omgeving(soort: str, var: Path, **anders: str) -> dict[str, str]:
    uitkomst = draai(PROGRAMMA, soort, omgeving=omgeving_met(var, **anders))
    assert uitkomst.returncode == 0, uitkomst.stderr
    gelezen: dict[str, str] = json.loads(uitkomst.stdout)
    return gelezen


def test_own_variables_win(tmp_path: Path) -> None:
    eigen = {
        "DATABASE_URL": "postgres://ik@hier/mijn",
        "REDIS_URL": "redis://hier/3",
        "SECRET_KEY": "van-mij",
        "BASIS_URL": "http://mijn.example",
    }
    gekregen = omgeving("demo", tmp_path, **eigen)
    assert {naam: gekregen[naam] for naam in eigen} == eigen
    assert gekregen["DOORSTROOM_MODUS"] == "demo"


def test_empty_counts_as_not_set(tmp_path: Path) -> None:
    gekregen = omgeving("demo", tmp_path, DATABASE_URL="", SECRET_KEY="", EMAIL_URL="")
    assert "DATABASE_URL" not in gekregen
    assert "EMAIL_URL" not in gekregen
    assert len(gekregen["SECRET_KEY"]) > 50


def test_the_mode_of_another_does_not_count(tmp_path: Path) -> None:
    assert omgeving("demo", tmp_path, DOORSTROOM_MODUS="productie")["DOORSTROOM_MODUS"] == "demo"
    assert omgeving("ontwikkel", tmp_path)["DOORSTROOM_MODUS"] == "ontwikkeling"


def test_the_tests_get_nothing_of_a_real_environment(tmp_path: Path) -> None:
    echt = dict.fromkeys((*GEHEIMEN, "ALLOWED_HOSTS", "BASIS_URL", "EMAIL_URL"), "echt")
    gekregen = omgeving("test", tmp_path, DATABASE_URL="postgres://x@y/z", **echt)
    assert not echt.keys() & gekregen.keys()
    assert gekregen["DATABASE_URL"] == "postgres://x@y/z"
    assert not (tmp_path / "geheim.env").exists()


def test_production_gets_no_secrets_for_free(tmp_path: Path) -> None:
    gekregen = omgeving("productie", tmp_path)
    assert not set(GEHEIMEN) & gekregen.keys()
    assert gekregen["DOORSTROOM_MODUS"] == "productie"


def test_secrets_are_made_once(tmp_path: Path) -> None:
    eerste, tweede = omgeving("demo", tmp_path), omgeving("ontwikkel", tmp_path)
    assert [eerste[naam] for naam in GEHEIMEN] == [tweede[naam] for naam in GEHEIMEN]
    assert (tmp_path / "geheim.env").stat().st_mode & 0o777 == 0o600


def test_a_secret_that_was_not_there_is_added(tmp_path: Path) -> None:
    (tmp_path / "geheim.env").write_text("ZOEKSLEUTEL=van=vroeger\n")
    gekregen = omgeving("demo", tmp_path)
    assert gekregen["ZOEKSLEUTEL"] == "van=vroeger"
    assert gekregen["SECRET_KEY"] in (tmp_path / "geheim.env").read_text()
