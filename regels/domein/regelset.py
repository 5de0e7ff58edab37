"""Which text of the law this version of the program brings along, in one short code."""

from functools import lru_cache

from gedeeld.bewijs.bewijscode import bewijscode
from regels.domein.wettekst import WETMAP


@lru_cache(maxsize=1)
def regelset() -> str:
    """Of all files together: they do not change while the program runs."""
    paden = sorted(WETMAP.rglob("*.toml"))
    return bewijscode(b"\0".join(pad.name.encode() + pad.read_bytes() for pad in paden))
