"""Media up and down, and the pictures behind the addresses of pushes."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from tests.wxsim.accounts import Right
from tests.wxsim.api.calls import ApiError, Asked, Route, Routes, Told, html, refused, told
from tests.wxsim.media import MIME, MOST_BYTES
from tests.wxsim.pictures import pixel_bomb
from tests.wxsim.world import World

PRIVATE = "http://169.254.169.254/latest/meta-data/"
NOT_AN_IMAGE = b"MZ\x90\x00 this is no picture"


def upload(asked: Asked) -> Told:
    """Keep a file of the app."""
    kind = asked.query.get("type", "")
    if kind not in MIME:
        raise ApiError(40004)
    content = _file(asked)
    if not content:
        raise ApiError(41005)
    if len(content) > MOST_BYTES[kind]:
        raise ApiError(40009)
    media = asked.world.media.put(content, kind=kind, app_id=asked.account.app_id, is_upload=True)
    return told({"type": kind, "media_id": media.media_id, "created_at": int(media.born_at), "item": []})


def _file(asked: Asked) -> bytes:
    """Return the bytes of the field `media`, none without it."""
    head = f"Content-Type: {asked.headers.get('content-type', '')}\r\n\r\n".encode()
    parsed = message_from_bytes(head + asked.body)
    for part in parsed.get_payload() if parsed.is_multipart() else []:
        if isinstance(part, Message) and part.get_param("name", header="content-disposition") == "media":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    return b""


def download(asked: Asked) -> Told:
    """Give the bytes of a file, the address of a video, or an error that looks like a file."""
    media = asked.world.media.get(asked.query.get("media_id", ""), app_id=asked.account.app_id)
    if media is None:
        return refused(40007, content_type="text/plain")
    if media.kind == "video":
        return told({"video_url": f"{asked.world.pic_base}/video/{media.media_id}"})
    name = f'attachment; filename="{media.media_id}.{"amr" if media.kind == "voice" else "jpg"}"'
    return Told(media.content, headers={"Content-Type": MIME[media.kind], "Content-disposition": name})


def picture(world: World, path: str) -> Told:
    """Answer the second server: a picture without any token, or what faults make of it."""
    struck = world.faults.of_call(path, "")
    parts = path.strip("/").split("/")
    media = world.media.get(parts[1]) if len(parts) > 1 else None
    if media is None or "pic_404" in struck:
        return html(404)
    if "pic_redirect_private" in struck:
        return Told(b"", status=302, headers={"Location": PRIVATE})
    content = pixel_bomb() if "pic_bomb" in struck else NOT_AN_IMAGE if "not_an_image" in struck else media.content
    return Told(content, headers={"Content-Type": "image/jpeg"})


ROUTES: Routes = {
    "/cgi-bin/media/upload": Route(upload, right=Right.MEDIA),
    "/cgi-bin/media/get": Route(download, "GET", right=Right.MEDIA),
}
