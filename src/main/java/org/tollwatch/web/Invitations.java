package org.tollwatch.web;

import java.util.List;
import java.util.Locale;

/** Words that ask a reader to read, share or subscribe elsewhere, in the languages of the reports. */
final class Invitations {

    private static final int LONGEST_LINE = 200;

    /** At the end of a text: it goes on elsewhere. */
    private static final List<String> MORE = List.of(
            "read more",
            "continue reading",
            "keep reading",
            "read the full",
            "full story",
            "read on",
            "click here",
            "читать далее",
            "читать дальше",
            "подробнее",
            "читати далі",
            "детальніше",
            "lire la suite",
            "en savoir plus",
            "leer más",
            "seguir leyendo",
            "sigue leyendo",
            "devamını oku",
            "devamı için",
            "ardını oxu",
            "davamı",
            "اقرأ المزيد",
            "للمزيد",
            "המשך קריאה",
            "לכתבה המלאה",
            "xem thêm",
            "đọc tiếp",
            "อ่านต่อ",
            "կարդալ ավելին",
            "weiterlesen",
            "mehr lesen");

    /** At the start of a line of a page: the line is no part of the article. */
    private static final List<String> ASIDE = List.of(
            "read more",
            "read also",
            "also read",
            "read next",
            "see also",
            "related",
            "more on this",
            "more from",
            "recommended",
            "you may also",
            "you might also",
            "don't miss",
            "watch:",
            "photo:",
            "image:",
            "picture:",
            "video:",
            "follow us",
            "share this",
            "share on",
            "sign up",
            "subscribe",
            "advertisement",
            "sponsored",
            "©",
            "copyright",
            "all rights reserved",
            "comments",
            "tags:",
            "topics:",
            "читайте также",
            "читать также",
            "смотрите также",
            "по теме",
            "подписывайтесь",
            "подпишитесь",
            "поделиться",
            "фото:",
            "реклама",
            "комментарии",
            "теги:",
            "читайте також",
            "дивіться також",
            "підписуйтесь",
            "підписуйтеся",
            "поділитися",
            "lire aussi",
            "à lire",
            "a lire aussi",
            "voir aussi",
            "abonnez-vous",
            "partager",
            "publicité",
            "lee también",
            "lea también",
            "leer también",
            "te puede interesar",
            "le puede interesar",
            "suscríbete",
            "compartir",
            "publicidad",
            "ayrıca okuyun",
            "ilgili haber",
            "bunlar da",
            "paylaş",
            "reklam",
            "həmçinin oxuyun",
            "oxşar xəbər",
            "اقرأ أيضا",
            "اقرأ أيضاً",
            "اقرأ أيضًا",
            "إقرأ أيضا",
            "اقرأ المزيد",
            "شارك",
            "تابعونا",
            "إعلان",
            "קראו גם",
            "קרא גם",
            "עוד בנושא",
            "שתפו",
            "פרסומת",
            "xem thêm",
            "đọc thêm",
            "tin liên quan",
            "chia sẻ",
            "quảng cáo",
            "อ่านเพิ่มเติม",
            "อ่านข่าว",
            "ข่าวที่เกี่ยวข้อง",
            "แชร์",
            "โฆษณา",
            "կարդացեք նաև",
            "կարդալ նաև",
            "կիսվել",
            "գովազդ");

    private Invitations() {}

    /** Whether the end of a text sends its reader elsewhere. */
    static boolean toGoOn(String end) {
        String small = end.toLowerCase(Locale.ROOT);
        return MORE.stream().anyMatch(small::contains);
    }

    /** Whether a line of a page only points elsewhere: it begins so, and is no sentence. */
    static boolean line(String line) {
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        String small = line.toLowerCase(Locale.ROOT);
        for (String words : ASIDE) {
            if (small.startsWith(words) && alone(small, words.length())) {
                return !sentence(line) || small.startsWith(":", words.length()) || words.endsWith(":");
            }
        }
        return false;
    }

    private static boolean alone(String line, int end) {
        return end >= line.length()
                || !Character.isLetter(line.charAt(end))
                || !Character.isLetter(line.charAt(end - 1));
    }

    private static boolean sentence(String line) {
        return ".!?։။।".indexOf(line.charAt(line.length() - 1)) >= 0 && line.indexOf(' ') > 0;
    }
}
