"""Whatever bytes and cells come in: rows with remarks, or one sentence, never a crash."""

import contextlib
import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from tests.werknemers.invoer.bladen import RIJ, csvbestand, herpak, rij, tabel, xlsx
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.meldingen import BestandGeweigerd

GOED = xlsx(tabel(rij(), rij(personeelsnummer="W2")))
BLAD = "xl/worksheets/sheet1.xml"
XML = zipfile.ZipFile(io.BytesIO(GOED)).read(BLAD)
CEL = st.text(
    alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40
)


@given(st.binary(max_size=300))
def test_any_bytes(inhoud: bytes) -> None:
    with contextlib.suppress(BestandGeweigerd):
        lees_in(inhoud)


@given(st.binary(max_size=60), st.integers(0, len(GOED)), st.integers(0, 60))
def test_a_workbook_with_a_hole(stuk: bytes, plaats: int, weg: int) -> None:
    with contextlib.suppress(BestandGeweigerd):
        lees_in(GOED[:plaats] + stuk + GOED[plaats + weg :])


@given(
    st.sampled_from((b'r="ZZZ999"', b't="e"', b't="s"', b"<v>-1</v>", b"<v>1e400</v>", b"<c/>")),
    st.integers(0, len(XML)),
    st.integers(0, 20),
)
def test_a_sheet_that_no_program_wrote(stuk: bytes, plaats: int, weg: int) -> None:
    with contextlib.suppress(BestandGeweigerd):
        lees_in(herpak(GOED, {BLAD: XML[:plaats] + stuk + XML[plaats + weg :]}))


@given(st.lists(CEL, min_size=len(RIJ), max_size=len(RIJ)))
def test_any_text_in_every_column(cellen: list[str]) -> None:
    with contextlib.suppress(BestandGeweigerd):
        (gelezen,) = lees_in(csvbestand([list(RIJ), cellen])).rijen
        assert gelezen.leeg or gelezen.geweigerd or gelezen.gegevens


@given(st.sampled_from(list(RIJ)), CEL | st.floats() | st.integers(-(10**9), 10**9) | st.booleans())
def test_any_value_in_one_column_of_a_good_row(kolom: str, cel: object) -> None:
    (gelezen,) = lees_in(csvbestand(tabel({**RIJ, kolom: cel}))).rijen
    assert (gelezen.gegevens is None) == gelezen.geweigerd
    assert all(melding.tekst and melding.code for melding in gelezen.meldingen)
