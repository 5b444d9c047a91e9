"""Tries that the licence of everything inside the program is in the list that travels with it."""

from installer import licences
from installer.components import ROOT, canonical, runtime_distributions

FOLDER = ROOT / "resources" / "LICENSES"


def test_the_list_in_the_project_is_the_one_the_installed_packages_give():
    assert licences.THIRD_PARTY.read_text(encoding="utf-8") == licences.third_party()


def test_every_run_time_package_comes_with_the_text_of_its_licence():
    without = [
        package.name
        for package in runtime_distributions()
        if len(licences.text_of(package).split()) < 10
    ]

    assert without == []


def test_texts_that_packages_leave_out_are_kept_in_the_folder():
    kept = {name for names in licences.TEXT_KEPT_HERE.values() for name in names}

    assert all((FOLDER / name).stat().st_size > 5_000 for name in kept)


def test_packages_that_carry_their_own_text_are_not_listed_as_leaving_it_out():
    carrying = [
        package.name
        for package in runtime_distributions()
        if canonical(package.name) in licences.TEXT_KEPT_HERE and licences.licence_files(package)
    ]

    assert carrying == []


def test_the_typeface_and_the_icons_have_their_licences():
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL-1.1-Noto-Sans.txt").read_text(encoding="utf-8")
    assert "ISC License" in (FOLDER / "ISC-Lucide.txt").read_text(encoding="utf-8")
