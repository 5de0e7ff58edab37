"""HTML to PDF/UA: what makes it accessible, what it may not read, and that it repeats itself."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from gedeeld.pdf import VerbodenBron, maak_pdf

PAGINA = """<!doctype html><html lang="nl-BE"><head><title>Een proef</title></head>
<body data-voet="De Lepel"><h1>Kop</h1><p>Tekst met <bdi>أمينة</bdi></p>{}
<table><caption>Stappen</caption>
<thead><tr><th scope="col">Van</th><th scope="col">Deel</th></tr></thead>
<tbody><tr><th scope="row">januari</th><td>40 %</td></tr></tbody></table></body></html>"""


def elementen(knoop: Any) -> list[Any]:
    """All structure elements below a node of the tag tree, in reading order."""
    if isinstance(knoop, pikepdf.Array):
        return [element for kind in knoop for element in elementen(kind)]
    if not isinstance(knoop, pikepdf.Dictionary) or "/S" not in knoop:
        return []
    return [knoop, *elementen(knoop.get("/K"))]


def open_pdf(inhoud: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(inhoud))


def test_the_document_says_what_it_is() -> None:
    with open_pdf(maak_pdf(PAGINA, "css/pdf.css")) as pdf:
        assert str(pdf.Root.Lang) == "nl-BE"
        assert str(pdf.docinfo["/Title"]) == "Een proef"
        assert bool(pdf.Root.MarkInfo.Marked) is True
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
        with pdf.open_metadata() as gegevens:
            assert gegevens["pdfuaid:part"] == "1"


def test_headings_and_tables_are_tagged() -> None:
    with open_pdf(maak_pdf(PAGINA, "css/pdf.css")) as pdf:
        alle = elementen(pdf.Root.StructTreeRoot.K)
        soorten = [str(element.S) for element in alle]
        assert {"/H1", "/P", "/Table", "/Caption", "/THead", "/TBody", "/TR", "/TD"} <= set(soorten)
        koppen = [str(element.A.Scope) for element in alle if element.S == "/TH"]
        assert koppen == ["/Column", "/Column", "/Row"]


def test_every_font_is_embedded() -> None:
    with open_pdf(maak_pdf(PAGINA, "css/pdf.css")) as pdf:
        letters = [
            letter.DescendantFonts[0]
            for pagina in pdf.pages
            for letter in pagina.Resources.Font.values()
        ]
        namen = {str(letter.BaseFont).partition("+")[2] for letter in letters}
        assert {"Atkinson-Hyperlegible-Next", "Noto-Sans-Arabic"} <= namen
        assert all("/FontFile2" in letter.FontDescriptor for letter in letters)


def test_the_footer_counts_pages() -> None:
    tweede = PAGINA.format('<p class="nieuwe-pagina">Twee</p>')
    lezer = PdfReader(BytesIO(maak_pdf(tweede, "css/pdf.css")))
    voeten = [pagina.extract_text() for pagina in lezer.pages]
    assert ["Pagina 1 van 2" in voeten[0], "Pagina 2 van 2" in voeten[1]] == [True, True]
    assert all("De Lepel" in voet for voet in voeten)


def test_the_same_page_gives_the_same_bytes_also_after_another() -> None:
    eerste = maak_pdf(PAGINA, "css/pdf.css")
    maak_pdf(PAGINA.replace("Kop", "Iets anders ñ Ж"), "css/pdf.css")
    assert maak_pdf(PAGINA, "css/pdf.css") == eerste


def test_a_picture_under_static_is_read() -> None:
    met = maak_pdf(PAGINA.format('<img src="beeld/vink.svg" alt="in orde">'), "css/pdf.css")
    with open_pdf(met) as pdf:
        figuren = [e for e in elementen(pdf.Root.StructTreeRoot.K) if e.S == "/Figure"]
        assert [str(figuur.Alt) for figuur in figuren] == ["in orde"]


@pytest.mark.parametrize(
    "adres",
    [
        "https://voorbeeld.be/beeld.png",
        "http://127.0.0.1:9/beeld.png",
        "file:///etc/passwd",
        "../manage.py",
        "beeld/../../manage.py",
        "beeld/%2e%2e/%2e%2e/manage.py",
        "//elders.be/static/beeld/vink.svg",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
        "beeld/bestaat-niet.svg",
    ],
)
def test_nothing_else_is_read_and_no_holed_document_made(adres: str) -> None:
    with pytest.raises(VerbodenBron):
        maak_pdf(PAGINA.format(f'<img src="{adres}" alt="">'), "css/pdf.css")
