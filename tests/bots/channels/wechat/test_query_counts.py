"""What a text message over WeChat costs the database: a bound for each kind, so that no statement creeps in unseen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client

from meum.people.models import Identity, Provider
from tests.bots.channels.wechat.test_webhook import ACCOUNT, TEXT, _account, push
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["_account"]

# Statements of the whole request, savepoints included. What is taken back here are the three entries of one message.
MOST = {
    "早饭两个鸡蛋、一碗小米粥": 41,
    "喝水 300": 39,
    "体重 61.5 公斤": 34,
    "今天": 31,
    "撤销": 53,
    "帮助": 24,
    "谢谢": 24,
}


@pytest.mark.usefixtures("foods")
@pytest.mark.parametrize(("words", "most"), MOST.items())
def test_a_message_costs_no_more_than_so_many_statements(client: Client, words: str, most: int) -> None:
    Identity.objects.create(person=make_person(), provider=Provider.WECHAT_OA, app_id=ACCOUNT.app_id, subject="oAda")
    with time_machine.travel(datetime.now(UTC) - timedelta(minutes=1)):
        push(client, TEXT.format(text="早饭一个苹果，喝水 200，体重 62 公斤", key=1))
        push(client, TEXT.format(text="帮助", key=2))
    statements: list[str] = []

    def noting(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        statements.append(sql)
        return execute(sql, *arguments)

    with connection.execute_wrapper(noting):
        answer = push(client, TEXT.format(text=words, key=3))

    assert answer.text
    assert len(statements) <= most, "\n".join(statements)
