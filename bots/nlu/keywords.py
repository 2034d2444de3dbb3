"""The words that are commands when they stand alone, in both languages."""

from __future__ import annotations

from enum import StrEnum


class Intent(StrEnum):
    """What a command asks for."""

    HELP = "help"
    PRIVACY = "privacy"
    AGREE = "agree"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    CANCEL = "cancel"
    DAY = "day"
    WEEK = "week"
    REPORT = "report"
    NUTRIENT = "nutrient"
    MISSING = "missing"
    VARIETY = "variety"
    PURINES = "purines"
    OWN_DATA = "own_data"
    EATEN = "eaten"
    UNDO = "undo"
    UNDO_ALL = "undo_all"
    NOT_LOGGED = "not_logged"
    REDO = "redo"
    AGAIN = "again"
    LOG = "log"
    FOOD = "food"
    TEACH = "teach"
    FORGET = "forget"
    OWN_FOODS = "own_foods"
    CHINESE = "chinese"
    ENGLISH = "english"
    GREETING = "greeting"
    THANKS = "thanks"
    EXAMPLE = "example"
    EXPORT = "export"
    LINK = "link"
    UNLINK = "unlink"
    JOIN = "join"
    RESULT = "result"
    NAME = "name"
    NAME_ASKED = "name_asked"
    NAME_FORGOTTEN = "name_forgotten"
    REST = "rest"
    EXPENDITURE = "expenditure"
    SUGGEST = "suggest"
    LATER = "later"
    PLAN = "plan"


# Beside an intent that needs to know which: the topic, as in "example weight".
KEYWORDS: dict[tuple[Intent, str], str] = {
    (Intent.HELP, ""): "帮助 菜单 怎么用 功能 你会什么 h ? help menu commands",
    (Intent.PRIVACY, ""): "隐私 隐私政策 个人信息 隐私说明 privacy",
    (Intent.AGREE, ""): "同意 我同意 agree i_agree",
    (Intent.DECLINE, ""): "不同意 拒绝 decline i_decline disagree",
    (Intent.WITHDRAW, ""): "撤回同意 取消同意 撤销同意 withdraw_consent withdraw_my_consent withdraw",
    (Intent.CANCEL, ""): "取消 算了 退出 cancel stop never_mind nevermind",
    (Intent.DAY, ""): "总结 记录 日记 summary diary my_diary",
    (Intent.WEEK, ""): "本周 这周 上周 这个月 本月 上个月 this_week last_week this_month last_month",
    (Intent.REPORT, ""): "周报 我的周报 本周周报 这周周报 看周报 一周小结 一周总结 这周怎么样 本周怎么样 "
    "report weekly_report week_report my_weekly_report my_report weekly_summary how_was_my_week how_is_my_week",
    (Intent.REPORT, "last"): "上周周报 上周的周报 上周小结 last_week's_report last_weekly_report",
    (Intent.UNDO, ""): "撤销 撤回 撤消 undo",
    (Intent.REDO, ""): "恢复 重做 redo",
    (Intent.CHINESE, ""): "说中文 中文 请说中文 用中文 讲中文 换成中文 切换中文 切换到中文 切换成中文 "
    "chinese chinese_please speak_chinese in_chinese switch_to_chinese change_to_chinese use_chinese",
    (
        Intent.ENGLISH,
        "",
    ): "说英文 英文 请说英文 用英文 讲英文 换成英文 切换英文 切换到英文 切换成英文 说英语 用英语 英语 "
    "english english_please speak_english in_english switch_to_english change_to_english use_english",
    (
        Intent.GREETING,
        "",
    ): "你好 您好 嗨 哈喽 在吗 在么 早 早上好 晚上好 hi hello hey good_morning good_evening",
    (Intent.THANKS, ""): "好的 好 嗯 知道了 ok okay great got_it cool",
    (Intent.THANKS, "thanks"): "谢谢 多谢 谢谢你 thanks thank_you",
    (
        Intent.OWN_FOODS,
        "",
    ): "我的食物 我的食谱 我的菜谱 我的配方 自定义食物 my_foods my_recipes my_own_foods list_my_foods show_my_foods",
    (Intent.RESULT, ""): "结果 看结果 查看结果 result results show_result show_results",
    (Intent.AGAIN, ""): "同上 again same_again the_same_again",
    (Intent.LOG, ""): "记 log",
    (Intent.LOG, "breakfast"): "早餐 早饭 breakfast",
    (Intent.LOG, "lunch"): "午餐 午饭 lunch",
    (Intent.LOG, "dinner"): "晚餐 晚饭 dinner supper",
    (Intent.LOG, "snack"): "加餐 夜宵 零食 snack",
    (Intent.EXAMPLE, "weight"): "体重 称重 weight",
    (Intent.EXAMPLE, "water"): "喝水 水 water drink",
    (Intent.EXAMPLE, "activity"): "运动 步数 锻炼 exercise steps activity",
    (Intent.EXAMPLE, "sleep"): "睡眠 睡觉 sleep",
    (Intent.EXAMPLE, "skin"): "皮肤 护肤 skin skincare",
    (Intent.EXAMPLE, "correct"): "改 修改 改成 change edit",
    (Intent.EXAMPLE, "remove"): "删除 删 删掉 delete remove",
    (Intent.EXPORT, ""): "导出 导出数据 导出我的数据 下载我的数据 export export_my_data export_data download_my_data",
    (Intent.MISSING, ""): "目标 我的目标 还差什么 还缺什么 targets target goal goals my_targets my_goals",
    (Intent.SUGGEST, ""): "吃什么 推荐 建议 what_to_eat suggest",
    (Intent.SUGGEST, "swap"): "换一个 换一批 换 换个 再换一个 another something_else swap others",
    (Intent.PLAN, ""): "计划 今天计划 今日计划 今天的计划 今天的饮食计划 plan meal_plan plan_today plan_my_day",
    (
        Intent.PLAN,
        "tomorrow",
    ): "明天计划 明日计划 明天的计划 明天的饮食计划 明天吃什么计划 plan_tomorrow plan_for_tomorrow plan_my_tomorrow",
    (Intent.LATER, "plan"): "本周计划 购物清单 买菜 week_plan plan_my_week shopping_list",
    (Intent.LINK, ""): "绑定 绑定账号 link link_account link_my_account",
    (Intent.UNLINK, ""): "解绑 解除绑定 取消绑定 unlink unlink_account undo_link",
    (Intent.JOIN, ""): "合并账号 合并 merge_accounts join_accounts",
    (Intent.LATER, "human"): "人工 客服 营养师 human nutritionist",
}
