"""Whatever a log holds, a reader gives it back as it was or says why not."""

import contextlib
import copy
import json
import math
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.schema import EXCHANGES
from hydrascope.sources import READERS, frames, read
from hydrascope.sources.faults import LineError
from hydrascope.sources.rows import Row, batch
from hydrascope.sources.times import micros

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
ANY_TEXT = st.text(st.characters(), max_size=40)
EARLIEST, LATEST = datetime(1973, 6, 1), datetime(2200, 1, 1)  # noqa: DTZ001 - the strategy adds the zone
COUNT = st.integers(0, 2**40)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=8,
)
ROLE = st.sampled_from(("system", "developer", "user", "assistant", "tool"))
MESSAGES = st.lists(st.fixed_dictionaries({"role": ROLE, "content": TEXT}), max_size=4)


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


EXCHANGE = st.fixed_dictionaries(
    {
        "exchange_id": TEXT.filter(bool),
        "ts": st.datetimes(EARLIEST, LATEST, timezones=st.just(UTC)).map(datetime.isoformat),
        "account_id": TEXT.filter(bool),
        "model": TEXT,
        "request": st.tuples(
            st.fixed_dictionaries({"messages": MESSAGES}),
            _some(system=TEXT, max_tokens=COUNT, temperature=st.floats(0, 2), top_p=st.floats(0, 1), n=COUNT, stream=st.booleans()),
        ).map(lambda pair: pair[0] | pair[1]),
    },
    optional={
        "org_id": TEXT | st.none(),
        "pathway": TEXT,
        "response": _some(status=st.integers(100, 599), text=TEXT, reasoning=TEXT, finish_reason=TEXT, reasoning_blocks=st.lists(TEXT)),
        "usage": _some(input_tokens=COUNT, output_tokens=COUNT, reasoning_tokens=COUNT),
        "client": _some(ip=TEXT, asn=COUNT, country=TEXT, user_agent=TEXT, ja4=TEXT, headers_hash=TEXT, headers=st.lists(TEXT)),
        "latency_ms": st.floats(0, 1e9),
        "session_id": TEXT | st.none(),
        "end_user": TEXT | st.none(),
        "is_batch": st.booleans(),
    },
)


def _expected(exchange: dict[str, Any]) -> dict[str, Any]:
    """Return the columns that an exchange must become, said once more and plainly."""
    request, response = exchange["request"], exchange.get("response", {})
    client, usage = exchange.get("client", {}), exchange.get("usage", {})
    flat = {
        name: exchange.get(name)
        for name in ("exchange_id", "account_id", "model", "org_id", "pathway", "latency_ms", "session_id", "end_user", "is_batch")
    }
    flat |= {name: request.get(name) for name in ("system", "max_tokens", "temperature", "top_p", "n", "stream")}
    flat |= {name: usage.get(name) for name in ("input_tokens", "output_tokens", "reasoning_tokens")}
    flat |= {name: client.get(name) for name in ("ip", "asn", "country", "user_agent", "ja4", "headers_hash", "headers")}
    flat |= {"answer": response.get("text"), "reasoning": response.get("reasoning"), "finish_reason": response.get("finish_reason")}
    flat |= {"status": response.get("status", 200), "blocks_out": response.get("reasoning_blocks")}
    return flat | {
        "ts": datetime.fromisoformat(exchange["ts"]),
        "messages": [{"role": one["role"], "text": one["content"], "media": None} for one in request["messages"]],
    }


@given(st.lists(EXCHANGE, min_size=1, max_size=5), st.booleans())
def test_contract_lines_round_trip(tmp_path_factory: pytest.TempPathFactory, exchanges: list[dict[str, Any]], escaped: Any) -> None:
    """Every exchange that the contract allows comes out with every field as it went in."""
    path: Path = tmp_path_factory.mktemp("log") / "exchanges.jsonl"
    path.write_bytes(b"\n".join(json.dumps(one, ensure_ascii=escaped).encode() for one in exchanges))
    reading = read([path])
    rows = pa.Table.from_batches(list(reading), schema=EXCHANGES).to_pylist()
    assert reading.rejected.to_pylist() == []
    assert [{name: row[name] for name in _expected(exchanges[0])} for row in rows] == [_expected(one) for one in exchanges]


SEEDS = {
    "contract": {
        "exchange_id": "e", "ts": "2026-01-05T00:00:00Z", "account_id": "a", "model": "m", "usage": {"input_tokens": 1}, "latency_ms": 1.5,
        "request": {"messages": [{"role": "user", "content": [{"type": "text", "text": "x"}]}], "tools": [{"name": "t"}], "n": 1, "text": {}},
        "response": {"status": 200, "text": "y", "tool_calls": [{}]}, "client": {"ip": "1", "headers": ["h"]},
    },
    "recording": {
        "received_at": 1.7e9, "responded_at": 1.7e9, "method": "POST", "path": "/v1/messages", "headers": [["User-Agent", "u"]], "api_key": "k",
        "body": {"model": "m", "messages": [{"role": "user", "content": "x", "tool_calls": [{"function": {"name": "f"}}]}], "user": "u"},
        "response": {"choices": [{"message": {"content": "y"}}], "content": [{"type": "thinking", "signature": "s"}], "usage": {"input_tokens": 1}},
    },
    "litellm": {
        "id": "i", "startTime": 1.7e9, "endTime": 1.7e9, "call_type": "acompletion", "model": "m", "status": "failure", "stream": True,
        "metadata": {"user_api_key_hash": "k", "usage_object": {"completion_tokens_details": {"reasoning_tokens": 1}}},
        "messages": [{"role": "user", "content": "x"}], "model_parameters": {"temperature": 1, "tools": [], "metadata": {"user_id": "u"}},
        "response": {"output": [{"type": "reasoning", "summary": [{"text": "z"}]}]}, "error_information": {"error_code": "429"},
    },
}  # fmt: skip


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for key, item in items for deeper in _paths(item, (*path, key)))]


@pytest.mark.parametrize("name", sorted(READERS))
@given(st.data())
def test_no_value_breaks_a_reader(name: str, data: st.DataObject) -> None:
    """Any JSON value in any place gives rows that fit the schema, or an error of the line, and nothing else."""
    seed = [copy.deepcopy(SEEDS[name])]
    for path in data.draw(st.lists(st.sampled_from(_paths(seed)[1:]), min_size=1, max_size=3)):
        place: Any = seed
        try:
            for key in path[:-1]:
                place = place[key]
            place[path[-1]] = data.draw(JSON)
        except (TypeError, KeyError, IndexError):
            continue
    with contextlib.suppress(LineError):
        rows = [row for row in READERS[name].parse(json.dumps(seed[0]).encode()) if isinstance(row, Row)]
        batch(rows).validate(full=True)
        assert all(row.account_id and row.exchange_id and row.ts >= 0 for row in rows)


@given(st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line), max_size=12), st.lists(st.integers(1, 30), min_size=1))
def test_lines_are_the_same_however_the_stream_is_cut(wanted: list[bytes], sizes: list[int]) -> None:
    """Block boundaries change nothing: each line that holds something comes with its number."""
    data, blocks, at = b"\n".join(wanted), [], 0
    while at < len(data):
        size = sizes[len(blocks) % len(sizes)]
        blocks.append(data[at : at + size])
        at += size
    whole = list(frames.lines(iter([data])))
    assert [(number, str(frame)) for number, frame in frames.lines(iter(blocks))] == [(number, str(frame)) for number, frame in whole]
    assert all(frame == wanted[number - 1] for number, frame in whole if number > 1 and not isinstance(frame, LineError))


@given(st.datetimes(EARLIEST, LATEST, timezones=st.timezones()))
def test_times_agree_in_every_notation(moment: datetime) -> None:
    """RFC 3339 with any offset, and seconds, milliseconds and microseconds since 1970, name the same moment."""
    exact = micros(moment.isoformat())
    assert micros(exact) == exact
    assert micros(moment.astimezone(UTC).isoformat().replace("+00:00", "Z")) == exact
    assert math.isclose(micros(moment.timestamp()), exact, abs_tol=2)
    assert micros(exact // 1000) == exact // 1000 * 1000
