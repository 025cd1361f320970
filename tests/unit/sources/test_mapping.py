"""Any flat log through a mapping file, and what is said when the mapping is wrong."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from hydrascope.errors import ConfigError, InputError
from hydrascope.schema import EXCHANGES
from hydrascope.sources import read, recognise
from hydrascope.sources.mapping import rules

BASE = 'account_id = "key"\nts = "t"\nmodel = "m"\n'
LINE = {"key": 17, "t": "2026-01-05T00:00:00Z", "m": "m1", "q": "why", "s": "Be brief.", "deep": {"er": "x"}, "a.b": "dotted", "big": "8"}


def _read(folder: Path, mapping: str, *lines: dict[str, Any], text: str | None = None) -> list[dict[str, Any]]:
    (folder / "m.toml").write_text(mapping)
    (folder / "log.txt").write_text(text if text is not None else "\n".join(map(json.dumps, lines)))
    reading = read([folder / "log.txt"], mapping=folder / "m.toml")
    return list(pa.Table.from_batches(list(reading), schema=EXCHANGES).to_pylist())


def test_expressions(tmp_path: Path) -> None:
    """Names, paths, alternatives, constants and further parameters; ids become text, numbers as text become numbers."""
    mapping = (
        BASE
        + 'prompt = ["gone", "q"]\nsystem = "s"\norg_id = "deep.er"\nsession_id = "a.b"\npathway = { const = "api" }\nmax_tokens = "big"\n'
    )
    (row,) = _read(tmp_path, mapping + '[request]\nstop = "m"\n', LINE)
    assert (row["account_id"], row["org_id"], row["session_id"], row["pathway"], row["system"]) == ("17", "x", "dotted", "api", "Be brief.")
    assert row["messages"] == [{"role": "user", "text": "why", "media": None}]
    assert (row["max_tokens"], row["config"]) == (8, '{"max_tokens":"8","stop":"m1"}')


def test_ids_are_made_from_the_content(tmp_path: Path) -> None:
    """Without an id of its own, a line has the same id whatever its key order and place, and another one when it differs."""
    turned = dict(reversed(LINE.items()))
    first, again, other = _read(tmp_path, BASE, LINE, turned, LINE | {"q": "else"})
    assert first["exchange_id"] == again["exchange_id"] != other["exchange_id"]


@pytest.mark.parametrize(
    ("unit", "value"), [("s", 1767571200), ("ms", "1767571200000"), ("us", 1767571200000000), ("iso", "2026-01-05T00:00:00Z")]
)
def test_units_of_time(unit: str, value: Any, tmp_path: Path) -> None:
    """Seconds, milliseconds, microseconds and ISO text name the same moment."""
    (row,) = _read(tmp_path, BASE.replace('"t"', f'{{ field = "t", unit = "{unit}" }}'), LINE | {"t": value})
    assert row["ts"].timestamp() == 1767571200


def test_csv(tmp_path: Path) -> None:
    """A table with a header: quoted line feeds, long cells, empty cells, and rows that are rejected with their line."""
    long = "word " * 40_000
    text = f'key;t;m;q\nk1;2026-01-05T00:00:00Z;m;"two\nlines; ""quoted"""\nk2;2026-01-05T00:00:00Z;m;{long}\n;2026-01-05T00:00:00Z;m;x\na;b;c;d;e\n'
    rows = _read(tmp_path, BASE + 'prompt = "q"\n', text=text)
    assert [(row["account_id"], row["messages"][0]["text"]) for row in rows] == [("k1", 'two\nlines; "quoted"'), ("k2", long)]
    reading = read([tmp_path / "log.txt"], mapping=tmp_path / "m.toml")
    list(reading)
    assert [(one["line"], one["reason"]) for one in reading.rejected.to_pylist()] == [
        (5, "expected text but got account_id=null"),
        (6, "expected 4 cells, as in the header, but got cells=5"),
    ]


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ('acount_id = "key"', "expected one of our fields but got acount_id='key'.*did you mean account_id"),
        (BASE + 'prompt = "qq"', 'prompt="qq", which is on no line; did you mean q?'),
        (BASE + 'prompt = ["no", "nope"]', "which is on no line"),
        ('account_id = "key"\nts = "t"', "expected a line for model"),
        (BASE + "ip = 5", "but got ip=5"),
        (BASE + 'ip = { file = "x" }', "but got ip="),
        (BASE.replace('"t"', '{ field = "t", unit = "h" }'), "a unit of s, ms, us, ns, iso but got ts.unit='h'"),
        ("account_id = ", "expected TOML"),
        ("request = 5", "a table \\[request\\]"),
    ],
)
def test_a_wrong_mapping_is_explained(mapping: str, message: str, tmp_path: Path) -> None:
    """The error names the field, what was expected, and the nearest name."""
    with pytest.raises(ConfigError, match=message):
        _read(tmp_path, mapping, LINE)


def test_a_field_may_come_late(tmp_path: Path) -> None:
    """A field that only a later line has is no mistake."""
    rows = _read(tmp_path, BASE + 'ip = "late"', *([LINE] * 50), LINE | {"late": "192.0.2.1"})
    assert rows[-1]["ip"] == "192.0.2.1"


def test_without_a_mapping_the_nearest_format_is_named(tmp_path: Path) -> None:
    """A flat log that is not recognised is unusable, and the message names its keys, the formats and --map."""
    (tmp_path / "log.jsonl").write_text(json.dumps(LINE))
    with pytest.raises(InputError, match=r'got keys=\["key","t","m".*nearest guess: a flat log, for which --map'):
        recognise(tmp_path / "log.jsonl")


def test_formats_may_be_mixed(tmp_path: Path) -> None:
    """With a mapping, what is a known format is still read as that."""
    known = {"exchange_id": "e", "ts": "2026-01-05T00:00:00Z", "account_id": "a", "model": "m", "request": {"messages": []}}
    (tmp_path / "a.jsonl").write_text(json.dumps(known))
    (tmp_path / "b.jsonl").write_text(json.dumps(LINE))
    (tmp_path / "map.toml").write_text(BASE)
    (batch,) = list(read([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], mapping=tmp_path / "map.toml"))
    assert batch.column("account_id").to_pylist() == ["a", "17"]


def test_the_example_is_a_mapping(root: Path, data: Path) -> None:
    """The mapping that ships reads the log that it was written for, whole."""
    reading = read([data / "peer-dataset"], mapping=root / "examples" / "glasswally.toml")
    table = pa.Table.from_batches(list(reading), schema=EXCHANGES)
    assert (table.num_rows, reading.rejected.num_rows) == (5000, 0)
    assert len(set(table.column("exchange_id").to_pylist())) == 5000
    assert table.column("ip").null_count == 0


def test_rules_need_no_file() -> None:
    """A decoded mapping gives the same rules."""
    found = {
        rule.name: rule.source for rule in rules({"account_id": "k", "ts": {"field": ["a", "b"], "unit": "ms"}, "model": {"const": "m"}})
    }
    assert found["ts"].of({"b": 3}) == 3
    assert found["model"].of({}) == "m"
