"""Signing in to a mini program and to web pages, and the steps that a mini program hands over."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.wxsim.simulator import Simulator
from tests.wxsim_tests.calling import Client, Got, call

pytestmark = [pytest.mark.network, pytest.mark.once]


def session(sim: Simulator, code: str) -> Got:
    proof = {"appid": sim.mini_program.app_id, "secret": sim.mini_program.secret, "grant_type": "authorization_code"}
    return call(sim.api_base, "/sns/jscode2session", {**proof, "js_code": code})


def web_token(sim: Simulator, code: str) -> Got:
    proof = {"appid": sim.account.app_id, "secret": sim.account.secret, "grant_type": "authorization_code"}
    return call(sim.api_base, "/sns/oauth2/access_token", {**proof, "code": code})


def test_a_code_signs_in_once_within_five_minutes(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")
    code, late = ada.login_code(), ada.login_code()

    told = session(wxsim, code).data

    assert (told["openid"], told["unionid"]) == (ada.mini_open_id, ada.union_id)
    assert len(base64.b64decode(told["session_key"])) == 16
    assert session(wxsim, code).code == 40163
    wxsim.clock.advance(301)
    assert session(wxsim, late).code == 40029
    assert session(wxsim, "").code == 41008


def test_the_two_accounts_know_one_person_by_different_ids(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")

    assert ada.open_id != ada.mini_open_id
    assert len(ada.open_id) == 28


def test_a_session_is_checked_by_its_signature(wxsim: Simulator) -> None:
    ada, client = wxsim.phone("ada"), Client(wxsim, wxsim.mini_program)
    key = session(wxsim, ada.login_code()).data["session_key"]
    right = hmac.new(key.encode(), b"", hashlib.sha256).hexdigest()

    assert client.get("/wxa/checksession", openid=ada.mini_open_id, signature=right).code == 0
    assert client.get("/wxa/checksession", openid=ada.mini_open_id, signature="0").code == 87009


def test_steps_come_under_the_key_of_the_session(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")
    key = base64.b64decode(session(wxsim, ada.login_code()).data["session_key"])

    sealed = ada.werun([(1_790_000_000, 8123)])

    decryptor = Cipher(algorithms.AES(key), modes.CBC(base64.b64decode(sealed["iv"]))).decryptor()
    plain = decryptor.update(base64.b64decode(sealed["encryptedData"])) + decryptor.finalize()
    data = json.loads(plain[: -plain[-1]])
    assert data["stepInfoList"] == [{"timestamp": 1_790_000_000, "step": 8123}]
    assert data["watermark"]["appid"] == wxsim.mini_program.app_id


def test_a_web_page_signs_a_follower_in(wxsim: Simulator) -> None:
    ada = wxsim.phone("ada")

    told = web_token(wxsim, ada.oauth_code()).data

    assert (told["openid"], told["scope"]) == (ada.open_id, "snsapi_base")
    user = {"access_token": told["access_token"], "openid": told["openid"]}
    assert call(wxsim.api_base, "/sns/userinfo", user).code == 48001


def test_the_larger_scope_tells_more(wxsim: Simulator) -> None:
    told = web_token(wxsim, wxsim.phone("ada").oauth_code(scope="snsapi_userinfo")).data

    user = {"access_token": told["access_token"], "openid": told["openid"]}
    assert call(wxsim.api_base, "/sns/userinfo", user).data["unionid"] == wxsim.phone("ada").union_id


def test_a_person_without_a_common_owner_has_no_union_id(wxsim: Simulator) -> None:
    wxsim.world.has_union_ids = False

    assert "unionid" not in session(wxsim, wxsim.phone("ada").login_code()).data
