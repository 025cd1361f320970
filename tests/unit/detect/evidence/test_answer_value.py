"""Are the answers long, as those are that teach most?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.answer_value import answer_value


def test_long_answers_among_short_ones(told) -> None:
    """Answers longer than those to any of forty strangers give log2(41) - 1 bits."""
    found = told.asked(answer_value, told.hydra())

    assert found.bits == pytest.approx(np.log2(41) - 1)
    assert found.finding == "Answers to the middle account have 1500 tokens; 0 of 40 independent accounts get as many."


def test_usual_answers_say_nothing(told) -> None:
    """Answers as long as the middle stranger's give no bits."""
    assert told.bits_of(told.asked(answer_value, told.hydra(output_tokens=180))) < 0.1


def test_one_account_with_long_answers_does_not_make_the_group(told) -> None:
    """The middle account counts, not the mean."""
    assert told.bits_of(told.asked(answer_value, told.hydra(output_tokens=lambda i, _: 90_000 if i == 0 else 60))) == 0


def test_accounts_without_common_work_have_no_answers(told) -> None:
    """Members that sent nothing of the common work do not pull the middle down."""
    seen = told.scene_of(told.hydra())
    working = told.group_of(seen, rows=lambda x: x.a < 45)

    assert answer_value(working, seen).finding.startswith("Answers to the middle account have 1500 tokens")


def test_without_tokens_or_a_crowd_there_is_no_evidence(told) -> None:
    """No counted tokens give no bits; no independent accounts give nothing at all."""
    assert told.bits_of(told.asked(answer_value, told.hydra().without("output_tokens"))) == 0
    assert told.asked(answer_value, told.heads()) is None
