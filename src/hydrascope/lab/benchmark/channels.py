"""What each channel of evidence earns: how often it speaks for groups of heads, and how often for groups of the honest."""

from collections.abc import Sequence

import msgspec

from hydrascope.detect.evidence import CHANNELS
from hydrascope.lab.benchmark.intervals import Figure, clopper_pearson
from hydrascope.lab.benchmark.records import Candidate, Said

SPEAKS = 1.0  # bits


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """
    A channel's power and its false positives.

    `groups` and `heads` are the shares of groups that are mostly of one
    campaign, and of the heads in them, for which it gives more than a bit; `honest` is that share of groups without any head.
    """

    channel: str
    family: str
    side: str
    groups: Figure
    heads: Figure
    honest: Figure


def channels(told: Sequence[Said]) -> list[Channel]:
    """
    Return what each channel gave for the groups that were judged.

    Only groups that came to be judged count: what a channel could say of
    sets that other traits never brought together is not seen here.
    """
    judged = [one for said in told for one in said.candidates]
    if not judged:
        return []
    guilty, honest = (
        [one for one in judged if _heads(one)],
        [one for one in judged if not any(one.accounts.get(name) for name in one.accounts if name)],
    )
    return [
        Channel(
            channel=name,
            family=channel.family,
            side=channel.side,
            groups=clopper_pearson(sum(_speaks(one, name) for one in guilty), len(guilty)),
            heads=clopper_pearson(sum(_heads(one) for one in guilty if _speaks(one, name)), sum(map(_heads, guilty))),
            honest=clopper_pearson(sum(_speaks(one, name) for one in honest), len(honest)),
        )
        for name, channel in CHANNELS.items()
    ]


def _speaks(one: Candidate, channel: str) -> bool:
    return one.bits.get(channel, 0.0) > SPEAKS


def _heads(one: Candidate) -> int:
    """Return the accounts of the campaign that most of a group is of; 0 where most are of none."""
    most = max((count for name, count in one.accounts.items() if name), default=0)
    return most if 2 * most > sum(one.accounts.values()) else 0
