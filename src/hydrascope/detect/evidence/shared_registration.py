"""Do the accounts come from few e-mail domains that others hardly use?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.components import counted
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
    domains, n = counted(mine)
    top = np.lexsort((domains, -n))[: min(FEW, int((n >= 2).sum()))]
    held, crowd = scene.tallied(group, "mail domains", code, domains[top])
    if not len(top) or not crowd:
        return None
    hits, elsewhere = int(n[top].sum()), int(held.sum())
    bits = rate_bits(hits, len(mine), (elsewhere + 1) / (crowd + 2)) - len(top)
    names = ", ".join(scene.names["email_domain"][d] for d in domains[top])
    return Evidence(
        bits,
        f"{hits} of {len(mine)} accounts use {len(top)} e-mail domains ({names}); {elsewhere} of {crowd} independent accounts do.",
    )
