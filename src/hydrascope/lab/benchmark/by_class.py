"""Figures by class of honest operator: accusations for each account-day."""

from collections.abc import Iterable, Sequence

from hydrascope.lab.benchmark.intervals import Figure, clopper_pearson
from hydrascope.lab.benchmark.measures.honest import Befallen, befallen
from hydrascope.lab.benchmark.outcome import Answer
from hydrascope.lab.benchmark.rows import EVERY, Row, by

NOBODY = Befallen(0, 0, 0, 0, 0)
AMONG, ALONE = "with campaigns", "honest alone"


def classes(every: Sequence[Answer]) -> list[Row]:
    """
    Return a row for each class of operator and detector at its own threshold, in worlds with campaigns and in those without.

    At the matched threshold there is nothing to learn: it was chosen by these figures.
    """
    own = [answer for answer in every if not answer.matched]
    rows = []
    for (scope, detector), told in by(own, lambda answer: (AMONG if answer.truth.campaigns else ALONE, answer.detector)).items():
        seen = [befallen(a.truth, a.accused, frozenset(a.said.confirmed), frozenset(a.said.watched)) for a in told]
        rows.append(_row(scope, EVERY, detector, [_added(one.values()) for one in seen]))
        kinds = sorted({kind for one in seen for kind in one})
        rows += [_row(scope, kind, detector, [one[kind] for one in seen if kind in one]) for kind in kinds]
    return rows


def _added(seen: Iterable[Befallen]) -> Befallen:
    return Befallen(*(sum(column) for column in zip(NOBODY, *seen, strict=True)))


def _row(scope: str, kind: str, detector: str, seen: Sequence[Befallen]) -> Row:
    total = _added(seen)
    counts = {
        "confirmed": total.confirmed,
        "suspected": total.suspected,
        "accused": total.confirmed + total.suspected,
        "watched": total.watched,
    }
    figures = {name: clopper_pearson(count, total.days) for name, count in counts.items()}
    figures["accounts"] = Figure(total.accounts, None, None)
    return Row(scope=scope, name=kind, detector=detector, seeds=len(seen), of=total.days, figures=figures)
