"""
The campaigns that providers published in February and September 2026, at the rates of one account and scaled down in accounts and days.

They stand in the report split alone. What was not published (rates of
February, of DeepSeek's relay and of the one that Google reported; days, cards
and addresses) is an assumption, named in docs/lab/campaigns.md.
"""

from hydrascope.lab.worlds import recipes_february as february
from hydrascope.lab.worlds import recipes_september as september
from hydrascope.lab.worlds.honest import TANDEM, TANDEM_TOOLS
from hydrascope.lab.worlds.recipes_tongues import THOUGHTS
from hydrascope.lab.worlds.recipes_trials import TRIALS
from hydrascope.lab.worlds.relays import Relay, Tool
from hydrascope.lab.worlds.shapes import Campaign

DEEPSEEK_FEBRUARY = Campaign(
    name="deepseek-february",
    heads=30,
    per_day=7.0,
    recipes=(february.THINK_ALOUD, february.THINK_ALOUD, february.MARK, february.TONE_DOWN),
    per_card=10,
    addresses=20,
    burner_domains=2,
    banned=0.06,
)
MOONSHOT_FEBRUARY = Campaign(
    name="moonshot-february",
    heads=36,
    per_day=6.0,
    trajectories=0.8,
    harness=february.DESK,
    recipes=(february.MARK,),
    late=(february.RETRACE,),
    late_from=0.6,
    per_card=6,
    addresses=24,
    burner_domains=3,
    pathways=("api", "web", "reseller", "cloud:bedrock", "cloud:vertex"),
    programs=("standard", "education", "research", "startup"),
    failures=0.02,
    banned=0.05,
)
MINIMAX_FEBRUARY = Campaign(
    name="minimax-february",
    heads=40,
    per_day=6.0,
    trajectories=1.0,
    harness=february.ORCHESTRA,
    pivot=0.5,
    per_card=8,
    addresses=30,
    burner_domains=2,
    banned=0.05,
)
ALIBABA = Campaign(
    name="alibaba",
    heads=6,
    per_day=860.0,
    start=4.2,
    days=0.8,
    pools=2,
    recipes=(september.INLINE,),
    failures=0.02,
    per_card=3,
    addresses=4,
    burner_domains=1,
)
MOONSHOT_SEPTEMBER = Campaign(
    name="moonshot-september",
    heads=40,
    per_day=5.6,
    relayed=0.65,
    relay=Relay(users=160, blocks=True),
    reveals=0.35,
    reveal=(september.UNSEAL, september.TRANSLITERATE),
    per_card=10,
    addresses=16,
    burner_domains=3,
)
DEEPSEEK_SEPTEMBER = Campaign(
    name="deepseek-september",
    heads=20,
    per_day=16.0,
    days=10.0,
    relayed=0.7,
    relay=Relay(users=180, tool=Tool(system=TANDEM, tools=tuple(TANDEM_TOOLS)), with_tool=0.8, blocks=True),
    reveals=0.3,
    reveal=(september.UNSEAL,),
    probe=0.06,
    probes=TRIALS,
    per_card=5,
    addresses=10,
    burner_domains=1,
)
ZHIPU = Campaign(
    name="zhipu",
    heads=9,
    rotation=3,
    turn_hours=1.1,
    per_day=1_100.0,
    start=6.1,
    days=0.45,
    recipes=(september.SCRUB, september.SCRUB, september.SCRUB, september.SIFT),
    per_card=3,
    addresses=6,
    burner_domains=1,
)
XIAOMI = Campaign(
    name="xiaomi",
    heads=24,
    per_day=13.0,
    days=8.0,
    stored=0.4,
    relay=Relay(users=60, tool=Tool(system=TANDEM, tools=tuple(TANDEM_TOOLS)), with_tool=0.7, kept=170),
    recipes=(september.APPRAISE,),
    per_card=6,
    addresses=12,
    burner_domains=2,
)
GOOGLE_REPORT = Campaign(
    name="google-report",
    heads=20,
    per_day=12.0,
    days=10.0,
    recipes=THOUGHTS,
    probe=0.04,
    probes=TRIALS,
    per_card=5,
    addresses=14,
    burner_domains=2,
    banned=0.1,
)
FEBRUARY = (DEEPSEEK_FEBRUARY, MOONSHOT_FEBRUARY, MINIMAX_FEBRUARY)
SEPTEMBER = (ALIBABA, MOONSHOT_SEPTEMBER, DEEPSEEK_SEPTEMBER, ZHIPU, XIAOMI, GOOGLE_REPORT)
PUBLISHED = (*FEBRUARY, *SEPTEMBER)
