"""One campaign or two that fill one recipe."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from hydrascope.detect import division
from hydrascope.detect.division import EACH, LEAST, Description, Division, describe, divided, saved
from hydrascope.detect.streams import Usage, common_work


def _division(told, rows):
    """The best division of the heads, by name."""
    seen = told.scene_of(rows)
    group = told.group_of(seen)
    usage = Usage(seen)
    group = common_work(seen, group.members, group.everyone, usage)
    found = divided(describe(group, seen, usage.shape))
    return found, {seen.traffic.accounts.ids[a] for a in group.everyone[found.second]}


def _described(table, trait):
    """Accounts in rows and values in columns, as what is known of them."""
    values = csr_array(table)
    return Description(values, trait, values.T)


def _two(told, **other):
    """Twenty heads, of which eight also fill a template of their own; what else those eight have is given."""
    fields = {
        "template": lambda i, k: 7 if i < 12 or k % 2 else 8,
        **{name: (lambda i, *_, pair=pair: pair[0] if i < 12 else pair[1]) for name, pair in other.items()},
    }
    return told.both(told.strangers(), told.heads(count=20, **fields))


TRAITS = {"created_at": (-5.0, -2.0), "email_domain": ("mail0.example", "mail1.example"), "client": ("client-1", "client-2")}


def test_two_campaigns_that_share_a_recipe_are_told_apart(told) -> None:
    """Heads that differ in their text, their birth, their mail and their client at once are two campaigns, divided between them."""
    found, second = _division(told, _two(told, **TRAITS))

    assert found.stands
    assert second == {f"h{i:03d}" for i in range(12, 20)}
    assert min(found.text, found.traits, found.saves) >= LEAST


def test_heads_with_a_task_of_their_own_are_one_campaign(told) -> None:
    """An operator who gives some heads another task, but houses them all alike, is not divided."""
    found, _ = _division(told, _two(told))

    assert found.text > 0
    assert not found.stands


def test_heads_that_work_in_turns_are_one_campaign(told) -> None:
    """Heads of two batches, with one text, are not divided by their batches."""
    rows = _two(told, **TRAITS)
    found, _ = _division(told, told.both(rows.without("template"), told.strangers(0)))

    assert not found.stands


@pytest.mark.parametrize("seed", range(5))
def test_chance_divides_nothing(seed) -> None:
    """Accounts whose text and traits are drawn independently are one campaign, however they happen to fall."""
    rng = np.random.default_rng(seed)
    tables = [np.eye(5)[rng.integers(0, 5, 80)] for _ in range(8)]
    trait = np.repeat(np.arange(8), 5)
    found = divided(_described(np.hstack(tables), trait))

    assert found is not None
    assert found.saves < 0
    assert not found.stands


def test_the_order_of_accounts_does_not_matter() -> None:
    """The same accounts in another order are divided alike."""
    rng = np.random.default_rng(3)
    kind = rng.random(60) < 0.4
    tables = [np.eye(4)[np.where(kind, rng.integers(0, 2, 60), rng.integers(2, 4, 60))] for _ in range(4)]
    table, trait, order = np.hstack(tables), np.repeat(np.arange(4), 4), rng.permutation(60)
    first, second = (divided(_described(rows, trait)) for rows in (table, table[order]))

    assert first is not None
    assert second is not None
    assert {tuple(first.second[order]), tuple(~first.second[order])} >= {tuple(second.second)}
    assert first.saves == pytest.approx(second.saves)


def test_too_few_accounts_are_not_divided() -> None:
    """Of five accounts no two parts of three can be made."""
    assert divided(_described(np.eye(2)[[0, 0, 1, 1, 1]], np.zeros(2, np.int64))) is None


def test_what_two_classes_save_is_counted_by_text_and_traits() -> None:
    """A text that tells two classes apart saves bits, a trait that does not saves none, and naming costs a bit each for halves."""
    half = np.arange(40) < 20
    table = np.hstack([np.eye(2)[half.astype(int)], np.eye(2)[np.arange(40) % 2]])
    found = saved(_described(table, np.array([0, 0, 1, 1])), half)

    assert found.text > 20
    assert found.traits == 0.0
    assert found.naming == 40.0


@pytest.mark.parametrize(
    ("text", "traits", "naming", "stands"),
    [
        (100.0, division.TRAITS, 10.0, True),
        (100.0, division.TRAITS - 1, 10.0, False),
        (LEAST - 1, 100.0, 10.0, False),
        (EACH * 8 - 1, 100.0, 10.0, False),  # for eight accounts of the smaller part
        (30.0, division.TRAITS, 30.0, False),
    ],
)
def test_text_traits_and_both_must_be_worth_a_division(text, traits, naming, stands) -> None:
    """Two campaigns differ in text and in traits; one with several tasks has one set of traits, and one that works in turns one text."""
    assert Division(np.arange(16) < 8, text, traits, naming).stands is stands
