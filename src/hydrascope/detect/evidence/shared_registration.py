"""Do the accounts come from few e-mail domains that others hardly use?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene

FEW = 5  # domains that an operator may rotate


def shared_registration(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts come from the commonest e-mail domains that they share.

    The null is the share of independent accounts in the same domains. Misleads
    for schools and companies, whose members share a domain honestly.
    """
    code = scene.traits.email
    mine = code[group.members]
    mine = mine[mine >= 0]
    crowd = code[scene.others(group)]
    crowd = crowd[crowd >= 0]
    if not len(mine) or not len(crowd):
        return None
    domains, n = np.unique(mine, return_counts=True)
    top = domains[np.lexsort((domains, -n))][: min(FEW, int((n >= 2).sum()))]
    if not len(top):
        return None
    hits, elsewhere = int(np.isin(mine, top).sum()), int(np.isin(crowd, top).sum())
    bits = rate_bits(hits, len(mine), (elsewhere + 1) / (len(crowd) + 2)) - len(top)
    names = ", ".join(scene.names["email_domain"][d] for d in top)
    return Evidence(
        bits,
        f"{hits} of {len(mine)} accounts use {len(top)} e-mail domains ({names}); {elsewhere} of {len(crowd)} independent accounts do.",
    )
