"""The settings of a measured server whose photos take long."""

from bench.settings import *

INSTALLED_APPS = [*INSTALLED_APPS, "bench.soak.slow_photos.SlowPhotos"]
