"""Every setting, read from the environment once; docs/reference/settings.md describes each."""

from __future__ import annotations

import fcntl
import os
import re
import secrets
from pathlib import Path
from typing import Any

import dj_database_url
import django_stubs_ext

from meum.kernel.env import Environment, SettingError
from meum.kernel.logs import logging_settings

django_stubs_ext.monkeypatch()
# Only single signs are read aloud; the readings of whole phrases would take 44 MB of every process.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment(os.environ)


def _local_secret(folder: Path) -> str:
    """Return the key kept in `folder`, made at the first start, so that one person needs no set-up."""
    path = folder / "secret_key"
    try:
        return (path.read_text(encoding="utf-8").strip() if path.exists() else "") or _new_secret(path)
    except UnicodeDecodeError as error:
        raise SettingError("SECRET_KEY cannot be read: the file secret_key in VAR_DIR is not a text") from error


def _new_secret(path: Path) -> str:
    """Fill the missing or empty file of a key; of two starts at once the second waits and takes the first one's."""
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        key = file.read().strip()
        if not key:
            # A start that was killed in between has left an empty file; it is filled now.
            key = secrets.token_urlsafe(50)
            file.seek(0)
            file.write(key)
            file.truncate()
            file.flush()
            os.fsync(file.fileno())
    return key


def _database(url: str) -> dict[str, Any]:
    """Return Django's settings of one database."""
    try:
        config: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    except ValueError as error:
        # The error may quote the address, and with it the password.
        raise SettingError("DATABASE_URL is not an address of a database") from error
    if not config["NAME"]:
        raise SettingError("DATABASE_URL must name a database, as in postgres://host:5432/meum")
    if config["ENGINE"] == "django.db.backends.sqlite3":
        # IMMEDIATE: a transaction that reads before it writes never fails to upgrade its lock.
        # FULL: an acknowledged log survives a power cut. SQLite lets writers in without order: of eight that never
        # paused one waited 15 s (make soak), hence the long timeout.
        config["OPTIONS"] = {
            "timeout": 60,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON",
        }
    else:
        # pgbouncer in transaction mode gives each transaction another server connection.
        config["DISABLE_SERVER_SIDE_CURSORS"] = True
        if DATABASE_PREPARES:
            # What is asked again and again is planned once for each connection.
            config["ENGINE"] = "meum.kernel.postgresql"
            config["OPTIONS"] = {**config.get("OPTIONS", {}), "server_side_binding": True, "prepare_threshold": 5}
    return config


_SUBSCRIPTIONS, _SERVICES = (
    ("personal_subscription", "verified_subscription"),
    ("unverified_service", "verified_service"),
)
_ACCOUNT_KINDS = (*_SUBSCRIPTIONS, *_SERVICES, "test_account")


def _check_wechat_account() -> None:
    """Raise SettingError for what would let anybody push messages, or nobody."""
    if not 16 <= len(WECHAT_TOKEN) <= 32:
        # An empty token makes every forged signature right; a short one can be guessed.
        raise SettingError("WECHAT_APP_ID needs a WECHAT_TOKEN of 16 to 32 characters")
    if WECHAT_MODE != "plain" and not WECHAT_AES_KEY:
        raise SettingError("WECHAT_APP_ID needs a WECHAT_AES_KEY; only WECHAT_MODE=plain goes without")
    _check_aes_keys("WECHAT_AES_KEY", "WECHAT_PREVIOUS_AES_KEY")
    if WECHAT_ACCOUNT_KIND == "test_account" and WECHAT_MODE != "plain":
        raise SettingError("WECHAT_MODE must be plain: a test account has no encryption")


def _check_mini_program() -> None:
    """Raise SettingError for half of a mini program, and for pushes of it that anybody could make."""
    if bool(WECHAT_MINI_APP_ID) != bool(WECHAT_MINI_APP_SECRET):
        raise SettingError("WECHAT_MINI_APP_ID and WECHAT_MINI_APP_SECRET go together")
    if bool(WECHAT_MINI_TOKEN) != bool(WECHAT_MINI_AES_KEY):
        raise SettingError("WECHAT_MINI_TOKEN and WECHAT_MINI_AES_KEY go together")
    if WECHAT_MINI_TOKEN and not (WECHAT_MINI_APP_ID and 16 <= len(WECHAT_MINI_TOKEN) <= 32):
        raise SettingError("WECHAT_MINI_TOKEN has 16 to 32 characters and needs a WECHAT_MINI_APP_ID")
    _check_aes_keys("WECHAT_MINI_AES_KEY")


def _check_external_engine() -> None:
    """Raise SettingError for an engine outside that nobody could ask, or of which nobody could tell whose it is."""
    if EXTERNAL_ENGINE_URL and not (EXTERNAL_ENGINE_MODEL and EXTERNAL_ENGINE_OPERATOR):
        raise SettingError("EXTERNAL_ENGINE_URL needs EXTERNAL_ENGINE_MODEL and EXTERNAL_ENGINE_OPERATOR")
    if not EXTERNAL_ENGINE_KEY.isascii() or not EXTERNAL_ENGINE_KEY.isprintable():
        raise SettingError("EXTERNAL_ENGINE_KEY must be one line of plain letters")


def _check_aes_keys(*names: str) -> None:
    for name in names:
        if globals()[name] and not re.fullmatch(r"[A-Za-z0-9+/]{43}", globals()[name]):
            raise SettingError(f"{name} must have 43 characters")


try:
    DEBUG = env.flag("DEBUG")
    VAR_DIR = env.folder("VAR_DIR", str(BASE_DIR / "var"))
    SECRET_KEY = env.secret("SECRET_KEY") or _local_secret(VAR_DIR)
    if len(SECRET_KEY) < 32:
        raise SettingError("SECRET_KEY must have at least 32 characters")
    ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
    CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
    PUBLIC_URL = env.url("PUBLIC_URL", schemes=("http", "https")).rstrip("/")
    BEHIND_TLS_PROXY = env.flag("BEHIND_TLS_PROXY")
    DATABASE_URL = env.url(
        "DATABASE_URL", f"sqlite:///{VAR_DIR / 'meum.sqlite3'}", schemes=("sqlite", "postgres", "postgresql")
    )
    DATABASE_PREPARES = env.flag("DATABASE_PREPARES", True)
    REDIS_URL = env.url("REDIS_URL", schemes=("redis", "rediss", "unix"))
    BROKER_URL = env.url("BROKER_URL", schemes=("redis", "rediss", "redis+socket", "amqp", "amqps", "sentinel"))
    FILES_URL = env.url("FILES_URL", f"file://{VAR_DIR / 'files'}", schemes=("file", "s3"))
    LOG_LEVEL = env.text("LOG_LEVEL", "INFO").upper()
    DEFAULT_TIME_ZONE = env.zone("DEFAULT_TIME_ZONE", "Asia/Shanghai")
    DEFAULT_LANGUAGE = env.text("DEFAULT_LANGUAGE", "zh")
    MEUM_SOURCE_DATA = env.text("MEUM_SOURCE_DATA")
    FOOD_CLASSIFIER = env.text("FOOD_CLASSIFIER")
    REPORT_FONT = env.text("REPORT_FONT", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
    METRICS_TOKEN = env.secret("METRICS_TOKEN")
    PROMETHEUS_MULTIPROC_DIR = env.text("PROMETHEUS_MULTIPROC_DIR")
    WECHAT_APP_ID = env.text("WECHAT_APP_ID")
    WECHAT_TOKEN = env.secret("WECHAT_TOKEN")
    WECHAT_AES_KEY = env.secret("WECHAT_AES_KEY")
    WECHAT_PREVIOUS_AES_KEY = env.secret("WECHAT_PREVIOUS_AES_KEY")
    WECHAT_APP_SECRET = env.secret("WECHAT_APP_SECRET")
    WECHAT_GH_ID = env.text("WECHAT_GH_ID")
    WECHAT_ACCOUNT_KIND = env.one_of("WECHAT_ACCOUNT_KIND", "personal_subscription", known=_ACCOUNT_KINDS)
    WECHAT_MODE = env.one_of("WECHAT_MODE", "safe", known=("safe", "compatible", "plain"))
    WECHAT_API_BASE = env.url("WECHAT_API_BASE", "https://api.weixin.qq.com", schemes=("https", "http")).rstrip("/")
    WECHAT_PIC_HOSTS = env.words("WECHAT_PIC_HOSTS", "mmbiz.qpic.cn,*.qpic.cn,*.qlogo.cn")
    WECHAT_SIGN_IN_BASE = env.url(
        "WECHAT_SIGN_IN_BASE", "https://open.weixin.qq.com", schemes=("https", "http")
    ).rstrip("/")
    WECHAT_HOLD_MILLISECONDS = env.whole("WECHAT_HOLD_MILLISECONDS", 4500, least=100, most=4800)
    WECHAT_HELD_REQUESTS = env.whole("WECHAT_HELD_REQUESTS", 20, least=0, most=1000)
    WECHAT_ATTEMPTS = env.whole("WECHAT_ATTEMPTS", 3, least=1, most=10)
    WECHAT_ADDRESSES = env.networks("WECHAT_ADDRESSES")
    WECHAT_RAW_DAYS = env.whole("WECHAT_RAW_DAYS", 0, least=0, most=7)
    WECHAT_NOTICE_TEMPLATE = env.text("WECHAT_NOTICE_TEMPLATE")
    WECHAT_NOTICE_FIELD = env.text("WECHAT_NOTICE_FIELD", "thing1")
    WECHAT_MINI_APP_ID = env.text("WECHAT_MINI_APP_ID")
    WECHAT_MINI_APP_SECRET = env.secret("WECHAT_MINI_APP_SECRET")
    WECHAT_MINI_TOKEN = env.secret("WECHAT_MINI_TOKEN")
    WECHAT_MINI_AES_KEY = env.secret("WECHAT_MINI_AES_KEY")
    SIGN_IN_MINUTES = env.whole("SIGN_IN_MINUTES", 15, least=1, most=1440)
    SIGN_IN_DAYS = env.whole("SIGN_IN_DAYS", 60, least=1, most=365)
    UNDO_DAYS = env.whole("UNDO_DAYS", 90, least=1, most=3650)
    JOB_LEASE_SECONDS = env.whole("JOB_LEASE_SECONDS", 120, least=1, most=86400)
    PHOTO_ENGINE = env.text("PHOTO_ENGINE", "bundle")
    EXTERNAL_ENGINE_URL = env.url("EXTERNAL_ENGINE_URL", schemes=("https", "http")).rstrip("/")
    EXTERNAL_ENGINE_MODEL = env.text("EXTERNAL_ENGINE_MODEL")
    EXTERNAL_ENGINE_KEY = env.secret("EXTERNAL_ENGINE_KEY")
    EXTERNAL_ENGINE_OPERATOR = env.text("EXTERNAL_ENGINE_OPERATOR")
    EXTERNAL_ENGINE_FORMAT = env.one_of("EXTERNAL_ENGINE_FORMAT", "json_schema", known=("json_schema", "json_object"))
    EXTERNAL_ENGINE_SECONDS = env.whole("EXTERNAL_ENGINE_SECONDS", 20, least=1, most=60)
    EXTERNAL_ENGINE_DAILY = env.whole("EXTERNAL_ENGINE_DAILY", 200, least=0, most=1_000_000)
    EXTERNAL_ENGINE_DAILY_EACH = env.whole("EXTERNAL_ENGINE_DAILY_EACH", 20, least=0, most=1000)
    UPLOAD_MAX_MIB = env.whole("UPLOAD_MAX_MIB", 20, least=1, most=200)
    if PROMETHEUS_MULTIPROC_DIR and not Path(PROMETHEUS_MULTIPROC_DIR).is_dir():
        raise SettingError("PROMETHEUS_MULTIPROC_DIR must name a folder that is there")
    if DEFAULT_LANGUAGE not in ("zh", "en"):
        raise SettingError("DEFAULT_LANGUAGE must be zh or en")
    if LOG_LEVEL not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise SettingError("LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR")
    if WECHAT_APP_ID:
        _check_wechat_account()
    _check_mini_program()
    _check_external_engine()
    DATABASES = {"default": _database(DATABASE_URL)}
except (SettingError, ValueError) as error:
    # One clear line instead of a traceback: whoever starts the server reads this.
    raise SystemExit(f"meum: {error}") from None

INSTALLED_APPS = [
    "meum.journal",
    "meum.jobs",
    "meum.files",
    "meum.people",
    "fitness",
    "nutrition",
    "skincare",
    "meum.overview",
    "bots",
    "unfold.apps.BasicAppConfig",
    "meum.admin_config.MeumAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
]

MIDDLEWARE = [
    "meum.kernel.request_log.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "meum.urls"
WSGI_APPLICATION = "meum.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

AUTH_USER_MODEL = "people.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/chat/"
LOGOUT_REDIRECT_URL = "/"

LANGUAGE_CODE = "zh-hans" if DEFAULT_LANGUAGE == "zh" else "en"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "meum" / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# Debug serves files from the apps; otherwise the manifest gives names that browsers may keep for ever.
WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "media"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

LOGGING = logging_settings(level=LOG_LEVEL, is_debug=DEBUG)

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS_PROXY
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS_PROXY else None
SECURE_HSTS_SECONDS = 31536000 if BEHIND_TLS_PROXY else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["meum.people.api.authentication.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["meum.kernel.json_input.StrictJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "meum.kernel.openapi.MeumSchema",
    "EXCEPTION_HANDLER": "meum.kernel.problem.as_problem",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Meum",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        "Purpose": "meum.journal.models.Purpose",
        "PurposeGivenAlone": ["health_records"],
        "MealSlot": "nutrition.models.diary.MealSlot",
        "PartOfDay": ["morning", "evening"],
        "EnergyMethod": ["formula", "learned"],
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}
UNFOLD = {
    "SITE_TITLE": "Meum",
    "SITE_HEADER": "Meum",
    "SITE_ICON": "meum.admin_site.icon",
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": "meum.admin_site.icon"}],
    "SHOW_VIEW_ON_SITE": False,
    "SHOW_HISTORY": False,
    "SHOW_LANGUAGES": True,
    "STYLES": ["meum.admin_site.stylesheet"],
    "SIDEBAR": {"navigation": "meum.admin_site.navigation"},
}
