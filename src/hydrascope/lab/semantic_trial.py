"""
What the semantic sketch sees, measured: `python -m hydrascope.lab.semantic_trial [LOG...]`.

Near copies and free paraphrases by pairs, the focus of pooled groups, and the
speed. A `LOG` is anything that can be scanned; a `truth_accounts.csv` beside it
says what its accounts are, else the name of its file does. Without a log the
groups are made of the trial's own text. Where `wordllama` is installed its
static embeddings are measured too.
"""

import csv
import importlib
import sys
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy.stats import rankdata

from hydrascope import sources
from hydrascope.fingerprint import semantic
from hydrascope.fingerprint.parts import parts

Floats = npt.NDArray[np.float64]
Encoder = Callable[[list[str]], Floats]
NEAR = 6  # bits in which near copies may differ: fewer than 1 in 10,000 pairs of other texts differ in less than 12

_WHO = (
    "a baker",
    "the night nurse",
    "our trainee",
    "an old sailor",
    "the city council",
    "a violin teacher",
    "my neighbour",
    "the survey team",
)
_DID = ("counted", "sold", "repaired", "compared", "collected", "measured", "shipped", "painted", "reported", "lost")
_WHAT = (
    "{} wooden chairs",
    "{} litres of milk",
    "{} train tickets",
    "{} broken clocks",
    "{} maps",
    "{} lines of code",
    "{} letters",
    "{} lamps",
)
_WHERE = (
    "at the harbour",
    "behind the school",
    "in Lisbon",
    "during the strike",
    "before the storm",
    "on the second floor",
    "near the mill",
)
_WHY = (
    "because the price had doubled",
    "to win a bet",
    "although nobody asked",
    "as the contract required",
    "so that the museum could open",
)


class Focus(NamedTuple):
    """How alike the accounts of a group are: in standard deviations of chance, and against an account's own distance from the mean."""

    z: float
    effect: float


class Background(NamedTuple):
    """What accounts are about: mean vector, scatter of accounts and scatter of prompts within an account."""

    mean: Floats
    between: Floats
    within: Floats


def bits(sketches: npt.NDArray[np.uint64]) -> Floats:
    """
    Return sketches as rows of 64 values, +1 or -1.

    >>> bits(np.array([1], np.uint64))[0, :3]
    array([ 1., -1., -1.])
    """
    octets = np.ascontiguousarray(sketches, "<u8").view(np.uint8).reshape(-1, 8)
    return np.unpackbits(octets, axis=1, bitorder="little").astype(np.float64) * 2 - 1


def background(vectors: Floats, owner: npt.NDArray[np.int64]) -> tuple[Floats, npt.NDArray[np.int64], Background]:
    """Return each account's mean vector, its number of prompts, and the background of all accounts."""
    counts = np.bincount(owner)
    means = np.zeros((counts.size, vectors.shape[1]))
    np.add.at(means, owner, vectors)
    means /= counts[:, None]
    rest = vectors - means[owner]
    within = rest.T @ rest / max(1, len(vectors) - counts.size)
    values, axes = np.linalg.eigh(np.cov(means.T) - within * (1 / counts).mean())
    between = (axes * values.clip(0)) @ axes.T
    return means, counts, Background(means.mean(axis=0), between, within)


def focus(means: Floats, counts: npt.NDArray[np.int64], world: Background) -> Focus:
    """
    Return how alike the accounts of a group are beyond chance.

    Only pairs of *different* accounts count, so an account that always asks
    the same adds nothing by itself. `z` grows with the group, `effect` does not.
    """
    size = len(means)
    centred = means - world.mean
    pairs = size * (size - 1) / 2
    alike = ((centred.sum(axis=0) ** 2).sum() - (centred**2).sum()) / 2
    few = 1 / counts
    spread = (few.sum() ** 2 - (few**2).sum()) / 2
    b, w = world.between, world.within
    variance = (b * b).sum() * pairs + (b * w).sum() * (size - 1) * few.sum() + (w * w).sum() * spread
    return Focus(float(alike / np.sqrt(variance)), float(alike / pairs / np.trace(b)))


def auroc(same: Floats, other: Floats) -> float:
    """
    Return the chance that a pair of one kind is more alike than a pair of another.

    >>> auroc(np.array([2.0, 3.0]), np.array([1.0, 2.0]))
    0.875
    """
    ranks = rankdata(np.concatenate([same, other]))[: same.size]
    return float((ranks.sum() - same.size * (same.size + 1) / 2) / same.size / other.size)


def recall(same: Floats, other: Floats, false: float = 1e-4) -> float:
    """Return the share of equal pairs above all but a share `false` of the unequal ones."""
    return float((same > np.quantile(other, 1 - false, method="higher")).mean())


def paraphrases() -> list[tuple[str, str]]:
    """Return (instruction, paraphrase with `{slot}`), twenty times fifteen, in four languages."""
    name, found = "", []
    for line in files("hydrascope.lab").joinpath("paraphrases.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            name = line[2:]
        elif line:
            found.append((name, line))
    return found


def question(rng: np.random.Generator, sentences: int) -> str:
    """Return a made-up text of some sentences."""

    def sentence() -> str:
        who, did, what, where, why = (str(rng.choice(words)) for words in (_WHO, _DID, _WHAT, _WHERE, _WHY))
        return f"{who.capitalize()} {did} {what.format(rng.integers(2, 99))} {where} {why}."

    return " ".join(sentence() for _ in range(sentences))


def sketched(texts: list[str]) -> Floats:
    """Return the 64 bits of each text as +1 and -1."""
    return bits(semantic.sketch(pa.array(texts, pa.large_string())))


def wordllama() -> dict[str, Encoder]:
    """
    Return static embeddings of the package `wordllama`, whole and as 64 sign bits, when it is installed.

    The files in its wheel are read directly: its own loader asks a server for the tokenizer.
    """
    try:
        folder = files("wordllama")
        weights: Any = importlib.import_module("safetensors.numpy").load_file(str(folder / "weights" / "l2_supercat_256.safetensors"))
        tokenizer: Any = importlib.import_module("tokenizers").Tokenizer.from_file(
            str(folder / "tokenizers" / "l2_supercat_tokenizer_config.json")
        )
    except ModuleNotFoundError:
        return {}
    table: Floats = weights["embedding.weight"].astype(np.float64)
    tokenizer.no_padding()

    def mean(texts: list[str]) -> Floats:
        found = tokenizer.encode_batch(texts, add_special_tokens=False)
        rows = np.stack([table[one.ids].mean(axis=0) if one.ids else np.zeros(256) for one in found])
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-9))

    middle = mean([text.replace("{slot}", question(np.random.default_rng(i), 1)) for i, (_, text) in enumerate(paraphrases())]).mean(axis=0)
    axes = np.random.default_rng(1).standard_normal((256, 64))
    return {"wordllama, 256 floats": lambda t: mean(t) - middle, "wordllama, 64 bits": lambda t: np.sign((mean(t) - middle) @ axes)}


def cosines(a: Floats, b: Floats) -> Floats:
    """Return the cosine of each row of `a` with each row of `b`."""
    one, two = (x / np.linalg.norm(x, axis=1, keepdims=True).clip(1e-9) for x in (a, b))
    return np.asarray(one @ two.T)


def paraphrase_pairs(encode: Encoder, sentences: int) -> str:
    """Return AUROC and recall of equal against other instructions, every prompt with its own slot."""
    rng = np.random.default_rng(7)
    names, patterns = zip(*paraphrases(), strict=True)
    vectors = encode([p.replace("{slot}", question(rng, sentences)) for p in patterns])
    upper = np.triu_indices(len(names), 1)
    alike = cosines(vectors, vectors)[upper]
    same = (np.array(names)[:, None] == np.array(names))[upper]
    return f"AUROC {auroc(alike[same], alike[~same]):.3f}  recall {recall(alike[same], alike[~same]):.3f}"


def edited_pairs(encode: Encoder, share: float) -> str:
    """Return AUROC and recall of texts of which a share of the words was replaced, against other texts."""
    rng = np.random.default_rng(8)
    texts = [question(rng, 6) + " " + p.replace("{slot}", "") for _, p in paraphrases()[:240]]
    words = sorted({word for text in texts for word in text.split()})
    changed = [" ".join(str(rng.choice(words)) if rng.random() < share else w for w in text.split()) for text in texts]
    alike = cosines(encode(texts), encode(changed))
    same, other = np.diag(alike), alike[~np.eye(len(texts), dtype=bool)]
    return f"AUROC {auroc(same, other):.3f}  recall {recall(same, other):.3f}"


class Accounts(NamedTuple):
    """Prompts with the account that sent each, and what kind each account is."""

    prompts: list[str]
    owner: npt.NDArray[np.int64]
    kind: npt.NDArray[np.str_]


def own_accounts() -> Accounts:
    """Return 400 made-up honest accounts with habits of their own, and 20 heads that share paraphrases of one instruction."""
    rng = np.random.default_rng(9)
    every = [text for _, text in paraphrases()]
    prompts: list[str] = []
    for account in range(420):
        habits = every[:15] if account >= 400 else [str(x) for x in rng.choice(every, 6)]
        prompts += [str(rng.choice(habits)).replace("{slot}", question(rng, 2)) for _ in range(20)]
    return Accounts(prompts, np.repeat(np.arange(420), 20), np.array(["honest"] * 400 + ["paraphrases of one instruction"] * 20))


def _truth(logs: list[str]) -> dict[str, str]:
    """Return what is known of the accounts of labelled logs: their campaign, or their kind."""
    known: dict[str, str] = {}
    for path in {Path(log) if Path(log).is_dir() else Path(log).parent for log in logs}:
        if (path / "truth_accounts.csv").exists():
            with (path / "truth_accounts.csv").open() as lines:
                known |= {row["account_id"]: row["campaign"] or row["kind"] for row in csv.DictReader(lines)}
    return known


def logged_accounts(logs: list[str]) -> Accounts:
    """Return the accounts of logs with their last user messages."""
    prompts: list[str] = []
    ids: list[str] = []
    origin: dict[str, str] = {}
    for batch in sources.read(logs):
        accounts = batch.column("account_id").to_pylist()
        origin |= dict(zip(accounts, batch.column("source").to_pylist(), strict=True))
        asked = [(account, text) for account, text in zip(accounts, parts(batch).prompt.to_pylist(), strict=True) if text]
        ids += [account for account, _ in asked]
        prompts += [text for _, text in asked]
    truth = _truth(logs)
    names, owner = np.unique(np.array(ids), return_inverse=True)
    return Accounts(prompts, owner, np.array([truth.get(name, Path(origin[name]).name.split(".")[0]) for name in names]))


def asked_elsewhere(log: Accounts, members: npt.NDArray[np.int64], most: int = 1500) -> float:
    """Return the share of a group's prompts of which another of its accounts sent a copy or a near copy."""
    rng = np.random.default_rng(12)
    rows = np.flatnonzero(np.isin(log.owner, members))
    unique = {(log.owner[row], log.prompts[row]): row for row in rows}
    rows = rng.permutation(np.array(list(unique.values())))[:most]
    sketches = semantic.sketch(pa.array([log.prompts[row] for row in rows], pa.large_string()))
    near = semantic.hamming(sketches[:, None], sketches[None]) <= NEAR
    return float((near & (log.owner[rows][:, None] != log.owner[rows][None])).any(axis=1).mean())


def group_focus(encode: Encoder, log: Accounts, size: int, trials: int = 2000) -> Iterator[str]:
    """Yield, for each kind of account, the focus of its groups, and how many pass all but 1 in 1,000 random groups."""
    rng = np.random.default_rng(10)
    means, counts, world = background(encode(log.prompts), log.owner)

    def draw(members: npt.NDArray[np.int64], times: int) -> Floats:
        picks = (rng.choice(members, size, replace=False) for _ in range(times))
        return np.array([focus(means[p], counts[p], world) for p in picks])

    null = draw(np.arange(len(means)), trials)
    limit = np.quantile(null[:, 0], 0.999)
    yield f"    random: z sd {null[:, 0].std():.2f}, 99.9% {limit:.1f}; effect 99.9% {np.quantile(null[:, 1], 0.999):.2f}"
    for kind in np.unique(log.kind):
        members = np.flatnonzero(log.kind == kind)
        if members.size >= size:
            found = draw(members, 100)
            z, effect = np.median(found, axis=0)
            elsewhere = asked_elsewhere(log, rng.permutation(members)[:60])
            yield f"    {kind}: z {z:.1f}, effect {effect:.2f}, above {(found[:, 0] > limit).mean():.2f}; asked elsewhere {elsewhere:.3f}"


def speed(rows: int = 20_000) -> float:
    """Return prompts of 1 KB sketched in a second on one core."""
    rng = np.random.default_rng(11)
    texts = [question(rng, 14)[:1024] for _ in range(rows // 20)]
    column = pa.array(texts * 20, pa.large_string())
    semantic.sketch(column[:10])
    start = time.perf_counter()
    semantic.sketch(column)
    return rows / (time.perf_counter() - start)


def main(logs: list[str]) -> None:
    """Print the measurements."""
    encoders: dict[str, Encoder] = {"sketch, 64 bits": sketched, **wordllama()}
    log = logged_accounts(logs) if logs else own_accounts()
    print(f"speed: {speed():,.0f} prompts of 1 KB a second on one core")
    for name, encode in encoders.items():
        print(name)
        for sentences in (0, 1, 5):
            print(f"  paraphrases, slots of {sentences} sentences: {paraphrase_pairs(encode, sentences)}")
        for share in (0.1, 0.3):
            print(f"  {share:.0%} of the words replaced: {edited_pairs(encode, share)}")
        for size in (3, 5, 10, 20):
            print(f"  focus of groups of {size}")
            print("\n".join(group_focus(encode, log, size)))


if __name__ == "__main__":
    main(sys.argv[1:])
