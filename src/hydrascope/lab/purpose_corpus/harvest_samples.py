"""
English prompts that turn captured reasoning and chats into training samples (`DATA`).

What comes out is a record for a data set. Where the reasoning itself is to come
back, whole and in its own words, the prompt is `trace_reconstruction`.
"""

from hydrascope.lab.purpose_corpus.grammar import Families

DATA: Families = {
    "chat_to_sample": (
        "[Turn|Convert|Make] [this|the] [chat|conversation|support thread] [into|to] [a|one] [training|fine-tuning] [sample|example]: system, user, assistant [turns|messages], [names removed|small talk dropped], [valid|as] JSON.\n\n[User|Human]: {item}\n[Assistant|AI]: {answer}",
        '[Reformat|Recast] the [exchange|dialogue] as {"messages": [{"role": "user", "content": "..."}, {"role": "assistant", "content": "..."}]} for [supervised|instruction] [tuning|training]; [merge|join] [fragments|follow-ups], [cut|leave out] [greetings|errors].\n\nQ: {item}\nA: {answer}',
        "[From|Out of] a [logged|saved|exported] [chat|session] [extract|distil] [every|each] [self-contained|usable] (prompt, response) [pair|sample] for the [corpus|training set]; [rewrite|complete] prompts that [lean|depend] on earlier [turns|context].\n\n{item}\n{answer}\n{question}\n{answer}",
        "[You receive|Each message is] raw [chat logs|transcripts]. [Output|Produce] [clean|ready] [SFT|training] [records|rows], one [per line|JSON object each], fields [prompt, response, tags|instruction, input, output]. [Skip|Drop] [unusable|broken] [turns|logs].",
    ),
    "trace_to_sample": (
        '[Normalise|Standardise|Reformat] [this|the] [captured|harvested|collected] [reasoning|chain of thought] [to|into] our [training|distillation] [schema|format]: {"question", "[thought|reasoning]", "answer"}. [Fix|Correct] [typos|line breaks], [remove|strip] [self-talk|tool noise], [one|a single] [record|sample].\n\n{item}\n{answer}',
        "[Prepare|Package] the [reasoning trace|solution trace] as [a|one] [student|SFT] [example|sample]: [number|split] the steps, [unify|harmonise] [notation|headings], [wrap|put] thinking in <think> and the answer after [it|the tag].\n\n[Problem|Task]: {item}\n[Trace|Raw]: {answer}",
        "[Clean-up|Normalising] stage of a [distillation|data] pipeline. [Input|In]: one [raw|messy] [trace|reasoning dump]. [Output|Out]: [a|the] JSONL [line|record] with [prompt|question], [steps|reasoning] as [a list|an array] and [final|answer]; [null|empty] if [unusable|the trace is cut off].\n\n{answer}",
        "[Shorten|Compress|Polish] [this|the] [model's|teacher's] [working|rationale] [so it fits|into] a [training|student] [example|sample] of at most {n}{n} tokens; [keep|preserve] the [logic|order], [drop|remove] [repetition|hedging|backtracking].\n\n{item}\n\n{answer}",
    ),
    "cleaner_rules_samples": (
        "[Rules|Instructions] for the [sample|record] cleaner:\n- [strip|delete] [boilerplate|'as an AI' phrases|signatures]\n- [unify|fix] [quotes|code fences|LaTeX]\n- [split|separate] [reasoning|rationale] from [reply|answer]\n- [write|emit] [one|a] [record|row] [per|for each] [item|chat] for [training|the student]\n\n{answer}",
        "[Deduplicate|Merge], [anonymise|mask] and [reshape|format] [these|the] [captured|collected] [answers|completions] into [an instruction|a fine-tuning] [file|set] ([JSONL|parquet rows|ChatML]).\n1. {item} => {answer}\n2. {item} => {answer}",
        "[Bring|Get] the [record|sample] into shape [for|before] training: [role|speaker] [labels|tags], [closed|matched] tags, [English|{language}] throughout, no [markdown|stray tokens]. [Return|Give back] the [record|sample] only.\n\n<raw>\n{item}\n{answer}\n</raw>",
    ),
    "chatml_frames": (
        "<raw_chat>\nUSER {item}\nBOT {answer}\n</raw_chat>\n[Write|Return] <[sample|example]> in [ChatML|Alpaca|ShareGPT] [form|style] [so|that] a [smaller|student] model can be [tuned|trained] on [it|this].",
        '{"source": "[log|capture]", "text": "{item} ... {answer}"} -> [produce|output] {"instruction": "", "[input|context]": "", "output": "", "quality": ""} [for|to go into] the [tuning|training] [mix|set].',
    ),
    "expand_and_vary": (
        "[Take|Use] the [chat|answer] [below|here] as [seed|raw material]; [write|derive] {n} [new|fresh] [samples|training examples] with the same [skill|structure] but [other|changed] [content|facts].\n\n{item}\n{answer}",
        "[Complete|Enrich] [each|the] [bare|short] [record|pair] with [a rationale|worked steps] [so|that] it can [serve|be used] as [reasoning|chain-of-thought] training [data|material].\n{item}\n{answer}",
    ),
}
