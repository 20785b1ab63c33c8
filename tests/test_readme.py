"""What the README says is so."""

import re
import subprocess

import pytest
from django.core.management import get_commands

from connectleads.identity_providers import PROVIDER_SETTINGS
from connectleads.operator import OPERATOR_SETTINGS
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text()


def test_every_make_target_it_names_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert set(re.findall(r"make ([a-z]+)", README)) - {"and", "sure", "itself"} <= targets


def test_every_command_it_names_exists():
    named = set(re.findall(r"manage\.py (\w+)", README)) | {"compile_translations"}

    assert named <= set(get_commands())


def test_every_file_it_names_exists():
    named = re.findall(r"`((?:tests|enrichment|static|locale|docs)/[\w./-]*)`", README)
    named += re.findall(r"\]\(([\w./-]+)\)", README)

    assert len(named) > 8
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_its_table_of_settings_is_complete():
    sources = [(ROOT / "connectleads" / name).read_text() for name in ("config.py", "source_config.py")]
    read = set(re.findall(r'env\.\w+\("([A-Z_]+)"', "".join(sources)))
    read |= set(PROVIDER_SETTINGS) | set(OPERATOR_SETTINGS)
    table = README[README.index("| setting |") :].split("\n\n")[0]

    assert set(re.findall(r"`([A-Z][A-Z_]+)`", table)) == read


def test_the_map_lists_the_rooms_of_the_contract():
    rooms = re.search(r"dashboard  →.*tenancy", README)
    assert rooms
    contract = (ROOT / ".importlinter").read_text().split("[importlinter:contract:")[1]
    listed = [room.strip() for room in rooms.group().split("→")]

    places = [contract.index(f"\n    {room}\n") for room in listed]
    assert places == sorted(places)


@pytest.mark.parametrize("file", ["run", "local", "dev"])
def test_locks_carry_hashes_and_no_addresses(file: str):
    text = (ROOT / "requirements" / f"{file}.txt").read_text()
    pins = re.findall(r"^[a-z0-9._-]+(?:\[[^]]*\])?==", text, re.MULTILINE)

    assert len(pins) > 40
    assert text.count("--hash=sha256:") >= len(pins)
    assert not re.search(r"https?://|--index|--find-links|--extra-index", text)


def test_every_direct_dependency_has_a_reason():
    text = (ROOT / "pyproject.toml").read_text()
    lines = re.findall(r'^  "[a-z][^"]*",.*$', text[: text.index("[tool.pytest")], re.MULTILINE)

    assert len(lines) > 30
    assert [line for line in lines if not re.search(r",\s+# \w.{8,}", line)] == []


def test_no_file_names_a_place_on_somebodys_machine():
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    texts = [ROOT / name for name in files if not name.endswith((".woff2", ".ttf", ".png", ".xz", ".svg"))]
    machine = re.compile("/" + "work/|/" + "root/|/home/[a-z]")

    assert [str(path) for path in texts if path.exists() and machine.search(path.read_text())] == []
