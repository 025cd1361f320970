"""Do the requests ask for what a student model is trained on?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.harvest_intents import TRACE, harvest_intents
from hydrascope.detect.rules import SUSPECTED


def test_what_is_asked_for_is_named_with_its_share(told) -> None:
    """Heads that ask for reasoning and grades, among strangers who never do, give log2(41) - 1 bits."""
    found = told.asked(harvest_intents, told.hydra(intent=lambda _, k: 1 if k % 3 else 3))

    assert found.bits == pytest.approx(np.log2(41) - 1)
    assert found.finding.startswith(
        "The middle account's requests ask for training data with a probability of 100% (written-out reasoning 67%, grades and rankings 33%); 0 of 40 "
    )


def test_a_minority_of_such_requests_is_no_harvest(told) -> None:
    """A share below a fifth gives nothing."""
    assert told.asked(harvest_intents, told.hydra(intent=lambda _, k: int(k % 6 == 0))) is None


def _two_tasks(share):
    """Fields of accounts whose common work is conversations that are handed on, and a task of so many exchanges in nine that asks for reasoning."""
    return {"each": 27, "template": lambda _, k: 8 if k % 9 < share else 7, "intent": lambda _, k: int(k % 9 < share), "intent_p": 1.0}


def test_a_task_among_conversations_is_read_by_itself(told) -> None:
    """Two ninths of the work that ask for reasoning are a trace, and no recognised purpose: schools have such a task, too."""
    found = told.asked(harvest_intents, told.hydra(**_two_tasks(2)))

    assert found.bits == TRACE < SUSPECTED.purpose
    assert found.finding.startswith(
        "The middle account's requests in one of the tasks, 22% of the common work, ask for training data with a probability of 100% (written-out"
    )


def test_a_task_that_everybody_has_is_none(told) -> None:
    """A task is held against the best of each stranger's tasks, not against all that strangers ask."""
    both = told.both(told.strangers(**_two_tasks(2)), told.heads(**_two_tasks(2)))

    assert told.bits_of(told.asked(harvest_intents, both)) == 0


def test_an_aside_is_no_task(told) -> None:
    """Less than a fifth of the work is not read by itself."""
    assert told.asked(harvest_intents, told.hydra(**_two_tasks(1))) is None


def test_the_task_of_a_few_says_nothing_of_the_others(told) -> None:
    """A task that fewer than half of the accounts have is not the group's."""
    few = told.hydra(template=lambda i, _: 8 if i < 5 else 7, intent=lambda i, _: int(i < 5), intent_p=0.9)

    assert told.asked(harvest_intents, few) is None


def test_half_known_wording_counts(told) -> None:
    """Requests that the model takes for ordinary, but with a doubt that nobody else's raise, are evidence; with less doubt less, then none."""
    doubtful = told.asked(harvest_intents, told.hydra(intent=0, intent_p=0.6))

    assert doubtful.bits == pytest.approx(np.log2(41) - 1)
    assert doubtful.finding.startswith(
        "The middle account's requests ask for training data with a probability of 40% (no purpose is clear); 0 of 40 "
    )
    assert told.asked(harvest_intents, told.hydra(intent=0, intent_p=0.725)).bits == pytest.approx((np.log2(41) - 1) / 2)
    assert told.asked(harvest_intents, told.hydra(intent=0, intent_p=0.8)) is None


def test_where_everybody_asks_for_it_it_weighs_nothing(told) -> None:
    """A crowd that harvests as much gives no bits."""
    assert told.bits_of(told.asked(harvest_intents, told.both(told.strangers(intent=1), told.heads()))) == 0


def test_without_recognised_intents_there_is_no_evidence(told) -> None:
    """Requests whose purpose was not recognised give nothing."""
    assert told.asked(harvest_intents, told.hydra().without("intent")) is None
