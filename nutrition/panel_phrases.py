"""The sentences about photos of packets and nutrition panels."""

from __future__ import annotations

from meum.domain.languages import Lang
from meum.kernel.phrases import phrase, register
from nutrition.catalogue.nutrients import nutrient
from nutrition.domain.panels import FIELDS, Finding

register(
    {
        "error.labels_unavailable": {
            Lang.ZH: "现在没法读包装上的字，请直接告诉我名称和营养成分。",
            Lang.EN: "Packets cannot be read at the moment. Please tell me the name and the figures in words.",
        },
        "error.packet_not_read": {
            Lang.ZH: "这张包装照片还在识别，请稍等一下。",
            Lang.EN: "This photo of a packet is still being read. Please wait a moment.",
        },
        "error.packet_kept": {
            Lang.ZH: "这个包装已经存成自定义食物了。",
            Lang.EN: "This packet is kept as an own food already.",
        },
        "error.panel_not_read": {
            Lang.ZH: "没有读到完整的营养成分表，请重新拍一张清楚的，或者把数值告诉我。",
            Lang.EN: "No complete nutrition panel was read. Please take a clearer photo, or tell me the figures.",
        },
        "error.impossible_gtin": {
            Lang.ZH: "条形码数字不对，应为 8、12 或 13 位，请核对一下。",
            Lang.EN: "The number of the bar code is not possible: 8, 12 or 13 digits. Please check it.",
        },
        "panel.nothing_read": {
            Lang.ZH: "照片里没有找到营养成分表。",
            Lang.EN: "No nutrition panel was found in the photo.",
        },
        "panel.per_unknown": {
            Lang.ZH: "没有读到数值是每 100 克还是每份的，请看一下包装。",
            Lang.EN: "It was not read whether the figures are of 100 g or of a serving. Please look at the packet.",
        },
        "panel.serving_unknown": {
            Lang.ZH: "数值是每份的，但没有读到一份是多少克。",
            Lang.EN: "The figures are of a serving, but what a serving weighs was not read.",
        },
        "panel.energy_missing": {
            Lang.ZH: "没有读到能量。",
            Lang.EN: "The energy was not read.",
        },
        "panel.energy_unlike_parts": {
            Lang.ZH: "能量和蛋白质、脂肪、碳水化合物对不上，请核对一下。",
            Lang.EN: "The energy does not fit protein, fat and carbohydrate. Please check the figures.",
        },
        "panel.energies_differ": {
            Lang.ZH: "千焦和千卡两个数对不上，请核对一下。",
            Lang.EN: "The figures in kJ and in kcal do not fit each other. Please check them.",
        },
        "panel.too_much": {
            Lang.ZH: "{name}的数值太大了，请核对一下。",
            Lang.EN: "{name}: so much is not possible. Please check the figure.",
        },
        "panel.part_above_whole": {
            Lang.ZH: "{name}比它所属的一项还多，请核对一下。",
            Lang.EN: "{name}: more than what it is a part of. Please check the figure.",
        },
        "panel.percent_unlike_amount": {
            Lang.ZH: "{name}的数值和百分比对不上，请核对一下。",
            Lang.EN: "{name}: the amount does not fit its share in per cent. Please check the figure.",
        },
        "panel.columns_differ": {
            Lang.ZH: "{name}在每 100 克和每份两栏里对不上，请核对一下。",
            Lang.EN: "{name}: the columns of 100 g and of a serving do not fit each other. Please check the figure.",
        },
        "panel.salt_g": {Lang.ZH: "食盐", Lang.EN: "Salt"},
        "panel.added_sugars_g": {Lang.ZH: "添加糖", Lang.EN: "Added sugars"},
        "panel.polyols_g": {Lang.ZH: "糖醇", Lang.EN: "Polyols"},
    }
)


def name_of_field(name: str, lang: Lang) -> str:
    """Return what a field of a panel is called."""
    tagname = FIELDS[name].tagname
    return nutrient(tagname).name(lang) if tagname else phrase(lang, f"panel.{name}")


def sentence_of(finding: Finding, lang: Lang) -> str:
    """Return one sentence for a person: what does not fit, and what to look at."""
    name = name_of_field(finding.name, lang) if finding.name else ""
    return phrase(lang, f"panel.{finding.problem.value}", name=name)
