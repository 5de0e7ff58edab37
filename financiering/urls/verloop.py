"""The trend of the key figures."""

from django.urls import path

from financiering.views.verloop import verloop

urlpatterns = [path("financiering/verloop/", verloop, name="verloop")]
