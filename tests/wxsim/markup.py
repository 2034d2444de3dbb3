"""The platform's XML: one flat-looking element with CDATA around words and bare numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

Value = str | int | float | Sequence["Fields"] | Mapping[str, "Value"]
Fields = Mapping[str, Value]


def as_xml(fields: Fields) -> str:
    """Return the XML of the fields; a sequence repeats its element."""
    return f"<xml>{''.join(_element(name, value) for name, value in fields.items())}</xml>"


def _element(name: str, value: Value) -> str:
    if isinstance(value, str):
        inner = f"<![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]>"
    elif isinstance(value, int | float):
        inner = str(value)
    elif isinstance(value, Mapping):
        inner = "".join(_element(key, part) for key, part in value.items())
    else:
        return "".join(_element(name, part) for part in value)
    return f"<{name}>{inner}</{name}>"


def root_of(body: bytes) -> ElementTree.Element:
    """Return the root of an answer's XML; raises ValueError for anything else, a document type too."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise ValueError("a reply has no document type")
    try:
        root = ElementTree.fromstring(body.decode())
    except ElementTree.ParseError as error:
        raise ValueError("not XML") from error
    if root.tag != "xml":
        raise ValueError("the root of a reply is xml")
    return root


def texts_of(body: bytes) -> dict[str, str]:
    """Return the text of each child of an answer's root; raises ValueError when it is no XML or names one twice."""
    root = root_of(body)
    names = [child.tag for child in root]
    if len(names) != len(set(names)):
        raise ValueError("an element stands there twice")
    return {child.tag: child.text or "" for child in root}
