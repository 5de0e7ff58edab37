"""Child processes that never outlive this program, and programs in the foreground."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from hulp.accounts import Account
from hulp.melding import Weigering
from hulp.paden import PROJECT

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
# Asked when the program begins: one that closes while we set up must be noticed too.
MET_TERMINAL = os.isatty(0)
EINDSIGNALEN = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WACHTSTAP = 0.05  # seconds
TUSSENSTAP = 0.3  # seconds
_LIBC = ctypes.CDLL(None)


class Onderbroken(BaseException):
    """Somebody asked this program to stop (Ctrl-C, kill, closed terminal)."""

    def __init__(self, signaal: int) -> None:
        super().__init__(signaal)
        self.signaal = signaal


def luister_naar_eindsignalen() -> None:
    """The first signal raises Onderbroken; during the cleaning up that follows, none disturbs it.

    SIGINT is taken over even when it was ignored, as shells do for programs in the
    background; an ignored SIGHUP (nohup) stays ignored.
    """

    def onderbreek(signaal: int, frame: FrameType | None) -> None:
        for ander in EINDSIGNALEN:
            signal.signal(ander, signal.SIG_IGN)
        raise Onderbroken(signaal)

    for signaal in EINDSIGNALEN:
        if signaal != signal.SIGHUP or signal.getsignal(signaal) != signal.SIG_IGN:
            signal.signal(signaal, onderbreek)


def sterf_met_make() -> None:
    """Under make, its death by whatever signal is a request to stop: nobody else would ask."""
    if os.environ.pop("MAKELEVEL", None):
        _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def sterft_mee(signaal: int) -> Callable[[], None]:
    """What a child does before its program: ask for `signaal` when we die, reset signals."""
    ouder = os.getpid()

    def voor_exec() -> None:
        _LIBC.prctl(PR_SET_PDEATHSIG, signaal)
        if os.getppid() != ouder:
            os._exit(1)  # we died between fork and prctl
        for eindsignaal in EINDSIGNALEN:
            signal.signal(eindsignaal, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, EINDSIGNALEN)

    return voor_exec


class Kind:
    """A child process with its own process group and log."""

    def __init__(
        self,
        naam: str,
        argv: Sequence[str],
        *,
        log: Path,
        omgeving: Mapping[str, str],
        account: Account | None = None,
        stopsignaal: int = signal.SIGTERM,
        descriptors: Sequence[int] = (),
    ) -> None:
        self.naam = naam
        self.log = log
        self._stopsignaal = stopsignaal
        with log.open("ab") as uitvoer:
            self._proces = subprocess.Popen(
                argv,
                cwd="/" if account else PROJECT,
                env=omgeving,
                stdin=subprocess.DEVNULL,
                stdout=uitvoer,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=sterft_mee(stopsignaal),
                pass_fds=descriptors,
                **(account.popen_keuzes() if account else {}),
            )

    @property
    def pid(self) -> int:
        return self._proces.pid

    def is_gestopt(self) -> bool:
        """Looks without reaping: as long as the zombie is there, the group's id stays ours."""
        if self._proces.returncode is not None:
            return True
        keuzes = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self.pid, keuzes) is not None

    def vraag_te_stoppen(self) -> None:
        if not self.is_gestopt():
            os.kill(self.pid, self._stopsignaal)

    def ruim_op(self, geduld: float) -> int:
        """Waits `geduld` seconds for the end, kills what is left of the group, gives exit code."""
        wacht_tot(self.is_gestopt, geduld)
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        return self._proces.wait()


def stop_alle(kinderen: Sequence[Kind], geduld: float = 10) -> None:
    for kind in kinderen:
        kind.vraag_te_stoppen()
    for kind in kinderen:
        kind.ruim_op(geduld)


def voer_stil_uit(
    naam: str, argv: Sequence[str], *, log: Path, omgeving: Mapping[str, str]
) -> None:
    """Runs one step of the set-up with its output in the log; a failure is a refusal."""
    kind = Kind(naam, argv, log=log, omgeving=omgeving)
    try:
        while not kind.is_gestopt():
            time.sleep(WACHTSTAP)
    finally:
        kind.vraag_te_stoppen()
        code = kind.ruim_op(10)
    if code != 0:
        raise Weigering(f"{naam} lukte niet: kijk in {log}.")


def voer_op_voorgrond_uit(
    argv: Sequence[str],
    *,
    omgeving: Mapping[str, str],
    tussendoor: Callable[[], None] | None = None,
) -> int:
    """Runs a program on our own terminal and gives its exit code, as a shell would.

    Ctrl-C in a terminal reaches the program directly; every other signal is passed on.
    `tussendoor` is called a few times a second while it runs.
    """
    vorige = {signaal: signal.getsignal(signaal) for signaal in EINDSIGNALEN}

    def geef_door(signaal: int, frame: FrameType | None) -> None:
        if not (signaal == signal.SIGINT and _is_voorgrond_van_terminal()):
            proces.send_signal(signaal)

    with _signalen_wachten():
        proces = subprocess.Popen(argv, env=omgeving, preexec_fn=sterft_mee(signal.SIGINT))
        for signaal in EINDSIGNALEN:
            signal.signal(signaal, geef_door)
    try:
        while tussendoor and proces.poll() is None:
            tussendoor()
            time.sleep(TUSSENSTAP)
        code = proces.wait()
    finally:
        for signaal, handler in vorige.items():
            signal.signal(signaal, handler)
    return code if code >= 0 else 128 - code


def neem_wezen_aan() -> None:
    """From now on, whom a child of ours leaves behind becomes our child, and can be found."""
    _LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1)


def ruim_wezen_op() -> None:
    """Kills the children in our own process group: what a program on the foreground left."""
    while wezen := [pid for pid in _kinderen() if os.getpgid(pid) == os.getpgrp()]:
        for pid in wezen:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def waak_over_terminal() -> Callable[[], None]:
    """What raises Onderbroken once our terminal is closed: only its first process is told so."""

    def kijk() -> None:
        if MET_TERMINAL and not os.isatty(0):
            raise Onderbroken(signal.SIGHUP)

    return kijk


def wacht_tot(voorwaarde: Callable[[], bool], seconden: float) -> bool:
    """Polls until the condition holds; False when it did not in time."""
    einde = time.monotonic() + seconden
    while not voorwaarde():
        if time.monotonic() > einde:
            return False
        time.sleep(WACHTSTAP)
    return True


@contextmanager
def _signalen_wachten() -> Iterator[None]:
    """Until we know to whom they go: a signal that comes meanwhile is not lost."""
    signal.pthread_sigmask(signal.SIG_BLOCK, EINDSIGNALEN)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, EINDSIGNALEN)


def _is_voorgrond_van_terminal() -> bool:
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False


def _kinderen() -> list[int]:
    pid = os.getpid()
    return [int(kind) for kind in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
