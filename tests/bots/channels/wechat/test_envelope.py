"""WeChat's encryption, held against vectors of others (Tencent's documentation, WxJava, wechatpy's tests)."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest

from bots.channels.wechat.account import Account
from bots.channels.wechat.envelope import EnvelopeError, is_signed, sealed, signature_of, unsealed

SAMPLE = Account(app_id="wxb11529c136998cb6", token="pamtest", aes_key="abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")
SAMPLE_ENCRYPTED = "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg=="
OTHER = Account(app_id="wx49f0ab532d5d035a", token="123456", aes_key="kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR")
OTHER_PUSH = (
    "RgqEoJj5A4EMYlLvWO1F86ioRjZfaex/gePD0gOXTxpsq5Yj4GNglrBb8I2BAJVODGajiFnXBu7mCPatfjsu6IHCrsTyeDXzF6Bv283dGym"
    "zxh6ydJRvZsryDyZbLTE7rhnus50qGPMfp2wASFlzEgMW9z1ef/RD8XzaFYgm7iTdaXpXaG4+BiYyolBug/gYNx410cvkKR2/nPwBiT+P4h"
    "IiOAQqGp/TywZBtDh1yCF2KOd0gpiMZ5jSw3e29mTvmUHzkVQiMS6td7vXUaWOMZnYZlF3So2SjHnwh4jYFxdgpkHHqIrH/54SNdshoQgWY"
    "EvccTKe7FS709/5t6NMxuGhcUGAPOQipvWTT4dShyqio7mlsl5noTrb++x6En749zCpQVhDpbV6GDnTbcX2e8K9QaNWHp91eBdCRxthuL0="
)


def opened(encrypted: str, *, account: Account) -> str:
    return unsealed(encrypted, account=account)[0]


def seal(message: str) -> str:
    return sealed(message, account=SAMPLE, key=SAMPLE.key, timestamp="1409304348", nonce="xxxxxx")


def test_the_plain_signature_is_that_of_the_documentation() -> None:
    assert signature_of("AAAAA", "1714037059", "486452656") == "899cf89e464efb63f54ddac96b0a0a235f53aa78"


def test_the_key_is_the_base64_of_the_43_characters() -> None:
    assert SAMPLE.key.hex() == "69b71d79f8218a39259a7a29aabb2dbafc31cb3d35db7e39ebbf3d0010831051"


def test_an_answer_is_signed_for_the_encrypted_text() -> None:
    xml = seal("我是中文abcd123")

    encrypted, signature = (part.split("]]")[0] for part in xml.split("CDATA[")[1:3])
    assert is_signed(signature, SAMPLE.token, "1409304348", "xxxxxx", encrypted)
    assert opened(encrypted, account=SAMPLE) == "我是中文abcd123"


def test_no_two_answers_are_encrypted_alike() -> None:
    first, second = (seal("好的") for _ in range(2))

    assert first != second


def test_a_message_of_others_is_opened() -> None:
    assert opened(SAMPLE_ENCRYPTED, account=SAMPLE) == "我是中文abcd123"


def test_a_real_push_is_opened_and_its_signature_holds() -> None:
    signature = "74d92dfeb87ba7c714f89d98870ae5eb62dff26d"

    assert is_signed(signature, OTHER.token, "1411525903", "461056294", OTHER_PUSH)
    assert "<MsgId>4363689963896700987</MsgId>" in opened(OTHER_PUSH, account=OTHER)


@pytest.mark.parametrize("text", ["", "a", "🍜" * 7, "x" * 26, "x" * 27, "x" * 28, "长" * 600])
def test_what_is_sealed_can_be_opened(text: str) -> None:
    xml = seal(text)

    assert opened(xml.split("CDATA[")[1].split("]]")[0], account=SAMPLE) == text


@pytest.mark.parametrize(
    "encrypted",
    [
        "",
        "not base64!",
        base64.b64encode(b"short").decode(),
        base64.b64encode(bytes(64)).decode(),
        SAMPLE_ENCRYPTED[:-8] + "AAAAAA==",
        OTHER_PUSH,
    ],
)
def test_whatever_else_comes_is_refused_in_one_way(encrypted: str) -> None:
    with pytest.raises(EnvelopeError):
        opened(encrypted, account=SAMPLE)


def test_a_push_for_another_account_is_refused() -> None:
    stranger = replace(SAMPLE, app_id="wxanother")

    with pytest.raises(EnvelopeError):
        opened(SAMPLE_ENCRYPTED, account=stranger)
