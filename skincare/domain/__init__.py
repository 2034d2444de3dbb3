"""Pure values of the skin diary: ratings, steps, what was applied."""

from skincare.domain.applications import LONGEST_PRODUCT, MOST_APPLICATIONS, ApplicationDraft, PartOfDay, Step
from skincare.domain.ratings import LONGEST_CONDITION, MOST_LESIONS, RATINGS, SkinRatings

__all__ = [
    "LONGEST_CONDITION",
    "LONGEST_PRODUCT",
    "MOST_APPLICATIONS",
    "MOST_LESIONS",
    "RATINGS",
    "ApplicationDraft",
    "PartOfDay",
    "SkinRatings",
    "Step",
]
