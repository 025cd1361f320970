"""Gateways that carry a campaign's stream among their honest customers'."""

import pytest

from hydrascope.detect.choice import Candidate
from hydrascope.detect.relays import carried, gateways, with_relays
from hydrascope.detect.rules import Sums
from hydrascope.detect.verdict import Judgement


def _carried(told, *, verdict="confirmed", template=7, streams=10, **gateway):
    """A campaign and a reseller's account that carries some of its stream among other talk."""
    reseller = told.strangers(
        1, 60, prefix="r", **{"pathway": "reseller:x"} | gateway, template=lambda _, k: template if k < streams else -1, sketch=[]
    )
    seen = told.scene_of(told.both(told.strangers(), told.heads(), reseller))
    group = told.group_of(seen)
    return seen, Candidate(group, 0, 12, Judgement(verdict, Sums(coordination=40.0, harvest=10.0), [], [], 30.0))


def _ids(seen, rows):
    return {seen.traffic.accounts.ids[a] for a in seen.traffic.exchanges.a[rows]}


def test_the_stream_is_the_campaigns_and_the_gateway_is_no_head(told) -> None:
    """Exchanges of the campaign's template that a reseller carries join its work; the reseller joins not its members."""
    seen, candidate = _carried(told)
    (found,) = with_relays([candidate], seen)
    more = set(found.group.rows.tolist()) - set(candidate.group.rows.tolist())

    assert len(more) == 10
    assert _ids(seen, sorted(more)) == {"r000"}
    assert found.group.everyone.tolist() == candidate.group.everyone.tolist()


@pytest.mark.parametrize(
    "change",
    [
        {"pathway": "api"},  # no gateway
        {"template": -1},  # another stream
        {"streams": 2},  # too little to be a stream
        {"verdict": "clear"},  # nobody is accused
        {"verdict": "watch"},
    ],
)
def test_nothing_else_is_drawn_in(told, change) -> None:
    """Ordinary accounts, other talk, a couple of exchanges, and groups that nobody accuses stay as they are."""
    seen, candidate = _carried(told, **change)

    assert with_relays([candidate], seen) == [candidate]


def test_a_template_that_strangers_use_is_not_the_campaigns(told) -> None:
    """Where others fill the template as well, what a gateway carries of it is its customers' own."""
    seen = told.scene_of(
        told.both(told.strangers(template=7), told.heads(), told.strangers(1, 60, prefix="r", pathway="reseller:x", template=7))
    )
    candidate = Candidate(told.group_of(seen), 0, 12, Judgement("confirmed", Sums(coordination=40.0, harvest=10.0), [], [], 30.0))

    assert len(carried(candidate, seen, gateways(seen))) == 0


def test_gateways_are_told_by_their_pathway_or_their_templates(told) -> None:
    """A pathway that names a reseller, or more templates than one customer has, makes a gateway; unknown pathways do not."""
    many = told.strangers(1, 600, prefix="m", template=lambda _, k: 20 + k)
    named = told.strangers(2, 8, prefix="p", pathway=lambda i, _: ("cloud:aggregator", None)[i])
    seen = told.scene_of(told.both(told.strangers(), many, named))

    assert [seen.traffic.accounts.ids[a] for a in gateways(seen)] == ["m000", "p000"]
