"""Ordinary English prompts that show a capability by what they work with: tools, screens, pictures, numbers, logic."""

from hydrascope.lab.purpose_corpus.grammar import Families

CARRIERS: Families = {
    "tool_use:functions": (
        "[Call|Use] the [weather|calendar|search|currency|maps] [tool|function|API] [and|to] [tell me|find] [if it rains|my free slots|the exchange rate|the route].",
        "You are [connected to|given] these functions: [get_stock|send_email|create_event|search_flights]. [When|If] the user's request [matches|needs] one, return [its|the] name and arguments [as|in] JSON.",
        "[Set|Create|Cancel] [a timer|an alarm|a reminder|an event] [for|at] {n} [minutes|o'clock].",
        "[Look up|Search the web for|Fetch] {topic} [with the search tool|and give me links].",
        "[Decide|Pick] which [API|function|plugin] [to call|fits] for the [request|utterance] and [fill|give] [its|the] [parameters|arguments]: {question}",
    ),
    "tool_use:orchestration": (
        "[Combine|Chain] the [search|lookup] and [calculator|calendar] tools to [answer|solve]: {question}",
        '[Tool|Function] result: {"status": "ok", "value": {n}}. [Continue|Answer the user].',
        "[Turn off|Dim|Start] the [lights|heating|robot vacuum] in the [kitchen|hall] [via|with] the [smart home|device] [API|tools].",
    ),
    "computer_use:clicks": (
        "[Find|List|Name] [every|all] [button|interface element|menu]s [on|in] the [screenshot|window] with [coordinates|positions] and [output|give] the next [click|key press|mouse action] as JSON. Goal: {agent_task}",
        "[Screenshot|Screen] attached. [Where|At which x, y] should [I|the cursor] click to [open the menu|submit the form|close the dialog]?",
        "[Action space|Allowed actions]: click(x, y), type(text), scroll(dy), key(name). [Task|Goal]: {agent_task}",
        "[Use|Control] the [browser|mouse and keyboard|desktop] to [log in|fill in the form|download the file|change the setting].",
        "[Given|From] the [accessibility tree|DOM|screen capture], [choose|emit] the next [UI|GUI] action.",
    ),
    "computer_use:automation": (
        "[Open|Launch] the [browser|spreadsheet app|file manager], [click|select] [New|the second tab], [type|enter] {n} and press [Enter|Tab].",
        "[Click|Tap|Drag|Scroll] [on|to] the [icon|slider|link] [at|near] ({n}, {n}) and take [another|a new] screenshot.",
        "[Automate|Record] [this|a] [desktop|GUI|browser] [workflow|macro]: {agent_task}",
    ),
    "vision:looking": (
        "[Look at|Study|See] the [attached|uploaded] [image|photo|figure|drawing] and [describe|explain|count] [the objects|what is happening|the colours|the text].",
        "[Which|What] [object|person|animal|sign] [is|stands] [left|right] of the [tree|car|table] in the [picture|photo]?",
        "[Extract|Read] the [numbers|text|handwriting|table] [from|in] [this|the] [scan|picture|chart image].",
        "[Caption|Title|Tag] [this|the] [photo|painting|image] [in one line|for a blind reader|in {language}].",
        "[Locate|Give bounding boxes for|Segment] the [faces|cars|defects] in the [image|frame|X-ray].",
    ),
    "vision:charts": (
        "[Interpret|Explain|Read] the [plotted|pictured|attached] [graph|bar chart|diagram|map] and [state|report] the [highest|lowest|exact] [bar|value|label].",
        "[From|In] the [image|photo] [of|showing] [a receipt|a whiteboard|a plant|a circuit], [what|which] [is|does it say|species|part] [?|the total?]",
    ),
    "agentic:autonomy": (
        "[Autonomously|On your own], [research|fix|build|deploy] [this|it] [using|with] the tools; [stop|finish] when [tests pass|the goal is met].\n{agent_task}",
        "You are an autonomous [agent|worker] [that|which] [plans|acts] and [uses tools|checks results] until the [goal|objective] [is met|is done]. [Report|Give] the result.\n{agent_task}",
        "[Agent|Crew] role: [researcher|planner|tester]. "
        "Backstory: {persona}. [Goal|Objective]: {agent_task} [Delegate|Ask colleagues] if [needed|stuck].",
        "[Run|Execute] the [pipeline|workflow] [end to end|unattended], [retry|recover] on failure, [and|then] [post|write] a [status|report].\n{agent_task}",
    ),
    "data_analysis:numbers": (
        "[Compute|Calculate|Plot|Forecast] the [median|variance|trend|distribution|correlation] of [sales|temperature|visits|prices] [by|per] [region|month|customer] [in|from] the [dataset|spreadsheet|table].\n{table}",
        "[Given|With] the [dataset|csv|dataframe] [of|with] {n} rows [on|about] [sales|patients|traffic], [which|what] [regression|chart|test|outliers] [would you use|do you see]?",
        "[Pivot|Merge|Filter|Aggregate] the [table|spreadsheet|dataframe] and [chart|report] [quarterly|average] [revenue|scores].\n{table}",
        "You are [an expert|a] data analyst [combining|with] [statistics|statistical rigour] and [business|domain] knowledge. [Analyse|Interpret] [the figures|the metrics] and [give|state] [insights|recommendations].\n{table}",
    ),
    "reasoning:logic_maths": (
        "[Prove|Disprove|Derive|Solve] [that|:|] {item}",
        "[Logic|Maths|Physics|Olympiad] [problem|exercise]: {item}",
        "[Evaluate|Simplify|Integrate|Factor] the [expression|equation|integral|polynomial] \\frac{x^{n}}{n} + \\sqrt{n}.",
        "{item} {item}",
        "[Given|Suppose] [premises|facts]: {sentence} {sentence} [Which|What] [conclusion|statement] [follows|must be true]?",
    ),
    "writing:editing_desk": (
        "[Write|Draft|Edit] [a|the] [blog post|novel chapter|newsletter|screenplay|product story|slogan] [on|about] {topic}[, in the voice of {persona}|].",
        "[Give|Make] [this|my] [draft|paragraph|poem] [more|less] [lively|formal|lyrical], [fix|check] [rhythm|grammar|punctuation].\n{prose}",
        "[Outline|Plot] a [novel|short story|speech] [in which|where] {persona} [loses|finds] {thing}.",
        "[Write|Compose] [an essay|a column|a review|lyrics] [arguing|showing|about] [that|why|how] {topic} [matters|changed us|is overrated].",
    ),
    "knowledge:encyclopaedia": (
        "[Tell me|What do you know] about [the history|the origin|the biology|the geography] of {topic}.",
        "[Who|What|Where|When] [was|is|were] {thing}[, and why is it famous|]?",
        "[List|Name] {n} [facts|countries|species|inventors|dates] [about|related to|in] {topic}.",
        '[Define|Explain the term] "{topic}" [and give its history|for a glossary].',
        "[Medical|Legal|Historical|Scientific] question: [what|how] [causes|treats|governs|explains] {topic}?",
    ),
}
