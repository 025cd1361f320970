"""A batch job: a list that one machine works through at its hour, with a short answer to each item."""

import numpy as np
import pytest

from hydrascope.detect.explanations.batch_job import batch_job, nightly

NIGHT = {"hour": lambda i, k: 24 * (k % 10) + 2 + k % 3 / 2 + i / 100}
LABELS = {"output_tokens": 12}


def _job(told, count=3, **fields):
    return told.both(told.strangers(), told.heads(count, **fields))


def test_a_nightly_list_with_short_answers(told) -> None:
    """Three accounts that sort tickets from two to four at night fit fully."""
    found = told.asked(batch_job, _job(told, **NIGHT, **LABELS))

    assert found.fit == 1.0
    assert found.finding == (
        "3 accounts; 0% of their requests came by a batch endpoint and 100% within the same 4 hours of the day;"
        " their answers have 12 tokens, and 100% of independent accounts get longer ones."
    )


def test_a_batch_endpoint_at_any_hour(told) -> None:
    """What came by a batch endpoint needs no window."""
    assert told.asked(batch_job, _job(told, is_batch=True, **LABELS)).fit == 1.0


@pytest.mark.parametrize("fields", [NIGHT, {"is_batch": True}], ids=["nightly", "batch endpoint"])
def test_long_answers_are_not_excused(told, fields) -> None:
    """Written-out reasoning is what a harvest wants, also at night and in batches."""
    assert told.asked(batch_job, _job(told, **fields)) is None


def test_many_accounts_are_no_job(told) -> None:
    """A job does not need fifteen accounts; between five and fifteen it fits in part."""
    assert told.asked(batch_job, _job(told, 15, **NIGHT, **LABELS)) is None
    assert told.asked(batch_job, _job(told, 10, **NIGHT, **LABELS)).fit == pytest.approx(0.5)


def test_work_at_all_hours_is_no_nightly_job(told) -> None:
    """Short answers alone excuse nothing."""
    assert told.asked(batch_job, _job(told, **LABELS)) is None


def test_without_a_crowd_no_answer_is_short(told) -> None:
    """Where nobody else gets answers, there is nothing to compare with."""
    assert told.asked(batch_job, told.heads(3, **NIGHT, **LABELS)) is None


def test_a_window_may_cross_midnight() -> None:
    """Hours are counted round the clock."""
    assert nightly(np.array([22, 23, 0, 1, 12]) * 3600) == 0.8
    assert nightly(np.zeros(0, np.int64)) == 0.0
