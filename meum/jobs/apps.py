"""The jobs app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "meum.jobs"
    verbose_name = _("jobs")

    def ready(self) -> None:
        """Register the phrases, and what operators watch."""
        from meum.jobs import phrases  # noqa: F401  # importing a table registers it
        from meum.jobs.watching import check_broker, jobs_by_state
        from meum.kernel import health, metrics

        health.require(name="broker", check=check_broker)
        metrics.watch(name="meum_jobs", description="Jobs by state", label="state", read=jobs_by_state)
