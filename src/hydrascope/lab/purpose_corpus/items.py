"""What prompts are about: questions, tasks and material by capability, from small grammars. All invented here."""

from hydrascope.lab.purpose_corpus.grammar import Draw, Fill, expand

REASONING = (
    "[Anna|A farmer|A shop|Tom] [has|buys|sells] {n} [apples|tickets|boxes] [and|then] [gives away|loses|buys] {n} more. How many [are left|does that make|in total]?",
    "If {n}x + {n} = {n}, [what is|find] x[?|.]",
    "[Find|Determine|Compute] the [number|sum|product] of [all|] [positive integers|primes|divisors] n [such that|with] n^2 + {n} is divisible by {n}.",
    "[A|One] train leaves at {n}:{n} at {n} km/h, [another|a second] at {n} km/h. When do they meet?",
    "[Prove|Show] that the [sum|product] of two [odd|even|consecutive] [numbers|integers] is [even|divisible by 4|odd].",
    "[Let|Suppose] f(x) = x^{n} - {n}x. [Find|Compute] the [derivative|integral|maximum|roots] [of f|for x between 0 and {n}].",
    "[In a|Given a] triangle with sides {n}, {n} and {n}, [what is the area|find the angle opposite the longest side].",
    "[Three|Four] [friends|boxes|knights] ... [each|exactly one] [lies|tells the truth|holds the prize]. [Who|Which one] [is the liar|holds it]?",
    "A [bag|box] holds {n} red and {n} blue balls. [Two|Three] are drawn. What is the probability that [all|both] are red?",
    "[All|Some] [bloops|cats|glass things] are [razzies|grey|fragile]. [No|Some] [razzies|grey things] are [lazzies|loud]. Does it follow that [no|some] bloops are lazzies?",
    "A [block|car|pendulum] of mass {n} kg [slides|moves|swings] at {n} m/s. [Calculate|Find] the [force|energy|momentum].",
    "[How many ways|In how many ways] can {n} [people|books|beads] be [arranged|seated|chosen] [in a row|around a table]?",
    "What is {n}% of {n}{n}, [and|then] [add|subtract] {n}?",
    "[Balance|Complete] the [equation|reaction]: H2 + O2 -> H2O. How many moles of [water|oxygen] come from {n} moles?",
    "[If today is|Given that it is] [Tuesday|Friday], what day [will it be|is it] in {n} days?",
    "The [ratio|average] of [two|five] numbers is {n}. [One of them|The smallest] is {n}. [Find|What is] the [other|largest]?",
)
CODING = (
    "{code_task}",
    "[Write|Implement] [a function|an algorithm|a program] that {code_task}.",
    "[Given|You have] an [array|integer list|string|binary tree|graph], [return|find] the [longest|shortest|k-th largest|maximal] [path|substring|element|sum] in O(n log n).",
    "[Design|Build] a [cache|queue|rate limiter|parser|scheduler] with [get and put|push and pop] in [constant|logarithmic] time.",
    "{code}",
    "[Write|Give] a SQL query [that lists|for] [customers without orders|the second highest salary|duplicates by email].",
)
DATA_ANALYSIS = (
    "[Which|What] [region|month|product] [drives|explains] the [drop|growth]?\n{table}",
    "{table}\n[Compute|Report] [the mean|the correlation|growth per quarter] and [interpret|comment on] it.",
    "[Build|Fit] a [regression|forecast|cluster analysis] [on|of] [sales|churn|sensor] data with {n} columns and [report|discuss] the [fit|error|drivers].",
    "[Clean|Join] the [two|] [dataframes|tables], [handle|drop] missing values and [plot|aggregate] [revenue|visits] by [week|segment].",
)
WRITING = (
    "[Write|Compose] [a short story|an essay|a letter|a poem|a column] about {topic}.",
    "[Draft|Prepare] [an email|a speech|a press note] [to|for] [a client|the council|new staff] about {topic}.",
    "[Argue|Make the case] [for|against] {topic} in {n} words.",
    "[Rewrite|Edit] [the|this] paragraph [for clarity|in a lively style]: {doc}",
)
KNOWLEDGE = (
    "{question}",
    "[Explain|Describe|Discuss] {topic}.",
    "[What|Which] [are the main causes|is the importance|are the effects] of {topic}?",
    "[Compare|Contrast] {topic} [and|with] {topic}.",
    "[Is it true that|Why] {thing} was [first|never] [built|signed|observed] in [1{n}{n}|the north|spring]?",
)
OTHER = (
    "[Recommend|Suggest] [a gift|a book|a restaurant|a hobby] for {persona}.",
    "[Plan|Organise] [a weekend|a party|a move] for {n} people.",
    '"{complaint}"',
    "[How do I|What is the best way to] [fold a shirt|boil an egg|apologise to a friend|sleep better]?",
)

BY_CAPABILITY = {
    "reasoning": REASONING,
    "coding": CODING,
    "data_analysis": DATA_ANALYSIS,
    "writing": WRITING,
    "knowledge": KNOWLEDGE,
    "other": OTHER,
}

ANSWERS = (
    "[The answer is|So we get|Therefore,|It is] {n}.",
    "[First|We start:] [note|observe] that {n} + {n} = {n}{n}. [Then|Next,] [divide|multiply] by {n}. [Hence|So] the result [is|must be] {n}.",
    "[Yes|No|It depends]. {sentence} {sentence}",
    "{sentence} {sentence} {sentence}",
    "[Sure!|Of course.|] [Here is|Here's] [an overview|what I found|one way]: {sentence} {sentence}",
    "{code}",
    "- {sentence}\n- {sentence}\n- {sentence}",
    "{prose}",
    "{prose} {sentence} {prose}",
)


def item(capability: str, fills: dict[str, Fill]) -> Fill:
    """Return a filler that gives a fresh question or task of a capability."""
    bank = BY_CAPABILITY.get(capability, OTHER + KNOWLEDGE)
    return lambda draw: expand(draw.pick(bank), draw, fills)


def answer(capability: str, fills: dict[str, Fill]) -> Fill:
    """Return a filler that gives an answer of the kind that a capability has."""
    bank = {"coding": ("{code}", "{code}\n{sentence}"), "reasoning": ANSWERS[:2]}.get(capability, ANSWERS[2:])

    def fill(draw: Draw) -> str:
        return expand(draw.pick(bank), draw, fills)

    return fill
