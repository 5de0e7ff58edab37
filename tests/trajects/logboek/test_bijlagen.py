"""Files: told by their content, kept encrypted, given only to who sees what they belong to."""

from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from tests.fabrieken import DeelnameFactory, NotitieFactory, VormingFactory
from trajects.logboek.bestanden import (
    DOCX,
    JPG,
    PDF,
    PNG,
    XLSX,
    Bestand,
    controleer_bestand,
    lees_inhoud,
)
from trajects.logboek.bijlagen import voeg_bijlage_toe
from trajects.logboek.forms import MEESTE, Bijlageveld
from trajects.models import Bijlage
from trajects.models.bijlage import GROOTSTE
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
PDF_INHOUD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"
JPG_INHOUD = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(20)
PNG_INHOUD = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(20)


def kantoor(*delen: str) -> bytes:
    uit = BytesIO()
    with ZipFile(uit, "w") as archief:
        for deel in ("[Content_Types].xml", *delen):
            archief.writestr(deel, "<x/>")
    return uit.getvalue()


@pytest.mark.parametrize(
    ("naam", "inhoud", "soort", "bewaard_als"),
    [
        ("Attest HACCP.pdf", PDF_INHOUD, PDF, "Attest HACCP.pdf"),
        ("foto.JPEG", JPG_INHOUD, JPG, "foto.jpg"),
        ("scherm.png", PNG_INHOUD, PNG, "scherm.png"),
        ("plan.docx", kantoor("word/document.xml"), DOCX, "plan.docx"),
        ("lijst.xlsx", kantoor("xl/workbook.xml"), XLSX, "lijst.xlsx"),
        # The name says nothing: the content decides, also about the ending.
        ("stiekem.exe", PDF_INHOUD, PDF, "stiekem.pdf"),
        ("..\\..\\etc/passwd", PDF_INHOUD, PDF, "passwd.pdf"),
        ('<script>"x"', PNG_INHOUD, PNG, "script-x.png"),
        ("", JPG_INHOUD, JPG, "bijlage.jpg"),
    ],
)
def test_five_kinds_are_known_by_their_content(
    naam: str, inhoud: bytes, soort: str, bewaard_als: str
) -> None:
    assert controleer_bestand(naam, inhoud) == Bestand(bewaard_als, soort, inhoud)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "is leeg"),
        (b"MZ\x90\x00" + bytes(100), "kunnen we niet bewaren"),
        (b"<html><script>alert(1)</script>", "kunnen we niet bewaren"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kunnen we niet bewaren"),
        (b"PK\x03\x04 geen zip", "kunnen we niet bewaren"),
        (kantoor("iets.txt"), "kunnen we niet bewaren"),
        (kantoor("word/document.xml", "word/vbaProject.bin"), "kunnen we niet bewaren"),
        (kantoor("word/document.xml", "zet.exe"), "kunnen we niet bewaren"),
        (PDF_INHOUD + bytes(GROOTSTE), "groter dan 10 MB"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(inhoud: bytes, zin: str) -> None:
    with pytest.raises(ValidationError) as weigering:
        controleer_bestand("attest.pdf", inhoud)
    assert weigering.value.messages[0].startswith("“attest.pdf” ")
    assert zin in weigering.value.messages[0]


def test_a_small_archive_that_unpacks_to_a_lot_is_never_unpacked(begeleider: Gebruiker) -> None:
    """Only the names inside are read: what it would come to costs nothing here."""
    uit = BytesIO()
    with ZipFile(uit, "w", ZIP_DEFLATED) as archief:
        archief.writestr("word/document.xml", bytes(50 * 1024 * 1024))
    bom = uit.getvalue()
    assert len(bom) < 100_000
    bijlage = voeg_bijlage_toe(
        controleer_bestand("bom.docx", bom), door=begeleider, notitie=NotitieFactory()
    )
    assert lees_inhoud(bijlage) == bom


def test_an_archive_of_thousands_of_parts_is_refused() -> None:
    vol = kantoor("word/document.xml", *(f"deel{n}.xml" for n in range(5001)))
    with pytest.raises(ValidationError, match="kunnen we niet bewaren"):
        controleer_bestand("vol.docx", vol)


def test_the_field_takes_a_few_files_and_reads_no_more_of_one_than_it_needs() -> None:
    goed = [SimpleUploadedFile(f"{n}.pdf", PDF_INHOUD) for n in range(MEESTE)]
    assert [bestand.naam for bestand in Bijlageveld().clean(goed)] == [
        "0.pdf", "1.pdf", "2.pdf", "3.pdf", "4.pdf",
    ]  # fmt: skip
    with pytest.raises(ValidationError, match="hoogstens 5 bestanden"):
        Bijlageveld().clean([*goed, SimpleUploadedFile("6.pdf", PDF_INHOUD)])
    groot = SimpleUploadedFile("groot.pdf", PDF_INHOUD + bytes(GROOTSTE * 2))
    with pytest.raises(ValidationError, match="groter dan 10 MB"):
        Bijlageveld().clean([groot])
    assert groot.tell() == GROOTSTE + 1
    assert Bijlageveld().clean(None) == []


def test_a_file_of_another_organisation_is_not_found(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    elders = NotitieFactory()
    bijlage = voeg_bijlage_toe(
        Bestand("x.pdf", PDF, PDF_INHOUD), door=elders.auteur, notitie=elders
    )
    for wie in (begeleider, coordinator):
        assert als(wie).get(f"/bijlagen/{bijlage.pk}/").status_code == 404


def test_what_is_kept_is_encrypted_and_comes_back_as_it_was(begeleider: Gebruiker) -> None:
    notitie = NotitieFactory(auteur=begeleider)
    bestand = controleer_bestand("attest.pdf", PDF_INHOUD)
    pk = voeg_bijlage_toe(bestand, door=begeleider, notitie=notitie).pk
    bijlage = Bijlage.objects.get(pk=pk)
    assert PDF_INHOUD[:5] not in bytes(bijlage.inhoud)
    assert lees_inhoud(bijlage) == PDF_INHOUD
    regel = Auditregel.objects.get(soort="bijlage", onderwerp_id=pk)
    assert (regel.door, regel.actie) == (begeleider, "bijlage toegevoegd")
    assert regel.verschil["sha256"] == [None, sha256(PDF_INHOUD).hexdigest()]
    assert regel.betrokkene_id == notitie.werknemer_id
    assert "attest.pdf" not in str(regel.wijzigingen)


def test_a_file_comes_as_a_download_that_nothing_runs(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    notitie = NotitieFactory(werknemer=amina, auteur=begeleider)
    bijlage = voeg_bijlage_toe(
        Bestand("attest.pdf", PDF, PDF_INHOUD), door=begeleider, notitie=notitie
    )
    antwoord = als(begeleider).get(f"/bijlagen/{bijlage.pk}/")
    assert antwoord.content == PDF_INHOUD
    assert antwoord["Content-Type"] == PDF
    assert antwoord["Content-Disposition"] == 'attachment; filename="attest.pdf"'
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in antwoord["Cache-Control"]


def test_who_sees_the_thing_sees_the_file(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, hr: Gebruiker, amina: Werknemer
) -> None:
    bestand = Bestand("x.pdf", PDF, PDF_INHOUD)
    vorming = VormingFactory(organisatie=amina.organisatie)
    dingen = {
        "note": {"notitie": NotitieFactory(werknemer=amina, auteur=begeleider)},
        "secret of the coordinator": {
            "notitie": NotitieFactory(werknemer=amina, auteur=coordinator, vertrouwelijk=True)
        },
        "attest": {"deelname": DeelnameFactory(werknemer=amina, vorming=vorming)},
        "attest of another caseload": {
            "deelname": DeelnameFactory(werknemer__organisatie=amina.organisatie, vorming=vorming)
        },
        "proof with amounts": {"vorming": vorming},
    }
    adressen = {
        naam: f"/bijlagen/{voeg_bijlage_toe(bestand, door=coordinator, **waarbij).pk}/"
        for naam, waarbij in dingen.items()
    }

    def ziet(wie: Gebruiker) -> set[str]:
        client = als(wie)
        return {naam for naam, adres in adressen.items() if client.get(adres).status_code == 200}

    assert ziet(begeleider) == {"note", "attest"}
    assert ziet(coordinator) == set(adressen)
    assert ziet(hr) == {"attest", "attest of another caseload", "proof with amounts"}
