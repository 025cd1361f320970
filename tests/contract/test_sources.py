"""One contract for every reader: what goes in comes out, in order, whole, and what cannot be read is named."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from hydrascope.errors import InputError
from hydrascope.schema import EXCHANGES, REJECTED
from hydrascope.sources import READERS, Reading, read, recognise, texts

MAPPING = 'account_id = "who.key"\nts = { field = "t", unit = "s" }\nmodel = "m"\nprompt = "q"\nresponse = ["a", "b"]\nexchange_id = "nr"\n'


class Said(NamedTuple):
    """What one exchange says, in any format."""

    number: int
    prompt: str | None = "Why is the sky blue?"
    answer: str | None = "Because of Rayleigh scattering."

    @property
    def seconds(self) -> float:
        """Return its time since 1970."""
        return 1_767_571_200 + self.number * 0.5


def _contract(said: Said) -> dict[str, Any]:
    ts = datetime.fromtimestamp(said.seconds, UTC).isoformat().replace("+00:00", "Z")
    request = {"messages": [{"role": "user", "content": said.prompt}], "temperature": 0.5}
    return {
        "exchange_id": f"e{said.number}",
        "ts": ts,
        "account_id": "acct",
        "model": "m1",
        "request": request,
        "response": {"text": said.answer},
    }


def _recording(said: Said) -> dict[str, Any]:
    body = {"model": "m1", "messages": [{"role": "user", "content": said.prompt}], "temperature": 0.5}
    response = {"choices": [{"message": {"content": said.answer}, "finish_reason": "stop"}]}
    return {
        "received_at": said.seconds,
        "method": "POST",
        "path": "/v1/chat/completions",
        "api_key": "acct",
        "headers": [["Host", "h"], ["User-Agent", "ua/1"]],
        "body": body,
        "status": 200,
        "response": response,
    }


def _litellm(said: Said) -> dict[str, Any]:
    return {
        "id": f"e{said.number}",
        "litellm_call_id": "c",
        "call_type": "acompletion",
        "startTime": said.seconds,
        "model": "m1",
        "metadata": {"user_api_key_hash": "acct"},
        "messages": [{"role": "user", "content": said.prompt}],
        "response": {"choices": [{"message": {"content": said.answer}}]},
        "model_parameters": {"temperature": 0.5},
    }


def _mapped(said: Said) -> dict[str, Any]:
    return {"nr": said.number, "who": {"key": "acct"}, "t": said.seconds, "m": "m1", "q": said.prompt, "b": said.answer, "a": None}


FORMATS: dict[str, Callable[[Said], dict[str, Any]]] = {
    "contract": _contract,
    "recording": _recording,
    "litellm": _litellm,
    "mapped": _mapped,
}


@pytest.fixture(params=list(FORMATS))
def name(request: pytest.FixtureRequest) -> str:
    """Return the name of each reader in turn."""
    return str(request.param)


def _lines(name: str, *said: Said, ascii_only: bool = False) -> list[bytes]:
    return [json.dumps(FORMATS[name](one), ensure_ascii=ascii_only).encode() for one in said]


def _mapping(name: str, folder: Path) -> Path | None:
    if name != "mapped":
        return None
    path = folder.parent / f"{folder.name}.toml"
    path.write_text(MAPPING)
    return path


def _read(name: str, folder: Path, content: bytes, file: str = "log.jsonl", **options: Any) -> tuple[pa.Table, Reading]:
    (folder / file).write_bytes(content)
    reading = read([folder / file], mapping=_mapping(name, folder), **options)
    return pa.Table.from_batches(list(reading), schema=EXCHANGES), reading


def _said(table: pa.Table) -> list[tuple[str | None, str | None]]:
    return [(row["messages"][0]["text"] if row["messages"] else None, row["answer"]) for row in table.to_pylist()]


def test_every_reader_is_under_contract() -> None:
    """A reader that is added must join this suite."""
    assert {*READERS, "mapped"} == set(FORMATS)


def test_round_trip(name: str, tmp_path: Path) -> None:
    """Account, time, model, prompt, answer, source and line come out as they went in, and the schema is the house's."""
    table, reading = _read(name, tmp_path, b"\n".join(_lines(name, Said(1), Said(2))))
    rows = table.to_pylist()
    assert table.schema.equals(EXCHANGES)
    assert [row["account_id"] for row in rows] == ["acct", "acct"]
    assert [row["ts"].timestamp() for row in rows] == [Said(1).seconds, Said(2).seconds]
    assert {row["model"] for row in rows} == {"m1"}
    assert _said(table) == [(Said(1).prompt, Said(1).answer)] * 2
    assert [(row["source"], row["line"]) for row in rows] == [
        ((tmp_path / "log.jsonl").as_posix(), 1),
        ((tmp_path / "log.jsonl").as_posix(), 2),
    ]
    assert len({row["exchange_id"] for row in rows}) == 2
    assert reading.rejected.num_rows == reading.skipped == 0
    assert reading.bytes_read == (tmp_path / "log.jsonl").stat().st_size


def test_recognised_from_content(name: str, tmp_path: Path) -> None:
    """The format is known by what is in the file, whatever its name."""
    (tmp_path / "x.bin").write_bytes(b"not this line\n" + _lines(name, Said(1))[0])
    assert recognise(tmp_path / "x.bin", mapping=_mapping(name, tmp_path)) == name


def test_order_and_batches(name: str, tmp_path: Path) -> None:
    """Rows come in the order of the lines, in batches of the size that was asked for."""
    many = [Said(i, f"prompt {i}") for i in range(250)]
    table, _ = _read(name, tmp_path, b"\n".join(_lines(name, *many)), batch_rows=100)
    assert [prompt for prompt, _ in _said(table)] == [one.prompt for one in many]
    assert [len(chunk) for chunk in table.column("ts").chunks] == [100, 100, 50]


@pytest.mark.parametrize("packed", [lambda data: data, gzip.compress, lambda data: zstandard.ZstdCompressor().compress(data)])
def test_compression_is_known_by_its_first_bytes(name: str, packed: Callable[[bytes], bytes], tmp_path: Path) -> None:
    """Plain, gzip and zstd give the same rows under a name that says nothing."""
    data = b"\n".join(_lines(name, *map(Said, range(30))))
    table, reading = _read(name, tmp_path, packed(data[:100]) + packed(data[100:]), "log.data")
    assert table.num_rows == 30
    assert reading.rejected.num_rows == 0


@pytest.mark.parametrize(
    "text", ["漢字とかな、한글", "emoji 👩‍🔬🏳️‍🌈", "עברית ועוד עربي", "e\u0301 \u0000 \u2028 \x7f", '𝔘nicode \\ud83d "quoted"']
)
@pytest.mark.parametrize("escaped", [True, False])
def test_unicode(name: str, text: str, escaped: Any, tmp_path: Path) -> None:
    """Text of any script comes out as it went in, escaped or not."""
    table, _ = _read(name, tmp_path, b"\n".join(_lines(name, Said(1, text, text), ascii_only=escaped)))
    assert _said(table) == [(text, text)]


def test_lone_surrogates(name: str, tmp_path: Path) -> None:
    """Half a character becomes U+FFFD, and the rest of the line is kept."""
    table, reading = _read(name, tmp_path, b"\n".join(_lines(name, Said(1, "a\ud800b", "\udfffz"), ascii_only=True)))
    assert _said(table) == [("a\ufffdb", "\ufffdz")]
    assert reading.rejected.num_rows == 0


def test_huge_message(name: str, tmp_path: Path) -> None:
    """A line of 50 MB is read like any other."""
    text = "ab cdé " * 7_000_000
    table, _ = _read(name, tmp_path, b"\n".join(_lines(name, Said(1), Said(2, text), Said(3))))
    assert [len(prompt or "") for prompt, _ in _said(table)] == [20, len(text), 20]


def test_nulls(name: str, tmp_path: Path) -> None:
    """A prompt and an answer that are null cost nothing but themselves."""
    table, reading = _read(name, tmp_path, b"\n".join(_lines(name, Said(1, None, None), Said(2))))
    assert _said(table) == [(None, None), (Said(2).prompt, Said(2).answer)]
    assert reading.rejected.num_rows == 0


def test_mixed_good_and_bad_lines(name: str, tmp_path: Path) -> None:
    """Every bad line is named with its number and a reason; every good line is kept."""
    good = _lines(name, Said(1), Said(2), Said(3))
    bad = [b"{oops", b'"text"', b'{"a": 1}', good[0][: len(good[0]) // 2], good[0].replace(b"blue", b"bl\xffe")]
    table, reading = _read(name, tmp_path, b"\n".join([good[0], *bad[:3], good[1], *bad[3:], good[2]]))
    rejected = reading.rejected
    assert table.num_rows == 3
    assert table.column("line").to_pylist() == [1, 5, 8]
    assert rejected.schema.equals(REJECTED)
    assert rejected.column("line").to_pylist() in ([2, 3, 4, 6, 7], [2, 3, 6, 7])
    assert all(
        reason.startswith("expected ") and " but got " in reason and "=" in reason for reason in rejected.column("reason").to_pylist()
    )
    assert "0xff" in rejected.column("reason").to_pylist()[-1]


def test_truncated_gzip(name: str, tmp_path: Path) -> None:
    """All whole lines before the cut are kept, and one rejected entry says where it stopped."""
    packed = gzip.compress(b"\n".join(_lines(name, *(Said(i, f"{i * 7919:x}" * 20) for i in range(2000)))))
    table, reading = _read(name, tmp_path, packed[: len(packed) // 2], "log.jsonl.gz")
    rejected = reading.rejected.to_pylist()
    assert 500 < table.num_rows < 1500
    assert [(one["line"], "cut off" in one["reason"]) for one in rejected] == [(table.num_rows + 1, True)]


def test_truncated_zstd(name: str, tmp_path: Path) -> None:
    """A zstd file that is cut off is named, too."""
    packed = zstandard.ZstdCompressor().compress(b"\n".join(_lines(name, *(Said(i, f"{i * 7919 % 10007:x}" * 20) for i in range(20_000)))))
    table, reading = _read(name, tmp_path, packed[: len(packed) * 2 // 3])
    assert 0 < table.num_rows < 20_000
    assert [one["line"] for one in reading.rejected.to_pylist()] == [table.num_rows + 1]


def test_line_ends_and_marks(name: str, tmp_path: Path) -> None:
    """A byte order mark, carriage returns, empty lines and padding with zero bytes are passed over."""
    first, second = _lines(name, Said(1), Said(2))
    table, reading = _read(name, tmp_path, b"\xef\xbb\xbf" + first + b"\r\n\r\n   \n\0\0\0\n" + second + b"\0\0\r\n")
    assert table.column("line").to_pylist() == [1, 5]
    assert reading.rejected.num_rows == 0


def test_empty_file(name: str, tmp_path: Path) -> None:
    """An empty file alone is unusable input; beside traffic it is one rejected entry."""
    with pytest.raises(InputError, match="an empty file"):
        _read(name, tmp_path, b"", "empty.jsonl")
    (tmp_path / "log.jsonl").write_bytes(_lines(name, Said(1))[0])
    reading = read([tmp_path], mapping=_mapping(name, tmp_path))
    assert sum(batch.num_rows for batch in reading) == 1
    assert reading.rejected.column("line").to_pylist() == [0]


def test_only_bad_lines(name: str, tmp_path: Path) -> None:
    """A log of a known format without one readable line is unusable input, and the message has the first reason."""
    when = {"contract": "ts", "recording": "received_at", "litellm": "startTime", "mapped": "t"}[name]
    content = json.dumps(FORMATS[name](Said(1)) | {when: "yesterday"}).encode()
    with pytest.raises(InputError, match=rf'no line .*log.jsonl:1: expected .* but got {when}="yesterday"'):
        _read(name, tmp_path, content)


def test_document(name: str, tmp_path: Path) -> None:
    """A JSON array, on one line or printed over many, is read item by item; items before a cut are kept."""
    items = [FORMATS[name](Said(i)) for i in range(3)]
    for text in (json.dumps(items), json.dumps(items, indent=2), json.dumps(items, indent=2)[:-40]):
        table, reading = _read(name, tmp_path, text.encode(), "log.json")
        whole = text.rstrip().endswith("]")
        assert table.column("line").to_pylist() == ([1, 2, 3] if whole else [1, 2])
        assert reading.rejected.num_rows == (0 if whole else 1)


def test_directory(name: str, tmp_path: Path) -> None:
    """A directory of single objects is read in the order of its paths, registers and labels passed over, each file once."""
    for i in (2, 0, 1):
        (tmp_path / f"2026-01-0{i}").mkdir()
        (tmp_path / f"2026-01-0{i}" / "one.json").write_text(json.dumps(FORMATS[name](Said(i, f"prompt {i}")), indent=1))
    for beside in ("accounts.jsonl", "releases.json", "truth_accounts.csv", "README.md", ".hidden.json"):
        (tmp_path / beside).write_text('{"account_id": "x", "plan": "p"}')
    reading = read([tmp_path, tmp_path / "2026-01-01" / "one.json", f"{tmp_path}/*/one.json"], mapping=_mapping(name, tmp_path))
    table = pa.Table.from_batches(list(reading), schema=EXCHANGES)
    assert [prompt for prompt, _ in _said(table)] == ["prompt 0", "prompt 1", "prompt 2"]
    assert reading.rejected.num_rows == 0


def test_parquet(name: str, tmp_path: Path) -> None:
    """Parquet with the same nested columns gives the same rows, and a damaged file is unusable input."""
    table = pa.Table.from_pylist([FORMATS[name](Said(i)) for i in range(5)])
    pq.write_table(table, tmp_path / "log.parquet", row_group_size=2)
    reading = read([tmp_path / "log.parquet"], mapping=_mapping(name, tmp_path))
    rows = pa.Table.from_batches(list(reading), schema=EXCHANGES)
    lines, _ = _read(name, tmp_path, b"\n".join(_lines(name, *map(Said, range(5)))))
    loose = {"source", "exchange_id", "headers"} if name == "recording" else {"source"}
    assert rows.drop_columns(list(loose)).to_pylist() == lines.drop_columns(list(loose)).to_pylist()
    content = (tmp_path / "log.parquet").read_bytes()
    with pytest.raises(InputError, match="Parquet"):
        _read(name, tmp_path, content[: len(content) // 2], "cut.parquet")


def test_texts_reads_only_what_is_wanted(name: str, tmp_path: Path) -> None:
    """The second pass returns the wanted lines, or ids, with their words."""
    table, _ = _read(name, tmp_path, b"\n".join(_lines(name, *(Said(i, f"prompt {i}") for i in range(20)))))
    wanted = {(row["source"], row["line"]) for row in table.to_pylist() if row["line"] in (3, 17)} | {("elsewhere", 1)}
    found = texts([tmp_path / "log.jsonl"], wanted, mapping=_mapping(name, tmp_path))
    assert [prompt for prompt, _ in _said(found)] == ["prompt 2", "prompt 16"]
    again = texts([tmp_path / "log.jsonl"], set(found.column("exchange_id").to_pylist()), mapping=_mapping(name, tmp_path))
    assert again.equals(found)


def test_reading_is_repeatable(name: str, tmp_path: Path) -> None:
    """Splitting a log into files, or reading it twice, changes no row but its source and line."""
    data = _lines(name, *(Said(i, f"prompt {i}") for i in range(10)))
    whole, _ = _read(name, tmp_path, b"\n".join(data))
    (tmp_path / "parts").mkdir()
    for i, line in enumerate(data):
        (tmp_path / "parts" / f"{i}.jsonl").write_bytes(line + b"\n")
    parts = pa.Table.from_batches(list(read([tmp_path / "parts"], mapping=_mapping(name, tmp_path))), schema=EXCHANGES)
    assert parts.drop_columns(["source", "line"]).equals(whole.drop_columns(["source", "line"]))
