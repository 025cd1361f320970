"""Figures by campaign and by evasion level: what is found, how soon, what is said of it, and what the campaign spent."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from hydrascope.lab.benchmark.intervals import NOTHING, Figure, bootstrap, clopper_pearson, share
from hydrascope.lab.benchmark.measures.attribution import macro_f1, purpose_f1
from hydrascope.lab.benchmark.measures.recall import Found, recall
from hydrascope.lab.benchmark.outcome import Answer
from hydrascope.lab.benchmark.records import Alarm, Attribution, CampaignTruth
from hydrascope.lab.benchmark.rows import EVERY, Row, by


class Case(NamedTuple):
    """One campaign in one world with one seed, and what one detector made of it."""

    answer: Answer
    name: str
    true: CampaignTruth
    found: Found

    @property
    def alarm(self) -> Alarm | None:
        """The first alarm, where it was looked for."""
        return self.answer.alarms.campaigns.get(self.name)


def campaigns(every: Sequence[Answer]) -> list[Row]:
    """Return a row for each campaign and detector, over the seeds."""
    cases = by(_cases(every), lambda case: (case.answer.truth.world, case.name, case.answer.detector))
    return [_row(world, name, detector, found) for (world, name, detector), found in cases.items()]


def levels(every: Sequence[Answer]) -> list[Row]:
    """Return a row for each evasion level and detector, over campaigns and seeds."""
    cases = by((case for case in _cases(every) if case.true.level is not None), lambda case: (case.true.level or 0, case.answer.detector))
    return [
        _row(f"level {level}", EVERY, detector, found) for (level, detector), found in sorted(cases.items(), key=lambda case: case[0][0])
    ]


def finding(every: Sequence[Answer]) -> dict[str, Figure]:
    """Return the figures of finding over all campaigns of some answers."""
    return _found(list(_cases(every)))


def _cases(every: Sequence[Answer]) -> Iterator[Case]:
    for answer in every:
        for name, found in recall(answer.truth, answer.accused, answer.said.groups).items():
            yield Case(answer, name, answer.truth.campaigns[name], found)


def _row(scope: str, name: str, detector: str, cases: Sequence[Case]) -> Row:
    return Row(
        scope=scope,
        name=name,
        detector=detector,
        seeds=len({case.answer.truth.seed for case in cases}),
        of=sum(case.true.heads for case in cases),
        figures=_found(cases) | _alarm(cases) | _said(cases) | _spent(cases),
    )


def _found(cases: Sequence[Case]) -> dict[str, Figure]:
    """Return the figures of finding; heads are pooled by seed, for those of one seed hang together."""
    seeds = by(cases, lambda case: case.answer.truth.seed).values()
    heads, accused, together = (
        [sum(getattr(case.found, field) for case in own) for own in seeds] for field in ("heads", "accused", "together")
    )
    pure = [sum(case.found.pure for case in own) / hit for own, hit in zip(seeds, accused, strict=True) if hit]
    return {
        "found": clopper_pearson(sum(case.found.found for case in cases), len(cases)),
        "recall": share(accused, heads),
        "together": share(together, heads),
        "purity": bootstrap(pure),
    }


def _alarm(cases: Sequence[Case]) -> dict[str, Figure]:
    """Return the medians of the first alarm; a campaign without one counts with all that was replayed of it."""
    told = [(case, case.alarm) for case in cases if case.alarm is not None]
    if not told:
        return {}

    def middle(of: Callable[[Alarm, CampaignTruth], float]) -> Figure:
        return _over_seeds([(case, of(alarm, case.true)) for case, alarm in told], np.median)

    return {
        "alarmed": clopper_pearson(sum(alarm.raised for _, alarm in told), len(told)),
        "alarm hours": middle(lambda alarm, _: alarm.hours),
        "alarm exchanges": middle(lambda alarm, _: alarm.exchanges),
        "alarm share": middle(lambda alarm, true: alarm.exchanges / true.exchanges),
        "alarm value": middle(lambda alarm, true: alarm.value / true.value if true.value else 0.0),
    }


def _over_seeds(told: Sequence[tuple[Case, float]], statistic: Callable[[np.ndarray], float]) -> Figure:
    """Return a statistic of what was told of cases; seeds are drawn whole, for the campaigns of one seed hang together."""
    seeds = [np.array([value for _, value in own]) for own in by(told, lambda one: one[0].answer.truth.seed).values()]
    return (
        bootstrap(range(len(seeds)), lambda drawn: float(statistic(np.concatenate([seeds[int(at)] for at in drawn])))) if seeds else NOTHING
    )


def _said(cases: Sequence[Case]) -> dict[str, Figure]:
    """Return the figures of attribution, for detectors that attribute; exchanges, too, are pooled by seed."""
    told = [(case, case.answer.said.attribution) for case in cases]
    known = [(case, said) for case, said in told if said is not None]
    if not known:
        return {}
    errors = [(case, said.pivots[case.name]) for case, said in known if case.name in said.pivots]
    seeds = by(known, lambda one: one[0].answer.truth.seed).values()
    right = [sum(said.right.get(case.name, 0) for case, said in own) for own in seeds]
    attributed = [sum(said.exchanges.get(case.name, 0) for case, said in own) for own in seeds]
    intents, capabilities = ([_pooled(field, [said for _, said in own]) for own in seeds] for field in ("intents", "capabilities"))
    return {
        "exchange precision": share(right, attributed),
        "exchange recall": share(right, [sum(case.true.exchanges for case, _ in own) for own in seeds]),
        "purposes F1": _purposes(known),
        "intents F1": _classes(intents),
        "capabilities F1": _classes(capabilities),
        "pivots": clopper_pearson(sum(error is not None for _, error in errors), len(errors)),
        "pivot hours": _over_seeds([(case, error) for case, error in errors if error is not None], np.median),
    }


def _pooled(field: str, told: Sequence[Attribution]) -> dict[str, int]:
    """Return one seed's counts of "true>said"; the campaigns of one world share its counts, which are taken once."""
    total = Counter[str]()
    for said in {id(said): said for said in told}.values():
        total.update(getattr(said, field))
    return dict(total)


def _classes(seeds: Sequence[Mapping[str, int]]) -> Figure:
    """Return the mean F1 of classes, from each seed's counts of "true>said"; seeds are drawn whole, and each draw is counted anew."""
    told = [one for one in seeds if one]
    names = sorted({pair for one in told for pair in one})
    counts = np.array([[one.get(pair, 0) for pair in names] for one in told])

    def score(drawn: np.ndarray) -> float:
        pooled = counts[drawn.astype(int)].sum(axis=0).tolist()
        return macro_f1({pair: count for pair, count in zip(names, pooled, strict=True) if count}) or 0.0

    return bootstrap(range(len(told)), score)


def _purposes(known: Sequence[tuple[Case, Attribution]]) -> Figure:
    """Return the mean F1 of the intents of campaigns that were found; seeds are drawn whole, and each draw is counted anew."""
    found = [(case, said.purposes[case.name]) for case, said in known if case.name in said.purposes and case.true.intents]
    seeds = list(by(found, lambda one: one[0].answer.truth.seed).values())

    def score(drawn: np.ndarray) -> float:
        own = [one for at in drawn for one in seeds[int(at)]]
        return purpose_f1([case.true.intents for case, _ in own], [named for _, named in own]) or 0.0

    return bootstrap(range(len(seeds)), score)


def _spent(cases: Sequence[Case]) -> dict[str, Figure]:
    """Return what the campaigns spent on not being found, and what they got."""

    def mean(of: Callable[[CampaignTruth], float]) -> Figure:
        return _over_seeds([(case, of(case.true)) for case in cases], np.mean)

    return {
        "sent per answer": mean(lambda one: one.sent / one.exchanges),
        "answers per head": mean(lambda one: one.exchanges / one.heads),
        "cards per 100 heads": mean(lambda one: 100 * one.cards / one.heads),
        "networks per 100 heads": mean(lambda one: 100 * one.networks / one.heads),
    }
