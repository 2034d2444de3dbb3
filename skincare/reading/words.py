"""The words of the skin diary: what the skin does, how strongly, where, and what is put on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from skincare.domain import Step

PLAIN = 5
"""The rating of a symptom that was named without saying how strong it is."""

STRENGTHS_BEFORE: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(rf"(?:{words})(?:会|在|感觉|觉得|的|地|of|feeling|feels?)?\s*$"), rating)
    for words, rating in (
        (r"不太|不怎么|没那么|没有那么|不是很|不算|不是特别|\bnot (?:very|too|that|so|really)", 2),
        (r"不再|不|没有?|无|\b(?:not|no|isn't|aren't|wasn't|without|no longer|less)", 0),
        (r"非常|特别|超级?|巨|极其|太|爆|\b(?:extremely|super|terribly|incredibly|insanely|so so)", 9),
        (
            r"有一?点儿?点?|有些|稍微?|略微?|微微?|一点点|轻微"
            r"|\b(?:a (?:little )?bit|a little|slightly|somewhat|mild(?:ly)?|kind of)",
            3,
        ),
        (r"比较|挺|蛮|偏|\b(?:quite|pretty|fairly|rather)", 6),
        (r"很|好|真|\b(?:very|really|so|lots)", 7),
    )
)
"""How strong a symptom is by the words before it, 0 to 10; the first that fits counts, so denials come first."""

STRENGTHS_AFTER: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"死了|得不行|得要命|得厉害|得受不了|爆了|炸了"), 9),
    (re.compile(r"得很"), 7),
    (re.compile(r"一?点点?(?!了)"), 3),
)
"""How strong a symptom is by the words after it."""

STRONG: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "oil": re.compile(r"出了?(?:很多|好多|一点)?油|油光|泛油|冒油|油腻腻|\boiliness\b"),
        "dryness": re.compile(
            r"发?干燥(?![剂机箱花])|紧绷|起皮|脱皮|爆皮|拔干|[干皲]裂|卡粉"
            r"|\b(?:dryness|flak(?:y|ing|iness)|peeling|chapped)\b"
        ),
        "redness": re.compile(r"[泛发变]红|红血丝|潮红|红肿|红疹|红斑|红点|\bredness\b"),
        "sting": re.compile(r"刺痛|灼热|火辣辣|灼烧|烧灼"),
        "itch": re.compile(r"发痒|瘙痒|\bitch(?:y|es|ing|iness|ed)?\b"),
    }
)
"""Symptoms that need no other word to be about skin."""

WEAK: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "oil": re.compile(
            r"(?<![酱耗蚝香菜猪牛黄奶生])油(?![条菜焖炸麦饼泼爆豆酥醋盐烟皮])|\b(?:oil(?:y|iness)?|greasy|shiny)\b"
        ),
        "dryness": re.compile(
            r"(?<![饼豆肉牛笋鱼能萄芒果若])发?干(?![饭果锅拌杯贝货净活煎嘛什么脆贝湿部])|(?<!不)绷|\b(?:dry(?:ness)?|tight(?:ness)?)\b"
            r"(?! (?:wine|white|red|fried|pot|noodles?))"
        ),
        "redness": re.compile(
            r"(?<![西口])红(?![烧薯豆枣茶糖酒萝椒肉酸牛油心米提柚包绿])"
            r"|\b(?:red(?:ness|der)?|flushed|flushing|blotchy)\b(?! (?:wine|meat|beans?|peppers?|bull|onions?|lentil))"
        ),
        "sting": re.compile(
            r"刺(?![身猬激])|辣(?![椒条酱子])|\b(?:sting(?:s|ing|y)?|stung|burn(?:s|ing)?|tingl(?:es|ing|y))\b"
        ),
        "itch": re.compile(r"痒"),
    }
)
"""Symptoms that are about skin only beside a word for it."""

SKIN = re.compile(
    r"(?<![丢翻变露])脸(?![书盆谱])|面部|皮肤|肌肤|额头|脑门|t区|下巴|鼻子|鼻翼|鼻头|两颊|面颊|颧骨|嘴角|嘴边|嘴周|唇周|眼周|眼角|下颌|脖子|后背|背上|皮肤打卡"
    r"|眼(?:睛)?周围|眼皮|眼睑|眼下|嘴唇|太阳穴|法令纹|手背|指缝|胸口|耳后|发际线|(?<![心手嘴脚喉里痒])痒(?!痒)"
    r"|\b(?:face|skin|forehead|chin|cheeks?|nose|t[- ]?zone|jaw(?:line)?|neck|complexion|around (?:my |the )?mouth"
    r"|eyelids?|under[- ]?eyes?|around (?:my |the )?eyes|lips?|temples?|hairline|knuckles|itch(?:y|ing|es)?"
    r"|(?:dry|red|rough|cracked) hands?|my (?:back|chest|arms?|hands?))\b"
)
STATES = re.compile(
    r"爆痘|长痘|冒痘|起痘|过敏|敏感|暗沉|发黄|毛孔|黑头|闭口|粉刺|痘印|变[好差]"
    r"|状态(?:很|还|挺|特别|非常)?(?:好|不错|差|不好|一般|稳定)|(?:好|稳定|光滑|细腻|透亮|水润|舒服)(?:了|很多|多了)?"
    r"|\b(?:clear(?:ed)?|calm(?:ed)?|glow(?:ing|y)?|smooth|dull|irritated|sensitive"
    r"|breaking out|broke out|breakouts?|acne|bumpy)\b"
    r"|\b(?:fine|good|great|bad|better|worse|ok(?:ay)?|normal)\b"
)
STATES_BY_THEMSELVES = re.compile(
    r"黑眼圈|眼袋|黑头(?!发)|毛孔|痘印|痘疤|细纹|湿疹|荨麻疹|皮炎|玫瑰痤疮|闷痘|爆痘|皮疹|疹子"
    r"|(?:眼皮?|眼睛|脸)(?:[有又很]点?)?浮?肿"
    r"|\b(?:dark circles|eye ?bags|blackheads?|(?:large |open |big |clogged )?pores|fine lines|wrinkles|eczema|rosacea"
    r"|hives|rash(?:es)?(?! (?:decision|move))|dermatitis|acne|breakouts?|broke out|breaking out|puffy (?:eyes|face))\b"
)
"""How skin is, in words that are said of nothing else."""
LESION = re.compile(
    r"(?:痘痘?(?![印坑肌疤贴膏])|脓包|脓疱|丘疹|闭口|粉刺|疙瘩"
    r"|\b(?:pimples?|zits?|spots?|whiteheads?|blemish(?:es)?|papules?|pustules?|cysts?|bumps?)\b)"
)
AFTER_PRODUCT = re.compile(r"\s*(?:了|完)?(?:之后|以后|后)[\s,]*")
"""What joins a product to what the skin did after it: 用了精华之后刺痛."""
BEFORE_PRODUCT = re.compile(r"\b(?:after|since|from|because of|due to|thanks to)\b[^,;]*$")
"""What joins what the skin did to the product behind it: "stings after the new serum"."""
BOTH = re.compile(r"又[^,、。;\s]{1,3}又")
"""又油又痘 is one clause."""
BETWEEN_COUNT = re.compile(
    r"\s*[颗个粒枚处]?\s*(?:[大小新红]|红肿的?|发炎的?|(?:new|small|big|red|little|tiny|more)\s)*\s*"
)
AFTER_COUNT = re.compile(r"\s*[颗个粒枚处]")
NO_LESION = re.compile(
    r"(?:没有?|不|无)(?:再)?[长冒起爆]?(?:新的?)?痘|\bno (?:new |more )?(?:pimples?|zits?|spots?|breakouts?)\b"
)
EATING = re.compile(
    r"吃|喝|早饭|午饭|晚饭|早餐|午餐|晚餐|夜宵|\b(?:ate|eat|drank|drink|lunch|dinner|breakfast|snack)\b"
)
BUYING = re.compile(r"买|下单|推荐|种草|拔草|\b(?:bought|buy|buying|order(?:ed)?|recommend)\b")

C_AND_A = re.compile(r"早\s*c\s*晚\s*a(?:醇|酸)?")
STOPPED = re.compile(
    r"(?:停用|停了|停掉|不用了?|没有?|忘了?|忘记|漏了?|\b(?:stopped(?: using)?|quit|forgot))[涂用抹擦搽敷打上]?\s*$"
)
STEPS: Mapping[Step, re.Pattern[str]] = MappingProxyType(
    {
        Step.CLEANSER: re.compile(
            r"洗面奶|洁面(?:乳|膏|泡沫|慕斯|啫喱|皂)?|洗颜\w?"
            r"|\b(?:face wash|facial wash|cleansers?|cleansing (?:foam|gel|milk))\b"
        ),
        Step.MAKEUP_REMOVER: re.compile(
            r"卸了?妆(?:油|膏|水|乳)?|\b(?:make-?up remover|cleansing (?:oil|balm)|micellar(?: water)?)\b"
        ),
        Step.TONER: re.compile(r"爽肤水|化妆水|柔肤水|收敛水|保湿水|湿敷|\btoners?\b"),
        Step.ESSENCE: re.compile(r"精华水|神仙水|肌底液|\bessences?\b"),
        Step.SERUM: re.compile(
            r"精华液|精华(?!水)|安瓶|原液|烟酰胺|玻尿酸|透明质酸|神经酰胺|胜肽"
            r"|\b(?:serums?|niacinamide|hyaluronic acid|ampoules?|ceramides?|peptides?)\b"
        ),
        Step.EYE_CREAM: re.compile(r"眼霜|眼部精华|\beye creams?\b"),
        Step.MOISTURISER: re.compile(
            r"面霜|乳液|保湿[霜乳]|晚霜|日霜|润肤[霜乳露]|修[复护]霜|凡士林|身体乳|面油|护肤油"
            r"|\b(?:moisturi[sz]ers?|(?:face|night|day|barrier) creams?|face oil|vaseline|(?:body |face )?lotion)\b"
        ),
        Step.SUNSCREEN: re.compile(
            r"防晒(?:霜|乳|喷雾|棒|液|露)?(?![衣帽伞服口])|\b(?:sunscreens?|sun ?block|sun cream|spf ?\d*)(?![a-z])"
        ),
        Step.MASK: re.compile(r"面膜|泥膜|清洁膜|\b(?:face|sheet|clay|sleeping|mud) masks?\b"),
        Step.EXFOLIANT: re.compile(
            r"刷了?酸|(?:果|水杨|杏仁|乙醇|乳糖)酸|酸类|(?<=用)了?酸(?![奶辣菜梅])|磨砂膏?|去角质"
            r"|\b(?:ahas?|bhas?|phas?|(?:salicylic|glycolic|mandelic)(?: acid)?|lactic acid)\b"
            r"|\b(?:exfoliat\w+|chemical peel|(?<=using )acids?)\b"
        ),
        Step.RETINOID: re.compile(
            r"(?<![a-z])[vw]?a[醇酸](?![a-z])|视黄醇|视黄醛|维[a甲]酸|阿达帕林|达芙文|\b(?:retin(?:ol|oids?|al|aldehyde)|tretinoin|adapalene|differin)\b"
        ),
        Step.VITAMIN_C: re.compile(
            r"维c(?:精华)?|维生素c精华|(?<![a-z])vc(?:精华)?(?![a-z])|左旋c|\bvitamin c(?: serum)?\b"
        ),
        Step.TREATMENT: re.compile(
            r"祛痘(?:膏|凝胶|精华|贴|霜)?|痘痘?贴|人工皮|壬二酸|过氧化苯甲酰|班赛"
            r"|\b(?:(?:pimple|acne) patch(?:es)?|acne (?:gel|cream)|benzoyl peroxide|spot treatment|azelaic)\b"
        ),
    }
)
"""The words for what is put on skin."""

FILLERS = re.compile(
    r"刷牙|洗漱|洗澡|我|今天|昨天|现在|刚才?|早上|晚上|白天|出门|睡前|先|再|又|还|也|就|都|然后|最后|接着|用|涂|抹|擦|搽|敷|上|打|洗|刷|护肤|皮肤|打卡"
    r"|脸|了|过|的|和|跟|加|及|一层|厚|薄|点|些|次|步|哦|啊|呢|吧|哈|呀|啦"
    r"|\b(?:i've|i'm|i|my|me|today|now|just|used|use|using|applied|apply|put|on|wore|wear|wearing|did|do|done|had|some|a|an|the"
    r"|and|then|with|after|before|my|face|skin|also|only|of|in|at|for|am|pm|night|morning|evening|bit|layer|well|plus|routine)\b"
)
"""Words around what was applied that say nothing by themselves."""
