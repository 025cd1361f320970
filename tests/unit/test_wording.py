"""Templates in words: the few exchanges that stand for them, read once more."""

import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pyarrow as pa
import pytest

from hydrascope import sources, wording
from hydrascope.campaigns.samples import Filled
from hydrascope.detect.rules import CLEAR

ITEMS = ("two plus two", "the capital of France", "a rhyme on the sea", "the tallest of mountains")


def _prompt(item: str) -> str:
    return f"Answer with all of your steps shown: {item}. Then give a final answer."


def _log(path: Path, prompts: Sequence[str]) -> Path:
    rows = [
        {"exchange_id": f"e{i}", "ts": i, "account_id": "a", "model": "m", "request": {"messages": [{"role": "user", "content": said}]}}
        for i, said in enumerate(prompts)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def _places(log: Path) -> pa.Table:
    return pa.Table.from_batches(list(sources.read([log]))).select(["exchange_id", "source", "line"])


@pytest.fixture
def worded(monkeypatch: pytest.MonkeyPatch):
    """Put one template in words: all exchanges of a log stand for it."""

    def worded(log: Path, *, before: pa.Table | None = None) -> str:
        where = _places(log) if before is None else before
        rows = np.arange(len(where))
        one = Filled(0, "tp-0", rows, rows)
        monkeypatch.setattr(wording, "filled", lambda *_: [one])
        traffic = SimpleNamespace(exchanges=SimpleNamespace(xid=rows))
        named, clear = (SimpleNamespace(judgement=SimpleNamespace(verdict=verdict)) for verdict in ("confirmed", CLEAR))
        detection = SimpleNamespace(scene=SimpleNamespace(traffic=traffic), candidates=[named, clear])
        return wording.wording(detection, where, [log], None)(one)

    return worded


def test_what_prompts_share_is_the_template(worded, tmp_path: Path) -> None:
    """Shared words stand and what varies is a slot."""
    log = _log(tmp_path / "log.jsonl", [_prompt(item) for item in ITEMS])

    assert worded(log) == "Answer with all of your steps shown: {slot}. Then give a final answer."


def test_only_the_lines_that_stand_for_templates_are_read(worded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second pass asks for the places of the samples and nothing else."""
    log = _log(tmp_path / "log.jsonl", [*(_prompt(item) for item in ITEMS), "a secret"])
    asked: list[set[tuple[str, int]]] = []
    again = sources.texts
    monkeypatch.setattr(sources, "texts", lambda inputs, wanted, **how: asked.append(wanted) or again(inputs, wanted, **how))
    worded(log, before=_places(log).slice(0, 3))

    assert asked == [{(log.as_posix(), line) for line in (1, 2, 3)}]


def test_a_log_that_is_gone_costs_the_words(worded, tmp_path: Path) -> None:
    """Where the input can no longer be read, the text says so."""
    log = _log(tmp_path / "log.jsonl", [_prompt(item) for item in ITEMS])
    places = _places(log)
    log.unlink()

    assert worded(log, before=places) == wording.NOT_KEPT


def test_a_line_that_holds_another_exchange_by_now_is_not_taken(worded, tmp_path: Path) -> None:
    """Words of a log that was rotated meanwhile do not slip into the template of another."""
    log = _log(tmp_path / "log.jsonl", [_prompt(item) for item in ITEMS])
    places = _places(log)
    log.write_text(log.read_text().replace('"e', '"other-e').replace("Answer", "A stranger's secret"))

    assert worded(log, before=places) == wording.NOT_KEPT


def test_exchanges_of_one_line_keep_their_own_words(tmp_path: Path) -> None:
    """Several exchanges that were read from one line are told apart by their ids."""
    log = _log(tmp_path / "log.jsonl", ["first", "second"])
    table = pa.Table.from_batches(list(sources.read([log])))
    table = table.set_column(table.schema.get_field_index("line"), table.schema.field("line"), pa.array([1, 1], pa.int64()))

    assert sorted(wording._words(table).values()) == ["first", "second"]


def test_the_middle_of_a_huge_prompt_is_left_out(tmp_path: Path) -> None:
    """Of a prompt of megabytes only its ends are compared; a short one stays whole."""
    log = _log(tmp_path / "log.jsonl", ["begin " + "x" * 5_000_000 + " end", "short"])
    huge, short = (text for _, text in sorted(wording._words(pa.Table.from_batches(list(sources.read([log])))).items()))

    assert (huge[:6], huge[-4:], len(huge)) == ("begin ", " end", 2 * wording.END)
    assert short == "short"
