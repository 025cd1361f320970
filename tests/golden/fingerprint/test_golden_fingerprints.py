"""
Fingerprints of invented exchanges, kept beside this file.

They change when a kernel's output does: then what was fingerprinted before
no longer compares with what is fingerprinted after.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from hydrascope.fingerprint.batch import fingerprint
from hydrascope.schema import EXCHANGES

KEPT = Path(__file__).with_name("exchanges.json")
GUESSED = ["intent", "intent_p", "capability", "answer_value"]  # what a trained model says may change with its training
TEXTS = [
    "Write the full reasoning, then the answer: what is 17 times 23?",
    "Schreibe ein kurzes Gedicht über den Regen in der Straße am Hafen, in vier Zeilen, die sich reimen.",
    "写一首关于雨的短诗，每行七个字，一共四行，不要解释，只要诗。",
    "اكتب قصيدة قصيرة عن المطر في المدينة القديمة؟ بيتان فقط ١٢٣",
    "long " + " ".join(f"line {chr(97 + i % 26) * (1 + i % 7)} of the invented file" for i in range(700)),
    "",
]


def _invented(i: int, text: str) -> dict:
    messages = [("developer", "Answer in the language of the user.", None), ("user", text, "image" if i == 3 else None)]
    if i == 0:
        messages += [("tool", '{"product":391}', None), ("user", "Go on.", None)]
    return {
        "exchange_id": f"x{i}",
        "ts": datetime(2026, 2, 3, 4, 5, i, tzinfo=UTC),
        "account_id": f"a{i % 2}",
        "model": "m",
        "system": None if i % 2 else "You are a patient teacher. Explain every step before you give the final answer to the question.",
        "messages": [dict(zip(("role", "text", "media"), message, strict=True)) for message in messages],
        "config": f'{{"max_tokens":100,"seed":{i}}}',
        "tools": '[{"name":"add"}]' if i == 0 else None,
        "tool_names": ["add"] if i == 0 else None,
        "ip": ("203.0.113.7", "2001:db8::7", None)[i % 3],
        "headers": ["Host", "Accept"] if i < 3 else None,
        "headers_hash": "5f1c" if i == 4 else None,
        "end_user": f"u{i % 2}",
        "answer": "391",
        "n": i or None,
    }


def test_fingerprints_are_what_they_were() -> None:
    """What kernels give is what they gave before; with HYDRASCOPE_GOLDEN=write it is kept anew, to be read in the difference."""
    exchanges = pa.RecordBatch.from_pylist([_invented(i, text) for i, text in enumerate(TEXTS)], EXCHANGES)
    found = json.dumps(fingerprint(exchanges).drop_columns(GUESSED).to_pylist(), default=str, indent=1) + "\n"
    if os.environ.get("HYDRASCOPE_GOLDEN") == "write":
        KEPT.write_text(found, "utf-8")

    assert json.loads(found) == json.loads(KEPT.read_text("utf-8"))
