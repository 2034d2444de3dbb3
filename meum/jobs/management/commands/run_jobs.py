"""Run what is due, here and now, without a worker."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from meum.jobs import services
from meum.jobs.running import drain
from meum.jobs.waking import inline


class Command(BaseCommand):
    """Plan what is due by itself and run every due job; a timer may call this where no worker is wanted."""

    help = "Run every job that is due, in this process, and say how many were tried."

    def handle(self, *args: Any, **options: Any) -> None:
        """Sweep and drain."""
        with inline():
            services.sweep(now=timezone.now())
        self.stdout.write(f"tried {drain()} jobs")
