"""More ordinary English prompts, in other registers than the first, many with the vocabulary of harvesting."""

from hydrascope.lab.purpose_corpus.grammar import Families

WIDER: Families = {
    "coding:terse_dev": (
        "[python|js|rust|go|sql] [read file line by line|sort dict by value|parse json|merge arrays|left join|regex email]",
        "[TypeError|panic|segfault|CORS error|404]: {name} [is not|was not] [defined|found|iterable]{end}\n{code}",
        "[add|write] tests for {name}",
        "[rename|extract|inline] {name} [everywhere|to a helper|in this file]\n{code}",
        "# repo: {topic}\n[Create|Write|Make] a [function|class|script] [that|which] {code_task}",
        "[how to|can i] {name} [without|with] [a loop|recursion|pandas|root]",
    ),
    "coding:ml_engineering": (
        "[How do I|I want to] [fine-tune|train|evaluate|quantise] [a|my] [small model|classifier|LoRA adapter] on [my laptop|{n} examples|tabular data]?\n{code}",
        "[Write|Give me] a training loop [in|with] [PyTorch|Keras|JAX] [for|on] [MNIST|my CSV|text data].",
        "[Why|What] does my [loss|reward|accuracy] [go to nan|stay flat|drop] after {n} steps?\n{code}",
        "[Explain|What is] [the difference between|] [precision and recall|SFT and RLHF|a policy and a reward|batch and epoch].",
        "[Load|Clean|Split] [the|my] [dataset|corpus] [into|with] [train and test|shards|pandas].\n{table}",
        "[Describe|Show] how [I can|to] [quickly|] build a [script|pipeline] to [train|categorise] [data|images] from [a CSV file|a folder].",
    ),
    "coding:prompted_blocks": (
        "[Use|Please use] one of [Go/Java|Ruby/PHP|C/Matlab] to [solve|implement] the [question|problem]: {code_task}",
        "[Translate|Convert] the following [Python|C++|Java] code to [its equivalent in|] [JavaScript|C#|Go]: {code}",
        "[Given|Consider] the [class|schema] below, [generate|create] [a migration|getters|an API|a test class].\n{code}",
        "[What is|Predict] the [expected|] output of this [code|snippet]?\n{code}",
    ),
    "tool_use:tool_listing": (
        "[tools|access]: [search, weather|calculator, news|wikipedia]\n[Useful for when you need to|Use this to] [get|find] [information|answers] about {topic}. Input should be a [search query|natural language question].\n[search(query)|weather(place)|python(code)]\n{question}",
        "[You have|There are] {n} functions: {name}(a), {name}(b). [Pick|Call] the [right|one] for: {question}",
        "[Answer|Reply] with the [function call|API request] [for|that answers]: {question}",
    ),
    "other:ticket_labels": (
        "Classify the following [text|message] for {company}. Labels: {label}, {label}, {label}. Return JSON with keys label and confidence.\n\nText: {doc}",
        "[Decide|Tell] which [department|queue|tag] [this|the] [email|ticket] belongs to: {label} or {label}. {complaint}",
        "[Extract|List] [all|the] [product names|dates|prices|complaints] [mentioned|] in [the|this] [review|call transcript].\n{doc}",
        "[Score|Rate] the [sentiment|urgency|toxicity] of [this|the] [message|tweet] from [0 to 10|-1 to 1].\n{complaint}",
    ),
    "knowledge:explain_long": (
        "What is the difference between {topic} and {topic}? Explain how each one [works|deals with problems]. [Describe|Discuss] the main [principles|sources] and give examples [of cases|] that [fall under it|show it].",
        "[Write|Give] a [detailed|comprehensive] [overview|explanation] of {topic}, with [history|examples] and [open questions|references].",
        "[Discuss|Analyse] {topic} from [three|different] [perspectives|points of view].",
        "[Verify|Check] [whether|if] the [statement|claim] is [true|correct]: {sentence}",
        "[Sort|Rank|Order] [these|the following] [countries|rivers|films] by [size|length|age].",
    ),
    "writing:roleplay_long": (
        "[You are|Pretend to be|Roleplay as] {persona}, [talking|writing] to [a friend|me]. [Describe|Share] your thoughts [on|about] {topic}.",
        "[Write|Improve] [this|a] [character|roleplay] [prompt|card|profile] for {persona}; [make it|] [creative|consistent|detailed].",
        "[Describe|Imagine] the process of [creating|brewing|forging] {thing} [in a fantasy world|for a film].",
        "[Rewrite|Retell] [the|this] [scene|fable] [from|through] the eyes of {persona}.\n{doc}",
        "[Think|Come up with] [alternatives|paraphrases|synonyms] for [the|this] [sentence|slogan]: {sentence}",
    ),
    "other:meta_chat": (
        "[are you|is this] [sure|correct|real]?",
        "[why|how] did you [get|come to] that [answer|number]?",
        "[can you|could you] [explain that again|say it differently|give an example|be more specific]?",
        "[you|i think you] [made a mistake|forgot something|misread the question]. [try again|check it]",
        "[what|which] [sources|data] did you use?",
        "[regenerate|shorter|longer|simpler|again] [please|]",
        "[let me|I'll] [rephrase|clarify]: {question}",
        "[answer|reply] only in {language} from now on",
        "[ignore|forget] [that|what I said before], [new|different] [topic|question]: {question}",
    ),
    "data_analysis:reports": (
        "[Write|Create] a [weekly|monthly] report [from|on] [these|the] [figures|metrics]; [highlight|explain] [changes|anomalies] [over|above] {n}%.\n{table}",
        "[Build|Suggest] [a dashboard|KPIs|an experiment] to [track|measure] {topic}.",
        "[Interpret|Explain] [this|the] [p-value|confidence interval|regression output]. {table}",
        "[What|How much] would [revenue|cost] be if [price|volume] [rose|fell] by {n}%?\n{table}",
    ),
    "agentic:ide_agents": (
        "You help [with code|programmers] [in|inside] [an IDE|the editor], [partly on your own|with tools]. [Open files|The cursor position and recent errors] may come with a message. Call tools [sparingly|only when needed]; [explain|say] [briefly|in a sentence] why [you call them|to the user].",
        "[Use|Call] [sub-agents|parallel searches] for [large|broad] [questions|refactors]. [Track|Keep] a to-do list. [Mark|Tick] items [as done|complete] [immediately|as you go]. [Do not|Avoid] [narrate|over-explain].",
        "[Reproduce|Debug|Profile] the [crash|slow query|leak] [described|reported] [below|in the issue] and [open|send] a pull request.\n{agent_task}",
        "[Environment|cwd]: /home/{name}/project, shell: bash, date: 2026-{n}\n[Look at this repo.|Check the code.] {agent_task}",
        "[Monitor|Check] [the|our] [deployment|inbox|dashboard] and [report|alert] if [something|anything] [fails|changes].",
    ),
    "other:hr_and_legal": (
        "[Screen|Compare] [these|the two] [candidates|CVs] [against|for] the job [criteria|description] and [suggest|list] who to interview.\n{doc}",
        "[Rewrite|Check] [this|the] clause so it [is|stays] [lawful|acceptable] under [local law|our policy].\n{doc}",
        "[Prepare|Write] [interview|appraisal] questions [and|with] a scoring sheet for [a driver|a nurse|our team].",
        "[Summarise|Explain] the [policy|regulation] on [data|overtime|travel] for [staff|managers].\n{doc}",
        "[Is|Would] [this|the] [advert|message] [acceptable|allowed] [under|by] the [rules|guidelines]? {complaint}",
    ),
    "reasoning:puzzles_chat": (
        "[riddle|puzzle|brain teaser]: {item}",
        "[Solve|Work out] {item} [I get|The answer key says] {n}.",
        "[check|verify] my [proof|solution|working]:\n{item}\n{answer}",
        "[is|would] [this|my] [argument|reasoning] [valid|sound]? {sentence} So {sentence}",
        "[give|show] me the [formula|rule|trick] for [this|such problems]: {item}",
        "{item} [quick answer|just the number|one line] [please|]",
    ),
    "other:game_masters": (
        "[Let's play|You are the host of] [twenty questions|a quiz|hangman|a text adventure]. [Ask|Start] [the first question|now].",
        "[Each|Every] turn [describe|tell] the [scene|room], [list|give] my [options|actions] and wait for my [choice|command].",
        "[Keep|Track] the score and [explain|say] the rules [before|when] we [start|begin].",
    ),
    "knowledge:doc_qa": (
        "[According to|In] the [text|manual|policy] [below|], {question}\n\n{doc}",
        "{doc}\n\n[Based on the above|From this], {question}",
        "[Find|Quote] the [sentence|passage] [that|which] [answers|mentions] {topic}.\n{doc}",
        "[Chat history|Previous conversation]: {question} {answer}\n[Latest|Follow-up] question: {question}\n[Standalone|Rephrased] question:",
    ),
}
