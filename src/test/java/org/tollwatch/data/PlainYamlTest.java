package org.tollwatch.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainYamlTest {

    /** Every file that comes with the program is plain, and reads the same by either reader, places and order included. */
    @ParameterizedTest
    @ValueSource(strings = {"conflicts", "languages", "policies", "words"})
    void readsWhatTheReaderOfAllYamlReads(String folder) {
        for (String name : DataFiles.bundled(folder)) {
            String text = new String(DataFiles.bundled(folder, name), StandardCharsets.UTF_8);
            Node whole = YamlFile.whole(name, text, "");
            Node plain = PlainYaml.read(name, text).orElseThrow(() -> new AssertionError(name + " is not plain"));
            assertEquals(whole, plain, name);
            assertEquals(whole.toString(), plain.toString(), name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nb:\n  - c: 2\n    d: [x, 'y z', \"q \\\" r\"] # why\n  - e\n",
                "- {a: 1, b: [2,\n   3]}\n- c\n",
                "a:\n- b\n- c\nd: {}\ne: []\nf:\n",
                "a b: c  d\n\n# no more\n"
            })
    void readsItsShapes(String text) {
        Node whole = YamlFile.whole("f", text, "");
        assertEquals(whole, PlainYaml.read("f", text).orElseThrow());
    }

    /** Left to the reader of all YAML, which reads it or says what is wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "a: b\na: c\n",
                "a: &x b\n",
                "a: b: c\n",
                "a: |\n  b\n",
                "a: b\n  c\n",
                "a: [b\n",
                "a: 'b''c'\n",
                "a: \"b\\n\"\n",
                "a: null\n",
                "a:\tb\n",
                "---\na: b\n",
                "a: b\n- c\n",
                "a:\n    b: c\n  d: e\n",
                "a: [b?, c]\n",
                "a: [b, ]\n"
            })
    void leavesTheRest(String text) {
        assertTrue(PlainYaml.read("f", text).isEmpty());
    }

    @Test
    void tellsTheLineOfEverything() {
        Node.Fields root = PlainYaml.read("f", "a: 1\n\n# two\nb:\n  - [x,\n    y]\n")
                .orElseThrow()
                .fields();
        Node.Listing inner = (Node.Listing) root.list("b").get(0);
        assertEquals(4, root.required("b", "").at().line());
        assertEquals(6, inner.elements().get(1).at().line());
    }
}
