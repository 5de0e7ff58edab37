"""What other pages show of the funding."""

from django.urls import path

from financiering.views.fragmenten import paneel, steun

urlpatterns = [
    path("financiering/paneel/", paneel, name="paneel"),
    path("financiering/steun/<int:pk>/", steun, name="steun"),
]
