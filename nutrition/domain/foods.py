"""The kinds of food that Meum tells apart, and of the names by which a food is found."""

from __future__ import annotations

from enum import StrEnum


class FoodGroup(StrEnum):
    """A kind of food; the value is stored."""

    GRAIN = "grain"
    TUBER = "tuber"
    LEGUME = "legume"
    NUT = "nut"
    VEGETABLE = "vegetable"
    MUSHROOM = "mushroom"
    SEAWEED = "seaweed"
    FRUIT = "fruit"
    MEAT = "meat"
    POULTRY = "poultry"
    SEAFOOD = "seafood"
    EGG = "egg"
    DAIRY = "dairy"
    FAT = "fat"
    SWEET = "sweet"
    BAKERY = "bakery"
    BEVERAGE = "beverage"
    ALCOHOL = "alcohol"
    SEASONING = "seasoning"
    DISH = "dish"
    SNACK = "snack"
    INFANT = "infant"


class Grade(StrEnum):
    """How far the figures of a food can be trusted: A is sound, B has something small against it, C is doubtful."""

    A = "A"
    B = "B"
    C = "C"


class NameKind(StrEnum):
    """What a searchable name is to its food; the value is stored."""

    NAME = "name"
    ALIAS = "alias"
    TRADITIONAL = "traditional"
    MAINLAND = "mainland"
    PINYIN = "pinyin"
    INITIALS = "initials"
