"""
What the program says of its own work: to standard error, JSON lines where nobody looks on.

The library only asks structlog for a logger; the commands set it up here.
"""

import logging
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TextIO

import structlog


def configure(level: str = "warning", stream: TextIO | None = None) -> None:
    """
    Send log events of `level` and above to `stream`, standard error when it is None.

    A terminal gets readable lines, anything else one JSON object a line.
    Events carry counts, names and paths; no prompt or answer belongs in one.
    """
    stream = stream or sys.stderr
    render: structlog.typing.Processor = structlog.processors.JSONRenderer(ensure_ascii=False)
    if stream.isatty():
        render = structlog.dev.ConsoleRenderer()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.dict_tracebacks if not stream.isatty() else structlog.processors.StackInfoRenderer(),
            render,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(stream),
    )


def keep_traceback(error: BaseException) -> Path:
    """Write the traceback of a defect to a fresh file that only this user may read, and return its path."""
    with tempfile.NamedTemporaryFile("w", prefix="hydrascope-", suffix=".log", delete=False, encoding="utf-8") as kept:
        kept.write(f"{' '.join(sys.argv)}\nPython {sys.version}\n\n")
        kept.writelines(traceback.format_exception(error))
    return Path(kept.name)
