"""Every address of the site, and the bare page."""

from django.urls import path

from doorstroom.urls import handler500, urlpatterns
from tests.meting.kaal.pagina import kale_pagina

__all__ = ["handler500", "urlpatterns"]

urlpatterns = [path("kaal/", kale_pagina), *urlpatterns]
