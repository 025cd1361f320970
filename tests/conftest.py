"""What every test may use."""

import os
from pathlib import Path

import hypothesis
import pytest

from hydrascope.engine import connect
from hydrascope.lab.spark_cluster import cluster

ROOT = Path(__file__).parents[1]

# A kernel compiles on first use, which no deadline foresees; CI repeats the same examples.
hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ, print_blob=True)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    """Recorded traffic beside the checkout, which the project does not ship: tests that need it skip without it."""
    found = Path(os.environ.get("HYDRASCOPE_DATA", ROOT.parent / "shared" / "data"))
    if not found.is_dir():
        pytest.skip(f"no recorded traffic at {found}; name it with HYDRASCOPE_DATA")
    return found


@pytest.fixture(scope="session")
def spark():
    """A standalone Spark cluster with two worker processes, and a driver in this one; started when a test asks for it."""
    with cluster() as made:
        driver = connect("spark", master=made.url, memory="1GB")
        made.wait_for_workers(2)
        yield made
        driver.close()
