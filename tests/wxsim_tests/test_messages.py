"""The XML that is pushed."""

from __future__ import annotations

import pytest

from tests.wxsim import messages
from tests.wxsim.markup import Fields, as_xml, texts_of

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("fields", "xml"),
    [
        (messages.text("a]]>b"), "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[a]]]]><![CDATA[>b]]></Content>"),
        (
            messages.subscribe(scene="s1", ticket="T"),
            "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event>"
            "<EventKey><![CDATA[qrscene_s1]]></EventKey><Ticket><![CDATA[T]]></Ticket>",
        ),
        (
            messages.template_finished(message_id=7),
            "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event>"
            "<MsgID>7</MsgID><Status><![CDATA[success]]></Status>",
        ),
    ],
)
def test_a_push_is_written_as_on_the_wire(fields: Fields, xml: str) -> None:
    assert as_xml(fields) == f"<xml>{xml}</xml>"


def test_chosen_pictures_are_counted_and_listed() -> None:
    xml = as_xml(messages.pictures_chosen(key="m1.photo", pictures=[b"a", b"b"]))

    assert "<SendPicsInfo><Count>2</Count><PicList><item><PicMd5Sum><![CDATA[0cc175b9c0f1b6a831c399e269772661" in xml
    assert xml.count("<item>") == 2


def test_cdata_comes_back_as_it_was() -> None:
    assert texts_of(as_xml(messages.text("a]]>b<c>&")).encode())["Content"] == "a]]>b<c>&"


@pytest.mark.parametrize("body", [b"", b"success", b"<html></html>", b"<!DOCTYPE x><xml/>", b"<xml><A/><A/></xml>"])
def test_an_answer_that_is_no_reply_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"XML|document type|root|twice"):
        texts_of(body)
