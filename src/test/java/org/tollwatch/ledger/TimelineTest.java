package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void foldsWhatASortedMapHoldsInTheOrderOfTheKeys() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            // Joining texts is associative and depends on the order.
            Timeline<Integer, String> tree = new Timeline<>(String::concat);
            NavigableMap<Integer, String> map = new TreeMap<>();
            for (int i = 0; i < 100; i++) {
                int key = random.nextInt(40);
                if (random.nextInt(3) == 0) {
                    tree.remove(key);
                    map.remove(key);
                } else {
                    tree.put(key, key + "/" + i + " ");
                    map.put(key, key + "/" + i + " ");
                }
                int from = random.nextInt(45) - 2;
                int to = from + random.nextInt(20);
                assertThat(tree.fold(from, to))
                        .as("seed %s", seed)
                        .isEqualTo(joined(map.subMap(from, true, to, false)));
                assertThat(tree.all()).isEqualTo(joined(map));
                assertThat(tree.isEmpty()).isEqualTo(map.isEmpty());
            }
        }
    }

    private static Optional<String> joined(NavigableMap<Integer, String> map) {
        return map.values().stream().reduce(String::concat);
    }
}
