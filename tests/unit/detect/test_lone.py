"""Harvest in the open: watched, and never more."""

import numpy as np

from hydrascope.detect.choice import Candidate
from hydrascope.detect.lone import MANY, lone_harvesters, watched_groups
from hydrascope.detect.rules import SUSPECTED, Sums
from hydrascope.detect.verdict import Judgement


def _alone(told, each=60, share=1.0):
    """One account that harvests with a share of its requests, among strangers."""
    one = told.heads(1, each, template=-1, intent=lambda _, k: int(k < share * each))
    return told.scene_of(told.both(told.strangers(), one))


def test_a_lone_harvester_is_watched(told) -> None:
    """An account most of whose many requests ask for training data is on watch, with its harvest alone as evidence."""
    (found,) = lone_harvesters(_alone(told), [])

    assert found.judgement.verdict == "watch"
    assert found.judgement.coordination == 0
    assert {w.side for w in found.judgement.evidence} == {"harvest"}
    assert "harvest_intents" in {w.channel for w in found.judgement.evidence}


def test_only_the_harvesting_requests_are_its_work(told) -> None:
    """The exchanges that are shown are those that harvest."""
    (found,) = lone_harvesters(_alone(told, each=100, share=0.7), [])

    assert len(found.group.rows) == 70


def test_few_requests_or_a_small_share_are_not_watched(told) -> None:
    """Below fifty requests, or below half of them, nobody is watched."""
    assert lone_harvesters(_alone(told, each=MANY - 1), []) == []
    assert lone_harvesters(_alone(told, share=0.4), []) == []


def test_where_all_harvest_all_are_still_watched(told) -> None:
    """The line is fixed: a crowd that harvests does not hide who does, though no bits are left."""
    seen = told.scene_of(told.heads(5, 60, template=-1, payment_fingerprint=lambda i: f"own-{i}"))

    assert [c.judgement.verdict for c in lone_harvesters(seen, [])] == ["watch"] * 5


def _grouped(told, seen, verdict, coordination):
    group = told.group_of(seen)
    return Candidate(group, 0, group.size, Judgement(verdict, Sums(coordination=coordination), [], [], 0.0))


def test_the_keys_of_one_customer_are_watched_as_one(told) -> None:
    """Twenty requests of each of four keys of one declared organisation are eighty of one customer, shown once with all its keys."""
    keys = told.heads(4, 20, template=-1, org_id="acme")
    (found,) = lone_harvesters(told.scene_of(told.both(told.strangers(), keys)), [])

    assert len(found.group.everyone) == 4
    assert found.group.size == 1
    assert found.judgement.verdict == "watch"


def test_heads_of_a_campaign_are_not_watched_beside_it(told) -> None:
    """An account that stands in an accused group is not listed again; one of a clear group is."""
    seen = told.scene_of(told.hydra(each=60))

    assert lone_harvesters(seen, [_grouped(told, seen, "confirmed", 40.0)]) == []
    assert len(lone_harvesters(seen, [_grouped(told, seen, "clear", 4.0)])) == 12


def test_a_tied_group_that_harvests_is_watched_whole(told) -> None:
    """A clear group that is tied and mostly asks for training data goes on watch; without ties, harvest or many requests it stays clear."""
    harvests = told.scene_of(told.hydra())
    talks = told.scene_of(told.hydra(intent=0))
    small = told.scene_of(told.hydra(count=4, each=5))

    def said(seen, coordination):
        return [c.judgement.verdict for c in watched_groups(seen, [_grouped(told, seen, "clear", coordination)])]

    tied = SUSPECTED.coordination
    assert said(harvests, tied) == ["watch"]
    assert said(harvests, tied - 0.1) == ["clear"]
    assert said(talks, tied) == ["clear"]
    assert said(small, tied) == ["clear"]


def test_accused_groups_keep_their_verdict(told) -> None:
    """A confirmed group is not turned into a watched one."""
    seen = told.scene_of(told.hydra())

    assert [c.judgement.verdict for c in watched_groups(seen, [_grouped(told, seen, "confirmed", 40.0)])] == ["confirmed"]
    assert np.isfinite(seen.profile.exchanges).all()
