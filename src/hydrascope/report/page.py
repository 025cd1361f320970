"""`report.html`: the scan for people, in one file that asks nothing of the network."""

import base64
import hashlib
from importlib import resources
from typing import Any, NamedTuple

import pyarrow as pa
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from hydrascope.campaigns.model import Campaign, Member, ScanResult
from hydrascope.report import sentences, words
from hydrascope.report.graph import Graph, graph
from hydrascope.report.record import most_severe_first
from hydrascope.report.scatter import scatter
from hydrascope.report.shares import ShareBar, number_bars, share_bars
from hydrascope.report.svg import COLOURS, at
from hydrascope.report.templates import marked
from hydrascope.report.timeline import Timeline, timeline
from hydrascope.report.visible import shortened, visible
from hydrascope.report.waterfall import Waterfall, waterfall

CAMPAIGNS = 60
_ROWS = 200
_TEMPLATES = 10
_REJECTED = 20


class Verdict(NamedTuple):
    """A verdict with the campaigns and accounts that have it."""

    name: str
    means: str
    campaigns: int
    accounts: int
    width: str


class Dossier(NamedTuple):
    """A campaign with everything that the page draws of it."""

    number: int
    campaign: Campaign
    title: str
    means: str
    story: str
    waterfall: Waterfall
    families: list[tuple[str, int]]
    graph: Graph | None
    timeline: Timeline | None
    intents: list[ShareBar]
    capabilities: list[ShareBar]
    pathways: list[ShareBar]
    models: list[ShareBar]
    events: list[str]
    phases: list[str]
    regrowth: list[str]
    templates: list[tuple[Any, Markup]]
    members: list[Member]


def page(result: ScanResult, rejected: pa.Table) -> str:
    """
    Return `report.html` as text.

    Everything that customers wrote is escaped, its hidden characters are
    shown, and the page's own policy forbids every script but its one, all
    images and all requests. The 60 most severe campaigns are shown whole,
    the others by name.
    """
    campaigns = most_severe_first(result.campaigns)
    families = sorted({found.family for one in campaigns for found in one.evidence})
    script = _part("sort.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            result=result,
            headline=sentences.headline(campaigns),
            watched=sentences.watched(campaigns),
            verdicts=_verdicts(result),
            index=campaigns,
            scatter=scatter(result.account_verdicts),
            dossiers=[_dossier(number, one, result, families) for number, one in enumerate(campaigns[:CAMPAIGNS], start=1)],
            rejected=rejected.slice(0, _REJECTED).to_pylist(),
            rejected_rows=rejected.num_rows,
            style=Markup(_part("style.css")),  # noqa: S704
            script=Markup(script),  # noqa: S704
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("hydrascope.report", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    names = ("about", "bits", "clock", "count", "day", "label", "percent", "sortable", "total")
    made.filters.update({name: getattr(words, name) for name in names}, shortened=shortened, purpose=sentences.purpose)
    made.globals.update(colours=COLOURS, shown_campaigns=CAMPAIGNS, shown_templates=_TEMPLATES, watch_note=sentences.WATCH_NOTE)
    return made


def _shown(value: Any) -> Any:
    """Every expression on the page passes here: text that is not markup shows its hidden characters, and is then escaped."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _part(name: str) -> str:
    return resources.files("hydrascope.report").joinpath("html", name).read_text(encoding="utf-8")


def _verdicts(result: ScanResult) -> list[Verdict]:
    counted = {entry["values"]: entry["counts"] for entry in result.account_verdicts["verdict"].value_counts().to_pylist()}
    whole = max(sum(counted.values()), 1)
    return [
        Verdict(name, means, sum(one.verdict == name for one in result.campaigns), counted.get(name, 0), at(counted.get(name, 0) / whole))
        for name, means in words.VERDICT_WORDS.items()
    ]


def _dossier(number: int, one: Campaign, result: ScanResult, families: list[str]) -> Dossier:
    return Dossier(
        number=number,
        campaign=one,
        title=sentences.title(one),
        means=words.VERDICT_WORDS[one.verdict],
        story=sentences.story(one),
        waterfall=waterfall(one, families),
        families=[(name, colour % COLOURS) for colour, name in enumerate(families) if any(found.family == name for found in one.evidence)],
        graph=graph(one),
        timeline=timeline(one, result.releases),
        intents=share_bars(one.intents),
        capabilities=share_bars(one.capabilities),
        pathways=number_bars(one.pathways),
        models=number_bars(one.models),
        events=sentences.pivots(one),
        phases=sentences.phases(one),
        regrowth=sentences.regrowth(one),
        templates=[
            (made, marked(made.text)) for made in sorted(one.templates, key=lambda made: (-made.exchanges, made.template_id))[:_TEMPLATES]
        ],
        members=sorted(one.members, key=lambda head: (-head.score, -head.exchanges, head.account_id))[:_ROWS],
    )
