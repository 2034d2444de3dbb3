"""A server that speaks the chat-completions protocol of OpenAI with pictures, and says what it is told to say.

It imports nothing of ours, so that what it takes for right is the protocol and not our idea of it. By hand:
`python -m tests.chatsim --port 8099` answers every photo with mapo tofu.
"""
