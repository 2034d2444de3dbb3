"""The settings of the tests: the real ones, with a fast password hash and a folder of their own."""

import os
import tempfile

# Tests never touch the working database or files, whatever the caller's environment says.
os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="meum-tests-"))
os.environ.setdefault("SECRET_KEY", "only-for-tests-and-long-enough-for-every-signature")

from meum.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
