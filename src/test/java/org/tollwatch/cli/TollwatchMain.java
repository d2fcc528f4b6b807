package org.tollwatch.cli;

/** The program in a process that is to be killed, but must not outlive a test that failed before it did so. */
public final class TollwatchMain {

    private TollwatchMain() {}

    public static void main(String[] args) {
        ProcessHandle.current()
                .parent()
                .ifPresent(
                        test -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        Tollwatch.main(args);
    }
}
