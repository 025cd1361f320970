"""From answers to figures with intervals: by campaign, by evasion level, by class of honest operator, by world."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from hydrascope.lab.benchmark.intervals import Figure, bootstrap, clopper_pearson, share
from hydrascope.lab.benchmark.measures.honest import Befallen, befallen, false_groups
from hydrascope.lab.benchmark.measures.recall import Found, recall
from hydrascope.lab.benchmark.outcome import Answer, Outcome, answers

EVERY = "all"
T = TypeVar("T")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """
    Figures of one detector for one thing.

    `name` is a campaign, a class of operator, or "all"; `scope` the worlds it
    comes from; `of` counts what the figures are over: heads, account-days, worlds.
    """

    scope: str
    name: str
    detector: str
    seeds: int
    of: int
    figures: dict[str, Figure]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of a run."""

    profile: str
    version: str
    campaigns: list[Row]
    levels: list[Row]
    honest: list[Row]
    worlds: list[Row]


def summarise(profile: str, version: str, finished: Sequence[Outcome]) -> Summary:
    """Return the figures of the worlds that are finished."""
    every = [answer for outcome in finished for answer in answers(outcome)]
    return Summary(
        profile=profile,
        version=version,
        campaigns=list(_campaigns(every)),
        levels=list(_levels(every)),
        honest=list(_honest(every)),
        worlds=list(_worlds(every)),
    )


def _by(items: Iterable[T], key: Callable[[T], Any]) -> dict[Any, list[T]]:
    """Return the items by key, in the order in which the keys first come."""
    found: defaultdict[Any, list[T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found


def _campaigns(every: Sequence[Answer]) -> Iterable[Row]:
    """Yield a row for each campaign and detector, over the seeds."""
    found = [
        ((a.truth.world, name, a.detector), a.truth.seed, one)
        for a in every
        for name, one in recall(a.truth, a.accused, a.said.groups).items()
    ]
    for (world, name, detector), rows in _by(found, lambda row: row[0]).items():
        yield _recall_row(world, name, detector, [(seed, one) for _, seed, one in rows])


def _levels(every: Sequence[Answer]) -> Iterable[Row]:
    """Yield a row for each evasion level and detector, over the campaigns and seeds."""
    found = [
        ((a.truth.campaigns[name].level, a.detector), a.truth.seed, one)
        for a in every
        for name, one in recall(a.truth, a.accused, a.said.groups).items()
        if a.truth.campaigns[name].level is not None
    ]
    for (level, detector), rows in sorted(_by(found, lambda row: row[0]).items()):
        yield _recall_row(f"level {level}", EVERY, detector, [(seed, one) for _, seed, one in rows])


def _recall_row(scope: str, name: str, detector: str, found: Sequence[tuple[int, Found]]) -> Row:
    """Return the figures of finding; heads are pooled by seed, for those of one seed hang together."""
    seeds = _by(found, lambda one: one[0]).values()
    heads, accused, together = (
        [sum(getattr(one, field) for _, one in rows) for rows in seeds] for field in ("heads", "accused", "together")
    )
    pure = [sum(one.pure for _, one in rows) / hit for rows, hit in zip(seeds, accused, strict=True) if hit]
    figures = {
        "found": clopper_pearson(sum(one.found for _, one in found), len(found)),
        "recall": share(accused, heads),
        "together": share(together, heads),
        "purity": bootstrap(pure),
    }
    return Row(scope=scope, name=name, detector=detector, seeds=len(heads), of=sum(heads), figures=figures)


def _honest(every: Sequence[Answer]) -> Iterable[Row]:
    """Yield a row for each class of operator and detector, in worlds with campaigns and in those without."""
    own = [a for a in every if not a.detector.endswith("(matched)")]
    for (scope, detector), told in _by(own, lambda a: ("with campaigns" if a.truth.campaigns else "honest worlds", a.detector)).items():
        seen = [befallen(a.truth, a.accused, frozenset(a.said.confirmed), frozenset(a.said.watched)) for a in told]
        everyone = [_added(one.values()) for one in seen]
        yield _honest_row(scope, EVERY, detector, everyone)
        for kind in sorted({kind for one in seen for kind in one}):
            yield _honest_row(scope, kind, detector, [one[kind] for one in seen if kind in one])


def _added(classes: Iterable[Befallen]) -> Befallen:
    return Befallen(*(sum(column) for column in zip(*classes, strict=True)))


def _honest_row(scope: str, kind: str, detector: str, seen: Sequence[Befallen]) -> Row:
    total = _added(seen)
    figures = {
        "confirmed": clopper_pearson(total.confirmed, total.days),
        "suspected": clopper_pearson(total.suspected, total.days),
        "accused": clopper_pearson(total.confirmed + total.suspected, total.days),
        "watched": clopper_pearson(total.watched, total.days),
        "accounts": Figure(total.accounts, None, None),
    }
    return Row(scope=scope, name=kind, detector=detector, seeds=len(seen), of=total.days, figures=figures)


def _worlds(every: Sequence[Answer]) -> Iterable[Row]:
    """Yield a row for each world and detector."""
    for (world, detector), told in _by(every, lambda a: (a.truth.world, a.detector)).items():
        rate = [a.truth.exchanges / max(a.said.cost.seconds, 1e-3) for a in told]
        figures = {
            "false groups": bootstrap([false_groups(a.truth, a.accused, a.said.groups) for a in told]),
            "honest accused": bootstrap([sum(not a.truth.accounts[one].campaign for one in a.accused) for a in told]),
            "seconds": bootstrap([a.said.cost.seconds for a in told]),
            "exchanges/s": bootstrap(rate),
            "peak MiB": bootstrap([a.said.cost.peak_mib for a in told]),
        }
        yield Row(scope=world, name=EVERY, detector=detector, seeds=len(told), of=len(told), figures=figures)
