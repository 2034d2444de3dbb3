"""How somebody rates their own skin on a day."""

from __future__ import annotations

from dataclasses import dataclass, fields

HIGHEST = 10
MOST_LESIONS = 300
"""More spots than anybody counts on a face."""
LONGEST_CONDITION = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SkinRatings:
    """Hold self-ratings from 0 (none) to 10 (as bad as can be); None where nothing was said.

    Raises ValueError for a rating that is not a whole number from 0 to 10.
    """

    oil: int | None = None
    dryness: int | None = None
    redness: int | None = None
    sting: int | None = None
    itch: int | None = None

    def __post_init__(self) -> None:
        """Refuse a rating off the scale."""
        for rating in self.told().values():
            if not isinstance(rating, int) or not 0 <= rating <= HIGHEST:
                raise ValueError("a rating is a whole number from 0 to 10")

    def told(self) -> dict[str, int]:
        """Return the ratings that were given, by name."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


RATINGS = tuple(field.name for field in fields(SkinRatings))
"""The names of the ratings."""
