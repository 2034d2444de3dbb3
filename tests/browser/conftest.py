"""A real browser on a phone's screen, and the server it talks to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Browse = Callable[..., AbstractContextManager[Page]]


@pytest.fixture
def browse(live_server: LiveServer) -> Browse:
    """Return the way to open a page; it fails on any error that the page's console tells.

    A test that makes requests fail says so by `has_faults`.

    The database is used before and after, not while the page is open: the browser's driver has a loop of its own.
    """
    if not CHROMIUM.exists():
        pytest.skip("needs Debian's chromium")

    @contextmanager
    def opened(
        *, locale: str = "zh-CN", width: int = 390, has_scripts: bool = True, has_faults: bool = False
    ) -> Iterator[Page]:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            context = browser.new_context(
                base_url=live_server.url,
                locale=locale,
                viewport={"width": width, "height": 844},
                java_script_enabled=has_scripts,
            )
            page, faults = context.new_page(), list[str]()
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
            yield page
            browser.close()
        # Of a request that failed the browser and htmx tell by themselves.
        expected = ("htmx:", "Failed to load") if has_faults else ()
        assert [fault for fault in faults if not fault.startswith(expected)] == []

    return opened
