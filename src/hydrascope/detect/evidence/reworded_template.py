"""Do the accounts exchange the sentences of their prompt for others that say the same?"""

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene


def reworded_template(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts exchange the sentences of one prompt for others, now this, now that.

    The null is the share of independent accounts that do. Blind to paraphrases
    of the whole prompt at once. Misleads for prompts that a program puts
    together from parts, as retrieval does with documents.
    """
    rewords, crowd = scene.traffic.rewords, scene.others(group)
    hits, elsewhere, of = int(rewords[group.members].sum()), int(rewords[crowd].sum()), int(crowd.sum())
    if not hits or not of:
        return None
    return Evidence(
        rate_bits(hits, group.size, (elsewhere + 1) / (of + 2)),
        f"{hits} of {group.size} accounts exchange the sentences of their prompt for others that say the same; {elsewhere} of {of} independent accounts do.",
    )
