"""English prompts of ordinary work on code, data, business and agents. A family named `capability:name` has that capability."""

from hydrascope.lab.purpose_corpus.grammar import Families

CODE: Families = {
    "coding:fix_bug": (
        "[Why|Any idea why] does this [throw|fail with|give] [a TypeError|an error|None|a segfault|an exception]? [I've been stuck for hours.|]\n\n{code}",
        "[Fix|Debug|Find the bug in] [this|the following|my] [code|function|script|query]{end}\n\n{code}\n\n[Error:|It prints:|Traceback:] [KeyError: 'id'|index out of range|undefined is not a function|null pointer]",
        "[my|the] [tests|unit tests] [fail|are failing] after I [upgraded|changed] the [library|schema]. [what changed?|help]\n{code}",
        "[It works locally but|This] [crashes|hangs|times out] in [production|CI|docker]. [Where should I look first?|What could be the reason?|How do I trace it?] {code}",
    ),
    "coding:write_code": (
        "[Write|Implement|Create] [a|an efficient|a small] [function|class|script|endpoint|component] [in|with] [Python|Rust|Go|TypeScript|Java|C++|SQL] that {code_task}.",
        "[Can you|Please|Could you] [add|implement] {code_task} [to|in] [this|the] [module|file|class]? [Keep the style.|No new dependencies.|]\n{code}",
        "[Complete|Finish] the [function|method]{end}\n\n{code}",
        "[convert|port|rewrite] this [to|in] [async|typescript|rust|a comprehension|pandas|plain SQL]\n\n{code}",
    ),
    "coding:explain_code": (
        "[Explain|What does] [this code|this snippet|the following function] [do|, line by line|step by step|in simple terms]{end}\n{code}",
        "[Review|Look over] [my|this] [pull request|diff|patch] and [point out|comment on] [bugs|style issues|risks].\n\n{code}",
        "[Add|Write] [unit tests|docstrings|type hints|comments] for [this|the code below].\n\n{code}",
        "[Refactor|Simplify|Clean up|Optimise] [this|my code][ without changing what it does|]:\n\n{code}",
    ),
    "coding:pair_programmer": (
        "You are [a|an expert] [pair programmer|coding assistant|software engineer] [in|inside] [an editor|an IDE|a terminal]. [Answer|Reply] with [code|short, correct code|a diff]. [Follow|Respect] the [user's|project's] "
        "[conventions|style]. [Explain|Say why] only [when asked|if it is not obvious].",
        "[Act as|You're] [my|a senior] [developer|reviewer]. [Prefer|Use] [simple|readable] solutions, [mention|note] [edge cases|complexity], and [ask|tell me] if [something|the requirement] is unclear.",
        "You are [a|the] [code review|CI] [bot|assistant]. [For|On] [each|every] [diff|merge request], [list|report] [problems|findings] with [file and line|severity] and [suggest|propose] a fix. [Summarise|End] with [approve|a verdict].",
        "Suggest [edits|the next lines] as *SEARCH/REPLACE* blocks. [Only|] [change|touch] files [the user|I] [added|mentioned]. [Commit|Write] messages in the imperative.",
    ),
    "coding:ops_questions": (
        "[How do I|How can I|What's the best way to] [configure|set up|deploy|profile|roll back|mock|cache|paginate|stream|lock] [a Kubernetes ingress|postgres replication|nginx|a GitHub workflow|terraform state|redis|a websocket|an S3 upload|OAuth login]?",
        "[regex|bash one-liner|sql query|jq filter|git command] to [extract the domain|delete merged branches|count rows per day|find large files|undo the last commit|rename columns]",
        "[What is|What's] the difference between [let and var|a mutex and a semaphore|merge and rebase|TCP and UDP|REST and GraphQL|threads and processes|a list and a tuple]?",
        "[Generate|Create] [mock|dummy|seed|fixture] data for [my|the] [tests|staging database|demo]: {n} [users|orders|products] as [JSON|SQL inserts|CSV].",
    ),
    "data_analysis:tables": (
        "[Here is|I have] [a table|a CSV|the sales data|a dataframe]. [What|Which] [trend|outlier|month|segment] [stands out|is highest|explains the drop]?\n{table}",
        "[Write|Give me] [a|the] [SQL query|pandas code|Excel formula|R snippet] [to|that] [aggregates|computes|joins|pivots] [revenue by region|monthly churn|the median per group|a rolling average].\n{table}",
        "[Analyse|Summarise] [these|the] [figures|numbers|results|survey answers] for [my manager|the board|the weekly report].\n{table}",
        "[Which|What] [test|model|chart] [should I use|fits] to [compare two groups|forecast demand|show a distribution|detect anomalies]? [I have {n} rows.|The data is skewed.|]",
        "You are [a|an] [data|business|BI] analyst [assistant|]. [Users|People] ask about [the warehouse|dashboards|KPIs]. [Write|Answer with] [SQL|a short insight|a chart spec] and [state|mention] assumptions. [Tables|Schema]: {table}",
    ),
}

BUSINESS: Families = {
    "other:support_bot": (
        "You are [a|the] [friendly|polite] [customer support|service|help desk] [agent|assistant|bot] [of|for] {company}. [Answer|Help with] questions about [orders|billing|accounts|returns]. [If unsure|When you cannot help], "
        "[escalate|hand over] to a [human|colleague]. [Never|Do not] [promise refunds|share internal information|discuss competitors].",
        "[Where is|When will] my [order|parcel|refund] [arrive|come]? [Order|Number] {n}{n}.",
        "[I|We] [want|would like] to [cancel|change|upgrade] [my|our] [subscription|booking|plan]. [What do I have to do?|Is there a fee?|]",
        '[Reply|Respond] to [this|the] [customer|complaint|review] [politely|in a friendly tone] and [offer|explain] [a discount|the delay|the next steps].\n\n"{complaint}"',
    ),
    "other:classify": (
        "[Classify|Categorise|Label] the [ticket|email|review|message|transaction] as [one of|] [billing, technical, account, other|positive, negative, neutral|spam or ham|urgent, normal, low]. [Answer|Reply|Output] [with|] [only|] the "
        "[label|category].\n\n{complaint}",
        "[Extract|Pull out] [the|] [name, date and amount|entities|invoice fields|skills|addresses] [from|in] the [text|document|email] [as|into] JSON.\n\n{doc}",
        "[Is|Does] [this|the] [comment|post|message] [violate|break|against] [our|the] [community guidelines|content policy|house rules]? [Answer|Reply] [allow or block|yes or no|with a category].\n\n{complaint}",
        "[Detect|Which is] the [language|sentiment|topic|intent] of the [following|] [text|utterance]: {complaint}",
        'You are a [moderation|triage|routing] [service|step]. [Input|You get]: one [message|ticket]. [Output|You return]: {"label": ..., "confidence": ...}. [Labels|Categories]: {label}, {label}, {label}.',
    ),
    "knowledge:rag": (
        "[Answer|Respond to] the [question|user] [using|based on|from] [only|] the [context|sources|documents] [below|provided]. [If|When] the [answer|information] is not [there|in them], say you [don't|do not] know. [Cite|Quote] the "
        "[source|section].\n\nContext:\n{doc}\n\nQuestion: {question}",
        "[Passages|Search results] come first, the question last. [Answer|Help] from [them|what they say], [in a few words|briefly].\n\n{doc}\n\nQuestion: {question}\n[Helpful answer|Answer]:",
        "You are [an|a] [internal|enterprise|documentation] [assistant|search bot] [for|of] {company}. [Ground|Base] [every|each] [answer|claim] [in|on] the [documents|snippets], [with|give] [numbered|] citations.",
        "[Given|With] the [conversation|chat history] and a follow-up question, [turn|make] the follow-up [into|] a [question|search query] that stands by itself.\n\n{question}\n{question}",
    ),
    "writing:rewrite": (
        "[Rewrite|Rephrase|Polish|Proofread] [this|my|the] [email|text|paragraph|abstract] [to sound|to be|so that it is] [more polite|shorter|professional|friendlier|clearer][ and correct the grammar|]:\n\n{doc}",
        "[Make|Turn] [this|it] [more formal|less harsh|acceptable for a client|suitable for children|gender neutral|appropriate for work]{end}\n{complaint}",
        "[Rewrite|Rephrase] [our|the] [advert|policy|privacy notice|product claim] so [that|] it [complies|is compliant] with [the style guide|GDPR wording|advertising rules|plain language rules].\n\n{doc}",
        "[Draft|Write|Compose] [an email|a letter|a post|a press release|a job advert|a cover letter] [about|for|announcing] {topic}. [Tone|Make it]: [warm|formal|playful|concise].",
    ),
    "writing:summarise": (
        "[Summarise|Summarize|Condense|Sum up] the [text|article|meeting|thread|report] [below|] in [three bullet points|one paragraph|{n} sentences|plain words].\n\n{doc}",
        "[TL;DR|tldr|Key points|Main takeaways][?|:|] {doc}",
        "[Write|Give me] [a title|a headline|five titles|tags|an abstract|meeting minutes|action items] for [this|the] [text|transcript|article].\n\n{doc}",
    ),
    "other:translate": (
        "[Translate|Render] [the following|this] [text|email|menu|contract clause|]{end} [into|to|from English to] {language}.\n\n{doc}",
        '[How do you say|What is] "{topic}" in {language}?',
        "You are [a|an] [professional|expert] translator. [Translate|Render] [everything|each message] [the user writes|you receive] into {language}, [keep|preserve] [formatting|names|tone], [output|return] [only|] the translation.",
    ),
    "writing:human_grading": (
        "[I am|I'm] a [teacher|lecturer|tutor]. [Mark|Grade] [my|this] student's [essay|homework|lab report] [with|using] [our|the] [class|school] rubric and [write|give] [kind|useful] feedback [for|to] [her|him|the parents].\n\n{doc}",
        "[Which|Which one] of [these|my] [two|three] [logos|slogans|titles|offers|phones|laptops|apartments] is better [and why|for me]? {topic}",
        "[Rate|Score] [my|this] [CV|resume|pitch|poem|business idea] [out of|from 1 to] 10 and [tell me|say] how to improve it.\n\n{doc}",
        "[Compare|What are the pros and cons of] [renting and buying|an electric and a petrol car|two job offers|Postgres and MySQL|these plans] [for|in] [my case|a small team].",
    ),
}

AGENTS: Families = {
    "agentic:coding_agent": (
        "You are [a|an] [coding|software|terminal] agent [running|working] in [the user's|a local] [repository|checkout]. [Use|Call] the tools to [read|search], [edit|patch] and [test|run]. [Be concise|Keep going until done]. "
        "[Ask|Get approval] before [destructive|network] [commands|operations]. [When done|At the end] [say|tell] [briefly|in one line] what [changed|you changed].",
        "[Fix|Resolve] [the|this] [failing test|issue|lint errors|type errors] in [this|the] repo: {agent_task}",
        "[Send|Write] [short|brief] [preambles|progress notes] [before|with] [groups of|] tool calls; [no|avoid] [long|verbose] [explanations|text]. [Do not|Never] [commit|push] unless [asked|told].",
    ),
    "tool_use:assistant_tools": (
        "You [can|may] [use|call] [tools|functions] to [look up|check|book|search] [the weather|flights|orders|the calendar|stock]. [Answer|Reply] [directly|] when no tool is [needed|required].",
        "[Book|Find|Check|Schedule|Remind me of] [a table for two|flights to Lisbon|the weather in Oslo|a meeting on Monday|my next appointment|the price of item {n}]",
        "[Answer|Respond to] the [user|question] as best you can. [You have access to|Available] tools: [search, calculator|lookup_order, refund|get_weather]. [Use|Follow] [the|this] format: Thought, Action, Action Input, Observation, Final Answer.",
        "[Assistant|You] for [a smart home|a bank|a travel site|a CRM]. [Call|Use] the [right|matching] function with [valid|exact] [arguments|parameters]; [confirm|ask] before [payments|changes].",
    ),
    "agentic:workflow_agent": (
        "You [are|act as] [the|a] [research|operations|sales|planning] agent in a [crew|team|workflow]. [Goal|Your goal]: {agent_task} [Use|Work with] the tools [available|given] and [return|give] your [final|complete] [report|answer].",
        "[Plan|Break down] the [task|goal] into [steps|to-dos], [carry|work] them out with the tools, and [report|deliver] the [result|outcome] [to the user|].\n\n{agent_task}",
        "[Continue|Go on|Proceed][.|, please.| with the next step.| until the build is green.]",
    ),
    "computer_use:screen": (
        "[You can|Use the] [see|control] [a|the user's] [browser|desktop|screen]. [Fill in|Click through|Navigate to] [the form|the checkout|the settings page] and [stop|ask] before [submitting|paying].",
        "[Open|Click|Scroll|Type] [the settings menu|the blue button|to the bottom of the page|my name into the search box] and take a screenshot.",
        "[Go to|Log in to|Navigate] [the website|the portal|my inbox] in the browser, [download|find|fill in] [the invoice|the latest form|the booking page], [then|and] close the [tab|window].",
    ),
    "vision:image": (
        "[What|What's] [is|] [in|on] [this|the] [picture|photo|image|screenshot|chart|diagram]?",
        "[Describe|Caption|Read the text in|Transcribe] the [attached|] [image|photo|scan|receipt|figure][ in one sentence|].",
        "[Which|How many] [animals|people|objects|colours|bars] [do you see|are visible|are there] in the [image|photo|chart]?",
        "[Answer|Look] the question [about|at] the [image|picture]: [what colour is the car|where is the sign|what does the label say|what is the highest bar]?",
    ),
}
