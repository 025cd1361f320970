"""Is every request a new item of the same work, with nobody asking back?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.single_turn_breadth import single_turn_breadth


def test_a_new_item_in_every_turn(told) -> None:
    """Heads that work through a list, among strangers in conversation, give log2(41) - 1 bits."""
    found = told.asked(single_turn_breadth, told.hydra())

    assert found.bits == pytest.approx(np.log2(41) - 1)
    assert found.finding.startswith("100% of the middle account's requests fill a template with a new item in one turn; 0 of 40 ")


@pytest.mark.parametrize("fields", [{"user_turns": 4}, {"content_hash": 5}])
def test_conversations_and_repeats_are_no_list(told, fields) -> None:
    """Requests of several turns, or always the same request, give no bits."""
    assert told.bits_of(told.asked(single_turn_breadth, told.hydra(**fields))) == 0


def test_batch_jobs_in_the_crowd_excuse_it(told) -> None:
    """Where the strangers work through lists as well, it gives no bits."""
    assert told.bits_of(told.asked(single_turn_breadth, told.both(told.strangers(template=3, user_turns=1), told.heads()))) == 0


def test_bare_questions_fill_no_template_and_count(told) -> None:
    """A list of questions without a template is worked through all the same."""
    found = told.asked(single_turn_breadth, told.hydra().without("template"))

    assert found.bits == pytest.approx(np.log2(41) - 1)
    assert found.finding.startswith("100% of the middle account's requests ask something new in one turn; 0 of 40 ")


def test_without_a_crowd_there_is_no_evidence(told) -> None:
    """No independent accounts give nothing at all."""
    assert told.asked(single_turn_breadth, told.heads()) is None
