"""What the filters of a list have in common: what is found, and the address that says it."""

from typing import Any

import django_filters


class Lijstfilter(django_filters.FilterSet):
    @property
    def gevonden(self) -> Any:
        """Nothing when the address holds something that cannot be."""
        return self.qs if self.form.is_valid() else self.queryset.none()

    @property
    def is_gekozen(self) -> bool:
        return bool(self.form.is_valid() and any(self.form.cleaned_data.values()))

    def vraag(self, **anders: str) -> str:
        """The filters as a query string without empty ones; `anders` adds or replaces."""
        schoon = self.data.copy()
        for naam in list(schoon):
            if naam not in self.filters or not schoon[naam]:
                del schoon[naam]
        for naam, waarde in anders.items():
            schoon[naam] = waarde
        return str(schoon.urlencode())
