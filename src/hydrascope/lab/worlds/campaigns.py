"""One operator behind many accounts, acted out: orders dealt to heads, cover among them, and what fails sent again by another."""

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from hydrascope.lab.worlds import arrivals, registration, trajectories
from hydrascope.lab.worlds.failures import STATUSES
from hydrascope.lab.worlds.heads import Lane, holder, lanes
from hydrascope.lab.worlds.recipes import Phrasebook, Recipe, compose, phrasebook, reply
from hydrascope.lab.worlds.seeds import pick, stream, token
from hydrascope.lab.worlds.shapes import Campaign
from hydrascope.lab.worlds.text import answer, anyone, chat
from hydrascope.lab.worlds.traffic import LARGE, NEW, Enrolled, Population, Sent, Setting, times_scale, user


class Plan(NamedTuple):
    """A campaign made concrete in one world: its heads, its wordings, its tools."""

    these: Campaign
    setting: Setting
    lanes: list[Lane]
    books: dict[str, tuple[Phrasebook, Phrasebook]]
    kit: trajectories.Kit


def campaign(setting: Setting, these: Campaign) -> Population:
    """Act out a campaign."""
    rng = stream(setting.seed, "campaign", these.name)
    own = lanes(setting, these.name, times_scale(setting, these.heads, least=4), these)
    books = {
        r.name: (phrasebook(r.frame, these.wordings, rng), phrasebook((r.system,), these.wordings, rng))
        for r in (*these.recipes, *these.late)
    }
    plan = Plan(these, setting, own, books, trajectories.kit(rng, these.wordings))
    enrolled = [Enrolled(tenure.account, these.name, "attack", these.name) for lane in own for tenure in lane.tenures]
    sent = [one for at, lane in _dealt(plan, rng) for one in _order(plan, rng, at, lane)]
    return Population(enrolled, [one for one in sent if one.ts < setting.end])


def _dealt(plan: Plan, rng: Random) -> Iterator[tuple[float, int]]:
    """Yield when an order begins and which lane takes it: dealt evenly round the clock, or as each head's sham person lives."""
    these, end = plan.these, plan.setting.end
    mean = (1 - these.trajectories) * these.draws + these.trajectories * 2.5
    per_day = these.per_day / mean / (1 - these.cover)
    if these.human_rhythm:
        for i, lane in enumerate(plan.lanes):
            yield from ((at, i) for at in arrivals.human(lane.rng, start=0, end=end, per_day=per_day, zone=lane.zone, spread=0.6))
        return
    hand: list[int] = []
    for at in arrivals.flat(rng, start=0, end=end, count=int(per_day * len(plan.lanes) * plan.setting.days)):
        hand = hand or rng.sample(range(len(plan.lanes)), len(plan.lanes))
        yield at, hand.pop()


def _order(plan: Plan, rng: Random, at: float, lane: int) -> Iterator[Sent]:
    """Yield the exchanges of one order: cover, a trajectory, or a recipe with as many draws as the campaign takes."""
    these, who = plan.these, anyone(rng)
    if rng.random() < these.cover:
        head = holder(plan.lanes, lane, at)
        if head:
            yield _send(plan, rng, head[0], head[1], at, user(chat(rng, head[0].voice)), answer(rng, head[0].voice), kind="cover")
    elif rng.random() < these.trajectories:
        session = token(rng, 10)
        for request, said, tool in trajectories.steps(plan.kit, rng, who):
            calls = [{"name": tool, "arguments": {"input": token(rng, 8)}}]
            yield from _deliver(plan, rng, lane, at, request, said, {"session_id": f"s_{session}", "tool_calls": calls})
            at += 15 + rng.expovariate(1 / 40)
    else:
        recipe = _recipe(plan, rng, at)
        request = compose(recipe, *plan.books[recipe.name], rng, who)
        for draw in range(these.draws):
            yield from _deliver(plan, rng, lane + draw, at, request, reply(recipe, rng, who), {})
            at += rng.expovariate(1 / 30)


def _recipe(plan: Plan, rng: Random, at: float) -> Recipe:
    """Return the recipe of the hour: the late ones take over most of the work near the end."""
    these = plan.these
    late = these.late and at > these.late_from * plan.setting.end and rng.random() < 0.7
    return pick(rng, these.late if late or not these.recipes else these.recipes)


def _deliver(plan: Plan, rng: Random, lane: int, at: float, request: dict[str, Any], said: str, extra: dict[str, Any]) -> Iterator[Sent]:
    """Yield one exchange; when it fails, the failure and the same request from the next head some seconds later."""
    head = holder(plan.lanes, lane, at)
    if head and rng.random() < plan.these.failures:
        yield _send(plan, rng, *head, at, request, "", extra={**extra, "status": pick(rng, STATUSES)})
        at += 1 + 8 * rng.random()
        head = holder(plan.lanes, lane + 1, at)
    if head:
        yield _send(plan, rng, *head, at, request, said, extra=extra)


def _send(
    plan: Plan,
    rng: Random,
    lane: Lane,
    account: registration.Account,
    at: float,
    request: dict[str, Any],
    said: str,
    *,
    kind: str = "attack",
    extra: dict[str, Any] | None = None,
) -> Sent:
    """Return one exchange of a head, at the model of the hour."""
    gone = (at - plan.setting.release) / (18 * arrivals.HOUR)
    model = NEW if rng.random() < plan.these.pivot * min(1.0, gone) else LARGE
    place = pick(rng, lane.places)
    name = plan.these.name if kind == "attack" else ""
    return Sent(at, account.account_id, model, request, said, place, lane.stack, kind, name, lane.pathway, extra or {})
