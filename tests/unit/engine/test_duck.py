import decimal

import duckdb
import pyarrow as pa
import pytest

from hydrascope.engine import Step, connect
from hydrascope.errors import ConfigError
from hydrascope.schema import ACCOUNTS, EXCHANGES, FINGERPRINTS

NUMBERS = pa.table({"n": [3, 1, 2]})


@pytest.fixture
def engine():
    """An engine with one table."""
    engine = connect(threads=1)
    engine.put("t", NUMBERS)
    return engine


def test_what_is_put_is_fetched(engine):
    """A table comes back as it went in."""
    assert engine.fetch("SELECT n FROM t").equals(NUMBERS)


def test_put_replaces(engine):
    """A table put twice is the second one, columns and all."""
    engine.put("t", pa.table({"m": ["x"]}))

    assert engine.fetch("SELECT * FROM t").to_pylist() == [{"m": "x"}]


def test_a_table_is_a_copy(engine):
    """What becomes of the Arrow data afterwards does not matter."""
    source = pa.table({"n": [1]})
    engine.put("u", source)
    del source

    assert engine.fetch("SELECT n FROM u").to_pylist() == [{"n": 1}]


def test_append_makes_the_table_and_adds_to_it(engine):
    """The first batch makes the table, the next ones follow in their order."""
    for start in (0, 2, 4):
        engine.append("u", pa.table({"n": [start, start + 1]}))

    assert engine.fetch("SELECT n FROM u")["n"].to_pylist() == list(range(6))


def test_append_goes_by_name(engine):
    """Columns in another order go where they belong; one that is missing is null."""
    engine.append("u", pa.table({"a": [1], "b": [2]}))
    engine.append("u", pa.table({"b": [20], "a": [10]}))
    engine.append("u", pa.table({"a": [100]}))

    assert engine.fetch("SELECT * FROM u").to_pylist() == [{"a": 1, "b": 2}, {"a": 10, "b": 20}, {"a": 100, "b": None}]


def test_append_refuses_what_does_not_belong(engine):
    """A column that the table has not is an error, and nothing is added."""
    with pytest.raises(duckdb.BinderException, match="stranger"):
        engine.append("t", pa.table({"n": [1], "stranger": [2]}))

    assert engine.fetch("SELECT count(*) AS n FROM t").to_pylist() == [{"n": 3}]


def test_append_of_no_rows(engine):
    """An empty batch makes an empty table."""
    engine.append("u", NUMBERS[:0])

    assert engine.fetch("SELECT * FROM u").schema == NUMBERS.schema


def test_steps_run_in_turn_and_may_follow_one_another(engine):
    """A step reads the tables that earlier steps made, and may replace its own."""
    engine.run([Step("odd", "SELECT n FROM t WHERE n % 2 = 1"), Step("total", "SELECT sum(n)::BIGINT AS s FROM odd")])
    engine.run(Step("total", f"SELECT {i} AS s") for i in (1, 2))

    assert engine.fetch("SELECT s FROM total").to_pylist() == [{"s": 2}]


def test_a_step_that_fails_leaves_the_table_as_it_was(engine):
    """The table of a failing step keeps its rows, and the steps before it stand."""
    with pytest.raises(duckdb.Error):
        engine.run([Step("u", "SELECT 1 AS one"), Step("t", "SELECT nonsense FROM t")])

    assert engine.fetch("SELECT one FROM u").to_pylist() == [{"one": 1}]
    assert engine.fetch("SELECT n FROM t").equals(NUMBERS)


def test_no_variable_of_python_is_taken_for_a_table(engine):
    """A name that the engine does not know is an error, also where a variable has it."""
    bystander = NUMBERS

    with pytest.raises(duckdb.CatalogException, match="bystander"):
        engine.fetch("SELECT * FROM bystander")
    with pytest.raises(duckdb.CatalogException, match="steps"):
        engine.run([Step("u", "SELECT * FROM steps")])
    assert bystander is NUMBERS


def test_drop_forgets(engine):
    """A dropped table is gone, and dropping it again does no harm."""
    engine.drop("t")
    engine.drop("t")

    with pytest.raises(duckdb.CatalogException):
        engine.fetch("SELECT * FROM t")


def test_names_are_quoted(engine):
    """A table may be called like a word of SQL."""
    engine.put("order", NUMBERS)
    engine.append("select", NUMBERS)
    engine.run([Step("from", 'SELECT n FROM "order"')])
    engine.drop("order")

    assert engine.fetch('SELECT n FROM "from"').equals(NUMBERS)


def test_engines_do_not_know_each_other(engine):
    """Each engine has tables of its own."""
    with pytest.raises(duckdb.CatalogException):
        connect().fetch("SELECT * FROM t")


@pytest.mark.parametrize("schema", [EXCHANGES, FINGERPRINTS, ACCOUNTS], ids=["exchanges", "fingerprints", "accounts"])
def test_types_survive(engine, schema):
    """Every column that crosses a package comes back in a type of the same values."""
    engine.put("u", schema.empty_table())
    found = engine.fetch("SELECT * FROM u").schema

    assert found.names == schema.names
    assert [name for name in schema.names if not _alike(found.field(name).type, schema.field(name).type)] == []


def _alike(found, kept):
    if pa.types.is_list(kept):
        return pa.types.is_list(found) and _alike(found.value_type, kept.value_type)
    if pa.types.is_struct(kept):
        return [(a.name, _alike(a.type, b.type)) for a, b in zip(found, kept, strict=True)] == [(b.name, True) for b in kept]
    return found == kept or {found, kept} == {pa.string(), pa.large_string()}


def test_values_survive(engine):
    """64-bit hashes, lists, times and nulls come back to the last bit."""
    table = pa.table(
        {
            "hash": pa.array([2**64 - 1, 0, None], pa.uint64()),
            "sketch": pa.array([[2**64 - 1, 1], [], None], pa.list_(pa.uint64())),
            "ts": pa.array([1_770_091_506_000_789, 0, None], pa.timestamp("us", tz="UTC")),
            "name": ["日本🎉", "", None],
        }
    )
    engine.put("u", table)

    assert engine.fetch("SELECT * FROM u").cast(table.schema).equals(table)


def test_hours_are_those_of_utc(monkeypatch):
    """The time zone of the machine does not matter."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    engine = connect()
    engine.put("u", pa.table({"ts": pa.array([0], pa.timestamp("us", tz="UTC"))}))

    assert engine.fetch("SELECT hour(ts) AS h, current_setting('TimeZone') AS z FROM u").to_pylist() == [{"h": 0, "z": "UTC"}]


def test_sums_do_not_wrap(engine):
    """A sum of 64-bit numbers is wider than they are."""
    engine.put("u", pa.table({"h": pa.array([2**63 - 1] * 3, pa.int64())}))

    assert engine.fetch("SELECT sum(h) AS s FROM u")["s"].to_pylist() == [decimal.Decimal(3 * (2**63 - 1))]


def test_limits_are_kept():
    """The engine holds itself to the threads and the memory that it was given."""
    limits = connect(threads=1, memory="512MiB").fetch("SELECT current_setting('threads') AS t, current_setting('memory_limit') AS m")

    assert limits.to_pylist() == [{"t": 1, "m": "512.0 MiB"}]


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"memory": "much"}, "expected a size with its unit, such as 4GB, but got memory='much'"),
        ({"memory": "'; DROP TABLE t"}, "expected a size with its unit"),
        ({"memory": ""}, "got memory=''"),
        ({"threads": 0}, "expected a whole number from 1 on but got threads=0"),
        ({"threads": -1}, "got threads=-1"),
    ],
)
def test_limits_that_are_none_are_refused(limits, said):
    """A limit that cannot be kept is an error that says what is expected."""
    with pytest.raises(ConfigError) as raised:
        connect(**limits)

    assert said in str(raised.value)
