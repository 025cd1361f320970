"""Other languages than English: word lists and sentence patterns, each with its own script and spacing."""

from typing import NamedTuple

from hydrascope.lab.worlds.words import listed


class Tongue(NamedTuple):
    """
    A language: patterns with `{n}` noun, `{a}` adjective, `{v}` verb, `{N}` proper name, `{c}` coined word, `{d}` number; how sentences join.

    `pieces` are what words are coined of, three each.
    """

    patterns: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    verbs: tuple[str, ...]
    pieces: tuple[str, ...]
    joiner: str = " "


TONGUES: dict[str, Tongue] = {
    "de": Tongue(
        (
            "Wie {n} und {c} {v}, ohne {N} zu verlieren?",
            "Unser {c} in {N} braucht {d} {n}.",
            "Was hat {c} mit {n} in {N} zu tun?",
            "Seit {d} Tagen {c}, {n} und {n}.",
            "{N} will {c} lieber {a} {v}.",
            "Kurz, {N}: {c} oder {n}?",
            "Bitte {c} {a} {v}, {N} {n}.",
            "Mein {c} klingt {a}, {N} kennt {n}.",
            "{c} {a} {v}: {n} bei {N}.",
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
        listed(
            "bau ber brun dorf ein feld fer gal gen halt haus kel kram lan leit mar mes nach nor ober pol rau ring sal sen stad stein tal tor treu ver wal wer zeug zin"
        ),
    ),
    "fr": Tongue(
        (
            "Comment {v} {c} avec {n} chez {N} ?",
            "Cherche {d} idées : {c}, {v} {n}.",
            "{N} trouve {c} {a} malgré {n}.",
            "Faut-il {v} {c} avant {n} {a} ?",
            "Depuis {d} semaines {c} et {n} inquiètent {N}.",
            "Écris un texte {a} : {c}, {n}, {N}.",
            "Pourquoi {c} rend-il {n} si {a} ?",
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
        listed(
            "ba bel bri cha clo cou dan deau fer fon gi gne lan lette lou mau mi nel non pe poi que ra ret ri sau sier ta teur ton val ver vi zan"
        ),
    ),
    "es": Tongue(
        (
            "¿Cómo {v} {c} y {n} para {N}?",
            "Necesito {d} consejos: {c}, algo {a}, {n}.",
            "{N} dice que {c} es {a} sin {n}.",
            "Quiero {v} {c} sin gastar {n}.",
            "Mi {c} dejó {d} días de {n} {a}.",
            "Redacta un {c} {a} acerca de {N}.",
            "¿Qué diferencia {c} y {n} en {N}?",
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
        listed("al ba ber ca cho dal den do fa fer ga gue ja lar le lla ma men mi na ño pa pe que ra ri ro sal se ta te tor va zo zu"),
    ),
    "pt": Tongue(
        (
            "Como {v} {c} e {n} na {N}?",
            "Preciso de {d} ideias: {c}, mais {a}, {n}.",
            "{N} acha {c} mais {a} perto de {n}.",
            "Vale {v} {c} antes de {n} {a}?",
            "Faz {d} dias {c} e {n} preocupam {N}.",
            "Escreva algo {a}: {c}, {n}, {N}.",
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
        listed("al ba bei bra ca cho da dei do fa fi ga gui ja la lhe lo ma mi na nha pa pei que ra rei ri sa sei ta te tor va xe zão"),
    ),
    "ru": Tongue(
        (
            "Как {v} {c} и {n} для {N}?",
            "Нужно {d} советов: {c}, желательно {a}, {n}.",
            "{N} считает, {c} важнее, чем {n}.",
            "Можно {v} {c} без {N}?",
            "Напиши {a}: {c}, {n} и {N}.",
            "Уже {d} дней {c} мешает {n}.",
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
        listed(
            "ба бер вар вер гол град да дол ел жар за зор ка кол ла лес ма мир на нов ор пар пе рад ро сел ста тар то уль фа хол цве чер ша"
        ),
    ),
    "zh": Tongue(
        (
            "{N}的{c}{v}{a}{c}？",
            "{v}{c}和{c}，{d}天。",
            "{N}的{c}比{c}{a}？",
            "写{a}的{c}，{N}和{c}{n}。",
            "{N}说{c}{v}{d}次{c}。",
            "{c}、{n}{c}，{a}{c}？",
            "先{v}{c}，再{v}{c}？",
        ),
        listed(
            "合同 花园 自行车 作文 数学题 菜谱 火车票 发票 简历 数据库 猫粮 钢琴 保险 房租 相机 台灯 帐篷 毛衣 论文 显微镜 咖啡机 打印机 窗帘 雨伞 婚礼 诗歌 地图 桥梁 税表 小说 "
            "实验 键盘 泳池 蘑菇 电路 吉他 邻居 旅行 月饼 茶叶"
        ),
        listed("简单 便宜 安静 准确 有趣 正式 简短 清楚 结实 新鲜 温柔 奇怪 实用 轻便 漂亮 稳定 耐心 详细 幽默 礼貌"),
        listed("修理 比较 翻译 整理 总结 绘制 出售 学习 计算 书写 租用 烹饪 修改 计划 测量 选择 取消 重做 检查 搭建"),
        listed(
            "安 白 柏 北 波 长 成 川 春 达 德 丰 福 高 光 广 海 汉 恒 华 嘉 金 景 凯 兰 乐 立 林 龙 鲁 茂 明 南 宁 平 启 青 庆 瑞 三 盛 石 顺 泰 天 威 文 西 祥 新 鑫 兴 雅 宜 永 玉 远 云 泽 正 中 卓"
        ),
        "",
    ),
    "ja": Tongue(
        (
            "{N}の{c}を{a}{c}{v}。",
            "{c}と{n}{c}の違いは{N}。",
            "{d}日{c}を{v}{c}。",
            "{N}さん{c}より{c}を{v}？",
            "{c}を{a}{v}{c}を{v}。",
            "{c}、{n}、{N}の{c}を{v}。",
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
        listed(
            "ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ガ ギ グ ゲ ゴ ザ ジ ズ ゼ ダ デ ド バ ビ ブ ベ ボ パ ピ プ ペ ポ"
        ),
        "",
    ),
    "ko": Tongue(
        (
            "{N}의 {c}을 {a} {v} 방법.",
            "{c}와 {n} 중에서 {c}?",
            "{d}일 안에 {c}을 {v} 계획.",
            "{N}님은 {c}보다 {n}이 {a} {c}.",
            "{n}, {c}, {N}에 대한 글 {a} {c}.",
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
        listed(
            "가 강 고 구 금 기 나 남 노 다 대 도 동 라 로 리 마 만 명 모 무 미 바 방 보 부 사 산 상 서 선 성 소 수 시 아 안 양 연 영 오 온 용 우 원 유 은 이 인 일 자 정 제 주 중 지 진 차 천 청 초 태 토 평 포 하 한 해 현 호 화"
        ),
    ),
}
