"""One payer in the open: one instrument for everybody hides nothing."""

from hydrascope.detect.components import counted
from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints


def _commonest(code: Ints) -> float:
    """Return the share of accounts that have the commonest known value."""
    return float(counted(code[code >= 0])[1].max(initial=0)) / len(code)


def one_payer(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far one instrument, or one registered person, stands behind all accounts.

    A department pays for a class, an agency for its clients, a club for its members: whoever
    hides behind many accounts spreads them over several cards. Accounts for the
    sharing alone; an even load and failures sent again stand. Forged by paying for everything with one
    card, at the price of losing everything with it.
    """
    shares = {
        "payment instrument": _commonest(scene.traits.payment[group.members]),
        "user reference": _commonest(scene.traits.user_ref[group.members]),
    }
    name = max(shares, key=lambda one: shares[one])
    how = fit(shares[name], 0.7, 0.95)
    return Reading(how, f"{shares[name]:.0%} of the {group.size} accounts have one {name}, in the open.") if how > 0 else None
