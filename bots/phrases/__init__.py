"""The sentences of the conversation, in every language; a channel with words of its own registers them itself."""

from bots.phrases import chat, corrections, feelings, logs, own_foods, sharing  # noqa: F401  # importing a table registers it
