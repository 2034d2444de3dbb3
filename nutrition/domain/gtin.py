"""The numbers under bar codes (GTIN of GS1): one spelling for all lengths, and their check digit."""

from __future__ import annotations

_LENGTHS = (8, 12, 13, 14)


def gtin_of(text: str) -> str:
    """Return a number under a bar code as 13 digits: shorter ones get zeros before them.

    Blanks and hyphens do not count. Raises ValueError for what is no GTIN of 8, 12 or 13 digits (14 with a zero before
    them), or has a wrong check digit.
    """
    digits = "".join(text.split()).replace("-", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) in _LENGTHS):
        raise ValueError("a GTIN has 8, 12 or 13 digits")
    padded = digits.zfill(14)
    if padded[0] != "0":
        raise ValueError("this is the number of a carton, not of what is in it")
    if check_digit(padded[:-1]) != padded[-1]:
        raise ValueError("the check digit is wrong")
    return padded[1:]


def check_digit(body: str) -> str:
    """Return the digit that makes a GTIN of the digits before it: weights 3 and 1 from the right, modulo 10."""
    weighed = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(body)))
    return str(-weighed % 10)
