import json
from datetime import UTC, datetime

import pyarrow as pa

from hydrascope.lab.detectors.model import Observed
from hydrascope.lab.detectors.texts import arranged, texts
from hydrascope.pipeline import take


def line(number: int, account: str, second: int, prompt: str) -> bytes:
    """One exchange of the contract's format."""
    when = datetime.fromtimestamp(1_767_225_600 + second, UTC).isoformat()
    request = {"messages": [{"role": "user", "content": prompt}]}
    told = {"exchange_id": f"x{number}", "ts": when, "account_id": account, "model": "m", "request": request, "response": {"text": "."}}
    return json.dumps(told).encode() + b"\n"


def test_prompts_come_by_account_and_time_and_only_those_of_the_fingerprints(tmp_path):
    """Of three exchanges in the log, the two that were fingerprinted are read, in order."""
    path = tmp_path / "exchanges.jsonl"
    path.write_bytes(line(1, "b", 5, "later") + line(2, "a", 9, "other") + line(3, "b", 1, "first"))
    rows = take([path], threads=1).stored.fingerprints
    kept = rows.filter(pa.compute.not_equal(rows["exchange_id"], "x2"))
    told = texts(Observed(kept, pa.table({}), {}, path))
    assert (told.accounts, told.offsets.tolist(), told.prompts.to_pylist()) == (["b"], [0, 2], ["first", "later"])


def test_an_exchange_that_is_told_twice_is_read_once():
    """Of two wordings of one exchange the one that sorts first counts, whichever came first."""
    when = pa.array([1, 1], pa.timestamp("us"))
    told = pa.table({"exchange_id": ["x", "x"], "account_id": ["a", "a"], "ts": when, "prompt": ["two", "one"]})
    assert arranged(told).prompts.to_pylist() == ["one"]
