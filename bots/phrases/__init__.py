"""The sentences of the conversation, in every language; a channel with words of its own registers them itself."""

from bots.phrases import (  # noqa: F401  # importing a table registers it
    chat,
    corrections,
    diary,
    feelings,
    logs,
    own_foods,
    sharing,
)
