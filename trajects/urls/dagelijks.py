"""Addresses of the daily work: today, employees, log, signals, outflow, documents."""

from django.urls import path

from trajects.logboek.views import logboek
from trajects.paginas.views import documenten, uitstroom, vandaag, werknemer, werknemers
from trajects.plan_pdf import views as plan_pdf
from trajects.signalen import views as signalen
from trajects.traject.views import traject

urlpatterns = [
    path("vandaag/", vandaag.vandaag_pagina, name="vandaag"),
    path("werknemers/", werknemers.lijst, name="werknemers"),
    path("werknemers/export.xlsx", werknemers.lijst_xlsx, name="werknemers_xlsx"),
    path("werknemers/<int:pk>/", werknemer.werknemer_pagina, name="werknemer"),
    path("werknemers/<int:pk>/logboek/", logboek.logboek, name="logboek"),
    path("werknemers/<int:pk>/traject/", traject.bewerk, name="traject"),
    path("werknemers/<int:pk>/plan.pdf", plan_pdf.plan_pdf, name="plan_pdf"),
    path("signalen/", signalen.lijst, name="signalen"),
    path("signalen/opvolgen/", signalen.volg_vele_op, name="signalen_opvolgen"),
    path("signalen/<int:pk>/gezien/", signalen.gezien, name="signaal_gezien"),
    path("signalen/<int:pk>/opvolgen/", signalen.volg_op, name="signaal_opvolgen"),
    path("signalen/<int:pk>/uitstellen/", signalen.stel_uit, name="signaal_uitstellen"),
    path("signalen/<int:pk>/afhandelen/", signalen.handel_af, name="signaal_afhandelen"),
    path("signalen/<int:pk>/heropenen/", signalen.heropen, name="signaal_heropenen"),
    path("uitstroom/", uitstroom.dashboard, name="uitstroom"),
    path("uitstroom/export.xlsx", uitstroom.dashboard_xlsx, name="uitstroom_xlsx"),
    path("documenten/", documenten.lijst, name="documenten"),
]
