package org.tollwatch.web;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Charsets by the names that the web calls them. Where browsers read a wider charset under a narrower name (latin1 is
 * windows-1252), so is it here: the WHATWG Encoding Standard, 4.2.
 */
final class CharsetLabels {

    private static final Map<String, String> WIDER = wider();

    private CharsetLabels() {}

    /** The charset of a label in any case, quoted or not; empty when nobody knows it. */
    static Optional<Charset> find(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
        try {
            return Optional.of(Charset.forName(WIDER.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> wider() {
        Map<String, String> names = new HashMap<>();
        put(
                names,
                "windows-1252",
                "latin1 latin-1 iso-8859-1 iso8859-1 iso_8859-1 iso88591 l1 cp819 ascii us-ascii ansi");
        put(names, "windows-1252", "ansi_x3.4-1968 iso-ir-100 x-cp1252 win-1252 cp-1252");
        put(names, "windows-1254", "latin5 latin-5 iso-8859-9 iso8859-9 iso_8859-9 iso88599 l5 x-cp1254 win-1254");
        put(names, "x-windows-874", "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620 cp874");
        put(names, "windows-1250", "x-cp1250 win-1250 win1250 cp-1250");
        put(names, "windows-1251", "x-cp1251 win-1251 win1251 cp-1251 windows1251");
        put(names, "windows-1253", "x-cp1253 win-1253");
        put(names, "windows-1255", "x-cp1255 win-1255");
        put(names, "ISO-8859-8", "iso-8859-8-i iso-8859-8-e logical visual");
        put(names, "windows-1256", "x-cp1256 win-1256");
        put(names, "windows-1257", "x-cp1257 win-1257");
        put(names, "windows-1258", "x-cp1258 win-1258");
        put(names, "KOI8-U", "koi8-ru");
        put(names, "KOI8-R", "koi koi8 koi8_r");
        put(names, "GB18030", "gb2312 gbk gb_2312 gb_2312-80 chinese csgb2312 x-gbk cp936");
        put(names, "x-windows-949", "euc-kr ks_c_5601-1987 ks_c_5601-1989 korean ksc5601 windows-949");
        put(names, "windows-31j", "shift_jis shift-jis sjis x-sjis ms_kanji");
        put(names, "Big5-HKSCS", "big5 big5-hkscs cn-big5 x-x-big5");
        put(names, "UTF-8", "utf8 utf-8 unicode-1-1-utf-8 unicode11utf8 x-unicode20utf8 utf_8 utf-8;");
        put(names, "UTF-16LE", "utf-16 utf16 ucs-2 unicode csunicode iso-10646-ucs-2 unicodefeff");
        put(names, "UTF-16BE", "unicodefffe");
        return Map.copyOf(names);
    }

    private static void put(Map<String, String> names, String charset, String labels) {
        for (String label : labels.split(" ")) {
            names.put(label, charset);
        }
    }
}
