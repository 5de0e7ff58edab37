"""Doorbells of the shared ground."""

from celery import shared_task

from gedeeld import postopruiming
from gedeeld.postbus import verstuur_wachtende


@shared_task
def verstuur_post() -> dict[str, int]:
    """Send what waits in the outbox."""
    return verstuur_wachtende()


@shared_task
def ruim_post_op() -> int:
    """Empty mails that were sent or given up long ago."""
    return postopruiming.ruim_post_op()
