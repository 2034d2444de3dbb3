"""The sentences around WeChat's own sign-ins and notices."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

register(
    {
        # It shows on a locked screen, in at most 20 characters: nothing of what anybody told.
        "wechat.notice": {_ZH: "你有一条新的消息，点开查看", _EN: "Something is new"},
        "error.wechat_code_refused": {
            _ZH: "微信登录已失效，请再试一次。",
            _EN: "This WeChat sign-in is no longer good. Please try again.",
        },
        "error.wechat_too_often": {
            _ZH: "试的次数太多了，请过一分钟再登录。",
            _EN: "Too many tries. Please wait a minute, then sign in again.",
        },
        "error.wechat_blocked": {
            _ZH: "微信暂时不让这个账号登录，请稍后再试。",
            _EN: "WeChat does not let this account sign in for now. Please try again later.",
        },
        "error.wechat_unavailable": {
            _ZH: "微信那边暂时没有回应，请稍后再试。",
            _EN: "WeChat does not answer at the moment. Please try again later.",
        },
        "error.wechat_sign_in_again": {
            _ZH: "这次登录已过期，请从公众号菜单里再打开一次。",
            _EN: "This sign-in is over. Please open it again from the account's menu.",
        },
        "error.wechat_not_known": {
            _ZH: "还不认识你：请先关注公众号，发一句话，再打开网页。",
            _EN: "I do not know you yet: follow the account, say something there, then open the page again.",
        },
        "error.password_needed": {
            _ZH: "这个账号要用登录名和密码登录。",
            _EN: "This account signs in with its name and password.",
        },
    }
)
