"""The invented scan of the unit tests, small: its results are kept here to be read and compared."""

import runpy
from pathlib import Path

import pytest

from hydrascope.campaigns.model import ScanResult

_INVENTED = Path(__file__).parents[2] / "unit" / "report" / "conftest.py"


@pytest.fixture
def result() -> ScanResult:
    """Twenty accounts over two days, five of them in a confirmed campaign."""
    scan = runpy.run_path(str(_INVENTED))["invented"](20, 5, 2)
    assert isinstance(scan, ScanResult)
    return scan
