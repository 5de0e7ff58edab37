"""Structured logs: one JSON object a line, and never a name, an address or a number of a person."""

import re
from typing import Any, Final

import structlog

# Keys that could carry personal data are dropped wherever they come from.
PERSOONSGEGEVENS: Final = frozenset(
    {"email", "naam", "voornaam", "familienaam", "insz", "gsm", "tekst", "ip", "user_agent"}
)
_TEKEN: Final = r"[^\s@<>\"'=(),;:]"  # of a mail address
# What names a person or gives access, in any text: others write the exceptions and the paths. A
# visitor chooses some of it, so each pattern reads a text once: a word is begun at its beginning
# only (the look behind) and never given back (`++`), whatever its length.
_SPOREN: Final = (
    (re.compile(rf"(?<!{_TEKEN}){_TEKEN}++@(?={_TEKEN}+?\.[a-zA-Z]{{2}}){_TEKEN}++"), "…@…"),
    (re.compile(r"\b\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}\b"), "…INSZ…"),
    (re.compile(r"(password/reset/key/|/agenda/)[^/\s]+"), r"\1…"),
    # PostgreSQL repeats the row that it refused, with every line of every text in it.
    (
        re.compile(r"DETAIL:.*?(?=\nThe above exception|\nDuring handling|\Z)", re.DOTALL),
        "DETAIL: …",
    ),
)


def _zonder_sporen(waarde: Any) -> Any:
    if not isinstance(waarde, str):
        return waarde
    for spoor, vervanging in _SPOREN:
        waarde = spoor.sub(vervanging, waarde)
    return waarde


def zonder_persoonsgegevens(_logger: Any, _methode: str, regel: dict[str, Any]) -> dict[str, Any]:
    """Drop personal data from a log entry; the last line of defence, not the first."""
    return {
        sleutel: _zonder_sporen(waarde)
        for sleutel, waarde in regel.items()
        if sleutel not in PERSOONSGEGEVENS
    }


_VOORAF: Final[list[Any]] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.TimeStamper(fmt="iso"),
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.format_exc_info,
    zonder_persoonsgegevens,
]

LOGGING: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
            "foreign_pre_chain": _VOORAF,
        }
    },
    "handlers": {"uit": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["uit"], "level": "WARNING"},
    "loggers": {
        "doorstroom": {"level": "INFO"},
        "django_structlog": {"level": "INFO"},
        "celery": {"level": "INFO"},
    },
}


def configureer_structlog() -> None:
    structlog.configure(
        processors=[*_VOORAF, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
