package io.closeout.review.approval;

import static io.closeout.review.approval.RequestKind.ACCEPTANCE;
import static io.closeout.review.approval.RequestKind.EXTENSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Group;
import io.closeout.register.PoamId;
import io.closeout.register.Situations;
import io.closeout.review.ReviewTest;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the database itself does not let happen, should a service ever forget to hold the item. */
class ApprovalRowsDatabaseTest {

    @Nested
    @ReviewTest
    class OnH2 extends Rules {}

    @Nested
    @ReviewTest
    class OnPostgres extends Rules {

        private static final Database DATABASE = Databases.postgres();

        @DynamicPropertySource
        static void isMigratedAlready(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", DATABASE::url);
            properties.add("spring.datasource.username", DATABASE::user);
            properties.add("spring.flyway.enabled", () -> false);
        }
    }

    abstract static class Rules {

        private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

        @Autowired
        ApprovalRows rows;

        @Autowired
        Situations situations;

        private PoamId item;

        @BeforeEach
        void anItem() {
            item = situations.anItemInProgress();
        }

        @Test
        void oneRequestOfAKindIsOpenForAnItem() {
            rows.insert(EXTENSION, item, "it", NOW);

            assertThatThrownBy(() -> rows.insert(EXTENSION, item, "ot", NOW)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        void requestsOfTwoKindsMayBeOpenSideBySide() {
            rows.insert(EXTENSION, item, "it", NOW);
            rows.insert(ACCEPTANCE, item, "it", NOW);

            assertThat(rows.openFor(item)).extracting(ApprovalRequest::kind).containsExactly(EXTENSION, ACCEPTANCE);
        }

        @Test
        void anEndedRequestMakesRoomForTheNext() {
            long first = rows.insert(EXTENSION, item, "it", NOW);
            assertThat(rows.move(first, ApprovalState.REQUESTED, ApprovalState.REFUSED, NOW))
                    .isTrue();

            long second = rows.insert(EXTENSION, item, "it", NOW);

            assertThat(rows.openFor(item)).extracting(ApprovalRequest::id).containsExactly(second);
        }

        @Test
        void aRequestMovesOnlyFromWhereItStands() {
            long request = rows.insert(EXTENSION, item, "it", NOW);
            rows.move(request, ApprovalState.REQUESTED, ApprovalState.APPROVED, NOW);

            assertThat(rows.move(request, ApprovalState.REQUESTED, ApprovalState.REFUSED, NOW))
                    .isFalse();
            assertThat(rows.find(request))
                    .get()
                    .extracting(ApprovalRequest::state)
                    .isEqualTo(ApprovalState.APPROVED);
            assertThat(rows.countApproved(EXTENSION, item)).isEqualTo(1);
        }

        @Test
        void aLevelSignsOnceAndAPersonSignsOnce() {
            long request = rows.insert(EXTENSION, item, "it", NOW);
            rows.insert(request, signature(Group.ISSM, "issm"));

            assertThatThrownBy(() -> rows.insert(request, signature(Group.ISSM, "issm2")))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThatThrownBy(() -> rows.insert(request, signature(Group.LEADERSHIP, "issm")))
                    .isInstanceOf(DuplicateKeyException.class);
        }

        private static Signature signature(Group level, String by) {
            return new Signature(level, by, true, null, NOW);
        }
    }
}
