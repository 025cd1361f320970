"""LiteLLM's payloads as they really come: redacted, posted in arrays, kept in tables, failed."""

import json
from pathlib import Path
from typing import Any

import pytest

from hydrascope.sources import read
from hydrascope.sources.faults import LineError
from hydrascope.sources.litellm import parse
from hydrascope.sources.rows import Row

GOOD: dict[str, Any] = {
    "id": "i1",
    "call_type": "acompletion",
    "startTime": 1.7e9,
    "response_time": 0.25,
    "model": "m",
    "metadata": {"user_api_key_hash": "h1", "user_api_key_team_id": "t1"},
    "messages": [{"role": "user", "content": "hi"}],
    "response": {"choices": [{"message": {"content": "yo"}}]},
    "model_parameters": {"temperature": 1, "user": "u1"},
}


def _row(**changes: Any) -> Row:
    (row,) = parse(json.dumps(GOOD | changes).encode())
    assert isinstance(row, Row)
    return row


def test_who_and_how() -> None:
    """The key's hash is the account, the team the organisation, the parameters' user the end user; parameters are configuration."""
    row = _row()
    assert (row.account_id, row.org_id, row.end_user, row.config, row.latency_ms) == ("h1", "t1", "u1", '{"temperature":1}', 250.0)


@pytest.mark.parametrize("messages", [{}, None, "redacted by litellm. 'litellm.turn_off_message_logging=True'", [], "{}"])
def test_without_messages_it_is_still_an_exchange(messages: Any) -> None:
    """Messages that were not logged or were redacted leave an exchange without messages."""
    assert list(_row(messages=messages, response={}).messages) == []


def test_redacted_texts_are_no_texts() -> None:
    """The redaction mark is not taken for something that every account says."""
    row = _row(messages=[{"role": "user", "content": "redacted-by-litellm"}], response={"text": "redacted-by-litellm"})
    assert (row.messages[0].text, row.answer) == (None, None)


def test_a_row_of_the_spend_logs() -> None:
    """A table keeps metadata and messages as text, and the key's hash beside them."""
    changes = {
        "id": None,
        "request_id": "r1",
        "api_key": "h2",
        "metadata": "{}",
        "startTime": "2026-01-05 00:00:00.5",
        "model_parameters": None,
    }
    row = _row(**changes, messages=json.dumps(GOOD["messages"]), response=json.dumps(GOOD["response"]))
    assert (row.exchange_id, row.account_id, row.messages[0].text, row.answer) == ("r1", "h2", "hi", "yo")


@pytest.mark.parametrize(("code", "status"), [("429", 429), (401, 401), ("", 500), (None, 500)])
def test_failures_have_a_status(code: Any, status: int) -> None:
    """A failed call has the HTTP status of its error, 500 when there is none."""
    assert _row(status="failure", error_information={"error_code": code}).status == status


def test_other_calls_are_skipped() -> None:
    """Embeddings and the like give no row."""
    assert parse(json.dumps(GOOD | {"call_type": "aembedding"}).encode()) == []


def test_one_bad_payload_does_not_cost_the_others() -> None:
    """In a posted array the bad payload is named and the others are kept."""
    first, bad, last = parse(json.dumps([GOOD, GOOD | {"metadata": {}}, GOOD]).encode())
    assert isinstance(first, Row)
    assert isinstance(last, Row)
    assert isinstance(bad, LineError)
    assert str(bad) == "expected the hash of the caller's key but got metadata.user_api_key_hash=null"


def test_what_the_proxy_really_sends(data: Path) -> None:
    """The recorded posts of a real proxy: one payload, and one question of its guardrail, which is no traffic."""
    reading = read([data / "fixtures" / "litellm-1.106.2-wire.json"])
    (batch,) = list(reading)
    (row,) = batch.to_pylist()
    assert (row["account_id"], row["end_user"], row["ip"], row["output_tokens"]) == ("hhhhhhhh", "end-user-1", "203.0.113.7", 20)
    assert (reading.skipped, reading.rejected.num_rows) == (1, 0)
