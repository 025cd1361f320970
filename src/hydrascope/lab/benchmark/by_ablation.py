"""Figures by silenced channel: what is lost, and which false accusations go."""

from collections.abc import Sequence

from hydrascope.lab.benchmark.ablation import PREFIX
from hydrascope.lab.benchmark.intervals import bootstrap, share
from hydrascope.lab.benchmark.measures.recall import recall
from hydrascope.lab.benchmark.outcome import Answer
from hydrascope.lab.benchmark.plan import OURS
from hydrascope.lab.benchmark.rows import EVERY, Row, by


def ablations(every: Sequence[Answer]) -> list[Row]:
    """Return a row for each silenced channel, and one for the whole detector first; nothing where no channel was silenced."""
    told = by(every, lambda answer: answer.detector)
    names = [name for name in told if name.startswith(PREFIX)]
    return [_row(name, told[name]) for name in (OURS, *sorted(names)) if name in told] if names else []


def _row(detector: str, own: Sequence[Answer]) -> Row:
    found = [list(recall(answer.truth, answer.accused, answer.said.groups).values()) for answer in own]
    accused, together, heads = ([sum(getattr(one, field) for one in rows) for rows in found] for field in ("accused", "together", "heads"))
    figures = {
        "recall": share(accused, heads),
        "together": share(together, heads),
        "campaigns found": bootstrap([sum(one.found for one in rows) for rows in found if rows]),
        "honest accused": bootstrap([sum(not answer.truth.accounts[one].campaign for one in answer.accused) for answer in own]),
        "watched": bootstrap([len(answer.said.watched) for answer in own]),
    }
    return Row(scope=EVERY, name=detector, detector=OURS, seeds=len(own), of=sum(heads), figures=figures)
