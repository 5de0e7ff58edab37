"""The command that computes a receipt again, and says what it ends with."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError

from financiering.domein.momentopnames import bewaar_voor
from financiering.domein.rekenbewijs import bewijs_van
from financiering.models import Rekenbewijs
from gedeeld.bewijs.papier import Bewijsbestand
from tests.financiering.bewijshulp import VANDAAG, als_bestand, herreken, prognose
from tests.financiering.conftest import Huis


def test_other_cents_end_with_one_and_are_named(vol: Huis, tmp_path: Path) -> None:
    bewijs = bewijs_van(prognose(vol), vol.organisatie.pk)
    uitkomst = bewijs.uitkomst_data
    uitkomst["Klusdienst"]["loonkost"][0] += 100
    oud = Bewijsbestand(
        bewijs.soort, bewijs.dag, "0.2.0", bewijs.regelset, bewijs.invoer,
        json.dumps(uitkomst).encode(),
    )  # fmt: skip
    with pytest.raises(CommandError, match=r"rekent anders dan versie 0\.2\.0: 1 bedrag") as fout:
        herreken(als_bestand(tmp_path / "bewijs.json", oud))
    assert fout.value.returncode == 1


def test_a_file_that_was_changed_ends_with_two(vol: Huis, tmp_path: Path) -> None:
    pad = tmp_path / "bewijs.json"
    als_bestand(pad, bewijs_van(prognose(vol), vol.organisatie.pk))
    pad.write_text(pad.read_text().replace("240000", "250000", 1))
    with pytest.raises(CommandError, match="veranderd nadat het gemaakt is") as fout:
        herreken(str(pad))
    assert fout.value.returncode == 2


@pytest.mark.parametrize("wat", ["7F3K-Q2MX-0ABC-9DEF", "onzin", "../weg.json"])
@pytest.mark.django_db
def test_what_is_no_code_and_no_file_ends_with_two(wat: str) -> None:
    with pytest.raises(CommandError, match="is geen bestand en geen code") as fout:
        herreken(wat)
    assert fout.value.returncode == 2


def test_a_code_is_looked_up_as_people_type_it(vol: Huis) -> None:
    bewaar_voor(vol.organisatie, VANDAAG)
    code = Rekenbewijs.objects.get().code
    assert f"Bewijs {code}, berekend op 23 november 2026" in herreken(code.lower())
