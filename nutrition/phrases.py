"""The nutrition app's sentences."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

register(
    {
        "error.no_items": {
            Lang.ZH: "这一餐里还没有食物，请说说吃了什么。",
            Lang.EN: "This meal has no food yet. Please say what was eaten.",
        },
        "error.unknown_wish": {
            Lang.ZH: "有一个词我不认识，所以没有记。换个说法，或说食物的名字。",
            Lang.EN: "One of the words is not known, so nothing was stored. Say it another way, or name the food.",
        },
        "error.no_expenditure": {
            Lang.ZH: "要算一天消耗多少，得先知道生日、身高、体重和平时的活动量；孕期、哺乳期，或有过进食障碍时不算。",
            Lang.EN: "The energy spent needs birth date, height, weight and how active a week is. It is not told while "
            "expecting or breastfeeding, or after an eating disorder.",
        },
        "error.no_losing_under_18": {
            Lang.ZH: "还没满 18 岁，身体还在长，我不设减重的目标。想改变体重，请和家长、医生一起商量。",
            Lang.EN: "You are under 18 and still growing, so no goal to lose weight is set. Please talk about it with "
            "a parent and a doctor.",
        },
        "error.no_suggestion_in_time": {
            Lang.ZH: "一时没算出来，请再问一次。",
            Lang.EN: "No meal was found in time. Please ask again.",
        },
        "error.sex_not_told": {
            Lang.ZH: "参考摄入量男女不同，先告诉我性别：在聊天里发「男」或「女」，或在资料里填。",
            Lang.EN: "Reference intakes differ for women and men: tell me your sex first, in your profile or with "
            "“female” or “male”.",
        },
        "error.targets_of_adults": {
            Lang.ZH: "目标只给成年人算。还在长身体，请和家长、医生一起看怎么吃。",
            Lang.EN: "Targets are for adults. You are still growing: please look at what you eat with a parent or a "
            "doctor.",
        },
        "error.unknown_photo": {
            Lang.ZH: "这张照片已经不在了，请再发一次，或直接写菜名。",
            Lang.EN: "This photo is gone. Please send it again, or say what it was.",
        },
        "error.photo_confirmed": {
            Lang.ZH: "这张照片已经记过了。要改就改那一餐。",
            Lang.EN: "What this photo shows is logged already. Please change that meal instead.",
        },
        "error.photo_meal_deleted": {
            Lang.ZH: "这张照片记下的那一餐已经删掉了。撤销可以恢复；想重新记，请当新照片再发一次，或直接写菜名。",
            Lang.EN: "The meal of this photo was deleted. An undo brings it back; to log it anew, send it as a new "
            "photo or say what it was.",
        },
        "error.photo_not_told": {
            Lang.ZH: "请说照片上是什么：dishes、items、text 选一种。",
            Lang.EN: "Say what the photo shows by dishes, items or text: one of them.",
        },
        "error.no_such_dish": {
            Lang.ZH: "这张照片没有这个编号的菜。",
            Lang.EN: "This photo has no dish of that number.",
        },
        "error.amount_told_twice": {
            Lang.ZH: "份量请用克或份，选一种。",
            Lang.EN: "Give the amount in grams or in portions, not both.",
        },
        "error.photo_shows_no_food": {
            Lang.ZH: "有一张照片里没看到吃的，这些照片都没有用上。",
            Lang.EN: "One of the photos shows no food, so none of them counts.",
        },
        "error.photos_unavailable": {
            Lang.ZH: "现在认不了照片。打字照常能记。",
            Lang.EN: "Photos cannot be looked at right now. Words work as always.",
        },
        "error.too_many_items": {
            Lang.ZH: "一餐最多记 {most} 样，请分开记。",
            Lang.EN: "A meal holds at most {most} items. Please log it in parts.",
        },
        "error.impossible_grams": {
            Lang.ZH: "这个重量不太可能，每样要大于 0、不超过 {most} 克。",
            Lang.EN: "This weight is not possible: more than 0 and at most {most} g an item.",
        },
        "error.impossible_volume": {
            Lang.ZH: "这个量不太可能，每次要大于 0、不超过 {most} 毫升。",
            Lang.EN: "This volume is not possible: more than 0 and at most {most} ml at a time.",
        },
        "error.not_a_drink": {
            Lang.ZH: "这种食物不是饮料，请记到一餐里。",
            Lang.EN: "This food is not a drink. Please log it as part of a meal.",
        },
        "error.unknown_slot": {
            Lang.ZH: "餐次只能是早餐、午餐、晚餐或加餐。",
            Lang.EN: "The meal is breakfast, lunch, dinner or snack.",
        },
        "error.unknown_food": {
            Lang.ZH: "没有找到这种食物。",
            Lang.EN: "This food is not known.",
        },
        "error.photo_model_missing": {
            Lang.ZH: "现在还认不了照片，请用文字告诉我吃了什么。",
            Lang.EN: "Photos cannot be read here at the moment. Please tell me in words what you ate.",
        },
        "error.photo_model_altered": {
            Lang.ZH: "识别照片的部分暂时不能用，请用文字告诉我吃了什么。",
            Lang.EN: "The part that reads photos cannot be used for now. Please tell me in words what you ate.",
        },
        "error.catalogue_not_loaded": {
            Lang.ZH: "食物表还没有准备好，请稍后再试。",
            Lang.EN: "The food table is not ready yet. Please try again later.",
        },
        "error.no_such_item": {
            Lang.ZH: "没有这个编号，这一餐只有 {most} 样。",
            Lang.EN: "There is no such number: this meal has {most} items.",
        },
        "error.food_not_told": {
            Lang.ZH: "每样食物请给出一个编号：food_id 或 food_version_id。",
            Lang.EN: "Name each food by one id: food_id or food_version_id.",
        },
        "error.amount_not_told": {
            Lang.ZH: "每样食物请给出克数，或者量词和数量，二选一。",
            Lang.EN: "Give grams for each food, or a measure with its quantity, not both.",
        },
        "error.unknown_portion": {
            Lang.ZH: "这种食物没有这个量词，请改用克数，或看看它有哪些份量。",
            Lang.EN: "This food has no such measure. Use grams, or one of its portions.",
        },
        "error.items_or_text": {
            Lang.ZH: "新的一餐需要 items（食物列表）或 text（一句话），只给其中一个。",
            Lang.EN: "A new meal needs items (a list of foods) or text (a sentence): one of the two, not both.",
        },
        "error.impossible_energy": {
            Lang.ZH: "这个热量不太可能，没有记。每次要大于 0、不超过 {most} 千卡，请核对后再发。",
            Lang.EN: "This energy is not possible, so it is not logged: more than 0 and at most {most} kcal at a time.",
        },
        "error.macros_beyond_energy": {
            Lang.ZH: "蛋白质、碳水和脂肪加起来的热量超过了总热量，没有记。请核对后再发。",
            Lang.EN: "The protein, carbs and fat hold more energy than that, so it is not logged. Please check.",
        },
        "error.energy_or_food": {
            Lang.ZH: "只记热量时不要再给食物和克数；蛋白质、碳水、脂肪只能和热量一起给。",
            Lang.EN: "Bare energy has no food and no grams; protein, carbs and fat go with bare energy only.",
        },
        "error.nothing_to_copy": {
            Lang.ZH: "那一天没有这样的饮食记录，没有可以照着记的。",
            Lang.EN: "No such meal is logged on that day, so there is nothing to copy.",
        },
        "error.same_day": {
            Lang.ZH: "请复制到另一天，或者另一餐。",
            Lang.EN: "Copy it to another day, or to another meal.",
        },
        "error.same_place": {
            Lang.ZH: "它本来就记在那里，没有改。",
            Lang.EN: "It is logged there already, so nothing was changed.",
        },
        "error.saved_meal_without_name": {
            Lang.ZH: "给这一餐起个名字再存。",
            Lang.EN: "Give the meal a name to save it under.",
        },
        "error.name_too_long": {
            Lang.ZH: "名字太长了，最多 {most} 个字。",
            Lang.EN: "The name is too long: at most {most} letters.",
        },
        "error.name_in_use": {
            Lang.ZH: "已经有一餐用了这个名字。",
            Lang.EN: "Another saved meal has this name.",
        },
        "error.too_many_saved_meals": {
            Lang.ZH: "最多存 {most} 餐，先忘掉几个吧。",
            Lang.EN: "At most {most} meals can be saved. Please forget some first.",
        },
        "error.nothing_understood": {
            Lang.ZH: "没有看懂吃了什么。可以这样说：早饭两个包子、一杯豆浆。",
            Lang.EN: "No food was found in that. Try: two eggs and a glass of milk for breakfast.",
        },
        "error.several_meals": {
            Lang.ZH: "这句话里有好几餐，请一餐一餐地发。",
            Lang.EN: "That tells of several meals. Please send one meal at a time.",
        },
        "error.food_without_name": {
            Lang.ZH: "食物至少要有一个名字，中文或英文。",
            Lang.EN: "A food needs a name in at least one language.",
        },
        "error.food_without_provenance": {
            Lang.ZH: "请写明新数据从哪里来。",
            Lang.EN: "Say where the new figures come from.",
        },
        "error.impossible_amount": {
            Lang.ZH: "这个营养数值不可能，请检查单位：都按每 100 克可食部计。",
            Lang.EN: "This amount is not possible. Check the unit: all are per 100 g of edible part.",
        },
        "error.nothing_changed": {
            Lang.ZH: "内容和现在的一样，没有新建版本。",
            Lang.EN: "Nothing differs from the current version, so no new one was made.",
        },
        "error.measure_not_understood": {
            Lang.ZH: "没有看懂这个份量，可以写“1 碗”或“200 克”。",
            Lang.EN: "This measure is not understood. Try “1 cup” or “200 g”.",
        },
        "error.unknown_nutrient": {
            Lang.ZH: "没有这个营养素代码。",
            Lang.EN: "There is no nutrient with this tagname.",
        },
        "error.unreadable_table": {
            Lang.ZH: "这个文件不是食物表，没有导入任何内容。",
            Lang.EN: "This file is not a table of foods; nothing was loaded.",
        },
        "error.not_for_this_role": {
            Lang.ZH: "只有营养师和管理人员可以修改食物。",
            Lang.EN: "Only nutritionists and staff may edit foods.",
        },
        "error.unknown_source": {
            Lang.ZH: "没有这个食物数据来源。",
            Lang.EN: "There is no such source of foods.",
        },
        "error.label_or_items": {
            Lang.ZH: "自己的食物要么给标签上的数值，要么给配料，二选一。",
            Lang.EN: "A food of your own has the figures of its label or its ingredients: one of the two, not both.",
        },
        "error.impossible_name": {
            Lang.ZH: "名字要有 1 到 60 个字，不能只有数字。",
            Lang.EN: "A name has 1 to 60 characters and is not figures alone.",
        },
        "error.energy_not_told": {
            Lang.ZH: "请给出能量（千卡），其他的可以不写。",
            Lang.EN: "Give at least the energy in kcal; the rest may be left out.",
        },
        "error.portion_not_weighed": {
            Lang.ZH: "请说明一份有多少克，不然算不出来。",
            Lang.EN: "Say how many grams one portion has, otherwise nothing can be reckoned.",
        },
        "error.portion_of_dish": {
            Lang.ZH: "菜的一份由配料和份数算出来，不用另给克数。",
            Lang.EN: "The portion of a dish follows from its ingredients and how many it makes; leave its grams out.",
        },
        "error.impossible_dish": {
            Lang.ZH: "这样算出来不可能，请检查配料和做好后的重量。",
            Lang.EN: "This cannot be: please check the ingredients and what the finished dish weighs.",
        },
        "error.impossible_dish_weight": {
            Lang.ZH: "这个重量不太可能，要大于 0、不超过 {most} 公斤。",
            Lang.EN: "This weight is not possible: more than 0 and at most {most} kg.",
        },
        "error.impossible_portions": {
            Lang.ZH: "份数要大于 0、不超过 {most}。",
            Lang.EN: "A dish makes more than 0 and at most {most} portions.",
        },
        "error.own_food_exists": {
            Lang.ZH: "你已经有一个叫这个名字的食物了，换个名字吧。",
            Lang.EN: "You already have a food of this name; please take another one.",
        },
        "error.too_many_own_foods": {
            Lang.ZH: "自己的食物最多记 {most} 种，先忘掉一些吧。",
            Lang.EN: "At most {most} foods of your own can be kept. Please forget some first.",
        },
        "field.gtin_form": {
            Lang.ZH: "这不是条形码的数字：应为 8、12 或 13 位，最后一位要对得上。",
            Lang.EN: "This is no bar code number: it has 8, 12 or 13 digits, and the last one must fit the others.",
        },
        "quality.energy_differs": {
            Lang.ZH: "能量与蛋白质、脂肪、碳水化合物算出的相差一成以上。",
            Lang.EN: "The energy differs by more than a tenth from what protein, fat and carbohydrate give.",
        },
        "quality.energy_far_off": {
            Lang.ZH: "能量与蛋白质、脂肪、碳水化合物算出的相差很多。",
            Lang.EN: "The energy is far from what protein, fat and carbohydrate give.",
        },
        "quality.energy_unknown": {
            Lang.ZH: "能量不知道。",
            Lang.EN: "The energy is not known.",
        },
        "quality.sum_differs": {
            Lang.ZH: "水分、蛋白质、脂肪、碳水化合物和灰分之和不等于 100 克。",
            Lang.EN: "Water, protein, fat, carbohydrate and ash do not add up to 100 g.",
        },
        "quality.sum_far_off": {
            Lang.ZH: "水分、蛋白质、脂肪、碳水化合物和灰分之和与 100 克相差很多。",
            Lang.EN: "Water, protein, fat, carbohydrate and ash are far from 100 g together.",
        },
        "quality.very_salty": {
            Lang.ZH: "每 100 克含盐超过 10 克，请核对。",
            Lang.EN: "It has more than 10 g of salt in 100 g; worth a second look.",
        },
        "quality.unlike_its_group": {
            Lang.ZH: "有的数值在这类食物里不太可能。",
            Lang.EN: "A figure is hardly possible for this kind of food.",
        },
        "quality.too_strong": {
            Lang.ZH: "酒精度高得不像能喝的酒。",
            Lang.EN: "It is stronger than any drink that is sold.",
        },
        "quality.alcohol_unknown": {
            Lang.ZH: "是酒，但酒精含量不知道。",
            Lang.EN: "It is an alcoholic drink whose alcohol is not known.",
        },
        "quality.partly_known": {
            Lang.ZH: "15 种主要营养素里，知道的不到 12 种。",
            Lang.EN: "Fewer than 12 of the 15 main nutrients are known.",
        },
        "quality.hardly_known": {
            Lang.ZH: "15 种主要营养素里，知道的不到 6 种。",
            Lang.EN: "Fewer than 6 of the 15 main nutrients are known.",
        },
        "quality.repeated": {
            Lang.ZH: "同一张表里还有一条名字和数值几乎一样的。",
            Lang.EN: "The same table has a food of this name with nearly the same figures.",
        },
        "slot.breakfast": {Lang.ZH: "早餐", Lang.EN: "Breakfast"},
        "slot.lunch": {Lang.ZH: "午餐", Lang.EN: "Lunch"},
        "slot.dinner": {Lang.ZH: "晚餐", Lang.EN: "Dinner"},
        "slot.snack": {Lang.ZH: "加餐", Lang.EN: "Snack"},
        "group.grain": {Lang.ZH: "谷物", Lang.EN: "Grains"},
        "group.tuber": {Lang.ZH: "薯类", Lang.EN: "Tubers"},
        "group.legume": {Lang.ZH: "豆类", Lang.EN: "Legumes"},
        "group.nut": {Lang.ZH: "坚果", Lang.EN: "Nuts"},
        "group.vegetable": {Lang.ZH: "蔬菜", Lang.EN: "Vegetables"},
        "group.mushroom": {Lang.ZH: "菌菇", Lang.EN: "Mushrooms"},
        "group.seaweed": {Lang.ZH: "海藻", Lang.EN: "Seaweed"},
        "group.fruit": {Lang.ZH: "水果", Lang.EN: "Fruit"},
        "group.meat": {Lang.ZH: "肉类", Lang.EN: "Meat"},
        "group.poultry": {Lang.ZH: "禽肉", Lang.EN: "Poultry"},
        "group.seafood": {Lang.ZH: "水产", Lang.EN: "Seafood"},
        "group.egg": {Lang.ZH: "蛋类", Lang.EN: "Eggs"},
        "group.dairy": {Lang.ZH: "奶类", Lang.EN: "Dairy"},
        "group.fat": {Lang.ZH: "油脂", Lang.EN: "Fats"},
        "group.sweet": {Lang.ZH: "糖与甜食", Lang.EN: "Sweets"},
        "group.bakery": {Lang.ZH: "烘焙", Lang.EN: "Bakery"},
        "group.beverage": {Lang.ZH: "饮料", Lang.EN: "Beverages"},
        "group.alcohol": {Lang.ZH: "酒", Lang.EN: "Alcohol"},
        "group.seasoning": {Lang.ZH: "调味品", Lang.EN: "Seasonings"},
        "group.dish": {Lang.ZH: "菜肴", Lang.EN: "Dishes"},
        "group.snack": {Lang.ZH: "零食", Lang.EN: "Snacks"},
        "group.infant": {Lang.ZH: "婴幼儿食品", Lang.EN: "Infant foods"},
    }
)
