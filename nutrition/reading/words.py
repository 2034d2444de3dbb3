"""Words of meal talk that name no food: verbs, joints, fillers, ways of cooking, vague amounts."""

from __future__ import annotations

from enum import StrEnum

from meum.language.lexicon import Lexicon
from nutrition.reading.makers import MAKERS, PLACES


class Role(StrEnum):
    """What a word that is no food does in a meal sentence."""

    VERB = "verb"
    """Eating, drinking, having: what follows is food."""
    JOINT = "joint"
    """And, with, plus: the next food begins."""
    FILLER = "filler"
    """Says nothing about the food."""
    MANNER = "manner"
    """A way of cooking, a taste, a state; belongs to the food beside it."""
    AGAIN = "again"
    """The same once more."""
    EACH = "each"
    """The amount that follows holds for every food just named."""
    LEFT = "left"
    """What follows was not eaten."""
    LITTLE = "little"
    SOME = "some"
    """So much as is usual, for want of a number."""
    MUCH = "much"
    ABOUT = "about"
    ASIDE = "aside"
    """A clause begins that tells no food."""
    MADE = "made"
    """What follows is inside the food before it: "fries made from potatoes"."""
    STUFFING = "stuffing"
    """What stands before it is inside a food told elsewhere: 猪肉馅的."""
    MAKER = "maker"
    """Who made or sold the food beside it."""
    WATER = "water"


_CHINESE = {
    Role.VERB: """
        吃 吃了 吃的 吃过 吃完 喝 喝了 喝的 喝过 喝完 来了 来 点了 点的 要了 买了 啃了 嗑了 嚼了 干了 炫了 炫
        造了 尝了 干掉 解决了 灌了 吃掉 吃下 喝下 喝掉 整了 搞了 弄了 做了 煮了 泡了 冲了 用了 打了 涮 涮了 捞
        捞了 卷了 嗦 嗦了 撸 撸了 啃 拿了 点个 来个 来份 来碗 冲 泡 下了 包了 配 烫了 进食 食用 吃点 喝点 享用
        吸了 舔了 吃吃 吞了 记 记录 记一下 添加 食咗 饮咗 食左 饮左 叫咗 整咗 恰了 补了 蹭了 挑了
        捡了 剥了
    """,
    Role.JOINT: """
        和 加 加了 加上 跟 与 及 以及 还有 外加 配 配上 配了 搭配 搭 并 另外 另加 同 就着 就 蘸 蘸着 拌 夹 夹着
        带 然后 接着 之后 后来 再加 又加 外带 还 里面有 里有 有 放了 放 再 又 含 同埋 仲有 卧了 抹 抹了
    """,
    Role.FILLER: """
        我 我们 咱 俺 今天 今儿 今日 了 的 地 得 是 在 呢 吧 啊 呀 哦 嗯 哈 嘛 啦 噢 哎 唉 呃 那个 这个 就是 只
        只有 仅 才 刚 已经 一共 总共 共 大家 朋友 同事 家人 妈妈 爸爸 我妈 我爸 老公 老婆 孩子 家里 公司 食堂
        外面 餐厅 饭店 单位 学校 路上 外卖 自己 自己做的 做的 买的 点的外卖 给 帮 帮我 帮忙 一下 一下子 一起
        差点 好像 应该 可能 其实 主要 不过 但是 但 而且 所以 因为 最后 首先 先 后 完 完了 之前 以前 时候 那时 上
        里 里面 中 过 着 到 去 从 每 每个 嘿嘿 哈哈 哈哈哈 谢谢 你好 您好 请 麻烦 喔 也 很 挺 真 太 好吃 好喝
        很香 美味 味道 不错 减肥 健身 身体 饿 饿了 饱 饱了 吃饱 撑 撑了 肚子 心情 起床 睡觉 下班 上班 放学
        运动后 运动 跑步 跑完步 锻炼 跟朋友 和朋友 和同事 跟同事 和家人 跟家人 家 做 点 块钱 那种 这种 那 这 它
        之类 之类的 等 等等 左边 右边 其他 别的 醒 醒了 醒来 睡前 睡觉前 饭前 饭后 餐前 餐后 起床后 什么 啥 怎么 为什么
        吗 么 没有 没 不 别 再说 记得 说 想 觉得 感觉 要 会 能 可以 都是 口味 味 一口气 时间 终于 结果 本来 基本 路边
        楼下 门口 校门口 团建 聚餐 罪恶感 同事给 救命 胃口 款 牌 版 原味 另 多 份量 分量 共计 合计 总计 热量 重
        净重 每份 装 除了 除 之外 以外 切成 切了 掰成 喺 啱啱 嘅 嗰 今朝
        朝早 晏昼 空气炸锅 蘸料 病号饭 流食 半流食 医院 出去 主要是 光了 套餐
        闺蜜 室友 舍友 同学 外婆 奶奶 姥姥 婆婆 周末 训练后 全天
        幼儿园 住院餐 辅食 低盐饮食 西餐 日料 快餐 熬夜 单人餐 双人餐 月子餐 生重 熟重
        正常 随便 大夫 一辈子 下辈子 血压 血糖 血糖高 恶心 嫂子 麻将 面试 阵子 那阵子 架子 机子 杯子 被子 勺子 袋子
        杆子 瓶子 中暑 发财 离职 码头 班级 干杯 拉稀 拉肚子 惦记 眼皮 地址 大叔 小红书 摸鱼 泡脚 七夕 闲鱼 西游记
        糖分 降糖 电饭煲 蛋白质 高原 高温 疹子 大夏天 老是 小卖部 高点 没见 水里 地里 手摇
        拳头 拳头大 拳头大小 掌心 掌心大 巴掌 巴掌大 手掌 手掌大 护士 医生 同桌 对付 续命 应酬
    """,
    Role.MANNER: """
        热 热的 冰 冰的 凉 凉的 冷 温 新鲜 自制 家常 香 辣 微辣 麻辣 酸 甜 咸 淡 清淡 脆 炒 煮 蒸 煎 烤 炸 炖 卤
        焖 烧 拌 凉拌 清炒 清蒸 红烧 水煮 白灼 油炸 香煎 爆炒 干煸 糖醋 酱 熟 生 去皮 带皮 无骨 去骨 切片 切块
        切碎 整 即食 速冻 冷冻 有机 进口 国产 低脂 脱脂 全脂 无糖 低糖 少油 少盐 纯 原 鲜 嫩 老 手工 现做 大 小
        中 煮熟 炒熟 烤熟 剥壳 煮的 蒸的 炒的 烤的 炸的 煎的 杂
        桶装 袋装 盒装 罐装 瓶装 散装 杯装 碗装 真空包装 独立包装
    """,
    Role.AGAIN: """
        再来 再来了 再吃 再吃了 再喝 再喝了 又来 又来了 又吃 又吃了 又喝 又喝了 再要 再加一份 同样 一样的 一样
        照旧 再添 又添了 再
    """,
    Role.EACH: """
        各 各吃了 各来了 各喝了 每样 每种 分别 都
    """,
    Role.LEFT: """
        剩 剩了 剩下 剩余 没吃完剩 没动 留了 打包 打包了 扔了 倒了 倒掉了 浪费了
    """,
    Role.LITTLE: """
        一点 一点点 一点儿 少许 少量 一丁点 几口 点儿 少 一小点 稍微
    """,
    Role.SOME: """
        若干 一些 些
    """,
    Role.MUCH: """
        很多 好多 大量 许多 不少 一大堆 一堆 超多
    """,
    Role.ABOUT: """
        大概 大约 约 左右 差不多 估计 上下 将近 快 不到
    """,
    Role.ASIDE: """
        因为 虽然 觉得 感觉 听说 顺便 希望 打算
    """,
    Role.MADE: """
        原料是 原料有
    """,
    Role.STUFFING: """
        馅 馅的 馅儿 馅儿的
    """,
    Role.WATER: """
        水 白开水 开水 温水 温开水 热水 冰水 凉水 凉白开 白水 清水 矿泉水 纯净水 饮用水 气泡水 苏打水 自来水
        农夫山泉 怡宝 百岁山 依云 景田 冰露
    """,
}
_ENGLISH = {
    Role.VERB: """
        eat, ate, eaten, eating, have, had, having, drink, drank, drunk, drinking, got, grabbed, ordered, finished,
        consumed, snacked on, nibbled, munched, devoured, sipped, chugged, tried, made, cooked up, enjoyed, log, add,
        record, track, just had, savored, savoured, relished, indulged in, treated myself to, treated myself,
        included, kicked off, feasted on, dined on, munched on, nibbled on, sipped on, chowed down on, dug into,
        opted for, wolfed down, scarfed down, gobbled up, gobbled, polished off, gulped, gulped down, downed,
        reached for
    """,
    Role.JOINT: """
        and, with, w, plus, also, then, on, on top, topped with, along with, together with, as well as, followed by,
        alongside, over, n, served with, side of, on the side, sides of, mixed with, including, includes, containing,
        in, later, after that, from, filled with, specifically, namely, paired with, complemented by, accompanied by,
        washed down with, covered in, covered with, coated in, coated with, drizzled with, slathered with, smothered in,
        smothered with, drenched in, sprinkled with, dusted with, loaded with, dressed with, stuffed with, tossed in,
        tossed with, layered with, finished with, garnished with, spread with, that included, that contained,
        which included, that includes, which includes
    """,
    Role.FILLER: """
        i, i'm, im, i've, ive, we, my, me, our, the, this, that, these, those, it, its, was, is, were, are, be, been,
        am, to, for, of, a, an, at, by, so, today, just, only, really, very, quite, pretty, some more, maybe,
        probably, think, guess, also some, like, um, uh, well, ok, okay, hey, hi, hello, please, thanks, thank you,
        lol, haha, yum, yummy, tasty, delicious, good, great, nice, amazing, work, office, friend, friends, mom, dad,
        wife, husband, kids, gym, meal, food, total, totalling, each time, did, do, does, has, being, into, as, or,
        if, more, other, another one of, etc, today's, style, type, kind, sort, flavor, flavour, flavored, flavoured,
        day, week, time, went, go, going, out, up, off, around there, there, here, you, your, he, she, they, us, them,
        his, her, too, all, both, which was, weight, weighing, g, ml, portioned, sized, before, during, until, while
        still, s, ate it, them all, finished it, my day, day with, touch, accompanied, complemented,
        added, starting, kicked, individual, single, serving of, bed, to bed, woke, woke up, wake up, got up, thirst,
        quench, cravings, satisfy, something, totaling, anything, everything, nothing else, what
    """,
    Role.MANNER: """
        hot, iced, cold, warm, fresh, freshly, homemade, home made, leftover, organic, crispy, crunchy, spicy, sweet,
        salty, savory, plain, grilled, fried, pan fried, deep fried, stir fried, boiled, hard boiled, soft boiled,
        poached, steamed, baked, roasted, roast, toasted, smoked, braised, stewed, sauteed, raw, cooked, uncooked,
        chopped, sliced, diced, shredded, minced, mashed, peeled, skinless, boneless, lean, low fat, nonfat, fat free,
        full fat, reduced fat, unsweetened, sweetened, salted, unsalted, frozen, canned, dried, ripe, seedless, medium
        rare, well done, rare, drained, instant, mixed, assorted, seasoned, buttered, stuffed, creamy, thick, thin,
        light, large, small, medium, big, little, whole, half, quick, old fashioned, regular, ground, bone in, skin
        on, packed, heaped, level, full, white, red, yellow, green, brown, dark, black, blue, purple, pure, natural,
        chilled, cool, tender, traditional, classic, nutritious, refreshing, comforting, satisfying, hearty, simple,
        unprocessed, extra, double, triple, common, fine, rich, zesty, tangy, juicy, brewed, decaf, diet, single
        serving, bite sized, snack sized, fast food, breaded, battered, glazed, marinated, grated, melted,
        dipped, crumbled, microwaved, reheated, blackened, seared, charred, caramelized, pitted, shelled
    """,
    Role.AGAIN: """
        again, the same, same again, same thing, one more, once more, more of the same, another, second helping, had
        more
    """,
    Role.EACH: """
        each, of each, apiece, both
    """,
    Role.LEFT: """
        left, left over, remaining, didn't finish
    """,
    Role.LITTLE: """
        a bit of, a bit, a little bit of, a little, a little of, little bit of, bit of, a touch of, a splash of,
        a drizzle of, a sprinkle of, a dollop of, tiny bit of, a smear of, a schmear of, a squeeze of, a dash of,
        a hint of, smear of, squeeze of, splash of, drizzle of, sprinkle of, dollop of, dash of, hint of
    """,
    Role.SOME: """
        some
    """,
    Role.MUCH: """
        a lot of, lots of, loads of, plenty of, a ton of, tons of, a pile of, a lot, too much, too many, much, many
    """,
    Role.ABOUT: """
        about, abt, around, roughly, approximately, approx, circa, almost, nearly, ish, or so
    """,
    Role.ASIDE: """
        which, while, because, although, though, since, when, where, who, made me, that gave, felt, feeling, hoping,
        thinking
    """,
    Role.MADE: """
        made from, made with, made of, made out of, prepared with, cooked in, cooked with, fried in, sweetened with,
        flavored with, flavoured with, seasoned with, packed in, canned in
    """,
    Role.WATER: """
        water, tap water, mineral water, sparkling water, bottled water, ice water, iced water, cold water, hot water,
        warm water, soda water, still water, drinking water, plain water
    """,
}


_NAMES = {Role.FILLER: PLACES, Role.MAKER: MAKERS}


def _cut(words: str) -> list[str]:
    return words.split()


def _spoken(role: Role) -> list[str]:
    """Cut the tables of one role: Chinese words stand apart by blanks, English ones by commas."""
    english = " ".join(_ENGLISH.get(role, "").split()).split(", ")
    return [*_cut(_CHINESE.get(role, "")), *_cut(_NAMES.get(role, "")), *english]


# A word with two roles keeps the one that stands last: "little" is vague before it is a size.
VOCABULARY: Lexicon[Role] = Lexicon({phrase: role for role in Role for phrase in _spoken(role)}.items())
"""Every word that is no food, by its role."""

WATER: Lexicon[None] = Lexicon((phrase, None) for phrase in _spoken(Role.WATER))
"""Names of plain water."""

# A food of two names side by side is one dish where the second is one of these and the first goes into it.
DISH_HEADS = frozenset(
    _cut("""
    sandwich salad soup omelette omelet pizza burger hamburger wrap burrito taco curry stew pie cake bread
    smoothie juice pasta spaghetti muffin casserole noodle milkshake cookie pudding sushi dumpling sauce bagel
    latte tea yogurt
    汉堡 三明治 沙拉 披萨 比萨 汤 面 面条 粥 饭 炒饭 炒面 盖饭 卷饼 饺子 水饺 包子 馄饨 面包 蛋糕
    寿司 饼 月饼 粽子 意面 丸子 煲 火锅 饭团 吐司 贝果 锅贴 烧麦 烧卖 锅盔 肠粉 米线 米粉 河粉 炒粉 小笼 生煎 煎饺 蒸饺
    肉夹馍 春卷 砂锅 羹
    """)
)
FILLINGS = tuple(
    _cut("""
    肉 虾 鱼 菜 菇 芝士 奶酪 海鲜 水果 火腿 培根 番茄 西红柿 牛油果 鸡胸 香肠 豆腐 蟹 巧克力 红薯 南瓜 榴莲 香蕉 草莓
    蓝莓 芒果 椰子 核桃 坚果 虾仁 排骨 牛腩 肉丝 里脊 腊肠 叉烧 肥肠 茴香
    葡萄干 抹茶 芋泥 红豆 绿豆 花生 芝麻 蛋黄 肉松 燕麦
    """)
)
"""Endings of Chinese names of what goes into a dish."""
