"""Tokens, quotas of calls and addresses."""

from __future__ import annotations

from tests.wxsim.accounts import Account
from tests.wxsim.api.calls import ApiError, Asked, Route, Routes, Told, fine, told
from tests.wxsim.world import World

DAILY = {"/cgi-bin/token": 2000, "/cgi-bin/message/custom/send": 500_000, "/cgi-bin/user/info": 500_000}


def proven(world: World, data: dict[str, str], *, secret: str = "secret") -> Account:
    """Return the account whose AppID and secret are told; raises ApiError for others."""
    if not data.get("appid"):
        raise ApiError(41002)
    account = world.account_of(str(data["appid"]))
    if account is None:
        raise ApiError(40013)
    if not data.get(secret):
        raise ApiError(41004)
    if data[secret] != account.secret:
        raise ApiError(40125)
    return account


def plain(asked: Asked) -> Told:
    """Give a token of the old family."""
    if asked.query.get("grant_type") != "client_credential":
        raise ApiError(40002)
    account = proven(asked.world, asked.query)
    value, seconds = asked.world.tokens.plain(account.app_id)
    return told({"access_token": value, "expires_in": seconds})


def stable(asked: Asked) -> Told:
    """Give the stable token."""
    data = asked.json()
    if data.get("grant_type") != "client_credential":
        raise ApiError(40002)
    account = proven(asked.world, data)
    value, seconds = asked.world.tokens.stable(account.app_id, is_forced=data.get("force_refresh") is True)
    return told({"access_token": value, "expires_in": seconds})


def addresses(_asked: Asked) -> Told:
    """Tell the platform's addresses: this machine's."""
    return told({"ip_list": ["127.0.0.1"]})


def quota(asked: Asked) -> Told:
    """Tell how often a path may be called today and was."""
    path = str(asked.json().get("cgi_path", ""))
    limit = asked.world.quota.daily_limits.get(path, DAILY.get(path, 10_000))
    used = asked.world.quota.used_today(asked.account.app_id, path)
    return fine(quota={"daily_limit": limit, "used": used, "remain": max(0, limit - used)})


def clear(asked: Asked) -> Told:
    """Lift the day's limits."""
    if asked.json().get("appid") != asked.account.app_id:
        raise ApiError(40013)
    asked.world.quota.daily_limits.clear()
    return fine()


def clear_by_secret(asked: Asked) -> Told:
    """Lift the day's limits without a token."""
    proven(asked.world, asked.json(), secret="appsecret")
    asked.world.quota.daily_limits.clear()
    return fine()


ROUTES: Routes = {
    "/cgi-bin/token": Route(plain, "GET", needs_token=False),
    "/cgi-bin/stable_token": Route(stable, needs_token=False),
    "/cgi-bin/getcallbackip": Route(addresses, "GET"),
    "/cgi-bin/get_api_domain_ip": Route(addresses, "GET"),
    "/cgi-bin/openapi/quota/get": Route(quota),
    "/cgi-bin/clear_quota": Route(clear),
    "/cgi-bin/clear_quota/v2": Route(clear_by_secret, needs_token=False),
}
