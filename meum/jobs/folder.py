"""The broker that needs no server: kombu's filesystem transport, made safe against half-written messages.

Kombu writes a message under its final name. A worker that reads it too early, or after its writer was killed, stops
for good. Here a message appears whole or not at all, and one that cannot be read is dropped: the sweeper finds its job.
"""

from __future__ import annotations

import json
from pathlib import Path
from queue import Empty
from time import monotonic_ns
from typing import Any
from uuid import uuid4

from kombu.transport import filesystem


class Channel(filesystem.Channel):
    """Put and get messages as files that are complete."""

    # kombu's own stubs name the second parameter differently in the two base classes.
    def _put(self, queue: str, payload: dict[str, Any], **kwargs: Any) -> None:  # type: ignore[override]  # see above
        folder = Path(self.data_folder_out)
        name = f"{monotonic_ns():020}_{uuid4()}"
        draft = folder / f"{name}.draft"
        draft.write_text(json.dumps(payload), encoding="utf-8")
        draft.rename(folder / f"{name}.{queue}.msg")

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        try:
            return super()._get(queue)
        except ValueError:
            raise Empty from None


class Transport(filesystem.Transport):
    """Use the safe channel."""

    Channel = Channel
