"""
Which prompts fill one template: conserved shingles, grouped by the exchanges that hold them.

Shingles of one template stand in nearly the same exchanges, so a MinHash of a
shingle's posting list (Broder 1997) puts them together with group-bys alone.
Blind to prompts that conserve no five words in a row.
"""

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.detect.components import codes, components
from hydrascope.engine import Engine, Step

Hashes = npt.NDArray[np.uint64]
SUPPORT = 6  # exchanges that a shingle must stand in
RECURS = 2  # exchanges of one account that make it the account's
ALONE = 20  # exchanges that make a template of one account
SEEDS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0x85EBCA77C2B2AE63, 0xFF51AFD7ED558CCD)


def shingle_steps() -> list[Step]:
    """Return the steps from the exchanges `x` and the shingles in `common` to posting lists and their MinHashes."""
    mins = ", ".join(f"min(xor(key, {seed}::UBIGINT)) AS m{i}" for i, seed in enumerate(SEEDS))
    return [
        Step(
            "occurrence",
            """SELECT xid, a, key, content_hash, shingle
            FROM (SELECT xid, a, key, content_hash, unnest(sketch) AS shingle FROM x) JOIN common USING (shingle)""",
        ),
        Step(
            "shingle",
            f"""SELECT shingle, count(*) AS support, count(DISTINCT content_hash) AS contents, {mins}
            FROM occurrence GROUP BY shingle ORDER BY shingle""",
        ),
    ]


def fragment_steps() -> list[Step]:
    """
    Return the steps from `piece` (shingle, fragment) to the fragments that accounts repeat.

    An exchange that holds several fragments goes to the one that says most:
    text with slots before text that is always the same, then much used by few
    accounts before little used or used by all.
    """
    return [
        Step(
            "piece_count",
            """SELECT fragment, count(*) AS size, min(shingle) AS name, median(contents / support) >= 0.3 AS has_slots,
                   median(contents / support) >= 0.8 AS is_fresh
            FROM piece JOIN shingle USING (shingle) GROUP BY fragment""",
        ),
        Step(
            "held",
            """SELECT o.xid, any_value(o.a) AS a, p.fragment, count(*) AS matched
            FROM occurrence o JOIN piece p USING (shingle) JOIN piece_count c USING (fragment)
            GROUP BY o.xid, p.fragment HAVING count(*) >= greatest(1, 0.3 * any_value(c.size))""",
        ),
        Step(
            "repeated",
            f"SELECT a, fragment, count(*) AS exchanges FROM held GROUP BY a, fragment HAVING count(*) >= {RECURS}",
        ),
        Step(
            "fragment",
            f"""SELECT fragment, count(*) AS accounts, sum(exchanges)::BIGINT AS exchanges,
                       any_value(has_slots) AS has_slots, any_value(is_fresh) AS is_fresh, any_value(name) AS name
            FROM repeated JOIN piece_count USING (fragment) GROUP BY fragment
            HAVING count(*) >= 2 OR sum(exchanges) >= {ALONE} ORDER BY fragment""",
        ),
        Step(
            "template_of",
            """SELECT xid, arg_max(fragment, rank) AS template FROM (
                SELECT h.xid, h.fragment, (f.has_slots, round(log2(f.exchanges) * log2(1 + n.accounts / f.accounts), 6),
                                           h.matched, -h.fragment) AS rank
                FROM held h JOIN fragment f USING (fragment), (SELECT count(*) AS accounts FROM account) n)
            GROUP BY xid""",
        ),
    ]


def fragments(shingles: pa.Table) -> pa.Table:
    """Return each shingle's fragment: shingles whose posting lists agree in a pair of MinHashes."""
    count = len(shingles)
    mins = [shingles[f"m{i}"].to_numpy() for i in range(len(SEEDS))]
    pairs = zip(mins[::2], mins[1::2], strict=True)
    keys = [codes(codes(left) * count + codes(right)) for left, right in pairs] if count else []
    offset, spread = 0, []
    for key in keys:
        spread.append(key + offset)
        offset += int(key.max()) + 1
    joined = np.concatenate(spread) if spread else np.zeros(0, np.int64)
    label = components(np.tile(np.arange(count), len(keys)), joined, count)
    return pa.table({"shingle": shingles["shingle"], "fragment": label})


def common(sketches: pa.ChunkedArray) -> pa.Table:
    """
    Return the shingles that stand in enough exchanges: one in a thousand, so that nothing else is done with the others.

    >>> common(pa.chunked_array([[[1, 2], [2]] * SUPPORT, [[3]]], pa.list_(pa.uint64())))["shingle"].to_pylist()
    [1, 2]
    """
    parts = [chunk.flatten().to_numpy() for chunk in sketches.chunks]
    every = np.concatenate([np.zeros(0, np.uint64), *parts])
    every.sort()
    return pa.table({"shingle": _frequent(every)})


@numba.njit(cache=True)
def _frequent(ordered: Hashes) -> Hashes:
    """Return which of some sorted values stand there often enough, each once."""
    begins = np.zeros(ordered.size, np.bool_)
    for i in range(SUPPORT - 1, ordered.size):
        first = i - SUPPORT + 1
        begins[first] = ordered[first] == ordered[i] and (first == 0 or ordered[first - 1] != ordered[first])
    return ordered[begins]


def find_templates(engine: Engine) -> None:
    """
    Make the tables `fragment`, `held`, `repeated` and `template_of` from the exchanges `x`.

    `x` has one row an exchange with `xid`, `a` (account number), `key` (hash
    of the exchange's id), `content_hash` and `sketch`.
    """
    engine.put("common", common(engine.fetch("SELECT sketch FROM x ORDER BY xid")["sketch"]))
    engine.run(shingle_steps())
    engine.put("piece", fragments(engine.fetch("SELECT * FROM shingle ORDER BY shingle")))
    engine.run(fragment_steps())
    for name in ("common", "occurrence", "shingle", "piece", "piece_count"):
        engine.drop(name)
