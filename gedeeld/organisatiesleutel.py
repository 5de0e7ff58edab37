"""Rows that hang on another row carry its organisation too, and the database keeps them equal.

With the column on the row itself a night, a search and a policy of the database read the rows of
one organisation and no others. Nobody fills it in: see docs/adr/0021.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from django.db import migrations, models
from django.db.models.constraints import BaseConstraint

_ZIN: Final = "Dit hoort bij een andere organisatie."
_BESTAAT: Final = "Dit staat er al."


class Organisatiesleutel(models.ForeignKey):  # type: ignore[type-arg]
    """The organisation of the row that this one hangs on: a trigger fills in what is left empty.

    Needs a `ZelfdeOrganisatie`, by which the database also knows that the organisation exists.
    """

    # What the trigger filled in comes back with the INSERT.
    db_returning: ClassVar = True

    def __init__(self, **opties: Any) -> None:
        vast: dict[str, Any] = {
            "to": "gebruikers.Organisatie",
            "on_delete": models.DO_NOTHING,
            "related_name": "+",
            "editable": False,
            "blank": True,
            "db_constraint": False,
            "db_index": False,
        }
        super().__init__(**vast | opties)


class Oudersleutel(models.UniqueConstraint):
    """The key to which rows that hang on this model point: the organisation with the primary key.

    The primary key is unique by itself, so there is nothing to validate.
    """

    def __init__(self, *, name: str, **opties: Any) -> None:
        vast: dict[str, Any] = {
            "fields": ("organisatie", "id"),
            "violation_error_message": _BESTAAT,
        }
        super().__init__(name=name, **vast | opties)

    def validate(self, *_: Any, **__: Any) -> None:
        pass


class ZelfdeOrganisatie(BaseConstraint):
    """This row has the organisation of each of its `ouders`, fields that lead to another row.

    At insertion the first one that is not empty gives it. An empty one asks for nothing.
    """

    def __init__(self, *ouders: str, name: str) -> None:
        super().__init__(name=name, violation_error_message=_ZIN)
        self.ouders = ouders

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        """Nothing inside CREATE TABLE: it comes when the tables that it points to are there."""
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))
        return ""

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        tabel = model._meta.db_table
        sleutels = "".join(
            f"ALTER TABLE {tabel} ADD CONSTRAINT {naam} FOREIGN KEY (organisatie_id, {kolom}) "
            f"REFERENCES {van} (organisatie_id, id) DEFERRABLE; "
            for naam, kolom, van in self._verwijzingen(model)
        )
        waarden = ", ".join(
            f"(SELECT organisatie_id FROM {van} WHERE id = NEW.{kolom})"  # noqa: S608
            for _, kolom, van in self._verwijzingen(model)
        )
        return (
            f"{sleutels}CREATE OR REPLACE FUNCTION {self._vulling}() RETURNS trigger "
            f"LANGUAGE plpgsql AS $$ BEGIN NEW.organisatie_id := coalesce({waarden}); "
            f"RETURN NEW; END $$; "
            f"CREATE TRIGGER {self._vulling} BEFORE INSERT ON {tabel} FOR EACH ROW "
            f"WHEN (NEW.organisatie_id IS NULL) EXECUTE FUNCTION {self._vulling}();"
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        tabel = model._meta.db_table
        sleutels = "".join(
            f" ALTER TABLE {tabel} DROP CONSTRAINT {naam};"
            for naam, *_ in self._verwijzingen(model)
        )
        return (
            f"DROP TRIGGER {self._vulling} ON {tabel}; DROP FUNCTION {self._vulling}();{sleutels}"
        )

    @property
    def _vulling(self) -> str:
        return f"{self.name}_vul"

    @property
    def namen(self) -> tuple[str, ...]:
        """Of each of its foreign keys, as the database reports it."""
        return (self.name, *(f"{self.name}_{ouder}" for ouder in self.ouders[1:]))

    def _verwijzingen(self, model: Any) -> list[tuple[str, str, str]]:
        """For each parent the name of the foreign key, our column and its table."""
        tabellen = (model._meta.get_field(o).related_model._meta.db_table for o in self.ouders)
        kolommen = (f"{ouder}_id" for ouder in self.ouders)
        return list(zip(self.namen, kolommen, tabellen, strict=True))

    def validate(self, *_: Any, **__: Any) -> None:
        """Nothing to look up: nobody fills it in."""

    def deconstruct(self) -> tuple[str, tuple[str, ...], dict[str, Any]]:
        pad = f"{type(self).__module__}.{type(self).__qualname__}"
        return pad, self.ouders, {"name": self.name}

    def clone(self) -> Self:
        return type(self)(*self.ouders, name=self.name)

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, ZelfdeOrganisatie) and self.deconstruct() == ander.deconstruct()

    def __hash__(self) -> int:
        return hash((self.ouders, self.name))


def neem_organisatie_over(tabel: str, *, uit: Mapping[str, str]) -> migrations.RunSQL:
    """A migration operation that fills the column of rows that were there before it.

    `uit` gives the table of the parent for each column that leads to one. Rows of an append-only
    table change as well: what they say stays what it was.
    """
    zinnen = "".join(
        f"UPDATE {tabel} rij SET organisatie_id = ouder.organisatie_id FROM {van} ouder "  # noqa: S608
        f"WHERE ouder.id = rij.{kolom}; "
        for kolom, van in uit.items()
    )
    return migrations.RunSQL(
        f"ALTER TABLE {tabel} DISABLE TRIGGER USER; {zinnen}"
        f"ALTER TABLE {tabel} ENABLE TRIGGER USER;",
        migrations.RunSQL.noop,
    )
