"""The forecast as a spreadsheet."""

from django.urls import path

from financiering.views.rekenblad import prognose_xlsx

urlpatterns = [
    path("financiering/prognose.xlsx", prognose_xlsx, name="prognose_xlsx"),
]
