"""Where a cluster lives: a folder that the account of the database can enter."""

import os
import tempfile
from pathlib import Path

from hulp.accounts import account_van, account_voor_databank
from hulp.melding import Weigering
from hulp.paden import PROJECT
from hulp.postgres import Cluster

ELDERS = Path("/var/lib/doorstroom")


def cluster_in(map_: Path, *, opties: tuple[str, ...] = ()) -> Cluster:
    """The cluster in this folder, or elsewhere when its account cannot get there.

    That happens for root with a project under /root; permissions of somebody
    else's folders are never loosened for it.
    """
    data = map_ / "data"
    if data.exists():
        account = account_van(data)
        if os.geteuid() not in (0, account.uid):
            raise Weigering(f"{data} is van een andere gebruiker: werk in een eigen kopie.")
        return Cluster(map_, account, opties)
    account = account_voor_databank()
    _maak_doorgang(map_)
    plaats = map_ if account.bereikt(map_) else _plaats_elders(map_ / "elders")
    return Cluster(plaats, account, opties)


def tijdelijke_map() -> Path:
    """A fresh folder that the account of the database can enter."""
    for ouder in (Path(tempfile.gettempdir()), Path("/var/tmp")):
        map_ = Path(tempfile.mkdtemp(prefix="doorstroom-", dir=ouder))
        map_.chmod(0o711)
        if account_voor_databank().bereikt(map_):
            return map_
        map_.rmdir()
    raise Weigering(f"Ik vind geen tijdelijke map voor de databank van {PROJECT}.")


def _plaats_elders(wijzer: Path) -> Path:
    """The folder that the pointer file names. A new pointer gets a new folder: a fresh copy of
    the project at the same path must not meet data of which it has no keys."""
    if wijzer.exists() and Path(wijzer.read_text()).exists():
        return Path(wijzer.read_text())
    _maak_doorgang(ELDERS)
    plaats = Path(tempfile.mkdtemp(prefix="cluster-", dir=ELDERS))
    plaats.chmod(0o711)
    wijzer.write_text(str(plaats))
    return plaats


def _maak_doorgang(map_: Path) -> None:
    """A folder of our own that others can pass through but not list, whatever the umask."""
    if not map_.exists():
        map_.mkdir(parents=True)
        map_.chmod(0o711)
