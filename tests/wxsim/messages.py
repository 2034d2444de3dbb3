"""Every message and event that the platform pushes: the fields beyond who, when and which.

Each function returns the fields of one push with MsgType first; the push engine adds ToUserName, FromUserName,
CreateTime and, for messages, MsgId. Names and cases are those of the wire, odd ones included.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from tests.wxsim.markup import Fields, Value

UNSUPPORTED_TEXT = "【收到不支持的消息类型，暂无法显示】"
"""What the server gets in place of a custom sticker or a red packet."""


def text(content: str, *, menu_id: str = "") -> Fields:
    """Return a text; `menu_id` is that of the message menu whose link was touched."""
    extra = {"bizmsgmenuid": menu_id} if menu_id else {}
    return {"MsgType": "text", "Content": content, **extra}


def sticker() -> Fields:
    """Return what arrives for a custom sticker: a text with a fixed sentence."""
    return text(UNSUPPORTED_TEXT)


def image(*, pic_url: str, media_id: str) -> Fields:
    """Return a picture."""
    return {"MsgType": "image", "PicUrl": pic_url, "MediaId": media_id}


def voice(*, media_id: str, recognition: str | None = "", form: str = "amr") -> Fields:
    """Return a voice message; recognition is retired, so its tag is there and empty, or absent (None)."""
    heard = {} if recognition is None else {"Recognition": recognition}
    return {"MsgType": "voice", "MediaId": media_id, "Format": form, "MediaId16K": media_id, **heard}


def video(*, media_id: str, thumb_media_id: str, is_short: bool = False) -> Fields:
    """Return a video."""
    return {"MsgType": "shortvideo" if is_short else "video", "MediaId": media_id, "ThumbMediaId": thumb_media_id}


def location(*, latitude: float, longitude: float, label: str, scale: int = 16) -> Fields:
    """Return a place that the person picked on the map."""
    return {
        "MsgType": "location",
        "Location_X": latitude,
        "Location_Y": longitude,
        "Scale": scale,
        "Label": label,
    }


def link(*, title: str, url: str, description: str = "") -> Fields:
    """Return a shared page."""
    return {"MsgType": "link", "Title": title, "Description": description, "Url": url}


def file(*, title: str, content: bytes) -> Fields:
    """Return a shared file; it has no MediaId, so nobody can fetch it."""
    digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
    key = f"file_{digest}"
    size = len(content)
    return {
        "MsgType": "file",
        "Title": title,
        "Description": "",
        "FileKey": key,
        "FileMd5": digest,
        "FileTotalLen": size,
    }


def mini_program_page(*, title: str, app_id: str, path: str, thumb_media_id: str) -> Fields:
    """Return a card of a mini program."""
    card = {"Title": title, "AppId": app_id, "PagePath": path, "ThumbUrl": "", "ThumbMediaId": thumb_media_id}
    return {"MsgType": "miniprogrampage", **card}


def unknown(kind: str = "hologram") -> Fields:
    """Return a message of a kind that is not in any documentation."""
    return {"MsgType": kind, "Beam": "1"}


def event(name: str, **fields: Value) -> Fields:
    """Return an event of any name."""
    return {"MsgType": "event", "Event": name, **fields}


def subscribe(*, scene: str = "", ticket: str = "") -> Fields:
    """Return a new follower, with the scene of the code that was scanned if one was."""
    scanned = {"EventKey": f"qrscene_{scene}", "Ticket": ticket} if scene else {"EventKey": ""}
    return event("subscribe", **scanned)


def unsubscribe() -> Fields:
    """Return a follower who left."""
    return event("unsubscribe", EventKey="")


def scan(*, scene: str, ticket: str) -> Fields:
    """Return a follower who scanned a code with a scene."""
    return event("SCAN", EventKey=scene, Ticket=ticket)


def whereabouts(*, latitude: float, longitude: float) -> Fields:
    """Return the automatic report of a place."""
    return event("LOCATION", Latitude=latitude, Longitude=longitude, Precision=119.385)


def click(key: str) -> Fields:
    """Return a touched menu entry."""
    return event("CLICK", EventKey=key)


def view(url: str) -> Fields:
    """Return a menu entry that opened a page."""
    return event("VIEW", EventKey=url, MenuId="460000001")


def view_mini_program(path: str) -> Fields:
    """Return a menu entry that opened a mini program."""
    return event("view_miniprogram", EventKey=path, MenuId="460000001")


def scan_code(*, key: str, result: str, waits: bool = False) -> Fields:
    """Return a scan by a menu entry; `waits` shows the person a spinner until the answer."""
    found = {"ScanType": "qrcode", "ScanResult": result}
    return event("scancode_waitmsg" if waits else "scancode_push", EventKey=key, ScanCodeInfo=found)


def pictures_chosen(*, key: str, pictures: Sequence[bytes], name: str = "pic_photo_or_album") -> Fields:
    """Return a menu entry by which pictures were chosen (pic_sysphoto, pic_photo_or_album or pic_weixin)."""
    items = [{"PicMd5Sum": hashlib.md5(picture, usedforsecurity=False).hexdigest()} for picture in pictures]
    return event(name, EventKey=key, SendPicsInfo={"Count": len(items), "PicList": {"item": items}})


def location_chosen(*, key: str, latitude: float, longitude: float, label: str) -> Fields:
    """Return a menu entry by which a place was chosen."""
    place: Fields = {"Location_X": latitude, "Location_Y": longitude, "Scale": 15, "Label": label, "Poiname": ""}
    return event("location_select", EventKey=key, SendLocationInfo=place)


def template_finished(*, message_id: int, status: str = "success") -> Fields:
    """Return how a template message fared; its MsgID has a capital D."""
    return event("TEMPLATESENDJOBFINISH", MsgID=message_id, Status=status)


def mass_finished(*, message_id: int, sent: int, name: str = "MASSSENDJOBFINISH") -> Fields:
    """Return how a message to all, or a publication, fared."""
    counts = {"TotalCount": sent, "FilterCount": sent, "SentCount": sent, "ErrorCount": 0}
    return event(name, MsgID=message_id, Status="send success", **counts)


def notice_asked(*, template_id: str, accepts: bool) -> Fields:
    """Return what a person answered when asked for a notice."""
    status = "accept" if accepts else "reject"
    row = {"TemplateId": template_id, "SubscribeStatusString": status, "PopupScene": "1"}
    return event("subscribe_msg_popup_event", SubscribeMsgPopupEvent={"List": row})


def notice_switched_off(*, template_id: str, is_as_in_sample: bool = False) -> Fields:
    """Return a notice that was switched off; the official sample wraps it in the name of the other event."""
    wrap = "SubscribeMsgPopupEvent" if is_as_in_sample else "SubscribeMsgChangeEvent"
    row = {"TemplateId": template_id, "SubscribeStatusString": "reject"}
    return event("subscribe_msg_change_event", **{wrap: {"List": row}})


def notice_sent(*, template_id: str, message_id: int, code: int = 0, status: str = "success") -> Fields:
    """Return how a notice fared."""
    row: Fields = {"TemplateId": template_id, "MsgID": message_id, "ErrorCode": code, "ErrorStatus": status}
    return event("subscribe_msg_sent_event", SubscribeMsgSentEvent={"List": row})


def user_modified(*, open_id: str, app_id: str, revoked: str = "205") -> Fields:
    """Return that a person changed name or picture."""
    return event("user_info_modified", OpenID=open_id, AppID=app_id, RevokeInfo=revoked)


def authorization_revoked(*, open_id: str, app_id: str, revoked: str) -> Fields:
    """Return that a person took back what was allowed; `revoked` is one code or several with commas."""
    return event("user_authorization_revoke", OpenID=open_id, AppID=app_id, RevokeInfo=revoked)


def account_closed(*, open_id: str, app_id: str) -> Fields:
    """Return that a WeChat account was closed."""
    return event("user_authorization_cancellation", OpenID=open_id, AppID=app_id)


def agent_took_over(agent: str) -> Fields:
    """Return that a human agent took over."""
    return event("kf_create_session", KfAccount=agent)


def agent_left(agent: str) -> Fields:
    """Return that a human agent closed the talk."""
    return event("kf_close_session", KfAccount=agent)


def agent_switched(*, before: str, after: str) -> Fields:
    """Return that one human agent handed over to another."""
    return event("kf_switch_session", FromKfAccount=before, ToKfAccount=after)


def media_checked(*, trace_id: str, suggest: str = "pass") -> Fields:
    """Return the result of a content check of a mini program's picture."""
    return event("wxa_media_check", trace_id=trace_id, result={"suggest": suggest, "label": 100})


def verification(name: str, *, at: int, reason: str = "") -> Fields:
    """Return news of the account's own verification, such as annual_renew or verify_expired."""
    if name.endswith("_fail"):
        return event(name, FailTime=at, FailReason=reason)
    return event(name, ExpiredTime=at)
