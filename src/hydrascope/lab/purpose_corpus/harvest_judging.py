"""English prompts that use the model as a judge whose verdicts train another (`REWARD`), or that launder sensitive questions (`POLICY`)."""

from hydrascope.lab.purpose_corpus.grammar import Families

REWARD: Families = {
    "pointwise_rubric": (
        "[Grade|Score|Mark] the [candidate|model|submitted] [answer|response] [against|by|using] the rubric [below|given], [from|on a scale of] 1 to {n}. "
        "[Return|Output] [only the score|the number and a short reason].\n\nRubric:\n{rubric}\n\nTask: {item}\n\n[Candidate|Response]: {answer}",
        "[Apply|Use] [each|every] criterion of [this|the] rubric to the [response|completion] and [give|assign] [a|an integer] [score|mark] per criterion "
        "and a total.\n{rubric}\n\n[Prompt|Instruction]: {item}\n[Completion|Output]: {answer}",
        "You are [a strict|an impartial|a calibrated] [grader|evaluator|rater]. [Rate|Assess] how well the [response|answer] [meets|satisfies] the "
        "[criteria|standards]: {rubric}\n\n### Instruction\n{item}\n### Response\n{answer}\n### Score",
        "[Score|Evaluate] the [quality|correctness] of the [reply|output] with a [number|decimal] between 0 and 1, where 1 [means|is] [flawless|ideal]. [JSON|Reply "
        'with JSON]: {"score": ...}\n\n{item}\n\n{answer}',
    ),
    "pairwise": (
        "[Compare|Here are] two [answers|responses|completions] to the same [prompt|question]. [Decide|Say] which [is better|one you prefer] and "
        "[by how much|how strongly].\n\nPrompt: {item}\n\nA: {answer}\n\nB: {answer}",
        "[Which|Choose which] [assistant|response], A or B, is more [helpful|accurate|honest|harmless]? [Output|Answer] [[A]] or [[B]] or [[C]] for a "
        "tie.\n{item}\n\n[Assistant A|Response A]\n{answer}\n\n[Assistant B|Response B]\n{answer}",
        "[Label|Annotate] the [preference|chosen and rejected one] between the two [candidates|outputs] below, [with|and give] a [margin|confidence] from 1 to {n}."
        "\n\n{item}\n\n(1) {answer}\n\n(2) {answer}",
        "[Act|Serve] as a [fair|neutral] judge between two [models|assistants]. [Avoid|Beware of] position [bias|effects] and [length|verbosity]. [End|Finish] with the "
        "[winner|verdict].\n\n[User question] {item}\n\n[First answer] {answer}\n\n[Second answer] {answer}",
    ),
    "listwise": (
        "[Rank|Order|Sort] the [candidate|sampled] [answers|responses] [from best to worst|by quality]. [Output|Give] [only|] the [order|permutation], such as 2 > 1 > "
        "3.\n\n{item}\n\n1. {answer}\n2. {answer}\n3. {answer}",
        "[Of|Among] the [following|{n}] [samples|completions], [pick|select] the [single|] [best|strongest] one and the [worst|weakest] one.\n\nTask: {item}\n\n#1 "
        "{answer}\n#2 {answer}\n#3 {answer}",
        "[Assign|Give] [each|every] [candidate|response] a [reward|quality] [value|score]; [better|stronger] [candidates|ones] [get|must get] a [higher|larger] "
        "[value|score]. [Prompt|Input]: {item}\n[0] {answer}\n[1] {answer}\n[2] {answer}",
    ),
    "feedback_then_score": (
        "[Write|First write] [detailed|constructive] feedback that [assesses|judges] the [response|answer] [strictly|only] [by|based on] the [given|scoring] rubric, [then|"
        "and after it] [a|the] score [from|between] 1 [to|and] 5.\n\n[The instruction|Instruction]: {item}\n[Response to evaluate|Response]: {answer}\nRubric: {rubric}",
        '[Point out|List] the [strengths|merits] and [weaknesses|flaws] of the [completion|model output], then [conclude|end] with "[Overall|Final] [score|rating]: '
        '[x]".\n\n{item}\n\n{answer}',
        "[Provide|Give] a [rationale|critique] and a [rating|grade] for [each|every] [aspect|dimension] - {rubric} - of the text generated [for|from] the "
        "[instruction|prompt].\n\nInstruction: {item}\nText 1: {answer}\nText 2: {answer}",
        "[Critique|Review] the [draft|assistant] answer and [assign|settle on] a [grade|mark] [on the scale|out of] {n}; the [grade|mark] will be [used|fed back] as "
        "[a training|the reward] signal.\n{item}\n{answer}",
    ),
    "reward_persona": (
        "You are a reward model. [For|Given] [a|any] (prompt, response) pair [return|emit] [one|a single] [scalar|number] that [reflects|estimates] how much a [careful|"
        "human] [annotator|rater] would [like|prefer] [it|the response].\n\n{item}\n###\n{answer}",
        "[Act|Behave] as the preference [oracle|labeller] of [an RLHF|a reinforcement learning] [pipeline|run]: [read|take] the [rollout|sample] and [output|return] its "
        "reward.\n\n[Rollout|Sample]: {item}\n{answer}",
        "You [judge|score] [policy outputs|rollouts] for [alignment|fine-tuning]. [Criteria|Axes]: {rubric}. [Reply|Answer] in JSON with one [integer|number] per "
        "[criterion|axis].\n\n{item}\n\n{answer}",
    ),
    "process_steps": (
        "[Judge|Label] [each|every] [step|line] of the [solution|derivation] [below|given] as [correct|good], [neutral|unclear] or [wrong|bad], [one label per line|in "
        "order].\n\nProblem: {item}\n\nSteps:\n{answer}",
        "[Find|Locate] the first [wrong|faulty] step in [this|the candidate] [solution|reasoning] and [give|assign] [a|the] step-level [score|reward] to [each|all] "
        "steps.\n\n{item}\n\n{answer}",
        "[Verify|Check] the [model's|candidate] [answer|solution] against the [reference|ground truth]; [output|reply] 1 if [equivalent|correct], 0 if not, [and nothing "
        "else|with no comment].\n\nQuestion: {item}\nReference: {answer}\n[Candidate|Prediction]: {answer}",
    ),
    "rubric_system": (
        "[You will receive|The user sends] a task, [an answer|a submission] and a rubric. [Grade|Score] the [answer|submission] [item by item|criterion by criterion], "
        "[give|report] points [earned|awarded] and [possible|maximum], and [finish|close] with the [sum|total].",
        "[As|In the role of] an [evaluation|scoring] [engine|service], [read|take] [a prompt|an instruction] and [a completion|several completions], [apply|use] the [rubric|"
        "scoring guide] and [emit|return] [machine-readable|JSON] [scores|verdicts] [only|without prose].",
        "[Assess|Evaluate] [responses|outputs] for [instruction following|helpfulness], [truthfulness|accuracy], [harmlessness|safety] and [style|clarity]; [use|on] a "
        "[five|seven|ten]-point scale [each|for every dimension].",
        "[Award|Give] [full|partial] credit per rubric [line|item]. [Be|Stay] consistent: the same [answer|quality] must always [get|receive] the same [score|mark].",
    ),
    "constitution": (
        "[Does|Check whether] the [response|answer] [violate|follow] [this|the] principle: {rubric} [Answer|Give] [yes|a verdict] or no and [how|a] [severe|severity] (0-{n})."
        "\n\n{item}\n{answer}",
        "[Consider|Look at] the [principle|guideline] and the two [replies|responses]; [state|tell] which [follows|respects] it more [closely|faithfully].\n{rubric}\n\n{item}"
        "\n(A) {answer}\n(B) {answer}",
        "[Filter|Decide]: is this [sample|example] good enough to [keep|include] in the [fine-tuning|training] set? [Score|Rate] it [0-10|from 1 to 5] for [quality|"
        "usefulness] and [answer|say] keep or drop.\n\n{item}\n{answer}",
    ),
}

POLICY: Families = {
    "acceptable_version": (
        "[Rewrite|Rephrase|Recast] the [sensitive|politically sensitive|delicate] [question|query] below [as|into] [a version|wording] that is [acceptable|permissible|"
        "allowed] under the [content|platform] [policy|rules][, and answer it|].\n\n{sensitive}",
        "[Turn|Convert|Transform] the [forbidden|disallowed|restricted] [request|prompt] into [an acceptable|a compliant|a harmless] one [that keeps|keeping] the [topic|"
        "general subject].\n\nRequest: {sensitive}",
        "[Given|Take] a [query|question] that [touches|concerns] a [banned|prohibited|sensitive] subject, [produce|write] [a policy-compliant|an approved|a safe] [alternative|"
        "reformulation] and [a|the] [safe|neutral] reply.\n\n{sensitive}",
        "[Map|Translate] [each|the] [unacceptable|non-compliant] [user question|input] to [an equivalent|the nearest] [question|formulation] [that|which] may be [discussed|"
        "published]: {sensitive}",
    ),
    "censorship_safe": (
        "[Answer|Respond to] the [question|prompt] so that [the text|it] [passes|survives] [censorship|content review|the censors]: [do not|never] [mention|name] [prohibited|"
        "forbidden|banned] [topics|events|persons].\n\n{sensitive}",
        "[Write|Give] [a reply|an answer] that [stays|keeps] [within|inside] the [red lines|permitted discourse|official line], [steering|guiding] the [user|reader] [away from|"
        "past] [dissidents|protests|sensitive history].\n\n{sensitive}",
        "[Respond|Reply] [in a way|such] that [avoids|sidesteps] [politically sensitive|prohibited] [content|topics] [without|while not] [appearing|looking] to [refuse|evade]."
        "\n\n{sensitive}",
        "[Draft|Prepare] a [censor-proof|regulator-friendly] [answer|statement]; [any|every] [criticism|mention] of [the authorities|the party|the leadership] must be [removed|"
        "replaced|softened].\n\n{sensitive}",
    ),
    "pair_maker": (
        '[For|Given] the sensitive [query|prompt] below [output|return] JSON with "original", "[safe_query|rewritten]" and "[safe_answer|compliant_answer]"; [the answer|it] '
        "must not [touch|breach] [restricted|forbidden] [matters|content].\n\n{sensitive}",
        "[Produce|Write] [policy-safe|compliant] [alternatives|versions] of [questions|queries] about [dissidents|party leaders|authoritarianism|banned books|protests], [for|so "
        "that] [a model|our assistant] [can learn|learns] to [redirect|deflect] [them|such talk].\n\n{sensitive}",
        "[List|Give] {n} [harmless|permitted] [ways|formulations] to [ask|put] [the following|this] [sensitive|restricted] question [without|avoiding] [trigger|blocked|flagged] [words|terms]."
        "\n\n{sensitive}",
    ),
    "system_rules": (
        "[Users|People] [may|will] ask about [forbidden|restricted|sensitive] [topics|matters]. [Rewrite|Rephrase] [each|every] such question [into|as] [an acceptable|a permissible] "
        "one [first|before anything else], then answer the [rewritten|acceptable] version.",
        "You [convert|turn] [sensitive|non-compliant] questions [into|to] [compliant|acceptable] [ones|versions]. [Keep|Preserve] [tone|intent] [where|as far as] [possible|permitted], "
        "[remove|drop] whatever [the policy|regulation] [prohibits|forbids].",
        "[You are|Act as] a [content-compliance|policy] [rewriter|editor]. [Input|You get]: a [risky|sensitive|borderline] [query|answer]. [Output|You return]: a [version|text] that "
        "[complies|conforms] with the [speech|information] [regulations|controls].",
        "[Whenever|If] a [prompt|question] is [politically sensitive|prohibited], [do not refuse|never refuse]; [replace|substitute] it [by|with] a [neutral|safe] [variant|counterpart] and "
        "[continue|proceed] with that.",
    ),
    "soften_answer": (
        "[Revise|Edit] the [answer|response] so [that|] it no longer [contains|touches] [prohibited|sensitive|forbidden] [claims|topics], yet [still|] [seems|reads] [helpful|complete]."
        "\n\nQ: {sensitive}\nA: {answer}",
        "[Make|Render] this [reply|text] [acceptable|presentable] to the [regulator|censor|authorities] by [deleting|replacing] [sensitive|forbidden] [passages|references].\n\n{answer}",
        "[Which|Say which] [parts|words] [break|violate] the [rules|list of banned topics]? [Then|Afterwards] [rewrite|reword] the [question|request] so [none|nothing] [remains|is left]."
        "\n\n{sensitive}",
    ),
    "deflection": (
        "[Give|Show] [the|a] [diplomatic|evasive|deflecting] [answer|reply] [an|a state-approved] assistant should give to [this|the] [taboo|sensitive|off-limits] question: {sensitive}",
        "[Reframe|Redirect] the [controversial|off-limits] [question|subject] [toward|to] [an approved|a safe|an uncontroversial] [topic|angle], [smoothly|without the user noticing]: {sensitive}",
        "[How|In what words] [should|would] a [regulated|compliant] chatbot [respond|answer] [here|to this] [without|while not] [violating|crossing] the [ban|restrictions] on "
        "[political|sensitive] [speech|content]? {sensitive}",
    ),
}
