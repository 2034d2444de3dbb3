"""The table of activities is whole, and built from the source without losing where a figure comes from."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from fitness.compendium import WORDS, activities, activity_lexicon, from_source
from fitness.domain.paces import FAMILY_OF_CODE

HEADER = "code_2011,met_2011,met_2024_same_code,category,name_en,name_zh,aliases_zh\n"


def words() -> list[dict[str, str]]:
    with WORDS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_code_with_words_or_speeds_is_in_the_table() -> None:
    assert {row["code"] for row in words()} <= set(activities())
    assert set(FAMILY_OF_CODE) <= set(activities())


def test_no_word_stands_for_two_activities() -> None:
    told = [word for row in words() for word in f"{row['words']};{row['weak_words']}".split(";") if word]

    assert len(told) == len(set(told))
    assert len(activity_lexicon()) > 600


def test_the_later_edition_is_taken_where_the_code_kept_its_meaning() -> None:
    brisk, cycling = activities()["17200"], activities()["01015"]

    assert (brisk.edition, brisk.met) == ("2024", 4.8)
    assert (cycling.edition, cycling.met) == ("2011", 7.5)


def test_bad_rows_are_refused_with_their_line(tmp_path: Path) -> None:
    source = tmp_path / "activities_met.csv"
    source.write_text(
        HEADER + "12050,9.8,9.3,running,running,跑步,\nx,3,,walking,no code,,\n12051,99,,running,too fast,,\n"
        "12050,9.8,,running,twice,,\n12052,abc,,running,no number,,\n",
        encoding="utf-8",
    )

    rows, refused = from_source(source)

    assert [row.code for row in rows] == ["12050"]
    assert [refusal.line for refusal in refused] == [3, 4, 5, 6]


def test_the_command_builds_the_table(tmp_path: Path) -> None:
    source = tmp_path / "fitness"
    source.mkdir()
    (source / "activities_met.csv").write_text(HEADER + "12050,9.8,9.3,running,a &amp; b,跑步,\n", encoding="utf-8")
    table = tmp_path / "activities.csv"

    call_command("build_activities", source_data=str(tmp_path), table=table)

    assert table.read_text(encoding="utf-8").splitlines()[1:] == ["2024,12050,9.3,running,跑步,a & b"]


def test_building_without_source_data_says_what_is_missing() -> None:
    with pytest.raises(CommandError, match="must name the folder"):
        call_command("build_activities", source_data="")
