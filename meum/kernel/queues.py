"""The queues; named apart from the jobs, as Celery is set up before Django's apps are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Queue(TextChoices):
    """Which workers a job waits for."""

    DEFAULT = "default", _("default")
    VISION = "vision", _("vision")
    OCR = "ocr", _("reading of pictures")
    REPORTS = "reports", _("reports")
