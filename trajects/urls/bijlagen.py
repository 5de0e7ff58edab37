"""Addresses of files."""

from django.urls import path

from trajects.logboek.views import bijlagen

urlpatterns = [path("bijlagen/<int:pk>/", bijlagen.bijlage, name="bijlage")]
