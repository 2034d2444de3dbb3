"""The WSGI application."""

import logging
import os
import threading

from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meum.settings")
application = get_wsgi_application()
logger = logging.getLogger(__name__)
# The first requests would read all views side by side, and whoever wrote first might be answered last.
get_resolver().url_patterns  # noqa: B018


def _read_catalogue() -> None:
    """Read the catalogue into memory while the first requests are still to come."""
    from nutrition.catalogue.lexicon import meal_lexicon
    from nutrition.catalogue.search import warm

    try:
        meal_lexicon()
        warm()
    except DatabaseError:
        # Not migrated yet, say: the first request that needs the catalogue reads it, or tells what is wrong.
        logger.warning("the catalogue could not be read at the start")
    finally:
        connection.close()


threading.Thread(target=_read_catalogue, name="read-catalogue", daemon=True).start()
