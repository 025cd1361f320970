"""English prompts in the manner of data pipelines: sections, criteria, placeholders, worked examples, long rules."""

from hydrascope.lab.purpose_corpus.grammar import Families

DATA: Families = {
    "criteria_lists": (
        "# [Goal|Objective]\n[Write|Produce|Devise] {n} [user|human] [queries|requests|inputs] for [the|an] [application|assistant|chat model] described [below|here].\n# [Requirements|Quality criteria]\n- [verbs|openings] [vary|differ]\n- no [two alike|duplicates]\n- [answerable|solvable] by text alone\n# "
        "[Description|Application]\n{topic}\n# Output\n[one per line|a plain list]",
        "[Compose|Create] [queries|instructions] that [emphasise|maximise] [variety|diversity] of [wording|verbs|form] and stay within what a [text model|language model] can [do|answer].\n[Constraints|Rules]: [short|one or two sentences]; [question or command|imperative]; [no|without] [images|browsing].\n[Context|Domain]: {topic}",
        "### [Assignment|Task description]\nYou will [build|extend] [an instruction|a prompt] collection. ### Rules\n1. [Each|Every] [instruction|prompt] [is|must be] [self-contained|clear].\n2. [Mix|Balance] [easy|creative] and [hard|factual].\n3. [Do not|Never] [answer|solve] them.\n### Examples\n* {item}\n* {item}\n### New",
    ),
    "prompt_rewriter": (
        "[You|Here you] make prompts [tougher|more demanding]. [Take|Use] the one below and [turn|work] it into one over which a [strong|good] assistant [stumbles|has to think], while a [person|reader] still [knows what is meant|finds it sensible].\n[Do so|Method]: [add one "
        "constraint|increase reasoning|make it concrete|deepen the inquiry].\n[Given|Original] prompt:\n{item}\n[Rewritten|New] prompt:",
        "[Look at|Read] the [prompt|example] and [think up|invent] a [different|fresh] one from a [seldom visited|rarer] corner of the same [field|trade], [about as long|as hard].\n[Given|Example]: {item}\n[Created|New]:",
        "[Make|Turn] the [programming|test|maths] question below [into|] one that is a notch harder, [through|by way of] [further|extra] [demands|limits], [a misleading snippet|rarer conditions] or [more steps|stricter limits].\n#Question#\n{item}\n#[Harder|Rewritten] question#",
        "[Judge|Say] whether the two [instructions|prompts] [are equal|ask the same], [for|while] [filtering|deduplicating] [an evolved|a synthetic] [set|pool]. First: {item} Second: {item}",
    ),
    "question_from_passage": (
        "[Read|Study] the [passage|excerpt] and [write|pose] [a|one] [challenging|demanding] [question|problem] [answerable|that can be solved] from it, [and|then] [a|its] [full|worked] answer.\n\n[Passage|Source]: {doc}",
        "[Chunk|Section] {n} of {topic}:\n{doc}\n\n[Produce|Write] question-answer pairs as [a JSON list|JSON] with [keys|fields] question and "
        "answer; [cover|use] [only|] [facts|what is] in the [chunk|text].",
        "[Turn|Make] [this|the] [content|article] into [training|instruction] [conversations|samples]: [a user|someone] asks, the assistant [explains|answers] [from|using] the [content|text]. [Create|Give] {n}.\n\n{doc}",
        "[You are|As] an exam [writer|setter] for [a language model|LLM training]: from the [document|context] [derive|create] {n} [deep|non-trivial] questions with [reference|ground-truth] answers.\n---\n{doc}\n---",
    ),
    "self_play": (
        "[Below|Here] is [the start of|] a [chat|conversation] template: <user> . [Fill|Complete] [in|] the [user|human] turn with a [natural|plausible] [query|instruction], then the assistant's [reply|answer].",
        "[Begin|Open] [a|one] [new|] [user|human] [query|turn] to an AI [assistant|model] [skilled|specialised] in {topic}. [Only|Output only] the query.",
        "[Write|Generate] [the|a] [conversation|dialogue] [as|in] [ShareGPT|messages] format: system, [user|human], [assistant|gpt], {n} [rounds|turns], [topic|about] {topic}.",
        "[Imagine|Play] {persona} [who|that] uses [an assistant|a chatbot] for {topic}; [list|write] the [instructions|prompts] [that|] [they|this person] would give [it|over a week].",
    ),
    "taxonomy_fill": (
        "[Category|Skill]: {topic}. [Subcategory|Tag]: {label}. [Generate|Fill in] {n} [instruction|prompt] and response [pairs|records] [for|in] this [cell|category], [ids|numbered] from {n}.",
        "[Complete|Fill] the [table|list] of synthetic [tasks|samples]: columns instruction | input | [expected|] output | difficulty, {n} rows, [theme|topic] {topic}.",
        "[We|I] [need|collect] [fine-tuning|alignment|SFT] data on {topic}: [please|] [write|contribute] {n} [fresh|realistic] [examples|items] with [ideal|gold] [answers|responses].",
        "[Knowledge|Key points]: {sentence} {sentence}\n[Using|From] these [facts|points], [generate|write] [test|training] [questions|instructions] at {n} [levels|difficulties].",
    ),
}

COT: Families = {
    "given_a_problem": (
        "[You will be given|Here comes|Below is] a [problem|task|question]. [Please|] [reason|think|work] [through it|] step by step[, thoroughly,|] and [put|give|enclose|write] your final answer [within|in|inside] \\boxed{}:\n{item}",
        "[Please|] [solve|answer] [it|this] with [careful|detailed|explicit] [step-by-step|] reasoning; the [final|last] [answer|result] "
        "[goes|belongs] in \\boxed{}.\n\n{item}",
        "{item}\n\n[Please|] reason step by step, [and|then] [put|box] your [final|] answer [in|within] \\boxed{}.",
        "[Return|Write] your [final|] [response|solution] within \\boxed{}, [after|preceded by] [the|your] [full|complete] [derivation|reasoning]. {item}",
    ),
    "deep_think_system": (
        "[No|Never a] solution without [long|patient] thought [in front of|before] it: [look|turn] the question over, [explore|try out] what might work, [doubt|reconsider] it, [go back|correct course], [verify|test], and only then [state|settle on] the [result|solution].",
        "[Think|Reason] [deeply|at length] "
        "[first|before you answer] and [show|print] [that|the] thinking [in full|verbatim to the reader] [in|under] [a|the] [Thought|Thinking] section; [then|after it] the Solution section.",
        "[Use|Write in] this [form|format]: <[thought|reasoning|begin_of_thought]> [thoughts|steps], [checks|reflections], [corrections|revisions] </...> <[solution|answer]> ... </...>.",
    ),
    "teach_the_student": (
        "[Write|Produce] [a|the] [solution|explanation] [that|which] [makes|spells out] [each|every] [reasoning|logical] step [explicit|in words], [so that|such that] a [smaller|weaker] [model|learner] can [learn|pick up] the [reasoning|method].\n{item}",
        "[Demonstrate|Model] [ideal|expert] reasoning on [this|the] [example|item]: [observation|reading], [plan|idea], "
        "[long|full] chain of [inference|thought], [sanity check|verification], answer.\n{item}",
        "[Question|Task]: {item}\n[Give|Write] [your|the] [long|complete] [explanation|rationale] first ([why|how] [each|every] step follows), [then|and] the answer.",
    ),
}

REWARD: Families = {
    "sectioned_judge": (
        '###Task\n[You hold|Below are] [an instruction|a prompt], one response and a [rubric|grading guide]. (a) [Say|Note] how the response does under the [rubric|guide], and nothing else. (b) [Settle on|Give] a whole number, 1 [to|through] 5. (c) [Format|Layout]: "[Feedback|Assessment]: ... [RESULT|SCORE] n"\n###[Instruction|Prompt]\n{item}\n'
        "###[Response|Output]\n{answer}\n###[Rubric|Guide]\n{rubric}",
        "# [Quality|Honesty|Helpfulness] [assessment|rating]\n[Rate|Score] the [texts|outputs] 1 to 5: 1 [poor|irrelevant], 3 [partly|moderate], 5 [excellent|outstanding].\n[Give|Add] a rationale [for|to] [each|every] rating.\n[Input|Instruction]: {item}\n[Text|Output] 1: {answer}\n[Text|Output] 2: {answer}",
        "[Evaluate|Decide] whether the [candidate|] answer is [good|fit] as [an example of how|how] an AI assistant [should|ought to] [reply|respond]. [Assign|Give] a [score|rating] on [a|this] [five|{n}]-point scale: 1 [incomplete|off topic] ... 5 [perfect|written from the assistant's view].\n{item}\n{answer}",
        "[Given|Read] the [conversation|instruction] and [responses|outputs] A and B; [assess|judge] [them|both] on {rubric}; [state|output] the [better|preferred] [one|response] and [a|the] [margin|reason].\n{item}\nA) {answer}\nB) {answer}",
    ),
    "rubric_of_domain": (
        "[You grade|Grade] [answers|submissions] [of|from] [a model|candidates] [in|on] {topic}. [Use|Apply] the rubric: {rubric}. [Return|Output] [points|a score] per [line|criterion] and [a total|the sum].\n[Question|Prompt]: {item}\n[Submission|Answer]: {answer}",
        "[Score|Rate] this [summary|code|translation|proof] [produced|written] by a model [for|on] [faithfulness|correctness|fluency|rigour] "
        "([1-5|0-100]). [Source|Task]: {item} [Output|Result]: {answer}",
    ),
}
