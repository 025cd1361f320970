"""The whole search: fingerprints in, groups with their verdicts out."""

import random

from hydrascope.detect import detect, members_of
from hydrascope.engine import connect


def _detected(told, rows, **releases):
    """What is found in some rows."""
    return detect(connect(threads=1), told.fingerprints(rows), told.register(rows), releases)


def _accused(found):
    """The verdict and the members of each group that did not come out clear."""
    ids = found.scene.traffic.accounts.ids
    return [(c.judgement.verdict, [ids[a] for a in members_of(c)]) for c in found.candidates if c.judgement.verdict != "clear"]


def test_an_operator_is_found_from_its_fingerprints_alone(told) -> None:
    """Twelve heads that work evenly round the clock are one confirmed group among forty strangers, and nobody else is accused."""
    found = _detected(told, told.hydra())

    assert _accused(found) == [("confirmed", [f"h{i:03d}" for i in range(12)])]


def test_strangers_alone_are_clear(told) -> None:
    """Traffic of independent customers accuses nobody."""
    assert _accused(_detected(told, told.strangers(60))) == []


def test_two_operators_are_two_campaigns(told) -> None:
    """Two operators with their own templates, cards and lines are told apart."""
    other = told.heads(
        10,
        prefix="g",
        template=9,
        client="other/2",
        headers_key=77,
        config_hash=76,
        structure_hash=75,
        intent=3,
        email_domain=lambda i: f"dump{i % 3}.example",
    )
    found = _accused(_detected(told, told.both(told.strangers(), told.heads(), other)))

    assert sorted(members[0][0] + str(len(members)) for _, members in found) == ["g10", "h12"]
    assert {verdict for verdict, _ in found} == {"confirmed"}


def test_the_result_does_not_depend_on_the_order_of_rows(told) -> None:
    """A shuffled log gives the same groups with the same bits and sentences."""
    rows = told.both(told.strangers(), told.heads())
    expected = _detected(told, rows)
    random.Random(5).shuffle(rows.rows)
    again = _detected(told, rows)

    assert [c.judgement for c in again.candidates] == [c.judgement for c in expected.candidates]
    assert _accused(again) == _accused(expected)
    assert again.templates == expected.templates


def test_traffic_without_templates_is_searched_too(told) -> None:
    """A log whose prompts conserve no words is no error, and the heads that share cards and one rare shape are found."""
    found = _accused(_detected(told, told.hydra().without("sketch")))

    assert {name for _, members in found for name in members} == {f"h{i:03d}" for i in range(12)}


def test_the_least_traffic_is_searched(told) -> None:
    """One exchange of one account accuses nobody and is no error."""
    found = _detected(told, told.people("a", 1, 1))

    assert found.candidates == []
    assert found.scene.n_accounts == 1


def test_a_log_without_registers_is_searched(told) -> None:
    """Without any register, software, text, lines and hours still tell the operator."""
    rows = told.hydra()
    bare = told.Told(rows.rows, {name: {} for name in rows.accounts})

    assert [len(members) for _, members in _accused(_detected(told, bare))] == [12]


def test_accounts_without_common_work_are_no_members(told) -> None:
    """A member is who took part in the common work."""
    found = _detected(told, told.hydra())
    (group,) = (c for c in found.candidates if c.accused)
    idle = group._replace(group=group.group._replace(profile=group.group.profile._replace(exchanges=group.group.profile.exchanges * 0)))

    assert len(members_of(group)) == 12
    assert len(members_of(idle)) == 0
