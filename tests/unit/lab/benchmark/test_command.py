"""`hydrascope bench` from the command line."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from hydrascope.cli import app
from hydrascope.errors import ConfigError
from hydrascope.lab.benchmark import kept
from hydrascope.lab.benchmark.plan import Cell
from hydrascope.lab.benchmark.records import Cost, Said, WorldTruth


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("tune", "--worlds", "published-3"), "world='published-3'"),
        (("tune", "--worlds", "demo", "--seeds", "1001"), "seed=1001"),
        (("ablate", "--worlds", "town"), "world='town'"),
        (("quick", "--seeds", "7"), "seed=7"),
        (("scale", "--memory", "much"), "memory='much'"),
        (("speed",), "--input"),
    ],
)
def test_what_cannot_be_run_is_refused(arguments, says, tmp_path) -> None:
    """The wrong split, a limit that is none and a missing input are refused with a sentence, before any work."""
    refused = CliRunner().invoke(app, ["bench", *arguments, "--out", str(tmp_path / "out")]).exception

    assert isinstance(refused, ConfigError)
    assert says in str(refused)
    assert not (tmp_path / "out").exists()


def test_results_go_to_standard_output_and_progress_to_standard_error(tmp_path) -> None:
    """With `--json` standard output is the whole summary, also when everything was there already."""
    cell = Cell("demo", 1, 1.0, "hydrascope", "verdict")
    kept.keep(kept.world_path(tmp_path, cell), WorldTruth(world="demo", seed=1, scale=1.0, days=1, exchanges=1, accounts={}, campaigns={}))
    answer = Said(scores={}, accused=[], confirmed=[], watched=[], groups={}, cost=Cost(seconds=1.0, peak_mib=1.0))
    kept.keep(kept.cell_path(tmp_path, cell), answer)
    arguments = ["bench", "tune", "--worlds", "demo", "--seeds", "1", "--detectors", "hydrascope", "--out", str(tmp_path), "--json"]
    command = [sys.executable, "-c", "from hydrascope.cli import main; main()", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert json.loads(done.stdout)["seeds"] == [1]
    assert "1 of 1 cells" in done.stderr
