"""Every address Meum answers."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from bots.api.erasure import ErasureView
from bots.api.mini import MiniSignInView
from bots.api.reminder import ReminderView
from bots.api.wechat_link import WeChatLinkView
from meum.kernel.health import alive, ready
from meum.kernel.metrics import metrics

urlpatterns: list[URLPattern | URLResolver] = [
    path("health", alive, name="health"),
    path("ready", ready, name="ready"),
    path("metrics", metrics, name="metrics"),
    path("api/v1/sign-in/wechat-mini", MiniSignInView.as_view()),
    path("api/v1/me/erasure", ErasureView.as_view()),
    path("api/v1/me/reminder", ReminderView.as_view()),
    path("api/v1/wechat-link", WeChatLinkView.as_view()),
    path("api/", include("meum.overview.api.urls")),
    path("admin/people-who-share/", include("meum.overview.clients.urls")),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("meum.files.urls")),
    path("", include("bots.channels.urls")),
]

handler500 = "meum.kernel.problem.server_error"
