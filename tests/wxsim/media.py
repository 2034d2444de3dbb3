"""Media that people sent or the account uploaded; they live three days."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from tests.wxsim.clock import Clock

LIFE = 3 * 86400.0
MIME = {"image": "image/jpeg", "voice": "audio/amr", "video": "video/mp4", "thumb": "image/jpeg"}
MOST_BYTES = {"image": 10 << 20, "voice": 2 << 20, "video": 10 << 20, "thumb": 64 << 10}


@dataclass(frozen=True)
class Media:
    """Hold one file with its id, kind, owner and the second of its birth."""

    media_id: str
    kind: str
    content: bytes
    app_id: str
    born_at: float
    is_upload: bool


@dataclass
class MediaStore:
    """Keep files by their id."""

    clock: Clock
    _all: dict[str, Media] = field(default_factory=dict)

    def put(self, content: bytes, *, kind: str, app_id: str, is_upload: bool = False) -> Media:
        """Keep a file; return it with its new id."""
        media = Media(secrets.token_urlsafe(48), kind, content, app_id, self.clock.now(), is_upload)
        self._all[media.media_id] = media
        return media

    def get(self, media_id: str, *, app_id: str = "") -> Media | None:
        """Return a file, None when it is unknown, too old or another account's."""
        media = self._all.get(media_id)
        if media is None or self.clock.now() - media.born_at > LIFE or (app_id and media.app_id != app_id):
            return None
        return media

    def uploads(self) -> tuple[Media, ...]:
        """Return what the account uploaded, in order."""
        return tuple(media for media in self._all.values() if media.is_upload)
