"""Makes what is of one world recognisable: by its keys, and by a word in every text."""

import io
import re
import zipfile
from typing import Any, Final

from django.apps import apps
from django.db import DataError, IntegrityError, connection, models, transaction

from gedeeld.velden import VersleuteldeTekst

EIGEN_APPS: Final = ("gebruikers", "regels", "werknemers", "trajects", "financiering")
VREEMD: Final = "Vreemdgoed"
ANDERMANS: Final = "Andermans"
_TOKENS: Final = re.compile(r'(value|content)="\w{64}"')
# Texts that the database keeps to digits or to a length, or to a review that was not held.
ZONDER_WOORD: Final = {
    "trajects.Evaluatiemoment.reden",
    "trajects.Werkgever.kbo_nummer",
    "gebruikers.Organisatie.kbo_nummer",
    "werknemers.Werknemer.insz_hash",
}


def begin_nieuwe_sleutels() -> int:
    """From here on every table counts from the same number, which nothing had before.

    So one key tries the first row of every table at once. Returns that key.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(last_value) FROM pg_sequences WHERE schemaname = 'public'")
        begin = (cursor.fetchone()[0] // 1000 + 1) * 1000
        cursor.execute(
            "SELECT setval(format('%%I.%%I', schemaname, sequencename)::regclass, %s)"
            " FROM pg_sequences WHERE schemaname = 'public'",
            [begin],
        )
    return int(begin) + 1


def tekstvelden(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """What somebody wrote: no choice, no key of encryption, no link."""
    return [
        veld
        for veld in model._meta.local_concrete_fields
        if isinstance(veld, models.CharField | models.TextField)
        and not isinstance(veld, VersleuteldeTekst)
        and not veld.choices
    ]


def _woord(veld: "models.Field[Any, Any]", pk: int, woord: str) -> str:
    return f"{woord}{pk}@voorbeeld.be" if isinstance(veld, models.EmailField) else f"{woord}{pk}"


def merk(woord: str, eerste: int, *, alleen: set[str] | None = None) -> set[str]:
    """Write the word in every text of the rows from this key on; returns where it does not fit.

    `alleen` names the models to write in; None is all of them.
    """
    past_niet = set()
    for app in EIGEN_APPS:
        for model in apps.get_app_config(app).get_models():
            velden = list(tekstvelden(model))
            if not velden or (alleen is not None and model._meta.label not in alleen):
                continue
            rijen = model._base_manager.filter(pk__gte=eerste)
            sleutels = list(rijen.values_list("pk", flat=True))
            for veld in velden:
                if not all(_schrijf(model, veld, pk, woord) for pk in sleutels):
                    past_niet.add(f"{model._meta.label}.{veld.name}")
    return past_niet


def _schrijf(
    model: type[models.Model], veld: "models.Field[Any, Any]", pk: int, woord: str
) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")  # past the triggers
            model._base_manager.filter(pk=pk).update(**{veld.name: _woord(veld, pk, woord)})
            cursor.execute("SET LOCAL session_replication_role = DEFAULT")
    except (DataError, IntegrityError):
        return False
    return True


def tekst_van(antwoord: Any) -> str:
    """All the text of an answer, also of a spreadsheet, without what differs every time."""
    inhoud: bytes = antwoord.getvalue()
    if not inhoud.startswith(b"PK"):
        return _TOKENS.sub("", inhoud.decode("utf-8", "replace"))
    with zipfile.ZipFile(io.BytesIO(inhoud)) as boek:
        bladen = [naam for naam in boek.namelist() if not naam.startswith("docProps/")]
        return "".join(boek.read(naam).decode("utf-8", "replace") for naam in bladen)


def heeft_pad_naar(
    model: type[models.Model], doel: str, gezien: frozenset[object] = frozenset()
) -> bool:
    """Whether this is the model with that label, or forward relations lead there."""
    if model._meta.label == doel:
        return True
    verder = {veld.related_model for veld in model._meta.local_fields} - gezien - {None, model}
    return any(heeft_pad_naar(ander, doel, gezien | {model}) for ander in verder)


OVER_EEN_WERKNEMER: Final = {
    model._meta.label
    for app in EIGEN_APPS
    for model in apps.get_app_config(app).get_models()
    if heeft_pad_naar(model, "werknemers.Werknemer")
}
