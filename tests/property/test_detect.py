"""What holds for the search whatever the traffic: names and order do not matter, and strangers do not convict."""

import runpy
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hydrascope.detect import detect, members_of
from hydrascope.detect.rules import ORDER
from hydrascope.engine import connect

told: Any = runpy.run_path(str(Path(__file__).parents[1] / "unit" / "detect" / "conftest.py"))["Kit"]()
FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
# Heads that are tied in some ways and not in others: each choice is a field and what it is.
TIES = {
    "payment_fingerprint": (lambda i: f"h-card-{i % 2}", lambda i: f"own-{i}", None),
    "subnet": (lambda i, _: f"h-net-{i % 2}", lambda i, _: f"own-{i}", None),
    "created_at": (lambda i: -20 + i % 2, lambda i: -390 + 31 * i, None),
    "client": ("harvester/1", lambda i, _: f"client-{i % 5}", None),
    "intent": (1, 0, lambda _, k: k % 2),
    "output_tokens": (1500, 80),
    "user_turns": (1, 3),
}
GROUPS = st.fixed_dictionaries({field: st.sampled_from(values) for field, values in TIES.items()})


def _found(rows: Any) -> list[Any]:
    """Return each candidate's judgement with the names of its members."""
    found = detect(connect(threads=1), told.fingerprints(rows), told.register(rows), {})
    ids = found.scene.traffic.accounts.ids
    return [(c.judgement, sorted(ids[a] for a in members_of(c))) for c in found.candidates]


def _worst(found: list[Any], name: str) -> str:
    """Return the worst verdict on an account."""
    return min((j.verdict for j, members in found if name in members), key=ORDER.index, default=ORDER[-1])


def _renamed(rows: Any, names: dict[str, str]) -> Any:
    return told.Told(
        [row | {"account_id": names[row["account_id"]]} for row in rows.rows], {names[n]: account for n, account in rows.accounts.items()}
    )


def _sums(found: list[Any], names: dict[str, str]) -> list[Any]:
    """Return verdict, bits by channel and sums of each group, by its members under their new names."""
    said = [
        (
            sorted(names[m] for m in members),
            j.verdict,
            round(j.coordination, 3),
            round(j.harvest, 3),
            sorted((w.channel, round(w.bits, 3)) for w in j.evidence),
        )
        for j, members in found
        if j.verdict != ORDER[-1]
    ]
    return sorted(said)


@FEW
@given(GROUPS, st.randoms(use_true_random=False))
def test_the_order_of_exchanges_does_not_matter(fields, random) -> None:
    """A shuffled log gives the same groups, bits and sentences."""
    rows = told.both(told.strangers(24), told.heads(10, 16, **fields))
    shuffled = told.Told(random.sample(rows.rows, len(rows.rows)), dict(random.sample(list(rows.accounts.items()), len(rows.accounts))))

    assert _found(shuffled) == _found(rows)


@FEW
@given(GROUPS, st.randoms(use_true_random=False))
def test_what_accounts_are_called_does_not_matter(fields, random) -> None:
    """Accounts under permuted names get the same verdicts and the same bits."""
    rows = told.both(told.strangers(24), told.heads(10, 16, **fields))
    names = dict(zip(rows.accounts, random.sample(sorted(rows.accounts), len(rows.accounts)), strict=True))
    same = {name: name for name in rows.accounts}

    assert _sums(_found(_renamed(rows, names)), same) == _sums(_found(rows), names)


@FEW
@given(GROUPS, st.integers(1, 40))
def test_honest_strangers_do_not_turn_clear_into_confirmed(fields, more) -> None:
    """A group that is clear among some strangers is not confirmed because more strangers come, and the strangers are not accused."""
    few = told.both(told.strangers(40), told.heads(10, 16, **fields))
    many = told.both(few, told.strangers(more, prefix="d"))
    before, after = _found(few), _found(many)

    assert not any(_worst(before, name) == "clear" and _worst(after, name) == "confirmed" for name in few.accounts)
    assert {_worst(after, name) for name in many.accounts if name[0] in "cd"} <= {"clear", "watch"}


@FEW
@given(GROUPS)
def test_what_is_confirmed_has_three_families_and_both_sides(fields) -> None:
    """Whatever ties the heads, a confirmed group has evidence of three families, of coordination and of harvest."""
    for judgement, _ in _found(told.both(told.strangers(24), told.heads(10, 16, **fields))):
        if judgement.verdict == "confirmed":
            assert len({w.family for w in judgement.evidence if w.bits >= 2}) >= 3
            assert {w.side for w in judgement.evidence} == {"coordination", "harvest"}


@FEW
@given(st.integers(3, 60), st.integers(1, 20))
def test_strangers_alone_are_never_accused(count, each) -> None:
    """However many independent customers there are, nobody is accused."""
    assert {j.verdict for j, _ in _found(told.strangers(count, each))} <= {"clear", "watch"}
