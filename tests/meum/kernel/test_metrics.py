"""Prometheus sees how Meum does: by the names of routes, never by addresses."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories.jobs import make_job

pytestmark = pytest.mark.django_db  # jobs are counted at each look


def look(client: Client, token: str = "") -> tuple[int, str]:
    response = client.get("/metrics", headers={"Authorization": f"Bearer {token}"} if token else {})
    return response.status_code, response.content.decode()


def test_without_a_token_in_the_settings_there_are_no_metrics(client: Client) -> None:
    assert look(client, "anything") == (404, "")


@pytest.mark.parametrize(("shown", "status"), [("right", 200), ("wrong", 401), ("", 401)])
def test_metrics_need_the_token(client: Client, settings: Settings, shown: str, status: int) -> None:
    settings.METRICS_TOKEN = "right"

    assert look(client, shown)[0] == status


def test_a_request_is_counted_by_the_name_of_its_route(client: Client, settings: Settings) -> None:
    settings.METRICS_TOKEN = "right"
    client.get("/health?name=ada")
    client.get("/adas-own-page")
    client.get("/api/v1/me")

    text = look(client, "right")[1]

    assert 'meum_requests_total{method="GET",route="health",status="200"}' in text
    assert 'meum_requests_total{method="GET",route="unknown",status="404"}' in text
    assert 'meum_requests_total{method="GET",route="api/v1/me",status="401"}' in text
    assert "ada" not in text


def test_what_is_watched_is_read_at_each_look(client: Client, settings: Settings) -> None:
    settings.METRICS_TOKEN = "right"
    look(client, "right")
    make_job()

    assert 'meum_jobs{state="ready"} 1.0' in look(client, "right")[1]
