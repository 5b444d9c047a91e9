"""Tests what a machine remembers, and that a broken file never stops a start."""

import json

import pytest

from app import paths, settings
from app.settings import Settings


def test_what_is_kept_is_found_again():
    kept = Settings(record="court.milepost", court="Juniper County", theme="dark", width=900)

    settings.save(kept)

    assert settings.load() == kept


def test_a_new_machine_has_the_defaults():
    assert settings.load() == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", '"a"', "\udcff", "[" * 100_000])
def test_a_broken_file_is_set_aside(text):
    target = paths.state_folder() / settings.NAME
    target.write_bytes(text.encode("utf-8", "surrogateescape"))

    assert settings.load() == Settings()
    assert not target.exists()
    assert target.with_name("settings.json.broken").exists()


def test_values_of_the_wrong_kind_take_the_default():
    target = paths.state_folder() / settings.NAME
    plain = {"record": 3, "theme": None, "width": True, "height": 800, "holder": "Ruth Amsel"}
    target.write_text(json.dumps(plain))

    assert settings.load() == Settings(height=800, holder="Ruth Amsel")


def test_what_another_version_keeps_stays():
    target = paths.state_folder() / settings.NAME
    target.write_text(json.dumps({"later": 1, "theme": "dark"}))

    settings.save(Settings(theme="light"))

    assert json.loads(target.read_text())["later"] == 1
    assert settings.load().theme == "light"


def test_saving_over_a_broken_file_works():
    (paths.state_folder() / settings.NAME).write_text("[1]")

    settings.save(Settings(width=900))

    assert settings.load().width == 900


@pytest.mark.parametrize(("minutes", "kept"), [(2, 2), (30, 30), (0, 10), (7, 10), (100_000, 10)])
def test_the_lock_can_be_sooner_or_later_but_never_off(minutes, kept):
    target = paths.state_folder() / settings.NAME
    target.write_text(json.dumps({"lock_minutes": minutes}))

    assert settings.load().lock_minutes == kept
