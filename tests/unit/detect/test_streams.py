"""Which exchanges of a group are its common work, and which are cover."""

import numpy as np
import pytest

from hydrascope.detect.streams import Usage, common_work


def _work(told, rows, prefix="h"):
    """The exchanges that are the common work of the accounts with a prefix, by id, and the group."""
    seen = told.scene_of(rows)
    group = told.group_of(seen, prefix)
    return seen, common_work(seen, group.members, group.everyone, Usage(seen))


@pytest.mark.parametrize("cover", [2, 4])
def test_cover_traffic_is_split_off(told, cover) -> None:
    """Unrelated talk between the templated requests, from the same software, is not the group's work: the stream belongs to it, not the account."""
    rows = told.both(
        told.strangers(),
        told.heads(template=lambda _, k: 7 if k % cover == 0 else -1, intent=lambda _, k: 1 if k % cover == 0 else 0),
    )
    seen, group = _work(told, rows)

    assert (seen.traffic.exchanges.template[group.rows] == 7).all()
    assert len(group.rows) == 12 * 24 // cover
    assert group.mine.exchanges.tolist() == [24 // cover] * 12


def test_bare_questions_are_told_by_their_shape(told) -> None:
    """Heads without any template are found by the rare shape of their requests."""
    seen, group = _work(told, told.both(told.strangers(), told.heads(template=-1, intent=0)))

    assert len(group.rows) == 12 * 24
    assert set(seen.traffic.exchanges.a[group.rows].tolist()) == set(group.members.tolist())


def test_harvest_in_the_groups_shape_counts_beside_its_templates(told) -> None:
    """A request without a template that harvests, in the group's own shape, is its work; one that does not is cover."""
    rows = told.heads(template=lambda _, k: 7 if k % 2 else -1, intent=lambda _, k: 0 if k % 4 == 2 else 1)
    _, group = _work(told, told.both(told.strangers(), rows))

    assert len(group.rows) == 12 * 18


def test_what_everybody_sends_is_nobodys_work(told) -> None:
    """A template and a shape that strangers use as well, and not all of the accounts, mark no group."""
    usual = {"template": 3, "config_hash": 1, "structure_hash": 2}
    some = {name: lambda i, _, v=value: v if i < 9 else v + 100 + i for name, value in usual.items()}
    _, group = _work(told, told.both(told.strangers(**usual), told.heads(**some)))

    assert len(group.rows) == 0


def test_a_template_of_one_member_is_its_own(told) -> None:
    """What only one of the accounts repeats, in a shape of its own, is not common work."""
    mine = {"template": lambda i, k: 7 if i or k % 2 else 8, "config_hash": lambda i, k: 98 if i or k % 2 else 5}
    _, group = _work(told, told.both(told.strangers(), told.heads(**mine)))

    assert len(group.rows) == 12 * 24 - 12


def test_a_group_without_exchanges_of_its_own_is_empty(told) -> None:
    """Accounts that share nothing have no common work."""
    seen, group = _work(told, told.strangers(), "c00")

    assert len(group.rows) == 0
    assert (group.profile.exchanges == 0).all()
    assert np.isnan(group.profile.daily).all()
    assert seen.profile.exchanges.sum() > 0


def test_a_gateway_that_holds_a_sentence_or_two_is_not_of_the_group(told) -> None:
    """Who fills the group's templates now and then, amid much else and for another purpose, does not take part; who harvests there does, however much cover there is."""

    def aside(prefix, intent):
        rare = {"template": lambda _, k: 7 if k % 20 == 0 else -1, "intent": lambda _, k: intent if k % 20 == 0 else 0}
        return told.heads(1, 200, prefix=prefix, **rare)

    seen = told.scene_of(told.both(told.strangers(), told.heads(), aside("h-gateway", 0), aside("h-cover", 1)))
    group = told.group_of(seen)
    work = common_work(seen, group.members, group.everyone, Usage(seen), told_by_text=True)
    names = {seen.traffic.accounts.ids[a] for a in work.members}

    assert len(names) == 13
    assert "h-cover000" in names
    assert "h-gateway000" not in names


def test_where_no_purpose_is_recognised_an_aside_is_enough_to_be_left_out(told) -> None:
    """A gateway is no part of a group whose requests all read as ordinary."""
    rare = {"template": lambda _, k: 7 if k % 40 == 0 else -1, "intent": 0}
    seen = told.scene_of(told.both(told.strangers(), told.heads(intent=0), told.heads(1, 200, prefix="h-gateway", **rare)))
    group = told.group_of(seen)

    assert len(common_work(seen, group.members, group.everyone, Usage(seen), told_by_text=True).members) == 12


def _queue(told, upto: int):
    """Heads that have everybody's shape but for one, and no template, of which the first few pass what fails to the next, and which talk with many turns beside that."""
    plain = {"template": -1, "intent": 0, "config_hash": lambda i, _: 1 if i < 11 else 500}
    failing = {
        "structure_hash": lambda _, k: 2 if k % 2 == 0 else 3,
        "content_hash": lambda i, k: 10**6 + k if k % 2 == 0 and k // 2 in (i, i - 1) and i < upto else 10**7 + 100 * i + k,
        "status": lambda i, k: 500 if k // 2 == i and k % 2 == 0 and i < upto - 1 else 200,
        "hour": lambda i, k: 10.0 * (k // 2) + 0.1 * i + k % 2,
    }
    crowd = told.strangers(structure_hash=lambda _, k: 2 + k % 2, config_hash=1, status=200)
    return _work(told, told.both(crowd, told.heads(**plain | failing)))


def test_a_queue_shows_the_shape_of_its_work(told) -> None:
    """Where ten and more hand on what failed, all their requests of that shape are the queue's, though strangers' have it too; the rest is cover. Nine show nothing."""
    seen, group = _queue(told, 11)
    shape = seen.traffic.exchanges.shape[group.rows]

    assert len(group.rows) == 11 * 12
    assert len(set(shape.tolist())) == 1
    assert len(_queue(told, 9)[1].rows) == 0
