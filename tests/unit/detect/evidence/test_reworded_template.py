"""Do the accounts exchange the sentences of their prompt for others that say the same?"""

import pytest

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.reworded_template import reworded_template


def _spun(_i, k):
    """Three ways for one sentence and two for another."""
    return (1 + k % 3, 11 + k % 2)


def _fixed(_i, _k):
    """A prompt of four parts that is sent as it is."""
    return (51, 52, 61, 62)


def _other(_i, k):
    """Another prompt that is spun alike."""
    return (101 + k % 3, 111 + k % 2)


def _some(told, count, spinning, held=_spun, **fields):
    """Heads of which the first so many spin their prompt, and the others send one as it is."""
    return told.heads(count, held=lambda i, k: held(i, k) if i < spinning else _fixed(i, k), **fields)


def test_heads_that_all_reword_are_told_from_tools_that_never_do(told) -> None:
    """Twelve of twelve, among forty who repeat as much text but one text, give a bit an account at most."""
    found = told.asked(reworded_template, told.both(told.strangers(held=_fixed), told.heads(held=_spun)))

    assert found.bits == 12
    assert found.finding == (
        "12 of 12 accounts exchange the sentences of their prompt for others that say the same;"
        " 0 of 40 independent ones that repeat text do."
    )


@pytest.mark.parametrize(("repeating", "bits"), [(4, rate_bits(3, 6, 1 / 6)), (40, 3)])
def test_few_who_repeat_text_are_a_small_null(told, repeating, bits) -> None:
    """Three of six are little when only four independent accounts repeat enough text to show it, and a bit each when forty do."""
    crowd = told.strangers(held=lambda i, k: _fixed(i, k) if i < repeating else ())

    assert told.asked(reworded_template, told.both(crowd, _some(told, 6, 3))).bits == pytest.approx(bits)


def test_where_nobody_else_repeats_text_there_is_no_null(told) -> None:
    """Without an independent account that repeats text nothing says how usual it is."""
    assert told.asked(reworded_template, told.both(told.strangers(), told.heads(held=_spun))) is None


@pytest.mark.parametrize(("heads", "spinning", "bits"), [(12, 1, 0), (12, 3, 0), (12, 4, 4), (50, 16, 0), (50, 17, 17)])
def test_what_less_than_a_third_do_says_nothing_of_the_others(told, heads, spinning, bits) -> None:
    """A few gateways among the accounts are no disguise, however rare; from a third on each that spins gives a bit."""
    seen = told.both(told.strangers(held=_fixed), _some(told, heads, spinning, each=16))

    assert told.bits_of(told.asked(reworded_template, seen)) == bits


def test_one_prompt_is_no_rewording(told) -> None:
    """Heads that send their prompt as it is give nothing."""
    assert told.asked(reworded_template, told.both(told.strangers(held=_spun), told.heads(held=_fixed))) is None


@pytest.mark.parametrize("later", [{"user_turns": 2}, {"user_turns": 1, "tool_turns": 1}])
def test_only_first_turns_are_compared(told, later) -> None:
    """What a conversation goes on with, or a tool answers, is no wording of a prompt."""
    assert told.asked(reworded_template, told.both(told.strangers(held=_fixed), told.heads(held=_spun, **later))) is None


def test_wordings_that_strangers_use_too_are_common_speech(told) -> None:
    """Heads that take turns between phrases which the crowd uses as well give nothing."""
    crowd = told.both(told.strangers(held=_fixed), told.strangers(6, prefix="d", held=_spun))

    assert told.asked(reworded_template, told.both(crowd, told.heads(held=_spun))) is None


@pytest.mark.parametrize(("held", "bits"), [(_fixed, 6), (_other, 0)])
def test_where_everybody_rewords_it_weighs_nothing(told, held, bits) -> None:
    """Half of the heads are a bit each among tools that keep their text, and nothing where half of the crowd spins its prompts."""
    crowd = told.both(told.strangers(20, held=_fixed), told.strangers(20, 24, prefix="d", held=held))

    assert told.bits_of(told.asked(reworded_template, told.both(crowd, _some(told, 12, 6)))) == bits
