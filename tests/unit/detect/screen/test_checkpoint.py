"""How far a log is judged, and who comes to a campaign after that."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.screen.checkpoint import Checkpoint, Since, checkpoint, newcomers
from hydrascope.detect.screen.recruits import Marks
from hydrascope.detect.screen.work import ANY, NO_WORK, NONE

HONEST, HEADS, JUDGED = 300, 40, 25
MARKS = Marks(np.array([7], np.uint64), by_text=True)


@given(st.integers(1, 20_000))
def test_little_of_a_log_lies_beyond_its_checkpoint(hours: int) -> None:
    """Less than a 32nd does, nothing of a short log; and the next hour either leaves the checkpoint where it is or moves it on."""
    end = checkpoint(hours)

    assert 0 <= hours - end < max(1, hours / 32)
    assert checkpoint(end) == end
    assert checkpoint(hours + 1) in (end, hours + 1)


@pytest.fixture
def people(made):
    """Strangers, and then the heads of an operator, of whom the first are judged."""
    return made.operated(HEADS, HONEST)


def _asked(people, sent, owner=()):
    """Return the campaign of each account, where some sent so many exchanges of the work; of some the owner is another."""
    count = HONEST + HEADS
    owned = np.full(count, ANY)
    owned[HONEST : HONEST + JUDGED] = 0
    for account, other in owner:
        owned[account] = other
    account = np.repeat(list(sent), list(sent.values())).astype(np.int32)
    rows = {name: pa.array(account) if name == "account" else pa.nulls(len(account), NO_WORK[name].type) for name in NO_WORK.column_names}
    point = Checkpoint(people.seen.accounts, owned, people.profile, {}, people.seen.families, [MARKS])
    later = Since(people.seen.accounts, owned, people.profile, {}, [pa.table(rows)])
    return newcomers(point, later, lambda: people)


def test_who_does_the_work_and_is_like_the_members_comes_in(people) -> None:
    """Heads that began after the checkpoint are the campaign's; strangers who send its template are not."""
    fresh = {HONEST + JUDGED + i: 20 for i in range(5)}
    found = _asked(people, fresh | {3: 20})

    assert np.flatnonzero(found == 0).tolist() == [*range(HONEST, HONEST + JUDGED), *fresh]
    assert found[3] == ANY


def test_who_was_judged_and_let_go_stays_so(people) -> None:
    """A head that was looked at and is of no campaign does not come in by what it does later."""
    found = _asked(people, {HONEST + JUDGED: 20}, owner=[(HONEST + JUDGED, NONE)])

    assert found[HONEST + JUDGED] == NONE


def test_where_nobody_does_the_work_nobody_is_asked_about(people) -> None:
    """Without further work the traits of all accounts are not even read."""
    assert _asked(people._replace(traits=None), {HONEST: 20}).tolist().count(0) == JUDGED
