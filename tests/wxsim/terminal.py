"""The phone in a terminal: lines are said, words after a slash do everything else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.wxsim.deliveries import Delivery
from tests.wxsim.people import Bubble
from tests.wxsim.simulator import Simulator

HELP = """/follow  /unfollow  /photo [FILE]  /click KEY  /menu  /scan SCENE
/voice  /video  /file  /link  /location  /sticker
/as NAME       take another person's phone
/advance S     move the platform's clock: the 48 hours, the media, the tokens
/fault NAME N  let the next push go wrong: dup, drop_first_ack, skew, bad_signature ...
/api NAME N    let the next call of the API go wrong: errcode, delay, hang, http, html200 ...
/attempts      how the latest pushes went      /report  what the platform objects to      /quit
"""
_LABELS = {"voice": "[语音]", "video": "[视频]", "image": "[图片]", "news": "[图文]"}


class Terminal:
    """Read lines, write what the person sees; `write` takes one text at a time."""

    def __init__(self, sim: Simulator, *, name: str, write: Callable[[str], object]) -> None:
        """Take the phone of a person."""
        self._sim, self._write = sim, write
        self._phone = sim.phone(name)
        self._seen = 0
        self._lock = threading.Lock()
        self._commands: dict[str, Callable[[str], object]] = {
            "help": lambda _rest: self._write(HELP),
            "follow": lambda _rest: self._phone.follows(),
            "unfollow": lambda _rest: self._phone.unfollows(),
            "photo": self._photo,
            "click": lambda rest: self._phone.clicks(key=rest),
            "menu": lambda _rest: self._write(self._menu()),
            "scan": lambda rest: self._phone.scans(scene_or_ticket=rest),
            "voice": lambda _rest: self._phone.sends_voice(),
            "video": lambda _rest: self._phone.sends_video(),
            "file": lambda _rest: self._phone.sends_file(),
            "link": lambda _rest: self._phone.sends_link(),
            "location": lambda _rest: self._phone.sends_location(),
            "sticker": lambda _rest: self._phone.sends_sticker(),
            "as": self._become,
            "advance": lambda rest: self._sim.clock.advance(float(rest)),
            "fault": lambda rest: self._sim.faults.push(*_fault(rest)),
            "api": lambda rest: self._sim.faults.api(*_fault(rest)),
            "attempts": lambda _rest: self._write(self._attempts()),
            "report": lambda _rest: self._write(self._report()),
        }

    def run(self, lines: Iterable[str]) -> None:
        """Do what each line says, until they end or one says /quit."""
        for line in lines:
            if line.strip() == "/quit":
                return
            if line.strip():
                self.take(line.rstrip("\n"))

    def take(self, line: str) -> None:
        """Do what one line says and write what came of it."""
        try:
            result = self._done(line)
        except (KeyError, ValueError, OSError) as error:
            self._write(f"  ? {error}; /help tells what there is\n")
            return
        self.show_new()
        if isinstance(result, Delivery) and result.shown is None:
            self._write(f"  ({', '.join(result.verdicts)})\n")

    def show_new(self) -> None:
        """Write what the account has shown since the latest time."""
        with self._lock:
            fresh = self._phone.bubbles[self._seen :]
            self._seen += len(fresh)
        for bubble in fresh:
            if not bubble.mine:
                self._write(_shown(bubble))

    def _done(self, line: str) -> object:
        if not line.startswith("/"):
            return self._phone.says(line)
        name, _, rest = line[1:].partition(" ")
        command = self._commands.get(name)
        if command is None:
            raise ValueError(f"no command /{name}")
        return command(rest.strip())

    def _photo(self, rest: str) -> Delivery:
        return self._phone.sends_photo(Path(rest).expanduser().read_bytes()) if rest else self._phone.sends_photo()

    def _become(self, rest: str) -> None:
        if not rest:
            raise ValueError("/as needs a name")
        self._phone, self._seen = self._sim.phone(rest), 0

    def _menu(self) -> str:
        entries = [
            f"  {button['name']} · {entry['name']}: {entry.get('key') or entry.get('url', '')}\n"
            for button in (self._sim.menu or {"button": []})["button"]
            for entry in button.get("sub_button") or [button]
        ]
        return "".join(entries) or "  no menu\n"

    def _attempts(self) -> str:
        lines = [
            f"  #{delivery.number} {delivery.fields.get('Event') or delivery.fields['MsgType']}: "
            + ", ".join(f"{attempt.verdict} {attempt.seconds:.2f} s" for attempt in delivery.attempts)
            for delivery in self._sim.deliveries[-10:]
        ]
        return "\n".join(lines) + "\n"

    def _report(self) -> str:
        found = self._sim.violations()
        return "".join(f"  {each.rule}: {each.detail}\n" for each in found) or "  nothing to object to\n"


def _shown(bubble: Bubble) -> str:
    text = f"{_LABELS.get(bubble.kind, '')}{bubble.text}"
    return "".join(f"{'Meum> ' if number == 0 else '      '}{line}\n" for number, line in enumerate(text.split("\n")))


def _fault(rest: str) -> tuple[str, float]:
    name, _, value = rest.partition(" ")
    return name, float(value or 1)
