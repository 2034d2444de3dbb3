"""Pictures: fetched from the platform, by media id or by the address in the push, and uploaded to it.

What comes back is believed only when it decodes as a whole picture; neither a status of 200 nor a content type says so.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from fnmatch import fnmatchcase
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from urllib3 import encode_multipart_formdata

from bots.channels.wechat.account import Account, Capability, the_account
from bots.channels.wechat.client import circuits
from bots.channels.wechat.client.answers import mapping_of
from bots.channels.wechat.client.calls import account_that_may, call
from bots.channels.wechat.client.errors import MediaError, NoAnswerError, RefusedError, WeChatError
from bots.channels.wechat.client.reactions import BAD_TOKEN, react
from bots.channels.wechat.client.tokens import forget, token_of
from bots.channels.wechat.client.transport import Answer, address, exchange
from meum.files.photos import clean_photo
from meum.kernel.errors import Invalid

MOST_BYTES = 10 * 1024 * 1024
MOST_SECONDS = 10.0
MOST_UPLOAD_BYTES = 2 * 1024 * 1024
_MOST_REDIRECTS = 2
_GET, _UPLOAD = "/cgi-bin/media/get", "/cgi-bin/media/upload"


def fetch_media(media_id: str, pic_url: str) -> bytes:
    """Return a person's picture as a clean JPEG: upright, whole, without what the camera wrote beside it.

    By the media id where the account may, else, or when that fails, by the address in the push. Raises MediaError.
    """
    ends = time.perf_counter() + MOST_SECONDS
    for way in (_by_media_id, _by_address):
        try:
            return clean_photo(way(media_id if way is _by_media_id else pic_url, ends))
        except (WeChatError, Invalid):
            # What is wrong with one way says nothing of the other.
            continue
    raise MediaError("there is no picture")


def upload_image(content: bytes) -> str:
    """Upload a JPEG or PNG of at most 2 MB; return its media id, good for three days and any number of messages.

    Raises MediaError for anything else, WeChatError when the platform does not take it.
    """
    kind = {b"\xff\xd8\xff": "jpg", b"\x89PN": "png"}.get(content[:3])
    if kind is None or len(content) > MOST_UPLOAD_BYTES:
        raise MediaError("a JPEG or PNG of at most 2 MB can be sent")
    body, content_type = encode_multipart_formdata({"media": (f"picture.{kind}", content, f"image/{kind}")})
    told = call(
        path=_UPLOAD, capability=Capability.MEDIA, query={"type": "image"}, content=body, content_type=content_type
    )
    media_id = told.get("media_id")
    if not isinstance(media_id, str) or not media_id:
        raise NoAnswerError("no_media_id")
    return media_id


def _by_media_id(media_id: str, ends: float) -> bytes:
    if not media_id:
        raise MediaError("there is no media id")
    account = account_that_may(Capability.MEDIA)
    troubles = circuits.open_troubles(app_id=account.app_id, path=_GET)
    circuits.refuse_when_stopped(troubles)
    try:
        picture = _downloaded(account, media_id, ends)
    except RefusedError as error:
        react(error, app_id=account.app_id, capability=Capability.MEDIA)
        raise
    circuits.end(troubles)
    return picture


def _downloaded(account: Account, media_id: str, ends: float) -> bytes:
    """Return what the platform gives for a media id; a token that it no longer takes is replaced once."""
    token = token_of(account)
    try:
        return _piece(account, media_id, token, ends)
    except RefusedError as error:
        if error.code not in BAD_TOKEN:
            raise
    forget(account, value=token)
    return _piece(account, media_id, token_of(account), ends)


def _piece(account: Account, media_id: str, token: str, ends: float) -> bytes:
    query = {"access_token": token, "media_id": media_id}
    answer = exchange(
        method="GET", url=address(account.api_base, _GET, query), most_bytes=MOST_BYTES, seconds=_left(ends)
    )
    if answer.body.lstrip()[:1] == b"{" or answer.status != 200:
        mapping_of(answer, path=_GET)
        raise NoAnswerError("not_a_file")
    return answer.body


def _by_address(pic_url: str, ends: float) -> bytes:
    """Follow the address of a picture, each step checked; raises MediaError for one that is not of the platform."""
    account = the_account()
    if account is None or not pic_url:
        raise MediaError("there is no address")
    for _ in range(_MOST_REDIRECTS + 1):
        answer = _looked_at(pic_url, account.pic_hosts, ends)
        if answer.status in (301, 302, 303, 307, 308) and answer.location:
            pic_url = urljoin(pic_url, answer.location)
            continue
        if answer.status != 200:
            raise NoAnswerError(f"status_{answer.status}")
        return answer.body
    raise MediaError("there are too many redirects")


def _looked_at(url: str, hosts: tuple[str, ...], ends: float) -> Answer:
    try:
        parts = urlsplit(url)
        origin, host = f"{parts.scheme}://{parts.netloc}", parts.hostname or ""
        is_plain = parts.port in (None, 80, 443) and "@" not in parts.netloc
    except ValueError:
        raise MediaError("this is no address") from None
    if origin in hosts:
        # Named in the settings exactly as it stands, for a simulator.
        return exchange(method="GET", url=url, most_bytes=MOST_BYTES, seconds=_left(ends))
    is_listed = any(fnmatchcase(host, pattern) for pattern in hosts if "/" not in pattern)
    if parts.scheme not in ("http", "https") or not is_plain or not is_listed:
        raise MediaError("pictures do not come from there")
    return _pinned(parts, host, ends)


def _pinned(parts: SplitResult, host: str, ends: float) -> Answer:
    """Ask by https at the very address that was looked up, so that a second look-up cannot lead elsewhere."""
    pool = urllib3.HTTPSConnectionPool(public_address(host), 443, server_hostname=host, assert_hostname=host)
    with pool:
        return exchange(
            method="GET",
            url=parts._replace(scheme="", netloc="", fragment="").geturl() or "/",
            headers={"Host": host},
            most_bytes=MOST_BYTES,
            seconds=_left(ends),
            pool=pool,
        )


def public_address(host: str) -> str:
    """Return one address of a host; raises MediaError when any of them is not on the public network."""
    found: list[str] = []
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]
    except OSError:
        found = []
    if not found or not all(ipaddress.ip_address(each).is_global for each in found):
        raise MediaError("the host has no public address")
    return found[0]


def _left(ends: float) -> float:
    left = ends - time.perf_counter()
    if left <= 0:
        raise NoAnswerError("too_slow")
    return left
