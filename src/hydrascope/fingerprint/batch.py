"""One batch of exchanges to one batch of fingerprints: stateless, one pass over the text."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.fingerprint import purpose, semantic, value
from hydrascope.fingerprint.client import headers_key, subnet
from hydrascope.fingerprint.hashes import combine, hash_text
from hydrascope.fingerprint.parts import Parts, parts
from hydrascope.fingerprint.sketch import sketched
from hydrascope.fingerprint.words import request
from hydrascope.schema import FINGERPRINTS, INTENTS

Column = Any  # an Arrow array, or a numpy array that becomes one

_REASONED = (INTENTS.index("cot_elicitation"), INTENTS.index("trace_reconstruction"))
_KEPT = (
    "exchange_id",
    "ts",
    "account_id",
    "org_id",
    "pathway",
    "model",
    "ja4",
    "ip",
    "asn",
    "blocks_in",
    "blocks_out",
    "is_batch",
    "source",
    "line",
)


def _bytes(column: pa.Array) -> npt.NDArray[np.int64]:
    return np.asarray(pc.binary_length(column).fill_null(0)).astype(np.int64)


def _hashes(batch: pa.RecordBatch, p: Parts) -> dict[str, Column]:
    """Return the exact hashes: equal values, equal hash."""
    tools = hash_text(batch.column("tools"))
    answer_format = hash_text(batch.column("response_format"))
    shape = [p.turns > 1, p.tool_turns > 0, p.has_image, _bytes(p.system) > 0]
    system = hash_text(p.system)
    config = pc.replace_substring_regex(batch.column("config"), r'"seed":\s*-?\d+', '"seed":0')
    return {
        "system_hash": system,
        "prompt_hash": p.prompt_hash,
        "opening_hash": p.opening_hash,
        "content_hash": combine(system, p.messages_hash),
        "structure_hash": combine(tools, answer_format, *(s.astype(np.uint64) for s in shape), np.ones(len(tools), np.uint64)),
        "tools_hash": tools,
        "config_hash": hash_text(config),
        "headers_key": headers_key(batch.column("headers"), batch.column("headers_hash")),
        "end_user": hash_text(batch.column("end_user")),
        "key": combine(hash_text(batch.column("exchange_id")), hash_text(batch.column("account_id"))),
    }


def _sizes(batch: pa.RecordBatch, p: Parts, intent: npt.NDArray[np.int8]) -> dict[str, Column]:
    """Return lengths in bytes, turns, samples and what the answer is worth."""
    answer = _bytes(batch.column("answer"))
    tokens = value.output_tokens(batch.column("output_tokens"), answer)
    samples = value.whole(batch.column("n").fill_null(1), least=1)
    reasoned = (_bytes(batch.column("reasoning")) > 0) | np.isin(intent, _REASONED)
    return {
        "user_turns": p.turns - p.tool_turns,
        "tool_turns": p.tool_turns,
        "system_chars": _bytes(p.system),
        "prompt_chars": _bytes(p.prompt),
        "input_chars": p.input_chars,
        "answer_chars": answer,
        "output_tokens": tokens,
        "answer_value": value.answer_value(tokens, reasoned, samples),
        "samples": samples,
    }


def fingerprint(batch: pa.RecordBatch) -> pa.RecordBatch:
    """
    Return what is kept of a batch of exchanges, one row an exchange, in their order.

    Takes `schema.EXCHANGES`, gives `schema.FINGERPRINTS`: hashes, counts and
    scores. No prompt or answer is in it. Pure: the same exchange gives the
    same row, whatever batch it comes in.
    """
    p = parts(batch)
    words = request(p.system, p.opening, p.prompt)
    purposes = purpose.classified(words, p.has_image, batch.column("tool_names"), p.tool_turns)
    columns: dict[str, Column] = {name: batch.column(name) for name in _KEPT}
    columns |= {
        "status": batch.column("status").fill_null(200),
        "sketch": sketched(p.system, p.opening, p.prompt, words),
        "client": batch.column("user_agent"),
        "subnet": subnet(batch.column("ip")),
        "semantic": semantic.sketched(words.prompt),
        "intent": purposes.intent,
        "intent_p": purposes.intent_p,
        "capability": purposes.capability,
    }
    columns |= _hashes(batch, p) | _sizes(batch, p, purposes.intent)
    arrays = [pa.array(c) if isinstance(c, np.ndarray) else c for c in (columns[name] for name in FINGERPRINTS.names)]
    return pa.RecordBatch.from_arrays([a.cast(f.type) for a, f in zip(arrays, FINGERPRINTS, strict=True)], schema=FINGERPRINTS)
