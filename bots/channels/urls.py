"""The addresses of the conversation: its web pages and WeChat's webhook."""

from django.urls import path

from bots.channels.web import accounts, exports, reports, views
from bots.channels.wechat import oauth
from bots.channels.wechat.views import receive, receive_from_mini

app_name = "bots"
urlpatterns = [
    path("", accounts.landing, name="landing"),
    path("sign-in/", accounts.sign_in, name="sign_in"),
    path("sign-up/", accounts.sign_up, name="sign_up"),
    path("sign-out/", accounts.sign_out, name="sign_out"),
    path("demo/", accounts.demo, name="demo"),
    path("language/", accounts.language, name="language"),
    path("chat/", views.chat, name="chat"),
    path("chat/answers/<uuid:inbound_id>", views.answer, name="answer"),
    path("chat/reports/<uuid:report_id>", reports.report, name="report"),
    path("copies/<str:token>/", exports.export, name="export"),
    path("wechat/", receive, name="wechat"),
    path("wechat/mini/", receive_from_mini, name="wechat_mini"),
    path("wechat/sign-in/", oauth.sign_in, name="wechat_sign_in"),
    path("wechat/signed-in/", oauth.signed_in, name="wechat_signed_in"),
]
