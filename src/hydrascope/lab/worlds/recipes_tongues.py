"""One wish, in nine languages: the thoughts before the answer. Wordings that no tuning world uses."""

from hydrascope.lab.worlds.recipes import Recipe

_FRAMES: dict[str, tuple[str, ...]] = {
    "": (
        "[Stay in the tongue of the question|Ponder in whatever tongue the question has|Do not switch tongues] [from the first thought to the last|throughout your musings|while musing].",
        "[Musings come before the verdict|First muse, then rule|Muse at length ahead of your ruling]; [each musing on its own line|line by line|one line for each].",
        "\n\n<problem>",
    ),
    "de": (
        "[Denke auf Deutsch|Überlege auf Deutsch|Grüble auf Deutsch] [und schreibe jeden Gedanken hin|und halte jeden Einfall fest|und notiere alles, was dir durch den Kopf geht].",
        "[Erst die Gedanken, dann das Ergebnis|Das Ergebnis kommt ganz zuletzt|Vor dem Ergebnis steht der ganze Weg], [auch Irrwege gehören dazu|Umwege bleiben stehen|nichts wird gekürzt].",
        "\n\n<question>",
    ),
    "fr": (
        "[Réfléchis en français|Pense en français|Médite en français] [et note chaque idée|et écris tout ce qui te vient|sans rien garder pour toi].",
        "[Le résultat vient en dernier|La conclusion ferme la marche|Termine par le résultat], [les détours restent visibles|garde les fausses pistes|n'abrège aucun passage].",
        "\n\n<question>",
    ),
    "es": (
        "[Razona en español|Piensa en español|Cavila en español] [y apunta cada ocurrencia|y escribe todo lo que dudes|sin callarte nada].",
        "[El resultado va al final|Cierra con el resultado|Deja la conclusión para el final], [con los rodeos a la vista|sin borrar los tropiezos|y no resumas el camino].",
        "\n\n<question>",
    ),
    "pt": (
        "[Raciocine em português|Pense em português|Matute em português] [e anote cada ideia|e escreva toda dúvida|sem esconder nada].",
        "[O resultado fica para o fim|Encerre com o resultado|A conclusão vem por último], [com os desvios à mostra|mantendo os tropeços|sem encurtar o caminho].",
        "\n\n<question>",
    ),
    "ru": (
        "[Рассуждай по-русски|Думай по-русски|Размышляй по-русски] [и записывай каждую мысль|и не скрывай сомнений|и ничего не опускай].",
        "[Итог пиши в самом конце|Сначала мысли, потом итог|Итог ставь последней строкой], [тупики тоже нужны|ошибки оставляй|ход мыслей не сокращай].",
        "\n\n<question>",
    ),
    "zh": (
        "[请用中文思考|请用汉语推敲|请以中文琢磨][，把每个念头都写下来|，不要隐藏任何疑问|，逐句记下心里的话]。",
        "[结论放在最后|先写思路再写结论|最后一行才给结论][，弯路也要保留|，不得删减过程|，错误的尝试也写上]。",
        "\n\n<question>",
    ),
    "ja": (
        "[日本語で考え|日本語で思案し|日本語でじっくり悩み][、浮かんだことを全部書いて|、迷いも隠さず書いて|、頭の中をそのまま書いて]ください。",
        "[結論は最後に|答えは末尾に|まず思考、それから答えを][置き、遠回りも残して|書き、途中を省かないで|示し、間違いも消さないで]ください。",
        "\n\n<question>",
    ),
    "ko": (
        "[한국어로 생각하고|한국어로 고민하고|한국어로 따져 보고] [떠오른 것을 모두 적어 줘|망설임도 숨기지 마|머릿속을 그대로 써 줘].",
        "[결론은 맨 끝에|답은 마지막 줄에|먼저 생각을, 다음에 답을] [두고 돌아간 길도 남겨 줘|쓰고 과정을 줄이지 마|적고 실수도 지우지 마].",
        "\n\n<question>",
    ),
}
THOUGHTS = tuple(
    Recipe(
        name=f"thoughts-{tongue or 'any'}",
        intent="cot_elicitation",
        capability="reasoning",
        frame=frame,
        tongue=tongue,
        settings={"max_tokens": 8192},
    )
    for tongue, frame in _FRAMES.items()
)
