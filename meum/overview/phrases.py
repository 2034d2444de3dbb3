"""The sentences about copies of one's data, erasure and joined accounts."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

register(
    {
        "export.title": {Lang.ZH: "{name} 的数据", Lang.EN: "Data of {name}"},
        "export.made": {
            Lang.ZH: "生成于 {at}。每张表有两种格式；时间为 UTC，单位写在列名里。数值是当时算出来的，带上下限。",
            Lang.EN: "Made at {at}. Each table comes in two forms; times are UTC, units stand in the names of columns. "
            "Figures are as they were computed then, with their bounds.",
        },
        "export.files": {Lang.ZH: "文件：{count} 个（files 文件夹）", Lang.EN: "Files: {count} (folder files)"},
        "error.no_export": {
            Lang.ZH: "没有可以下载的数据副本：可能已经下载过，或者已经过期。",
            Lang.EN: "There is no copy to fetch: it was fetched already, or its time is over.",
        },
        "error.no_link_offer": {
            Lang.ZH: "这个绑定码已经失效，请在 App 或网页里重新生成一个。",
            Lang.EN: "This code for linking is good no longer. Please make a new one in the app or on the web.",
        },
        "error.already_linked": {Lang.ZH: "这已经是同一个账号。", Lang.EN: "This is one account already."},
        "error.not_joined": {
            Lang.ZH: "另一个账号有自己的登录，不能并入这里。",
            Lang.EN: "The other account has a sign-in of its own and cannot go into this one.",
        },
        "error.has_wechat": {
            Lang.ZH: "那个账号已经绑定了另一个微信，请先解绑。",
            Lang.EN: "That account is linked with another WeChat already. Please unlink it first.",
        },
        "error.join_needs_consent": {
            Lang.ZH: "两边都同意保存健康记录以后，才能合并记录。",
            Lang.EN: "Records are joined once both sides have agreed to health records.",
        },
        "error.no_join": {
            Lang.ZH: "超过 7 天，已经不能分开。",
            Lang.EN: "After seven days the accounts cannot be parted any more.",
        },
        "error.not_linked": {Lang.ZH: "现在没有绑定。", Lang.EN: "Nothing is linked now."},
        "error.works_here": {
            Lang.ZH: "营养师和管理人员的账号由运营这台 Meum 的人关闭。",
            Lang.EN: "The account of a nutritionist or of staff is closed by whoever runs this Meum.",
        },
    }
)
