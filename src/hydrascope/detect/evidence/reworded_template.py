"""Do the accounts exchange the sentences of their prompt for others that say the same?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.disguise import rewording_accounts
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene

LEAST = 1 / 3  # share of the accounts that must do it: a course has some who ask twice around tasks of one kind


def reworded_template(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts exchange the sentences of one prompt for others, now this, now that.

    Of the group those count that fill two wordings without a piece in common, of a prompt of which no piece is kept. The
    null is the share of independent accounts that exchange the sentences of a prompt of their own. An account gives no more than one bit; what few do says nothing of the others.
    Blind to paraphrases of the whole prompt at once, and to a disguise that leaves a sentence as it is.
    Misleads for prompts that a program puts together from parts alone.
    """
    does, could = scene.traffic.rewording.does, scene.traffic.rewording.could
    others = scene.others(group)
    crowd = others & could
    elsewhere, of = int(does[crowd].sum()), int(crowd.sum())
    x = scene.traffic.exchanges
    begun = group.rows[(x.user_turns[group.rows] <= 1) & (x.tool_turns[group.rows] == 0)]
    turning = rewording_accounts(scene.traffic.rewording, begun, x.a[begun], others)
    hits = int(np.isin(group.members, turning).sum())
    if hits < LEAST * group.size or not of:
        return None
    return Evidence(
        min(rate_bits(hits, group.size, (elsewhere + 1) / (of + 2)), hits),
        f"{hits} of {group.size} accounts exchange the sentences of their prompt for others that say the same;"
        f" {elsewhere} of {of} independent ones that repeat text do.",
    )
