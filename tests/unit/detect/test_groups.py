"""From seeds to groups: members told from the crowd, divided, merged."""

import numpy as np
import pytest

from hydrascope.detect import groups
from hydrascope.detect.choice import Candidate
from hydrascope.detect.division import describe, divided
from hydrascope.detect.groups import Set, _divided, _grouped, _harvests, _together, _without_strangers, personal_ties, sets
from hydrascope.detect.rules import Sums
from hydrascope.detect.seeds import PAYERS, SMALLEST, Seed
from hydrascope.detect.streams import Usage, common_work
from hydrascope.detect.verdict import Judgement, Weighed, judge


def test_sets_are_the_operators_accounts_of_a_seed(told) -> None:
    """A seed of heads and strangers gives the heads as a set, with how many customers it was picked from."""
    seen = told.scene_of(told.hydra())
    home = np.full(seen.n_accounts, -1)
    (found,) = sets(seen, [Seed(0, np.arange(30, 52))], home)

    assert found.members.tolist() == list(range(40, 52))
    assert found.picked_from == 22


def test_families_of_templates_are_sets_of_their_own(told) -> None:
    """Accounts of one card whose templates are of two families are asked apart."""
    seen = told.scene_of(told.hydra())
    home = np.array([-1] * 40 + [5] * 6 + [6] * 6)

    assert [s.members.tolist() for s in sets(seen, [Seed(1, np.arange(40, 52))], home)] == [list(range(40, 46)), list(range(46, 52))]


def test_a_customer_is_counted_once(told) -> None:
    """Accounts of one declared organisation stand as one, so that fewer than three customers are never a set."""
    seen = told.scene_of(told.hydra(org_id=lambda i: f"org-{i % (SMALLEST - 1)}"))

    assert sets(seen, [Seed(0, np.arange(40, 52))], np.full(seen.n_accounts, -1)) == []


def test_the_same_set_from_two_seeds_is_judged_once(told) -> None:
    """Of two seeds that give the same accounts, the stronger kind is kept."""
    seen = told.scene_of(told.hydra())
    found = sets(seen, [Seed(2, np.arange(40, 52)), Seed(0, np.arange(40, 52))], np.full(seen.n_accounts, -1))

    assert [s.origin for s in found] == [0]


def test_personal_ties_are_paid_for(told) -> None:
    """Ties of an operator exceed what finding it costs; those of strangers do not."""
    seen = told.scene_of(told.hydra())

    assert personal_ties(told.group_of(seen), seen, 40.0) > 20
    assert personal_ties(told.group_of(seen, "c00"), seen, 40.0) < 0


def test_cover_traffic_does_not_keep_a_harvest_from_being_looked_at(told) -> None:
    """Accounts whose templated requests ask for training data are worth a look, though most of what they send does not."""
    covered = told.heads(template=lambda _, k: 7 if k % 5 == 0 else -1, intent=lambda _, k: int(k % 5 == 0))
    seen = told.scene_of(told.both(told.strangers(), covered))
    plain = told.scene_of(told.both(told.strangers(), told.heads(intent=0)))

    assert _harvests(told.group_of(seen), seen)
    assert not _harvests(told.group_of(plain), plain)


def _unmarked(told, count: int, **fields):
    """What a set of payers comes to whose requests are everybody's in shape, two each, no two alike."""
    common = {"config_hash": lambda _, k: 1 + k, "structure_hash": 2}
    bound = {"payment_fingerprint": lambda i: f"card-{i // 6}", "subnet": lambda i, _: f"line-{i // 6}", "template": -1, "intent": 0}
    seen = told.scene_of(told.both(told.strangers(120, 4, **common), told.heads(count, 2, **common | bound | fields)))
    heads = told.group_of(seen).members
    return _grouped(Set(PAYERS, len(heads), heads, heads), seen, Usage(seen))


def test_many_bound_by_cards_births_and_lines_are_looked_at_whole(told) -> None:
    """Sixty accounts whose work nothing marks are judged by all that they send, where cards, birthdays and lines bind them; fifty, or sixty without lines and birthdays, are not."""
    assert len(_unmarked(told, 60).rows) == 120
    assert len(_unmarked(told, 50).rows) == 0
    assert len(_unmarked(told, 60, subnet=lambda i, _: f"home-{i}", created_at=lambda i: -300 + 5 * i).rows) == 0


def _two_campaigns(told, **other):
    """Two campaigns of twelve heads that share a recipe and nothing else, judged as one group; and what finding groups hands on."""
    fields = {
        "template": lambda i, k: 7 if i < 12 or k % 2 else 8,
        "created_at": lambda i: -5.0 if i < 12 else -2.0,
        "email_domain": lambda i: f"mail{i // 12 + 2 * (i % 2)}.example",
        "client": lambda i, _: f"client-{i // 12}",
        "payment_fingerprint": lambda i: f"card-{i // 12}",
    }
    seen = told.scene_of(told.both(told.strangers(80), told.heads(count=24, **fields | other)))
    usage, group = Usage(seen), told.group_of(seen)
    one_each = group.members[np.unique(seen.traits.customer[group.members], return_index=True)[1]]
    whole = common_work(seen, one_each, group.everyone, usage)
    return Candidate(whole, 0, whole.size, judge(whole, seen, whole.size, 1)), seen, usage


def _judged(coordination: float, began: float, tool: float) -> Judgement:
    """What a set came to: its coordination, the bits of its common beginning, and what the users of a tool explain."""
    evidence = [Weighed("birth_burst", "lifecycle", "coordination", began, "")]
    return Judgement(
        "clear", Sums(coordination=coordination), evidence, [Weighed("popular_tool", "explanation", "explanation", -tool, "")], 0.0
    )


@pytest.mark.parametrize(
    ("coordination", "began", "tool", "one"),
    [(14.0, 0.0, 0.0, True), (13.9, 8.0, 0.0, False), (8.0, 8.0, 6.0, True), (8.0, 5.9, 6.0, False), (0.0, 8.0, 13.9, False)],
)
def test_who_began_together_and_does_alike_is_one_event(coordination, began, tool, one) -> None:
    """The users of a tool are independent customers of each other, unless they all came with one launch."""
    assert _together(_judged(coordination, began, tool)) is one


def test_two_campaigns_of_one_recipe_are_divided(told) -> None:
    """Each half of an accused group of two campaigns is judged on its own, and keeps all its accounts."""
    candidate, seen, usage = _two_campaigns(told)
    parts = _divided(candidate, seen, usage, 1, {})
    names = [{seen.traffic.accounts.ids[a] for a in part.group.everyone} for part in parts]

    assert candidate.accused
    assert sorted(map(sorted, names)) == [[f"h{i:03d}" for i in range(12)], [f"h{i:03d}" for i in range(12, 24)]]


def test_a_part_that_was_asked_by_itself_stands_as_it_was_found(told) -> None:
    """The half that was a seed of its own was picked out of fewer, and keeps what it came to there; a judgement that is milder is not taken over."""
    candidate, seen, usage = _two_campaigns(told)
    parts = _divided(candidate, seen, usage, 1, {})
    better, milder = (parts[0]._replace(judgement=parts[0].judgement._replace(gain=gain)) for gain in (10_000.0, -10_000.0))
    key = parts[0].group.everyone.tobytes()

    assert any(part is better for part in _divided(candidate, seen, usage, 1, {key: better}))
    assert not any(part is milder for part in _divided(candidate, seen, usage, 1, {key: milder}))


def test_a_customer_is_never_in_two_campaigns(told) -> None:
    """Accounts of one organisation that do the work of both halves stay together."""
    candidate, seen, usage = _two_campaigns(told, org_id=lambda i: "acme" if i in {3, 4, 20, 21} else None)
    parts = _divided(candidate, seen, usage, 1, {})
    customers = [set(seen.traits.customer[part.group.everyone].tolist()) for part in parts]

    assert len(parts) == 2
    assert not customers[0] & customers[1]


def test_parts_that_pay_with_each_others_cards_are_one_operators(told) -> None:
    """Two kinds of work, clients and weeks of birth behind the same two cards stay one campaign."""
    candidate, seen, usage = _two_campaigns(told, payment_fingerprint=lambda i: f"card-{i % 2}")

    assert divided(describe(candidate.group, seen, usage.shape)).stands
    assert _divided(candidate, seen, usage, 1, {}) == [candidate]


def test_a_group_that_accuses_nobody_is_not_divided(told) -> None:
    """A clear group is left as it is, and so is one that is a single campaign."""
    candidate, seen, usage = _two_campaigns(told)
    clear = candidate._replace(judgement=candidate.judgement._replace(verdict="clear"))
    alike = _two_campaigns(told, created_at=-5.0, email_domain="a.example", client="client-1", payment_fingerprint=lambda i: f"card-{i}")

    assert _divided(clear, seen, usage, 1, {}) == [clear]
    assert _divided(*alike, 1, {}) == [alike[0]]


def test_a_part_without_work_divides_nothing(told, monkeypatch) -> None:
    """Where one side of a division has no common work, the group stays whole."""
    candidate, seen, usage = _two_campaigns(told)
    monkeypatch.setattr(groups, "common_work", lambda *given, **_: candidate.group._replace(rows=given[1][:0]))

    assert _divided(candidate, seen, usage, 1, {}) == [candidate]


def test_members_are_in_order_though_a_customers_first_account_is_elsewhere(told) -> None:
    """A customer whose first account is no part of a seed stands among its members where its second does, so that each can be described."""
    seen = told.scene_of(told.hydra(org_id=lambda i: "one" if i in {0, 11} else None))
    (found,) = sets(seen, [Seed(0, np.arange(41, 52))], np.full(seen.n_accounts, -1))
    usage = Usage(seen)

    assert found.members.tolist() == list(range(41, 52))
    assert describe(common_work(seen, found.members, found.everyone, usage), seen, usage.shape).values.shape[0] == 11


def _scheduled(told, verdict):
    """Twelve heads to whom work falls at any hour and a stranger who sits down five times, judged as one group."""
    spread = np.sort(np.random.default_rng(1).uniform(0, 240, (12, 40)), axis=1)
    heads = told.heads(each=40, hour=lambda i, k: spread[i, k])
    odd = told.heads(
        count=1, each=40, prefix="h9", hour=lambda _, k: 48 * (k // 8) + 9 + 0.02 * (k % 8), payment_fingerprint="own", subnet="own"
    )
    seen = told.scene_of(told.both(told.strangers(), heads, odd))
    group = told.group_of(seen)
    return Candidate(group, 0, group.size, judge(group, seen, group.size, 1)._replace(verdict=verdict)), seen


@pytest.mark.parametrize(("verdict", "left"), [("suspected", 12), ("clear", 13)])
def test_who_keeps_hours_of_his_own_is_not_accused_with_a_schedulers_heads(told, verdict, left) -> None:
    """An accused group is judged anew without the stranger; a clear one is left as it is."""
    candidate, seen = _scheduled(told, verdict)

    assert len(_without_strangers(candidate, seen, Usage(seen), 1).group.everyone) == left
