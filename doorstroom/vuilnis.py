"""How often a web process looks for what nothing holds any more."""

import gc
from typing import Final

# Objects more than were let go, before Python looks through the youngest. At its own 700 it looks
# once in each page of every day, in vain, for 2 to 4 % of the processor time; above this figure
# nothing is gained, and memory stays the same. That of a worker does not: each PDF leaves circles.
JONGSTE: Final = 5_000


def zoek_zelden() -> None:
    """What is loaded now stays for as long as the process: no collection looks at it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(JONGSTE)
