package io.closeout.register;

import static io.closeout.register.AssetFixtures.agent;
import static io.closeout.register.AssetFixtures.fqdn;
import static io.closeout.register.AssetFixtures.ip;
import static io.closeout.register.AssetFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.closeout.register.AssetIdentifier.Kind;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class AssetIdentityDatabaseTest {

    @Nested
    class OnH2 extends Rules {
        OnH2() {
            super(Databases.h2());
        }
    }

    @Nested
    class OnPostgres extends Rules {
        OnPostgres() {
            super(Databases.postgres());
        }
    }

    @TestInstance(PER_CLASS)
    abstract static class Rules {

        private final AssetFixtures fixtures;

        Rules(Database database) {
            fixtures = new AssetFixtures(database);
        }

        private long recognise(String name, AssetIdentifier... identifiers) {
            return fixtures.identity.recognise("enclave", seen(name, identifiers));
        }

        @Test
        void knowsAMachineByItsFullNameAtAnotherAddress() {
            long before = recognise("mail", fqdn("mail.example"), ip("10.0.1.1"));

            assertThat(recognise("mail", fqdn("MAIL.example"), ip("10.0.1.99"))).isEqualTo(before);
        }

        @Test
        void tellsMachinesApartThatHadTheSameAddress() {
            long before = recognise("web1", fqdn("web1.example"), ip("10.0.2.1"));

            assertThat(recognise("web2", fqdn("web2.example"), ip("10.0.2.1"))).isNotEqualTo(before);
        }

        @Test
        void letsTheAddressFollowTheMachineThatHasItNow() {
            recognise("old", fqdn("old.example"), ip("10.0.3.1"));
            long now = recognise("new", fqdn("new.example"), ip("10.0.3.1"));

            assertThat(recognise("10.0.3.1", ip("10.0.3.1"))).isEqualTo(now);
        }

        @Test
        void believesTheAgentBeforeTheName() {
            long renamed = recognise("lab1", agent("a-1"), fqdn("lab1.example"));

            assertThat(recognise("lab9", agent("a-1"), fqdn("lab9.example"))).isEqualTo(renamed);
            assertThat(recognise("lab1", agent("a-2"), fqdn("lab1.example"))).isNotEqualTo(renamed);
        }

        @Test
        void takesSeveralHostsOfOneNameForOneAsset() {
            AssetIdentifier target = new AssetIdentifier(Kind.NAME, "gateway");

            assertThat(recognise("gateway", target, ip("10.0.4.1")))
                    .isEqualTo(recognise("gateway", target, ip("10.0.4.2")));
        }

        @Test
        void learnsTheSystemOfAnAssetAndForgetsItNot() {
            long asset = recognise("cad", fqdn("cad.example"));
            fixtures.identity.recognise("enclave", running("Windows 11", "cad", fqdn("cad.example")));
            recognise("cad", fqdn("cad.example"));

            assertThat(fixtures.database
                            .jdbc()
                            .sql("select operating_system from asset where id = ?")
                            .param(asset)
                            .query(String.class)
                            .single())
                    .isEqualTo("Windows 11");
        }

        private static SeenAsset running(String system, String name, AssetIdentifier... identifiers) {
            return new SeenAsset(name, List.of(identifiers), system);
        }

        @Test
        void doesNotRecogniseARetiredAssetAgain() {
            long retired = recognise("plc", fqdn("plc.example"));
            fixtures.database
                    .jdbc()
                    .sql("update asset set state = 'RETIRED' where id = ?")
                    .param(retired)
                    .update();

            long successor = recognise("plc", fqdn("plc.example"));

            assertThat(successor).isNotEqualTo(retired);
            assertThat(recognise("plc", fqdn("plc.example"))).isEqualTo(successor);
        }
    }
}
