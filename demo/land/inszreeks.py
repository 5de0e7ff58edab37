"""National numbers with valid check digits."""

from datetime import date


def maak_insz(geboren: date, volgnummer: int) -> str:
    """Of somebody born on this day; two with other serial numbers below 997 differ."""
    negen = f"{geboren:%y%m%d}{volgnummer % 997 + 1:03}"
    # From 2000 on a 2 stands before the number when the check digits are worked out.
    getal = int(f"2{negen}" if geboren.year >= 2000 else negen)
    return f"{negen}{97 - getal % 97:02}"
