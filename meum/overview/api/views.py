"""What spans all apps: one day, many days, and the answer to addresses that are not there."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from rest_framework.request import Request

from meum.kernel.api import ApiView
from meum.kernel.errors import NotFound


class UnknownAddress(ApiView):
    """Answer every address that is not there in the one form of errors, to whoever asks."""

    authentication_classes: ClassVar[list[type]] = []
    permission_classes: ClassVar[list[type]] = []
    is_described = False

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> NoReturn:
        """Raise NotFound whatever the method."""
        super().initial(request, *args, **kwargs)
        raise NotFound("not_found", "there is no such address")
