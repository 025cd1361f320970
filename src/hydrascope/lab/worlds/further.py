"""
Ten further campaigns to tune on, of many sizes and rates, in wordings that no model was taught.

They run from twelve accounts at 800 exchanges a day to 250 at 5.6, some for hours and some for ten days. Two ask by the same recipe without sharing
anything else, as strangers would who bought one prompt; two work from accounts that were opened long before; one collects what agents do with a prompt that any
honest agent could have, so that no purpose can be read. Relays, replays and kept conversations stay
with the report.
"""

from msgspec.structs import replace

from hydrascope.lab.worlds import recipes_further as further
from hydrascope.lab.worlds import shapes

INLINE = replace(
    shapes.REASONING,
    name="inline-tags",
    heads=12,
    per_day=800.0,
    start=6.0,
    days=0.2,
    recipes=(further.LEDGER,),
    per_card=6,
    addresses=4,
    burner_domains=1,
    banned=0.0,
)
WIDE = replace(
    shapes.REASONING,
    name="wide-and-slow",
    heads=250,
    per_day=5.6,
    start=9.0,
    days=1.4,
    recipes=(further.HEADWORK,),
    per_card=10,
    addresses=80,
    burner_domains=6,
    banned=0.04,
)
PATIENT = replace(
    shapes.POOL,
    name="patient",
    heads=20,
    per_day=8.0,
    start=3.0,
    days=10.0,
    recipes=(further.VELVET, further.SOFTEN),
    births=(-300.0, -60.0),
    human_rhythm=True,
    uneven=0.4,
)
MEDLEY = replace(
    shapes.PATHWAYS,
    name="medley",
    heads=60,
    per_day=9.0,
    start=3.5,
    days=3.0,
    trajectories=0.0,
    recipes=(further.MONOLOGUE, further.SCORECARD, further.FACTORY),
    late=(further.GAPFILL,),
    late_from=0.7,
)
SALVAGE = replace(
    shapes.REASONING,
    name="salvage",
    heads=16,
    per_day=300.0,
    start=5.0,
    days=0.35,
    recipes=(further.POLISH,),
    late=(further.SHELF,),
    late_from=0.5,
    per_card=4,
    addresses=6,
    burner_domains=0,
    residential=True,
)
FOUNDRY = replace(
    shapes.POOL, name="foundry", heads=30, per_day=14.0, start=3.0, days=3.5, recipes=(further.PERSONAS, further.PLAYHOUSE), uneven=0.5
)
MILL = replace(
    shapes.REASONING,
    name="mill",
    heads=45,
    per_day=7.0,
    start=4.0,
    days=5.0,
    recipes=(further.PERSONAS,),
    per_card=9,
    addresses=15,
    burner_domains=2,
    ramp=1.0,
)
RECORDER = replace(
    shapes.AGENTIC,
    name="recorder",
    heads=36,
    per_day=20.0,
    start=7.5,
    days=2.0,
    trajectories=0.0,
    recipes=(further.COCKPIT, further.WIRE),
    per_card=4,
    addresses=25,
)
POLYGLOT = replace(
    shapes.POOL,
    name="polyglot",
    heads=24,
    per_day=40.0,
    start=3.0,
    days=1.5,
    recipes=(further.SHOUGAO, further.PINGYUE, further.CHERNOVIK),
    births=(-240.0, -60.0),
    per_card=3,
    mixed_clients=False,
    human_rhythm=True,
)
MUTE = replace(
    shapes.PATHWAYS,
    name="mute",
    heads=40,
    per_day=16.0,
    start=6.0,
    days=2.5,
    trajectories=0.0,
    recipes=(further.ERRANDS,),
    late=(),
    per_card=4,
    addresses=20,
)
FURTHER = (INLINE, WIDE, PATIENT, MEDLEY, SALVAGE, FOUNDRY, MILL, RECORDER, POLYGLOT, MUTE)
