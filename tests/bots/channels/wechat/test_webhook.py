"""The webhook, talked to as the platform does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest
import time_machine
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django.fixtures import Settings

from bots.channels.wechat.account import Account
from bots.channels.wechat.envelope import sealed, signature_of, unsealed
from bots.channels.wechat.views import receive
from bots.models import Inbound, Outbound, OutboundState
from meum.people.models import Identity, Person
from nutrition.models import MealPhoto

ACCOUNT = Account(
    app_id="wxb11529c136998cb6",
    token="a-token-of-sixteen-letters",
    aes_key="abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
)
NONCE = "486452656"
TEXT = "<MsgType>text</MsgType><Content><![CDATA[{text}]]></Content><MsgId>{key}</MsgId>"


@pytest.fixture(autouse=True)
def _account(settings: Settings, db: None) -> None:
    settings.WECHAT_APP_ID, settings.WECHAT_TOKEN, settings.WECHAT_AES_KEY = (
        ACCOUNT.app_id,
        ACCOUNT.token,
        ACCOUNT.aes_key,
    )


@dataclass
class Answer:
    """Hold what the webhook answered: the status, the raw body and the text inside an encrypted answer."""

    status: int
    body: str
    text: str


def query(**changes: Any) -> dict[str, Any]:
    timestamp = str(int(timezone.now().timestamp()))
    signed = {"timestamp": timestamp, "nonce": NONCE, "signature": signature_of(ACCOUNT.token, timestamp, NONCE)}
    return signed | changes


def push(client: Client, inner: str, *, sender: str = "oAda", **changes: Any) -> Answer:
    """Post one encrypted push; `changes` replace parts of the query."""
    outer, asked = pushed(inner, sender=sender)
    return post(client, outer, asked | changes)


def pushed(inner: str, *, sender: str = "oAda") -> tuple[str, dict[str, Any]]:
    """Return the body and the query of one encrypted push."""
    now = int(timezone.now().timestamp())
    xml = (
        f"<xml><ToUserName>gh_1</ToUserName><FromUserName>{sender}</FromUserName>"
        f"<CreateTime>{now}</CreateTime>{inner}</xml>"
    )
    asked = query()
    outer = sealed(xml, account=ACCOUNT, key=ACCOUNT.key, timestamp=asked["timestamp"], nonce=NONCE)
    asked |= {"encrypt_type": "aes", "msg_signature": re.findall(r"MsgSignature><!\[CDATA\[(.*?)]]", outer)[0]}
    return outer, asked


def post(client: Client, body: str | bytes, asked: dict[str, Any]) -> Answer:
    response = client.post(f"/wechat/?{urlencode(asked)}", data=body, content_type="text/xml")
    shown = response.content.decode()
    found = re.search(r"<Encrypt><!\[CDATA\[(.*?)]]", shown)
    inner = unsealed(found[1], account=ACCOUNT)[0] if found else ""
    content = re.search(r"<Content><!\[CDATA\[(.*)]]></Content>", inner, re.DOTALL)
    return Answer(response.status_code, shown, content[1] if content else "")


def test_the_verification_echoes_what_it_was_given(client: Client) -> None:
    response = client.get("/wechat/", query(echostr="5927782489442352469<b>"))

    assert response.content == b"5927782489442352469<b>"
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("seconds", "state"), [(1, OutboundState.SENT), (6, OutboundState.GIVING)])
def test_only_what_goes_out_while_the_platform_waits_is_taken_as_sent(
    rf: RequestFactory, seconds: int, state: str
) -> None:
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        body, asked = pushed(TEXT.format(text="帮助", key="1"))
        response = receive(rf.post(f"/wechat/?{urlencode(asked)}", data=body, content_type="text/xml"))

        traveller.shift(seconds)
        response.close()

    assert Outbound.objects.get().state == state


@pytest.mark.parametrize(
    "changes",
    [
        {"signature": "0" * 40},
        {"signature": ""},
        {"nonce": "another"},
        {"nonce": ""},
        {"timestamp": "1714037059"},
        {"timestamp": "tomorrow"},
        {"timestamp": "9" * 40},
        {"timestamp": "１７１４０３７０５９"},
    ],
)
def test_a_verification_that_is_not_from_the_platform_is_refused(client: Client, changes: dict[str, str]) -> None:
    response = client.get("/wechat/", query(echostr="secret", **changes))

    assert response.status_code == 403
    assert response.content == b""


def test_an_old_signature_is_refused_even_when_it_is_right(client: Client) -> None:
    old = "1714037059"

    response = client.get("/wechat/", query(timestamp=old, signature=signature_of(ACCOUNT.token, old, NONCE)))

    assert response.status_code == 403


def test_without_an_account_there_is_no_webhook(client: Client, settings: Settings) -> None:
    settings.WECHAT_APP_ID = ""

    assert client.get("/wechat/").status_code == 404


def test_following_is_answered_with_what_this_is(client: Client) -> None:
    answer = push(client, "<MsgType>event</MsgType><Event>subscribe</Event><EventKey></EventKey>")

    assert answer.text.startswith("你好，我是 Meum。")


def test_a_person_can_begin_and_log(client: Client) -> None:
    push(client, TEXT.format(text="你好", key=1))
    push(client, TEXT.format(text="1", key=2))
    push(client, TEXT.format(text="同意", key=3))

    assert push(client, TEXT.format(text="体重 61.5", key=4)).text.startswith("已记：体重 61.5 公斤。")


def test_a_message_that_is_pushed_again_is_done_once(client: Client) -> None:
    first = push(client, TEXT.format(text="你好", key="7250021412600020992"))
    again = push(client, TEXT.format(text="你好", key="7250021412600020992"))

    assert again.text == first.text
    assert Inbound.objects.count() == 1


def test_the_same_message_id_of_two_people_is_two_messages(client: Client) -> None:
    push(client, TEXT.format(text="你好", key=1))
    push(client, TEXT.format(text="你好", key=1), sender="oBen")

    assert Inbound.objects.count() == 2


@pytest.mark.usefixtures("that_friday")
def test_following_twice_in_one_second_is_one_event(client: Client) -> None:
    event = "<MsgType>event</MsgType><Event>subscribe</Event>"
    push(client, event)
    push(client, event)

    assert Inbound.objects.count() == 1


@pytest.mark.parametrize(
    ("inner", "start"),
    [
        ("<MsgType>voice</MsgType><MediaId>1</MediaId><MsgId>1</MsgId>", "语音我还听不了"),
        ("<MsgType>location</MsgType><Label>家</Label><MsgId>1</MsgId>", "位置我没有保存"),
        ("<MsgType>something_new</MsgType><MsgId>1</MsgId>", "这种消息我还看不了"),
        (TEXT.format(text="【收到不支持的消息类型，暂无法显示】", key=1), "这个表情我看不到"),
    ],
)
def test_what_cannot_be_read_is_answered_kindly(client: Client, inner: str, start: str) -> None:
    assert push(client, inner).text.startswith(start)


@pytest.mark.parametrize(
    "inner",
    [
        "<MsgType>event</MsgType><Event>unsubscribe</Event>",
        "<MsgType>event</MsgType><Event>LOCATION</Event><Latitude>1</Latitude>",
        "<MsgType>event</MsgType><Event>user_authorization_revoke</Event><OpenID>o</OpenID>",
        "<MsgType>text</MsgType><Content>no id</Content>",
        "<InfoType>component_verify_ticket</InfoType>",
    ],
)
def test_a_shape_that_is_not_known_gets_success_and_stores_nobody(client: Client, inner: str) -> None:
    answer = push(client, inner)

    assert (answer.status, answer.body) == (200, "success")
    assert not Person.objects.exists()


def test_a_photo_of_somebody_new_is_answered_with_who_we_are_and_kept_nowhere(client: Client) -> None:
    answer = push(
        client, "<MsgType>image</MsgType><MediaId>1</MediaId><PicUrl>http://a.example/1</PicUrl><MsgId>1</MsgId>"
    )

    assert answer.text.startswith("你好，我是 Meum。")
    assert not MealPhoto.objects.exists()
    assert set(Inbound.objects.values_list("words", flat=True)) == {""}


def test_a_blank_text_is_answered(client: Client) -> None:
    assert push(client, TEXT.format(text="  ", key=1)).status == 200


@pytest.mark.parametrize("change", [{"msg_signature": "0" * 40}, {"signature": "0" * 40}, {"nonce": "other"}])
def test_a_push_with_a_wrong_signature_is_refused(client: Client, change: dict[str, str]) -> None:
    answer = push(client, TEXT.format(text="你好", key=1), **change)

    assert (answer.status, answer.body) == (403, "")
    assert not Identity.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<xml>",
        "<xml></xml>",
        "<xml><Content>plain</Content><FromUserName>o</FromUserName></xml>",
        "<xml><Encrypt>AAAA</Encrypt></xml>",
        '<!DOCTYPE x [<!ENTITY e "x">]><xml><Encrypt>&e;</Encrypt></xml>',
        b"\xff\xfe\x00",
        "<xml>" + "<a/>" * 300 + "</xml>",
    ],
)
def test_a_body_that_is_no_sealed_push_is_refused_without_a_fault(client: Client, body: str | bytes) -> None:
    assert post(client, body, query(msg_signature="0" * 40)).status == 403


def test_pushes_as_json_are_a_fault_of_the_console_and_not_tried_again(client: Client) -> None:
    answer = post(client, '{"ToUserName": "gh_1"}', query())

    assert (answer.status, answer.body) == (200, "success")


def test_a_body_that_is_too_large_is_not_read(client: Client) -> None:
    assert post(client, "x" * 70_000, query()).status == 413


def test_a_plain_body_is_refused_even_with_a_good_signature_of_it(client: Client) -> None:
    asked = query()
    asked["msg_signature"] = signature_of(ACCOUNT.token, asked["timestamp"], NONCE, "")

    assert post(client, "<xml><MsgType>text</MsgType></xml>", asked).status == 403


def test_words_of_a_person_cannot_break_out_of_the_answer(client: Client) -> None:
    push(client, TEXT.format(text="你好", key=1))
    push(client, TEXT.format(text="1", key=2))
    push(client, TEXT.format(text="同意", key=3))

    hostile = "一份]]&gt;&lt;a href='x'&gt;点我"
    answer = push(client, f"<MsgType>text</MsgType><Content>{hostile}</Content><MsgId>4</MsgId>")

    assert answer.status == 200
    assert "<a href" not in answer.text
