"""Rules that are known and that nothing counts with."""

from pathlib import Path

import pytest

from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN
from regels.domein.niet_uitgedrukt import (
    ANDERE_VERMINDERINGEN,
    lees_niet_uitgedrukt,
    niet_meegeteld,
    niet_uitgedrukt,
)
from regels.domein.wettekst import WettekstFout
from regels.keuzes import Bedragsoort

GOED = '[[regel]]\ncode = "x"\nzin = "ziekte"\nbedragen = ["loonkost"]\nzekerheid = "B"\n'


def test_each_amount_says_what_it_leaves_out() -> None:
    assert niet_meegeteld(Bedragsoort.LDE_VERGOEDING) == (
        "Dit bedrag houdt geen rekening met: een verlenging van het LDE-traject na ziekte."
    )
    for soort in Bedragsoort:
        assert niet_meegeteld(soort).startswith("Dit bedrag houdt geen rekening met: ")


def test_what_was_counted_after_all_is_not_said() -> None:
    (weg,) = (regel.zin for regel in niet_uitgedrukt() if regel.code == ANDERE_VERMINDERINGEN)
    assert weg in niet_meegeteld(Bedragsoort.LOONPREMIE)
    rest = niet_meegeteld(Bedragsoort.LOONPREMIE, behalve=[ANDERE_VERMINDERINGEN])
    assert weg not in rest
    assert rest.startswith("Dit bedrag houdt geen rekening met: ziekte")


def test_the_amounts_are_those_of_the_model() -> None:
    assert {str(blad) for blad in PERSOONSBLADEN} | {"loonkost"} == set(Bedragsoort.values)


def test_each_code_stands_there_once() -> None:
    codes = [regel.code for regel in niet_uitgedrukt()]
    assert len(set(codes)) == len(codes)
    assert {"overdraagbaarheid", "sancties", "index_begeleiding", "ziekte", "voorschotten"} <= set(
        codes
    )


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [("loonkost", "btw"), ('["loonkost"]', "[]"), ('"B"', '"Z"'), ('zin = "ziekte"\n', "")],
)
def test_what_cannot_be_is_refused_by_name(tmp_path: Path, oud: str, nieuw: str) -> None:
    pad = tmp_path / "niet_uitgedrukt.toml"
    pad.write_text(GOED.replace(oud, nieuw))
    with pytest.raises(WettekstFout, match=r"niet_uitgedrukt\.toml, x: "):
        lees_niet_uitgedrukt(pad)
