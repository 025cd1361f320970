"""Are the answers long, as those are that teach most?"""

from hydrascope.detect.bits import rank_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.middle import middle
from hydrascope.detect.scene import Group, Scene


def answer_value(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual the mean length of the answers to the group's middle account is.

    The null is the mean length of independent accounts' answers, in tokens.
    Misleads for writers and report generators.
    """
    work = group.mine
    mine = work.tokens[work.exchanges > 0]
    null = scene.ranked(group, "tokens", lambda: scene.profile.tokens, enough=5)
    if not null.size or not len(mine):
        return None
    usual = middle(mine)
    beyond = null.at_least(usual)
    return Evidence(
        rank_bits(beyond, null.size),
        f"Answers to the middle account have {usual:.0f} tokens; {beyond} of {null.size} independent accounts get as many.",
    )
