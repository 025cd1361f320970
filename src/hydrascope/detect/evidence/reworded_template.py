"""Do the accounts exchange the sentences of their prompt for others that say the same?"""

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene

LEAST = 0.05  # share of the accounts that must do it: one gateway among them is no disguise


def reworded_template(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts exchange the sentences of one prompt for others, now this, now that.

    Of the group and of the independent accounts, who are the null, those count
    that repeat text in enough exchanges that one would see it. An account gives no
    more than one bit. Blind to paraphrases of the whole prompt at once.
    Misleads for prompts that a program puts together from parts, as retrieval
    does with documents, and does not ask in which of its work an account does it.
    """
    does, could = scene.traffic.rewording
    members, crowd = group.members[could[group.members]], scene.others(group) & could
    hits, elsewhere, of = int(does[members].sum()), int(does[crowd].sum()), int(crowd.sum())
    if hits < max(1.0, LEAST * group.size) or not of:
        return None
    return Evidence(
        min(rate_bits(hits, len(members), (elsewhere + 1) / (of + 2)), hits),
        f"{hits} of {len(members)} accounts that repeat text exchange the sentences of their prompt for others that say the same;"
        f" {elsewhere} of {of} independent ones do.",
    )
