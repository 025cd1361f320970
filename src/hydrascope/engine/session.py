"""A session with Spark: how it is started, held to its limits, and kept from talking."""

import importlib.util
import os
import re
import shutil
import socket
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hydrascope.errors import ConfigError, MissingExtraError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

MASTERS = re.compile(r"local(\[[\d*, ]+\])?|spark://.+|yarn|k8s://.+")
LEAST_MEMORY = 512 << 20  # what the JVM of a driver needs
COLLECT_SHARE = 0.5  # of the driver's memory that one result may take
SECONDS_TO_ANSWER = 5.0
_UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30, "TIB": 2**40}


def settings(master: str, threads: int | None, memory: str | None) -> dict[str, str]:
    """
    Return the settings of a session; whatever is not among them is taken from Spark's own files.

    Raises `ConfigError` where a limit is none.

    >>> settings("local[2]", None, "4GB")["spark.driver.memory"], settings("local", None, "4GB")["spark.driver.maxResultSize"]
    ('3814m', '1907m')
    """
    chosen = {
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "true",  # a number that does not fit is an error, and no other number
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.ui.enabled": "false",  # a page for everybody on the network
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
    }
    if master.startswith("local") or _host(master) in {"127.0.0.1", "localhost"}:
        chosen |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    if memory is not None:
        size = _bytes(memory)
        chosen |= {"spark.driver.memory": f"{size >> 20}m", "spark.driver.maxResultSize": f"{int(size * COLLECT_SHARE) >> 20}m"}
    if threads is not None and not master.startswith("local"):
        chosen["spark.cores.max"] = str(threads)
    return chosen


def _bytes(memory: str) -> int:
    found = re.fullmatch(r"([1-9]\d*(?:\.\d+)?)\s?([KMGT]i?B)", memory, re.IGNORECASE)
    if not found:
        raise ConfigError(f"expected a size with its unit, such as 4GB, but got memory={memory!r}")
    size = int(float(found[1]) * _UNITS[found[2].upper()])
    if size < LEAST_MEMORY:
        raise ConfigError(f"expected at least 512MiB for the driver of Spark but got memory={memory!r}; give more")
    return size


def _host(master: str) -> str | None:
    return urlsplit(master).hostname if master.startswith("spark://") else None


def checked(master: str, threads: int | None) -> str:
    """
    Return the master to connect to.

    Raises `ConfigError` for one that is none, and for a standalone one that does not answer.

    >>> checked("local[*]", 3)
    'local[3]'
    >>> checked("http://there", None)
    Traceback (most recent call last):
    hydrascope.errors.ConfigError: expected a Spark master such as local[*], spark://HOST:7077, yarn or k8s://URL but got master='http://there'
    """
    if threads is not None and threads < 1:
        raise ConfigError(f"expected a whole number from 1 on but got threads={threads!r}")
    if not MASTERS.fullmatch(master):
        raise ConfigError(f"expected a Spark master such as local[*], spark://HOST:7077, yarn or k8s://URL but got master={master!r}")
    if master == "local[*]" and threads is not None:
        return f"local[{threads}]"
    hosts = master.removeprefix("spark://").split(",") if _host(master) else []
    if hosts and not any(_answers(host) for host in hosts):
        raise ConfigError(f"expected a Spark master that answers but got master={master!r}; start it, or name another with --master")
    return master


def _answers(host: str) -> bool:
    name, _, port = host.partition(":")
    with suppress(OSError, ValueError), socket.create_connection((name, int(port or 7077)), SECONDS_TO_ANSWER):
        return True
    return False


def installed() -> None:
    """Raise `MissingExtraError` without PySpark and what it needs to hand over Arrow tables."""
    if any(importlib.util.find_spec(name) is None for name in ("pyspark", "pandas")):
        raise MissingExtraError("the engine spark", "spark")


def start(master: str, *, threads: int | None, memory: str | None) -> "tuple[SparkSession, bool]":
    """
    Return a session of its own tables, and whether Spark was started for it.

    A Python process has one Spark: where it runs already, the session is one
    more of it, and limits are those it was started with. Raises
    `MissingExtraError` without PySpark, `ConfigError` for limits and masters
    that are none, and where there is no Java.
    """
    chosen = settings(master, threads, memory)
    master = checked(master, threads)
    installed()
    with unwarned():
        return _session(master, chosen)


def _session(master: str, chosen: dict[str, str]) -> "tuple[SparkSession, bool]":
    from pyspark import SparkContext  # noqa: PLC0415 (an extra: asked for when it is needed)
    from pyspark.sql import SparkSession  # noqa: PLC0415

    running = SparkContext._active_spark_context  # noqa: SLF001 (the public way to ask starts one)
    builder = SparkSession.builder.master(master).appName("hydrascope").config(map=dict(chosen))
    if running is not None:
        return _tuned(builder.getOrCreate().newSession()), False
    with _quietly() as said:
        try:
            session = builder.getOrCreate()
        except Exception as error:
            raise _not_started(error, said) from error
    return _tuned(session), True


def _tuned(session: "SparkSession") -> "SparkSession":
    """Cut shuffles into as many parts as there are cores, two at least, where Spark's own files do not say into how many."""
    if session.sparkContext.getConf().get("spark.sql.shuffle.partitions") is None:
        session.conf.set("spark.sql.shuffle.partitions", str(max(2, session.sparkContext.defaultParallelism)))
    return session


def _not_started(error: Exception, said: Path) -> Exception:
    """Return what a user is to hear where Spark did not start."""
    text = said.read_text(errors="replace")
    if "JAVA_GATEWAY_EXITED" not in str(error) and not isinstance(error, FileNotFoundError):
        return error
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        return ConfigError("expected Java 17 or later for Spark but got none; install it, or name one with JAVA_HOME")
    last = text.strip().splitlines()[-1:] or [str(error)]
    return ConfigError(f"expected Spark to start with Java 17 or later but got {last[0]!r}; name another Java with JAVA_HOME")


@contextmanager
def unwarned() -> Iterator[None]:
    """Keep from users that PySpark knows pandas 3 less well than pandas 2: of pandas it uses nothing here."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        yield


@contextmanager
def _quietly() -> Iterator[Path]:
    """Let the JVM that is started within, and Python on the workers beside it, write to a file that nobody needs, and not into the terminal."""
    before = os.environ.get("PYSPARK_PYTHON")
    os.environ["PYSPARK_PYTHON"] = before or sys.executable
    with tempfile.NamedTemporaryFile(prefix="hydrascope-spark-", suffix=".log") as log, _standard_error_to(log.fileno()):
        try:
            yield Path(log.name)
        finally:
            if before is None:
                del os.environ["PYSPARK_PYTHON"]


@contextmanager
def _standard_error_to(file: int) -> Iterator[None]:
    kept = os.dup(2)
    os.dup2(file, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
