"""
Nine small campaigns to tune on: six to twelve busy accounts each, which work for hours.

Some take turns in one place, some are followed by a second pool. Two hold a card for each account and one line for all, as the users of one campus do; the
purpose of one is in words that no model was taught. What they have in common is that there is little time, and few accounts, to tell them by.
"""

from msgspec.structs import replace

from hydrascope.lab.worlds import recipes, shapes
from hydrascope.lab.worlds import recipes_further as further

_SHORT = replace(shapes.REASONING, banned=0.0, burner_domains=1)
TWO_POOLS = replace(
    _SHORT, name="two-pools", heads=6, pools=2, per_day=800.0, start=3.1, days=0.8, recipes=(further.LEDGER,), per_card=3, addresses=3
)
PAIRS = replace(
    _SHORT, name="pairs", heads=6, pools=2, per_day=700.0, start=4.3, days=0.8, recipes=(further.MONOLOGUE,), per_card=2, addresses=6
)
SEVEN = replace(_SHORT, name="seven", heads=7, per_day=600.0, start=6.2, days=0.7, recipes=(further.HEADWORK,), per_card=2, addresses=3)
TURNS = replace(_SHORT, rotation=3, turn_hours=1.0, heads=9)
CLEANERS = replace(
    TURNS, name="cleaners", per_day=1000.0, start=3.6, days=0.45, recipes=(further.POLISH, further.SHELF), per_card=3, addresses=4
)
MENDERS = replace(
    TURNS, name="menders", per_day=900.0, start=8.4, days=0.45, recipes=(further.GAPFILL, further.SCORECARD), per_card=2, addresses=6
)
GRADERS = replace(
    TURNS,
    name="graders",
    heads=8,
    rotation=4,
    turn_hours=1.2,
    per_day=900.0,
    start=10.2,
    days=0.4,
    recipes=(recipes.RUBRIC, further.GAPFILL),
    per_card=4,
    addresses=4,
)
RELAY_RACE = replace(
    TURNS,
    name="relay-race",
    heads=10,
    rotation=5,
    per_day=700.0,
    start=12.0,
    days=0.5,
    recipes=(recipes.RECONSTRUCT, recipes.RUBRIC),
    per_card=2,
    addresses=5,
)
DORMITORY = replace(
    _SHORT, name="dormitory", heads=9, per_day=900.0, start=9.3, days=0.4, recipes=(further.PINGYUE,), per_card=1, addresses=5
)
CAMPUS = replace(
    _SHORT,
    name="campus",
    heads=12,
    per_day=40.0,
    start=5.4,
    days=6.0,
    recipes=(recipes.RECONSTRUCT,),
    per_card=1,
    addresses=3,
    human_rhythm=True,
)
SMALL = (TWO_POOLS, PAIRS, SEVEN, CLEANERS, MENDERS, GRADERS, RELAY_RACE, DORMITORY, CAMPUS)
