"""
Every honest operator there is, and whole towns of them.

`HONEST` is what detectors may be tuned on; `REPORTED` are the kinds that only the report sees. A page for each kind stands in docs/lab/operators.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from hydrascope.lab.worlds import gateways, gatherings, honest, jobs, migrations, providers, public_prompts, services
from hydrascope.lab.worlds.traffic import Population, Setting

ACTS: dict[type, Callable[[Setting, Any], Population]] = {
    honest.Hobbyists: honest.hobbyists,
    honest.Coders: honest.coders,
    honest.Office: honest.office,
    gatherings.Classroom: gatherings.classroom,
    gatherings.Hackathon: gatherings.hackathon,
    services.Support: services.support,
    services.Batch: services.batch,
    services.Evaluation: services.evaluation,
    services.Judge: services.judge,
    services.Inhouse: services.inhouse,
    services.Aggregator: services.aggregator,
    jobs.Job: jobs.job,
    gateways.Gateway: gateways.gateway,
    gateways.Failover: gateways.failover,
    migrations.Migration: migrations.migration,
    providers.Provider: providers.provider,
    public_prompts.DataTool: public_prompts.data_tool,
    public_prompts.PromptCollection: public_prompts.prompt_collection,
}
FEW: tuple[Any, ...] = (
    honest.Hobbyists(),
    honest.Coders(),
    honest.Office(),
    gatherings.Classroom(),
    gatherings.Hackathon(),
    services.Support(),
    services.Batch(),
    services.Batch(accounts=4, declared=False),
    services.Evaluation(),
    services.Judge(),
    services.Inhouse(),
    services.Aggregator(),
    migrations.Migration(),
    *jobs.JOBS,
)
HONEST: tuple[Any, ...] = (
    honest.Hobbyists(accounts=300),
    honest.Coders(accounts=160),
    honest.Office(offices=2, desks=20),
    gatherings.Classroom(courses=2, students=50),
    gatherings.Hackathon(accounts=100),
    services.Support(bots=4),
    services.Batch(jobs=2),
    services.Batch(jobs=3, accounts=4, declared=False),
    services.Evaluation(researchers=5),
    services.Judge(companies=2),
    services.Inhouse(companies=2),
    services.Aggregator(accounts=2),
    migrations.Migration(),
    migrations.Migration(declared=False, new_card=True),
    *(msgspec.structs.replace(job, customers=2 * job.customers) for job in jobs.JOBS),
)
ONLINE_COURSE = gatherings.Classroom(
    kind="online-course", students=110, per_day=0.8, portal=0.3, campus=0.0, english=0.6, enrolment_days=8.0, spread=0.4
)
FRONT_RESELLER = services.Aggregator(kind="front-reseller", keys=3, per_day=60.0, addresses=4, with_system=0.1, front=True, spread=0.5)
REPORTED: tuple[Any, ...] = (
    gateways.Gateway(companies=2, spread=0.5),
    gateways.Gateway(companies=2, declared=False, spread=0.5),
    gateways.Failover(customers=6, spread=0.5),
    gateways.Failover(customers=4, accounts=(2, 3), declared=False, spread=0.5),
    public_prompts.DataTool(users=30),
    public_prompts.PromptCollection(followers=40),
    ONLINE_COURSE,
    FRONT_RESELLER,
)


class Share(NamedTuple):
    """How many of a kind live in a town of 5,000 accounts: the record, its field that counts them, the number, and the accounts of each."""

    operator: Any
    field: str
    number: int
    heads: float = 1.0


USUAL = 5_000
TOWN: tuple[Share, ...] = (
    Share(honest.Office(desks=14, spread=0.5), "offices", 10, 14),
    Share(gatherings.Classroom(students=36, spread=0.4), "courses", 6, 36),
    Share(gatherings.Hackathon(accounts=40, spread=0.4), "events", 2, 40),
    Share(services.Support(spread=1.5), "bots", 40),
    Share(services.Batch(spread=0.5), "jobs", 8, 3),
    Share(services.Batch(accounts=4, declared=False, spread=0.5), "jobs", 5, 4),
    Share(services.Evaluation(), "researchers", 15),
    Share(services.Judge(spread=0.5), "companies", 6, 2),
    Share(services.Inhouse(spread=0.5), "companies", 6),
    Share(services.Aggregator(spread=1.2), "accounts", 5),
    Share(migrations.Migration(spread=0.5), "companies", 3, 4),
    Share(migrations.Migration(declared=False, new_card=True, spread=0.5), "companies", 2, 4),
    *(Share(msgspec.structs.replace(job, spread=0.4), "customers", 8 if job.rhythm == "first-day" else 6) for job in jobs.JOBS),
    *(Share(one, "providers", 1, one.accounts) for one in providers.PROVIDERS),
)
TOWN_REPORTED: tuple[Share, ...] = (
    Share(gateways.Gateway(spread=0.6), "companies", 5, 3.5),
    Share(gateways.Gateway(declared=False, spread=0.6), "companies", 3, 3.5),
    Share(gateways.Failover(spread=0.6), "customers", 14, 2),
    Share(gateways.Failover(accounts=(2, 3), declared=False, spread=0.6), "customers", 6, 2.5),
    Share(public_prompts.DataTool(), "users", 80),
    Share(public_prompts.PromptCollection(), "followers", 120),
    Share(ONLINE_COURSE, "courses", 1, 110),
    Share(FRONT_RESELLER, "accounts", 3, 3),
)
CODERS = 0.25
MARGIN = 1.03  # two standard deviations of the drawn sizes of groups, so that a town of 5,000 has hardly ever less


def town(accounts: int, *, reported: bool) -> tuple[Any, ...]:
    """
    Return the honest inhabitants of a town of that many accounts or a few more: every kind at least once, most of them private people and coders.

    `reported` adds the kinds that only the report may see. Groups keep their size and grow in number, so a town of less than about 1,000 accounts has more
    than asked for, and a greater share of look-alikes than life has.

    >>> small, large = town(1_000, reported=False), town(5_000, reported=False)
    >>> small[0].accounts < large[0].accounts, len(small) == len(large)
    (True, True)
    """
    shares = (*TOWN, *TOWN_REPORTED) if reported else TOWN
    numbers = [max(1, round(share.number * accounts / USUAL)) for share in shares]
    grouped = sum(number * share.heads for number, share in zip(numbers, shares, strict=True))
    people = max(accounts // 5, round(MARGIN * accounts - grouped))
    return (
        honest.Hobbyists(accounts=round(people * (1 - CODERS))),
        honest.Coders(accounts=round(people * CODERS)),
        *(msgspec.structs.replace(share.operator, **{share.field: number}) for number, share in zip(numbers, shares, strict=True)),
    )
