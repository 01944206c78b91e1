package io.closeout.bench;

import java.util.Arrays;

/** Alternates pieces of work, each warmed up once, and gives the median time of each. */
final class Rounds {

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private Rounds() {}

    /** @return median seconds of each */
    static double[] alternate(int rounds, Work... works) throws Exception {
        double[][] seconds = new double[works.length][rounds];
        for (Work work : works) {
            work.run();
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < works.length; i++) {
                seconds[i][round] = timed(works[i]);
            }
        }
        return Arrays.stream(seconds).mapToDouble(Rounds::median).toArray();
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
