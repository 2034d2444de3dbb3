"""How a page, a script or another process drives the simulator: `/__sim__/` in JSON, and the page's own files."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from tests.wxsim.accounts import AccountKind, Mode
from tests.wxsim.api.calls import ApiError, Asked, Told, told
from tests.wxsim.api.calls import html as html_page
from tests.wxsim.people import Bubble
from tests.wxsim.phones import Phone
from tests.wxsim.simulator import Simulator

PAGE = Path(__file__).parent / "page"
FILES = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/page.js": ("page.js", "text/javascript; charset=utf-8"),
    "/page.css": ("page.css", "text/css; charset=utf-8"),
}
MOST_SHOWN = 40
_DO: dict[str, Callable[[Phone, Mapping[str, Any]], object]] = {
    "follow": lambda phone, _data: phone.follows(),
    "unfollow": lambda phone, _data: phone.unfollows(),
    "say": lambda phone, data: phone.says(str(data["text"])),
    "touch": lambda phone, data: phone.touches(str(data["text"]), menu_id=str(data.get("id", ""))),
    "click": lambda phone, data: phone.clicks(str(data["key"])),
    "view": lambda phone, data: phone.views(str(data["url"])),
    "scan": lambda phone, data: phone.scans(str(data["scene"])),
    "photo": lambda phone, _data: phone.sends_photo(),
    "voice": lambda phone, _data: phone.sends_voice(),
    "video": lambda phone, _data: phone.sends_video(),
    "location": lambda phone, _data: phone.sends_location(),
    "link": lambda phone, _data: phone.sends_link(),
    "file": lambda phone, _data: phone.sends_file(),
    "sticker": lambda phone, _data: phone.sends_sticker(),
    "revoke": lambda phone, data: phone.revokes(str(data["codes"])),
    "close": lambda phone, _data: phone.closes_wechat(),
    "accept": lambda phone, data: phone.answers_notice(str(data["template"])),
}


class Control:
    """Answer the page and everybody else who drives the simulator."""

    def __init__(self, sim: Simulator) -> None:
        """Become the pages of a simulator."""
        self._sim = sim
        self._paths: dict[tuple[str, str], Callable[[Asked], Told]] = {
            ("GET", "/__sim__/state"): self._state,
            ("POST", "/__sim__/do"): self._do,
            ("POST", "/__sim__/photo"): self._photo,
            ("GET", "/__sim__/media"): self._media,
            ("GET", "/__sim__/clock"): self._clock,
            ("POST", "/__sim__/clock"): self._clock,
            ("POST", "/__sim__/faults"): self._faults,
            ("POST", "/__sim__/account"): self._account,
            ("GET", "/__sim__/record"): self._record,
            ("GET", "/__sim__/report"): self._report,
            ("GET", "/connect/oauth2/authorize"): self._authorize,
        }
        sim.pages = self.answer

    def answer(self, asked: Asked) -> Told:
        """Return a file of the page or what a control answers; 400 for what cannot be done."""
        if asked.method == "GET" and asked.path in FILES:
            name, kind = FILES[asked.path]
            return Told((PAGE / name).read_bytes(), headers={"Content-Type": kind, "Cache-Control": "no-store"})
        handler = self._paths.get((asked.method, asked.path))
        if handler is None:
            return html_page(404)
        try:
            return handler(asked)
        except (ApiError, KeyError, ValueError) as error:
            refusal = told({"error": f"{type(error).__name__}: {error}"})
            return Told(refusal.body, status=400, headers=refusal.headers)

    def _state(self, asked: Asked) -> Told:
        phone = self._sim.phone(asked.query.get("phone") or "ada")
        account = self._sim.account
        since = int(asked.query.get("since", 0))
        return told(
            {
                "account": {"kind": account.kind, "mode": account.mode, "webhook": account.webhook},
                "rights": sorted(account.rights),
                "people": sorted(self._sim.world.people),
                "phone": {"name": phone.name, "is_following": phone.is_following, "open_id": phone.open_id},
                "bubbles": [_bubble(each) for each in phone.bubbles[since:]],
                "menu": self._sim.menu,
                "codes": self._codes(),
                "pushes": self._pushes(phone),
                "calls": self._calls(),
                "violations": [[each.rule, each.detail] for each in self._sim.violations()],
                "remaining": self._sim.quota.remaining(phone.open_id),
                "offset": self._sim.clock.offset,
                "now": self._sim.clock.now(),
            }
        )

    def _codes(self) -> list[dict[str, Any]]:
        now = self._sim.clock.now()
        known = list(self._sim.world.scenes.values())
        return [{"scene": each.scene, "ticket": each.ticket} for each in known if each.expires_at > now]

    def _pushes(self, phone: Phone) -> list[dict[str, Any]]:
        """Return the latest pushes of a person, each with its attempts."""
        own = [each for each in self._sim.deliveries if each.person is phone.person]
        return [
            {
                "number": each.number,
                "kind": each.fields.get("Event") or each.fields["MsgType"],
                "words": str(each.fields.get("Content") or each.fields.get("EventKey") or ""),
                "is_done": each.is_done,
                "faults": sorted(each.faults),
                "attempts": [
                    {
                        "number": attempt.number,
                        "ms": _ms(attempt.seconds),
                        "status": attempt.status,
                        "verdict": attempt.verdict,
                        "problem": attempt.judgement.problem,
                    }
                    for attempt in list(each.attempts)
                ],
            }
            for each in own[-MOST_SHOWN:]
        ]

    def _calls(self) -> list[dict[str, Any]]:
        return [
            {"path": each.path, "status": each.status, "errcode": each.errcode, "ms": _ms(each.ended - each.started)}
            for each in self._sim.record.calls()[-MOST_SHOWN:]
        ]

    def _do(self, asked: Asked) -> Told:
        data = asked.json()
        action = _DO[str(data["action"])]
        action(self._sim.phone(str(data.get("phone") or "ada")), data)
        return told({"ok": True})

    def _photo(self, asked: Asked) -> Told:
        if not asked.body:
            raise ValueError("a picture has bytes")
        self._sim.phone(asked.query.get("phone") or "ada").sends_photo(asked.body)
        return told({"ok": True})

    def _media(self, asked: Asked) -> Told:
        media = self._sim.world.media.get(asked.query.get("id", ""))
        if media is None:
            return html_page(404)
        # What was sent as a picture may be anything; a browser must not take it for a page of ours.
        kind = {"Content-Type": "image/jpeg", "X-Content-Type-Options": "nosniff"}
        return Told(media.content, headers={**kind, "Content-Security-Policy": "sandbox"})

    def _clock(self, asked: Asked) -> Told:
        if asked.method == "POST":
            self._sim.clock.advance(float(asked.json()["advance"]))
        return told({"offset": self._sim.clock.offset, "now": self._sim.clock.now()})

    def _faults(self, asked: Asked) -> Told:
        data = asked.json()
        if data.get("clear"):
            self._sim.faults.clear()
            return told({"ok": True})
        value, times = float(data.get("value", 1)), int(data.get("times", 1))
        if "push" in data:
            self._sim.faults.push(str(data["push"]), value, times=times)
        else:
            self._sim.faults.api(str(data["api"]), value, times=times, path=str(data.get("path", "")))
        return told({"ok": True})

    def _account(self, asked: Asked) -> Told:
        data = asked.json()
        kind, mode = data.get("kind"), data.get("mode")
        self._sim.become(kind=AccountKind(kind) if kind else None, mode=Mode(mode) if mode else None)
        return told({"kind": self._sim.account.kind, "mode": self._sim.account.mode})

    def _record(self, _asked: Asked) -> Told:
        lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in self._sim.record.of_kind())
        return Told(lines.encode(), headers={"Content-Type": "application/x-ndjson; charset=utf-8"})

    def _report(self, _asked: Asked) -> Told:
        return told([{"rule": each.rule, "detail": each.detail} for each in self._sim.violations()])

    def _authorize(self, asked: Asked) -> Told:
        """Send a person back to a web page with a code; without a person, ask who holds the phone."""
        name, back = asked.query.get("phone", ""), asked.query["redirect_uri"]
        if asked.query.get("appid") != self._sim.account.app_id or not back.startswith(("http://", "https://")):
            raise ValueError("another account's page, or no address to go back to")
        if not name:
            return self._who(asked)
        code = self._sim.phone(name).oauth_code(scope=asked.query.get("scope", "snsapi_base"))
        found = urlencode({"code": code, "state": asked.query.get("state", "")})
        return Told(b"", status=302, headers={"Location": f"{back}{'&' if '?' in back else '?'}{found}"})

    def _who(self, asked: Asked) -> Told:
        links = "".join(
            f'<p><a href="?{html.escape(urlencode({**asked.query, "phone": name}))}">{html.escape(name)}</a></p>'
            for name in sorted(self._sim.world.people) or ["ada"]
        )
        page = f"<!doctype html><meta name=viewport content='width=device-width'><h1>Whose phone is this?</h1>{links}"
        return Told(page.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _bubble(bubble: Bubble) -> dict[str, Any]:
    facts = {"mine": bubble.mine, "kind": bubble.kind, "text": bubble.text, "at": bubble.at, "source": bubble.source}
    return facts | ({"media": f"/__sim__/media?id={quote(bubble.media_id)}"} if bubble.media_id else {})
