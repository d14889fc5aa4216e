"""What is shipped: the version is told, the lock is whole, the wheel holds the data and works without the checkout."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile

import pytest


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_changelog_tells_of_this_version(root, project):
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(project['version'])}\]", changelog, re.MULTILINE)


def test_the_lock_holds_every_dependency(root, project):
    locked = set(re.findall(r"^([\w-]+)==", (root / "scripts" / "lock.txt").read_text(encoding="utf-8"), re.MULTILINE))
    wanted = project["dependencies"] + project["optional-dependencies"]["test"]
    assert {re.match(r"[\w-]+", name)[0].lower() for name in wanted} <= locked


def test_the_wheel_works_on_its_own(root, tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    script = (
        "import sys; sys.path.insert(0, sys.argv.pop(1))\n"
        "import citekit, citekit.cli\n"
        "assert citekit.__file__.startswith(sys.path[0]), citekit.__file__\n"
        "sample = citekit.__file__.replace('__init__.py', 'data/sample/peacekeeping.txt')\n"
        "sys.exit(citekit.cli.run(['extract', sample, '-q']) + 10 * citekit.cli.run(['explain', '--list']))"
    )
    command = [sys.executable, "-I", "-c", script, str(tmp_path / "site")]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.stderr == ""
    assert told.returncode == 1  # the sample has findings, explain has none
    assert "\n@book{" in told.stdout
    assert "\nRD001 " in "\n" + told.stdout
