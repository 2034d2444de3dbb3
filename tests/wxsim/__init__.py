"""Tencent's side of a WeChat official account, played by a program of its own.

It imports the standard library and `cryptography`, nothing of ours and no client library of WeChat: a mistake that both
sides shared would go unseen. `tests.wxsim.simulator.Simulator` is the whole of it; a fixture, a terminal and a web page
are three ways to hold it.
"""
