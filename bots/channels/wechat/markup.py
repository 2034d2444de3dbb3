"""The XML of pushes and answers: read within narrow bounds, written so that no words break out of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from xml.parsers import expat

MOST_BYTES = 64 * 1024
MOST_ELEMENTS = 200
MOST_DEEP = 8
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class MarkupError(ValueError):
    """Say that a body is no XML such as the platform sends."""


class _Reader:
    """Collect the texts of one flat document; stop at the first thing that a push never holds."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self._path: list[str] = []
        self._count = 0
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse
        self._parser.ProcessingInstructionHandler = self._refuse

    def read(self, xml: bytes) -> None:
        self._parser.Parse(xml, True)

    def _start(self, name: str, _attributes: Mapping[str, str]) -> None:
        self._path.append(name)
        self._count += 1
        if self._count > MOST_ELEMENTS or len(self._path) > MOST_DEEP or self._path[0] != "xml":
            raise MarkupError("a push is small and flat")
        field = ".".join(self._path[1:])
        if len(self._path) == 2 and field in self.fields:
            # Which of two counts is a matter of taste, and of attacks.
            raise MarkupError("a push has each field once")
        if field and self.fields.get(field):
            self.fields[field] += ","
        elif field:
            self.fields[field] = ""

    def _end(self, _name: str) -> None:
        self._path.pop()

    def _text(self, text: str) -> None:
        if len(self._path) > 1:
            self.fields[".".join(self._path[1:])] += text

    def _refuse(self, *_told: object) -> None:
        raise MarkupError("a push declares nothing")


def fields_of(xml: bytes) -> Mapping[str, str]:
    """Return the texts of a push by name, those of nested elements by path, with commas between several.

    Raises MarkupError for anything but one small flat document without declarations.
    """
    if len(xml) > MOST_BYTES:
        raise MarkupError("a push is small")
    reader = _Reader()
    try:
        reader.read(xml)
    except (expat.ExpatError, UnicodeError) as error:
        raise MarkupError("a push is XML") from error
    return {name: text.strip() for name, text in reader.fields.items()}


def text_answer(text: str, *, to: str, sender: str, now: datetime) -> str:
    """Return the inner XML of a text answer."""
    return (
        f"<xml><ToUserName>{_data(to)}</ToUserName><FromUserName>{_data(sender)}</FromUserName>"
        f"<CreateTime>{int(now.timestamp())}</CreateTime><MsgType>{_data('text')}</MsgType>"
        f"<Content>{_data(text)}</Content></xml>"
    )


def _data(text: str) -> str:
    safe = _CONTROL.sub("", text).replace("]]>", "]]]]><![CDATA[>")
    return f"<![CDATA[{safe}]]>"
