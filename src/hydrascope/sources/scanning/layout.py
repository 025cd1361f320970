"""Which values of a line are wanted, by the object that they stand in."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.sources.parameters import CONTENT

LINE, REQUEST, RESPONSE, USAGE, CLIENT, MESSAGE = range(6)
_NAMES: tuple[tuple[str, ...], ...] = (
    (
        "exchange_id", "ts", "account_id", "model", "org_id", "pathway", "latency_ms", "session_id", "end_user", "is_batch",
        "request", "response", "usage", "client",
    ),
    tuple(sorted(CONTENT)),
    ("status", "text", "reasoning", "tool_calls", "finish_reason", "reasoning_blocks"),
    ("input_tokens", "output_tokens", "reasoning_tokens"),
    ("ip", "asn", "country", "user_agent", "ja4", "headers_hash", "headers"),
    ("role", "content", "tool_calls", "function_call"),
)  # fmt: skip
_WORDS = 4  # of eight bytes; no name is longer
NAMES = [(parent, name) for parent, names in enumerate(_NAMES) for name in names]
FIELDS = sum(map(len, _NAMES[:MESSAGE]))


def field(parent: int, name: str) -> int:
    """Return the number of a wanted value."""
    return NAMES.index((parent, name))


class Layout(NamedTuple):
    """The names as words of eight bytes; those in one object are `first[parent]` to `first[parent + 1]`."""

    first: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.int64]
    words: npt.NDArray[np.uint64]


def layout() -> Layout:
    """Return the names in the form in which kernels compare them."""
    packed = b"".join(name.encode().ljust(8 * _WORDS, b"\0") for _, name in NAMES)
    words = np.frombuffer(packed, "<u8").astype(np.uint64).reshape(-1, _WORDS)
    first = np.cumsum([0, *map(len, _NAMES)], dtype=np.int64)
    return Layout(first, np.array([len(name) for _, name in NAMES], np.int64), words)
