package org.tollwatch.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes bad inputs out of good ones: cut, flipped, doubled, spliced, and with what has no business there. */
final class Mutator {

    /** What has broken readers of many kinds. */
    private static final List<String> WORDS = List.of(
            "\0",
            "\uFEFF",
            "\u202E",
            "\u2028",
            "\uD800",
            "a\u0301\u0302",
            "\u0130",
            "\u200B",
            "\r",
            "\n\n",
            "\t",
            "\"",
            "'",
            "\\",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "[]",
            "{}",
            "[[[[",
            "{{{{",
            "-1",
            "0",
            "9223372036854775808",
            "1e999",
            "NaN",
            "0x7fffffff",
            "99999999999999999999",
            "-0",
            "1.5",
            "<",
            ">",
            "&",
            "]]>",
            "<![CDATA[",
            "<!--",
            "%00",
            "%zz",
            "../../",
            "${x}",
            "*a",
            "&a",
            "!!java.lang.Object {}",
            "? ",
            ": ",
            "- ",
            "#",
            "|",
            ">-",
            "9999-99-99",
            "0000-00-00",
            "+999999999-01-01T00:00:00Z",
            "2020-10-05T25:61:61Z",
            "T",
            "Z");

    private static final int MOST_STEPS = 4;
    private static final int MANY = 2_000;

    private final List<byte[]> samples;
    private final List<String> words;
    private final int longest;

    /**
     * @param samples that are good; at least one
     * @param words of the language they are in
     * @param longest in bytes
     */
    Mutator(List<byte[]> samples, List<String> words, int longest) {
        this.samples = List.copyOf(samples);
        this.words = List.copyOf(words);
        this.longest = longest;
    }

    byte[] next(Random random) {
        byte[] out = any(random);
        for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
            out = step(out, random);
        }
        return out;
    }

    private byte[] any(Random random) {
        return samples.get(random.nextInt(samples.size()));
    }

    private byte[] step(byte[] in, Random random) {
        if (in.length == 0) {
            return word(random);
        }
        int at = random.nextInt(in.length);
        int to = at + 1 + random.nextInt(random.nextInt(4) == 0 ? in.length - at : Math.min(40, in.length - at));
        return switch (random.nextInt(11)) {
            case 0 -> changed(in, at, (byte) (in[at] ^ 1 << random.nextInt(8)));
            case 1 -> changed(in, at, (byte) random.nextInt(256));
            case 2 -> joined(in, at, new byte[0], 0, 0, in, to);
            case 3 -> joined(in, to, in, at, to, in, to);
            case 4 -> joined(in, at, new byte[0], 0, 0, in, in.length);
            case 5 -> repeated(in, at, Math.min(to, at + 40), random);
            case 6 -> spliced(in, at, any(random), random);
            case 7 -> number(in, at, random);
            default -> {
                byte[] word = word(random);
                yield joined(in, at, word, 0, word.length, in, random.nextBoolean() ? at : to);
            }
        };
    }

    private byte[] word(Random random) {
        List<String> from = words.isEmpty() || random.nextInt(3) == 0 ? WORDS : words;
        return from.get(random.nextInt(from.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] changed(byte[] in, int at, byte value) {
        byte[] out = in.clone();
        out[at] = value;
        return out;
    }

    private byte[] spliced(byte[] in, int at, byte[] other, Random random) {
        return other.length == 0 ? in : joined(in, at, new byte[0], 0, 0, other, random.nextInt(other.length));
    }

    /** The same over and over: what is quadratic shows. */
    private byte[] repeated(byte[] in, int at, int to, Random random) {
        int room = longest - in.length;
        int times = Math.min(1 + random.nextInt(MANY), room / Math.max(1, to - at));
        if (times <= 0) {
            return in;
        }
        byte[] many = new byte[(to - at) * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(in, at, many, i * (to - at), to - at);
        }
        return joined(in, at, many, 0, many.length, in, at);
    }

    /** The next number becomes another that none would write. */
    private byte[] number(byte[] in, int at, Random random) {
        int from = at;
        while (from < in.length && (in[from] < '0' || in[from] > '9')) {
            from++;
        }
        int to = from;
        while (to < in.length && in[to] >= '0' && in[to] <= '9') {
            to++;
        }
        String[] numbers = {"0", "-1", "00", "2147483648", "-9223372036854775809", "1e400", "99999", "\u0663", "7.5", ""
        };
        byte[] number = numbers[random.nextInt(numbers.length)].getBytes(StandardCharsets.UTF_8);
        return joined(in, from, number, 0, number.length, in, to);
    }

    /** The first {@code head} bytes, a part of the middle, and the tail from {@code tailFrom}; no longer than may be. */
    private byte[] joined(byte[] head, int headTo, byte[] middle, int from, int to, byte[] tail, int tailFrom) {
        byte[] out = new byte[headTo + to - from + tail.length - tailFrom];
        System.arraycopy(head, 0, out, 0, headTo);
        System.arraycopy(middle, from, out, headTo, to - from);
        System.arraycopy(tail, tailFrom, out, headTo + to - from, tail.length - tailFrom);
        return out.length > longest ? java.util.Arrays.copyOf(out, longest) : out;
    }
}
