package io.closeout.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Lets the program die at a chosen commit. What that transaction did is lost, as if the process had been killed. */
class MortalTransactions extends JpaTransactionManager {

    private int commits;
    private int lastOne = Integer.MAX_VALUE;

    /** Nothing that handles exceptions may survive it. */
    static class Killed extends Error {}

    static class Configuration {

        @Bean
        MortalTransactions transactionManager() {
            return new MortalTransactions();
        }
    }

    /** @param commit from 1; those of transactions that only read are not counted */
    void dieAt(int commit) {
        commits = 0;
        lastOne = commit;
    }

    void liveOn() {
        dieAt(Integer.MAX_VALUE);
    }

    int commits() {
        return commits;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (!status.isReadOnly() && ++commits == lastOne) {
            throw new Killed();
        }
        super.doCommit(status);
    }
}
