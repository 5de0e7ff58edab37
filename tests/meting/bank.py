"""The databases of a run: which one we talk to, and a copy to work in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import psycopg2
from django.db import connection

# Always there, and nobody's template is in use while we are in this one.
_BEHEER: Final = "postgres"


@dataclass(frozen=True, slots=True)
class Bank:
    """A database of the cluster of `url`."""

    naam: str
    url: str

    @property
    def eigen_url(self) -> str:
        return urlsplit(self.url)._replace(path=f"/{self.naam}").geturl()


@contextmanager
def in_bank(bank: Bank) -> Iterator[None]:
    """Django reads and writes there."""
    connection.close()
    vorige = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = bank.naam
    try:
        connection.ensure_connection()
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = vorige


@contextmanager
def kopie(bank: Bank, naam: str) -> Iterator[Bank]:
    """The same database once more, to write in; it is gone afterwards."""
    nieuw = Bank(naam, bank.url)
    connection.close()
    verwijder(nieuw)
    beheer(f'CREATE DATABASE "{naam}" TEMPLATE "{bank.naam}" STRATEGY file_copy')
    try:
        yield nieuw
    finally:
        connection.close()
        verwijder(nieuw)


def verwijder(bank: Bank) -> None:
    beheer(f'DROP DATABASE IF EXISTS "{bank.naam}" WITH (FORCE)')


def beheer(sql: str) -> list[Any]:
    """A statement that is about databases, outside a transaction."""
    verbinding = _verbind(_BEHEER)
    try:
        with verbinding.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else []
    finally:
        verbinding.close()


def _verbind(naam: str) -> Any:
    wat = connection.settings_dict
    verbinding = psycopg2.connect(
        host=wat["HOST"], port=wat["PORT"] or None, user=wat["USER"],
        password=wat["PASSWORD"] or None, dbname=naam,
    )  # fmt: skip
    verbinding.autocommit = True
    return verbinding
