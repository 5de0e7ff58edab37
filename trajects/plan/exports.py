"""The open actions as a spreadsheet."""

from datetime import date

from gedeeld.lijstblad import Rijkolom, rijkolom


def kolommen(op: date) -> tuple[Rijkolom, ...]:
    """Of an action with its employee; on the day `op` it may be late."""
    return (
        rijkolom("Personeelsnummer", 18, lambda actie: actie.werknemer.personeelsnummer),
        rijkolom("Naam", 28, lambda actie: actie.werknemer.naam),
        rijkolom("Wat", 50, lambda actie: actie.wat, omloop=True),
        rijkolom("Wie", 22, lambda actie: actie.wie_naam or actie.get_wie_display()),
        rijkolom("Tegen", 14, lambda actie: actie.tegen),
        rijkolom("Te laat", 10, lambda actie: "ja" if actie.is_te_laat(op) else ""),
    )
