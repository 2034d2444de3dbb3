"""The simulator's own ciphers, against answers that others published."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.wxsim.crypto import SafeMode, new_aes_key, new_nonce, sealed_for_session, signature_of

pytestmark = pytest.mark.once

KEY, APP_ID = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wxb11529c136998cb6"
SEALED = "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg=="
OTHER = SafeMode(aes_key="kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR", app_id="wx49f0ab532d5d035a")
ECHO = "4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q=="


@pytest.mark.parametrize(
    ("parts", "signature"),
    [
        (("AAAAA", "1714037059", "486452656"), "899cf89e464efb63f54ddac96b0a0a235f53aa78"),
        (("pamtest", "1409304348", "xxxxxx", SEALED), "82c962d39941aa48552f90ef55aa323dc620cc10"),
        (("123456", "1411443780", "437374425", ECHO), "dd6b9c95b495b3f7e2901bfbc76c664930ffdb96"),
        (("c", "a", "b"), "a9993e364706816aba3e25717850c26c9cd0d89d"),
    ],
)
def test_a_signature_is_the_published_one(parts: tuple[str, ...], signature: str) -> None:
    assert signature_of(*parts) == signature


def test_sealing_gives_the_published_cipher() -> None:
    message = "我是中文abcd123".encode()

    assert SafeMode(aes_key=KEY, app_id=APP_ID).seal(message, head=b"aaaabbbbccccdddd") == SEALED


def test_opening_gives_the_published_message() -> None:
    assert SafeMode(aes_key=KEY, app_id=APP_ID).open(SEALED).decode() == "我是中文abcd123"
    assert OTHER.open(ECHO) == b"5927782489442352469"


@pytest.mark.parametrize(("size", "padding"), [(26, 32), (27, 31), (28, 30)])
def test_padding_fills_whole_32_bytes(size: int, padding: int) -> None:
    sealed = base64.b64decode(SafeMode(aes_key=KEY, app_id=APP_ID).seal(b"x" * size))

    key = base64.b64decode(KEY + "=")
    decryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
    assert len(sealed) == 96
    assert (decryptor.update(sealed) + decryptor.finalize())[-1] == padding


@pytest.mark.parametrize("broken", ["", "AAAA", "%%%", SEALED[:-24], base64.b64encode(b"x" * 64).decode(), ECHO])
def test_what_was_not_sealed_for_the_account_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match=r"padding|blocks|base64|another"):
        SafeMode(aes_key=KEY, app_id=APP_ID).open(broken)


def test_a_four_byte_character_comes_back() -> None:
    safe = SafeMode(aes_key=new_aes_key(), app_id=APP_ID)

    assert safe.open(safe.seal("🍜👩‍🍳".encode())).decode() == "🍜👩‍🍳"


def test_keys_and_nonces_have_the_platform_s_shape() -> None:
    assert (len(new_aes_key()), len(new_nonce())) == (43, 10)
    with pytest.raises(ValueError, match="43"):
        SafeMode(aes_key=KEY[:-1], app_id=APP_ID)


def test_steps_open_with_the_session_s_key() -> None:
    key, iv = bytes(range(16)), bytes(16)

    sealed = sealed_for_session(b'{"step":1}', session_key=base64.b64encode(key).decode(), iv=iv)

    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    assert decryptor.update(base64.b64decode(sealed)) == b'{"step":1}' + b"\x06" * 6
