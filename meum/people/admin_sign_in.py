"""Signing in to the admin site, with the same limit on wrong tries as every other door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from meum.kernel.errors import TooMany
from meum.people import throttles
from meum.people.addresses import address_of

if TYPE_CHECKING:
    from django.contrib.admin.forms import AdminAuthenticationForm as AuthenticationForm
else:
    # unfold ships no types; its form is Django's in other clothes.
    from unfold.forms import AuthenticationForm


class SignInForm(AuthenticationForm):
    """Ask for name and password; refuse after too many wrong ones for the name or from the address."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "too_many": _("Too many wrong tries. Please wait a quarter of an hour and try again."),
    }

    def clean(self) -> dict[str, Any]:
        """Check name and password, counting what is wrong."""
        username = str(self.cleaned_data.get("username") or "")
        address = address_of(self.request) if self.request else ""
        try:
            throttles.refuse_when_too_many(username=username, address=address)
        except TooMany as error:
            raise ValidationError(self.error_messages["too_many"], code="too_many") from error
        try:
            cleaned = super().clean()
        except ValidationError:
            throttles.count_wrong(username=username, address=address)
            raise
        throttles.forget_wrong(username=username)
        return cleaned
