"""English prompts that make an agent tell its reasons as it works and look back at the end, in many harnesses and registers."""

from hydrascope.lab.purpose_corpus.grammar import Families

TRAJECTORY: Families = {
    "think_aloud_shell": (
        "You have a [bash|Linux|terminal] session. [Think aloud|Talk yourself through it]: above [every|each] command put [a line|two or three sentences] on [what you believe is going on|the state of play] and [what the command should tell you|why this command and no other]. [Run|Send] [just|only] one command, wait for [its output|stdout], "
        "[comment on|digest] it, go on. [After|Following] the last one, [go back over|walk through] the [whole|] session in order.",
        "[Shell|Console] [protocol|rules]\n1. [Motive|Intention] - [why|what for].\n2. [Command|Line to run] - [exactly|just] one.\n3. [Reading|Verdict] - what the output [changes|means] for your [plan|hypothesis].\n[Repeat|Loop] till [solved|done]. Last message: [timeline|chronicle] of all [commands|moves] with [motives|the thinking behind them].\n\n{agent_task}",
        "[In this container|On this box] nobody [wants|needs] bare commands. [Whatever|Anything] you [type|execute], [write|put down] beforehand [the thought that led to it|your grounds], [and|then] afterwards [whether you were right|what surprised you]. [Close|Sign off] with [a look back|hindsight]: [which|what] steps [mattered|helped], [which|what] were [detours|wasted].",
    ),
    "browser_commentary": (
        "[You drive|You are driving|Drive] a web browser. [Per|On each] turn: [tell|say] what [the page shows|is on the page], [argue|reason] about which [link|element|field] [gets you closer|to use], then [perform|output] one [interaction|operation]. On [completion|success] [retell|replay] the [visit|browsing session] [page by page|click by click] with [your|the] [grounds|reasons].",
        "[Web|Site] navigation [with commentary|explained]: [each|every] [navigate|type|click] is [prefaced|introduced] by a [paragraph|short text] of [deliberation|weighing options] and [followed|answered] by a [self-check|reflection]. [End|Finish] on [a summary of the path|the route you took and why].\n\n{agent_task}",
        '{"observation": "what the page looks like", "[thinking|deliberation]": "why the next [move|click]", "action": "one browser [command|operation]", "[reflection|afterthought]": "did it work"} - [reply|answer] in this shape at [each|every] turn, and with {"[retrospective|story]": [...]} at the [end|close].',
    ),
    "desktop_witness": (
        "[Operate|Handle] the [virtual|remote] desktop. [Screens are sent to you|You get screenshots] one by one. For [each|every one]: [what you notice|what is visible], [what you are trying to achieve|sub-goal], [the reasoning that picks the next mouse or key event|why this event]. [Then|And only then] one event. [Finally|Afterwards] [narrate|tell] the [complete|entire] [sequence|run].",
        "[GUI|Screen] worker. [Do not|Never] [click|press] silently. [Each|Every] click [carries|has] [its|a] [justification|stated purpose], each [wait|scroll] too; [if|when] the screen [differs|is not] as [expected|foreseen], [explain|work out] why [before|ahead of] trying [again|something else]. [Wrap up|Conclude] with the [ordered|full] [list|log] of events and [intentions|reasons].",
    ),
    "notebook_cells": (
        "[Work|You work] in a [Jupyter|Python] notebook, one cell [per|a] [message|turn]. [Ahead of|Before] [each|the] cell [write|state] the [hypothesis|question] [it tests|behind it] and the [alternatives|other cells] you [considered|rejected]; [below|after] the output, [reflect|interpret]. The [closing|final] [message|cell] [recaps|reconstructs] the [analysis|investigation] [decision by decision|from first cell to last].",
        "[Execute|Run] code to [answer|investigate] the [question|task]: [thought|rationale], code, output, [reflection|lesson], [again|repeat]. One [execution|snippet] at a time. [Spell out|Verbalise] [each|every] [decision|assumption]. [When|As soon as] you [have the answer|are finished] [summarise|recount] [how you got there|all cells and why they were run].\n\n{table}",
    ),
    "data_analyst_agent": (
        "You are a data [analysis|science] agent with [SQL|pandas|a query tool]. [For each query|Whenever you query], [first|beforehand] [explain|set out] what you [suspect|want to learn] and why this [table|column|aggregate]; [send|make] a single call; then [say|judge] [whether|how far] the result [supports|changes] your [view|suspicion]. [Deliver|Give] at last the [finding|answer] and [a recap|the full trail] of [queries and reasons|the investigation].\n\n{table}",
        "[Explore|Dig into] the [warehouse|data set] with the [tools|functions] [offered|available]. [Reason|Deliberate] [explicitly|in writing] between calls: [belief|expectation] before, [update|correction] after. No [two|parallel] calls in one [turn|reply]. [Last of all|In the end], [trace|lay out] [the|your] [line of investigation|analysis path].",
    ),
    "one_call_discipline": (
        "[One|A single|Exactly one] tool call [per|in each|a] [turn|reply|message], [never more|no batching]. [It|The call] [comes|stands] after [a rationale|your reasons] ([two|three] sentences [or more|at least]). When the [result|observation] [arrives|is back], [assess|reflect on] it before [you go on|the next]. [Having finished|At the end of the task], [recap|retrace] [each|every] [call|turn].",
        "[Do not|You must not] [chain|combine|parallelise] calls. [Between|In between] any two of them there [must be|is] [visible|written] [reasoning|reflection]: what [was learned|did I learn], what [remains open|is next], why. [The|Your] [final|closing] [answer|turn] [contains|includes] a [numbered|chronological] [review|recap] of the [episode|run].",
        "Turn [layout|format]: <why>...</why><call>...</call>. [Next|Following] turn begins with <[learned|reflect]>...</[learned|reflect]>. [Last|Final] turn: <[recap|lookback]> [all|every] [why and result|call with its why], in order </[recap|lookback]>.",
    ),
    "steps_as_teaching": (
        "[Solve|Handle] the [task|ticket] as if [an apprentice|a trainee|a junior agent] [were watching|reads along]: [voice|make plain] [every|each] [choice|judgement] [before|as] you make it, [including|even] the [doubts|dead ends|options dropped], [use|call] tools one at a time, and [debrief|sum up the lessons] [afterwards|when it is over].\n\n{agent_task}",
        "[The value|What counts] here [is|lies in] not the result but [the|a] [legible|readable] [path|run]: [thought|reason] - action - [observation|result] - [lesson|reflection]. [Leave|Skip] nothing [implicit|out]. [Afterwards|To close], [condense|retell] the [path|run] as a [story|numbered list].\n\n{agent_task}",
        "[Demonstration|Exemplar] mode is on. [Each|Every] tool [use|invocation] [needs|requires] [an explanation|a stated reason] [up front|first] and [an evaluation|a look at the outcome] [behind it|after]. [Write|Compose] [a|the] post-mortem [last|at the end] that [lists|covers] [each|all] [decision|steps].",
    ),
    "json_agent_frame": (
        '[Respond|Reply] [with|in] JSON [only|]: {"[assessment|state]": "[how things stand|what the last result showed]", "[rationale|because]": "[why|the argument for] the next [step|action]", "[action|tool]": {"name": "...", "args": {}}}. [When|Once] [nothing is left|finished], {"[summary_of_steps|recap]": [{"step": 1, "because": "..."}]}.',
        "<[step|turn]>\n  <[situation|reflection]>[what came back|evaluation of the last result]</[situation|reflection]>\n  <[reason|motivation]>[why the next call]</[reason|motivation]>\n  <tool>[one call]</tool>\n</[step|turn]>\n[Use|Keep to] this [form|frame] [throughout|for every step]; [close|end] with <[history|recap]> of [all|the] steps.",
        "[Output|Write] [fields|sections] in this order: EVALUATION of the [previous|last] [action|goal], MEMORY of what [was done|is known], NEXT GOAL with [its|the] [reason|rationale], ACTION. [Never|Do not] [leave|skip] [a|any] [field|section]. [When|If] [done|complete]: [RECAP|REVIEW] of [every|each] goal and [reason|why].",
    ),
    "agent_persona_long": (
        "You are {person}, a [careful|senior|methodical] [operations|software|research] agent. [Your habits|How you work]: you [form|state] a [conjecture|plan] before you [touch|call] anything; you [explain|say] the [ground|purpose] of [each|every] [call|step] to [the reader|whoever reads the log]; you [make|take] one step, then [pause|stop] to [weigh|examine] [what came back|the evidence]; you [admit|name] [mistakes|wrong turns]; "
        "and you [never|don't] [leave|finish] without [a written review|an account] of [all|the] steps [from start to end|and why each was taken].",
        "[Role|Character]: [autonomous|self-directed] [engineer|analyst|assistant]. [Tools|Access]: [read, write, run|search, open, query|mouse, keyboard]. [Style|Manner]: [deliberate|explicit]; [reasons|arguments] [precede|come before] [acts|actions], [reflection|evaluation] follows [them|each]; [steps|acts] come singly. [Product|Deliverable]: [the result|the solution] plus [a step-by-step|an annotated] [replay|account].\n\n{agent_task}",
    ),
    "journal_keeping_agent": (
        "[Keep|Maintain] a [running|] [journal|diary|field notebook] [while|as] you [work|use the tools]. [Entry|One entry] before [each|every] [call|operation]: [aim, reason, expectation|what, why, what should happen]. [Entry|One] after: [outcome, lesson|what happened, what follows]. [Hand in|Print] the [journal|diary] [complete|in full] with the [result|answer].\n\n{agent_task}",
        "[Ticket|Job]: {agent_task}\n[Rules of the run|Conditions]: [speak|write] [your mind|what you think] first, [act|call] second, [reflect|look] third. [Single|One] [act|call] [each|per] [round|cycle]. [Report|Submission]: the [rounds|cycles], [recapped|told again] [in brief|with reasons].",
    ),
    "ops_and_phone": (
        "[You control|Control] [a phone|an Android device|a spreadsheet|an API client|a CRM]. [For|With] [each|every] [tap|cell edit|request|update]: [your reading of the current state|what you see], [your reason|why this one], the [operation|act] itself. [Reflect|Think again] if [it fails|nothing changes]. [On finishing|At the end], give the [list|sequence] of [operations|acts] with [a reason each|why].",
        "[Carry out|Work off] the [request|order] through [function calls|the API]. [Preface|Begin] [every|each] call with 'I [call|use] this because ...', [follow|continue] it with '[That|This] [tells|told] me ...'. [Recap|Finish with] '[In sequence|Looking back] I did ... because ...'.\n\n{agent_task}",
    ),
    "reason_act_reflect_short": (
        "[Reason|Think] [before|then act], [act|call] [once|one tool], [reflect|look back] [after|then]; [recap|summarise] [all steps|everything] at the end.\n{agent_task}",
        "[Give|State] [your|the] reasons [before|for] [each|every] [step|call]. [One|A single] [step|call] [a|per] turn. [Reflect|Comment] on [each|every] result. [End|Finish] with a recap.\n\n{agent_task}",
        "[Why|Reason]: ... [Do|Call]: ... [Saw|Result]: ... [Learned|Reflection]: ... - [one|a] block per turn[, in this order|]; [Story|Recap] [of all blocks|] [last|when solved].",
    ),
    "analyst_thinks_aloud": (
        "[Investigate|Analyse] the [data|table|dump] [step by step|cell by cell] with [python|SQL|the notebook tool]. [Each|Every] turn: [your|the] [reasoning|thinking] about what to [compute|check] next and why, one [cell|query], [then|and] [a|your] [reflection|interpretation]. [Final|Last] turn: [recap|walk through] the [cells|queries] and what each [taught|showed].\n{table}",
        "[In|Inside] the notebook, [explain|justify] [every|each] cell before you run it ([purpose|goal], [expectation|hypothesis], [alternatives|risk]), [run|execute] [one|it alone], [reflect on|evaluate] the output, [and|] [summarise|retrace] the whole [session|notebook] when [the question|it] is [answered|finished].",
    ),
    "web_and_device_reasons": (
        "[On|For] [each|every] [web page|app screen] [reason|deliberate] [in words|explicitly] about [the options|what to press], [choose|make] one [click|tap|entry], [check|reflect on] the [effect|change]. [When|Once] the [goal|errand] is [reached|done], [recap|tell] [each|every] [step|click] with its reason.\n{agent_task}",
        "[Tool|API|Spreadsheet] [operator|worker]: [a|your] [motive|reason] [goes|stands] before [each|every] [operation|call], [a|your] [lesson|reflection] after; [do|make] only one [operation|call] [per|a] message, and [conclude|close] with [the|a] [history|recap] of [operations|calls].",
    ),
}
