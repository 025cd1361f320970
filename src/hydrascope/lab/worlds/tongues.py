"""Other languages than English: word lists and sentence patterns, each with its own script and spacing."""

from typing import NamedTuple

from hydrascope.lab.worlds.words import listed


class Tongue(NamedTuple):
    """A language: patterns with `{n}` noun, `{a}` adjective, `{v}` verb, `{N}` proper name, `{d}` number; how sentences join."""

    patterns: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    verbs: tuple[str, ...]
    joiner: str = " "


TONGUES: dict[str, Tongue] = {
    "de": Tongue(
        (
            "Wie kann ich {n} und {n} {v}, ohne {N} zu verlieren?",
            "Unser {a}es Projekt {N} braucht {d} {n}.",
            "Was hat {n} mit {n} in {N} zu tun?",
            "Seit {d} Tagen geht es um {n}, {n} und {n}.",
            "{N} will {n} lieber {a} {v}.",
            "Kurz gefragt: {n} oder {n}?",
            "Bitte {n} {a} {v} und {N} erwähnen.",
            "Mein {n} klingt {a}, obwohl {N} das {n} kennt.",
        ),
        listed(
            "Heizung Vertrag Gedicht Fahrrad Kuchen Urlaub Mathematik Datenbank Garten Katze Rechnung Schrank Bewerbung Orchester Gewitter Brücke Schlüssel Versicherung Teppich "
            "Roman Kamera Bahnhof Rezept Fenster Zeugnis Schraube Miete Pilz Segelboot Tabelle Lampe Zelt Steuer Hund Klavier Impfung Drucker Motor Kleid Ofen Wanderweg Antrag"
        ),
        listed(
            "schnell günstig leise ordentlich vorsichtig heimlich gemeinsam pünktlich freundlich trocken genau bunt schlicht ruhig fest locker neu spät ehrlich knapp"
        ),
        listed(
            "reparieren planen erklären vergleichen kürzen übersetzen verkaufen sortieren kochen zeichnen prüfen bauen lernen kündigen messen putzen schreiben teilen mieten rechnen"
        ),
    ),
    "fr": Tongue(
        (
            "Comment {v} {n} avec {n} chez {N} ?",
            "Je cherche {d} idées pour {v} {n}, plutôt {a}.",
            "{N} trouve que {n} reste {a} malgré {n}.",
            "Faut-il {v} {n} avant {n} ?",
            "Depuis {d} semaines, {n} et {n} inquiètent {N}.",
            "Écris un texte {a} sur {n}, {n} et {N}.",
            "Pourquoi {n} rend-il {n} si {a} ?",
        ),
        listed(
            "jardin fromage contrat voiture poème cuisine guitare facture voyage logiciel grammaire chaudière entretien recette ordinateur montagne chien mariage dossier peinture rivière "
            "vélo examen tableau fenêtre impôt musée moteur bibliothèque assurance chanson hiver escalier budget train pharmacie couture loyer potager"
        ),
        listed(
            "simple discret rapide solide drôle élégant calme précis étrange utile sobre léger sombre moderne tendre clair robuste rare gentil frais"
        ),
        listed(
            "réparer comparer traduire organiser résumer peindre vendre apprendre calculer écrire louer cuisiner corriger planifier ranger mesurer choisir annuler refaire dessiner"
        ),
    ),
    "es": Tongue(
        (
            "¿Cómo puedo {v} {n} y {n} para {N}?",
            "Necesito {d} consejos sobre {n}, algo {a}.",
            "{N} dice que {n} es {a} cuando falta {n}.",
            "Quiero {v} {n} sin gastar en {n}.",
            "Mi {n} dejó de funcionar después de {d} días de {n}.",
            "Redacta un texto {a} acerca de {n} con {N}.",
            "¿Qué diferencia hay entre {n} y {n} en {N}?",
        ),
        listed(
            "cocina bicicleta contrato poema jardín lluvia guitarra factura viaje tesis perro maleta examen ventana receta novela teclado mudanza alquiler boda camino reloj mercado puente "
            "lámpara zapato piscina escuela carta montaña abuela huerto impresora tormenta café dibujo tren seguro"
        ),
        listed(
            "sencillo barato raro alegre formal breve tranquilo fuerte limpio antiguo cómodo útil serio dulce lento amable claro nuevo oscuro ligero"
        ),
        listed(
            "arreglar comparar traducir organizar resumir pintar vender aprender calcular escribir alquilar cocinar corregir planear ordenar medir elegir cancelar rehacer dibujar"
        ),
    ),
    "pt": Tongue(
        (
            "Como eu posso {v} {n} e {n} na {N}?",
            "Preciso de {d} ideias sobre {n}, mais {a}.",
            "{N} acha que {n} fica {a} perto de {n}.",
            "Vale a pena {v} {n} antes de {n}?",
            "Faz {d} dias que {n} e {n} preocupam {N}.",
            "Escreva algo {a} sobre {n} para {N}.",
        ),
        listed(
            "cozinha bicicleta contrato poema jardim chuva violão fatura viagem tese cachorro mala prova janela receita romance teclado mudança aluguel casamento estrada relógio mercado ponte "
            "lâmpada sapato piscina escola carta montanha avó horta impressora tempestade café desenho trem seguro praia"
        ),
        listed(
            "simples barato raro alegre formal breve tranquilo forte limpo antigo útil sério doce lento gentil claro novo escuro leve firme"
        ),
        listed(
            "consertar comparar traduzir organizar resumir pintar vender aprender calcular escrever alugar cozinhar corrigir planejar arrumar medir escolher cancelar refazer desenhar"
        ),
    ),
    "ru": Tongue(
        (
            "Как лучше {v} {n} и {n} для {N}?",
            "Нужно {d} советов про {n}, желательно {a}.",
            "{N} считает, что {n} важнее, чем {n}.",
            "Можно ли {v} {n} без {N}?",
            "Напиши {a} про {n}, {n} и {N}.",
            "Уже {d} дней {n} мешает {n}.",
        ),
        listed(
            "дача договор стихотворение велосипед пирог отпуск задача база сад кошка счёт шкаф резюме оркестр гроза мост ключ страховка ковёр роман камера вокзал рецепт окно диплом аренда "
            "гриб лодка таблица лампа палатка налог собака пианино принтер мотор платье печь"
        ),
        listed(
            "быстро дешево тихо аккуратно осторожно вместе вовремя вежливо точно просто спокойно крепко заново честно кратко подробно смешно строго ярко легко"
        ),
        listed(
            "починить спланировать объяснить сравнить сократить перевести продать отсортировать сварить нарисовать проверить построить выучить отменить измерить помыть написать разделить снять посчитать"
        ),
    ),
    "zh": Tongue(
        (
            "请问{N}的{n}怎么{v}才{a}？",
            "我想{v}{n}和{n}，大约{d}天。",
            "{n}为什么比{n}更{a}？",
            "帮我写一段{a}的{n}，提到{N}和{n}。",
            "{N}说{n}需要{v}{d}次。",
            "关于{n}、{n}和{n}，有什么{a}的建议？",
            "能不能先{v}{n}，再{v}{n}？",
        ),
        listed(
            "合同 花园 自行车 作文 数学题 菜谱 火车票 发票 简历 数据库 猫粮 钢琴 保险 房租 相机 台灯 帐篷 毛衣 论文 显微镜 咖啡机 打印机 窗帘 雨伞 婚礼 诗歌 地图 桥梁 税表 小说 "
            "实验 键盘 泳池 蘑菇 电路 吉他 邻居 旅行 月饼 茶叶"
        ),
        listed("简单 便宜 安静 准确 有趣 正式 简短 清楚 结实 新鲜 温柔 奇怪 实用 轻便 漂亮 稳定 耐心 详细 幽默 礼貌"),
        listed("修理 比较 翻译 整理 总结 绘制 出售 学习 计算 书写 租用 烹饪 修改 计划 测量 选择 取消 重做 检查 搭建"),
        "",
    ),
    "ja": Tongue(
        (
            "{N}の{n}を{a}{v}方法を教えてください。",
            "{n}と{n}の違いは何ですか。",
            "{d}日以内に{n}を{v}必要があります。",
            "{N}さんが{n}より{n}を好む理由は？",
            "{n}について{a}説明してから{n}を{v}つもりです。",
            "{n}、{n}、{N}を使った短い話を書いて。",
        ),
        listed(
            "契約書 庭 自転車 作文 数学 料理 切符 請求書 履歴書 データ 猫 ピアノ 保険 家賃 カメラ 電球 テント 毛糸 論文 顕微鏡 珈琲 印刷機 窓 傘 結婚式 詩 地図 橋 税金 小説 実験 鍵盤 "
            "水泳 茸 回路 手紙 隣人 旅行 餅 緑茶"
        ),
        listed(
            "簡単に 安く 静かに 正確に 面白く 丁寧に 短く 明るく 丈夫に 新しく 優しく 早く 便利に 軽く 綺麗に 安全に 詳しく 楽しく 礼儀正しく 慎重に"
        ),
        listed(
            "直す 比べる 訳す 整理する まとめる 描く 売る 学ぶ 計算する 書く 借りる 作る 直訳する 計画する 測る 選ぶ 断る やり直す 調べる 組み立てる"
        ),
        "",
    ),
    "ko": Tongue(
        (
            "{N}의 {n}을 {a} {v} 방법이 궁금합니다.",
            "{n}와 {n} 중에서 무엇이 더 나은가요?",
            "{d}일 안에 {n}을 {v} 계획입니다.",
            "{N}님은 {n}보다 {n}이 {a} 보인다고 합니다.",
            "{n}, {n}, {N}에 대한 글을 {a} 써 주세요.",
        ),
        listed(
            "계약서 정원 자전거 작문 수학 요리 기차표 청구서 이력서 데이터 고양이 피아노 보험 월세 카메라 전구 텐트 털실 논문 현미경 커피 인쇄기 창문 우산 결혼식 시 지도 다리 세금 소설 "
            "실험 건반 수영 버섯 회로 편지 이웃 여행 떡 녹차"
        ),
        listed(
            "간단히 싸게 조용히 정확히 재미있게 정중히 짧게 밝게 튼튼하게 새롭게 부드럽게 빨리 편하게 가볍게 예쁘게 안전하게 자세히 즐겁게 솔직히 신중히"
        ),
        listed(
            "고치는 비교하는 번역하는 정리하는 요약하는 그리는 파는 배우는 계산하는 쓰는 빌리는 만드는 수정하는 계획하는 재는 고르는 취소하는 다시하는 조사하는 조립하는"
        ),
    ),
}
