"""Every write of nutrition: the diary, foods of people's own, and meals saved under a name."""

from nutrition.services.copied_foods import copy_foods, drop_unused_foods
from nutrition.services.copying import copy_meals
from nutrition.services.diary import (
    MOST_ITEMS,
    add_items,
    correct_drink,
    correct_item,
    correct_meal,
    log_drink,
    log_meal,
    remove_item,
)
from nutrition.services.joined_photos import carry_photos, take_photos_back
from nutrition.services.joined_wishes import carry_wishes, take_wishes_back
from nutrition.services.memories import forget_memories, show_dish
from nutrition.services.moving import move_drink, move_meal
from nutrition.services.own_foods import correct_own_food, teach_food
from nutrition.services.packets import drop_packet, keep_packet, read_packet, send_packet
from nutrition.services.photo_labels import have_label_read, label_to_read, take_bars
from nutrition.services.photos import (
    confirm_photos,
    drop_photos,
    drop_session,
    forget_photo,
    have_looked_at,
    look,
    note_beside,
    note_looked,
    open_photo,
    store_photo,
    take_photo,
)
from nutrition.services.saved_meals import correct_saved_meal, log_saved_meal, save_meal
from nutrition.services.wishes import WishesDraft, update_wishes

__all__ = [
    "MOST_ITEMS",
    "WishesDraft",
    "add_items",
    "carry_photos",
    "carry_wishes",
    "confirm_photos",
    "copy_foods",
    "copy_meals",
    "correct_drink",
    "correct_item",
    "correct_meal",
    "correct_own_food",
    "correct_saved_meal",
    "drop_packet",
    "drop_photos",
    "drop_session",
    "drop_unused_foods",
    "forget_memories",
    "forget_photo",
    "have_label_read",
    "have_looked_at",
    "keep_packet",
    "label_to_read",
    "log_drink",
    "log_meal",
    "log_saved_meal",
    "look",
    "move_drink",
    "move_meal",
    "note_beside",
    "note_looked",
    "open_photo",
    "read_packet",
    "remove_item",
    "save_meal",
    "send_packet",
    "show_dish",
    "store_photo",
    "take_bars",
    "take_photo",
    "take_photos_back",
    "take_wishes_back",
    "teach_food",
    "update_wishes",
]
