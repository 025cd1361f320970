"""Where the search for groups begins."""

import numpy as np
import pyarrow as pa

from hydrascope.detect.seeds import CROWDED, SMALLEST, failing_over, families, home, institutions, payers, registrations, seeds, shapes


def _repeated(pairs, *, slots=True):
    """Accounts and the templates that they repeat."""
    a, fragment = zip(*pairs, strict=True) if pairs else ((), ())
    has_slots = [slots] * len(pairs)
    return pa.table(
        {"a": pa.array(a, pa.int64()), "fragment": pa.array(fragment, pa.int64()), "has_slots": pa.array(has_slots, pa.bool_())}
    )


def _holding(pairs):
    """One exchange for each account and template that it holds; none asks for training data."""
    a, fragment = zip(*pairs, strict=True) if pairs else ((), ())
    columns = {"xid": range(len(pairs)), "a": a, "fragment": fragment, "harvest": [0] * len(pairs)}
    return pa.table({name: pa.array(list(values), pa.int64()) for name, values in columns.items()})


def _sets(found):
    return sorted(part.tolist() for part in found)


def test_templates_with_the_same_accounts_are_one_family() -> None:
    """Two templates of nearly the same accounts make one family, another one of other accounts a second."""
    pairs = [(a, f) for a in range(6) for f in (10, 11)] + [(a, 12) for a in range(20, 24)]
    sets, family = families(_repeated(pairs), 30)

    assert _sets(sets) == [list(range(6)), [20, 21, 22, 23]]
    assert family[0] == family[1] != family[2]


def test_a_template_of_two_accounts_is_no_seed() -> None:
    """Fewer accounts than a group needs are not asked."""
    sets, _ = families(_repeated([(a, 5) for a in range(SMALLEST - 1)]), 9)

    assert sets == []
    assert families(_repeated([]), 9)[0] == []


def test_a_gateway_that_holds_every_template_ties_none_together() -> None:
    """An account with more templates than an operator has does not make one family of strangers' templates."""
    templates = range(CROWDED + 1)
    sets, family = families(_repeated([(0, f) for f in templates] + [(1 + f % 40, f) for f in templates]), 50)

    assert all(0 not in part for part in sets)
    assert len(np.unique(family)) > 1


def test_cards_and_registration_details_tie_in_chains(told) -> None:
    """Accounts that share a card with one and details with another are one set."""
    rows = told.people(
        "a", 5, 1, payment_fingerprint=lambda i: ["x", "x", "y", "z", None][i], user_ref=lambda i: ["p", "q", "q", None, None][i]
    )

    assert _sets(registrations(told.scene_of(rows))) == [[0, 1, 2]]


def test_cards_that_pay_for_several_are_asked_together_where_the_accounts_are_alike(told) -> None:
    """Three accounts on each of two cards are one set by their client; who has a card of his own, or another client and month, is not of it."""
    rows = told.people(
        "a",
        8,
        1,
        payment_fingerprint=lambda i: ["x", "x", "x", "y", "y", "y", "own", None][i],
        client=lambda i, _: "sdk/1" if i != 5 else "other/2",
        created_at=lambda i: -10.0 if i != 5 else -200.0,
    )

    assert {tuple(one) for one in _sets(payers(told.scene_of(rows)))} == {(0, 1, 2, 3, 4)}


def test_a_rare_shape_is_asked_and_a_common_one_in_parts(told) -> None:
    """Accounts that repeat an uncommon request shape are a seed; those of everybody's shape are, where they share a client or a month of birth."""
    plain = told.strangers(240, 5, config_hash=3, structure_hash=4)
    rare = told.heads(8, 5)
    odd_once = told.heads(8, 4, prefix="o", config_hash=555)
    seen = told.scene_of(told.both(plain, rare, odd_once))
    ids = seen.traffic.accounts.ids

    found = [{ids[a][0] for a in part} for part in shapes(seen)]

    assert found[0] == {"h"}
    assert all(part == {"c"} for part in found[1:])
    assert max(len(part) for part in shapes(seen)) < 240


def test_institutions_are_mail_domains_organisations_and_networks(told) -> None:
    """Accounts of one domain, one organisation or one narrow network are asked whole."""
    rows = told.people(
        "a",
        9,
        1,
        email_domain=lambda i: "school.example" if i < 3 else f"m{i}.example",
        org_id=lambda i: "acme" if 3 <= i < 6 else None,
        subnet=lambda i, _: "office" if i >= 6 else f"n{i}",
    )

    assert _sets(institutions(told.scene_of(rows))) == [[0, 1, 2], [3, 4, 5], [6, 7, 8]]


def test_an_address_pool_is_nobodys_place(told) -> None:
    """Heads that draw each request's address from thirty share them all and are at home in none; who sends a tenth from an office is."""
    pooled = told.scene_of(told.people("a", 6, 60, subnet=lambda i, k: f"exit-{(k + i) % 30}"))
    working = told.scene_of(told.people("a", 6, 60, subnet=lambda i, k: "office" if k < 6 else f"home-{i}"))

    assert _sets(institutions(pooled)) == []
    assert _sets(institutions(working)) == [list(range(6))]


def test_home_is_the_family_of_most_of_an_accounts_requests(told) -> None:
    """An account that fills two families is at home in the one that it fills more; one without templates nowhere."""
    seen = told.scene_of(told.people("a", 2, 5, template=lambda i, k: -1 if i else (4 if k < 3 else 9)))

    assert home(seen, np.array([4, 9]), np.array([0, 1])).tolist() == [0, -1]


def test_strangers_with_one_question_are_asked_as_another_kind(told) -> None:
    """Text that is always the same seeds no template family: it is asked as requests alike, and makes nobody's home."""
    seen = told.scene_of(told.people("a", 4, 2, template=6))
    with_slots, at_home = seeds(seen, _repeated([(a, 6) for a in range(4)]), _holding([(a, 6) for a in range(4)]))
    without, nowhere = seeds(seen, _repeated([(a, 6) for a in range(4)], slots=False), _holding([]))

    assert [seed.origin for seed in with_slots] == [0]
    assert [seed.origin for seed in without] == [2]
    assert len(set(at_home.tolist())) == 1
    assert at_home[0] >= 0
    assert nowhere.tolist() == [-1] * 4


def test_who_takes_up_what_failed_on_another_is_asked_about(told) -> None:
    """Failed requests that come again from the next account tie a chain; a retry of one's own ties nobody."""
    chain = {
        "content_hash": lambda i, k: 10**6 + k if k in (i, i - 1) else 10**7 + 100 * i + k,
        "hour": lambda i, k: 10.0 * k + 0.1 * i,
    }
    seen = told.scene_of(told.both(told.strangers(), told.heads(5, 6, status=lambda i, k: 500 if k == i else 200, **chain)))
    alone = told.heads(5, 6, status=lambda _, k: 500 if k % 2 == 0 else 200, content_hash=lambda i, k: 10**6 + 100 * i + k // 2)

    assert [[seen.traffic.accounts.ids[a] for a in part] for part in failing_over(seen)] == [[f"h00{i}" for i in range(5)]]
    assert failing_over(told.scene_of(told.both(told.strangers(), alone))) == []
