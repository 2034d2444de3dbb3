"""The conversation in WeChat: one official account of any kind."""
