"""Which engine: every one by its name."""

from hydrascope.engine import duck, session
from hydrascope.engine.model import Engine
from hydrascope.errors import ConfigError

ENGINES = ("duckdb", "spark")
HERE = "local[*]"


def connect(name: str = "duckdb", *, master: str | None = None, threads: int | None = None, memory: str | None = None) -> Engine:
    """
    Return an engine, held to so many threads and so much memory (`4GB`).

    `master` is where Spark runs: on this machine by default, or
    `spark://HOST:7077`, `yarn`, `k8s://URL`; there `memory` is the driver's.
    Raises `ConfigError` where one of them is none, and `MissingExtraError`
    for Spark without PySpark.

    >>> import pyarrow as pa
    >>> from hydrascope.engine import Step
    >>> engine = connect(memory="1GB")
    >>> engine.put("t", pa.table({"n": [1, 2, 3]}))
    >>> engine.run([Step("odd", "SELECT n FROM t WHERE n % 2 = 1 ORDER BY n")])
    >>> engine.fetch("SELECT sum(n)::BIGINT AS total FROM odd").to_pylist()
    [{'total': 4}]
    >>> connect("abacus")
    Traceback (most recent call last):
    hydrascope.errors.ConfigError: expected one of the engines duckdb, spark but got engine='abacus'
    """
    ready(name, master=master)
    if name == "spark":
        from hydrascope.engine import spark  # noqa: PLC0415 (its translator of SQL takes a third of a second to load)

        return spark.connect(master or HERE, threads=threads, memory=memory)
    return duck.connect(threads=threads, memory=memory)


def ready(name: str, *, master: str | None = None) -> None:
    """
    Say before the work what `connect` would say after it: raise `ConfigError` where there is no such engine or master, `MissingExtraError` without PySpark.

    >>> ready("duckdb", master="spark://there:7077")
    Traceback (most recent call last):
    hydrascope.errors.ConfigError: expected no master with the engine duckdb but got master='spark://there:7077'; name the engine, too: --engine spark
    """
    if name not in ENGINES:
        raise ConfigError(f"expected one of the engines {', '.join(ENGINES)} but got engine={name!r}")
    if name == "spark":
        session.checked(master or HERE, None)
        session.installed()
    elif master is not None:
        raise ConfigError(f"expected no master with the engine duckdb but got master={master!r}; name the engine, too: --engine spark")
