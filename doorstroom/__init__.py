"""Doorstroom: a path to a next employer for everyone who works under individueel maatwerk."""

from doorstroom.celery import app as celery_app

__all__ = ["celery_app"]
