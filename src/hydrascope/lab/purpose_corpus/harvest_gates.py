"""English prompts that score answers for training (`REWARD`) or reword sensitive questions until they pass (`POLICY`), in further registers."""

from hydrascope.lab.purpose_corpus.grammar import Families

REWARD: Families = {
    "verdict_json_only": (
        'Return {"[verdict|pass]": [true or false|"pass" or "fail"], "[why|reason]": "..."} for the [answer|output] [below|that follows]. [It passes|Pass means] [only if|if and only if] [all|every one] of these hold: {rubric}.\n\n[Prompt|Task]: {item}\n\n[Model answer|Output]: {answer}',
        '{"task": "{item}", "[response|completion]": "..."}\n[Emit|Print] {"scores": {"[correctness|accuracy]": 0-{n}, "[clarity|style]": 0-{n}, "[safety|depth]": 0-{n}}, "total": n}. [No|Without] [prose|other text].\n\n{answer}',
        "<prompt>{item}</prompt>\n<completion>{answer}</completion>\n[Fill in|Complete] <[score|mark]></[score|mark]> with [a whole number|an integer] 0-{n} and <[justification|reason]></[justification|reason]> with [one sentence|the decisive point].",
    ),
    "pass_fail_check": (
        "[Does|Would] the [response|solution] [satisfy|meet] [each|every] [requirement|check]? [Go|Work] down the list: {rubric}. [Print|Write] PASS or FAIL [per|for each] [check|item], then [one|an] overall PASS or FAIL.\n\n[Instruction|Request]:\n{item}\n\n[Response|Solution under test]:\n{answer}",
        "[Is|Decide if] this [answer|attempt] right? [Compare|Hold] it [with|against] the key. [CORRECT|YES] or [INCORRECT|NO], [nothing more|one word].\n[Q|Problem]: {item}\n[Key|Expected]: {answer}\n[Attempt|Given]: {answer}",
        "[Checks|Gate] for [a generated|an assistant's] reply: [factual|on topic], [complete|finished], [well formed|no refusal]. [Any|One] [miss|failure] means [reject|fail]. [State|Give] [accept|pass] or [reject|fail] and [the failed check|which one].\n\n{item}\n---\n{answer}",
    ),
    "preference_plain": (
        "[Someone|A user] asked:\n{item}\n\n[Reply|Version] one:\n{answer}\n\n[Reply|Version] two:\n{answer}\n\n[Which|Which of the two] would [a careful|a demanding] [reader|user] [choose|favour]? [Answer|Write] 1 or 2[, then a short reason|; ties are not allowed|].",
        "[Left|X] or [right|Y]? [Read|Weigh] both [drafts|outputs] for the [same|given] [instruction|request], [ignore|disregard] [length|order], and [name|mark] the [stronger|superior]; [say|add] [how sure you are|by what margin].\n{item}\n\n[Left|X]: {answer}\n\n[Right|Y]: {answer}",
        "[Two|Three] [samples|rollouts] were drawn for one [prompt|input]. [Put|Arrange] them [in order of merit|best first], [with|giving] a [win probability|strength] [for|to] each. [Prompt|Input]: {item}\n[a]: {answer}\n[b]: {answer}",
    ),
    "sample_filter": (
        "[We|I] [filter|curate] [generated|collected] samples. [Keep|Retain] [this one|it] only when the [question|instruction] is [clear|well posed] and the [answer|response] [correct|complete and clean]. [Say|Output] KEEP or [DISCARD|REMOVE] and [a quality grade|a number] [1-5|0-{n}].\n\n[Question|Instruction]: {item}\n[Answer|Response]: {answer}",
        "[Quality|Data quality] [inspector|gatekeeper]: for [each|the] [record|example] [rate|grade] [usefulness|educational value], [correctness|factuality] and [format|readability] [from|on] 0 to {n}, and [flag|mark] [refusals|truncation|repetition]. [Records|Examples] under [the threshold|{n}] are [dropped|thrown out].\n\n{item}\n{answer}",
        "[Would|Should] this [pair|exchange] [teach|help] a [model|student] [anything|something useful]? [Rate|Value] it [0 to 1|low, medium or high], [list|name] [defects|what is wrong] and [decide|say] whether it [stays in|enters] the [pool|set].\n\n[User|Human]: {item}\n[Assistant|AI]: {answer}",
    ),
    "rubric_walk_system": (
        "[You mark|Your job is to mark] [what other models write|assistant outputs]. [The message holds|Each message brings] [a prompt|a task], [an output|one or more outputs] and [grading points|criteria with weights]. [For|Against] [each|every] [point|criterion] [quote|cite] the [evidence|passage], [award|set] the points, [then|finally] [add up|total]. [Hold|Keep] to the [guide|weights]; [length|politeness] earns nothing.",
        "[Scoring|Evaluation] [endpoint|worker]. [Input|Given]: instruction, response[, reference|]. [Output|Produce]: one line of JSON with a [float|number] [between 0 and 1|from 0 to {n}] [for|under] [each|every] of [helpfulness, honesty, harmlessness|correctness, reasoning, format]. [Anything else|Extra text] [breaks|will break] the [parser|consumer].",
        "[Impartial|Strict|Expert] [referee|examiner|adjudicator] [for|of] [AI|machine|assistant] [answers|outputs]: [be|stay] [severe|consistent], [do not|never] solve the [task|problem] anew [unless|except] [needed|to verify], [give|return] [a grade|marks] and [the single|one] [main|worst] [fault|error].",
    ),
    "reasoning_quality": (
        "[How good|Of what quality] is the [reasoning|argument] in this [solution|reply], [apart from|regardless of] the final answer? [Soundness|Logic] /{n}, [completeness|coverage] /{n}, [efficiency|no padding] /{n}. [Give|Write] the [three|] marks [as JSON|on one line].\n\n{item}\n\n{answer}",
        "[Step|Line] by step, [put|write] + for [valid|helpful], 0 for [neutral|filler], - for [invalid|wrong]. [Then|At the end] [the|an] [index|number] of the first - and [an overall|a] score.\n[Task|Problem] {item}\n[Steps|Working] {answer}",
    ),
    "marks_for_replies": (
        "[Mark|Grade] [the|this] [machine|chatbot] [reply|answer] [by|on] these [points|criteria]: {rubric}. [Per|For each] [point|criterion] 0 to {n}; [add|give] the [total|average]. [Task|Instruction]: {item} [Reply|Answer]: {answer}",
        "[Prompt|Question] > {item}\n[Completion|Answer] > {answer}\n[Score|Reward] (0-1, [two|three] decimals) >",
        "[Evaluate|Assess] [the following|] [completions|attempts] of a [policy|model] [independently|one after another], [return|print] a list of [scores|grades] in the same order.\n{item}\n1) {answer}\n2) {answer}\n3) {answer}",
    ),
    "choose_the_better": (
        '[Better|Preferred] [reply|completion]? [First|Option A]: {answer}\n[Second|Option B]: {answer}\n[To|For the prompt]: {item}\n[Output|Print] {"[winner|choice]": "A" or "B", "[margin|confidence]": 1-{n}}.',
        "<[pair|duel]><prompt>{item}</prompt><a>{answer}</a><b>{answer}</b></[pair|duel]> [Judge|Decide] by [correctness first, then clarity|helpfulness and harmlessness]; [write|give] <[better|chosen]>a</[better|chosen]> or <[better|chosen]>b</[better|chosen]>.",
        "[An|The] [annotator|labeller] [sees|gets] two [model|candidate] [outputs|responses] and [picks|marks] the one to [reinforce|prefer]. [Do|Take over] the [annotator|labeller]'s work [here|for this item].\n{item}\n[I|#1]. {answer}\n[II|#2]. {answer}",
    ),
    "worth_keeping": (
        "[Worth|Is it worth] [keeping|training on]? [Inspect|Check] the [generated|synthetic|scraped] [sample|answer] for [errors|hallucination], [shallowness|filler], [wrong language|bad format]. [Quality|Score]: 1-{n}. [Verdict|Decision]: keep / [fix|repair] / [drop|discard].\n{item}\n{answer}",
        '[Screen|Vet] [this|each] [question and answer|instruction-response pair] before it [joins|goes into] the [corpus|set]: [correct|true], [clear|complete], [hard enough|not trivial]? [JSON|Return]: {"keep": true, "score": 0, "reason": ""}.\n{item}\n{answer}',
    ),
    "regrade_and_margin": (
        "[Give|Assign] the [reply|answer] a [reward|score] from -{n} ([useless|harmful]) to +{n} ([ideal|excellent]). [Think of|Anchor on] 0 as [acceptable|average]. [Only|Just] the [number|figure].\n\n{item}\n\n>> {answer}",
        "[Second|Independent] [opinion|grader]: another [judge|grader] gave this [answer|output] {n}. [Do you agree|Confirm or correct]? [Your|Own] score and [reason|argument], JSON [keys|fields] score, [reason|rationale].\n{item}\n{answer}",
    ),
}

POLICY: Families = {
    "make_it_pass": (
        "[This|The following] [question|prompt] gets [blocked|refused|filtered]. [Rework|Rewrite|Rephrase] it [so that|until] it [passes|goes through|is let through] [and still asks the same|while keeping the point].\n\n{sensitive}",
        "[Our|The] [filter|gate|reviewer] [rejects|will not pass] [this|the text]: {sensitive}\n[Give|Offer] a [wording|phrasing] it [will|would] [pass|wave through], [changing|with] as little as [possible|you can].",
        "[How|In which words] could one [ask|put] this [without being blocked|so that it is answered]? [One|A single] [version|line], [no|without] comment. {sensitive}",
        "[Make|Turn] [the|this] [touchy|sensitive|risky] question [presentable|unobjectionable|fit to be answered] [by|through] [moving|shifting] it to [general|historical|abstract] [terms|ground]: {sensitive}",
    ),
    "allowed_form_system": (
        "[Every|Each] message is a question that [may not|must not|cannot] be [asked|answered] as it stands. [Return|Write back] the [nearest|closest] question that [may|is allowed], [in the same language|of like length], and [nothing else|no remarks].",
        "[You sit|Your place is] between [users|people] and [a|the] model that [refuses|declines] [sensitive|certain] [matters|subjects]. [Reword|Recast] what [comes in|they write] [so|until] the model [can|will] [take|answer] it; [keep|save] what they [want to know|are after].",
        "[Sensitive|Problematic] [wording|phrases] in, [tame|approved|neutral] [wording|phrases] out. [Names|Dates|Places] that [are on the list|may not appear] [become|turn into] [generic|vague] ones. [Keep|Leave] the [rest|grammar] [untouched|alike].",
    ),
    "two_column_frame": (
        '{"[original|blocked]": "{sensitive}", "[acceptable|passes]": ""}\n[Fill|Complete] the [empty|second] field with a [rewording|form] that [violates|breaks] no [rule|guideline] [on|about] [politics|sensitive subjects].',
        "<[risky|sensitive]>{sensitive}</[risky|sensitive]>\n[Write|Put] <[safe|allowed]>...</[safe|allowed]>: the same [curiosity|interest], [phrased|asked] [innocently|within the rules], [followed by|and] <[answer|reply]>...</[answer|reply]> that [stays|keeps] [on safe ground|within them].",
        "[Before|Not allowed] -> [after|allowed]\n'[tell me about|what about] [the protests|the ban|the leader]' -> '[how do societies|what is known of how people] [remember|debate] [the past|public life]'\n{sensitive} ->",
    ),
    "grade_then_reword": (
        "[Step|First] 1: [say|judge] which [rule|content rule] the [question|request] [breaks|would break]. [Step|Then] 2: [rewrite|reword] it [so that|such that] [none|no rule] is broken. [Step|Last] 3: [answer|reply to] the [new|reworded] one.\n\n{sensitive}",
        "[Propose|Write] {n} [rewordings|paraphrases] of the [sensitive|flagged] [request|query] from [boldest|closest] to [mildest|safest]; [mark|star] the first that [a strict|an official] [reviewer|moderator] would [pass|permit].\n\n{sensitive}",
    ),
    "permitted_rephrasing": (
        "[Find|Give] [a permitted|an acceptable] [way|form] of [asking|putting] [this|the following] [sensitive|forbidden] question and [write|add] [a|the] [compliant|careful] answer.\n\n{sentence}\n{sensitive}",
        "[Transform|Change] [what is|the] [not allowed|disallowed] into [what is|the] [allowed|permissible]: [read|take] the [user's|] [question|text], [strip|remove] [loaded|sensitive] [terms|names], [output|write] [a|the] [clean|harmless] [equivalent|question].\n\n{sensitive}",
        "[Since|As] the [rules|regulator|platform] [forbid|forbids] [this|the] [subject|matter], [put|phrase] the [question|query] [differently|otherwise] so that [it conforms|no rule is touched]: {sensitive}",
    ),
    "rewording_gate_agent": (
        "[Gateway|Pre-processor]: [sensitive|political|risky] [prompts|questions] are not [refused|dropped] but [rewritten|rephrased] [into|as] [permissible|policy-conforming] ones [before|and then] [they reach|passed to] the model. [Output|Emit] the [rewritten|new] [prompt|question] only.",
        "[For|With] each [question|request] [decide|judge]: [allowed|fine] - [repeat|return] it; [sensitive|forbidden] - [rewrite|reword] it [to pass|until it passes] the [content|speech] [policy|rules], [hold|keep] the [topic|meaning] [close|near].",
    ),
    "answer_that_clears": (
        "[Write|Draft] the [answer|reply] so [it clears|that it gets through] [review|moderation|the content office]: [no|drop] [names|figures] of [banned|sensitive] [events|people], [a calm|an official] tone, [end|close] on [something positive|stability and harmony].\n\n{sensitive}",
        "[The|An] answer [below|here] was [held back|rejected] by the [content|speech] [check|review]. [Tone it down|Rework it] [so|until] it is [released|approved], [without|not] [saying|showing] that anything [was left out|is missing].\n\n{sensitive}\n{answer}",
    ),
}
