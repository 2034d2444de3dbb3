"""The WSGI application."""

import logging
import os
import threading

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection
from django.urls import get_resolver
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meum.settings")
application = get_wsgi_application()
logger = logging.getLogger(__name__)
# The first requests would read all views side by side, and whoever wrote first might be answered last.
get_resolver().url_patterns  # noqa: B018

_HEARD_FIRST = ("早饭两个鸡蛋，跑步 5 公里，皮肤有点干", "2 eggs for breakfast, ran 5 km, dry skin")


def _make_ready() -> None:
    """Read into memory what the first requests would wait for: the catalogue, the words of each language."""
    from bots.dialogue.hearing import hear
    from bots.dialogue.messages import Incoming
    from meum.people.models import Person
    from nutrition.catalogue.search import warm

    try:
        for text in _HEARD_FIRST:
            hear(Incoming(message_id="", at=timezone.now(), text=text), person=Person(), may_keep=lambda: True)
        warm()
    except DatabaseError:
        # Not migrated yet, say: the first request that needs the catalogue reads it, or tells what is wrong.
        logger.warning("the catalogue could not be read at the start")
    finally:
        connection.close()


_getting_ready = threading.Thread(target=_make_ready, name="make-ready", daemon=True)
_getting_ready.start()
if settings.WECHAT_APP_ID and settings.WECHAT_HELD_REQUESTS:
    # WeChat gives a message up after five seconds, and a cold process would take them; a page may wait for a moment.
    _getting_ready.join()
