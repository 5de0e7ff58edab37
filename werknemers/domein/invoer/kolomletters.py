"""Columns as a spreadsheet names them: A is place 0, Z 25, AA 26."""


def kolomletter(plaats: int) -> str:
    letters = ""
    while plaats >= 0:
        plaats, rest = divmod(plaats, 26)
        letters = chr(ord("A") + rest) + letters
        plaats -= 1
    return letters


def kolomplaats(letters: str) -> int:
    """The place of a column; -1 for no letters, so that the next one is A."""
    plaats = 0
    for letter in letters.upper():
        plaats = plaats * 26 + ord(letter) - ord("A") + 1
    return plaats - 1
