"""The settings of a measured server: the real ones, and the yardstick's address."""

from meum.settings import *

ROOT_URLCONF = "bench.urls"
