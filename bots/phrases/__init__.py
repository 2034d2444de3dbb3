"""The sentences of the conversation, in every language; a channel with words of its own registers them itself."""

from bots.phrases import (  # noqa: F401  # importing a table registers it
    about,
    chat,
    corrections,
    diary,
    feelings,
    labels,
    linking,
    logs,
    naming,
    own_data,
    own_foods,
    photos,
    privacy,
    reminding,
    reporting,
    sharing,
    suggesting,
    wechat,
    wechat_account,
)
