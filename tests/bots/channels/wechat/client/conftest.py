"""The account of the simulator, for every test of Tencent's API."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from tests.bots.channels.wechat.calling import use_account_of
from tests.wxsim.simulator import Simulator


@pytest.fixture(autouse=True)
def _account(wxsim: Simulator, settings: Settings, transactional_db: None) -> None:
    use_account_of(wxsim, settings)
