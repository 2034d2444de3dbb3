"""The simulator's page on a phone's screen, as a person uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.wxsim.control import Control
from tests.wxsim.pictures import PLATE
from tests.wxsim.simulator import Simulator
from tests.wxsim_tests.calling import Client
from tests.wxsim_tests.conftest import App

pytestmark = [pytest.mark.network, pytest.mark.once, pytest.mark.skipif(not CHROMIUM.exists(), reason="needs chromium")]

ENTRY = {"type": "click", "name": "今天", "key": "m1.today"}
MENU = {"button": [{"name": "记录", "sub_button": [ENTRY]}, {"name": "吃什么", "type": "click", "key": "m1.eat"}]}
SCENE = {"action_name": "QR_STR_SCENE", "expire_seconds": 600, "action_info": {"scene": {"scene_str": "bind-1"}}}


def test_a_person_follows_talks_scans_and_leaves(wxsim: Simulator, app: App, tmp_path: Path) -> None:
    Control(wxsim)
    app.says = lambda fields: f"好：{fields.get('Content') or fields.get('EventKey') or fields['MsgType']}"
    (tmp_path / "plate.jpg").write_bytes(PLATE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(base_url=wxsim.api_base, viewport={"width": 390, "height": 844}, locale="zh-CN")
        faults = list[str]()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        talk(page, tmp_path / "plate.jpg")
        use_the_menu_and_scan(page, Client(wxsim))
        look_behind_and_leave(page)
        browser.close()
    assert faults == []
    wxsim.assert_clean()


def talk(page: Page, photo: Path) -> None:
    page.goto("/?phone=ada")
    page.get_by_role("button", name="关注公众号").click()
    page.get_by_label("说一句", exact=True).fill("<b>两个包子</b>")
    page.get_by_role("button", name="发送").click()
    expect(page.get_by_text("好：<b>两个包子</b>")).to_be_visible()
    page.set_input_files("#photo", photo)
    expect(page.get_by_text("好：image")).to_be_visible()
    expect(page.get_by_alt_text("照片")).to_be_visible()


def use_the_menu_and_scan(page: Page, client: Client) -> None:
    client.post("/cgi-bin/menu/create", MENU)
    client.post("/cgi-bin/qrcode/create", SCENE)
    page.get_by_role("button", name="☰ 记录").click()
    page.get_by_role("button", name="今天", exact=True).click()
    expect(page.get_by_text("好：m1.today")).to_be_visible()
    page.get_by_role("button", name="键盘").click()
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="扫一扫").click()
    page.get_by_role("button", name="bind-1").click()
    expect(page.get_by_text("好：bind-1")).to_be_visible()


def look_behind_and_leave(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("button", name="Tencent's side").click()
    expect(page.locator("#pushes")).to_contain_text("CLICK m1.today1: shown 200")
    page.get_by_role("button", name="Tencent's side").click()
    page.get_by_role("button", name="关注状态").click()
    page.get_by_role("button", name="取消关注").click()
    expect(page.get_by_role("button", name="关注公众号")).to_be_visible()
