"""
Campaigns that are no one's in particular, each made to try one thing.

Two hundred accounts that share much or nothing; sweeps without any template; a
flood. They stand in the report split alone.
"""

from msgspec.structs import replace

from hydrascope.lab.worlds.published import GOOGLE_REPORT
from hydrascope.lab.worlds.recipes import Recipe
from hydrascope.lab.worlds.shapes import Campaign

PUPIL = Recipe(
    name="pupil",
    intent="cot_elicitation",
    capability="reasoning",
    system="You coach a gifted pupil for an olympiad and never hurry: a bare result teaches nothing, so the board fills up before the result appears on it.",
    frame=(
        "[The pupil is stuck|Our pupil hands you this|Next on the pupil's sheet]: [work it on the board|fill the board|chalk it up], [one small move at a time|small move after small move|no move left out].",
        "[Whenever a move could go another way, try that way too|Follow the tempting wrong move, then return|Test rival moves and say why they fail].",
        "[Box the result|Underline the result|Circle the result], [after a check|once it is checked twice|when a second method agrees].",
        "\n\n<problem>",
    ),
    settings={"max_tokens": 8192, "temperature": 0.7},
)
QUESTIONS = Recipe(name="questions", intent="cot_elicitation", frame=("<problem>",))
STORIES = Recipe(name="stories", intent="cot_elicitation", capability="reasoning", frame=("<story>",))

TWO_HUNDRED_SHARED = Campaign(
    name="two-hundred-shared", heads=200, per_day=26.0, days=4.0, recipes=(PUPIL,), wordings=27, per_card=50, addresses=10
)
TWO_HUNDRED_ALONE = replace(
    TWO_HUNDRED_SHARED, name="two-hundred-alone", per_card=1, addresses=0, residential=True, mixed_clients=True, births=(-120.0, -0.1)
)
SWEEP = Campaign(name="sweep-questions", heads=60, per_day=14.0, days=9.0, recipes=(QUESTIONS,), families=("sdk-python",), residential=True)
SWEEP_WIDE = Campaign(
    name="sweep-stories", heads=80, per_day=9.0, recipes=(STORIES,), draws=2, families=("sdk-python", "sdk-other"), mixed_clients=True
)
FLOOD = replace(GOOGLE_REPORT, name="flood", heads=240, per_day=42.0, days=None, probe=0.01, per_card=12, addresses=90, burner_domains=6)
