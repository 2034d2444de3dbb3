"""Run the simulator by hand: a phone in the terminal, and the page with everything."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from tests.wxsim.accounts import AccountKind, Mode
from tests.wxsim.control import Control
from tests.wxsim.posting import NoAnswerError, NoAnswerInTimeError
from tests.wxsim.simulator import Simulator
from tests.wxsim.terminal import Terminal

TOKEN = "wxsim-token-not-secret"
AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
SECRET = "0123456789abcdef0123456789abcdef"
FOR_EVER = 365 * 86400.0
USAGE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until the terminal ends or somebody presses Ctrl-C; return an exit status."""
    asked = _parser().parse_args(arguments)
    try:
        sim = Simulator(
            scale=asked.scale,
            clock_file=asked.clock,
            is_clock_followed=asked.clock is not None,
            record_file=asked.record,
            port=asked.port,
            pic_host=asked.pic_host,
        )
        with sim:
            return _serve(sim, asked)
    except (OSError, ValueError) as error:
        say(f"wxsim: {error}\n")
        return USAGE


def _serve(sim: Simulator, asked: argparse.Namespace) -> int:
    """Return 1 when the platform would object to something, else 0; raises ValueError for what there is not."""
    _configure(sim, asked)
    Control(sim)
    say(_welcome(sim))
    try:
        _chat(sim, asked.person, is_page_only=asked.page_only)
    except KeyboardInterrupt:
        say("\n")
    found = sim.violations()
    say("".join(f"wxsim: the platform would object: {each.rule}: {each.detail}\n" for each in found))
    return 1 if found else 0


def say(text: str) -> None:
    """Write to the person at the terminal at once."""
    sys.stdout.write(text)
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wxsim", description="Tencent's side of a WeChat official account.")
    parser.add_argument("--webhook", default=os.environ.get("WXSIM_WEBHOOK", "http://127.0.0.1:8001/wechat/"))
    parser.add_argument("--port", type=int, default=int(os.environ.get("WXSIM_PORT", "8400")))
    parser.add_argument("--kind", type=AccountKind, default=AccountKind.VERIFIED_SERVICE, choices=list(AccountKind))
    parser.add_argument("--mode", type=Mode, default=Mode.SAFE, choices=list(Mode))
    parser.add_argument("--person", default="ada", help="whose phone the terminal is")
    parser.add_argument("--scale", type=float, default=1.0, help="divide the 5 seconds by 1 to 4")
    parser.add_argument("--clock", type=Path, default=_path("WXSIM_CLOCK_FILE"), help="the file of the clock's offset")
    parser.add_argument("--record", type=Path, default=_path("WXSIM_RECORD_FILE"), help="write JSON lines there")
    parser.add_argument("--pic-host", default="", help="the host in PicUrl instead of this machine's address")
    parser.add_argument("--page-only", action="store_true", help="no terminal; until Ctrl-C")
    return parser


def _path(name: str) -> Path | None:
    return Path(os.environ[name]) if os.environ.get(name) else None


def _configure(sim: Simulator, asked: argparse.Namespace) -> None:
    """Make the account the one that Meum's settings name, or the one for trying."""
    account = sim.account
    account.app_id = os.environ.get("WECHAT_APP_ID") or account.app_id
    account.token = os.environ.get("WECHAT_TOKEN") or TOKEN
    account.aes_key = os.environ.get("WECHAT_AES_KEY") or AES_KEY
    account.secret = os.environ.get("WECHAT_APP_SECRET") or SECRET
    sim.aim(asked.webhook)
    sim.become(kind=asked.kind, mode=asked.mode)
    account.safe_mode()


def _welcome(sim: Simulator) -> str:
    account = sim.account
    return f"""
Tencent's side is ready; the account is a {account.kind}, pushes are {account.mode}.

  page       {sim.api_base}/
  API        {sim.api_base}   (instead of https://api.weixin.qq.com)
  webhook    {account.webhook}   {_verified(sim)}
  clock      {sim.clock.path}

Meum has to know the same account. Started in another terminal by:

  WECHAT_APP_ID={account.app_id} \\
  WECHAT_APP_SECRET={account.secret if account.secret == SECRET else "..."} \\
  WECHAT_ACCOUNT_KIND={account.kind.replace("-", "_")} WECHAT_MODE={account.mode} \\
  WECHAT_API_BASE={sim.api_base} WECHAT_PIC_HOSTS={sim.pic_base} \\
  WECHAT_TOKEN={account.token} \\
  WECHAT_AES_KEY={account.aes_key} \\
  make run

"""


def _verified(sim: Simulator) -> str:
    """Return in words whether the webhook passes the console's check."""
    try:
        answer = sim.verify("5927782489442352469")
    except (NoAnswerError, NoAnswerInTimeError):
        return "nobody answers there: start Meum first"
    if answer.status == 200 and answer.body == b"5927782489442352469":
        return "verified"
    reasons = {404: "Meum was started without WECHAT_APP_ID", 403: "another token"}
    return f"NOT verified: status {answer.status}, {reasons.get(answer.status, 'not what was asked for')}"


def _chat(sim: Simulator, name: str, *, is_page_only: bool) -> None:
    if is_page_only:
        threading.Event().wait(FOR_EVER)
        return
    terminal = Terminal(sim, name=name, write=say)
    ended = threading.Event()
    threading.Thread(target=_show_what_comes_by_itself, args=(terminal, ended), daemon=True).start()
    say("Type as in WeChat; /follow comes first, /help tells the rest.\n")
    terminal.run(sys.stdin)
    ended.set()


def _show_what_comes_by_itself(terminal: Terminal, ended: threading.Event) -> None:
    while not ended.wait(0.5):
        terminal.show_new()


if __name__ == "__main__":
    sys.exit(main())
