"""What a user installs."""

import subprocess
import sys
import zipfile

import pytest


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> zipfile.ZipFile:
    """The wheel, built without a network."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(out)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (built,) = out.glob("*.whl")
    return zipfile.ZipFile(built)


def test_the_wheel_has_every_file_of_the_package(wheel, root) -> None:
    """Templates, weights and py.typed are in the wheel, as is every module."""
    source = root / "src"
    ours = {
        str(path.relative_to(source)) for path in (source / "hydrascope").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }

    assert "hydrascope/py.typed" in ours
    assert ours - set(wheel.namelist()) == set()


def test_the_wheel_has_nothing_else(wheel) -> None:
    """The wheel holds the package and its description: no tests, no .pth file that runs at every start of Python."""
    tops = {name.split("/")[0] for name in wheel.namelist()}

    assert tops == {"hydrascope", next(top for top in tops if top.endswith(".dist-info"))}
    assert [name for name in wheel.namelist() if name.endswith(".pth")] == []


def test_the_wheel_is_small(wheel) -> None:
    """A wheel stays under 20 MB, models included."""
    assert sum(entry.compress_size for entry in wheel.infolist()) < 20_000_000
