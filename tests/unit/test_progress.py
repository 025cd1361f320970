"""Progress on terminals and elsewhere."""

import io
import signal
from contextlib import suppress

import pytest
from rich.console import Console

from hydrascope import progress


def _said(console: Console, *, quiet: bool = False) -> str:
    with progress.shown(console, quiet=quiet) as told:
        for done in range(3):
            told("reading", done, 4)
        told("linking", 0, 0)
    return console.file.getvalue()


def test_a_pipe_gets_a_line_a_stage_and_not_one_a_call() -> None:
    """Calls that follow each other closely print one line for each stage."""
    assert _said(Console(file=io.StringIO())) == "hydrascope: reading\nhydrascope: linking\n"


def test_long_work_is_heard_of_again(monkeypatch) -> None:
    """After a few seconds in one stage a line says how far it has come."""
    monkeypatch.setattr(progress, "SECONDS_BETWEEN_LINES", 0)

    assert "hydrascope: reading 50%\n" in _said(Console(file=io.StringIO()))


def test_a_terminal_gets_a_bar() -> None:
    """A terminal shows the stages by name, and no plain lines."""
    said = _said(Console(file=io.StringIO(), force_terminal=True, width=80))

    assert "reading" in said
    assert "hydrascope:" not in said


def test_quiet_shows_nothing() -> None:
    """Quiet work prints nothing."""
    assert _said(Console(file=io.StringIO()), quiet=True) == ""


def _lose_a_ctrl_c(heard: list[str]) -> None:
    with progress.shown(Console(file=io.StringIO())) as told:
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        heard.append("swallowed")
        told("linking", 0, 0)
        heard.append("went on")


def test_a_ctrl_c_that_was_swallowed_is_heard_at_the_next_report() -> None:
    """A Ctrl-C that is lost within a callback ends the work at its next stage, and the handler from before is back afterwards."""
    before = signal.getsignal(signal.SIGINT)
    heard = []
    with pytest.raises(KeyboardInterrupt):
        _lose_a_ctrl_c(heard)

    assert heard == ["swallowed"]
    assert signal.getsignal(signal.SIGINT) is before


def _read(*, pressed: bool) -> None:
    """A library that fails, also where the reason is a Ctrl-C within a callback."""
    with suppress(KeyboardInterrupt):
        if pressed:
            signal.raise_signal(signal.SIGINT)
    raise RuntimeError("reading failed")


@pytest.mark.parametrize(("pressed", "heard"), [(True, KeyboardInterrupt), (False, RuntimeError)])
def test_what_a_library_makes_of_a_ctrl_c_is_a_ctrl_c(pressed, heard) -> None:
    """An error that follows a Ctrl-C is the Ctrl-C; any other stays what it is."""
    with pytest.raises(heard), progress.shown(Console(file=io.StringIO()), quiet=True):
        _read(pressed=pressed)
