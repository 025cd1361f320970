"""Do the accounts exchange the sentences of their prompt for others that say the same?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.reworded_template import reworded_template


def _spun(_i, k):
    """Three ways for one sentence and two for another."""
    return (1 + k % 3, 11 + k % 2)


def test_heads_that_all_reword_are_told_from_strangers_who_never_do(told) -> None:
    """Twelve of twelve, at a rate of 1 in 42, give log2(42^12 / 13) bits."""
    found = told.asked(reworded_template, told.hydra(held=_spun))

    assert found.bits == pytest.approx(12 * np.log2(42) - np.log2(13))
    assert found.finding.startswith("12 of 12 accounts exchange the sentences of their prompt for others that say the same; 0 of 40 ")


def test_one_prompt_is_no_rewording(told) -> None:
    """Heads that send their prompt as it is give nothing."""
    assert told.asked(reworded_template, told.hydra(held=(1, 11))) is None


def test_where_everybody_rewords_it_weighs_nothing(told) -> None:
    """Documents put together at random by half of the crowd make it usual."""
    crowd = told.both(told.strangers(20), told.strangers(20, 24, prefix="d", held=_spun))

    assert (
        told.bits_of(told.asked(reworded_template, told.both(crowd, told.heads(12, held=lambda i, k: _spun(i, k) if i < 6 else (1, 11)))))
        == 0
    )
