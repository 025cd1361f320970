"""All figures of a run."""

from collections.abc import Sequence

import msgspec

from hydrascope.lab.benchmark.ablation import PREFIX
from hydrascope.lab.benchmark.by_ablation import ablations
from hydrascope.lab.benchmark.by_campaign import campaigns, levels
from hydrascope.lab.benchmark.by_class import classes
from hydrascope.lab.benchmark.by_dial import dialled, dials
from hydrascope.lab.benchmark.by_world import worlds
from hydrascope.lab.benchmark.channels import Channel, channels
from hydrascope.lab.benchmark.conformal import Validity, validity
from hydrascope.lab.benchmark.outcome import Outcome, answers
from hydrascope.lab.benchmark.plan import OURS
from hydrascope.lab.benchmark.reliability import Bin, reliability
from hydrascope.lab.benchmark.rows import Row


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """
    All figures of a run: rows by evasion level, campaign, class of honest operator and world.

    `reliability` says, for our own scores, what share of the accounts in each
    bin are heads; `channels` what each channel of evidence gave; `ablations` what is lost without each. `conformal` holds p-values against
    honest accounts of the tuning split, and is empty elsewhere. `dials` has a row for each value of each dial, `dialled` the same by campaign.
    Worlds of one dial count in these two and in `worlds` alone: they hold the same honest accounts over and over.
    """

    profile: str
    version: str
    seeds: list[int]
    levels: list[Row]
    campaigns: list[Row]
    honest: list[Row]
    worlds: list[Row]
    dials: list[Row]
    dialled: list[Row]
    reliability: list[Bin]
    channels: list[Channel]
    ablations: list[Row]
    conformal: list[Validity]


def summarise(profile: str, version: str, finished: Sequence[Outcome], *, tuned: bool = False) -> Summary:
    """Return the figures of the worlds that are finished; `tuned` says that these are of the tuning split."""
    told = [answer for outcome in finished for answer in answers(outcome)]
    every = [answer for answer in told if not answer.detector.startswith(PREFIX)]
    turned = [answer for answer in every if dialled(answer.truth.world)]
    usual = [answer for answer in every if not dialled(answer.truth.world)]
    ours = [(answer.truth, answer.said) for answer in usual if answer.detector == OURS]
    return Summary(
        profile=profile,
        version=version,
        seeds=sorted({outcome.truth.seed for outcome in finished}),
        levels=levels(usual),
        campaigns=campaigns(usual),
        honest=classes(usual),
        worlds=worlds(every),
        dials=dials(turned),
        dialled=campaigns(turned),
        reliability=reliability(ours),
        channels=channels([said for _, said in ours]),
        ablations=ablations(told),
        conformal=validity(ours) if tuned else [],
    )
