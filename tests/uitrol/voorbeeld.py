"""The example of an environment file, as it is and as somebody fills it in."""

from typing import Final

from tests.uitrol.bladzijde import BASIS

BESTAND: Final = "uitrol/doorstroom.env.voorbeeld"
VOORBEELD: Final = {
    naam: waarde
    for naam, is_, waarde in (
        regel.partition("=")
        for regel in (BASIS / BESTAND).read_text().splitlines()
        if not regel.startswith("#")
    )
    if is_
}
INGEVULD: Final = VOORBEELD | {
    "SECRET_KEY": "k3Yq9v_Zt2mWx8RrLq4TnB7cJ1sHdFgP0oUaVeIyXwQzMbNhKj",
    "VERSLEUTELINGSSLEUTELS": "cHJvZHVjdGllLXByb2VmLXNsZXV0ZWwtdmFuLTMyLWI=",
    "ZOEKSLEUTEL": "een-eigen-zoeksleutel-van-de-productie",
}
