"""Every English family of templates, by what it is after."""

from functools import reduce
from operator import or_

from hydrascope.lab.purpose_corpus import (
    harvest_agents,
    harvest_corpora,
    harvest_gates,
    harvest_judging,
    harvest_making,
    harvest_pipelines,
    harvest_policy,
    harvest_reasoning,
    harvest_records,
    harvest_records_more,
    harvest_runs,
    harvest_samples,
    harvest_seeds,
    harvest_thought,
    harvest_thought_more,
    harvest_trajectories,
    harvest_verdicts,
    harvest_verdicts_more,
    harvest_wider,
    honest_agents,
    honest_carriers,
    honest_neighbours,
    honest_people,
    honest_plain,
    honest_policy,
    honest_products,
    honest_runs,
    honest_standing,
    honest_trades,
    honest_wider,
    honest_work,
)
from hydrascope.lab.purpose_corpus.grammar import Families


def _union(*parts: Families) -> Families:
    return reduce(or_, parts)


HARVEST: dict[str, Families] = {
    "cot_elicitation": _union(
        harvest_reasoning.COT,
        harvest_wider.COT,
        harvest_pipelines.COT,
        harvest_thought.COT,
        harvest_thought_more.COT,
    ),
    "trace_reconstruction": _union(
        harvest_reasoning.TRACE,
        harvest_wider.TRACE,
        harvest_thought.TRACE,
        harvest_thought_more.TRACE,
    ),
    "reward_modelling": _union(
        harvest_judging.REWARD,
        harvest_wider.REWARD,
        harvest_pipelines.REWARD,
        harvest_gates.REWARD,
        harvest_verdicts.REWARD,
        harvest_verdicts_more.REWARD,
    ),
    "policy_rewriting": _union(
        harvest_judging.POLICY,
        harvest_wider.POLICY,
        harvest_gates.POLICY,
        harvest_verdicts.POLICY,
        harvest_policy.POLICY,
    ),
    "data_generation": _union(
        harvest_making.DATA,
        harvest_wider.DATA,
        harvest_pipelines.DATA,
        harvest_samples.DATA,
        harvest_corpora.DATA,
        harvest_seeds.DATA,
        harvest_records.DATA,
        harvest_records_more.DATA,
    ),
    "trajectory_collection": _union(
        harvest_making.TRAJECTORY,
        harvest_wider.TRAJECTORY,
        harvest_agents.TRAJECTORY,
        harvest_trajectories.TRAJECTORY,
        harvest_runs.TRAJECTORY,
    ),
}
HONEST: tuple[Families, ...] = (
    honest_work.CODE,
    honest_work.BUSINESS,
    honest_work.AGENTS,
    honest_people.CHAT,
    honest_people.LEARNING,
    honest_people.NEIGHBOURS,
    honest_people.PROSE,
    honest_wider.WIDER,
    honest_carriers.CARRIERS,
    honest_neighbours.NEIGHBOURS,
    honest_agents.AGENTS,
    honest_trades.TRADES,
    honest_standing.STANDING,
    honest_policy.POLICY_WORK,
    honest_runs.RUNS,
    honest_plain.PLAIN,
    honest_products.PRODUCTS,
)
