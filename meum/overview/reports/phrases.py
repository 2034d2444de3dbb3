"""The words of reports."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

_ZH, _EN = Lang.ZH, Lang.EN

register(
    {
        "report.title": {_ZH: "一周小结", _EN: "Your week"},
        "report.dates": {_ZH: "{first} – {last}", _EN: "{first} – {last}"},
        "report.date": {_ZH: "{month}月{day}日", _EN: "{day} {month}"},
        "report.logged": {_ZH: "记了 {logged} 天，其中 {whole} 天较完整", _EN: "{logged} days logged, {whole} in full"},
        "report.logged.one": {_ZH: "记了 1 天，其中 {whole} 天较完整", _EN: "1 day logged, {whole} in full"},
        "report.weekday.0": {_ZH: "一", _EN: "Mon"},
        "report.weekday.1": {_ZH: "二", _EN: "Tue"},
        "report.weekday.2": {_ZH: "三", _EN: "Wed"},
        "report.weekday.3": {_ZH: "四", _EN: "Thu"},
        "report.weekday.4": {_ZH: "五", _EN: "Fri"},
        "report.weekday.5": {_ZH: "六", _EN: "Sat"},
        "report.weekday.6": {_ZH: "日", _EN: "Sun"},
        "report.named_day": {_ZH: "周{weekday}（{date}）", _EN: "{weekday} {date}"},
        "report.energy": {_ZH: "热量", _EN: "Energy"},
        "report.kcal": {_ZH: "千卡", _EN: "kcal"},
        "report.energy.mean": {
            _ZH: "完整的日子平均约 {mid} 千卡（{low}–{high}）。",
            _EN: "Days logged in full hold about {mid} kcal on average ({low}–{high}).",
        },
        "report.energy.mean.least": {
            _ZH: "完整的日子平均至少 {low} 千卡，有些食物还没有数据。",
            _EN: "Days logged in full hold at least {low} kcal on average; some foods have no figures yet.",
        },
        "report.energy.target": {
            _ZH: "绿色带是目标：约 {mid} 千卡（{low}–{high}）。",
            _EN: "The green band is the target: about {mid} kcal ({low}–{high}).",
        },
        "report.energy.spent": {
            _ZH: "从记录和体重看，照现在这样记，一天约 {mid} 千卡（{low}–{high}）体重不变。",
            _EN: "By your log and weight, days logged at about {mid} kcal ({low}–{high}) keep your weight.",
        },
        "report.energy.spent.target": {
            _ZH: "它来自你的记录和体重：照现在这样记，吃这么多体重不变。",
            _EN: "It comes from your log and weight: days logged so keep your weight.",
        },
        "report.energy.partly": {
            _ZH: "灰色的日子没记全，没算在内。",
            _EN: "Grey days were not logged in full and are left out.",
        },
        "report.none_whole": {
            _ZH: "还没有记得比较完整的一天（三餐里记了两餐），所以先不算平均。",
            _EN: "No day was logged in full yet (two of the three meals), so there is no average.",
        },
        "report.weight": {_ZH: "体重", _EN: "Weight"},
        "report.weight.unit": {_ZH: "公斤，近四周", _EN: "kg, four weeks"},
        "report.weight.mean": {_ZH: "这周平均 {mean} 公斤。", _EN: "This week {mean} kg on average."},
        "report.weight.change": {
            _ZH: "这周平均 {mean} 公斤，上周 {before} 公斤（{change}）。",
            _EN: "This week {mean} kg on average, the week before {before} kg ({change}).",
        },
        "report.weight.same": {
            _ZH: "这周平均 {mean} 公斤，和上周一样。",
            _EN: "This week {mean} kg on average, as the week before.",
        },
        "report.weight.trend": {
            _ZH: "去掉水分等起伏，约 {trend} 公斤。",
            _EN: "Without the ups and downs of water, about {trend} kg.",
        },
        "report.weight.earlier": {_ZH: "这周没有称重。", _EN: "Not weighed this week."},
        "report.nutrients": {_ZH: "营养素", _EN: "Nutrients"},
        "report.nutrients.days.1": {_ZH: "1 个完整日", _EN: "1 whole day"},
        "report.nutrients.days": {_ZH: "{whole} 个完整日的平均", _EN: "mean of {whole} whole days"},
        "report.nutrients.mark": {
            _ZH: "竖线是参考值；细线是估算的范围。",
            _EN: "The upright mark is the reference; the thin line is the range of the estimate.",
        },
        "report.known": {_ZH: "{percent}% 有数据", _EN: "{percent}% known"},
        "report.value": {_ZH: "{amount} / {goal} {unit}", _EN: "{amount} / {goal} {unit}"},
        "report.unit.g": {_ZH: "克", _EN: "g"},
        "report.unit.mg": {_ZH: "毫克", _EN: "mg"},
        "report.unit.ug": {_ZH: "微克", _EN: "µg"},
        "report.standing.low": {_ZH: "偏少", _EN: "low"},
        "report.standing.about": {_ZH: "差不多", _EN: "about"},
        "report.standing.enough": {_ZH: "够了", _EN: "enough"},
        "report.standing.within": {_ZH: "没超", _EN: "within"},
        "report.standing.maybe_high": {_ZH: "或偏多", _EN: "high?"},
        "report.standing.high": {_ZH: "偏多", _EN: "high"},
        "report.standing.not_known": {_ZH: "说不准", _EN: "unsure"},
        "report.no_targets.sex_not_told": {
            _ZH: "参考值和性别有关。告诉我“我是女的”或“我是男的”，下次就能对照。",
            _EN: 'References depend on sex. Tell me "I am a woman" or "I am a man", and the next report compares.',
        },
        "report.no_targets.other": {
            _ZH: "现在没有适合你的参考值，所以只列出吃了什么。",
            _EN: "There are no references that fit you now, so only what was eaten is shown.",
        },
        "report.kinds": {_ZH: "吃了哪几类", _EN: "Kinds of food"},
        "report.kinds.known": {_ZH: "{percent}% 的食物分得出类", _EN: "known for {percent}% of the food"},
        "report.kinds.mark": {
            _ZH: "大点：有一小份以上；小点：有一点。",
            _EN: "Large dot: a small serving or more. Small dot: a little.",
        },
        "report.variety": {
            _ZH: "这几天吃到 {count} 种食物，油和调味品不算；一周建议 {goal} 种以上。",
            _EN: "Kinds of food: {count}, oil and seasoning aside; {goal} or more a week are advised.",
        },
        "report.variety.least": {
            _ZH: "这几天至少吃到 {count} 种食物，油和调味品不算；一周建议 {goal} 种以上。",
            _EN: "Kinds of food: at least {count}, oil and seasoning aside; {goal} or more a week are advised.",
        },
        "report.index": {
            _ZH: "健康饮食指数（HEI-2020）约 {points} 分，满分 100，按其中 {percent}% 的食物算。",
            _EN: "Healthy Eating Index (HEI-2020): about {points} of 100, from {percent}% of the food.",
        },
        "report.kind.vegetables": {_ZH: "蔬菜", _EN: "Vegetables"},
        "report.kind.fruit": {_ZH: "水果", _EN: "Fruit"},
        "report.kind.whole_grains": {_ZH: "全谷物", _EN: "Whole grains"},
        "report.kind.beans": {_ZH: "豆类豆制品", _EN: "Beans and tofu"},
        "report.kind.nuts": {_ZH: "坚果", _EN: "Nuts"},
        "report.kind.dairy": {_ZH: "奶", _EN: "Dairy"},
        "report.kind.eggs": {_ZH: "蛋", _EN: "Eggs"},
        "report.kind.seafood": {_ZH: "鱼虾", _EN: "Fish"},
        "report.kind.meat": {_ZH: "禽畜肉", _EN: "Meat"},
        "report.days": {_ZH: "{days} 天", _EN: "{days} days"},
        "report.days.1": {_ZH: "1 天", _EN: "1 day"},
        "report.compared": {_ZH: "两天对比", _EN: "Two days compared"},
        "report.nearest": {
            _ZH: "离目标最近：{day}，{known} 项里 {met} 项合适。",
            _EN: "Nearest to the targets: {day}, {met} of {known} fit.",
        },
        "report.furthest": {
            _ZH: "离目标最远：{day}，{known} 项里 {met} 项合适{why}。",
            _EN: "Furthest from them: {day}, {met} of {known} fit{why}.",
        },
        "report.furthest.low": {_ZH: "，{names}少些", _EN: ", with less {names}"},
        "report.furthest.high": {_ZH: "，{names}多些", _EN: ", with more {names}"},
        "report.advice": {_ZH: "下周试一件小事", _EN: "One small thing to try"},
        "report.advice.log": {
            _ZH: "一天里记上两三餐，报告就更准。拍一张照片，或说一句“午饭一碗面”就行。",
            _EN: 'Log two or three meals a day and the report gets sharper. A photo or "noodles for lunch" will do.',
        },
        "report.advice.fine": {
            _ZH: "看得清的几项都在参考值附近，照现在这样就好。",
            _EN: "What can be told is near the references. Carry on as you do.",
        },
        "report.advice.ask": {
            _ZH: "{name}偏少。问我「吃什么」，我按你的要求挑含它多的。",
            _EN: "{name} is low. Ask me “what to eat”: I pick what holds it and suits you.",
        },
        "report.advice.more.PROCNT": {
            _ZH: "蛋白质偏少。每餐可以有一样蛋白质食物：蛋、鱼、肉、奶或豆制品，选适合你的。",
            _EN: "Protein was low. Each meal could hold one of eggs, fish, meat, milk or tofu, whichever suits you.",
        },
        "report.advice.more.FIBTG": {
            _ZH: "膳食纤维偏少。把一部分白米饭换成杂粮饭，或多夹几筷子蔬菜。",
            _EN: "Fibre was low. Swap some of the white rice or bread for whole grain, or take more vegetables.",
        },
        "report.advice.more.CA": {
            _ZH: "钙偏少。奶、豆腐、小白菜这类深绿叶菜里都有，选适合你的。",
            _EN: "Calcium was low. Milk, tofu and dark leafy greens have it; pick what suits you.",
        },
        "report.advice.more.FE": {
            _ZH: "铁偏少。瘦肉、豆子和深绿叶菜里有，搭配水果里的维生素C更好吸收。",
            _EN: "Iron was low. Lean meat, beans and dark greens have it; vitamin C from fruit helps to take it up.",
        },
        "report.advice.more.ZN": {
            _ZH: "锌偏少。肉、贝类、豆子和全谷物里有，选适合你的。",
            _EN: "Zinc was low. Meat, shellfish, beans and whole grains have it; pick what suits you.",
        },
        "report.advice.more.MG": {
            _ZH: "镁偏少。绿叶菜、豆子和全谷物里有。",
            _EN: "Magnesium was low. Leafy greens, beans and whole grains have it.",
        },
        "report.advice.more.VITA_RAE": {
            _ZH: "维生素A偏少。胡萝卜、南瓜、红薯、深绿叶菜里有，一天一小份就不少。",
            _EN: "Vitamin A was low. Carrots, pumpkin, sweet potato and dark greens have it; a small serving goes far.",
        },
        "report.advice.more.VITC": {
            _ZH: "维生素C偏少。一天一个猕猴桃或橙子，或一份青椒、西兰花就能补上不少。",
            _EN: "Vitamin C was low. A kiwi or an orange a day, or a serving of peppers or broccoli, goes far.",
        },
        "report.advice.more.FOLDFE": {
            _ZH: "叶酸偏少。深绿叶菜和豆子里有。",
            _EN: "Folate was low. Dark leafy greens and beans have it.",
        },
        "report.advice.less.NA": {
            _ZH: "钠偏多。面汤、菜汤少喝几口，酱油、咸菜少放一点，最容易见效。",
            _EN: "Sodium was high. Leaving some of the soup, and a little less sauce and pickles, does most.",
        },
        "report.advice.less.FASAT": {
            _ZH: "饱和脂肪偏多。肥肉、油炸的少一点，炒菜用植物油。",
            _EN: "Saturated fat was high. A little less fatty meat and fried food, and vegetable oil for the pan.",
        },
        "report.advice.group.vegetables": {
            _ZH: "这周蔬菜出现得不多。午饭或晚饭加一份青菜试试。",
            _EN: "Vegetables were seen seldom this week. Try adding a serving to lunch or dinner.",
        },
        "report.advice.group.fruit": {
            _ZH: "这周水果出现得不多。下午放一个在手边试试。",
            _EN: "Fruit was seen seldom this week. Try keeping a piece at hand in the afternoon.",
        },
        "report.advice.group.whole_grains": {
            _ZH: "这周全谷物不多。早饭换成燕麦，或米饭里加一把糙米试试。",
            _EN: "Whole grains were seen seldom this week. Try oats for breakfast, or some brown rice in the pot.",
        },
        "report.foot": {
            _ZH: "数字都是按你记的估算，供参考，不是诊断。忌口、过敏和医嘱优先。",
            _EN: "Figures are estimates from what you logged, not a diagnosis. Allergies and doctors' orders go first.",
        },
        "report.foot.region": {_ZH: "参考值：{source}", _EN: "References: {source}"},
        "report.region.CN": {
            _ZH: "中国居民膳食营养素参考摄入量（2023）",
            _EN: "Chinese dietary reference intakes, 2023",
        },
        "report.region.US": {_ZH: "美国膳食参考摄入量", _EN: "US dietary reference intakes"},
        "report.region.EU": {_ZH: "欧盟膳食参考值（EFSA）", _EN: "EU dietary reference values (EFSA)"},
        "report.empty": {
            _ZH: "{first} 到 {last} 还没有记过饭，等记上几餐再来看周报吧。",
            _EN: "No meals are logged from {first} to {last} yet. Log a few and ask again.",
        },
        "error.no_report_font": {
            _ZH: "这台服务器还没有装中文字体，画不了图。文字版照常可以看。",
            _EN: "This server has no font to draw reports with. The words are there as ever.",
        },
        "error.empty_week": {
            _ZH: "这一周还没有记过饭，没有可以画的。",
            _EN: "No meal is logged in that week, so there is nothing to draw.",
        },
    }
)
