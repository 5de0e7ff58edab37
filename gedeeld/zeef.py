"""A set of filters whose fields are made once for the class, not anew for each request.

django-filter copies every filter in depth, makes a field of each, a form class of those, and has
the form copy the fields: more work than all that a list then shows.
"""

from collections import OrderedDict
from copy import copy
from typing import Any

import django_filters
from django_filters.filters import QuerySetRequestMixin


class _Filters(OrderedDict[str, Any]):
    """Those of a class. What is copied for a request is the filters, not what they hold."""

    def __deepcopy__(self, _memo: Any) -> "OrderedDict[str, Any]":
        return OrderedDict((naam, _eigen(filter_)) for naam, filter_ in self.items())


class Zeef(django_filters.FilterSet):  # type: ignore[misc]
    """Nothing may change a field of `form`: all requests share it, but for those with records to
    choose from."""

    @classmethod
    def get_filters(cls) -> "OrderedDict[str, Any]":
        filters = super().get_filters()
        for filter_ in filters.values():
            filter_.model = cls._meta.model  # a filter without a label is named after its field
        return _Filters(filters)

    @property
    def form(self) -> Any:
        if not hasattr(self, "_form"):
            self._form = self._meta.form(self.data if self.is_bound else None)
            # Given beforehand, the form would copy them.
            self._form.fields = {naam: filter_.field for naam, filter_ in self.filters.items()}
        return self._form


def _eigen(filter_: django_filters.Filter) -> django_filters.Filter:
    """Of one request: the same field, unless that depends on who asks."""
    if not isinstance(filter_, QuerySetRequestMixin):
        filter_.field  # noqa: B018 - it keeps what it makes, and the copy has it then
    eigen = copy(filter_)
    eigen.extra = dict(filter_.extra)  # where records to choose from are put
    eigen.method = filter_.method  # to be looked for in the set that this one stands in
    return eigen
