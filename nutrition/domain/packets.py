"""A panel as a label that an own food is made of."""

from __future__ import annotations

from uuid import UUID, uuid5

from nutrition.domain.own_foods import Label
from nutrition.domain.panels import (
    FIELDS,
    SALT,
    SODIUM_MG_A_GRAM_OF_SALT,
    Panel,
    Per,
    energy_kcal_of,
)


def packet_of_photo(photo_id: UUID) -> UUID:
    """Return the id under which what is printed on a photo of a meal is read, always the same for one photo."""
    return uuid5(photo_id, "packet")


def can_be_kept(panel: Panel) -> bool:
    """Tell whether a panel tells enough for a food: its energy, and of how much food its figures are."""
    best = panel.best
    if best is None or best.per is None or energy_kcal_of(best.amounts) is None:
        return False
    return best.per is not Per.SERVING or bool(panel.serving)


def label_of(panel: Panel) -> Label:
    """Return what the best column of a panel tells, by tagname as our tables mean it.

    Salt becomes sodium; where the panel's carbohydrate is without fibre, the fibre is added to it; energy is in kcal
    whichever unit was printed. 100 ml count as 100 g, as no packet tells its density. Raises ValueError for a panel
    that tells nothing, or not of how much.
    """
    column = panel.best
    if column is None or column.per is None:
        raise ValueError("the panel does not tell of how much its figures are")
    told = column.amounts
    amounts = {FIELDS[name].tagname: amount for name, amount in told.items() if FIELDS[name].tagname}
    if SALT in told and "NA" not in amounts:
        amounts["NA"] = told[SALT] * SODIUM_MG_A_GRAM_OF_SALT
    if "carbohydrate_g" in told and not panel.counts_fibre:
        amounts["CHOCDF"] = told["carbohydrate_g"] + told.get("fibre_g", 0.0)
    energy = energy_kcal_of(told)
    if energy is not None:
        amounts["ENERC_KCAL"] = round(energy, 1)
    known = {tagname: amount for tagname, amount in amounts.items() if tagname is not None}
    return Label(amounts=known, is_per_portion=column.per is Per.SERVING)
