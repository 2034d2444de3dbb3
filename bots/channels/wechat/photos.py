"""Where a person's photo lies at the platform: kept sealed until a job has fetched it."""

from __future__ import annotations

import json

from cryptography.fernet import InvalidToken

from bots.channels.wechat.client.errors import MediaError
from bots.channels.wechat.client.media import fetch_media
from bots.channels.wechat.sealing import seal, unseal

_USE = "wechat photos"


def sealed_source(*, media_id: str, address: str) -> bytes:
    """Return the two ways to a photo as they are stored."""
    return seal(json.dumps([media_id, address]), use=_USE)


def fetched(sealed: bytes) -> bytes:
    """Return a photo as a clean JPEG; raises MediaError when neither way leads to a picture."""
    try:
        media_id, address = json.loads(unseal(sealed, use=_USE))
    except InvalidToken as error:
        raise MediaError("the photo was sealed with another key") from error
    return fetch_media(media_id, address)
