"""Figures by world: how the accused groups fit the campaigns, what reviews find, and what an answer costs."""

from collections.abc import Callable, Sequence

from hydrascope.lab.benchmark.intervals import Figure, bootstrap
from hydrascope.lab.benchmark.measures.clusters import clusters
from hydrascope.lab.benchmark.measures.honest import false_groups
from hydrascope.lab.benchmark.measures.reviews import BUDGETS, precision
from hydrascope.lab.benchmark.outcome import Answer
from hydrascope.lab.benchmark.rows import EVERY, Row, by


def worlds(every: Sequence[Answer]) -> list[Row]:
    """Return a row for each world and detector, over the seeds."""
    told = by(every, lambda answer: (answer.truth.world, answer.detector))
    return [
        Row(scope=world, name=EVERY, detector=detector, seeds=len(own), of=len(own), figures=_fit(own) | _reviews(own) | _cost(own))
        for (world, detector), own in told.items()
    ]


def _mean(of: Sequence[Answer], measure: Callable[[Answer], float | None]) -> Figure:
    return bootstrap([value for value in map(measure, of) if value is not None])


def _fit(own: Sequence[Answer]) -> dict[str, Figure]:
    fits = [clusters(answer.truth, answer.accused, answer.said.groups) for answer in own]
    wrong = [false_groups(answer.truth, answer.accused, answer.said.groups, frozenset(answer.said.confirmed)) for answer in own]
    fields = {
        "B-cubed precision": "precision",
        "B-cubed recall": "recall",
        "weighted purity": "purity",
        "largest false merge": "false_merge",
        "split": "split",
        "merged": "merged",
    }
    figures = {name: bootstrap([value for fit in fits if (value := getattr(fit, field)) is not None]) for name, field in fields.items()}
    return figures | {
        "honest accused": _mean(own, lambda answer: sum(not answer.truth.accounts[one].campaign for one in answer.accused)),
        "confirmed groups of honest": bootstrap([one.confirmed for one in wrong]),
        "suspected groups of honest": bootstrap([one.suspected for one in wrong]),
    }


def _reviews(own: Sequence[Answer]) -> dict[str, Figure]:
    return {f"precision at {budget}": _mean(own, lambda answer, k=budget: precision(answer.truth, answer.said, k)) for budget in BUDGETS}  # type: ignore[misc]


def _cost(own: Sequence[Answer]) -> dict[str, Figure]:
    return {
        "seconds": _mean(own, lambda answer: answer.said.cost.seconds),
        "exchanges/s": _mean(own, lambda answer: answer.truth.exchanges / max(answer.said.cost.seconds, 1e-3)),
        "peak MiB": _mean(own, lambda answer: answer.said.cost.peak_mib),
    }
