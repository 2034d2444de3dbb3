"""The API: tokens, rights, the ledger of customer messages, and everything else that an app calls."""

from __future__ import annotations

import threading

import pytest

from tests.wxsim.accounts import AccountKind, Mode, Right
from tests.wxsim.phones import Phone
from tests.wxsim.pictures import PLATE
from tests.wxsim.simulator import Simulator
from tests.wxsim_tests.calling import Client, call
from tests.wxsim_tests.conftest import App

pytestmark = [pytest.mark.network, pytest.mark.once]

HOUR = 3600


@pytest.fixture
def client(wxsim: Simulator) -> Client:
    """Return the app's side of the API."""
    return Client(wxsim)


@pytest.fixture
def ada(wxsim: Simulator, app: App) -> Phone:
    """Return the phone of a follower."""
    phone = wxsim.phone("ada")
    phone.follows()
    return phone


def test_the_stable_token_stays_the_same_until_five_minutes_before_its_end(wxsim: Simulator, client: Client) -> None:
    first = client.stable().data
    wxsim.clock.advance(6800)
    second = client.stable().data
    wxsim.clock.advance(200)
    third = client.stable().data

    assert first["access_token"] == second["access_token"] != third["access_token"]
    assert (first["expires_in"], second["expires_in"] <= 400) == (7200, True)
    assert wxsim.tokens.fault_of(first["access_token"]) == 0


def test_a_forced_token_ends_the_one_before_but_not_twice_in_half_a_minute(wxsim: Simulator, client: Client) -> None:
    first, forced, again = (client.stable(force_refresh=force).data["access_token"] for force in (False, True, True))

    assert first != forced == again
    assert wxsim.tokens.fault_of(first) == 40001


def test_a_plain_token_ends_the_one_before_after_five_minutes(wxsim: Simulator) -> None:
    proof = {"grant_type": "client_credential", "appid": wxsim.account.app_id, "secret": wxsim.account.secret}
    first, _ = (call(wxsim.api_base, "/cgi-bin/token", proof).data["access_token"] for _ in range(2))

    assert wxsim.tokens.fault_of(first) == 0
    wxsim.clock.advance(301)
    assert wxsim.tokens.fault_of(first) == 40001


@pytest.mark.parametrize(
    ("change", "code"),
    [({"appid": "wx1"}, 40013), ({"secret": "no"}, 40125), ({"grant_type": "x"}, 40002), ({"secret": ""}, 41004)],
)
def test_a_token_needs_the_right_proof(client: Client, change: dict[str, str], code: int) -> None:
    assert client.stable(**change).code == code


@pytest.mark.parametrize(("token", "code"), [("", 41001), ("short", 40014), ("x" * 100, 40001)])
def test_a_call_needs_a_good_token(wxsim: Simulator, token: str, code: int) -> None:
    got = call(wxsim.api_base, "/cgi-bin/menu/get", {"access_token": token})

    assert (got.status, got.code) == (200, code)
    assert "rid: " in got.data["errmsg"]


def test_a_token_ends_after_two_hours(wxsim: Simulator, client: Client) -> None:
    client.token()
    wxsim.clock.advance(7201)

    assert client.get("/cgi-bin/menu/get").code == 42001


def test_five_messages_may_follow_one_of_the_person(client: Client, ada: Phone) -> None:
    ada.says("在吗")

    assert [client.send(ada.open_id, f"{number}").code for number in range(6)] == [0, 0, 0, 0, 0, 45047]
    assert ada.answers[-5:] == ["0", "1", "2", "3", "4"]


def test_a_test_waits_for_what_comes_later(client: Client, ada: Phone) -> None:
    ada.says("照片")
    later = threading.Timer(0.2, client.send, (ada.open_id, "识别好了"))
    later.start()

    assert ada.sees("识别") == "识别好了"
    later.join()
    with pytest.raises(AssertionError, match="did not see"):
        ada.sees("别的", seconds=0.05)


def test_the_window_closes_after_48_hours(wxsim: Simulator, client: Client, ada: Phone) -> None:
    ada.says("在吗")
    wxsim.clock.advance(48 * HOUR + 1)

    assert client.send(ada.open_id).code == 45015
    assert wxsim.quota.remaining(ada.open_id) == 0


def test_a_click_lifts_what_is_left_to_three_for_a_minute(wxsim: Simulator, client: Client, ada: Phone) -> None:
    wxsim.clock.advance(61)
    ada.clicks("m1.today")

    assert [client.send(ada.open_id).code for _ in range(4)] == [0, 0, 0, 45047]


def test_quotas_do_not_add_up(wxsim: Simulator, ada: Phone) -> None:
    ada.says("在吗")
    ada.clicks("m1.today")

    assert wxsim.quota.remaining(ada.open_id) == 5


@pytest.mark.parametrize(
    ("text", "code"), [("", 44004), ("x" * 2049, 45002), ("中" * 682, 0)], ids=["empty", "long", "just right"]
)
def test_a_customer_text_has_bounds(client: Client, ada: Phone, text: str, code: int) -> None:
    ada.says("在吗")

    assert client.send(ada.open_id, text).code == code


def test_who_left_cannot_be_written_to(client: Client, ada: Phone) -> None:
    ada.unfollows()

    assert client.send(ada.open_id).code == 45015
    assert client.send("oNobody").code == 40003


def test_escaped_json_is_refused(client: Client, ada: Phone) -> None:
    body = f'{{"touser": "{ada.open_id}", "msgtype": "text", "text": {{"content": "\\u4f60"}}}}'.encode()
    path = "/cgi-bin/message/custom/send"

    assert call(client.sim.api_base, path, {"access_token": client.token()}, body=body).code == 40033


@pytest.mark.parametrize("kind", [each for each in AccountKind if each is not AccountKind.MINI_PROGRAM])
def test_each_type_of_account_has_its_own_rights(wxsim: Simulator, kind: AccountKind) -> None:
    wxsim.become(kind=kind, mode=Mode.PLAIN)
    client, phone = Client(wxsim), wxsim.phone("ada")

    asked = {
        Right.CUSTOMER_MESSAGE: client.send(phone.open_id).code,
        Right.QR_SCENE: client.post("/cgi-bin/qrcode/create", {}).code,
        Right.MENU: client.get("/cgi-bin/menu/get").code,
        Right.USER_INFO: client.get("/cgi-bin/user/info", openid=phone.open_id).code,
        Right.BIZSEND: client.post("/cgi-bin/message/subscribe/bizsend", {}).code,
    }

    assert {right for right, code in asked.items() if code != 48001} == wxsim.account.rights & set(asked)


def test_a_picture_that_was_sent_can_be_fetched_for_three_days(wxsim: Simulator, client: Client, ada: Phone) -> None:
    fields = ada.sends_photo().fields
    got = client.get("/cgi-bin/media/get", media_id=fields["MediaId"])

    assert (got.body, got.headers["content-type"]) == (PLATE, "image/jpeg")
    wxsim.clock.advance(3 * 86400 + 1)
    client.forget()
    late = client.get("/cgi-bin/media/get", media_id=fields["MediaId"])
    assert (late.status, late.code, late.headers["content-type"]) == (200, 40007, "text/plain")


def test_a_picture_has_an_address_without_a_token(wxsim: Simulator, ada: Phone) -> None:
    url = str(ada.sends_photo().fields["PicUrl"])

    assert url.startswith(wxsim.pic_base)
    assert call(wxsim.pic_base, url.removeprefix(wxsim.pic_base)).body == PLATE


def test_an_uploaded_picture_can_be_sent(wxsim: Simulator, client: Client, ada: Phone) -> None:
    ada.says("照片呢")
    head = b'--b\r\nContent-Disposition: form-data; name="media"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    path, kind = "/cgi-bin/media/upload", "multipart/form-data; boundary=b"
    token = client.token()
    body = head + PLATE + b"\r\n--b--\r\n"
    media_id = call(wxsim.api_base, path, {"access_token": token, "type": "image"}, body=body, kind=kind).data[
        "media_id"
    ]

    data = {"touser": ada.open_id, "msgtype": "image", "image": {"media_id": media_id}}
    assert client.post("/cgi-bin/message/custom/send", data).code == 0
    assert wxsim.world.media.uploads()[0].content == PLATE
    assert ada.bubbles[-1].media_id == media_id


def test_typing_needs_a_recent_message(client: Client, wxsim: Simulator, ada: Phone) -> None:
    path = "/cgi-bin/message/custom/typing"
    wxsim.clock.advance(61)

    codes = [client.post(path, {"touser": ada.open_id, "command": "Typing"}).code]
    ada.says("在吗")
    codes += [
        client.post(path, {"touser": ada.open_id, "command": each}).code for each in ("Typing", "Typing", "Sleep")
    ]
    assert codes == [45080, 0, 45081, 45072]


MENU = {"button": [{"name": "我", "sub_button": [{"type": "click", "name": "今天", "key": "m1.today"}]}]}


def test_a_menu_is_kept(wxsim: Simulator, client: Client) -> None:
    assert client.get("/cgi-bin/menu/get").code == 46003
    assert client.post("/cgi-bin/menu/create", MENU).code == 0
    assert (client.get("/cgi-bin/menu/get").data, wxsim.menu) == ({"menu": MENU}, MENU)


@pytest.mark.parametrize(
    ("button", "code"),
    [
        ([], 40016),
        ([{"name": "太长的菜单名", "type": "click", "key": "k"}], 40018),
        ([{"name": "a", "type": "dance", "key": "k"}], 40017),
        ([{"name": "a", "type": "click", "key": ""}], 40019),
        ([{"name": "a", "type": "view"}], 40020),
        ([{"name": "a", "sub_button": [{"name": "b", "type": "click", "key": "k"}] * 6}], 40023),
    ],
)
def test_a_menu_that_cannot_be_is_refused(client: Client, button: list[object], code: int) -> None:
    assert client.post("/cgi-bin/menu/create", {"button": button}).code == code


def test_a_scanned_code_brings_its_scene(wxsim: Simulator, client: Client, app: App) -> None:
    scene = {"action_name": "QR_STR_SCENE", "expire_seconds": 600, "action_info": {"scene": {"scene_str": "s-1"}}}
    ticket = client.post("/cgi-bin/qrcode/create", scene).data["ticket"]

    new, old = wxsim.phone("chen").scans(ticket).fields, wxsim.phone("chen").scans("s-1").fields

    assert (new["Event"], new["EventKey"], new["Ticket"]) == ("subscribe", "qrscene_s-1", ticket)
    assert (old["Event"], old["EventKey"]) == ("SCAN", "s-1")
    wxsim.clock.advance(601)
    with pytest.raises(ValueError, match="over"):
        wxsim.phone("chen").scans(ticket)


@pytest.mark.parametrize("scene", [{}, {"scene_str": ""}, {"scene_str": "x" * 65}])
def test_a_scene_that_cannot_be_is_refused(client: Client, scene: dict[str, str]) -> None:
    data = {"action_name": "QR_STR_SCENE", "action_info": {"scene": scene}}

    assert client.post("/cgi-bin/qrcode/create", data).code == 40053


def test_user_info_tells_no_name_and_nothing_of_strangers(wxsim: Simulator, client: Client, ada: Phone) -> None:
    told = client.get("/cgi-bin/user/info", openid=ada.open_id).data
    ada.unfollows()
    gone = client.get("/cgi-bin/user/info", openid=ada.open_id).data

    assert (told["subscribe"], told["unionid"], told["nickname"]) == (1, ada.union_id, "")
    assert gone == {"subscribe": 0, "openid": ada.open_id, "tagid_list": []}


def test_a_notice_needs_an_acceptance_each_time(wxsim: Simulator, client: Client, app: App, ada: Phone) -> None:
    path, data = "/cgi-bin/message/subscribe/bizsend", {"thing1": {"value": "你有一条新的建议"}}
    notice = {"touser": ada.open_id, "template_id": "TEMPLATE-1", "data": data}

    ada.answers_notice("TEMPLATE-1")
    codes = [client.post(path, notice).code for _ in range(2)]
    long = client.post(path, notice | {"data": {"thing1": {"value": "长" * 21}}}).code
    wxsim.settle()

    assert (codes, long) == ([0, 43101], 47003)
    assert ada.answers.count("你有一条新的建议") == 1
    assert app.fields[-1]["Event"] == "subscribe_msg_sent_event"


def test_a_template_tells_how_it_fared(wxsim: Simulator, client: Client, app: App, ada: Phone) -> None:
    data = {"touser": ada.open_id, "template_id": "TEMPLATE-1", "data": {"first": {"value": "好"}}}

    message_id = client.post("/cgi-bin/message/template/send", data).data["msgid"]
    wxsim.settle()

    assert app.fields[-1]["MsgID"] == str(message_id)
    assert client.post("/cgi-bin/message/template/send", data | {"template_id": "?"}).code == 40037


def test_the_day_s_limit_of_a_path_holds_until_midnight_in_china(wxsim: Simulator, client: Client) -> None:
    wxsim.quota.daily_limits["/cgi-bin/user/get"] = 1

    assert [client.get("/cgi-bin/user/get").code for _ in range(2)] == [0, 45009]
    wxsim.clock.advance(86400)
    client.forget()
    assert client.get("/cgi-bin/user/get").code == 0
