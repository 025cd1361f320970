"""A reseller or aggregator: many customers behind one egress, one client and one set of parameters, at all hours."""

import pytest

from hydrascope.detect.explanations.reseller import reseller

USERS = {"end_user": lambda i, k: 1 + i * 100 + k % 12, "template": -1}


@pytest.mark.parametrize("pathway", ["reseller", "reseller:acme", "aggregator"])
def test_the_pathway_says_so(told, pathway) -> None:
    """Requests that came by a reseller's pathway fit fully."""
    found = told.asked(reseller, told.hydra(pathway=pathway))

    assert found.fit == 1.0
    assert found.finding == "100% of the requests came by a reseller's or aggregator's pathway."


def test_some_requests_by_a_reseller_are_not_enough(told) -> None:
    """A campaign over many pathways is no reseller."""
    assert told.asked(reseller, told.hydra(pathway=lambda i, _: ("api", "web", "reseller")[i % 3])) is None


def test_many_users_with_work_of_their_own(told) -> None:
    """End users whose requests have no template in common are customers."""
    found = told.asked(reseller, told.hydra(**USERS))

    assert found.fit == 1.0
    assert "name 144 end users" in found.finding


def test_many_users_of_one_template_are_made_up(told) -> None:
    """An operator may number his requests: users who all fill one template excuse nothing."""
    assert told.asked(reseller, told.hydra(**USERS | {"template": 7})) is None


def test_one_user_or_none_is_no_reseller(told) -> None:
    """One end user for all, and no end users, excuse nothing."""
    assert told.asked(reseller, told.hydra(end_user=5, template=-1)) is None
    assert told.asked(reseller, told.hydra(template=-1)) is None


def test_a_log_without_pathways_does_not_fit(told) -> None:
    """What is not logged excuses nothing."""
    assert told.asked(reseller, told.hydra(pathway=None)) is None
