"""The program's own log."""

import io
import json
import stat

import pytest
import structlog

from hydrascope import logs


@pytest.fixture(autouse=True)
def _restored():
    yield
    structlog.reset_defaults()


def _logged(stream: io.StringIO, level: str) -> list[str]:
    logs.configure(level, stream)
    log = structlog.get_logger()
    log.info("file read", rows=3)
    log.warning("file left", path="ü.jsonl")
    return stream.getvalue().splitlines()


def test_a_pipe_gets_json_lines() -> None:
    """Where nobody looks on, each event is one JSON object with its level and its time."""
    (line,) = _logged(io.StringIO(), "warning")
    event = json.loads(line)

    assert (event["event"], event["level"], event["path"]) == ("file left", "warning", "ü.jsonl")
    assert event["timestamp"].endswith("Z")


def test_the_level_decides_what_is_said() -> None:
    """A lower level lets more events through."""
    assert len(_logged(io.StringIO(), "info")) == 2
    assert _logged(io.StringIO(), "error") == []


def test_a_terminal_gets_readable_lines(monkeypatch) -> None:
    """On a terminal an event is no JSON."""
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: True)
    (line,) = _logged(stream, "warning")

    assert "file left" in line
    assert not line.startswith("{")


def test_a_kept_traceback_is_private() -> None:
    """The file with a traceback is readable by its owner alone, and names the error."""
    kept = logs.keep_traceback(ValueError("broken"))
    text, mode = kept.read_text(), stat.S_IMODE(kept.stat().st_mode)
    kept.unlink()

    assert "ValueError: broken" in text
    assert mode == 0o600
