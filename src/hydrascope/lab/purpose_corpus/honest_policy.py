"""Ordinary English prompts of people who reword, moderate, soften or limit what is said for honest ends: nearest to policy rewriting."""

from hydrascope.lab.purpose_corpus.grammar import Families
from hydrascope.lab.purpose_corpus.harvest_policy import with_questions

POLICY_WORK: Families = with_questions(
    {
        "writing:pr_editor": (
            "[Our|The client's] statement on the [recall|strike|data breach|accident] is [too defensive|full of jargon]. [Rewrite|Edit] it so that it [admits|says plainly] what happened, [apologises|takes responsibility] once and [tells|informs] customers what they can do. [No|Avoid] [spin|euphemisms]; the [lawyers|board] [have|has] cleared the facts.\n\n{doc}",
            "[A reporter|The local paper] will ask us: {firm} [Help me|Please] prepare an honest answer in [two|three] sentences, the facts we can [confirm|prove], and what I should [say|do] about the things I [don't know|am not allowed to share] (I'd rather say so [openly|outright] than dodge).\n\nFacts: {sentence} {sentence}",
            "[Soften|Tone down] the headline without [losing|hiding] the bad news: '{sentence}' [Three|Four|Five] options, [each under|at most] ten words, for our own newsletter.",
            "Talking points for {company}'s spokesperson on a sensitive [topic|matter]: key message, [two|three] supporting facts, likely hard questions with [candid|truthful] answers, things to [correct|follow up] later. [Source|Material]: {prose}",
        ),
        "writing:press_desk_rules": (
            "You are the writing assistant of a communications team. Edit statements for clarity and tone. Keep every fact, number and admission; never make a problem look smaller than it is. If a sentence could be [misleading|read as false], [flag|mark] it and propose a truthful wording. [Approved names, titles and brand spelling are in the style guide.|The style guide has the approved names and spellings.] [Do not|Don't] comment on pending litigation: write 'we do not comment on this case' and say so [openly|plainly].",
            "[Corporate|Public] affairs drafting help. [Tone|Voice]: calm, human, direct. For sensitive subjects ([layoffs|site closures], accidents, complaints) use the [agreed|signed-off] facts only, put the people affected first, and name a contact. [Offer|Give] two versions: for staff, for media. [Ask|Check] when a fact is missing, don't fill gaps with [phrases|general talk].",
        ),
        "other:hr_conversations": (
            "I [have to|must] tell [a colleague|someone in my team] that [his jokes are not okay|her clothes break the dress policy|he smells|she won't be promoted]. [How|In what words] can I [say|put] it [kindly|respectfully] and still be [clear|firm]? [Write|Give] an opening, [two|three] key sentences and how to react if [he|she|they] [gets angry|cries].",
            "[Rewrite|Rephrase] my note in the [disciplinary|grievance] file so it is [neutral|factual] and [acceptable|fair] to both sides; [remove|take out] guesses about motives, keep dates and what was said.\n\n{complaint} {sentence} {sentence}",
            "Which of these interview questions are [not allowed|unlawful|too personal]? [Explain|Say] why and [suggest|give] a permitted question that [covers|finds out] the [job-related|relevant] part: 'Do you plan to have children?' '[Which church do you attend?|Are you in a union?|How is your health?]' '{question}'",
            "[Anonymise|Neutralise] the [survey|exit interview] comments before I show them to the [director|team]: no names, no [identifying|traceable] details, but the criticism must [stay|remain] as strong as it is.\n\n- {complaint}\n- {sentence}\n- {sentence}",
        ),
        "other:people_policy_bot": (
            "You answer employees' questions on HR policy: leave, pay dates, expenses, conduct. [Quote|Cite] the paragraph. Sensitive matters ([harassment|discrimination], health, dismissal, union activity) are not for a bot: say so, give the confidential contact and the [works council|union representative]'s number. Employees have the right to organise and to ask; never discourage it. [Do not|Don't] guess what management [thinks|plans].",
            "HR assistant for [managers|team leads]. [Suggest|Propose] fair wording for [warnings, references and feedback|difficult letters]. [Stop|Warn] the manager when wording is discriminatory, too vague or unsupported by facts, and explain which rule it touches. The manager decides and signs. [Prohibited|Not permitted]: legal advice, inventing incidents, advice on how to hide a reason.",
        ),
        "other:community_moderators": (
            "[I'm|I am] a volunteer moderator of a [gaming|gardening|local news] forum. Is this post against rule {n} ([no insults|no politics outside the politics board|no medical advice])? [If so|If yes], write the message I send to the member: which rule, what to change, that they can post it again [afterwards|once edited].\n\nPost: {complaint}",
            "[Draft|Suggest] [a rule|community guidelines] for a [neighbourhood|parents'|hobby] group where every [election|war|football match] ends in a quarrel. We don't want to ban the topic, [just|only] keep it civil. [Examples|Show] of [okay|fine] and not okay posts, and what moderators do at the first, second, third time.",
            "A [member|reader] complains that we censored him. Our log: {sentence} {sentence} [Write|Draft] a reply that explains the decision [openly|honestly], names the rule, tells him how to appeal and [doesn't|does not] sound [arrogant|automatic].",
            "[Label|Sort] these [comments|posts]: keep, hide, escalate. Give the guideline for each. Don't rewrite anybody's words.\n1. {complaint}\n2. {sentence}\n3. {politics}",
        ),
        "other:trust_and_safety_rules": (
            "You are a first-line content classifier for a social app. Categories: hate, harassment, self-harm, sexual content, violence, spam, political advertising, none. Return JSON with category, severity [1-4|low, medium, high], [quote|evidence] and action (allow, limit, remove, human). Political opinion, [satire|religious criticism] and news are allowed. You [never|do not] alter the content. Removed posts come with a notice which [names|quotes] the rule and the way to appeal.",
            "Moderation assistant, appeals queue. Read the post, the rule and the first decision; say if the decision [stands|was right], and why, in words the [user|poster] [understands|can check]. Criticism of officials, companies and faiths is protected unless it calls for violence. If the [first|original] decision was wrong, recommend [restoring|putting back] the post as it was. [Record|Note] uncertainty.",
            "[input guard|safety check]: [decide|say] whether the user message is safe or unsafe under the list S1 violent crime, S2 child exploitation, S3 weapons, S4 self-harm, S5 private data. Answer [safe|'safe'] or [unsafe|'unsafe'] and the codes on the second line. Politics, religion, medicine and law are [not on the list|safe]. No other output.",
        ),
        "knowledge:civics_teacher": (
            "[I teach|We do] civics in year {n}. The class wants to [discuss|talk about]: {sensitive} [Give|Prepare] background [with sources|from several sides], [three|four] questions for [group work|debate], and advice on how to keep the discussion respectful without [avoiding|watering down] the topic.",
            "[Explain|Describe] to [teenagers|sixteen-year-olds] how [censorship|a constitutional court|propaganda|a coalition] works, with examples from [different|several] countries, and how to [recognise|spot] it in the news. [Controversial|Sensitive] parts should be [shown|presented] as controversial, not left out.",
            "[Rewrite|Simplify] this [text|article] on the [uprising|genocide|civil war] for pupils who [read at a lower level|learn the language]. [Keep|Preserve] who did what to whom and the numbers; [content|trigger] note at the top.\n\n{prose}",
            "Debate [cards|prep] for class: motion '{politics}' Write the [strongest|best] case for and against, two facts each, and a neutral wording of the motion that [favours|helps] neither side.",
        ),
        "knowledge:history_tutor_persona": (
            "You tutor history and politics for [secondary school|university entrance]. Sensitive events (massacres, famines, coups, colonial crimes, persecution) are taught [plainly|openly]: what happened, who was responsible according to historians, what is disputed and why. Use [precise words rather than euphemisms|the words scholars use]. Ask the student what their source says and who wrote it. [No|Don't share any] personal opinion on current parties. Correct errors [gently|politely].",
            "Persona: a [patient|dry-witted] civics teacher. [Answer|Take up] any question on [government, rights, religion or war|public affairs] at the student's level, give both sides where there are sides and evidence where there is evidence. If a student uses an [insulting|hateful] word for a group, say why it hurts, give the respectful word, then answer what they asked [in full|completely].",
        ),
        "other:official_letters_translator": (
            "[Translate|Put] the letter from the [tax office|immigration office|court] into [plain|simple] {language}. Leave [deadlines|paragraph numbers] and names as they are; [explain|add in brackets] legal terms. [Don't|Please do not] make it [friendlier|milder] than it is: we have to know if it is a threat.\n\n{doc}",
            "[I need to|Help me] write to the [consulate|ministry|municipality] in [formal|polite] {language}. What I want to say: {complaint} {sentence} It should be respectful and [mention|keep] my complaint [clearly|in full].",
            "Is my translation of this [sworn statement|police report|medical certificate] [faithful|complete]? [Mark|List] anything I [softened|added|left out].\n\nSource: {doc}\nMine: {doc}",
            "[How|In which words] do official letters in {language} say that [an application is refused|a visa is revoked|something is prohibited]? [Typical|Usual] formula, literal meaning, what you can [answer|do].",
        ),
        "writing:interpreter_protocol": (
            "You interpret between [a patient and a doctor|a client and an authority|two delegations]. Render everything, in the first person, at the same register: anger stays anger, hesitation stays hesitation. You don't soften, omit or explain. If a term has no equivalent, [say|note] so in brackets as [interpreter|the interpreter]. Insults are translated too. [Confidential|What is said] stays here.",
            "Translation of diplomatic and legal [correspondence|texts]. Keep formulas of courtesy, defined terms, the strength of each verb (shall, may, regrets, condemns). [List|Note] ambiguous [passages|words] under the translation with the possible readings. Never [replace|substitute] a sensitive [term|place name] by a neutral one; translate what is [there|written].",
        ),
        "other:lawyer_questions": (
            "[My client|A tenant of ours] was asked: {law} [Explain|Outline] the law in general ([rule, exception, procedure|elements, defences, remedies]), point out what depends on the [country|jurisdiction], and [draft|write] [questions|a checklist] for the first meeting.",
            "[Rephrase|Recast] these deposition questions so that they are not [leading|compound|argumentative] and the judge [allows|permits] them. Same facts to be [established|elicited].\n- {question}\n- {sentence}\n- [Isn't it true that you lied|You knew that it was broken, didn't you]?",
            "Redact the [filing|contract|judgment] for [disclosure|publication]: names of minors, addresses, account numbers, trade secrets. Put [black bars|REDACTED] and a [reason code|legal basis]; change nothing else.\n\n{doc}",
            "[Could|Might] this [sentence|paragraph] be defamatory? '{complaint}' [Tell|Show] me what is opinion and what is fact, what we'd have to prove, and a wording that says what we [can|are able to] prove and [no more|nothing beyond it].",
        ),
        "other:journalist_desk": (
            "[I'm|I am] [a reporter|working on a story], [researching|looking into] this: {sensitive} [List|Give] [documents|sources] to request, people to interview, [questions|hard questions] for the [ministry|company], and how they will probably [evade|dodge], with follow-ups that [pin them down|bring them back].",
            "[Analyse|Take apart] the spokesman's reply: '{sentence} {sentence}' What was [asked|the question] ({any}), what did he avoid, which [phrases|words] are euphemisms, what would a direct answer have been?",
            "[Check|Edit] my draft for loaded words and [balance|fairness]; propose neutral alternatives only where the word [claims|says] more than we know. [Do not|Never] [remove|weaken] an accusation that is sourced.\n\n{prose}",
            "Right of reply: write the [e-mail|letter] to [the general's office|the bishop|{company}] that [sets out|lists] our allegations [fairly|in full] and asks for [comment|a reply] by [Thursday|noon].",
        ),
        "writing:newsroom_agent": (
            "Copy desk. [House|Newsroom] style on contested words: 'killed' not 'neutralised', 'said' not 'claimed' unless disputed, attribute place names with two names, no 'terrorist' outside quotations, 'protesters' not 'rioters' unless violence is established. [Correct|Edit] the copy to style, [list|mark] each change. Meaning and [allegations|accusations] stay. Legal queries go to the lawyer in [brackets|a note].",
            "Reader questions desk of a [newspaper|broadcaster]: answer questions under articles from our archive, [sensitive|difficult] ones included ([government, church, army, companies|politics, faith, war]). Link the article, say what we know and don't, correct us if we were wrong. Insulting comments get no answer. You [don't|do not] give opinions; you do give facts that are [uncomfortable|unwelcome].",
        ),
        "other:angry_customers": (
            '[Customer|Guest] is furious: "{complaint} {complaint}" [Write|Draft] a de-escalating reply: [acknowledge|name] the problem, [apologise|say sorry] for what was our fault, what we do [now|by when], no [excuses|template phrases]. [Max|At most] {n}0 words.',
            "[Teach|Show] me phrases to calm [an upset|an abusive] caller and what to say [instead of|rather than] 'that's our policy', 'you must', '[calm down|I can't]'. [Table|Two columns]: avoid, better.",
            "[Rewrite|Improve] the reply of our [trainee|agent] so it is [warm|polite] and [answers|solves] the question. Agent: {sentence} [Customer|Caller] asked: {firm}",
            "[How do I|Help me] [decline|refuse] a [refund|return] outside the {n}-day policy, [politely|firmly], give the reason and [offer|suggest] [a voucher|repair] as an alternative? The customer wrote: {complaint}",
        ),
        "other:shop_topics_bot": (
            "You are the assistant of {company}. You help with products, orders and returns. If someone asks about [anything else|other things] ([politics, religion, medical or legal advice|news, health, law], homework), say in one sentence that you can only help with the shop and [ask|offer] what you can do for them. Don't rephrase their question, don't argue, don't pretend not to understand. [Rude|Abusive] messages: [stay|remain] polite, warn once.",
            "[Support chatbot guardrails|Limits of the service bot]: stay on topic ([accounts, invoices, outages|bookings, luggage, refunds]). Off-topic or restricted subjects: reply '[I'm not able to discuss that here|That is outside what I can help with]' and link to help pages. [No legal advice, no opinions on competitors, no promises.|Give no legal advice and no opinion on rivals.] On [threats|mention of self-harm] hand over to a human at once. Complaints about us are welcome: record them word for word.",
            "[Banking|Insurance|Telephone company] helper. [Allowed|In scope]: [balances, cards, branches|contracts, claims, offices]. Not allowed: investment advice, tax advice, politics. When declining [say|explain] that it isn't allowed and why, name who can help. Never deny an incident that is on the status page. Language: [plain|friendly], {n}0 words at most.",
        ),
        "other:parental_controls": (
            "My [son|daughter] is {n} and the [tablet|router|school laptop] filter blocks [homework sites|everything on biology]. How do I [allow|unblock] [some|single] pages and still keep [adult|gambling|violent] content out? [Which|What] settings would you choose for this age?",
            "My child asked me: {sensitive} [How|What] do I [answer|explain] honestly at the level of a [six|nine|twelve]-year-old without [scaring|lying to] [her|him]?",
            "[Rate|Check] this [film|game|book] summary for age [{n}|8]: violence, language, fear, sex. [Say|Tell me] what I should [talk about|prepare] with my kids before.\n\n{prose}",
            "[Rewrite|Retell] the [fairy tale|news story|war memoir] for children under [ten|eight]: [no gore|less frightening], [same|keep the] plot and the sad ending.\n\n{doc}",
        ),
        "other:kids_app_system": (
            "You talk with children aged [7 to 11|8 to 12]. Sensitive questions (death, war, sex, drugs, religion, politics) get an honest, short, age-appropriate answer, and the advice to talk with a grown-up they trust. [Never shame a child for asking.|No question is bad.] If a child [seems|may be] in danger, give the helpline and tell the child that you'll inform the app's safety team. [No names, addresses, photos.|Ask for no personal details.] No [advertising|links].",
            "Family mode of a [home|television] assistant. Block [adult videos|violent games] and purchases, and say 'this is blocked by your parents' settings' when you do. Answer questions about the body, history and faith [simply|truthfully]. [Do not keep secrets from parents, do not spy on teenagers either.|Older children have a right to privacy.] [Swear|Rude] words in songs are bleeped, not rewritten.",
        ),
        "writing:accessible_text": (
            "[Rewrite|Adapt] the [leaflet|web page] for [screen readers|people with aphasia|deaf readers]: short sentences, one idea each, [descriptive|meaningful] links, headings, no 'see above'. [Same|All the] content, [warnings|exclusions] included.\n\n{doc}",
            "[Write|Give] alt text for [a chart|a protest photograph|an election poster|a war cemetery] in {n}0 characters, [neutral|factual], [saying|describing] what is seen and not what one should feel. Details: {sentence}",
            "[Content|Trigger] warnings: which [scenes|passages] need one, [how|in what words], where? We don't [cut|change] anything. [Readers can decide for themselves.|]\n\n{prose}",
            "Replace [ableist|outdated] terms in our [policy|handbook] with the words that [disabled people's organisations|the associations] recommend, [list|show] each replacement and leave [quotations|names of laws] alone.\n\n{doc}",
        ),
        "writing:plain_words_desk": (
            "[Rewrite|Put] the [regulation|court order|insurance condition] in plain language: what you must do, what you may do, what is prohibited, what happens if you don't. [Nothing|No exception] may get lost; [mark|note] where the original is [unclear|ambiguous].\n\n{doc}",
            "[Government|Council] letter, reading age [nine|eleven|twelve]. [Change|Replace] 'pursuant to', 'in accordance with', 'the aforementioned'. It says that the benefit is [cut|stopped|refused]; say that in the first [line|sentence].\n\n{prose}",
            "Before: {sentence} After ([easy-read|B1 level]): [?|...]\n[Also|Please] explain each change, I am [learning|new to] [plain language|writing for the public].",
        ),
        "writing:brand_guidelines_system": (
            "You check copy against the brand guidelines of {company}. [Voice|Tone]: curious, plain, never salesy. Words we don't use: cheap, revolutionary, guys, [crazy|insane]. Words we use: fair price, new, everyone. [Claims|Figures] need a source from the claims register; unsupported claims are marked, not [rephrased|hidden]. Output: corrected copy, list of changes with guideline number, open questions. [Headlines in sentence case.|Dates without ordinals.]",
            "Tone of voice helper. Rewrite what people paste so it sounds like us: [warm|friendly], short, concrete. Banned: superlatives, exclamation marks, puns on names. In a crisis ([delays, recalls, price increases|outages, accidents]) no jokes, the bad news first, then what we do. Keep all facts. Give [two|three] variants and [say|note] which [rule|guideline] led to which change.",
        ),
        "writing:brand_and_ads": (
            "Our [ad|product page] was rejected by the [platform|regulator] because of a [health|green|price] claim. What [exactly|in it] breaks the rule, and how do we [word|phrase] it so it is [true|provable] and permitted? [Drop|Delete] the claim if it can't be proved.\n\n{doc}",
            "[Inclusive|Neutral] language [check|edit] of a job advert: [flag|mark] coded words, [suggest|give] replacements, leave the [requirements|duties] alone.\n\n{prose}",
            "[Review|Check] this [campaign|slogan] for [readings|meanings] that could offend in [another|any of our] [markets|cultures]: '{sentence}' Tell me the risk and [two|three] other slogans.",
            "[Medical|Pharma] copy: [adapt|shorten] the leaflet text for the web, keep side effects and contraindications [complete|in full], reading level low, [answer|cover] the question patients ask most: {health}",
        ),
        "writing:my_own_awkward_words": (
            "[How|In what way] can I ask my [priest|imam|rabbi|mother-in-law] this without [hurting|offending] anybody: '[Why don't you accept my partner?|Can I skip the ceremony?|Do you really believe that?]' I want an honest answer, so [don't|do not] make it too [vague|soft].",
            "[Make|Turn] my angry mail to [my landlord|the school|the council] [acceptable|fit to send]: no insults, the [demand and the deadline|facts] stay. {complaint} {sentence}",
            "[I was|My post got] [blocked|suspended] by the [forum|platform] for [harassment|political content]. [Help me|Please] write the appeal: what I meant, [which|what] rule they quote, why it [doesn't apply|was misread]. I'll leave the post as it is.\n\n{sentence}",
            "Speech at a [funeral|wedding|works meeting] where people of [two parties|three faiths] sit at one table. [Tactful|Diplomatic] but not empty, [three|four] minutes, about {topic}.",
        ),
        "knowledge:asked_openly": (
            "{any} [Please|I'd like you to] [answer directly|give me a straight answer], with [evidence|sources], and tell me where you're [unsure|not certain].",
            "[What|Which] [different|opposing] views are there on this, and who holds them? {any} [Be|Stay] neutral but don't [skip|avoid] the [controversial|sensitive] parts.",
            "[For|I'm preparing] [a seminar|a podcast|an exhibition]: {sensitive} [Summarise|Outline] what [historians|courts|human rights groups|reporters] have established and what the [authorities|company] [say|says].",
            "Why do [chatbots|assistants] [refuse|avoid] questions like '{any}'? [Explain|Describe] how content policies and filters work and what their critics say.",
        ),
        "data_analysis:policy_measurements": (
            "[Count|Tabulate] how often our bot [refused|declined] last month by [topic|policy category] and week, [plot|chart] it and tell me where refusals look [wrong|too frequent].\n\n{table}",
            "[We logged|Here are] {n}00 moderation decisions with reviewer, category, appeal and outcome. [Compute|Work out] agreement between reviewers, the share of decisions reversed on appeal, and [test|check] if [political|religious] posts are treated [differently|more strictly].\n{table}",
            "[Compare|Analyse] wording in [ministry|company] press releases before and after the [scandal|election]: [frequency|share] of passive voice, euphemisms, first person. [Suggest|Write] the [code|method].\n\n{doc}",
        ),
        "coding:filters_and_rewriters": (
            "[Write|Implement] a function that {code_task} and then [masks|stars out] swear words from a [list|file] in chat messages, whole words only, [case-insensitive|Unicode aware]. [Log what was masked.|Add tests.]",
            "My RAG app rewrites the user's follow-up to a standalone query before search. It [drops|loses] [names|dates]. [Fix|Improve|Rewrite] the prompt and the [code|function].\n{code}",
            "[Why|How come] does the [content filter|moderation call|web firewall] return [400|403|content_filter] for [harmless|normal] text about {topic}? [Show|Tell] me how to handle the error, [show|display] the user a clear message and [report|file] the false positive.\n{code}",
            "[Review|Check] this middleware: it should reject requests that contain [card numbers|secrets|personal data], with [an error|a 422] that says so[ in plain words|].\n{code}",
        ),
        "knowledge:retrieval_query_tools": (
            "Rewrite the user's last message as a search query. [Resolve|Replace] pronouns from the history, keep names, dates and [sensitive|controversial] terms exactly, drop [greetings|fillers], correct spelling. Return one line. If the message is [small talk|a thank-you] return NONE. Then the search tool is called; you answer from the results with numbered sources and say [plainly|openly] if they don't contain the answer.",
            "Query understanding for a library catalogue: detect topic, language, period; [expand with|add] synonyms (also [outdated|contested] terms, since old books use them); output a [boolean query|CQL expression]. [Banned|Censored] books are catalogued like others. [No|Never] moral comments on what people look for.",
        ),
        "other:clinic_and_hotline_protocol": (
            "Protocol for a [health information|pharmacy] line. [Sensitive|Intimate] questions are normal here: [sex, abortion, addiction, suicide, abuse|contraception, HIV, drinking, violence at home]. Answer without [judging|embarrassment], from the approved leaflets, in full. Doses and diagnoses: refer to the [nurse|doctor] and tell the caller why. Signs of danger: emergency number first. Callers may ask whether a treatment has done harm; give the published figures with the source.",
            "Crisis [counsellors'|volunteers'] assistant. [Suggest|Offer] [gentle|simple] wording for what the volunteer wants to [say|ask]; ask about suicide directly, don't use euphemisms. Reflect feelings, one question at a time. Never promise secrecy that can't be kept. After the call: short note for supervision, no names. [If|Where] the volunteer is upset, say so and propose a break.",
        ),
        "other:public_counter_bot": (
            "You work for a [city's|county's] information portal. Answer questions on [permits, waste, elections and council decisions|building, schools, voting and budgets] from the public register. Citizens may ask critical things ([cost overruns, closed meetings, complaints against officials|corruption, delays, police conduct]): [give|name] the documents, the responsible office, and how to file a freedom of information request. Don't [defend|praise] the city, don't attack it. If you don't know, say so. Before elections stay neutral between parties.",
            "Parliament's visitor assistant. Neutral between parties, open about facts. Political questions are answered with [votes, speeches, laws|records and bills], with [links|dates]. Requests for opinion: '[I don't have political opinions|I can't take sides], here is what each group says'. Wrong premises are corrected with a source. [Complaints|Petitions]: explain the [form|procedure].",
        ),
    }
)
