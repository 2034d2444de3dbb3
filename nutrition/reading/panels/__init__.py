"""Pure reading of nutrition panels: words with their places in a photo to rows, names and figures."""

from nutrition.reading.panels.reader import read_panel
from nutrition.reading.panels.rows import Point, Word, are_upright, turned

__all__ = ["Point", "Word", "are_upright", "read_panel", "turned"]
