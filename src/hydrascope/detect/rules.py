"""
From sums of bits to a verdict: one table, of which the first row that is reached holds.

Nothing is confirmed without a recognised purpose, somebody who runs it and ten customers: an
online course begins together and asks alike, and a small company's keys look
like a small campaign's. Fewer than five customers are never accused.
"""

from typing import NamedTuple

WATCHED = "watch"
CLEAR = "clear"
ORDER = ("confirmed", "suspected", WATCHED, CLEAR)
ACCUSED = frozenset({"confirmed", "suspected"})


class Sums(NamedTuple):
    """What stands after caps and explanations: customers with a share in the common work, families that speak, and bits."""

    customers: int = 0
    families: int = 0  # that speak
    coordination: float = 0.0
    harvest: float = 0.0
    purpose: float = 0.0  # of them, of the family that says what the answers are for
    management: float = 0.0  # of somebody who runs it: one queue, the banned replaced, an even load at all hours
    deeds: float = 0.0  # of what accounts do together, which is no likeness
    queue: float = 0.0  # of the deeds that take one queue of work
    disguise: float = 0.0  # of the deeds that hide that the work is one


class Rule(NamedTuple):
    """A verdict, and the least that each sum must be for it."""

    verdict: str
    least: Sums


# Somebody who provides others with accounts pays with few cards, in one place, in one week: the operator is who deals out the work.
CONFIRMED = Sums(customers=10, families=3, coordination=20.0, harvest=5.0, purpose=4.0, deeds=3.0, management=3.0)
SUSPECTED = Sums(customers=5, families=2, coordination=14.0, harvest=3.0, purpose=2.0, deeds=3.0)
# Who is only alike: any large crowd has a few that are alike in everything, and classes, events and users of one application ask for steps, too.
RUN = Sums(customers=8, families=2, coordination=20.0, harvest=4.0, purpose=4.0, management=3.0)
# The purpose is not recognised: who only pays for others may resell, teach, or have drafts compared.
MANAGED = Sums(customers=10, families=2, coordination=30.0, harvest=3.0, management=3.0)
TIED = Sums(customers=10, families=3, coordination=46.0, harvest=3.0)
QUEUING = Sums(customers=10, families=2, coordination=20.0, harvest=3.0, queue=3.0)
FEW_QUEUING = Sums(customers=8, families=3, coordination=40.0, harvest=4.0, queue=3.0)  # a firm has some keys, too: more must tie them
# Hardly any harvest is seen: where somebody runs it, a trace is enough for a person to look.
SCHEDULED = Sums(customers=10, families=3, coordination=40.0, harvest=1.0, management=3.0)
QUEUED = Sums(customers=10, families=3, coordination=20.0, harvest=0.5, queue=3.0)
# Who takes turns between wordings of one prompt hides that it is one: nobody else has a reason to, so any trace of harvest is enough.
DISGUISED = Sums(customers=10, families=3, coordination=28.0, harvest=0.1, disguise=3.0)
# Twenty customers who work off one queue and are one in nearly everything, at a trace of harvest: a firm declares itself long before it has so many cards.
POOLED = Sums(customers=20, families=5, coordination=40.0, harvest=0.1, management=9.0, queue=3.0)
OPEN = Sums(purpose=4.0)  # harvest without concealment is worth a look

RULES = (
    Rule("confirmed", CONFIRMED),
    *(Rule("suspected", least) for least in (SUSPECTED, RUN, MANAGED, TIED, SCHEDULED, QUEUING, FEW_QUEUING, QUEUED, DISGUISED, POOLED)),
    Rule(WATCHED, OPEN),
)


def verdict(sums: Sums) -> str:
    """
    Return the verdict that the sums allow.

    >>> verdict(Sums(customers=40, families=4, coordination=30.0, harvest=8.0, purpose=6.0, management=6.0, deeds=9.0))
    'confirmed'
    >>> verdict(Sums(customers=40, families=4, coordination=30.0, harvest=8.0, purpose=6.0))
    'watch'
    """
    reached = (rule.verdict for rule in RULES if all(sum_ >= least for sum_, least in zip(sums, rule.least, strict=True)))
    return next(reached, CLEAR)
