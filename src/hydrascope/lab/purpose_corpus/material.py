"""The words that fill the places: subjects, sentences, code, tables, people. Neutral: honest and harvesting prompts draw from the same banks."""

import string

from hydrascope.lab.purpose_corpus.grammar import Draw, Fill, expand
from hydrascope.lab.purpose_corpus.prose import prose

TOPICS = (
    "photosynthesis",
    "the French Revolution",
    "compound interest",
    "black holes",
    "the water cycle",
    "supply and demand",
    "vaccines",
    "plate tectonics",
    "medieval trade",
    "renewable energy",
    "sleep",
    "coral reefs",
    "the Roman aqueducts",
    "inflation",
    "genetics",
    "jazz",
    "urban gardening",
    "chess openings",
    "public transport",
    "the printing press",
    "contract law",
    "quantum computing",
    "nutrition",
    "beekeeping",
    "the Silk Road",
    "machine learning",
    "migration of birds",
    "stoic philosophy",
    "volcanoes",
    "remote work",
    "bridge design",
    "antibiotics",
    "world cuisine",
    "tax returns",
    "tides",
    "opera",
    "data privacy",
    "football tactics",
    "semiconductors",
    "cheese making",
    "electric cars",
    "the Olympic games",
    "mental health at work",
    "open source licences",
    "ancient Egypt",
    "probability",
    "climate",
    "reinforcement learning",
    "operating systems",
    "typography",
    "kidney function",
    "diplomacy",
    "rivers",
    "the immune system",
    "cloud storage",
    "childhood",
    "logistics",
)
THINGS = (
    "the telescope",
    "the Eiffel Tower",
    "penicillin",
    "the Magna Carta",
    "the steam engine",
    "the violin",
    "Machu Picchu",
    "the zip fastener",
    "the postal service",
    "the first census",
    "the suspension bridge",
    "paper money",
    "the compass",
    "the Suez Canal",
    "radio",
    "the treaty",
    "the city library",
)
QUESTIONS = (
    "What is the capital of [Mongolia|Chile|Kenya|Norway]?",
    "Who wrote [Faust|Middlemarch|the Decameron]?",
    "When did the [second|first] [war|railway boom] end?",
    "Why is the sky [blue|red at dusk]?",
    "How many [bones|muscles] does [a hand|the human body] have?",
    "What does [GDP|DNA|ISO|VAT] stand for?",
    "Which [planet|metal|river] is the [largest|lightest|longest]?",
    "Where do [eels|salmon|swallows] spend the winter?",
    "What is the refund period for [online orders|annual plans]?",
    "How long is the warranty on [the pump|model {n}]?",
    "Who approves travel expenses above {n}{n}?",
    "Which form do I need for [parental leave|a new badge]?",
)
SUBJECTS = (
    "The committee",
    "Our team",
    "The old harbour",
    "A recent survey",
    "The valve",
    "My neighbour",
    "The second chapter",
    "The supplier",
    "Every visitor",
    "The river",
    "The new model",
    "A small company",
    "The museum",
    "The patient",
    "The author",
    "This release",
    "The contract",
    "The district",
    "The battery",
    "The mayor",
    "The sample",
    "The experiment",
    "Her grandmother",
    "The archive",
    "The report",
    "The orchestra",
    "The engine",
    "The school",
    "The village",
    "The update",
)
VERBS = (
    "opened",
    "changed",
    "describes",
    "delayed",
    "rebuilt",
    "covers",
    "reached",
    "lost",
    "measured",
    "sold",
    "improved",
    "rejected",
    "carried",
    "planned",
    "replaced",
    "noted",
    "crossed",
    "explains",
    "kept",
    "doubled",
    "returned",
    "found",
    "tested",
    "moved",
    "followed",
    "ended",
)
OBJECTS = (
    "the northern gate",
    "its prices",
    "three main results",
    "the delivery",
    "the roof after the storm",
    "most of the costs",
    "an agreement",
    "the early drafts",
    "a higher yield",
    "the last train",
    "the temperature",
    "two thirds of the area",
    "the garden",
    "the proposal",
    "a set of tools",
    "the members",
    "the first edition",
    "its customers",
    "a long letter",
    "the missing pages",
    "the schedule",
    "an older version",
    "the water level",
    "the audience",
    "new evidence",
    "the final step",
    "the question of funding",
)
TAILS = (
    "in spring",
    "without much notice",
    "for the first time in {n} years",
    "before the meeting",
    "by {n} percent",
    "as expected",
    "because of the weather",
    "near the border",
    "after a careful review",
    "on Tuesday",
    "despite the criticism",
    "with help from volunteers",
    "at the end of the quarter",
    "although nobody asked",
    "step by step",
    "and then stopped",
)
PERSONAS = (
    "a retired nurse",
    "a law student in her first year",
    "a bus driver",
    "a chess coach",
    "a marine biologist",
    "a father of twins",
    "a startup founder",
    "a museum guide",
    "a network engineer",
    "a pastry chef",
    "a sceptical journalist",
    "an amateur astronomer",
    "a football referee",
    "a wine maker",
    "a primary school teacher",
    "a pirate captain",
)
PEOPLE = ("Ada Lind", "Tomas", "Okoro", "Jonas Field", "Priya", "Vale", "Sofia Marsh", "Lee", "Amina", "Brook", "Noor", "Henrik")
COMPANIES = (
    "Northwind Bikes",
    "Alder Bank",
    "Tidemark Travel",
    "Palisade Insurance",
    "Juniper Foods",
    "Kestrel Mobile",
    "Ravel Hosting",
    "Lumen Books",
)
COMPLAINTS = (
    "My [parcel|invoice|card] [arrived damaged|is wrong|was declined] and nobody [answers|helps].",
    "The app [crashes|logs me out] [every time|when I pay].",
    "Great [service|product], [will buy again|thank you]!",
    "I was charged twice [in March|for one order].",
    "How do I reset my [password|device]?",
    "The [room|food|seat] was [cold|fine|too small].",
    "Please close my account.",
    "They [are all idiots|should be ashamed].",
)
LABELS = ("billing", "refund", "greeting", "complaint", "sports", "urgent", "positive", "toxicity", "shipping", "password reset")
LANGUAGES = ("Spanish", "German", "Japanese", "French", "Hindi", "Korean", "Portuguese", "Arabic", "Swahili", "Polish", "Chinese")
RUBRIC = (
    "[accuracy|correctness], [clarity|structure], [depth|completeness]",
    "5: [complete|excellent]; 3: [partly right|acceptable]; 1: [wrong|off topic]",
    "- states the [main|key] point (2 points)\n- gives an example (1 point)\n- no [factual errors|padding] (2 points)",
    "Is the [answer|text] [honest|useful|polite|grounded]?",
)
SENSITIVE = (
    "[Why|When] [were|are] [the|] [student|mass] protests in the [square|capital] [crushed|never mentioned]?",
    "[Who|Which people] [are|were] the [most prominent|imprisoned] dissidents [of|in] the [country|republic]?",
    "Is the [party|government|leader] [an authoritarian regime|corrupt|above the law]?",
    "[What happened|Why did the army intervene] [in|at] the [uprising|massacre] of 19{n}?",
    "[Should|Will] the [island|region|minority] [become independent|be allowed to vote]?",
    "[How|Why] does the state [censor|block] [the press|foreign websites|films]?",
    "[Describe|Tell me about] the [labour camps|banned religion|succession struggle|press blackout].",
    "[Criticise|Evaluate] the president's [human rights record|handling of the famine].",
    "[How can|May] citizens [get around|avoid] [the firewall|surveillance]?",
    "[Did|Does] the [ruling family|secret police] [torture|spy on] [opponents|journalists]?",
)
AGENT_TASKS = (
    "[Migrate|Port] the [config loader|CLI] to the new [schema|API] and make the tests pass.",
    "[Find|Fix] the race in the [job queue|cache] [module|].",
    "[Set up|Provision] a [static site|mail relay] and verify it serves.",
    "[Download|Collect] the [quarterly reports|release notes], [tabulate|compare] them and save a CSV.",
    "[Add|Implement] pagination to the [orders|users] endpoint.",
    "[Book|Compare] [hotels|trains] for {n} people.",
    "[Reproduce|Investigate] issue #{n}{n} and propose a patch.",
    "[Research|Look up] {topic} and write a brief.",
    "Task: a [library|service|plugin|command line tool] for [parsing logs|syncing calendars|resizing images|rate limiting|static analysis].",
    "[Rename|Sort] the files in the [inbox|photos] folder by date.",
)
CODE_TASKS = (
    "[reverses|sorts|merges] [a linked list|two sorted arrays|intervals]",
    "[parses|validates] [an ISO date|a CSV line|an email address|nested JSON]",
    "[retries|debounces|memoises] a [request|callback|call]",
    "[counts|groups] [words|events] by [day|key]",
    "[computes|checks] [the nth prime|a checksum|balanced brackets|an edit distance]",
    "[reads|streams] a [large file|socket|queue] in [chunks|batches]",
    "[exports|renders] a [table|chart|PDF] from [rows|a template]",
    "[finds|removes] duplicates in [a directory|a list of dicts]",
)
NAMES = (
    "load",
    "fetch_rows",
    "total",
    "isValid",
    "mergeAll",
    "Node",
    "handler",
    "parse_line",
    "update",
    "run",
    "Cache",
    "render",
    "user_id",
    "config",
    "items",
    "result",
    "buffer",
    "index",
)
CODE = (
    "```python\ndef {name}({name}, {name}=None):\n    {name} = []\n    for i in range(len({name})):\n        if {name}[i] > {n}:\n            {name}.append(i)\n    return {name}\n```",
    'import [os|json|pandas as pd|numpy as np|requests]\n\nclass {name}:\n    def __init__(self, {name}):\n        self.{name} = {name}\n\n    def {name}(self):\n        return self.{name}.get("{name}", {n})',
    "```[js|ts]\nexport async function {name}(req, res) {\n  const {name} = await db.query('SELECT * FROM {name} WHERE id = $1', [req.params.id]);\n  if (!{name}) return res.status({n}).send();\n  res.json({name});\n}\n```",
    "public static int {name}(int[] {name}) {\n    int max = Integer.MIN_VALUE;\n    for (int v : {name}) { max = Math.max(max, v + {n}); }\n    return max;\n}",
    "fn {name}(v: &[u32]) -> Option<u32> {\n    v.iter().copied().filter(|x| x % {n} == 0).max()\n}",
    "SELECT {name}, COUNT(*) AS c FROM {name} JOIN {name} ON {name}.id = {name}.{name} GROUP BY 1 HAVING COUNT(*) > {n} ORDER BY c DESC;",
    "#include <vector>\nint {name}(std::vector<int>& a) { for (size_t i = 0; i < a.size(); ++i) a[i] += {n}; return a.back(); }",
    "Traceback (most recent call last):\n  File \"{name}.py\", line {n}, in {name}\n    {name}[{n}]\n[IndexError: list index out of range|KeyError: '{name}'|ValueError: bad input]",
    "$ [npm run build|cargo test|docker compose up|pytest -q]\n[error|warning]: {name} [not found|is deprecated|expected type u32]",
    "services:\n  {name}:\n    image: {name}:{n}\n    ports: ['{n}:{n}']\n    restart: always",
)
TABLES = (
    "month,[revenue|visits|orders]\nJan,{n}{n}\nFeb,{n}{n}\nMar,{n}{n}\nApr,{n}{n}",
    "| region | [sales|churn] | growth |\n|---|---|---|\n| north | {n} | {n}% |\n| south | {n} | {n}% |\n| west | {n} | -{n}% |",
    "df.head():\n   id  price  qty\n0  {n}  {n}.{n}  {n}\n1  {n}  {n}.{n}  {n}",
    "CREATE TABLE sales (day date, store_id int, amount numeric, customer_id int);",
    "mean {n}.{n}, sd {n}.{n}, n = {n}{n}, p = 0.{n}",
)


def number(draw: Draw) -> str:
    """Return a small whole number."""
    return str(2 + draw.below(98))


def noise(draw: Draw) -> str:
    """Return unreadable material as found in prompts: identifiers, hexadecimal, markup, long random words."""
    letters = "".join(draw.pick(string.ascii_lowercase) for _ in range(6 + draw.below(10)))
    digits = "".join(draw.pick(string.hexdigits) for _ in range(16 + draw.below(48)))
    return draw.pick(
        (
            f"https://{letters}.example/{digits[:12]}",
            f'<div class="{letters}">{digits}</div>',
            digits,
            f"[{letters}] {digits[:8]} | {letters[::-1]}",
            f'{{"{letters}": "{digits}"}}',
        )
    )


def fills() -> dict[str, Fill]:
    """Return a filler for each place that does not depend on the capability."""
    table: dict[str, Fill] = {"n": number, "name": lambda draw: draw.pick(NAMES), "noise": noise}

    def bank(name: str, options: tuple[str, ...]) -> None:
        table[name] = lambda draw: expand(draw.pick(options), draw, table)

    for name, options in (
        ("topic", TOPICS), ("thing", THINGS), ("question", QUESTIONS), ("persona", PERSONAS), ("person", PEOPLE), ("company", COMPANIES), ("complaint", COMPLAINTS), ("label", LABELS),
        ("language", LANGUAGES), ("rubric", RUBRIC), ("sensitive", SENSITIVE), ("agent_task", AGENT_TASKS), ("code_task", CODE_TASKS), ("code", CODE), ("table", TABLES),
        ("subject", SUBJECTS), ("verb", VERBS), ("object", OBJECTS), ("tail", TAILS), ("end", (":", ".", "", "?")),
    ):  # fmt: skip
        bank(name, options)
    bank(
        "sentence",
        ("{subject} {verb} {object} {tail}.", "{subject} {verb} {object}, and {object} {tail}.", "{tail}, {subject} {verb} {object}."),
    )
    table["prose"] = lambda draw: prose(draw, 1 + draw.below(3))
    table["doc"] = lambda draw: document(draw, table, 2 + draw.below(6))
    return table


def document(draw: Draw, table: dict[str, Fill], sentences: int) -> str:
    """Return running text of so many sentences."""
    if draw.chance(50):
        return prose(draw, sentences)
    return " ".join(table["sentence"](draw) for _ in range(sentences))
