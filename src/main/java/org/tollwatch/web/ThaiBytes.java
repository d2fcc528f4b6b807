package org.tollwatch.web;

import java.nio.charset.Charset;

/** Whether bytes are Thai, which ICU's detector does not know: nearly every vowel sign and tone stands on a consonant. */
final class ThaiBytes {

    static final Charset CHARSET = Charset.forName("x-windows-874");

    private static final int ENOUGH = 20;

    private ThaiBytes() {}

    static boolean are(byte[] bytes) {
        String text = new String(bytes, CHARSET);
        int letters = 0;
        int signs = 0;
        int astray = 0;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (sign(c)) {
                signs++;
                astray += consonant(text.charAt(i - 1)) || sign(text.charAt(i - 1)) ? 0 : 1;
            } else if (consonant(c)) {
                letters++;
            } else if (c > 0x7f && !(c >= 0xe30 && c <= 0xe5b)) {
                astray++;
            }
        }
        return letters >= ENOUGH && signs * 10 >= letters && astray * 20 <= letters + signs;
    }

    private static boolean consonant(char c) {
        return c >= 0xe01 && c <= 0xe2e;
    }

    private static boolean sign(char c) {
        return c == 0xe31 || (c >= 0xe34 && c <= 0xe3a) || (c >= 0xe47 && c <= 0xe4e);
    }
}
