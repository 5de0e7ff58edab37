"""make demo: web, workers and scheduler on demo data, until somebody stops it."""

import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection, HTTPException

from hulp.databank import breng_schema_op_peil, eigen_databank, migreer
from hulp.melding import Weigering, meld, toon
from hulp.omgeving import Omgeving, demo_omgeving, django
from hulp.paden import LOGMAP, VAR, logbestand
from hulp.processen import (
    Kind,
    Onderbroken,
    stop_alle,
    voer_stil_uit,
    waak_over_terminal,
    wacht_tot,
)
from hulp.sloten import Slot
from hulp.statisch import verzamel_statische_bestanden
from hulp.virtueel import VENV, zorg_voor_pakketten

ADRES = "127.0.0.1"
STANDAARDPOORT = 8000
STARTTIJD = 60  # seconds until the first page must answer
KIJKSTAP = 0.3  # seconds
# What is ordered holds up nothing else, and gives its memory back.
PDFKEUZES = ("--pool=prefork", "--concurrency=1", "--max-tasks-per-child=50", "--queues=pdf")
WORKERKEUZES = ("--pool=solo", "--queues=post,kort,nacht,lang")
STILLE_WORKER = ("--without-gossip", "--without-mingle", "--without-heartbeat")
BEATKEUZES = ("--pidfile=", f"--schedule={VAR / 'beat'}")
WELKOM = f"""
Doorstroom draait op {{}}
Logbestanden, ook met de e-mails van de demo: {LOGMAP}
Stoppen doe je met Ctrl-C."""
EINDE = "De demo is gestopt. Je gegevens blijven bewaard."
GESTOPT = "Het proces {} is onverwacht gestopt en daarom stopt de demo: kijk in {}."

DatabankLeeft = Callable[[], bool]


def demo(argumenten: list[str]) -> int:
    """Serves until Ctrl-C (exit code 0) or until one of the processes dies (1)."""
    try:
        with plek("demo") as luisteraar, ExitStack() as afspraken:
            zorg_voor_pakketten()
            omgeving = demo_omgeving()
            databank_leeft = bereid_voor(afspraken, luisteraar, omgeving)
            verzamel_statische_bestanden(omgeving)
            _bedien(luisteraar, omgeving, databank_leeft)
    except Onderbroken:
        meld(EINDE)
    return 0


@contextmanager
def plek(opdracht: str) -> Iterator[socket.socket]:
    """The port of PORT for `make OPDRACHT`, reserved; and nobody else serves this copy."""
    poort = _lees_poort(os.environ.get("PORT") or str(STANDAARDPOORT))
    with _enige(opdracht, poort), _gereserveerde_poort(opdracht, poort) as luisteraar:
        yield luisteraar


def _lees_poort(waarde: str) -> int:
    if not (waarde.isascii() and waarde.isdigit() and 1 <= int(waarde) <= 65535):
        raise Weigering(f"PORT={waarde} is geen poort: kies een getal van 1 tot 65535.")
    return int(waarde)


@contextmanager
def _enige(opdracht: str, poort: int) -> Iterator[None]:
    """One demo per copy of the project: two schedulers would do everything twice."""
    bestand = VAR / "demo.slot"
    slot = Slot(bestand)
    if not slot.probeer():
        raise Weigering(
            f"De demo van deze map draait al op http://{ADRES}:{bestand.read_text()}/: stop die "
            "eerst met Ctrl-C, of start een andere kopie van het project met bijvoorbeeld "
            f"PORT={_volgende(poort)} make {opdracht}."
        )
    bestand.write_text(str(poort))
    yield
    slot.sluit()


@contextmanager
def _gereserveerde_poort(opdracht: str, poort: int) -> Iterator[socket.socket]:
    """The socket on which the web server will listen, so that nobody takes it meanwhile."""
    with socket.socket() as luisteraar:
        luisteraar.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            luisteraar.bind((ADRES, poort))
        except OSError as fout:
            verboden = isinstance(fout, PermissionError)
            bezet = "mag je niet gebruiken" if verboden else "is al in gebruik"
            raise Weigering(
                f"Poort {poort} {bezet}: kies een andere, bijvoorbeeld met "
                f"PORT={_volgende(poort)} make {opdracht}."
            ) from fout
        yield luisteraar


def _volgende(poort: int) -> int:
    return poort + 1 if 1024 <= poort < 65535 else STANDAARDPOORT


def bereid_voor(
    afspraken: ExitStack, luisteraar: socket.socket, omgeving: Omgeving
) -> DatabankLeeft:
    """Sets BASIS_URL and DATABASE_URL and brings the tables up to date; the answer tells whether
    the database still runs."""
    omgeving.setdefault("BASIS_URL", f"http://{ADRES}:{poort_van(luisteraar)}")
    if "DATABASE_URL" in omgeving:
        migreer(omgeving)
        return lambda: True
    cluster = afspraken.enter_context(eigen_databank())
    omgeving["DATABASE_URL"] = cluster.url
    breng_schema_op_peil(cluster, omgeving)
    return cluster.draait


def poort_van(luisteraar: socket.socket) -> int:
    return int(luisteraar.getsockname()[1])


def laad_gegevens(omgeving: Omgeving) -> str:
    """The demo organisations, made once; gives the demo logins to print."""
    meld("De demogegevens klaarzetten…")
    uitvoer = logbestand("laad_demo")
    uitvoer.unlink(missing_ok=True)
    voer_stil_uit(
        "De demogegevens klaarzetten", django("laad_demo"), log=uitvoer, omgeving=omgeving
    )
    return uitvoer.read_text()


def _bedien(luisteraar: socket.socket, omgeving: Omgeving, databank_leeft: DatabankLeeft) -> None:
    """The web server starts while the data is looked at, which saves a second each time."""
    kinderen: list[Kind] = []
    try:
        kinderen.append(_start_web(luisteraar, omgeving))
        poort = poort_van(luisteraar)
        luisteraar.close()
        logins = laad_gegevens(omgeving)
        wacht_tot(lambda: kinderen[0].is_gestopt() or _antwoordt(poort), STARTTIJD)
        kinderen += start_taken(omgeving)
        _eis_leven(kinderen)
        toon(WELKOM.format(f"{omgeving['BASIS_URL']}/\n{logins}"))
        zie_toe(kinderen, databank_leeft)
    finally:
        meld("De demo stopt…")
        stop_alle(kinderen)


def _start_web(luisteraar: socket.socket, omgeving: Omgeving) -> Kind:
    descriptor = luisteraar.fileno()
    keuzes = [
        "--workers=2",
        "--threads=4",
        "--preload",
        "--graceful-timeout=5",
        "--no-control-socket",
    ]
    return Kind(
        "web",
        [str(VENV / "bin/gunicorn"), f"--bind=fd://{descriptor}", *keuzes, "doorstroom.wsgi"],
        log=logbestand("web"),
        omgeving=omgeving,
        descriptors=[descriptor],
    )


def start_taken(omgeving: Omgeving) -> list[Kind]:
    """Workers and scheduler."""
    return [
        _start_celery("worker", "worker", omgeving, *WORKERKEUZES, *STILLE_WORKER),
        _start_celery("worker-pdf", "worker", omgeving, *PDFKEUZES, *STILLE_WORKER),
        _start_celery("beat", "beat", omgeving, *BEATKEUZES),
    ]


def _start_celery(naam: str, wat: str, omgeving: Omgeving, *keuzes: str) -> Kind:
    """`naam` is that of the process and its log; a worker has it as its name, too."""
    argv = [str(VENV / "bin/celery"), "-A", "doorstroom", wat, "--loglevel=INFO", *keuzes]
    if wat == "worker":
        argv.append(f"--hostname={naam}@%h")
    return Kind(naam, argv, log=logbestand(naam), omgeving=omgeving)


def _antwoordt(poort: int) -> bool:
    """Whether a page comes, of whatever kind: the application answers."""
    verbinding = HTTPConnection(ADRES, poort, timeout=5)
    try:
        verbinding.request("GET", "/gezondheid/")
        verbinding.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        verbinding.close()
    return True


def zie_toe(kinderen: list[Kind], databank_leeft: DatabankLeeft) -> None:
    """Looks until something stops that should not; then it says what, and where the log is."""
    eis_terminal = waak_over_terminal()
    while databank_leeft():
        _eis_leven(kinderen)
        eis_terminal()
        time.sleep(KIJKSTAP)
    raise Weigering(GESTOPT.format("postgres", logbestand("postgres")))


def _eis_leven(kinderen: list[Kind]) -> None:
    for kind in kinderen:
        if kind.is_gestopt():
            raise Weigering(GESTOPT.format(kind.naam, kind.log))
