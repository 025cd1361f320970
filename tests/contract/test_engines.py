"""What every engine keeps to: the same calls leave the same rows, in the same types."""

import gzip
import threading
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hydrascope import cli
from hydrascope.dealing import dealt
from hydrascope.detect import detect
from hydrascope.detect.rewording import _steps as rewording_steps
from hydrascope.detect.templates import fragment_steps, shingle_steps
from hydrascope.detect.traffic import _steps as traffic_steps
from hydrascope.engine import ENGINES, Step, connect
from hydrascope.engine.dialect import SPARK
from hydrascope.engine.spark import SparkEngine
from hydrascope.errors import ConfigError, InputError
from hydrascope.fingerprint.batch import fingerprint
from hydrascope.lab import worlds
from hydrascope.pipeline import take
from hydrascope.schema import ACCOUNTS, EXCHANGES, FINGERPRINTS
from hydrascope.sources import read

TOP = 2**64 - 1
MAPPING = """
exchange_id = "id"
ts = "when"
account_id = "who"
model = "what"
prompt = "said"
"""
TIMES = pa.timestamp("us", tz="UTC")
EDGES = pa.table(
    {
        "i": pa.array([1, 2, 3, 4, 5, None], pa.int64()),
        "small": pa.array([0, 1, 0, 1, 0, None], pa.int8()),
        "u": pa.array([0, 1, 2**63, TOP, 7, None], pa.uint64()),
        "us": pa.array([[TOP, 0], [], [7], None, [1, 1], [2**63]], pa.list_(pa.uint64())),
        "f": pa.array([0.4995, 0.0005, 0.1, 0.9995, 1.0, None], pa.float32()),
        "d": pa.array([0.5, 1.5, 2.5, -0.5, 1e15 + 0.3, None], pa.float64()),
        "ts": pa.array([500_000, 1_500_000, 2_499_999, -1, 1_770_091_506_500_000, None], TIMES),
        "name": ["b", "", "日本🎉", "B", None, "a"],
        "same": ["x", "x", "y", "y", "y", None],
    }
)
# At least one query a divergence; the rows are compared as they come, so each query says their order.
QUERIES = {
    "order by all": "SELECT i, name, u FROM t ORDER BY ALL",
    "unsigned constants": "SELECT i FROM t WHERE u >= 7 AND u <> 18446744073709551615 OR u = 0 ORDER BY i",
    "unsigned xor": "SELECT i, xor(u, 12345678901234567890::UBIGINT) AS x FROM t ORDER BY x",
    "casts": "SELECT d::BIGINT AS whole, u::DOUBLE AS wide, i::UBIGINT AS v, (0.3 * i)::BIGINT AS cut, small::INT AS n FROM t ORDER BY i",
    "floats": "SELECT round(1000 * CASE WHEN small = 0 THEN 1 - f ELSE greatest(f, 0.5) END)::BIGINT AS h, 1 - f AS r FROM t ORDER BY i",
    "epoch": "SELECT epoch(ts) AS s, epoch(ts)::BIGINT AS whole FROM t ORDER BY ts",
    "sums": "SELECT sum(i) AS s, sum(9223372036854775807 - i) AS wide FROM t",
    "any value": "SELECT same, any_value(same) AS v, count(*) AS n FROM t GROUP BY same ORDER BY same",
    "arg max": "SELECT same, arg_max(i, (small, -i)) AS most, arg_min(name, i) AS first FROM t GROUP BY same ORDER BY same",
    "tuples": "SELECT arg_max(i, (u, name)) AS i FROM t WHERE name IS NOT NULL AND u IS NOT NULL",
    "lengths": "SELECT i, len(us) AS n, length(name) AS m FROM t ORDER BY i",
    "row numbers": "SELECT row_number() OVER (ORDER BY ts, i) - 1 AS n, i, ts FROM t ORDER BY n",
    "distinct on": "SELECT * FROM (SELECT DISTINCT ON (same) same, i, u FROM t ORDER BY ALL) ORDER BY same",
    "star": "SELECT t.* EXCLUDE (us, f), i AS again FROM t ORDER BY i",
    "using": "SELECT i, a.u, b.name FROM t a LEFT JOIN (SELECT i, name FROM t WHERE i < 3) b USING (i) ORDER BY i, u",
    "unnest": "SELECT v, count(*) AS n, count(DISTINCT i) AS d FROM (SELECT i, unnest(us) AS v FROM t) GROUP BY v ORDER BY v",
    "median": "SELECT same, median(d) AS m, median(i / 3) >= 0.8 AS much FROM t GROUP BY same ORDER BY same",
    "logarithms": "SELECT i, round(log2(i) * log2(1 + 7 / i), 6) AS r FROM t ORDER BY i",
    "windows": "SELECT i, row_number() OVER (PARTITION BY same ORDER BY count(*) DESC, i) AS n FROM t GROUP BY same, i ORDER BY i",
    "qualify": "SELECT same, i FROM t QUALIFY row_number() OVER (PARTITION BY same ORDER BY i DESC) = 1 ORDER BY same",
    "decimals": "SELECT i FROM t GROUP BY i HAVING count(*) >= greatest(1, 0.3 * i) ORDER BY i",
    "coalesce": "SELECT coalesce(u, 3) AS u, coalesce(small = 1, false)::INT AS s FROM t ORDER BY i",
}


@pytest.fixture(scope="module")
def two(spark):
    """An engine of each name; that of Spark on the cluster."""
    made = {name: connect(name, master=spark.url if name == "spark" else None) for name in ENGINES}
    yield made
    for engine in made.values():
        engine.close()


@pytest.fixture(params=ENGINES)
def engine(request, spark):
    """An engine with one table, for each name."""
    engine = connect(request.param, master=spark.url if request.param == "spark" else None)
    engine.put("t", pa.table({"n": [3, 1, 2]}))
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """What is read of a small world with campaigns."""
    folder = worlds.simulate("demo", seed=3, out=tmp_path_factory.mktemp("world"), scale=0.2)
    return take([folder / "exchanges.jsonl"], threads=1)


class Told:
    """An engine that keeps what each step made and each query returned; `after` is told the name of each step that was run."""

    def __init__(self, engine, after=lambda _name: None):
        self.engine, self.after, self.made = engine, after, {}

    def __getattr__(self, name):
        return getattr(self.engine, name)

    def run(self, steps):
        """Run each step, and keep its table."""
        for step in steps:
            self.engine.run([step])
            self.made[step.name] = self.engine.fetch(f'SELECT * FROM "{step.name}" ORDER BY ALL')
            self.after(step.name)

    def fetch(self, sql):
        """Answer, and keep the answer."""
        found = self.engine.fetch(sql)
        # Where a query asks for no order, any is right.
        self.made[sql] = found if "ORDER BY" in sql else found.sort_by([(name, "ascending") for name in found.column_names])
        return found


def ended(monkeypatch, words) -> int:
    """The status of a command."""
    monkeypatch.setattr("sys.argv", words)
    with pytest.raises(SystemExit) as left:
        cli.main()
    return left.value.code or 0


def wrote(folder: Path) -> list[Path]:
    """The results that are the same to the byte whenever they are written."""
    return [folder / "campaigns.json", folder / "report.html"]


def test_every_divergence_has_a_query() -> None:
    """No divergence of the dialect goes without a query that both engines answer."""
    assert {one.name for one in SPARK.divergences} <= QUERIES.keys()


def test_every_divergence_is_documented(root) -> None:
    """docs/spark.md has the table of the divergences as the dialect has them."""
    rows = [f"| {one.name} | {one.duckdb} | {one.spark} |" for one in SPARK.divergences]

    assert "\n".join(rows) in (root / "docs" / "spark.md").read_text()


@pytest.mark.parametrize("name", QUERIES)
def test_engines_agree_on_queries(name, two) -> None:
    """Rows and types of a query are the same, over null, the ends of the numbers, and what rounds either way."""
    found = []
    for engine in two.values():
        engine.put("t", EDGES)
        found.append(engine.fetch(QUERIES[name]))

    assert found[1].schema.equals(found[0].schema)
    assert found[1].to_pylist() == found[0].to_pylist()
    assert len(found[0]) > 0


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT md5(name) AS m FROM t", "function='MD5'"),
        ("SELECT avg(i) AS a FROM t", "function='AVG'"),
        ("SELECT u + 1 AS v FROM t", "Add=t.u + 1"),
        ("SELECT sum(d) AS s FROM t", "no order of rows changes"),
    ],
)
def test_what_engines_may_not_agree_on_is_refused(sql, said, two) -> None:
    """A function that nobody compared, unsigned arithmetic and a sum of fractions are refused by Spark, and not computed otherwise."""
    two["spark"].put("t", EDGES)

    with pytest.raises(TypeError) as refused:
        two["spark"].fetch(sql)

    assert said in str(refused.value).replace('"', "")


def test_engines_agree_on_every_step(taken, two) -> None:
    """Each table that detection makes, and each answer that it collects, is the same row for row."""
    found = {name: Told(engine) for name, engine in two.items()}
    for told in found.values():
        detect(told, taken.stored.fingerprints, taken.stored.accounts, {})
    steps = [step.name for step in (*traffic_steps(), *shingle_steps(), *fragment_steps(), *rewording_steps())]

    assert found["spark"].made.keys() == found["duckdb"].made.keys() >= set(steps)
    assert [name for name, table in found["spark"].made.items() if not table.equals(found["duckdb"].made[name])] == []
    assert [name for name in steps if not len(found["duckdb"].made[name])] == []


def test_a_scan_is_the_same_though_a_worker_is_killed(spark, monkeypatch, tmp_path, capfd) -> None:
    """`scan --engine spark` leaves every byte that a scan in the process leaves, also where a worker dies in the middle, and says nothing else."""
    world = worlds.simulate("demo", seed=5, out=tmp_path / "world", scale=0.1)
    scan = ["hydrascope", "scan", str(world / "exchanges.jsonl"), "-q", "--out"]
    assert ended(monkeypatch, [*scan, str(tmp_path / "duckdb")]) == 0
    doomed, killers = spark.start_worker(), []
    spark.wait_for_workers(3)

    def after(name):
        if name == "held":  # the tables so far lie on all workers, and the next steps need them
            killers.append(threading.Timer(0.1, spark.kill, [doomed]))
            killers[0].start()

    monkeypatch.setattr("hydrascope.pipeline.connect", lambda name, **known: Told(connect(name, **known), after))
    assert ended(monkeypatch, [*scan, str(tmp_path / "spark"), "--engine", "spark", "--master", spark.url]) == 0
    killers[0].join()

    spark.wait_for_death(doomed)
    assert [file.read_bytes() for file in wrote(tmp_path / "spark")] == [file.read_bytes() for file in wrote(tmp_path / "duckdb")]
    assert capfd.readouterr() == ("", "")


def test_steps_run_in_turn_and_may_replace_their_own(engine) -> None:
    """A step reads the tables that earlier steps made, and may be run again over what it made."""
    engine.run([Step("odd", "SELECT n FROM t WHERE n % 2 = 1"), Step("total", "SELECT sum(n)::BIGINT AS s FROM odd")])
    engine.run([Step("t", "SELECT n + 1 AS n FROM t"), Step("t", "SELECT n + 1 AS n FROM t")])

    assert engine.fetch("SELECT s FROM total").to_pylist() == [{"s": 4}]
    assert engine.fetch("SELECT n FROM t ORDER BY n")["n"].to_pylist() == [3, 4, 5]


def test_a_step_that_fails_leaves_the_table_as_it_was(engine) -> None:
    """The table of a failing step keeps its rows, and what fails is told alike."""
    with pytest.raises(duckdb.Error, match="nonsense"):
        engine.run([Step("t", "SELECT nonsense FROM t")])

    assert engine.fetch("SELECT n FROM t ORDER BY n")["n"].to_pylist() == [1, 2, 3]


def test_append_makes_the_table_and_goes_by_name(engine) -> None:
    """Columns in another order go where they belong, one that is missing is null, and one that is strange is refused."""
    engine.append("u", pa.table({"a": [1], "b": pa.array([TOP], pa.uint64())}))
    engine.append("u", pa.table({"b": pa.array([20], pa.uint64()), "a": [10]}))
    engine.append("u", pa.table({"a": [100]}))
    with pytest.raises(duckdb.BinderException, match="stranger"):
        engine.append("u", pa.table({"a": [1], "stranger": [2]}))

    assert engine.fetch("SELECT * FROM u ORDER BY a").to_pylist() == [{"a": 1, "b": TOP}, {"a": 10, "b": 20}, {"a": 100, "b": None}]


def test_names_are_quoted_and_dropped_ones_forgotten(engine) -> None:
    """A table may be called like a word of SQL; dropping it twice does no harm, and it is gone."""
    engine.put("order", pa.table({"n": [1]}))
    engine.run([Step("from", 'SELECT n FROM "order"')])
    engine.drop("order")
    engine.drop("order")

    assert engine.fetch('SELECT n FROM "from"').to_pylist() == [{"n": 1}]
    with pytest.raises(duckdb.CatalogException):
        engine.fetch('SELECT * FROM "order"')


@pytest.mark.parametrize("schema", [EXCHANGES, FINGERPRINTS, ACCOUNTS], ids=["exchanges", "fingerprints", "accounts"])
def test_types_come_back_alike(schema, two) -> None:
    """Every column that crosses a package comes back in the same type from every engine."""
    for engine in two.values():
        engine.put("u", schema.empty_table())
    duck, spark = (engine.fetch("SELECT * FROM u").schema for engine in two.values())

    assert spark.equals(duck)
    assert spark.names == schema.names


def test_values_survive(engine) -> None:
    """64-bit hashes, lists, times, texts and nulls come back to the last bit."""
    engine.put("u", EDGES)

    assert engine.fetch("SELECT * FROM u ORDER BY i").cast(EDGES.schema).equals(EDGES)


def test_files_are_read_and_written(engine, tmp_path) -> None:
    """Parquet files come in with their unsigned numbers, and what is written is read again."""
    for at in range(2):
        pq.write_table(EDGES[at * 3 : at * 3 + 3], tmp_path / f"{at}.parquet")
    engine.read("u", [str(tmp_path / "0.parquet"), str(tmp_path / "1.parquet")])
    engine.write("u", str(tmp_path / "out"))
    engine.read("v", sorted(str(path) for path in (tmp_path / "out").glob("*.parquet")))

    for name in ("u", "v"):
        assert engine.fetch(f"SELECT * FROM {name} ORDER BY i").cast(EDGES.schema).equals(EDGES)


def test_functions_over_batches_run_where_the_rows_are(engine, tmp_path) -> None:
    """Fingerprints that an engine computes are those that this process computes."""
    folder = worlds.simulate("demo", seed=3, out=tmp_path, scale=0.01)
    exchanges = pa.Table.from_batches(read([folder / "exchanges.jsonl"]), schema=EXCHANGES)
    asked = pa.Table.from_batches([fingerprint(batch) for batch in exchanges.to_batches()])
    engine.put("exchanges", exchanges)

    def function(batch, schema=EXCHANGES, fingerprint=fingerprint):
        return fingerprint(batch.cast(schema))

    engine.map("f", "SELECT * FROM exchanges", function, FINGERPRINTS)

    found = engine.fetch("SELECT * FROM f ORDER BY ts, exchange_id").cast(FINGERPRINTS)
    assert found.equals(asked.sort_by([("ts", "ascending"), ("exchange_id", "ascending")]).cast(FINGERPRINTS))


def test_rows_are_dealt_out_one_by_one_where_each_is_much_work(engine) -> None:
    """A function that takes one row at a time is given one, whichever engine calls it."""

    def function(batch):
        return pa.RecordBatch.from_pydict({"n": batch["n"], "rows": pa.array([len(batch)] * len(batch), pa.int64())})

    engine.map("m", "SELECT n FROM t", function, pa.schema([("n", pa.int64()), ("rows", pa.int64())]), rows=1)

    assert engine.fetch("SELECT * FROM m ORDER BY n").to_pylist() == [{"n": n, "rows": 1} for n in (1, 2, 3)]


@pytest.fixture
def logs(tmp_path, monkeypatch) -> list[str]:
    """Logs of several formats below the working directory, one packed, one with lines that cannot be read, one without any that can."""
    world = worlds.simulate("demo", seed=3, out=tmp_path / "world", scale=0.05)
    lines = (world / "exchanges.jsonl").read_bytes().splitlines(keepends=True)
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(b"".join(lines[:300]) + b'{"schema_version": 1}\n' + b"".join(lines[:5]))
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(b"".join(lines[300:600])))
    (folder / "c.csv").write_text("id,when,who,what,said\n" + "".join(f"c{i},2026-03-01T00:00:0{i}Z,me,m,hello\n" for i in range(5)))
    (folder / "d.jsonl").write_bytes(lines[600][:-40] + b"\n")
    (tmp_path / "map.toml").write_text(MAPPING)
    monkeypatch.chdir(tmp_path)
    return ["logs"]


def test_logs_are_read_by_the_workers(logs, engine, spark, monkeypatch) -> None:
    """What the workers read is what is read here: fingerprints, bad lines, duplicates and where each line stands; on a cluster nothing is read here."""
    here = take(logs, mapping=Path("map.toml"), threads=1)
    if isinstance(engine, SparkEngine):
        monkeypatch.setattr("hydrascope.sources.reading.Reading.__iter__", lambda _self: pytest.fail("read by the driver"))
    there = take(logs, mapping=Path("map.toml"), cluster=engine)

    assert there.stored.fingerprints.equals(here.stored.fingerprints)
    assert there.rejected.equals(here.rejected)
    assert (there.duplicates, len(there.rejected)) == (here.duplicates, 2)
    assert set(there.stored.fingerprints["source"].to_pylist()) == {"logs/a.jsonl", "logs/b.jsonl.gz", "logs/c.csv"}


def test_logs_without_a_line_that_can_be_read_are_refused_alike(engine, tmp_path) -> None:
    """The workers' bad lines are told as those of a reading here."""
    (tmp_path / "bad.jsonl").write_text('{"schema_version": 1, "exchange_id": "x"}\n')
    with pytest.raises(InputError) as here:
        take([tmp_path / "bad.jsonl"], threads=1)
    with pytest.raises(InputError) as there:
        take([tmp_path / "bad.jsonl"], cluster=engine)

    assert str(there.value) == str(here.value)
    assert there.value.rejected.equals(here.value.rejected)


def test_a_file_that_a_worker_does_not_find_is_named(engine, tmp_path) -> None:
    """Logs that lie on the driver alone are refused, with what to do, and no traceback of a worker."""
    worlds.simulate("demo", seed=3, out=tmp_path, scale=0.01)
    reading = read([tmp_path / "exchanges.jsonl"])
    (tmp_path / "exchanges.jsonl").unlink()

    with pytest.raises(InputError, match=r"expected a file that every worker finds but got input='.*exchanges\.jsonl'; put the logs"):
        list(dealt(engine, reading))


def test_more_than_the_driver_holds_is_refused_with_a_sentence(spark, two) -> None:
    """A result beyond the bound of the driver is no crash of the JVM, and the message says what to do."""
    from pyspark import SparkContext

    conf = SparkContext.getOrCreate()._jsc.sc().conf()
    two["spark"].put("long", pa.table({"n": range(400_000), "ts": pa.array([datetime.now(UTC)] * 400_000, TIMES)}))
    conf.set("spark.driver.maxResultSize", "1m")
    try:
        with pytest.raises(ConfigError, match="expected a result that the driver of Spark holds"):
            two["spark"].fetch("SELECT * FROM long")
    finally:
        conf.set("spark.driver.maxResultSize", "500m")

    assert two["spark"].fetch("SELECT count(*) AS n FROM long").to_pylist() == [{"n": 400_000}]
