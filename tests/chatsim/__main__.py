"""Run it by hand."""

from __future__ import annotations

import argparse
import sys
import threading

from tests.chatsim.server import ChatServer

DISH = {"name_zh": "麻婆豆腐", "name_en": "mapo tofu", "grams": 320, "probability": 0.9}


def main() -> None:
    """Serve until somebody presses Ctrl-C."""
    parser = argparse.ArgumentParser(prog="chatsim", description="a chat-completions server that names one dish")
    parser.add_argument("--port", type=int, default=8099)
    with ChatServer(port=parser.parse_args().port) as server:
        server.says(DISH)
        sys.stdout.write(f"chatsim: EXTERNAL_ENGINE_URL={server.base} EXTERNAL_ENGINE_KEY={server.key}\n")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
