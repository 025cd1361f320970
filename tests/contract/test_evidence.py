"""What every channel of evidence and every innocent explanation keeps to, whoever wrote it: the suite runs over the registries."""

import math
import random
import re
import runpy
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hydrascope.detect.evidence import CHANNELS
from hydrascope.detect.explanations import EXPLANATIONS
from hydrascope.detect.profile import profile
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.verdict import FAMILY_CAP, judge, say, weigh

KIT: Mapping[str, Any] = runpy.run_path(str(Path(__file__).parents[1] / "unit" / "detect" / "conftest.py"))
strangers, heads, both, scene_of, group_of = (KIT[name] for name in ("strangers", "heads", "both", "scene_of", "group_of"))
TESTS: dict[str, Callable[[Group, Scene], Any]] = {name: one.test for name, one in (CHANNELS | EXPLANATIONS).items()}
PLACES = re.compile(
    r"\b(countr(y|ies)|language|nationality|chinese|china|russian?|english|german|arabic|korean|french|spanish)\b", re.IGNORECASE
)


def _operator():
    """An operator with everything that the channels look for: bans, successors, failures, repeats, a turn to a new model, a declared office."""
    first = heads(
        9,
        banned_at=lambda i: 3.0 + i if i < 4 else None,
        status=lambda _, k: 500 if k % 6 == 0 else 200,
        content_hash=lambda i, k: 10**6 + (k if k % 4 == 0 else i * 1000 + k),
        prompt_hash=lambda i, k: 10**6 + (k if k % 4 == 0 else i * 1000 + k),
        model=lambda _, k: "m2" if k % 10 >= 5 else "m1",
        org_id="acme",
        end_user=lambda _, k: 1 + k,
    )
    return both(first, heads(4, 12, prefix="h1", hour=lambda i, k: 24 * (3 + i) + 6 + k))


def _everything():
    """Traffic of strangers and the operator in one log."""
    return both(strangers(), _operator())


BARE = ("template", "hour", "intent", "capability", "user_turns", "output_tokens", "status", "samples", "model", "pathway", "content_hash")
OPTIONAL = tuple(
    name for name in (*KIT["FINGERPRINTS"].names, *KIT["ACCOUNTS"].names) if name not in {"account_id", "exchange_id", "ts", "key", *BARE}
)
SCENES: dict[str, Callable[[], tuple[Scene, Group]]] = {}


def _told(name: str, prefix: str = "h", **releases: float) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Register a scene under a name; its group is the accounts with a prefix."""

    def register(make: Callable[[], Any]) -> Callable[[], Any]:
        def built() -> tuple[Scene, Group]:
            seen = scene_of(make(), **releases)
            return seen, group_of(seen, prefix)

        SCENES[name] = built
        return make

    return register


_told("operator", m2=120.0)(_everything)
_told("strangers of one scene", "c01", m2=120.0)(_everything)
_told("every optional field absent")(lambda: _everything().without(*OPTIONAL))
_told("nothing but who and when")(lambda: _everything().without(*OPTIONAL, *set(BARE) - {"hour"}))
_told("one account", "h000")(_everything)
_told("one exchange", "h")(lambda: both(strangers(), heads(1, 1)))
_told("one exchange in all", "h")(lambda: heads(1, 1))
_told("all accounts in the group", m2=120.0)(_operator)
_told("all at one moment")(lambda: both(strangers(hour=1.0), heads(hour=1.0)))
_told("two accounts", "h00")(lambda: both(strangers(2), heads(2)))


@pytest.fixture(scope="module")
def scenes() -> dict[str, tuple[Scene, Group]]:
    """Each scene with its group; one whose crowd is no null, for every account is explained already, and one whose accounts have no work in common."""
    made = {name: build() for name, build in SCENES.items()}
    seen, group = made["operator"]
    made["empty crowd"] = seen._replace(independent=np.zeros(seen.n_accounts, bool)), group
    none = np.zeros(0, np.int64)
    made["no common work"] = seen, group._replace(rows=none, profile=profile(seen.traffic.exchanges, none, group.everyone))
    return made


WHERE = [*SCENES, "empty crowd", "no common work"]


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("name", TESTS)
def test_every_scene_is_answered(scenes, name, where) -> None:
    """A test gives a finding or none: finite bits, a fit from 0 to 1, no exception, however little there is to see."""
    seen, group = scenes[where]
    found = TESTS[name](group, seen)

    assert found is None or math.isfinite(found.bits if name in CHANNELS else found.fit)
    assert found is None or name in CHANNELS or 0.0 <= found.fit <= 1.0


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("name", TESTS)
def test_a_finding_is_a_sentence_with_figures(scenes, name, where) -> None:
    """What weighs is said in a sentence that ends with a period, holds a figure, no nan, and names no country or language."""
    seen, group = scenes[where]
    found = TESTS[name](group, seen)
    if found is None or (name in CHANNELS and found.bits <= 0):
        return

    assert found.finding[0].isupper() or found.finding[0].isdigit()
    assert found.finding.endswith(".")
    assert re.search(r"\d", found.finding)
    assert not re.search(r"\b(nan|inf)\b", found.finding)
    assert not PLACES.search(found.finding)


@pytest.mark.parametrize("name", TESTS)
def test_the_same_question_has_the_same_answer(scenes, name) -> None:
    """A test asked twice says the same, and leaves the scene and the group as they were."""
    seen, group = scenes["operator"]
    before = _frozen(seen), _frozen(group)
    first, again = TESTS[name](group, seen), TESTS[name](group, seen)

    assert first == again
    assert (_frozen(seen), _frozen(group)) == before


def _frozen(value: object) -> object:
    """Return a value in a form that compares by content."""
    if isinstance(value, np.ndarray):
        return value.tobytes()
    if isinstance(value, tuple | list):
        return tuple(_frozen(one) for one in value)
    return repr(value)


@pytest.mark.parametrize("name", TESTS)
def test_the_order_of_rows_and_members_does_not_matter(scenes, name) -> None:
    """A shuffled log and shuffled members give the same finding."""
    seen, group = scenes["operator"]
    told = _everything()
    random.Random(4).shuffle(told.rows)
    shuffled = scene_of(told, m2=120.0)
    order = np.random.default_rng(4).permutation(len(group.members))
    again = group_of(shuffled)
    again = again._replace(members=again.members[order], everyone=again.everyone[order], profile=again.profile.some(order))
    expected, found = TESTS[name](group, seen), TESTS[name](again, shuffled)

    assert (found is None) == (expected is None)
    assert found is None or found.finding == expected.finding
    assert found is None or found[0] == pytest.approx(expected[0], abs=1e-9)


@pytest.mark.parametrize("where", WHERE)
def test_what_is_weighed_is_capped_and_never_negative(scenes, where) -> None:
    """After weighing, each channel gives between nought and its cap, each family no more than its cap, each sentence says what."""
    seen, group = scenes[where]
    weighed = weigh(say(group, seen), dict.fromkeys(CHANNELS, 1.0))
    families = {w.family: sum(v.bits for v in weighed if v.family == w.family) for w in weighed}

    assert all(0.0 <= w.bits <= CHANNELS[w.channel].cap for w in weighed)
    assert all(bits <= FAMILY_CAP + 1e-6 for bits in families.values())
    assert all(w.finding for w in weighed)


@pytest.mark.parametrize("where", WHERE)
def test_every_group_gets_a_verdict(scenes, where) -> None:
    """A group is judged whatever is missing, explanations take and never give."""
    seen, group = scenes[where]
    found = judge(group, seen, group.size, 1)

    assert found.verdict in {"confirmed", "suspected", "watch", "clear"}
    assert all(w.bits <= 0 for w in found.explanations)


@pytest.mark.parametrize(
    "where",
    ["strangers of one scene", "nothing but who and when", "one account", "one exchange", "two accounts", "empty crowd", "no common work"],
)
def test_too_little_to_see_convicts_nobody(scenes, where) -> None:
    """Strangers, single accounts, a log of names and times, a group without a crowd beside it and one without common work are not accused."""
    seen, group = scenes[where]

    assert judge(group, seen, group.size, 1).verdict not in {"confirmed", "suspected"}


@pytest.mark.parametrize("name", CHANNELS)
def test_a_channel_is_registered_under_its_name_with_a_side(name) -> None:
    """A channel has its own name, a known side, a family and a cap that does not reach a verdict by itself."""
    channel = CHANNELS[name]

    assert channel.name == name
    assert channel.side in {"coordination", "harvest"}
    assert channel.family
    assert 0 < channel.cap <= FAMILY_CAP


@pytest.mark.parametrize("name", EXPLANATIONS)
def test_an_explanation_excuses_channels_that_there_are(name) -> None:
    """An explanation names what it accounts for, and nothing else than registered channels."""
    reading = EXPLANATIONS[name]

    assert reading.name == name
    assert reading.explains
    assert reading.explains <= CHANNELS.keys()


def test_the_full_operator_shows_nearly_every_sign(scenes) -> None:
    """The suite exercises what it claims to: most channels speak on the operator's group."""
    seen, group = scenes["operator"]
    silent = {name for name, channel in CHANNELS.items() if KIT["bits_of"](channel.test(group, seen)) <= 0}

    assert len(silent) <= 0.5 * len(CHANNELS)


@pytest.mark.parametrize("name", CHANNELS)
def test_the_documents_state_family_side_and_cap(root, name) -> None:
    """The page of a channel and its row in the table say what the registry says."""
    channel = CHANNELS[name]
    page = (root / "docs" / "evidence" / f"{name}.md").read_text()
    rows = [line for line in (root / "docs" / "evidence" / "README.md").read_text().splitlines() if f"]({name}.md) |" in line]

    assert f"`{name}`, family *{channel.family}*, side *{channel.side}*, at most {channel.cap:g} bits" in page
    assert [[cell.strip() for cell in row.split("|")[2:5]] for row in rows] == [[channel.family, channel.side, f"{channel.cap:g}"]]


def test_every_explanation_is_documented(root) -> None:
    """docs/explanations.md has a heading for each registered explanation."""
    headings = re.findall(r"^## (\w+)$", (root / "docs" / "explanations.md").read_text(), re.MULTILINE)

    assert set(headings) >= EXPLANATIONS.keys()
