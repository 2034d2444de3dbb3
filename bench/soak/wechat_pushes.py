"""Push messages at the times at which they are due, as Tencent does: the cheapest generator that seals.

`python -m bench.soak.wechat_pushes` reads one JSON object from its input and prints two: `{"begins_at"}` once every
body is sealed, and what came of each push when all are through. Texts are sent when they are due, whatever became of
those before, and their seconds count from then. Each photo sender waits for an answer, up to three times as the
platform does, and sends the next photo.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tests.wxsim import messages
from tests.wxsim.accounts import Account
from tests.wxsim.markup import Fields
from tests.wxsim.wrapping import wrap

ATTEMPTS, PATIENCE_SECONDS = 3, 5.0
LEAD_SECONDS = 2.0


@dataclass
class Webhook:
    """Hold kept-open connections to the webhook; a push takes a free one or opens one more."""

    port: int
    _free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = field(default_factory=list)

    async def push(self, sent: bytes) -> tuple[int, bytes]:
        """Send one request; return status and body of its answer, status 0 when none came in the platform's time."""
        reader, writer = self._free.pop() if self._free else await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(sent)
            async with asyncio.timeout(PATIENCE_SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
                answer = await reader.readexactly(length)
        except (TimeoutError, OSError, EOFError):
            writer.close()
            return 0, b""
        self._free.append((reader, writer))
        return int(head.split(b" ", 2)[1]), answer


@dataclass(frozen=True, kw_only=True)
class Sealer:
    """Make requests of what people say."""

    account: Account
    numbers: Iterator[int]

    def request(self, open_id: str, said: Fields, *, at: float) -> bytes:
        """Return the bytes of one push."""
        head: dict[str, Any] = {"ToUserName": self.account.gh_id, "FromUserName": open_id, "CreateTime": int(at)}
        wrapped = wrap({**head, **said, "MsgId": next(self.numbers)}, account=self.account, now=at, faults={})
        address = f"POST /wechat/?{urlencode(wrapped.query)} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
        return f"{address}Content-Length: {len(wrapped.body)}\r\n\r\n".encode() + wrapped.body


async def _say(webhook: Webhook, sent: bytes, *, due: float) -> dict[str, Any]:
    await asyncio.sleep(max(0.0, due - time.monotonic()))
    status, answer = await webhook.push(sent)
    return {"status": status, "seconds": time.monotonic() - due, "has_answer": b"<Encrypt>" in answer}


async def _show(webhook: Webhook, photos: list[bytes], *, ends: float) -> int:
    """Send photos one after the other; return how many were answered."""
    answered = 0
    for sent in photos:
        for _attempt in range(ATTEMPTS):
            if time.monotonic() > ends:
                return answered
            status, answer = await webhook.push(sent)
            if status:
                answered += b"<Encrypt>" in answer
                break
        await asyncio.sleep(1)
    return answered


async def _run(plan: Mapping[str, Any]) -> dict[str, Any]:
    account = Account(**plan["account"])
    sealer = Sealer(account=account, numbers=iter(range(plan["first_number"], sys.maxsize)))
    begins_at = time.time() + LEAD_SECONDS
    texts = [
        (due, sealer.request(open_id, messages.text(words), at=begins_at + due))
        for due, open_id, words in plan["texts"]
    ]
    length = max(due for due, _ in texts)
    photos = [_photos(sealer, open_id, begins_at, length) for open_id in plan["photo_senders"]]
    webhook, starts = Webhook(plan["port"]), time.monotonic() + max(0.1, begins_at - time.time())
    print(json.dumps({"begins_at": begins_at}), flush=True)
    await asyncio.sleep(starts - time.monotonic())
    showing = [asyncio.create_task(_show(webhook, each, ends=starts + length)) for each in photos]
    said = await asyncio.gather(*(_say(webhook, sent, due=starts + due) for due, sent in texts))
    answered = sum(await asyncio.gather(*showing))
    return {"texts": said, "photos_answered": answered, "processor_seconds": time.process_time()}


def _photos(sealer: Sealer, open_id: str, begins_at: float, seconds: float) -> list[bytes]:
    picture = messages.image(pic_url="http://127.0.0.1:9/none", media_id="none")
    return [sealer.request(open_id, picture, at=begins_at + each) for each in range(0, int(seconds), 5)]


def main() -> None:
    """Do what the plan says."""
    print(json.dumps(asyncio.run(_run(json.load(sys.stdin)))))


if __name__ == "__main__":
    main()
