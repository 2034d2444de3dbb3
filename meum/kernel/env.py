"""Typed readers of settings from the environment; nonsense stops the start with one clear line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from meum.domain.zones import is_zone

_YES = {"1", "true", "yes", "on"}
_NO = {"", "0", "false", "no", "off"}


class SettingError(ValueError):
    """Say which setting is wrong and what it should be; never what a secret holds."""


class Environment:
    """Read each setting once, by name; remember the names, so that the docs can be compared with them."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        """Read from a mapping such as `os.environ`."""
        self._variables = variables
        self.names: list[str] = []

    def text(self, name: str, default: str = "") -> str:
        """Return the value without surrounding blanks; an empty one is as if it were not set."""
        self.names.append(name)
        return self._variables.get(name, "").strip() or default

    def secret(self, name: str, default: str = "") -> str:
        """Return a secret, from the variable or from the file that `<name>_FILE` names."""
        path = self._variables.get(f"{name}_FILE", "")
        if not path:
            return self.text(name, default)
        self.names.append(name)
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise SettingError(f"{name}_FILE names a file that cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            # The error holds what was read; nobody is shown it.
            raise SettingError(f"{name}_FILE names a file that is not a text") from error

    def flag(self, name: str, default: bool = False) -> bool:
        """Return a switch: 1/true/yes/on or 0/false/no/off."""
        value = self.text(name, "1" if default else "0").casefold()
        if value in _YES:
            return True
        if value in _NO:
            return False
        raise SettingError(f"{name} must be 1 or 0")

    def whole(self, name: str, default: int, *, least: int, most: int) -> int:
        """Return a whole number between two bounds."""
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
            raise SettingError(f"{name} must be a whole number from {least} to {most}")
        return int(value)

    def words(self, name: str, default: str = "") -> list[str]:
        """Return a list written with commas."""
        return [word.strip() for word in self.text(name, default).split(",") if word.strip()]

    def one_of(self, name: str, default: str, *, known: tuple[str, ...]) -> str:
        """Return one of a few known words."""
        value = self.text(name, default)
        if value not in known:
            raise SettingError(f"{name} must be one of: {', '.join(known)}")
        return value

    def url(self, name: str, default: str = "", *, schemes: tuple[str, ...]) -> str:
        """Return an address with one of `schemes`, or an empty text; read as a secret, as it may hold a password."""
        value = self.secret(name, default)
        if value and _scheme(value) not in schemes:
            raise SettingError(f"{name} must begin with one of: {', '.join(f'{s}://' for s in schemes)}")
        return value

    def networks(self, name: str) -> list[str]:
        """Return a list of addresses and networks, such as 203.0.113.7 or 203.0.113.0/24."""
        found = self.words(name)
        try:
            for each in found:
                ip_network(each)
        except ValueError as error:
            raise SettingError(f"{name} must be addresses or networks with commas, as in 203.0.113.0/24") from error
        return found

    def zone(self, name: str, default: str) -> str:
        """Return the name of an IANA time zone."""
        value = self.text(name, default)
        if not is_zone(value):
            raise SettingError(f"{name} must be an IANA time zone such as Asia/Shanghai")
        return value

    def folder(self, name: str, default: str) -> Path:
        """Return a folder that can be written, made when it is missing."""
        path = Path(self.text(name, default)).resolve()
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingError(f"{name} names a folder that cannot be made: {error.strerror}") from error
        if not os.access(path, os.W_OK):
            raise SettingError(f"{name} names a folder that cannot be written")
        return path


def _scheme(url: str) -> str:
    """Return what stands before `://`; nothing for what is no address."""
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""
