"""A long list by page, of which nobody needs to know exactly how long it is."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast

from django.core.paginator import Paginator
from django.db.models import QuerySet

from gedeeld.weergeven import meervoud

HOOGSTENS: Final = 1_000


if TYPE_CHECKING:
    _Bladzijden = Paginator[Any]
else:  # Django's paginator takes type arguments in its stubs only.
    _Bladzijden = Paginator


class BegrensdeBladzijden(_Bladzijden):
    """The pages of the first thousand. Counting further costs as much as reading all of it, and
    who has to leaf through more than that looks for something narrower."""

    @cached_property
    def _geteld(self) -> int:
        rijen: QuerySet[Any] = cast("QuerySet[Any]", self.object_list)
        return rijen.order_by().values("pk")[: HOOGSTENS + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self._geteld, HOOGSTENS)

    @property
    def zijn_er_meer(self) -> bool:
        return self._geteld > HOOGSTENS

    def hoeveel(self, enkel: str, meer: str) -> str:
        """In words: `3 notities`, `meer dan 1000 notities`."""
        return (
            f"meer dan {HOOGSTENS} {meer}"
            if self.zijn_er_meer
            else meervoud(self.count, enkel, meer)
        )
