import json

import pyarrow as pa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hydrascope.schema import EXCHANGES
from hydrascope.sources import contract, frames
from hydrascope.sources.faults import LineError, Rejected
from hydrascope.sources.rows import batch
from hydrascope.sources.scanning.batches import batches

TEXT = st.text(max_size=12) | st.sampled_from(["", 'a"b\\c\n\t\u0001', "日本 é 🎉", "user", "x" * 70])
NUMBER = st.integers(0, 10**9) | st.sampled_from(
    [0, 7, 200, 1.5, 1.5, 0.123456789, -1, 1e300, -0.0, 12.0, 2**31, 2**62, 10**18, 2**70, float("nan")]
)
ANY = st.recursive(
    st.none() | st.booleans() | NUMBER | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
TIME = st.just("2026-01-05T01:00:00Z") | st.sampled_from(
    [
        "2026-01-05T01:00:00Z",
        "2024-02-29T23:59:59.123Z",
        "1999-12-31T23:59:59.999999Z",
        "2025-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-05T01:00:00+02:00",
        "2026-01-05 01:00:00Z",
        "1969-12-31T23:59:59Z",
        "2026-01-05T01:00:60Z",
        "2100-03-01T00:00:00.5Z",
        "soon",
    ]
)
NAME = TEXT | st.just("a")
ROLE = st.sampled_from(["system", "user", "assistant", "tool", "model", "critic", "developer", "us\u00e9r"])
MESSAGE = st.fixed_dictionaries({"role": ROLE, "content": TEXT}, optional={"tool_calls": st.none(), "name": ANY})


def object_of(required, **optional):
    """Return objects whose optional values are mostly of the right kind."""
    mostly = {
        name: st.integers(0, 30).flatmap(lambda n, kind=kind: ANY if n == 30 else st.none() if n == 29 else kind)
        for name, kind in optional.items()
    }
    return st.fixed_dictionaries(required, optional=mostly)


REQUEST = object_of(
    {"messages": st.lists(MESSAGE, max_size=3)},
    system=TEXT, temperature=NUMBER, max_tokens=NUMBER, seed=NUMBER, tools=st.lists(ANY, max_size=2), functions=ANY, stop=ANY, user=TEXT,
    reasoning_blocks=st.lists(TEXT, max_size=2), logprobs=st.booleans(), thinking=ANY,
)  # fmt: skip
RESPONSE = object_of(
    {}, status=NUMBER, text=TEXT, reasoning=TEXT, tool_calls=st.lists(ANY, max_size=2), finish_reason=TEXT, reasoning_blocks=st.lists(TEXT)
)
CLIENT = object_of({}, ip=TEXT, asn=NUMBER, country=TEXT, user_agent=TEXT, ja4=TEXT, headers_hash=TEXT, headers=st.lists(TEXT, max_size=3))
USAGE = object_of({}, input_tokens=NUMBER, output_tokens=NUMBER, reasoning_tokens=NUMBER)
EXCHANGE = object_of(
    {"exchange_id": NAME, "ts": TIME, "account_id": NAME, "model": TEXT, "request": REQUEST},
    response=RESPONSE, usage=USAGE, client=CLIENT, latency_ms=NUMBER, session_id=TEXT, end_user=TEXT, is_batch=st.booleans(), org_id=TEXT,
    pathway=TEXT, other=ANY,
)  # fmt: skip


@st.composite
def lines(draw):
    """Draw a line of an exchange, written in one of the usual ways, now and then bent or broken in one place."""
    spaced = draw(st.sampled_from([(",", ":"), (", ", ": "), (" ,\t", " :\r")]))
    text = json.dumps(draw(EXCHANGE), ensure_ascii=draw(st.booleans()), separators=spaced).encode("utf-8", "replace")
    if draw(st.integers(0, 3)) == 0:
        at = draw(st.integers(0, len(text)))
        put = draw(st.sampled_from([b"", b"\\", b'"', b",", b"}", b"]", b"0", b"e", b"-", b"\\u0041", b"\\ud800", b"\xff", b"\0", b"null"]))
        text = text[:at] + put + text[at + draw(st.integers(0, 2)) :]
    return text


def carefully(text):
    """Return the rows and the rejects that the reader of the format gives line by line."""
    rows, rejects = [], []
    for number, frame in frames.lines(iter([text])):
        try:
            if isinstance(frame, LineError):
                raise frame
            for row in contract.parse(frame):
                row.source, row.line = "log", number
                rows.append(row)
        except LineError as error:
            rejects.append(Rejected("log", number, str(error)))
    return batch(rows).to_pylist(), rejects


def scanned(text, most, blocks=1):
    """Return the same from the kernels, fed in some blocks."""
    rejects, size = [], max(1, len(text) // blocks)
    stream = iter([text[at : at + size] for at in range(0, len(text), size)])
    found = list(batches(stream, "log", contract.parse, most, rejects))
    for one in found:
        one.validate(full=True)
    assert all(0 < len(one) <= most for one in found)
    return pa.Table.from_batches(found, schema=EXCHANGES).to_pylist(), rejects


def same(one, other):
    """Return whether rows are equal, where no number is one too."""
    return repr(one) == repr(other)


SMALL = b'{"exchange_id":"e","ts":"2026-01-05T01:00:00Z","account_id":"a","model":"m","request":{"messages":[{"role":"user","content":"hi"}]%s}}'


@given(st.lists(lines() | st.just(b"") | st.just(b" \r"), max_size=6), st.integers(1, 4), st.integers(1, 3))
@settings(max_examples=400, deadline=None)
@example([SMALL % b"", SMALL % b',"n":1,"n":2', SMALL % b',"\\u006e":1', SMALL % b',"seed":01', SMALL % b',"x":1e999'], 2, 2)
@example([SMALL % (b',"x":' + b"[" * 70 + b"]" * 70), SMALL % b',"x":{"a":[],"b":{}}', b"\xef\xbb\xbf" + SMALL % b""], 8, 1)
@example([SMALL % b',"messages":[]', SMALL % b',"tools":null,"functions":[{"name":"f"}]', (SMALL % b"")[:-1], SMALL % b"" + b"x"], 8, 1)
def test_kernels_read_what_the_reader_reads(written, most, blocks):
    """Any lines, broken ones too, give the same rows and the same rejects by kernels as line by line."""
    text = b"\n".join(written)
    rows, rejects = scanned(text, most, blocks)
    expected_rows, expected_rejects = carefully(text)

    assert same(rows, expected_rows)
    assert rejects == expected_rejects
