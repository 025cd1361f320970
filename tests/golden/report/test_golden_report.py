"""Results as they were read and found good: a change of wording or of shape shows as a difference here."""

import io
import os
from pathlib import Path

import pytest
from rich.console import Console

from hydrascope.campaigns.model import ScanResult
from hydrascope.report import campaigns_json, summary
from hydrascope.report.sentences import paragraph

HERE = Path(__file__).parent


def _terminal(result: ScanResult) -> str:
    file = io.StringIO()
    summary(result, 3, Path("out"), Console(file=file, width=120))
    return file.getvalue()


def _paragraphs(result: ScanResult) -> str:
    return "\n\n".join(paragraph(one) for one in result.campaigns) + "\n"


@pytest.mark.parametrize(
    ("name", "make"),
    [("campaigns.json", lambda result: campaigns_json(result).decode()), ("summary.txt", _terminal), ("paragraphs.txt", _paragraphs)],
)
def test_reads_as_it_did(result: ScanResult, name: str, make) -> None:
    """What is written is what was kept; with HYDRASCOPE_GOLDEN=write it is kept anew, to be read in the difference."""
    written = make(result)
    if os.environ.get("HYDRASCOPE_GOLDEN") == "write":
        (HERE / name).write_text(written, encoding="utf-8")

    assert written == (HERE / name).read_text(encoding="utf-8")
