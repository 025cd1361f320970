"""Large logs are read by kernels: the same rows, rejects and counts as line by line."""

import gzip
import json

import pyarrow as pa
import pytest
import zstandard

from hydrascope.errors import InputError
from hydrascope.sources import read, reading


def exchange(number, **more):
    """Return one usual line, with other values where they are named."""
    request = {"messages": [{"role": "user", "content": f"número {number} \n"}], "temperature": 0.5, **more.pop("request", {})}
    line = {"exchange_id": f"e{number}", "ts": "2026-01-05T01:00:00.250Z", "account_id": "a", "model": "m", "request": request, **more}
    return json.dumps(line).encode()


BENT = (
    exchange(3, ts=1767571200),
    exchange(4, usage={"input_tokens": "12"}),
    exchange(5, request={"messages": [{"role": "user", "content": []}]}),
)
LOG = b"\n".join(
    [
        exchange(1),
        b"",
        *BENT,
        b'{"exchange_id":',
        exchange(6, response={"tool_calls": [{}, {}]}),
        b"\xff",
        exchange(7, account_id=""),
        exchange(8),
    ]
)


def both(monkeypatch, path):
    """Return what is read of a path line by line and by kernels: rows, rejects and bytes."""
    found = []
    for limit in (1 << 60, 0):
        monkeypatch.setattr(reading, "SCANNED_FROM", limit)
        kept = read([path], batch_rows=3)
        rows = pa.Table.from_batches(list(kept))
        found.append((rows.to_pylist(), kept.rejected.to_pylist(), kept.bytes_read, kept.rows))
    return found


@pytest.mark.parametrize(
    "pack", [bytes, gzip.compress, lambda log: zstandard.ZstdCompressor().compress(log)], ids=["plain", "gzip", "zstd"]
)
@pytest.mark.parametrize(
    "log", [LOG, LOG + b"\n", b"\xef\xbb\xbf" + LOG, LOG.replace(b"\n", b"\r\n")], ids=["cut", "ended", "marked", "returns"]
)
def test_kernels_and_reader_agree(tmp_path, monkeypatch, pack, log):
    """However a log is packed and its lines end, usual, bent and broken lines give the same."""
    (tmp_path / "log").write_bytes(pack(log))
    slow, quick = both(monkeypatch, tmp_path / "log")

    assert quick == slow
    assert [row["exchange_id"] for row in quick[0]] == ["e1", "e3", "e4", "e5", "e6", "e8"]
    assert [reject["line"] for reject in quick[1]] == [6, 8, 9]


def test_what_comes_before_damage_is_kept(tmp_path, monkeypatch):
    """A cut compressed log gives its whole lines and one reject, by kernels too."""
    (tmp_path / "log.gz").write_bytes(gzip.compress(b"\n".join(exchange(i) for i in range(2000)))[:-2000])
    slow, quick = both(monkeypatch, tmp_path / "log.gz")

    assert quick == slow
    assert 0 < len(quick[0]) < 2000
    assert "cut off" in quick[1][-1]["reason"]


def test_other_formats_beside_a_large_log_keep_their_place(tmp_path, monkeypatch):
    """Files come in the order of their paths, whoever reads them."""
    (tmp_path / "a.jsonl").write_bytes(LOG)
    (tmp_path / "b.json").write_bytes(b"[" + exchange(10) + b",\n" + exchange(11) + b"]")
    (tmp_path / "c.jsonl").write_bytes(LOG)
    slow, quick = both(monkeypatch, tmp_path)

    assert quick == slow
    assert [row["exchange_id"] for row in quick[0]][5:9] == ["e8", "e10", "e11", "e1"]


def test_nothing_readable_is_an_error_by_kernels_too(tmp_path, monkeypatch):
    """A log of which every line is wrong is refused, and the first reason named."""
    monkeypatch.setattr(reading, "SCANNED_FROM", 0)
    (tmp_path / "log.jsonl").write_bytes(exchange(1, account_id=""))

    with pytest.raises(InputError, match="account_id"):
        list(read([tmp_path / "log.jsonl"]))
