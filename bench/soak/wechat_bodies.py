"""Push bodies that hypothesis makes up to the webhook and count how they were answered.

`python -m bench.soak.wechat_bodies COUNT` prints one JSON object. Some are noise under a right address, some XML with
strange fields, some sealed as the platform seals.
"""

from __future__ import annotations

import json
import logging
import sys
from collections import Counter
from urllib.parse import urlencode

import django

django.setup()

from django.conf import settings
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from bots.channels.wechat.envelope import signature_of
from tests.wxsim.crypto import SafeMode

NAMES: tuple[str, ...] = (
    *("ToUserName", "FromUserName", "CreateTime", "MsgType", "Content", "MsgId", "Event", "EventKey", "Ticket"),
    *("MediaId", "PicUrl", "OpenID", "RevokeInfo", "Encrypt", "InfoType", "ScanCodeInfo", "Recognition"),
)
KINDS = ("text", "image", "voice", "video", "file", "link", "location", "event", "hologram", "")
EVENTS = ("subscribe", "unsubscribe", "SCAN", "CLICK", "VIEW", "LOCATION", "user_authorization_revoke", "x")
SAYINGS = (
    "早饭两个鸡蛋",
    "体重 61.5",
    "撤销",
    "结果",
    "帮助",
    "同意",
    "1",
    "0",
    "改 2 150克",
    "]]>",
    "<a href='x'>",
    "\ud83c",
)
_letters = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60)
_words = st.one_of(
    st.sampled_from(SAYINGS), _letters, st.text(max_size=60), st.text(alphabet="<>&;]['\"!ab", max_size=30)
)
_values = {
    "MsgType": st.sampled_from(KINDS),
    "Event": st.sampled_from(EVENTS),
    "MsgId": st.text("0123456789-", max_size=24),
}
_field = st.sampled_from(NAMES).flatmap(
    lambda name: st.tuples(st.just(name), st.one_of(_values.get(name, _words), _words, st.integers().map(str)))
)
_fields = st.one_of(st.lists(_field, max_size=6, unique_by=lambda field: field[0]), st.lists(_field, max_size=14))
_sender = st.sampled_from(["oA", "oB", "oC", "oD", "", "o" * 64, "o" * 4000])


def _element(name: str, value: str, is_plain: bool) -> str:
    return f"<{name}>{value}</{name}>" if is_plain else f"<{name}><![CDATA[{value}]]></{name}>"


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Draw a document that looks like a push, more or less."""
    common = [("ToUserName", settings.WECHAT_GH_ID), ("FromUserName", draw(_sender))]
    common += [("MsgType", draw(st.sampled_from(KINDS))), ("MsgId", str(draw(st.integers(0, 10**18))))]
    kept = [field for field in common if draw(st.integers(0, 19))]
    drawn = draw(_fields)
    if draw(st.integers(0, 9)):
        # A field that comes twice is refused at once; most are to come further.
        drawn = [field for field in drawn if field[0] not in dict(common)]
    elements = [_element(name, value, not draw(st.integers(0, 9))) for name, value in (*kept, *drawn)]
    return f"<xml>{''.join(elements)}</xml>".encode(errors="surrogatepass")


_halves = documents().map(lambda xml: xml[: len(xml) // 2])
_noise = st.one_of(st.binary(max_size=400), _halves)
_bodies = st.tuples(st.sampled_from(["noise", "plain", "sealed"]), st.one_of(documents(), documents(), _noise))


def _answer(client: Client, kind: str, body: bytes) -> int:
    timestamp, nonce = str(int(timezone.now().timestamp())), "4864526561"
    query = {"timestamp": timestamp, "nonce": nonce, "signature": signature_of(settings.WECHAT_TOKEN, timestamp, nonce)}
    if kind == "sealed":
        encrypted = SafeMode(aes_key=settings.WECHAT_AES_KEY, app_id=settings.WECHAT_APP_ID).seal(body)
        signed = signature_of(settings.WECHAT_TOKEN, timestamp, nonce, encrypted)
        query |= {"encrypt_type": "aes", "msg_signature": signed}
        body = f"<xml><ToUserName>x</ToUserName><Encrypt>{encrypted}</Encrypt></xml>".encode()
    return client.post(f"/wechat/?{urlencode(query)}", data=body, content_type="text/xml").status_code


def main(count: int) -> None:
    """Push so many bodies, half of them to an account in plain mode; print how often each status came."""
    logging.disable(logging.CRITICAL)
    client, statuses = Client(raise_request_exception=False, headers={"host": "localhost"}), Counter[str]()

    def push(mode: str, most: int) -> None:
        settings.WECHAT_MODE = mode

        @trying(
            max_examples=most,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(_bodies)
        def pushed(drawn: tuple[str, bytes]) -> None:
            statuses[str(_answer(client, *drawn))] += 1

        pushed()

    push("safe", count // 2)
    push("plain", count - count // 2)
    print(json.dumps(statuses))


if __name__ == "__main__":
    main(int(sys.argv[1]))
