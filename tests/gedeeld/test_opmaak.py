"""Rows that are written at once are escaped like any other."""

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from gedeeld.opmaak import herhaald
from trajects.keuzes import Fase


def test_what_is_not_safe_is_escaped() -> None:
    rijen = [("<b>", 3, SafeString("<i>")), ("{0} \"'&", Fase.STAGE, SafeString(""))]
    html = herhaald("<p>{}{}{}</p>", rijen)
    assert html == format_html_join("", "<p>{}{}{}</p>", rijen)
    assert isinstance(html, SafeString)


def test_nothing_is_nothing() -> None:
    assert herhaald("<p>{}</p>", []) == ""
