"""Who is taken into a campaign without having been looked at."""

import numpy as np
import pytest

from hydrascope.detect.screen.recruits import marks, recruits

HONEST, HEADS, JUDGED = 300, 40, 25


@pytest.fixture
def people(made):
    """Strangers and the heads of an operator."""
    return made.operated(HEADS, HONEST)


@pytest.fixture
def members():
    """The heads that were judged, among all accounts."""
    at = np.arange(HONEST + HEADS)
    return (at >= HONEST) & (at < HONEST + JUDGED)


def _filling(made, people, account, times):
    """Return the same accounts, of which one more fills the operator's template."""
    filled = dict(zip(zip(*(c.tolist() for c in people.seen.filled[:2]), strict=True), people.seen.filled.times.tolist(), strict=True))
    return people._replace(seen=people.seen._replace(filled=made.pairs(filled | {(account, 7): times})))


def _harvesting(made, people, account):
    """Return the same accounts, of which one more harvests."""
    harvest = people.profile.harvest.copy()
    harvest[account] = 0.8
    flat = np.arange(len(harvest)) >= HONEST
    return people._replace(seen=people.seen._replace(census=made.census(people.profile.exchanges, harvest, flat)))


def test_heads_that_nobody_looked_at_come_in(people, members) -> None:
    """All other heads are recruits, and nobody else."""
    more, found = recruits(people, members, members)

    assert more.tolist() == list(range(HONEST + JUDGED, HONEST + HEADS))
    assert (found.values.tolist(), found.by_text) == ([7], True)


def test_whoever_was_looked_at_stays_as_judged(people, members) -> None:
    """A head that was looked at and not found is no recruit."""
    looked = members.copy()
    looked[-3:] = True

    assert recruits(people, members, looked)[0].tolist() == list(range(HONEST + JUDGED, HONEST + HEADS - 3))


def test_an_honest_account_with_the_same_prompt_stays_out(made, people, members) -> None:
    """Somebody who runs the campaign's prompt again and again, and has nothing else of it, is not of it."""
    honest = 17
    alike = _harvesting(made, _filling(made, people, honest, 30), honest)
    more, _ = recruits(alike, members, members)

    assert honest not in more
    assert len(more) == HEADS - JUDGED


def test_an_account_that_asks_for_no_training_data_stays_out(made, people, members) -> None:
    """A head in all traits that harvests nothing is left alone."""
    harvest = people.profile.harvest.copy()
    harvest[-1] = 0.03
    flat = np.arange(len(harvest)) >= HONEST
    idle = people._replace(seen=people.seen._replace(census=made.census(people.profile.exchanges, harvest, flat)))

    assert recruits(idle, members, members)[0].tolist() == list(range(HONEST + JUDGED, HONEST + HEADS - 1))


def test_one_exchange_in_the_template_takes_nobody_in(made, people, members) -> None:
    """A head that filled the template once may have met it by chance."""
    assert HONEST + HEADS - 1 not in recruits(_filling(made, people, HONEST + HEADS - 1, 1), members, members)[0]


def test_without_templates_the_shape_of_requests_tells(made, people, members) -> None:
    """A campaign whose text conserves nothing is told by its request shape, and its heads come in."""
    wordless = people._replace(seen=people.seen._replace(filled=made.pairs({})))
    more, found = recruits(wordless, members, members)

    assert (found.values.tolist(), found.by_text) == ([70], False)
    assert more.tolist() == list(range(HONEST + JUDGED, HONEST + HEADS))


def test_a_popular_template_marks_no_campaign(made, people, members) -> None:
    """What a third of the crowd fills as well says nothing of who fills it."""
    filled = {(a, 7): 20 for a in range(HONEST, HONEST + HEADS)} | {(a, 3): 9 for a in range(0, HONEST + HEADS, 3)}
    found = marks(people._replace(seen=people.seen._replace(filled=made.pairs(filled))), members)

    assert found.values.tolist() == [7]


def test_a_campaign_without_marks_takes_nobody_in(made, people, members) -> None:
    """Where neither text nor shape tells the work, members stay what they are."""
    bare = people._replace(seen=people.seen._replace(filled=made.pairs({}), bare=made.pairs({})))
    more, found = recruits(bare, members, members)

    assert more.tolist() == found.values.tolist() == []
