"""English prompts that make training data (`DATA`) or record agent runs (`TRAJECTORY`)."""

from hydrascope.lab.purpose_corpus.grammar import Families

DATA: Families = {
    "instructions": (
        "[Generate|Write|Create] {n} [diverse|varied|different] [instructions|tasks|user requests] that [someone|a user] [could|might] give [to|] an [AI assistant|"
        "language model]. [Avoid|No] [repetition|overlap][; vary verbs and length|].",
        "[Come up with|Invent|Propose] a [new|novel|fresh] [set|batch|list] of [task instructions|prompts] about {topic}, [each|every one] [with|having] [an input|an example "
        "input] and [the expected|an ideal] output.",
        "[Seed|Example] [tasks|instructions]:\n1. {item}\n2. {item}\n\n[Continue|Extend] the list [with|by] {n} [further|more] [tasks|instructions] [in the same "
        "style|of similar kind] but on [other|new] [subjects|topics].",
        "[Produce|Return] a JSON [array|list] of {n} [instruction|prompt] objects for [instruction tuning|fine-tuning|SFT], [fields|keys]: instruction, input, output.",
    ),
    "evolve": (
        "[Rewrite|Transform] the [given|following] [prompt|instruction] into a [harder|more complex|more demanding] [version|one] [by|through] adding [a constraint|one more "
        "requirement|a reasoning step]. [Keep|Make sure] it [answerable|reasonable].\n\n#Given#: {item}",
        "[Evolve|Mutate|Deepen] this [instruction|task]: [increase|raise] its [difficulty|depth] [slightly|by one level], [without|but do not] [making|make] it much longer.\n\n{item}",
        "[Starting|Going on] from the [prompt|question] [below|given], [invent|write] [another|a rarer|a completely different] [prompt|question] [out of|from] the same "
        "[field|trade].\n\n{item}",
        "[Make|Derive] {n} [variants|variations] of the [problem|question] with [other|changed] [numbers|entities|contexts] and [give|solve] [each|all].\n\n{item}",
    ),
    "qa_from_document": (
        "[Read|Using] the [passage|document|text] [below|and] [generate|write|create] {n} [question-answer|Q/A|QA] pairs [that|which] [it|the text] [answers|supports]. [Return|Format] [as|] "
        "[JSONL|a JSON list].\n\n{doc}",
        "[Extract|Make] [training|instruction] [pairs|examples] [from|out of] this [chunk|section|source]: [each|every pair] [a self-contained|an independent] question and a [complete|full] "
        "answer.\n\n{doc}",
        "[Create|Compose] [a question|a hard question] [that|which] can [only|] be answered [from|with] the [text|article], [plus|and] [its|the] answer and [the|a] supporting [sentence|quote]."
        "\n\n{doc}",
        "[Title|Source]: {topic}\n{doc}\n\n[Write|Generate] [interactions|user and assistant exchanges] [based on|grounded in] [this|the] [text|content] for [a data set|training a model].",
    ),
    "backtranslate": (
        "[Below|Here] is a [text|piece of text|reply] [written|given] by an [assistant|expert]. [Write|Guess|Infer] the [instruction|user prompt|question] [to which|for which] it is [the|an ideal] "
        "[answer|response].\n\n{doc}",
        "[What|Which] [prompt|instruction] would [lead|cause] a [model|chatbot] to [write|produce] [this|the following]? [Output|Return] only the [prompt|instruction].\n\n{doc}",
        "[Reverse|Back-translate]: [given|from] an output, [generate|recover] the most [likely|plausible] [input|instruction].\n\nOutput: {answer}\nInstruction:",
    ),
    "dialogues": (
        "[Write|Generate|Simulate] a [multi-turn|{n}-turn] [conversation|dialogue] between a [user|customer] and [an AI|a helpful] assistant about {topic}, [in|as] JSON [with|list of] [role|speaker] "
        "and [content|text].",
        "[Create|Make] [synthetic|realistic] [chats|dialogues] [for|to] [fine-tuning|training] a [chat|dialogue] model: [vary|change] [persona|tone] and [length|language]; [topic|subject] {topic}.",
        "You [play|simulate] the user. [Given|From] the [conversation|history] so far, [write|produce] the next [user|human] [message|turn] [a real person|someone] [would|might] [send|write].\n\n{item}"
        "\n{answer}",
    ),
    "persona_topics": (
        "[You are|Assume the persona of] {persona}. [Write|Formulate] [one|a single|{n}] [question|request|math problem|task] [that|which] [this|such a] [person|persona] [would|is likely to] ask "
        "[an AI|a chatbot].",
        "[List|Give] {n} [subtopics|concepts] of {topic}, [then|and] for [each|every one] [write|draft] [three|five] [exam|practice] [questions|problems] with [worked|full] solutions, for a [corpus|data "
        "set].",
        "[Build|Write] a [textbook-quality|self-contained] [lesson|chapter section] on {topic} with [exercises|examples] [for|suitable as] [pre-training|training] data [of|for] a [small|language] "
        "model.",
    ),
    "problem_makers": (
        "[Generate|Design] a [new|competition-level|challenging] [coding|programming|math|logic] problem [with|including] [statement|description], [constraints|input format], [test cases|examples] "
        "and a [reference|verified] solution.",
        "[Write|Produce] {n} [multiple-choice|four-option] [questions|items] on {topic} [with|plus] [plausible|hard] [distractors|wrong options] and the [key|right letter], [one per line|as JSONL].",
        "[Inspired|Starting] [by|from] this [code|snippet], [create|write] a [self-contained|complete] programming [problem|task] and [its|a correct] solution.\n\n{code}",
        "[Synthesise|Make up] [function-calling|tool-use] [samples|examples]: [user|human] request, [available|declared] functions, [the right|correct] call [in|as] JSON, [final|closing] answer.",
    ),
    "augment": (
        "[Paraphrase|Reword] [each|the] [sentence|utterance|query] in {n} [different|distinct] ways [for|as] data augmentation; [keep|preserve] the [label|meaning].\n\n{item}",
        "[Write|Create] a [good|preferred] and a [bad|rejected|subtly wrong] [answer|completion] to the [prompt|question], [as|to form] a preference pair for [DPO|reward] training.\n\n{item}",
        "[Translate|Localise] [this|the] [instruction|sample] [and its answer|] [into|to] {language} [for|so as to extend] [a|our] [multilingual|] [training|instruction] [set|corpus].\n\n{item}\n{answer}",
        '[Fill|Complete] the [schema|record] with [synthetic|made-up but realistic] [training|] [examples|rows] for [class|label] "{label}"; [make|write] {n} [of them|texts], [all|each] '
        "different.",
    ),
    "data_engine_system": (
        "You [are|work as] a [synthetic|training] data [generator|engine|writer]. [Every|Each] [reply|output] [is|must be] [one|a single] [JSON|JSONL] [record|object] with a [prompt|question] and a "
        "[high-quality|model] [answer|completion].",
        "[Your|The] [outputs|replies] [go|are written] [straight|directly] into a [fine-tuning|instruction] [data set|corpus]: [no|avoid] [preamble|chatter], [one|exactly one] [sample|pair] [per|each] "
        "[reply|call], [diverse|never repeated].",
        "[Help|Assist] in [building|curating] a [data set|collection] of [queries|instructions] for a [language|chat] model: [produce|invent] [requests|queries] [that|which] [the|this] application [could|"
        "might] receive.\n\n[Application|Context]: {topic}",
    ),
}

TRAJECTORY: Families = {
    "rationale_each_action": (
        "You are an [autonomous|independent] [agent|operator]. [Before|Ahead of] [each|every] [action|tool call|command], [state|write|explain] [why|your rationale|the reason] [you take it|for it]. [When|"
        "Once] [done|finished], [recap|list again] [all|the] [steps|actions] [taken|].",
        "[Precede|Open] [every|each] [tool|function] [invocation|call] with [a rationale|a sentence or two of reasoning] [saying|that says] what you [expect|hope to learn] and why this [tool|call]; "
        "[close|end] with a [recap|summary] of the [whole|entire] [run|trajectory].",
        "[For|At] each [turn|step]: 1) [thought|rationale], 2) [exactly one|one] [action|tool call], 3) [reflection|comment] on the [result|observation]. [At the end|Finally] [retrace|recount] the [path|"
        "sequence of actions].",
        "[Never|Do not] [call|use] a tool without first [justifying|explaining] the [choice|decision]. [Work|Go on] until the [goal|assignment] is [reached|complete], then [write|give] a [step-by-step|numbered] "
        "[account|recap] of what you did.",
    ),
    "recorded_episode": (
        "This [session|episode|run] is recorded as a [trajectory|demonstration]. [Make|Keep] [your|the] [decision process|reasoning] [explicit|visible] before [each|every] [action|step] and [finish|end] with "
        "[a retrospective|an annotated list of the steps].",
        "[Your|The] [run|rollout] will be [stored|logged] [for|as] [training|imitation]: [narrate|verbalise] [intent|purpose] before [acting|each action], [read|interpret] [each|every] [observation|output] "
        "[aloud|in words], [summarise|review] [all|the full list of] steps at the end.",
        "[Produce|Deliver] a [complete|clean] agent trajectory: Thought, Action, Observation, repeated[ until solved|]; every Thought [explains|says] why the [next|chosen] action is the [right|best] one; [then|last] "
        "a Recap.",
    ),
    "sandbox_task": (
        "You [have|are given] a [sandbox|container|workspace] and an assignment. [Say|Write down] the [rationale|motive] [before|for] each [action|command] you [issue|run]; after the [last|final] one "
        "[summarise|recapitulate] the [chain|sequence] of [steps|actions].\n\n{agent_task}",
        "[Environment|Setting]: [a shell|a browser|a notebook] [in|inside] [an isolated|a disposable] [machine|sandbox]. [Assignment|Goal]: {agent_task} [Explain|Motivate] [every|each] move [before|prior to] making it; "
        "[conclude|finish] by [listing|reciting] the moves.",
        "[Solve|Carry out] the [assignment|mission] with the tools [provided|at hand]. [Each|Every] tool [use|call] [is|must be] [introduced|preceded] by its [reason|purpose]; [the|your] final message [retells|"
        "recaps] [everything|all] you did and why.\n\n{agent_task}",
    ),
    "planner_log": (
        "[Plan|Think] first, [act|then act]. [Keep|Maintain] a [decision|action] log: for [each|every] [entry|action] give [goal|aim], [reason|rationale], [alternatives|options considered], [outcome|result]. [Output|Print] the "
        "[full|complete] log [at the end|when finished].",
        "[Orchestrate|Coordinate] the [sub-agents|tools]; [before|prior to] [delegating|each call] [write|record] why [this|that] [one|tool] and what [comes|you expect] next; [finally|at the end] [reconstruct|recap] "
        "the whole [orchestration|plan as executed].",
        '[Annotate|Comment] [your|the] [trajectory|actions]: [every|each] [tool call|step] carries a "why" [line|field] [before|above] it; the [last|closing] message is an [ordered|annotated] [recap|replay] of '
        "[them|all steps].",
    ),
    "computer_agent": (
        "You [control|operate] a [desktop|computer|browser]. [Before|Ahead of] [each|every] click, key press or scroll [describe|state] what you see and why you [act|do it]; [when|once] [the task|it] is [done|"
        "complete], [recount|list] the [actions|interactions] in order.",
        "[Describe|Tell] [the|your] [intention|reason] behind [every|each] [screen|interface] action [before|first] [taking|performing] it, [then|and] [wait|check] [for|] the next screenshot; [end|close] with [a recap|the "
        "sequence] of [actions|steps].",
    ),
    "react_dataset": (
        "[Follow|Use] [this|the] protocol so that [the|your] run can be [reused|learned from]: REASON - [why|what for], ACT - one tool, SEE - [result|outcome], [repeat|loop]; REVIEW - [list|retell] [all|the] "
        "[steps|acts] with reasons.",
        "[Demonstrate|Show] how [an expert|a skilled] agent works: [explain|voice] [the|your] reasoning [ahead of|before] [each|every] [call|command], one call [per|a] turn, [recap|debrief] [after|at] [success|the end].",
        "[State|Give] your [hypothesis|thinking] before [each|any] tool [call|use], [even|also] [if|when] [it|the call] [seems|is] [trivial|obvious]. [After|Following] the [final|last] call [provide|write] a [complete|"
        "chronological] [walkthrough|recap] of [the|your] [decisions|tool calls].",
    ),
}
