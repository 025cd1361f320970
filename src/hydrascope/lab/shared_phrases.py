"""
How often strangers write the same words in a row: `python -m hydrascope.lab.shared_phrases`.

A world whose strangers share phrases by accident of its generator would teach
a detector the generator. Prints, by number of accounts, the share of the
five-word runs of hobbyists' first messages that another hobbyist writes too.
Runs are those that detection counts: `hydrascope.fingerprint.sketch` cuts them
for the world's scripts and keeps one in four, the same ones everywhere.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from hydrascope.fingerprint.sketch import sketch
from hydrascope.lab.worlds import honest
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.traffic import Setting


def shared(accounts: Sequence[str], texts: Sequence[str]) -> float:
    """
    Return the share of the runs of some accounts' texts that another account writes too, each run counted once an account.

    >>> text = "one two three four five six seven eight nine ten eleven twelve thirteen"
    >>> shared(["a", "b"], [text, text]), shared(["a", "a"], [text, text])
    (1.0, 0.0)
    """
    none = pa.array([""] * len(texts), pa.large_string())
    kept = sketch(none, pa.array(texts, pa.large_string()), none)
    who = np.unique(np.asarray(accounts), return_inverse=True)[1].astype(np.uint64)
    rows = np.repeat(who, np.diff(kept.offsets.to_numpy()))
    once = np.unique(np.column_stack([kept.values.to_numpy(), rows]), axis=0)
    _, writers = np.unique(once[:, 0], return_counts=True)
    return float(writers[writers > 1].sum() / max(writers.sum(), 1))


def hobbyists(accounts: int, *, seed: int) -> float:
    """
    Return `shared` for the first messages of so many hobbyists in 14 days.

    >>> hobbyists(20, seed=1) < 0.02
    True
    """
    setting = Setting(seed=seed, days=14.0, scale=1.0, release=8 * DAY)
    sent = honest.hobbyists(setting, honest.Hobbyists(accounts=accounts)).sent
    return shared([one.account_id for one in sent], [one.request["messages"][0]["content"] for one in sent])


def main() -> None:
    """Print the share by number of accounts."""
    print(f"{'accounts':>9}{'shared':>9}")
    for accounts in (200, 1000, 5000):
        print(f"{accounts:>9}{hobbyists(accounts, seed=1):>9.2%}")


if __name__ == "__main__":
    main()
