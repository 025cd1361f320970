"""
The three synthetic regimes of arXiv 2512.19677: bursts of all, bursts between silences, bursts of changing parts.

The paper names the regimes; its figures were not at hand, so those below are this project's. Organic accounts act at random times on
objects whose popularity falls like 1 / rank. The coordinated act like them and, in bursts, together: in each, those whose turn it is act
on one object within a minute or so of each other.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa

from hydrascope.fingerprint.batch import fingerprint
from hydrascope.lab.detectors.actions import Actions, Floats, Ints
from hydrascope.schema import EXCHANGES, FINGERPRINTS, INTENTS

REGIMES = ("synchronous", "alternating", "rotating")
KINDS = ("hashtag", "retweet", "mention", "url")
START = 1_767_225_600.0  # 1 January 2026
HOUR = 3600.0
_WORDS = 4000


class Size(NamedTuple):
    """How large a regime is, and how hard."""

    coordinated: int = 50
    organic: int = 200
    hours: float = 240.0
    own_actions: int = 40  # of every account, at random times
    bursts: int = 40
    repeats: int = 1  # actions of one account in a burst
    within: float = 60.0  # mean seconds from a burst's beginning to an account's action
    part: float = 1 / 3  # share of the coordinated in a burst of the rotating regime
    active: float = 12.0  # hours of activity of the alternating regime,
    silent: float = 36.0  # and of the silence that follows
    objects: int = 200  # of each kind
    secret: bool = False  # whether bursts are on objects that the organic never touch


class Regime(NamedTuple):
    """The actions of a regime; `coordinated[a]` says whether account a is."""

    done: Actions
    coordinated: np.ndarray[tuple[int], np.dtype[np.bool_]]


class _Log(NamedTuple):
    account: list[int]
    seconds: list[float]
    kind: list[int]
    item: list[int]


def regime(name: str, *, seed: int, size: Size = Size()) -> Regime:  # noqa: B008 -- immutable
    """
    Return one of `REGIMES`: the same actions for the same seed.

    >>> made = regime("rotating", seed=1)
    >>> len(made.done.accounts), int(made.coordinated.sum())
    (250, 50)
    """
    rng = np.random.default_rng([seed, REGIMES.index(name)])
    count = size.coordinated + size.organic
    popularity = 1 / np.arange(1, size.objects + 1)
    popularity /= popularity.sum()
    number = count * size.own_actions
    account = np.repeat(np.arange(count), size.own_actions)
    seconds = rng.uniform(0, size.hours * HOUR, number)
    kind, item = rng.integers(len(KINDS), size=number), rng.choice(size.objects, number, p=popularity)
    log = _Log(account.tolist(), seconds.tolist(), kind.tolist(), item.tolist())
    for begin in _bursts(name, rng, size):
        _burst(name, rng, size, begin, popularity, log)
    label = rng.permutation(count)  # names say nothing
    return Regime(_actions(log, label, count), np.isin(np.arange(count), label[: size.coordinated]))


def _bursts(name: str, rng: np.random.Generator, size: Size) -> Floats:
    """Return the seconds at which bursts begin."""
    at = np.sort(rng.uniform(0, size.hours * HOUR, size.bursts))
    if name != "alternating":
        return at
    cycle = (size.active + size.silent) * HOUR
    share = size.active / (size.active + size.silent)
    return np.asarray(at // cycle * cycle + at % cycle * share)


def _burst(name: str, rng: np.random.Generator, size: Size, begin: float, popularity: Floats, log: _Log) -> None:
    turn = np.arange(size.coordinated)
    if name == "rotating":
        turn = np.sort(rng.choice(size.coordinated, int(size.part * size.coordinated), replace=False))
    turn = np.repeat(turn, size.repeats)
    item = int(rng.choice(size.objects, p=popularity)) + (size.objects if size.secret else 0)
    log.account.extend(turn.tolist())
    log.seconds.extend((begin + rng.exponential(size.within, len(turn))).tolist())
    log.kind.extend([int(rng.integers(len(KINDS)))] * len(turn))
    log.item.extend([item] * len(turn))


def _actions(log: _Log, label: Ints, count: int) -> Actions:
    order = np.lexsort((log.item, log.account, log.seconds))
    account, kind, item = (np.array(column)[order] for column in (label[log.account], log.kind, log.item))
    objects = {name: np.where(kind == code, item, -1) for code, name in enumerate(KINDS)}
    return Actions([f"u{a:04d}" for a in range(count)], account, START + np.array(log.seconds)[order], objects)


def as_traffic(made: Regime, *, seed: int) -> pa.Table:
    """
    Return the actions as fingerprints of exchanges: an object is a prompt template of 28 words with a slot of six, and nothing else differs.

    No account has a card, an address or a client of its own, for the regimes have none. Every prompt of everyone counts as a harvest of
    reasoning: detection leaves groups alone that harvest nothing, and the regimes are about who acts together.
    """
    rng = np.random.default_rng([seed, 77])
    words = _vocabulary(rng)
    done = made.done
    rows = len(done.account)
    kinds = np.stack([done.objects[name] for name in KINDS])
    item = kinds.max(axis=0) * len(KINDS) + kinds.argmax(axis=0)
    templates = {int(one): rng.choice(words, 28) for one in np.unique(item)}
    slots = rng.choice(words, (rows, 6))
    texts = [" ".join((*templates[int(one)][:18], *slot, *templates[int(one)][18:])) for one, slot in zip(item, slots, strict=True)]
    told = {
        "exchange_id": [f"x{i:07d}" for i in range(rows)],
        "ts": pa.array((done.seconds * 1e6).astype(np.int64)).cast(pa.timestamp("us", tz="UTC")),
        "account_id": [done.accounts[a] for a in done.account],
        "model": ["m"] * rows,
        "messages": [[{"role": "user", "text": text, "media": ""}] for text in texts],
        "answer": ["."] * rows,
    }
    columns = [pa.array(told[f.name], f.type) if f.name in told else pa.nulls(rows, f.type) for f in EXCHANGES]
    table = pa.Table.from_batches([fingerprint(pa.RecordBatch.from_arrays(columns, schema=EXCHANGES))], schema=FINGERPRINTS)
    harvests = {"intent": np.full(rows, INTENTS.index("cot_elicitation"), np.int8), "intent_p": np.ones(rows, np.float32)}
    for name, values in harvests.items():
        table = table.set_column(table.schema.get_field_index(name), table.schema.field(name), pa.array(values))
    return table


def _vocabulary(rng: np.random.Generator) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
    letters = np.array(list("bdfgklmnprstvz")), np.array(list("aeiou"))
    parts = [letters[k % 2][rng.integers(len(letters[k % 2]), size=_WORDS)] for k in range(6)]
    return np.unique(["".join(word) for word in zip(*parts, strict=True)])
