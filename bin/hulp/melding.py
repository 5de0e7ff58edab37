"""What the programs say to the person who runs them, in Dutch.

On stderr, because stdout belongs to what a program is asked for.
"""

import sys


class Weigering(Exception):
    """The program cannot go on; the text is one sentence that says what to do."""


def meld(zin: str) -> None:
    sys.stderr.write(f"{zin}\n")
    sys.stderr.flush()
