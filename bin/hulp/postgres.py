"""An own PostgreSQL cluster in a folder: where it lives, whether it runs, how it is made.

It listens on a socket in a folder of mode 0700 and never on TCP, so that the
folder itself is the access control (pg_hba `trust`). Who starts and stops the
server is in bewaker.py.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from hulp.accounts import Account
from hulp.melding import Weigering
from hulp.paden import vingerafdruk

BINARIES = Path("/usr/lib/postgresql")
OUDSTE_VERSIE = 15
ROL = "doorstroom"
DATABANK = "doorstroom"
SOCKET = ".s.PGSQL.5432"
MAXIMALE_SOCKETLENGTE = 107  # bytes, a limit of the kernel
# How names sort: as a Dutch reader expects, whatever the machine's own locale is. README, docs and
# compose make databases with the same options; a test holds them equal.
VOLGORDE = ("--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=nl-BE")
KLAAR_REGEL = 7  # line of postmaster.pid that says "ready"


@dataclass(frozen=True)
class Cluster:
    map: Path
    account: Account
    opties: tuple[str, ...] = ()

    @property
    def data(self) -> Path:
        return self.map / "data"

    @property
    def socketmap(self) -> Path:
        """Beside the data, or under /tmp when that path is too long for a socket."""
        hier = self.map / "socket"
        if len(os.fsencode(hier / SOCKET)) <= MAXIMALE_SOCKETLENGTE:
            return hier
        return Path(f"/tmp/doorstroom-{self.account.uid}-{vingerafdruk(os.fsencode(self.map))}")

    @property
    def gebruiksslot(self) -> Path:
        """Held as shared by every program that uses the server."""
        return self.map / "gebruik.slot"

    @property
    def startslot(self) -> Path:
        return self.map / "start.slot"

    @property
    def url(self) -> str:
        return f"postgres://{ROL}@{quote(str(self.socketmap), safe='')}/{DATABANK}"

    def argv(self) -> list[str]:
        """The server itself, in the foreground."""
        keuzes = (
            "listen_addresses=",
            f"unix_socket_directories={self.socketmap}",
            "unix_socket_permissions=0700",
            *self.opties,
        )
        vlaggen = [deel for keuze in keuzes for deel in ("-c", keuze)]
        return [str(self._binaries() / "postgres"), "-D", str(self.data), *vlaggen]

    def psql(self, opdracht: str, *, databank: str = DATABANK) -> str:
        """Runs one SQL statement as superuser of this cluster; gives the bare answer."""
        programma = str(self._binaries() / "psql")
        verbinding = ["-h", str(self.socketmap), "-U", ROL, "-d", databank]
        uitkomst = subprocess.run(
            [programma, "-XqAt", "-v", "ON_ERROR_STOP=1", *verbinding, "-c", opdracht],
            env=servers_omgeving(),
            check=False,
            capture_output=True,
            text=True,
        )
        if uitkomst.returncode != 0:
            raise Weigering(f"De databank weigert: {uitkomst.stderr.strip()}")
        return uitkomst.stdout.strip()

    def zorg_voor_databank(self) -> None:
        bestaat = f"SELECT 1 FROM pg_database WHERE datname = '{DATABANK}'"
        if not self.psql(bestaat, databank="postgres"):
            self.psql(f"CREATE DATABASE {DATABANK}", databank="postgres")

    def hoofdproces(self) -> int | None:
        """Process id of the running server.

        A crash leaves a postmaster.pid whose number may by now belong to any
        process, so it counts only when that process works in our data folder.
        """
        regels = self._postmaster_pid()
        if regels and regels[0].isdigit() and _werkmap(int(regels[0])) == self.data.resolve():
            return int(regels[0])
        return None

    def draait(self) -> bool:
        return self.hoofdproces() is not None

    def is_klaar(self) -> bool:
        """Whether the server accepts connections (recovery done)."""
        regels = self._postmaster_pid()
        klaar = len(regels) > KLAAR_REGEL and regels[KLAAR_REGEL].strip() == "ready"
        return klaar and self.draait()

    def maak(self) -> None:
        """Makes the folders and the cluster when they are not there; half-made ones go."""
        self._maak_socketmap()
        if self.data.exists():
            self.data.chmod(0o700)  # a copied folder may have lost this; PostgreSQL insists on it
            return
        nieuw = self.map / "data.nieuw"
        shutil.rmtree(nieuw, ignore_errors=True)
        nieuw.mkdir(mode=0o700)
        self.account.eigent(nieuw)
        self._initdb(nieuw)
        nieuw.rename(self.data)

    def ruim_resten_op(self) -> None:
        """Removes what a crashed server left: lock files and processes that hold its memory."""
        if self.draait():
            return
        for pid in _servers_in(self.data):
            os.kill(pid, signal.SIGKILL)
        for rest in (self.data / "postmaster.pid", self.socketmap / f"{SOCKET}.lock"):
            rest.unlink(missing_ok=True)

    def _initdb(self, data: Path) -> None:
        toegang = ["--auth=trust", f"--username={ROL}", "--no-instructions"]
        uitkomst = subprocess.run(
            [str(self._binaries() / "initdb"), "-D", str(data), *VOLGORDE, *toegang],
            cwd="/",
            env=servers_omgeving(),
            check=False,
            capture_output=True,
            text=True,
            **self.account.popen_keuzes(),
        )
        if uitkomst.returncode != 0:
            raise Weigering(f"De databank aanmaken lukte niet: {uitkomst.stderr.strip()}")

    def _maak_socketmap(self) -> None:
        map_ = self.socketmap
        if not map_.exists():
            map_.mkdir(mode=0o700)
            self.account.eigent(map_)
        if map_.is_symlink() or map_.lstat().st_uid != self.account.uid:
            raise Weigering(f"{map_} is niet van de databank: verwijder die map eerst.")
        map_.chmod(0o700)

    def _binaries(self) -> Path:
        """The programs of the version that made this cluster, or else of the newest one."""
        versies = sorted(
            (int(map_.name) for map_ in BINARIES.iterdir() if _is_bruikbare_versie(map_)),
        )
        gemaakt_met = self.data / "PG_VERSION"
        if gemaakt_met.exists():
            versie = int(gemaakt_met.read_text())
            if versie not in versies:
                nodig = f"postgresql-{versie}"
                raise Weigering(f"{self.data} is van een andere versie: installeer {nodig}.")
            return BINARIES / str(versie) / "bin"
        if not versies:
            raise Weigering(f"Installeer eerst PostgreSQL {OUDSTE_VERSIE} of nieuwer: postgresql.")
        return BINARIES / str(versies[-1]) / "bin"

    def _postmaster_pid(self) -> Sequence[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except (FileNotFoundError, NotADirectoryError):
            return ()


def servers_omgeving() -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/"}


def _is_bruikbare_versie(map_: Path) -> bool:
    if not map_.name.isdigit() or int(map_.name) < OUDSTE_VERSIE:
        return False
    return (map_ / "bin/postgres").exists() and (map_ / "bin/initdb").exists()


def _werkmap(pid: int) -> Path | None:
    try:
        return Path(f"/proc/{pid}/cwd").readlink()
    except OSError:
        return None


def _servers_in(data: Path) -> list[int]:
    doel = data.resolve()
    pids = (int(proces.name) for proces in Path("/proc").iterdir() if proces.name.isdigit())
    return [pid for pid in pids if _werkmap(pid) == doel and _naam(pid) == "postgres"]


def _naam(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""
