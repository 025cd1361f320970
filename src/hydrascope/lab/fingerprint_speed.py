"""
How fast exchanges are fingerprinted: `python -m hydrascope.lab.fingerprint_speed`.

Prints exchanges a second on one core, kernels compiled and caches warm, for
requests of one message of 1.1 KB, alone and after a system text of 200 bytes,
then what each part takes of that. Words are invented; of several runs the
fastest counts, in processor time.
"""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from hydrascope.fingerprint import purpose, semantic
from hydrascope.fingerprint.batch import fingerprint
from hydrascope.fingerprint.hashes import hash_text
from hydrascope.fingerprint.parts import parts
from hydrascope.fingerprint.sketch import sketch, sketched
from hydrascope.fingerprint.words import request
from hydrascope.lab import worlds
from hydrascope.schema import EXCHANGES
from hydrascope.sources import read

ROWS, RUNS, PROMPT, SYSTEM, ANSWER = 4096, 15, 1126, 200, 2000
LATIN = [chr(c) for c in range(ord("a"), ord("z") + 1)]


def _text(rng: random.Random, words: list[str], size: int) -> str:
    """Return words up to so many bytes."""
    text = " ".join(rng.choices(words, k=size))
    return text.encode()[:size].decode(errors="ignore")


def invented(alphabet: list[str], system: int, *, seed: int = 1) -> pa.RecordBatch:
    """Return a batch of invented requests with a system text of so many bytes."""
    rng = random.Random(seed)
    words = ["".join(rng.choices(alphabet, k=rng.randint(2, 8))) for _ in range(3000)]
    rows = [
        {
            "exchange_id": f"x{i}",
            "ts": i,
            "account_id": f"a{i % 100}",
            "model": "m",
            "system": _text(rng, words, system) or None,
            "messages": [{"role": "user", "text": _text(rng, words, PROMPT), "media": None}],
            "config": f'{{"max_tokens":100,"seed":{i}}}',
            "answer": _text(rng, words, ANSWER),
            "ip": f"203.0.{i % 256}.{i % 199}",
            "user_agent": "invented/1.0",
            "headers": ["Host", "Accept", "User-Agent"],
        }
        for i in range(ROWS)
    ]
    return pa.RecordBatch.from_pylist(rows, EXCHANGES)


def rate(work: Callable[[], Any]) -> float:
    """Return the rows a second of the fastest run; the first one, which may compile, does not count."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return ROWS / min(times)


def real(size: int = PROMPT, *, seed: int = 7) -> pa.LargeStringArray:
    """Return prompts of so many bytes in the words of a simulated world, many of which the model of purpose knows."""
    with tempfile.TemporaryDirectory() as folder:
        worlds.simulate("shapes", seed=seed, out=Path(folder), scale=ROWS / 16_384)
        batches = [parts(batch).prompt.drop_null() for batch in read([folder])]
    words = " ".join(text for prompts in batches for text in prompts.to_pylist()).encode()
    return pa.array([words[at * size % len(words) :][:size].decode(errors="ignore") for at in range(ROWS)], pa.large_string())


def kernels(prompt: pa.LargeStringArray) -> tuple[float, float]:
    """Return how many requests with this prompt alone are sketched in a second, and how many are read in full: sketch, semantic, intent, capability."""
    nothing, none = pa.nulls(ROWS, pa.large_string()), np.zeros(ROWS, bool)
    names, turns = pa.nulls(ROWS, pa.list_(pa.string())), np.zeros(ROWS, np.int32)

    def all_of_it() -> None:
        words = request(nothing, prompt, prompt)
        sketched(nothing, prompt, prompt, words)
        semantic.sketched(words.prompt)
        purpose.classified(words, none, names, turns)

    return rate(lambda: sketch(nothing, prompt, prompt)), rate(all_of_it)


def main() -> None:
    """Print the figures of docs/fingerprint.md."""
    bare = invented(LATIN, 0)
    for name, prompt in (("invented words", parts(bare).prompt), ("words of a simulated world", real())):
        alone, together = kernels(prompt)
        print(f"kernels, 1.1 KB, {name}: {alone:,.0f} sketches a second; sketch, semantic, intent and capability together {together:,.0f}")
    print(f"{'1.1 KB, English letters':34}{rate(lambda: fingerprint(bare)):>10,.0f} exchanges a second")
    chinese = invented([chr(0x4E00 + i) for i in range(2000)], 0)
    print(f"{'1.1 KB, Chinese characters':34}{rate(lambda: fingerprint(chinese)):>10,.0f}")
    batch = invented(LATIN, SYSTEM)
    print(f"{'1.1 KB after 200 bytes of system':34}{rate(lambda: fingerprint(batch)):>10,.0f}")
    p, names = parts(batch), batch.column("tool_names")
    none = np.zeros(ROWS, bool)
    for name, work in {
        "parts and hash of the messages": lambda: parts(batch),
        "hash of the prompt": lambda: hash_text(p.prompt),
        "sketch": lambda: sketch(p.system, p.opening, p.prompt),
        "semantic": lambda: semantic.sketch(p.prompt),
        "purpose": lambda: purpose.classify(p.system, p.opening, p.prompt, none, names, p.tool_turns),
    }.items():
        print(f"  {name:32}{rate(work):>10,.0f}")


if __name__ == "__main__":
    main()
