package org.tollwatch.evaluate;

import java.nio.file.Path;
import java.util.Optional;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;

/** Gold sets read with what comes with the program. */
record Sets(Conflicts conflicts, Evaluator evaluator) {

    static Sets bundled() {
        Conflicts conflicts = Conflicts.bundled();
        return new Sets(conflicts, new Evaluator(new Extractor(Languages.bundled(), conflicts), conflicts));
    }

    Gold gold(Path set) {
        return new GoldReader(conflicts, Optional.empty()).read(set, Optional.empty());
    }

    Evaluation evaluation(Gold gold) {
        return Evaluation.of(gold.texts(), evaluator);
    }
}
