"""Do the accounts exchange the sentences of their prompt for others that say the same?"""

import pytest

from hydrascope.detect.evidence.reworded_template import reworded_template


def _spun(_i, k):
    """Three ways for one sentence and two for another."""
    return (1 + k % 3, 11 + k % 2)


def _fixed(_i, _k):
    """A prompt of four parts that is sent as it is."""
    return (1, 2, 11, 12)


def test_heads_that_all_reword_are_told_from_tools_that_never_do(told) -> None:
    """Twelve of twelve, among forty who repeat as much text but one text, give a bit an account at most."""
    found = told.asked(reworded_template, told.both(told.strangers(held=_fixed), told.heads(held=_spun)))

    assert found.bits == 12
    assert found.finding.startswith(
        "12 of 12 accounts that repeat text exchange the sentences of their prompt for others that say the same; 0 of 40 "
    )


def test_few_who_repeat_text_are_a_small_null(told) -> None:
    """Two of six, when only four independent accounts repeat enough text to show it, are little."""
    some = told.both(
        told.strangers(held=lambda i, k: _fixed(i, k) if i < 4 else ()),
        told.heads(6, held=lambda i, k: _spun(i, k) if i < 2 else _fixed(i, k)),
    )

    assert 0 <= told.bits_of(told.asked(reworded_template, some)) < 1


@pytest.mark.parametrize(("heads", "rewording", "most"), [(12, 1, 0.0), (12, 2, 2.0), (50, 2, 0.0), (50, 5, 5.0)])
def test_a_gateway_or_two_are_no_disguise(told, heads, rewording, most) -> None:
    """Less than a tenth of the accounts say nothing, however rare it is; of others each gives a bit at most."""
    seen = told.both(told.strangers(held=_fixed), told.heads(heads, 8, held=lambda i, k: _spun(i, k) if i < rewording else _fixed(i, k)))

    assert told.bits_of(told.asked(reworded_template, seen)) <= most


def test_one_prompt_is_no_rewording(told) -> None:
    """Heads that send their prompt as it is give nothing."""
    assert told.asked(reworded_template, told.hydra(held=_fixed)) is None


def test_where_everybody_rewords_it_weighs_nothing(told) -> None:
    """Documents put together at random by half of the crowd make it usual."""
    crowd = told.both(told.strangers(20, held=_fixed), told.strangers(20, 24, prefix="d", held=_spun))
    half = told.heads(12, held=lambda i, k: _spun(i, k) if i < 6 else _fixed(i, k))

    assert told.bits_of(told.asked(reworded_template, told.both(crowd, half))) == 0
