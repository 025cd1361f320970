"""Unusual values, broken registers and wrong mappings: scanned where they can be, named where they cannot."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hydrascope.report import files

Run = Callable[..., Any]
Lines = Callable[..., bytes]
Exchange = Callable[..., dict[str, Any]]

SOUND = [
    pytest.param(lambda _: {}, 1, id="one exchange"),
    pytest.param(lambda _: {"account_id": "a"}, 200, id="one account"),
    pytest.param(lambda _: {"request": {"messages": []}}, 30, id="no messages"),
    pytest.param(lambda _: {"request": {"messages": [{"role": "user", "content": None}]}}, 30, id="no content"),
    pytest.param(lambda _: {"request": {"messages": [{"role": "user", "content": "?!\u200b"}]}}, 30, id="no words"),
    pytest.param(lambda _: {"request": {"messages": [5, None, "s", {"role": 7}]}}, 30, id="odd messages"),
    pytest.param(lambda i: {"exchange_id": "e" * 100_000 + str(i), "account_id": "a" * 10_000}, 30, id="long ids"),
    pytest.param(lambda i: {"exchange_id": f"\0\n\ud800<b>{i}", "account_id": "\u202e<script>"}, 30, id="strange ids"),
    pytest.param(lambda _: {"exchange_id": "same"}, 40, id="one id for different times"),
    pytest.param(lambda i: {"ts": 1e9 * (i % 3)}, 30, id="far apart"),
    pytest.param(lambda _: {"ts": "2026-03-01T00:00:00Z"}, 60, id="all at once"),
    pytest.param(lambda _: {"ts": "9999-12-31T23:59:59Z"}, 30, id="the last second"),
    pytest.param(lambda _: {"ts": "1970-01-01T00:00:00Z"}, 30, id="the first second"),
    pytest.param(lambda _: {"usage": {"output_tokens": 2**61, "input_tokens": -5}}, 30, id="huge counts"),
    pytest.param(lambda _: {"usage": {"output_tokens": 2**90}, "latency_ms": "slow", "client": 5, "response": []}, 30, id="bent"),
    pytest.param(lambda _: {"request": {"messages": [], "n": 2**40, "temperature": 1e308}}, 30, id="huge parameters"),
    pytest.param(lambda _: {"client": {"ip": "999.1.1", "user_agent": "\0"}, "org_id": "", "end_user": ""}, 30, id="odd client"),
]


@pytest.mark.parametrize(("fields", "count"), SOUND)
def test_unusual_values_are_scanned(
    run: Run, tmp_path: Path, fields: Callable[[int], dict[str, Any]], count: int, lines: Lines, exchange: Exchange
) -> None:
    """Values at the edge of what the contract allows end with 0, nothing rejected and every file there."""
    (tmp_path / "in").write_bytes(lines(*(exchange(i, **fields(i)) for i in range(count))))
    ended = run("in")

    assert (ended.status, ended.err) == (0, "")
    assert (ended.scanned["exchanges"], ended.scanned["rejected"], ended.scanned["duplicates"]) == (count, 0, 0)
    assert sorted(ended.written) == sorted(files.FILES)


def test_large_network_numbers_are_scanned(run: Run, tmp_path: Path, lines: Lines, exchange: Exchange) -> None:
    """The highest number of an autonomous system that 32 bits hold costs no memory of its own."""
    (tmp_path / "in").write_bytes(lines(*(exchange(i, client={"asn": 4_294_967_295 - i % 3}) for i in range(40))))

    assert run("in").status == 0


@pytest.mark.parametrize(
    "ts",
    ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59-10:00", "10000-01-01", "2026-13-45T00:00:00Z", "", "soon", -5, -1e18, 1e300, True, [1]],
)
def test_times_out_of_range_are_rejected(run: Run, tmp_path: Path, ts: Any, lines: Lines, exchange: Exchange) -> None:
    """A time that is none, or outside 1970 to 9999, costs its line and is named in the reason."""
    (tmp_path / "in").write_bytes(lines(exchange(1), exchange(2, ts=ts)))
    ended = run("in")
    ((_, line, reason),) = ended.rejected

    assert (ended.status, ended.scanned["exchanges"], line) == (0, 1, 2)
    assert " but got ts=" in reason


@pytest.mark.parametrize("identity", [5, 5.5, "", None, ["a"], {"a": 1}])
@pytest.mark.parametrize("field", ["exchange_id", "account_id"])
def test_ids_that_are_no_text_are_rejected(run: Run, tmp_path: Path, field: str, identity: Any, lines: Lines, exchange: Exchange) -> None:
    """The contract's ids are text: others cost their line, and the reason names the field."""
    (tmp_path / "in").write_bytes(lines(exchange(1), exchange(2, **{field: identity})))
    ended = run("in")
    ((_, line, reason),) = ended.rejected

    assert (ended.status, line) == (0, 2)
    assert reason.startswith(f"expected text but got {field}=")


def test_one_exchange_told_twice_counts_once(run: Run, tmp_path: Path, lines: Lines, exchange: Exchange) -> None:
    """Lines with the same id, account and time are one exchange, even where they disagree; the others are counted as duplicates."""
    told = [exchange(1, response={"status": status, "text": str(status)}) for status in (503, 200, 429)]
    (tmp_path / "in").write_bytes(lines(*told, *told))
    ended = run("in")

    assert (ended.scanned["exchanges"], ended.scanned["duplicates"]) == (1, 5)


def test_bad_lines_of_a_register_are_rejected(run: Run, tmp_path: Path, lines: Lines, good: bytes) -> None:
    """Bad accounts and releases are rejected by line, and the rest of the registers counts."""
    (tmp_path / "in.jsonl").write_bytes(good)
    accounts = [
        b"{bad",
        *lines({"account_id": "a1", "created_at": 1e9}, {"account_id": 5}, {"account_id": "a2", "created_at": "never"}).splitlines(),
    ]
    (tmp_path / "accounts.jsonl").write_bytes(b"\n".join([*accounts, b"\xff"]))
    (tmp_path / "releases.json").write_text(
        '[{"model": "m", "released_at": "2026-03-05T00:00:00Z"}, {"model": "x", "released_at": "soon"}, 7]'
    )
    ended = run("in.jsonl")

    assert ended.status == 0
    assert [(name, line) for name, line, _ in ended.rejected] == [
        ("accounts.jsonl", 1),
        ("accounts.jsonl", 3),
        ("accounts.jsonl", 5),
        ("releases.json", 2),
        ("releases.json", 3),
    ]
    assert ended.scanned["rejected"] == 5


@pytest.mark.parametrize("order", [(0, 1, 2, 2), (2, 1, 0, 2), (2, 2, 1, 0)])
def test_accounts_that_disagree_are_rejected_in_any_order(
    run: Run, tmp_path: Path, order: tuple[int, ...], lines: Lines, good: bytes
) -> None:
    """Of several lines for one account the same one counts, and as many are rejected, however they are ordered."""
    (tmp_path / "in.jsonl").write_bytes(good)
    told = [{"account_id": "a1", "plan": plan} for plan in ("a", "b", "c")]
    (tmp_path / "accounts.jsonl").write_bytes(lines(*(told[i] for i in order)))
    ended = run("in.jsonl")

    assert [line for _, line, _ in ended.rejected] == [1 + at for at, which in enumerate(order) if which != 2]


@pytest.mark.parametrize("flag", ["--accounts", "--releases"])
@pytest.mark.parametrize(
    "content", [b"{bad\n" * 3, b'[{"model":"m","released_at":"2026-0', b"hello", bytes(range(256)), b"[7]", b"42", None]
)
def test_a_broken_register_is_refused(run: Run, tmp_path: Path, flag: str, content: bytes | None, good: bytes) -> None:
    """A register without one readable entry, or that is not there, ends with 2 rather than with a scan that knows less than was asked."""
    (tmp_path / "in.jsonl").write_bytes(good)
    if content is not None:
        (tmp_path / "known").write_bytes(content)
    ended = run("in.jsonl", flag, "known")

    assert ended.refused, ended.err
    assert f"a register of {flag[2:]}" in ended.err
    assert "path=known" in ended.err


def test_an_empty_register_knows_nothing(run: Run, tmp_path: Path, good: bytes) -> None:
    """Empty registers are no mistake."""
    (tmp_path / "in.jsonl").write_bytes(good)
    (tmp_path / "accounts.jsonl").write_bytes(b"")
    (tmp_path / "releases.json").write_bytes(b"[]")

    assert run("in.jsonl").status == 0


SOUND_MAP = 'account_id = "key"\nts = "when"\nmodel = "engine"\nprompt = "q"\n'


def test_a_mapping_reads_a_flat_log(run: Run, tmp_path: Path, flat: bytes) -> None:
    """The mapping that the next test breaks is a good one."""
    (tmp_path / "in").write_bytes(flat)
    (tmp_path / "map.toml").write_text(SOUND_MAP)

    assert run("in", "--map", "map.toml").scanned["exchanges"] == 40


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (SOUND_MAP.replace("account_id", "acount_id"), "acount_id='key' in map.toml; did you mean account_id?"),
        (SOUND_MAP.replace('"key"', '"kee"'), 'account_id="kee", which is on no line; did you mean key?'),
        (SOUND_MAP.replace('"q"', '"question"'), 'prompt="question", which is on no line'),
        (SOUND_MAP.replace('"key"', '"key.id"'), 'account_id="key.id"'),
        (SOUND_MAP.replace('model = "engine"\n', ""), "model=none in map.toml; write model ="),
        (SOUND_MAP.replace('"key"', "5"), "account_id=5 in map.toml"),
        (SOUND_MAP.replace('"when"', '{field = "when", unit = "weeks"}'), "ts.unit='weeks'"),
        (SOUND_MAP.replace('"when"', '"q"'), "in:1: expected a date and time"),
        ("", "account_id=none"),
        ("{not: toml}", "map=map.toml"),
        ("\ud800", "map=map.toml"),
        (None, "map=map.toml (No such file or directory)"),
    ],
)
def test_a_wrong_mapping_is_refused(run: Run, tmp_path: Path, mapping: str | None, said: str, flat: bytes) -> None:
    """A mapping that names a field of ours or of theirs that does not exist, or is no mapping, ends with 2 and what is wrong in it."""
    (tmp_path / "in").write_bytes(flat)
    if mapping is not None:
        (tmp_path / "map.toml").write_bytes(mapping.encode("utf-8", "surrogatepass"))
    ended = run("in", "--map", "map.toml")

    assert ended.refused or ended.unread, ended.err
    assert said in ended.err


def test_a_wrong_mapping_of_a_damaged_file_is_refused(run: Run, tmp_path: Path, lines: Lines) -> None:
    """The search for their field ends with a sentence where the file ends too early."""
    packed = gzip.compress(lines(*({"key": os.urandom(60).hex(), "when": i, "engine": "m"} for i in range(9000))))
    (tmp_path / "in").write_bytes(packed[: len(packed) // 2])
    (tmp_path / "map.toml").write_text(SOUND_MAP)
    ended = run("in", "--map", "map.toml")

    assert ended.status == 2
    assert 'prompt="q", which is on no line' in ended.err
