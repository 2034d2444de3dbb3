"""What to say of photos on which print was read: a label to be kept, bars that nobody knows, or dishes as ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bots.dialogue.label_question import bars_reply, label_reply, unreadable_reply
from bots.dialogue.messages import Reply
from bots.dialogue.photo_question import photo_reply
from bots.dialogue.speaking import Turn
from nutrition import services as nutrition
from nutrition.domain.dishes import Finding
from nutrition.queries import PacketRead, PhotoSummary, packet_summary


def has_label(photo: PhotoSummary) -> bool:
    """Tell whether a photo shows a label that can be kept, and so no meal."""
    return photo.packet is not None and photo.packet.can_be_kept


def reply_to_photos(turn: Turn, photos: Sequence[PhotoSummary]) -> Reply:
    """Return what to say of photos that were looked at and read; where one shows a dish, that is asked first."""
    labels = [photo.packet for photo in photos if photo.packet is not None and has_label(photo)]
    meals = [photo for photo in photos if not has_label(photo)]
    is_food = any(photo.finding not in (Finding.NOT_FOOD, Finding.UNREADABLE) for photo in meals)
    for packet in labels:
        nutrition.take_bars(person=turn.person, packet_id=packet.id)
    if labels and not is_food:
        return label_reply(turn, packet_summary(owner=turn.person, packet_id=labels[-1].id))
    read = [photo.packet for photo in meals if photo.packet is not None]
    if is_food:
        return _with_note(turn, photo_reply(turn, meals), labels, read)
    return _of_print(turn, read) or photo_reply(turn, photos)


def _of_print(turn: Turn, read: Sequence[PacketRead]) -> Reply | None:
    """Say which bars are unknown, or that a label was not read in full; None where neither was seen."""
    bars = next((packet for packet in read if packet.has_bars_alone), None)
    if bars is not None:
        return bars_reply(turn, bars)
    partly = next((packet for packet in read if packet.panel is not None), None)
    return unreadable_reply(turn, partly) if partly is not None else None


def _with_note(turn: Turn, reply: Reply, labels: Sequence[PacketRead], read: Sequence[PacketRead]) -> Reply:
    """Say in the first line what was read beside the dishes."""
    if not labels and not any(packet.has_bars_alone for packet in read):
        return reply
    first, *others = reply.lines
    return replace(reply, lines=(first + turn.say("label.waits" if labels else "label.bars.beside"), *others))
