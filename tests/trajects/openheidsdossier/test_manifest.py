"""The manifest: the same pieces give the same one, a changed letter another; it can be checked."""

import hashlib
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from gebruikers.models import Gebruiker
from gedeeld.models import Uitvoer
from gedeeld.uitvoer.werk import maak_een_deel
from gedeeld.versleuteling import versleutel_bytes
from tests.fabrieken import (
    BijlageFactory,
    ContractFactory,
    DoelFactory,
    NotitieFactory,
    OverdrachtFactory,
    PlanbesprekingFactory,
    PlanversieFactory,
    StageFactory,
    ToestemmingFactory,
)
from tests.trajects.openheidsdossier.dossiermens import leg_uit, maak_compleet
from tests.uitvoer import bestel, haal, inhoud
from trajects.keuzes import Dossierdeel, Thema
from trajects.models import Deelname, Doel, Passagetoelichting, Planbespreking, Stage
from trajects.openheidsdossier.dossier import stel_dossier_samen
from trajects.openheidsdossier.manifest import Manifest, maak_manifest
from trajects.openheidsdossier.stuk import Openheidsstuk, feiten
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VANDAAG = date(2026, 11, 23)
ATTEST = b"%PDF-1.7\nattest van Amina\n"


@pytest.fixture
def amina(amina: Werknemer, begeleider: Gebruiker) -> Werknemer:
    """With everything, and the file of an attest."""
    maak_compleet(amina, begeleider)
    deelname = Deelname.objects.get(werknemer=amina)
    Deelname.objects.filter(pk=deelname.pk).update(attest="HACCP")
    BijlageFactory(
        notitie=None, deelname=deelname, door=begeleider, bestandsnaam="attest (1) é.pdf",
        grootte=len(ATTEST), inhoud=versleutel_bytes(ATTEST),
    )  # fmt: skip
    StageFactory(werknemer=amina, taak="helpen\nin de keuken")
    return amina


def manifest(wie: Werknemer, op: date = VANDAAG) -> Manifest:
    return maak_manifest(stel_dossier_samen(wie, op).stukken)


def test_the_same_content_gives_the_same_manifest_on_any_day(amina: Werknemer) -> None:
    eerst = manifest(amina)
    assert manifest(amina) == eerst
    assert manifest(amina, date(2027, 3, 1)).inhoud == eerst.inhoud


@pytest.mark.parametrize(
    ("anders", "bestand"),
    [
        (lambda: Doel.objects.update(titel="Leren snijdem"), "stukken/doel-"),
        (lambda: Stage.objects.update(taak="helpen\nin de keukem"), "stukken/stage-"),
        (lambda: Passagetoelichting.objects.update(taal="fr"), "stukken/uitleg-"),
        (lambda: Planbespreking.objects.update(antwoord="nee"), "stukken/bespreking-"),
    ],
)
def test_one_changed_letter_gives_another_hash_of_that_piece_alone(
    amina: Werknemer, anders: Callable[[], object], bestand: str
) -> None:
    eerst = manifest(amina)
    anders()
    daarna = manifest(amina)
    gewijzigd = {
        oud.stuk.bestand
        for oud, nieuw in zip(eerst.regels, daarna.regels, strict=True)
        if oud.sha256 != nieuw.sha256
    }
    assert len(gewijzigd) == 1
    assert gewijzigd.pop().startswith(bestand)
    assert daarna.sha256 != eerst.sha256


def test_the_hashes_are_of_the_bytes_that_are_kept(amina: Werknemer) -> None:
    per_soort = {regel.stuk.bestand.split("-")[0]: regel for regel in manifest(amina).regels}
    passage = per_soort["stukken/passage"]
    tekst = "Deze job bereidt je voor op een volgende werkgever."
    assert passage.sha256 == hashlib.sha256(tekst.encode()).hexdigest()
    assert passage.grootte == len(tekst)
    (bijlage,) = (regel for regel in manifest(amina).regels if regel.stuk.bijlage)
    assert bijlage.sha256 == hashlib.sha256(ATTEST).hexdigest()
    assert bijlage.grootte == len(ATTEST)


def test_a_value_of_two_lines_is_not_taken_for_another_fact() -> None:
    def stuk(*paren: tuple[str, object]) -> str:
        deel = Dossierdeel.WERK
        return Openheidsstuk(deel, "s", None, "Stage", feiten=feiten(*paren)).in_letters

    een = stuk(("Taak", "helpen\nResultaat: geslaagd"))
    twee = stuk(("Taak", "helpen"), ("Resultaat", "geslaagd"))
    assert een != twee
    assert twee == "Stage\nDatum: niet genoteerd\nTaak: helpen\nResultaat: geslaagd\n"


def _zip(antwoord: Any) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(inhoud(antwoord)))


def test_sha256sum_checks_the_bundle(
    als: Als, amina: Werknemer, hr: Gebruiker, tmp_path: Path
) -> None:
    bundel = _zip(haal(als(hr), f"/werknemers/{amina.pk}/dossier.zip"))
    bundel.extractall(tmp_path)
    klaar = subprocess.run(
        ["sha256sum", "--check", "--strict", "manifest.txt"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout.count(": OK\n") == len(manifest(amina).regels)
    namen = {naam for naam in bundel.namelist() if naam.startswith(("stukken/", "bijlagen/"))}
    assert namen == {regel.stuk.bestand for regel in manifest(amina).regels}
    (tmp_path / next(iter(namen))).write_text("anders")
    anders = subprocess.run(["sha256sum", "-c", "manifest.txt"], cwd=tmp_path, check=False)
    assert anders.returncode == 1


def _tekst(pdf: bytes) -> str:
    bladen = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(blad.extract_text() for blad in bladen).split())


def test_the_paper_holds_the_same_manifest_as_the_bundle(
    als: Als, amina: Werknemer, coordinator: Gebruiker
) -> None:
    client = als(coordinator)
    papier = haal(client, f"/werknemers/{amina.pk}/dossier.pdf")
    assert papier["Content-Disposition"].startswith('attachment; filename="dossier-')
    tekst = _tekst(papier.content)
    assert "Er ontbreekt niets." in tekst
    assert "De bijzondere passage (2)" in tekst
    assert "Het dossier beoordeelt geen ontslag." in tekst
    bundel = _zip(haal(client, f"/werknemers/{amina.pk}/dossier.zip"))
    in_bundel = next(
        naam for naam in bundel.namelist() if naam.endswith(".pdf") and "/" not in naam
    )
    assert bundel.read(in_bundel) == papier.content
    lijst = bundel.read("manifest.txt")
    los = tekst.replace(" ", "")
    assert hashlib.sha256(lijst).hexdigest() in los
    for regel in lijst.decode().splitlines():
        assert regel.split("  ")[0] in los


def test_gaps_are_named_at_the_front_of_the_paper(
    als: Als, amina: Werknemer, hr: Gebruiker
) -> None:
    ContractFactory(werknemer=amina)
    pdf = haal(als(hr), f"/werknemers/{amina.pk}/dossier.pdf").content
    voorblad = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "Passage niet gekozen" in voorblad


def test_no_word_of_a_talk_is_on_paper_or_in_the_bundle(
    als: Als, amina: Werknemer, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    NotitieFactory(
        werknemer=amina, auteur=begeleider, themas=[Thema.EINDDOEL], tekst="Zeepaardje.",
        vertrouwelijk=True,
    )  # fmt: skip
    bundel = _zip(haal(als(coordinator), f"/werknemers/{amina.pk}/dossier.zip"))
    teksten = [bundel.read(naam) for naam in bundel.namelist() if not naam.endswith(".pdf")]
    papier = [_tekst(bundel.read(n)) for n in bundel.namelist() if n.startswith("dossier-")]
    alles = b" ".join(teksten).decode() + " ".join(papier)
    assert "Zeepaardje" not in alles
    assert "We keken samen vooruit" not in alles
    assert sum(naam.startswith("stukken/gesprek-") for naam in bundel.namelist()) == 1


def test_a_file_that_no_key_opens_stops_all_of_it(
    als: Als, amina: Werknemer, hr: Gebruiker
) -> None:
    deelname = Deelname.objects.get(werknemer=amina)
    deelname.bijlagen.update(inhoud=b"onleesbaar")
    uitvoer = bestel(als(hr), f"/werknemers/{amina.pk}/dossier.pdf")
    maak_een_deel()
    uitvoer.refresh_from_db()
    assert uitvoer.status == Uitvoer.Status.MISLUKT
    assert "kan niet meer gelezen worden" in uitvoer.fout


def test_who_no_longer_guides_gets_nothing(
    als: Als, amina: Werknemer, begeleider: Gebruiker
) -> None:
    uitvoer = bestel(als(begeleider), f"/werknemers/{amina.pk}/dossier.pdf")
    Werknemer.objects.filter(pk=amina.pk).update(begeleider=None)
    maak_een_deel()
    uitvoer.refresh_from_db()
    assert uitvoer.status == Uitvoer.Status.MISLUKT
    assert als(begeleider).get(f"/uitvoer/{uitvoer.pk}/bestand/").status_code == 404


QUERIES = 33  # with the claim of the job and its savepoints, and one read of the one file


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_grow(
    als: Als, amina: Werknemer, begeleider: Gebruiker, aantal: int
) -> None:
    for _ in range(aantal):
        leg_uit(ContractFactory(werknemer=amina))
        DoelFactory(traject=amina.trajecten.get())
        NotitieFactory(werknemer=amina, auteur=begeleider, themas=[Thema.EINDDOEL])
        PlanbesprekingFactory(werknemer=amina, door=begeleider)
        PlanversieFactory(werknemer=amina)
        StageFactory(werknemer=amina)
        ToestemmingFactory(overdracht=OverdrachtFactory(werknemer=amina))
    bestel(als(begeleider), f"/werknemers/{amina.pk}/dossier.pdf")
    with CaptureQueriesContext(connection) as vragen:
        maak_een_deel()
    assert len(vragen) == QUERIES
