"""Channels silenced one by one."""

import pytest

from hydrascope.detect.evidence import CHANNELS
from hydrascope.lab.benchmark.ablation import ABLATIONS, _silenced
from hydrascope.lab.benchmark.outcome import Outcome
from hydrascope.lab.benchmark.summary import summarise


def test_a_silenced_channel_speaks_again_afterwards() -> None:
    """Within, the channel says nothing; after, also after an error, it is as before."""
    before = dict(CHANNELS)

    def broken() -> None:
        with _silenced("birth_burst"):
            assert CHANNELS["birth_burst"].test(None, None) is None
            msg = "broken"
            raise ValueError(msg)

    with pytest.raises(ValueError, match="broken"):
        broken()

    assert before == CHANNELS


def test_every_channel_can_be_silenced() -> None:
    """There is one detector a channel."""
    assert len(ABLATIONS) == len(CHANNELS)


def test_silenced_detectors_have_a_table_of_their_own(make_truth, make_said) -> None:
    """They stand beside the whole detector and nowhere else."""
    said = {"hydrascope": make_said({"a0": 0.9, "a1": 0.9}), "without synchrony": make_said({"a0": 0.9})}
    summary = summarise("ablate", "0", [Outcome(make_truth(a=2), said, {})])

    assert [(row.name, row.figures["recall"].value) for row in summary.ablations] == [("hydrascope", 1.0), ("without synchrony", 0.5)]
    assert {row.detector for row in summary.campaigns} == {"hydrascope"}
