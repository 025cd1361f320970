"""Ordinary English prompts that stand nearest to harvesting ones: agents that report, desks that reword, people who grade, tidy up or ask for steps."""

from hydrascope.lab.purpose_corpus.grammar import Families

NEIGHBOURS: Families = {
    "agentic:editor_agent_manual": (
        "You are {person}, a coding [agent|assistant] in [the user's editor|a terminal]. [Inspect|Read] files before [changing|editing] them, [prefer|make] small [diffs|patches], [run|use] the [tests|linter] after. [Explain|Mention] a command [only|] when it [changes the system|is risky]. [Batch|Parallelise] independent [reads|calls]. [Answer|Finish] in [at most|under] {n} lines.",
        "[Rules|Conventions] of this repository:\n- [use|prefer] [tabs|ruff|pnpm]\n- [do not|never] [touch|edit] generated files\n- [each|every] [commit|change] [states|has] its reason in the message\n- [one|a single] logical change per [commit|pull request]\n- [run|call] {name} before [pushing|review]\n\n{agent_task}",
        "[Several|Multiple] [independent|] tool calls [may|should] go in one [reply|message]. [Keep|Stay] silent while [working|calls run]; [speak|write] [again|] when the [work|task] is [complete|blocked]. [Summarise|Say] [the outcome|what changed] in [two sentences|a short list]. [Think|Plan] privately.",
        "[Review|Look at] the [diff|pull request], [then|and] [say|explain] why [each|the] [comment|finding] matters. [Apply|Make] the [fixes|edits] [I|we] agreed on, run [the tests|CI], [push|stop].\n{code}",
    ),
    "agentic:operations_runbook": (
        "[On call|Incident] [assistant|bot]: [follow|use] the runbook, [ask|wait] for [approval|a human] before [each|any] [restart|rollback|write action], [log|note] [who approved it|the ticket number] and [post|write] a [timeline|summary] in the channel [after|when] the incident [closes|is over].",
        "[Write|Draft] the [post-mortem|retrospective|incident review] from [these|the] [notes|logs]: [what happened|timeline], [why|root cause], [what we learned|lessons], [next steps|actions].\n{doc}",
        "[Change|Maintenance] [request|window]: [state|give] the reason, the [steps|commands], the [check|expected result] and the rollback [for each step|] so [the board|my manager] can [approve|sign] it. {agent_task}",
    ),
    "computer_use:test_automation": (
        "[You are|Act as] a [QA|test automation] agent [for|on] {company}'s [website|app]. [Execute|Run] the [test case|scenario] in the browser, [take|save] a screenshot [per step|on failure], [compare|check] [expected and actual|the page with the specification] and [file|report] [bugs|pass or fail].\n1. [Open|Go to] the [login|cart] page\n2. [Enter|Click] {name}\n3. [Expect|See] {label}",
        "[Write|Fix] a [Playwright|Selenium|Cypress] [test|script] that [logs in|adds an item to the cart|fills in the form] and [asserts|waits for] the [message|button].\n{code}",
        "[Help|Guide] a [blind|new] user through the [site|screen]: say what [is on|you see on] the [page|screen], [ask|wait] for [a choice|yes], [then|and] [click|type] for [him|her|them].",
        "[Scrape|Check] the [price|opening hours|stock] on the [page|shop] [every|each] [morning|hour] and [tell|mail] me [changes|when it drops]. [Use|With] the browser tool.",
    ),
    "data_analysis:notebook_helper": (
        "You [help|assist] [analysts|colleagues] in [a notebook|the BI tool]. [Write|Run] the [query|cell], show the [chart|table], [explain|state] the [result|method] in [plain words|one paragraph]; [mention|list] [assumptions|limits].\n{table}",
        "[Add|Write] [markdown|comments] [above|to] [each|every] cell [explaining|saying] what it does, for [my|the] [coursework|handover].\n{code}",
        "[Which|What] query did [you|we] run and why does [it|the total] differ from the [dashboard|report]? {table}",
    ),
    "tool_use:support_with_tools": (
        "[You are|Acting as] {company}'s [support|service] [bot|agent] with [tools|functions]: find_order, issue_refund, open_ticket. [Check|Look up] the [order|account] before [answering|promising]; [tell|explain to] the customer the reason [for|of] [a refusal|each step]; [recap|summarise] [the|what was] [agreement|agreed] at the end and [ask|check] if [anything else is needed|all is well].",
        "[Collect|Ask for] [name, date, reason|order number and reason] one [question|item] at a time, [confirm|read back] [all|the] [details|answers], [then|and only then] call [book|submit|cancel].",
        "[After|At the end of] the [call|chat], [write|file] [a|the] [case note|wrap-up]: [reason for contact|problem], [steps taken|actions], [result|follow-up].\n{complaint}",
    ),
    "other:own_bot_quality": (
        "[Our|We run a] [support|help desk] bot [went live|answers customers]. [Check|Review] [this|yesterday's] [reply|conversation] for [tone, accuracy and policy|our service standards], [mark|note] [each|every] point met or not, and [suggest|list] what the [team|editors] should [fix|change] in the [knowledge base|script].\n[Customer|Visitor]: {complaint}\n[Bot|Agent]: {sentence}",
        "[Quality|QA] [form|scorecard] for [call centre|chat] [staff|agents]: greeting, [identification|listening], solution, closing. [Score|Fill it in for] [this|the] [call|transcript], with [coaching tips|a comment] for [the employee|{person}].\n{doc}",
        "[Does|Check if] the [bot's|assistant's] answer [is grounded in|matches] the [article|source]? [If|Where] not, [quote|point to] the [wrong|unsupported] [part|sentence] so [we|support] can [correct|call] the customer.\n[Article|Source]: {doc}\n[Answer|Bot]: {sentence}",
        "[Release|Regression] [check|test]: [expected|old] [reply|answer]: {sentence} [actual|new]: {sentence} [Same meaning|Equivalent]? [yes or no|pass or fail][, ticket {n}|].",
    ),
    "other:teacher_with_rubric": (
        "[I teach|I am teaching] {topic} [in year {n}|at a college]. [Grade|Mark] this [student|pupil] [paper|answer] [by|with] the rubric [content, structure, language|below]: [points|marks] and [a friendly note|two lines of advice] for [the pupil|her].\n\n[Student|Pupil]: {prose}",
        "[Make|Draw up] a [rubric|marking grid] for [a presentation|lab reports|my seminar] with [four|five] levels and [criteria|descriptors] [parents|pupils] [can understand|will see].",
        "[Peer|Journal|Grant] review: [assess|rate] the [manuscript|application] for [novelty, rigour and clarity|merit] and [write|give] [comments|a recommendation] to the [authors|committee].\n{doc}",
        "[Compare|Judge] the [two|three] [essays|bids|recipes|logos] [entered|sent in] for our [contest|tender] and [pick|propose] a winner with [reasons|points].\n1. {prose}\n2. {prose}",
        "[My|The] teacher gave me {n} out of {n}. [Why|Where] did I lose [marks|points]? [Question|Task]: {item} [My answer|I wrote]: {answer}",
    ),
    "writing:moderation_rewording": (
        "[Community|Forum|Newspaper] [moderation|comment] desk: [reword|rephrase] the [rude|insulting|heated] [post|comment] [so|until] it [meets|respects] the house rules, keep the [opinion|complaint], [drop|remove] the [insults|swearing].\n\n{complaint}",
        "[Tone down|Soften] [this|my] [message|review|email] [so|that] [it does not offend|HR accepts it|my boss can read it]. {complaint}",
        "[Rewrite|Put] the [question|survey item|headline] in [neutral|unbiased|inclusive] [words|language] [so|that] [respondents|readers] [of any view|] can [answer|accept] it. {question}",
        "[My|Our] [advert|listing|app description] was [rejected|not approved] by the [platform|store] for [a health claim|too many capitals|the word free]. [Rewrite|Fix] it so it [passes|is approved] [review|].\n{doc}",
        "[Rephrase|Simplify] [the|this] [question|search], it [finds|returns] nothing: {question}",
        "[Explain|Say] to [a child|my class|my grandmother] [in a gentle way|tactfully]: {sensitive}",
    ),
    "other:sensitive_but_plain": (
        "{sensitive} [Please|] [be objective|give sources|give both sides|answer openly].",
        "[I am writing|For] [a history essay|a news article|my thesis]: {sensitive}",
        "[If|When] [users|patients] [mention|ask about] [self-harm|drugs|politics], [stay|remain] [kind|neutral], [do not|never] [judge|take sides], [give|offer] [the hotline|a counsellor].",
    ),
    "coding:log_and_record_cleanup": (
        "[Clean|Normalise|Parse] [these|the] [server|access|application] logs: [strip|remove] [timestamps|colour codes], [merge|group] [repeats|stack traces], [output|return] [JSON lines|CSV].\n{code}",
        "[Convert|Reformat] [the|this] [export|chat backup|address list] [from|to] [JSON|CSV|vCard] [with|keeping] [name, date, message|all columns] for [our archive|the new CRM].\n{table}",
        "[Write|Make] a [script|regex] to [split|dedupe|anonymise] [chat exports|tickets|log lines] [by|per] [user|day].\n{code}",
        "[Trace|Stack trace|Profile] [below|attached]: [which|what] [call|step] is slow and why?\n{code}",
    ),
    "writing:notes_and_transcripts": (
        "[Tidy|Clean up] my [lecture|meeting|interview] [notes|transcript]: [fix|correct] [spelling|filler words], [add|use] headings, [keep|preserve] who said what.\n{doc}",
        "[Turn|Make] [this|the] [thread|chat|recording] [into|to] [minutes|a summary|action points|an FAQ for our customers] [for|] [the team|{company}].\n{doc}",
        "[Turn|Convert] my [notes|textbook pages] into [flash cards|a study guide|question and answer cards] [for|before] [the exam|Friday].\n{doc}",
        "[Write down|Recap] [what we decided|the plan so far|this conversation] [in order|briefly] so I can [paste it in my diary|continue tomorrow].",
    ),
    "knowledge:step_by_step_help": (
        "[Show|Tell|Walk] me step by step how to [change a tyre|bake bread|file my taxes|set up a router|knit a scarf].",
        "[Explain|Teach me] {topic} step by step, [I am|as if I were] [new to it|ten|a beginner][, with examples|].",
        "[I don't understand|I am stuck on] [step {n}|the last step]. [Why|How] [do we|does one] [divide|get {n}|carry]? {item}",
        "[Guide|Lead] me through [one|a] step at a time and [wait|pause] until I say [done|next]: [assembling a shelf|installing Linux|a breathing exercise].",
        "[Why|What is the reason] [is|for] the answer {n}? [Explain|Show] the [working|method] [to my son|simply]. {item}",
    ),
    "writing:translation_desk": (
        "[Translate|Localise] [these|the] [subtitles|app strings|product pages] into {language}, [keep|leave] [tags|placeholders|line breaks] [as they are|unchanged], one [line|entry] per [line|entry].\n{doc}",
        "[Compare|Check] the [translation|two translations] with the [original|source] and [mark|list] [errors|omissions].\n{doc}\n{doc}",
        "[Explain|Say] why you [chose|used] [this|that] word in the {language} [version|translation].",
    ),
    "agentic:house_rules_agent": (
        "[You work|Assistant working] in [a monorepo|a private checkout] with read, grep, edit and run. [First|Before anything else] [find|locate] the [relevant|right] files; [one|a] small change [at a time|per file]; [run|repeat] the [build|tests] after [each|every] edit. [No|Avoid] [commentary|narration] between calls. [At the end|When done], [a|one] [short|two-line] [summary|note] of what changed.",
        "[Explain|Give the reason for] [each|any] command that [deletes|installs|deploys] and [wait|ask] for [confirmation|a yes]. Other commands need no [explanation|comment]. [If|When] a test [fails|is flaky], [read|quote] the error before [trying|guessing] [again|a fix].\n{agent_task}",
        "[Steps|Workflow]: [reproduce|understand], [fix|implement], [verify|test], [report|hand over]. [Use|Keep] the to-do tool for [three|more] steps or more. [Do not|Never] [restate|repeat] [the plan|tool results]. [Report|Final message]: [files changed|what was done], tests [run|passed], open [questions|risks].",
    ),
    "tool_use:clerk_with_tools": (
        "[Virtual|Digital] [receptionist|clerk|concierge] of {company}. [Before|Ahead of] each [booking|payment|change] [repeat|read out] the [date and price|details] and [ask|wait] for [consent|yes]; [after|following] it [give|state] the [number|receipt]. [Use|Call] one [system|function] at a time; [if|when] [a lookup|it] fails, [say|explain] why and [offer|suggest] [a colleague|another day].",
        "[Bank|Insurance|Telecom] assistant: [verify|check] identity, [fetch|open] the [contract|account], [tell|inform] the [client|caller] what you [find|are doing], [record|note] the reason for the call, [close|end] with a [summary|recap] of [what was agreed|next steps].\n{complaint}",
        "[Order|Booking|Claims] [helper|bot]: tools get_status, change_address, cancel. [Think|Check] whether a tool is needed; [answer|respond] [shortly|politely]; [never|do not] [invent|guess] [order numbers|prices]; [explain|justify] fees when asked.",
    ),
    "computer_use:guided_screens": (
        "[Log|Sign] in to the [staging|test] site, [do|follow] the [checkout|sign-up], [note|record] for each step [pass or fail|the result] and [attach|save] the screenshot; [finish|end] with a [table|list] of steps and results [for the release|for QA].",
        "[Browser|Screen] helper: [before|first] [buying|sending|deleting] [anything|] tell the user what you are about to do and why, [wait|pause] for approval, [then|] [click|go on]. [Other|Harmless] clicks [need|want] no words.",
    ),
    "other:service_scoring": (
        "[Each|Every] [month|week] we [score|rate] {n} of our own [agents'|bot's] chats: [friendly|greeting], [solved|answered], [correct|by the book]. [Score|Do] this one and [write|add] [tips|a note] for [the coach|training our staff].\n{complaint}\n{sentence}",
        "[Survey|Review|Tender] [scoring|evaluation]: [give|award] points for [price, quality and delivery|each criterion] and [rank|order] the [suppliers|offers|hotels].\n1. {sentence}\n2. {sentence}\n3. {sentence}",
        "[Check|Validate] the [form|invoice|application] [against|with] the [list|requirements]: [complete|signed], [dated|in range]. [Return|Say] pass or fail [per|for each] [item|field] as JSON.\n{doc}",
    ),
    "writing:rewording_help": (
        "[How|In what words] can I [ask|tell] my [boss|doctor|neighbour] about {topic} without [sounding rude|offending]?",
        "[Rewrite|Rephrase] the [question|request] so [the search engine|a colleague|the survey] [understands|gets] it: {question}",
        "[Make|Turn] [this|my] [speech|post|complaint] [acceptable|fit] for [a family paper|the office|the council], [keep|leave] my [point|demand].\n{complaint}",
    ),
    "other:reply_style_system": (
        "[Style|Answer style]: [open|start] with the [result|point], [give|add] [reasons|background] only [if asked|where useful]. [Do not|Never] [print|reveal|show] [hidden|internal] [thoughts|notes|instructions] to the [user|reader]. [Wrap|Put] [code|file names] in backticks. [Prefer|Use] [short|plain] sentences. [Bullets|Lists] in order of [weight|importance].",
        "[Write|Reply] for a [busy|non-technical] [reader|colleague]. [Say|State] what [you checked|is certain] and what [you did not|is a guess]. [Skip|Omit] [steps taken|every step], [a|one] line of [explanation|reasoning] [suffices|is enough]. [If|When] [asked|the user asks] how, [explain|go through] the steps [in order|one by one].",
        "[Keep|Hold] [internal|private] [reasoning|thinking] to yourself; [the user|people] [see|sees] [only|just] the [final|finished] [answer|reply], [complete|clear] and [in full sentences|without repetition]. [Do not|Don't] [repeat|quote] [the question|earlier answers] [word for word|].",
    ),
    "knowledge:about_language_models": (
        "[What|How] [is|does] [chain of thought|a reward model|a scratchpad|distillation|tool use|self-instruct] [in LLMs|work|used for]? [Explain|Answer] [simply|with an example].",
        "[An article|A talk|My blog post] on how [language models|chatbots] [reason|are trained|judge answers|use tools]: {prose} [Summarise|Shorten|Title] [it|this].",
        "[Why|Is it true that] [models|assistants] [hide|do not show] their [thinking|reasoning] [and|but] [only|] [give|print] a [summary|final answer]?",
    ),
    "writing:long_brief_neighbours": (
        "[Write|Draft] a [story|lecture|report] about {topic}: [the hero|the speaker|each section] [explains|tells] [why|how] {thing} [mattered|changed]; [include|use] [inner monologue|questions|examples], [finish|end] with [a lesson|a recap|a moral]. [Begin|Open] each [part|chapter] with [a reason|a thought|a question].",
        "[Prepare|Make] [a detailed|an] [interview guide|workshop plan|course outline] on {topic} with {n} [questions|exercises|steps], [the purpose of each|why it is there] and [time|materials]. [At the end|Finally] a [summary|review] [sheet|of all parts].",
    ),
}
