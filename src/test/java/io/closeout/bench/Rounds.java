package io.closeout.bench;

import java.util.Arrays;

/** Alternates two pieces of work, warmed up once, and gives the median time of each. */
final class Rounds {

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private Rounds() {}

    /** @return median seconds of the first and of the second */
    static double[] alternate(int rounds, Work first, Work second) throws Exception {
        double[] firsts = new double[rounds];
        double[] seconds = new double[rounds];
        first.run();
        second.run();
        for (int round = 0; round < rounds; round++) {
            firsts[round] = timed(first);
            seconds[round] = timed(second);
        }
        return new double[] {median(firsts), median(seconds)};
    }

    static double timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
