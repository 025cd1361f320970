"""
Running English of no purpose: sentence frames over everyday and abstract words.

Essays, encyclopaedia, lists, chat answers, fiction, manuals. What a model
learns here is which words and pairs are merely English.
"""

from hydrascope.lab.purpose_corpus.grammar import Draw, Fill, expand


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NOUNS = _words(
    "house city river garden market school music language history science art law trade energy water food health body mind heart family friend child woman man teacher doctor farmer king queen soldier artist writer reader village road bridge ship train car machine computer phone "
    "screen button window door wall roof table chair bed kitchen book page letter story poem song film game team player coach season winter summer rain storm wind sun moon star sky sea island mountain forest tree leaf flower animal bird fish horse dog cat bread rice sugar salt oil "
    "apple wine coffee tea price money bank cost tax budget market share stock growth demand supply product brand customer company office manager worker employee skill job career project plan goal strategy risk benefit advantage challenge problem issue solution method approach process "
    "system structure function feature design model theory idea concept principle rule law value belief culture religion tradition custom identity community society government state nation election party policy reform war peace treaty border colony empire revolution movement right freedom "
    "justice court crime case evidence witness judge lawyer contract agreement detail example reason cause effect result impact role relationship difference similarity change trend development technology internet website user account password file folder image video text message code "
    "program language variable loop list array class object method parameter input output error test version update server network database query table record key value node graph edge path tree stack number equation formula proof theorem angle circle line point set group probability "
    "average distance speed force mass pressure temperature light sound wave atom cell gene protein virus disease symptom treatment medicine patient nurse hospital diet exercise sleep stress emotion fear joy love hope dream memory thought question answer conversation argument opinion "
    "perspective viewpoint assumption bias context meaning tone style theme character plot scene chapter audience critic stage dance painting colour shape pattern texture material metal wood glass paper cloth plastic tool engine battery sensor camera robot assistant agent training "
    "instruction step task action decision choice option alternative experience knowledge education student lesson exam grade score rank standard criterion quality review feedback response comment report summary conclusion introduction paragraph sentence word phrase term definition"
)
ADJECTIVES = _words(
    "good bad new old young big small large long short high low early late hot cold warm dry wet light dark bright heavy strong weak fast slow easy hard simple complex clear vague common rare general specific public private local global national natural human social political economic legal "
    "moral cultural historical modern ancient traditional popular famous important essential key main central major minor primary secondary final initial previous next current recent future past possible likely certain true false real false direct indirect internal external hidden open closed free "
    "safe dangerous healthy sick happy sad angry calm quiet loud soft rough smooth sharp flat round square empty full rich poor cheap expensive useful useless beautiful ugly clean dirty fresh stale sweet bitter sensitive careful careless honest fair equal different similar various several "
    "diverse unique complete partial whole entire broad narrow deep shallow thick thin wide active passive positive negative critical logical mental physical digital virtual technical practical theoretical academic professional personal emotional creative original detailed thorough brief "
    "concise relevant appropriate acceptable reasonable reliable valid correct wrong accurate precise"
)
VERBS = _words(
    "make take give get find keep hold bring carry move turn open close start stop begin end show hide see hear feel know think believe understand learn teach read write speak tell ask answer explain describe discuss argue agree disagree decide choose prefer compare measure count add remove "
    "build create produce develop design improve change reduce increase grow fall rise break repair replace restore protect defend attack avoid prevent allow permit forbid require need want like love hate enjoy use apply follow lead support help serve offer provide receive send share buy sell pay "
    "save spend earn lose win play work rest sleep eat drink cook clean wash travel walk run drive fly swim climb wait stay leave return arrive visit meet join separate connect divide combine mix include exclude consider examine explore study test check verify evaluate judge rate rank review "
    "record report represent reflect reveal express suggest imply mean involve affect influence cause result occur happen remain become seem appear exist depend rely focus ensure maintain manage control handle store generate call return select define declare assign"
)
FRAMES = (
    "[It is|It's] [important|worth|useful|common] to {v} the {a} {nn} [of|in] the {nn}.",
    "There are [several|many|two|a few] [ways|reasons|types|factors] to {v} [a|the] {nn}, [such as|including] {nn}, {nn} and {nn}.",
    "The {nn} [of|for] the {nn} [is|was|has been] [a|the most] {a} {nn} in the {nn}.",
    "In [general|addition|contrast|this case|recent years|the past], {nn} [can|may|might|will|should] {v} the {nn} [and|or] {v} {a} {nn}.",
    "[However|Therefore|Moreover|Finally|Overall|For example|On the other hand], the {nn} [does not|cannot|did not] {v} [without|with] [a|the|any] {a} {nn}.",
    "[He|She|They|We|I] {v} the {nn} [because|although|when|while|after|before|until|if] [it|he|she|they] {v} [a|the] {nn}.",
    "[As|When|If] you {v} your {nn}, [make sure|remember|try] to {v} [each|every|the] {nn} [first|carefully|regularly|as well].",
    "- {N}: {v} [the|your] {nn} [and|to] {v} {a} {nn}[.|]",
    "{num}. {N} {nn}: the {nn} that {v} [a|the] {nn}[.|]",
    "[What|Who|Why|How|When] [is|are|does|do|did] the {nn} {v} [in|of|for|with] the {nn}?",
    "[Can|Could|Would|Should|Do] you {v} [a|the|my] {nn} [for|with|about] [me|us|the {nn}]?",
    "The [main|key|first|second|last] {nn} is that {nn} {v} [more|less|better] than {nn}.",
    "[Once|One day|Years later|That night], [a|the|an old] {nn} {v} [to|into|from|through] the {a} {nn}, [and|but] no one {v} it.",
    '"[I|You|We] [will|must|cannot|never] {v} the {nn}," [said|asked|whispered] the {nn}.',
    "[This|That|The former|The latter] [means|shows|suggests|explains] [that|how|why] {nn} [is|are] {a} [and|but|or] {a}.",
    "[According to|Based on|Depending on|Due to|Thanks to] the {nn}, [the|a] {nn} [is|was] [often|usually|never|always] {a}.",
    "[Both|Neither|Either] {nn} [and|nor|or] {nn} [play|have|take] [a|an] {a} [role|part|place] in {nn}.",
    "{N} [is|was] [used|known|designed|expected|able] to {v} {a} {nn} [from|to|by|with] {nn}.",
    "[A|The|Each|Every|Any|Some|No|This] {nn} [has|needs|contains|offers|gives] [its own|a|an|many|some] {a} {nn}.",
    "[The process|The purpose|The goal|The idea|The use] of {nn} is to {v} {nn} [in|at|on] [a|the] {a} {nn}.",
    "[Here are|These are|Below are] [some|the|a few] [tips|key points|examples|differences|facts|things] [about|on|for|between] {nn} and {nn}:",
    "[Let's|Let us|First, let's|Now] {v} the {nn} and [see|find|consider] [what|how|whether] it {v}.",
    "[In conclusion|To sum up|In summary|Overall], {nn} [and|or] {nn} {v} [the|a] {nn} [over time|together|in many ways].",
    "[Unfortunately|Luckily|Perhaps|Of course|Indeed], [it|this|that] [is|was|may be] [not|too|very|quite] {a} [to|for] {v} [it|them|the {nn}].",
    "[One|Another|The other|The best] [way|thing|step|option|point] [is|was] to {v} [it|them|the {nn}] [as|like|with] [a|the] {nn}.",
    "[I|We] [have|had|want|need|am trying|would like] to {v} [a|the|my|this] {a} {nn} [but|so|and] [it|the {nn}] [fails|works|is too {a}|does not {v}].",
    "[Such|Many|Most|Few|These|Those|Other] {nn}s {v} [their|the|its] {nn} [by|through|without] {v}ing [a|the] {nn}.",
    "[Which|Whose] {nn} {v} [the|a] {a} {nn} [if|when|where] [the|all|both] {nn} [is|are] {a}?",
    "{N}, {nn}, {nn}, and {nn} [are|were] [all|each|among] {a}.",
    "[At|In|On|During|After|Before|Without|Between] the {nn}, [everyone|nobody|something|the {nn}] [had|has] [been|become|gone] {a}.",
    "[Suppose|Assume|Imagine|Note|Notice|Given] that [a|the|each] {nn} [has|is|equals|costs] {num} {nn}[s|].",
    "[Do not|Don't|Never|Always|Please|Just] {v} [the|your|any] {nn} [when|if|unless|until] [you|the {nn}] {v}.",
    "[He|She|It] [could|would|might] [have|be] [as|so|more] {a} [as|than] [any|the] {nn} [that|which|who] {v}.",
)


def prose(draw: Draw, sentences: int) -> str:
    """Return so many sentences of running English."""
    table: dict[str, Fill] = {
        "nn": lambda d: d.pick(NOUNS),
        "v": lambda d: d.pick(VERBS),
        "a": lambda d: d.pick(ADJECTIVES),
        "num": lambda d: str(1 + d.below(400)),
        "N": lambda d: d.pick(NOUNS).capitalize(),
    }
    line = draw.pick((" ", " ", "\n", "\n\n"))
    return line.join(expand(draw.pick(FRAMES), draw, table) for _ in range(sentences))
