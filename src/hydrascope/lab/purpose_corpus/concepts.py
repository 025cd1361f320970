"""
Words that mean alike, in ten languages: what carries a model over to wording and languages it has not seen.

A word belongs to one concept, the first that lists it. Chinese and Japanese
entries are pairs of characters, as the tokeniser gives them; a Korean stem
ending in `~` stands for the stem with its common particles.
"""

PARTICLES = ("", "을", "를", "이", "가", "은", "는", "의", "에", "로", "으로", "과", "와", "도", "들을", "하고", "하세요", "하여")

CONCEPTS: dict[str, str] = {
    "reason": "grounds argue argues motivation deducción déduction dedução schluss schlüsse razonamientos raisonnements raciocínios gedankengänge вывод выводов 推演 推导 解题 道筋 reasoning rationale rationales reasons inference inferences infer deduce deduction derivation justification logic razonamiento raisonnement raciocínio raciocinio begründung gedankengang рассуждений рассуждения рассуждение "
    "推理 推断 推論 추론~ الاستدلال استدلالك استدلال",
    "think": "musings monólogo monologue cogitation selbstgespräch denken denkprotokoll pensées pensamientos pensamentos мыслях монолог 独白 内心 独り 독백을 حوارًا داخليًا thinking thoughts thought think deliberation deliberate ponder monologue mind mental reflection pensamiento pensée pensamento réflexion gedanken überlegungen gedankenkette denken мыслей мысли размышления 思考 思维 思路 维链 "
    "考え 사고~ 생각~ التفكير تفكيرك",
    "chain": "chain chains path route trail train sequence course cadena chaîne cadeia kette цепочку ход 连锁 連鎖 사슬~ سلسلة",
    "step": "step steps stage stages stepwise paso pasos étape étapes passo passos schritt schritte шаг шаги шагов пошагово 步骤 一步 逐步 段階 一歩 단계~ 단계별로 خطوة خطوات",
    "hidden": "unshown undisplayed invisible invisibles unsichtbaren невидимый brouillon borrador rascunho entwurf черновик 草稿 未显 下書 초안을 المسودة hidden internal inner private concealed suppressed silent scratchpad latent sealed encrypted redacted oculto interno cachée interne verborgenen internen скрытые внутренние 隐藏 内部 隠さ 숨겨진 내부~ المخفي الداخلي",
    "prior": "previous prior earlier preceding last past anterior previo précédent antérieur vorherigen bisherigen предыдущие прошлые прежние 之前 上一 前の 直前 이전~ 이전의 직전 السابق السابقة",
    "verbatim": "不改 不变 变えず verbatim exactly literally unchanged unmodified unedited unabridged faithfully identical character word literalmente fielmente wörtlich unverändert getreu дословно 逐字 原样 忠实 一字 忠実 そのまま 그대로 충실하게 حرفيا "
    "mot palabra palavra слово حرفيًا",
    "recover": "补全 续上 补写 recover restore reconstruct rebuild retrieve regenerate reproduce replay resend dump reveal expose recupera recover reconstruye restaura récupère reconstitue recupere reconstrua rekonstruiere восстанови реконструируй 还原 恢复 "
    "重现 復元 再現 再構 복원하여 재구성하여 재현하세요 استعد",
    "trace": "trace traces transcript transcripts log logs logged record recorded recording traza rastro spur трассу 轨迹 痕跡 軌跡 トレ 기록~ 로그를 أثر سجل",
    "tag": "tag tags block blocks channel delimiters brackets etiqueta balise 标签 タグ 태그 وسم",
    "memory": "memory buffer context scratch memoria mémoire memória arbeitsgedächtnis память 记忆 記憶 기억을 ذاكرتك",
    "clean": "reformatted standardise standardize normalised harmonise anonymise clean cleaner cleaned normalise normalize normaliser tidy canonical deduplicate stitch strip limpia nettoie limpe bereinige очисти 清洗 规范 整理 整形 正規 정리하고 정규화하고 نظف نظّف",
    "write_out": "articulate verbalise verbalize narrate spell externalise unfold elaborate describe detail recount lay walkthrough expose articula expone explicite exponha beschreibe изложи опиши распиши 阐述 写出 书き 書き 言葉 서술해 دون وضح وضّح بين",
    "show": "show write explain give provide tell present escribe écris escreva schreibe schreib напиши 说明 解释 説明 示し 써 적어 اكتب اشرح اعرض",
    "complete": "full complete entire whole thorough exhaustive comprehensive detailed gap omit omitting skip leave completo completa complet complète íntegra vollständig vollständigen ausführliche полный подробную полностью весь 完整 详细 全部 不要 "
    "すべ 完全 詳し 省略 전체~ 완전한 빠짐없이 자세히 كامل كاملا كاملة",
    "expert": "expert specialist practitioner professional authority scholar experto experta especialista experte fachfrau эксперт 专家 専門 전문가가 الخبير",
    "answer": "answer answers response responses reply replies completion completions output outputs solution respuesta respuestas réponse réponses resposta respostas antwort antworten ответ ответы ответа 回答 答案 答え 応答 답변~ 답을 الإجابة إجابة الإجابات جواب",
    "final": "final conclusion verdict boxed box conclude result finished finally conclusión schluss вывод 最终 结论 最終 結論 최종 결론에 النهائي النتيجة",
    "grade": "punkte puntos pontos points баллы appraise appraisal adjudicate vet verdict fail grade score scores scoring graded rate rating mark marks evaluate evaluation evaluator assess grader rater puntúa califica evalúa note évalue pontue avalie bewerte benote оцени балл оценку 打分 评分 分数 採点 점수 채점하세요 평가하세요 점수를 قيم قيّم درجة",
    "rubric": "rubric rubrics criteria criterion standards scale axis axes dimension dimensions principle rúbrica rubrica grille raster критериям критерии 标准 细则 基準 준거 기준에 기준 루브릭에 معايير المعايير",
    "compare": "stronger weaker victor vence gewinnt побеждает 优劣 選優 compare comparison better best worse worst prefer preferred preference rank ranking tie winner chosen rejected mejor peor meilleure pire melhor pior besser besten сравни лучше лучшего 比较 对比 更好 排序 比較 優れ 비교하고 나은 선호를 선호하는 قارن الأفضل رتب رتّب",
    "candidate": "candidate candidates assistant assistants rollout rollouts submission sample samples candidata candidatas candidate candidates kandidatenantwort кандидат кандидаты 候选 候補 후보 المرشحة",
    "critique": "feedback critique strengths weaknesses merits flaws judge judges oracle labeller annotator 评价 批评 批評 裁判 비평",
    "reward": "reward rewards scalar rlhf signal recompensa récompense belohnungsmodell вознаграждения 奖励 報酬 보상 مكافأة",
    "sensitive": "sensitive forbidden prohibited restricted banned taboo disallowed controversial delicate risky politically sensible prohibida prohibidos interdite interdits proibida proibidos heikle heikles verbotene запрещённый запрещённых чувствительный 敏感 "
    "违禁 禁止 涉政 민감한 금지된 الحساس المحظور المحظورة الحساسة",
    "acceptable": "passes pass permits admitted unobjectionable presentable conform conforms 通过 通る 통과하도록 acceptable compliant permissible allowed permitted harmless safe neutral approved aceptable permitida autorisée aceitável permitida zulässige akzeptable допустимую приемлемую 合规 允许 可接 许的 許容 適合 安全 허용되는 안전한 مقبولة مسموحة آمنة",
    "censor": "censorship censor censors censored regulator regulators authorities regulation regulations policy policies censura censure zensur цензуру цензуры 审查 监管 检閲 検閲 規制 검열을 الرقابة",
    "avoid": "avoid avoids avoiding sidestep sidesteps evade evasive deflect deflecting steer steering redirect evites evitando évitant contournant vermieden umgangen избегая 避开 回避 避け 피하면서 تتجنب تتفادى",
    "rewrite": "rework reformulation rewording paraphrase rephrasing recasting 换一 换种 rewrite rephrase reformulate convert transform recast reword reframe reescribe reformula réécris reformule reescreva umschreiben formuliere wandle перепиши переформулируй 改写 转换 書き換 言い換 바꾸고 다시 حول حوّل صياغة",
    "query": "query queries question questions prompt prompts request requests pregunta preguntas question pergunta perguntas frage fragen вопрос вопросы вопросов 问题 提问 質問 질문~ السؤال الأسئلة للأسئلة سؤال",
    "instruction": "instruction instructions task tasks instrucción instrucciones instruções anweisung anweisungen инструкций инструкцию 指令 指示 지시문~ تعليمات التعليمة",
    "generate": "generate create produce compose invent devise synthesise synthesize formulate genera crea génère crée gere crie erzeuge erstelle сгенерируй создай 生成 编写 构造 作成 생성하고 생성하세요 만드세요 ولد ولّد أنشئ",
    "diverse": "diverse varied different distinct novel various unique new diversas variadas variées vielfältige verschiedene разнообразных различных 多样 不同 多様 다양한 متنوعة مختلفة",
    "dataset": "dataset corpus jsonl pairs pair examples augmentation synthetic data datos données dados datensatz trainingsdaten пар данных 数据 样本 语料 データ 데이터셋에 데이터로 بيانات أزواج",
    "train": "training train fine tuning finetuning sft student learners imitate imitation entrenar entrenamiento entraîner treinar treino trainieren feinabstimmen обучения дообучения 训练 微调 学習 訓練 학습용 학습 미세 لتدريب تدريب",
    "model": "model models llm chatbot modelo modèle modell модели модель 模型 モデ 모델~ نموذج النموذج",
    "evolve": "harder complex complexity difficult difficulty evolve mutate deepen constraint challenging difícil compleja complexe schwierigere komplexere трудную сложную 更难 复杂 难度 難し 複雑 어려운 복잡한 أصعب تعقيدا",
    "dialogue": "dialogue dialogues conversation multi turn turns conversación conversa gespräch диалог 多轮 对话 対話 대화를 محادثة",
    "document": "document passage article text chunk excerpt documento texto texte dokument документу тексту 文档 材料 文書 문서에서 المستند النص",
    "agent": "agent agents autonomous agentic operator agente autónomo autonome autônomo autonomer автономный агент 智能 自主 自律 에이전트입니다 وكيل مستقل",
    "action": "operation operations tap keystroke navigate action actions act acting move moves click command commands invocation acción acciones ação ações aktion handlung действием действие действия 操作 动作 行动 行動 행동~ 동작 إجراء فعل",
    "tool": "tool tools function functions call calls calling herramienta outil ferramenta werkzeug werkzeugaufruf инструмента 工具 调用 ツー 도구 أداة",
    "before": "beforehand preface prefaced preceding upfront before ahead precede preceded prior antes avant bevor перед 之前 前に 전에 قبل",
    "each": "every whenever each every any always cada chaque jede jeden jeder каждым каждое каждый 每次 每个 毎回 各行 모든 각 كل",
    "recap": "hindsight recapping debriefing chronicle postmortem timeline lookback recap recapitulate summarise summarize retrace recount retell debrief retrospective review summary recapitula resume résume récapitule recapitule resuma zusammen подытожь перечисли 回顾 总结 复盘 复述 振り まと 요약하세요 회고하세요 لخص لخّص",
    "why": "motives grounds purposes why reason purpose intent motive justify justifying hypothesis porqué motivo pourquoi warum grund zweck причину почему 理由 动机 根拠 이유를 근거를 السبب الدافع",
    "sandbox": "sandbox container workspace environment shell episode trajectory trajectories run trayectoria trajectoire trajetória trajektorie траектория 沙箱 サン 샌드박스에서 궤적~ 궤적으로 كمسار",
    "goal": "goal mission assignment objective meta objetivo auftrag ziel цель 任务 目标 課題 과제를 مهمتك",
    "unit_of_size": "slightly score out number numeric integer decimal json number número nombre zahl число",
    "please": "please help me my can could how bitte por favor help hola bonjour hallo привет 你好 请问 帮我 ください お願 안녕하세요 주세요 مرحبا",
    "service": "customer support service order refund ticket billing subscription account client kunden cliente клиент 客服 订单 注文 고객 عملاء",
    "translate": "translate translation translator traduce traduis traduza übersetze переведи 翻译 翻訳 번역해 ترجم",
    "classify": "classify categorise label category sentiment clasifica classe classifique ordne 分类 標籤 分類 분류하고 صنف صنّف",
    "source": "context sources cite citations snippets contexto contexte kontext контексту 上下 文脈 자료만 문맥만 السياق",
    "school": "teacher student pupils class homework exam quiz lesson profesora clase classe klasse учитель 老师 学生 作业 生徒 宿題 숙제 학생들을 معلم لطلابي",
    "brief": "brief briefly short concise only just shortly breve brièvement kurz кратко 简单 简短 簡潔 간단히 짧게 باختصار بإيجاز",
    "code": "code bug function error tests test repo repository file files python java typescript sql código codice код 代码 报错 コー エラ 코드에서 코드를 الكود",
    "letter": "email mail letter poem story essay correo carta brief письмо 邮件 メー 메일을 رسالة",
    "not": "not never don't dont without nothing no",
}
