"""Which system account runs PostgreSQL, since it refuses to run as root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from hulp.melding import Weigering


class PopenKeuzes(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int

    def popen_keuzes(self) -> PopenKeuzes:
        """Arguments that make subprocess drop to this account; none when we are it already."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def bereikt(self, map_: Path) -> bool:
        """Whether this account may enter the folder, as the kernel sees it."""
        proef = subprocess.run(["test", "-x", str(map_)], check=False, **self.popen_keuzes())
        return proef.returncode == 0

    def eigent(self, map_: Path) -> None:
        """Makes the account the owner of a folder that we made."""
        os.chmod(map_, 0o700)
        if self.uid != os.geteuid():
            os.chown(map_, self.uid, self.gid)


def account_voor_databank() -> Account:
    """Ourselves, or an account without rights when we are root."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    for naam in ("postgres", "nobody"):
        try:
            gevonden = pwd.getpwnam(naam)
        except KeyError:
            continue
        return Account(gevonden.pw_uid, gevonden.pw_gid)
    raise Weigering("PostgreSQL draait niet als root: maak een gebruiker `postgres` aan.")


def account_van(map_: Path) -> Account:
    """The owner of an existing folder."""
    staat = map_.stat()
    return Account(staat.st_uid, staat.st_gid)
