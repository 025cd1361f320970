"""
The campaigns published in February 2026 as fingerprints, at any size.

Some 16.5 million exchanges of three harvests by 20,000 accounts of one proxy
network, among 100 million of 500,000 honest accounts in thirty days; smaller
worlds have the same shares of accounts, each as busy. The figures are the
publishers', and their allegations; how the heads are dealt to the harvests is invented.
"""

from hydrascope.lab.worlds.crowd import Crowd, Harvest

WHOLE = 116e6  # exchanges
DAYS = 30
_HONEST, _EACH = 500_000, 100e6 / 500_000 / DAYS
_ADDRESSES = 2_000
# name, heads, exchanges, purpose, words of the template, share that turns to the new model
_HARVESTS = (
    ("minimax", 16_000, 13e6, "trajectory_collection", 120, 0.45),
    ("moonshot", 3_600, 3.4e6, "trace_reconstruction", 90, 0.0),
    ("deepseek", 400, 150e3, "reward_modelling", 60, 0.0),
)
_FEWEST = 12  # heads, however small the world


def february(exchanges: float) -> Crowd:
    """
    Return the world with about so many exchanges.

    >>> [one.heads for one in february(116e6).campaigns], february(1e6).accounts
    ([16000, 3600, 400], 4310)
    """
    share = exchanges / WHOLE
    campaigns = tuple(
        Harvest(
            name=name,
            heads=max(_FEWEST, round(heads * share)),
            per_day=sent / heads / DAYS,
            template_words=words,
            intent=intent,
            addresses=max(10, round(_ADDRESSES * share)),
            proxied=True,
            cover=0.1,
            pivot=pivot,
        )
        for name, heads, sent, intent, words, pivot in _HARVESTS
    )
    return Crowd(accounts=max(1, round(_HONEST * share)), per_day=_EACH, campaigns=campaigns, days=DAYS, release_day=18.0)
