import pyarrow as pa
import pytest

from hydrascope import schema
from hydrascope.schema import EXCHANGES, FINGERPRINTS, MESSAGE, describe
from hydrascope.schema.describe import column

TABLES = {name: thing for name in schema.__all__ if isinstance(thing := getattr(schema, name), pa.Schema)}
every_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


def test_the_tables_are_here():
    """The tables that cross a package boundary, by name."""
    crossing = {"ACCOUNTS", "ACCOUNT_VERDICTS", "ATTRIBUTED", "EXCHANGES", "FINGERPRINTS", "REJECTED", "RELEASES"}

    assert TABLES.keys() == crossing | {"STORED", "STORED_ACCOUNTS", "NAMES", "ACCOUNT_NAMES"}


@every_table
def test_every_column_says_what_it_means(table):
    """No column is without its unit or meaning."""
    assert [field.name for field in table if not field.metadata[b"means"].strip()] == []


def test_every_part_of_a_message_says_what_it_means():
    """The fields of a message are described too."""
    assert [field.name for field in MESSAGE if not field.metadata[b"means"]] == []


@every_table
def test_names_are_unique(table):
    """No table has a column twice."""
    assert len(set(table.names)) == len(table)


@pytest.mark.parametrize("name", sorted(TABLES.keys() - {"NAMES", "ACCOUNT_NAMES"}))
def test_what_identifies_a_row_is_required(name):
    """Every table requires something, and ids of exchanges and accounts, models and the time of a request wherever it has them."""
    table = TABLES[name]
    required = {field.name for field in table if not field.nullable}

    assert required
    assert {"exchange_id", "account_id", "model", "ts"} & set(table.names) <= required


@pytest.mark.parametrize("name", ["exchange_id", "ts", "account_id", "org_id", "model", "ja4", "ip", "asn", "blocks_in", "source", "line"])
def test_what_fingerprints_take_over_keeps_its_type(name):
    """A column of exchanges that fingerprints keep is the same column: type and nulls."""
    ours, theirs = FINGERPRINTS.field(name), EXCHANGES.field(name)

    assert (ours.type, ours.nullable) == (theirs.type, theirs.nullable)


def test_times_are_utc():
    """Every time is in microseconds and in UTC."""
    times = [field.type for table in TABLES.values() for field in table if pa.types.is_temporal(field.type)]

    assert times
    assert set(times) == {pa.timestamp("us", tz="UTC")}


def test_country_is_in_no_fingerprint():
    """Country and language are read, and no table that is weighed has them."""
    assert not {"country", "language", "nationality"} & set(FINGERPRINTS.names)


def test_fingerprints_have_no_column_for_text():
    """Nothing that holds words crosses into fingerprints."""
    worded = {"system", "messages", "tools", "tool_names", "config", "response_format", "answer", "reasoning", "session_id", "headers"}

    assert worded <= set(EXCHANGES.names)
    assert not worded & set(FINGERPRINTS.names)


def test_indices_stay_what_they_were():
    """Intents and capabilities are kept as numbers, so their order is for ever: new ones go to the end."""
    intents = [
        "none",
        "cot_elicitation",
        "trace_reconstruction",
        "reward_modelling",
        "policy_rewriting",
        "data_generation",
        "trajectory_collection",
    ]
    capabilities = [
        "other",
        "reasoning",
        "coding",
        "agentic",
        "tool_use",
        "vision",
        "computer_use",
        "data_analysis",
        "writing",
        "knowledge",
    ]

    assert list(schema.INTENTS[: len(intents)]) == intents
    assert list(schema.CAPABILITIES[: len(capabilities)]) == capabilities


@every_table
def test_a_description_has_a_line_for_each_column(table):
    """What describe prints names each column with its type and meaning, in order."""
    lines = describe(table).splitlines()

    assert [line.split(":")[0] for line in lines] == table.names
    assert all(str(field.type) in line and line.endswith(")") for field, line in zip(table, lines, strict=True))


def test_a_column_without_meaning_is_described_all_the_same():
    """A field from elsewhere, without metadata, has empty brackets."""
    assert describe(pa.schema([pa.field("n", pa.int8())])) == "n: int8 ()"


def test_columns_are_optional_unless_required():
    """A column may be null unless it is said to be required."""
    assert column("a", pa.int8(), "any").nullable
    assert not column("a", pa.int8(), "any", required=True).nullable


@every_table
def test_schemas_survive_a_file(table):
    """Names, types and meanings come back from Arrow's own file."""
    sink = pa.BufferOutputStream()
    pa.ipc.new_file(sink, table).close()

    assert pa.ipc.open_file(sink.getvalue()).schema.equals(table, check_metadata=True)


def test_what_is_stored_names_nobody():
    """A stored table has a pseudonym for each identifier, and whatever is no identifier as it was; the names lie beside it."""
    for plain, stored, names in (
        (FINGERPRINTS, schema.STORED, schema.NAMES),
        (schema.ACCOUNTS, schema.STORED_ACCOUNTS, schema.ACCOUNT_NAMES),
    ):
        hidden = {name for name in plain.names if name in schema.HASHED}

        assert hidden <= set(names.names)
        assert {schema.HASHED[name] for name in hidden} <= set(stored.names)
        assert {stored.field(schema.HASHED[name]).type for name in hidden} == {pa.uint64()}
        assert not set(stored.names) & set(names.names)
        assert {f.name for f in plain} - set(stored.names) - set(names.names) <= {"key"}
