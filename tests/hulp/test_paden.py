"""Logs make place, and a fingerprint tells what it is of."""

from pathlib import Path
from typing import Final

from hulp.paden import MAXIMALE_LOGGROOTTE, vingerafdruk
from tests.hulp.toneel import draai, omgeving_met

LOG: Final = "from hulp.paden import logbestand, maak_var; maak_var(); print(logbestand('web'))"


def test_a_log_that_is_too_large_makes_room(tmp_path: Path) -> None:
    log = tmp_path / "log/web.log"
    log.parent.mkdir()
    log.write_text("x" * MAXIMALE_LOGGROOTTE)
    assert draai(LOG, omgeving=omgeving_met(tmp_path)).stdout.strip() == str(log)
    assert log.exists()
    log.write_text("x" * (MAXIMALE_LOGGROOTTE + 1))
    draai(LOG, omgeving=omgeving_met(tmp_path))
    assert [pad.name for pad in log.parent.iterdir()] == ["web.log.1"]


def test_a_fingerprint_tells_where_one_piece_ends_and_the_next_begins() -> None:
    assert vingerafdruk(b"ab", b"c") == vingerafdruk(b"ab", b"c")
    assert vingerafdruk(b"ab", b"c") != vingerafdruk(b"a", b"bc")
    assert vingerafdruk(b"") != vingerafdruk()
