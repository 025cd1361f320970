"""What holds for a store whatever is taken in: the order and the batches do not matter, and twice is once."""

import runpy
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hydrascope import store
from hydrascope.store import form, keys, once

Kit: Any = runpy.run_path(str(Path(__file__).parents[1] / "unit" / "store" / "conftest.py"))["Kit"]
kit = Kit()
FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
# Few ids, accounts and hours, so that many lines tell of one exchange, and in other words.
LINES = st.fixed_dictionaries(
    {
        "exchange_id": st.sampled_from("efg"),
        "account_id": st.sampled_from("ab"),
        "hour": st.integers(0, 2),
        "status": st.sampled_from([200, 429, None]),
        "org_id": st.sampled_from(["x", "y", None]),
        "answer_chars": st.integers(0, 2),
        "blocks_in": st.sampled_from([None, ["b"], ["b", "c"]]),
    }
)
LOGS = st.lists(st.lists(LINES, max_size=8), min_size=1, max_size=4)


def _held(path: Path, **how: Any) -> list[dict[str, Any]]:
    """Return what a store holds, but for where it was read first."""
    if not store.info(path).exchanges:
        return []
    return kit.rows(store.get(path, **how).fingerprints.drop_columns(["source", "line"]))


def _taken(logs: list[list[dict[str, Any]]], **how: Any) -> list[dict[str, Any]]:
    """Return what a store holds after logs were taken in one after another."""
    with tempfile.TemporaryDirectory() as folder:
        for log in logs:
            kit.put(Path(folder) / "s", kit.told(*log), **how)
        return _held(Path(folder) / "s", **how)


@FEW
@given(LOGS, st.randoms(use_true_random=False))
def test_neither_order_nor_batches_nor_key_matter(logs, random) -> None:
    """Logs in any order, cut in any way, under any key, give the exchanges that a scan of all of them sees, each once."""
    lines = [line for log in logs for line in log]
    shuffled = random.sample(lines, len(lines))
    cut = random.randint(0, len(lines))
    at_once = once(kit.told(*lines)).drop_columns(["source", "line"])

    assert _taken(logs) == kit.rows(at_once)
    assert _taken([shuffled[:cut], shuffled[cut:]], key="k" * 32) == kit.rows(at_once)


@FEW
@given(LOGS, st.integers(1, 9))
def test_twice_is_once(logs, slice_rows) -> None:
    """Taking the same in again writes no data, and merging the files changes nothing that is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s"
        for log in logs:
            kit.put(path, kit.told(*log))
        before, names = _held(path), {part.name for part in store.snapshot(path).parts}
        again = [kit.put(path, kit.told(*log)).added for log in reversed(logs)]
        same = {part.name for part in store.snapshot(path).parts}
        store.compact(path, slice_rows=slice_rows)

        assert again == [0] * len(logs)
        assert same == names
        assert _held(path) == before


@FEW
@given(LOGS)
def test_the_stored_form_is_reversible(logs) -> None:
    """What is encoded and decoded is what it was, column by column."""
    table = kit.told(*(line for log in logs for line in log))
    key = keys.Secret(bytes(32))
    wide = form.encoded(table, form.EXCHANGE, key)

    assert form.decoded(wide, form.EXCHANGE, key).equals(table)
