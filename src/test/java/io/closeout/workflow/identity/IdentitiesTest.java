package io.closeout.workflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.workflow.EngineTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class IdentitiesTest {

    @Autowired
    IdentityService identity;

    @Test
    void showPeopleByIdGroupAndName() {
        assertThat(identity.createUserQuery().userId("ian").singleResult().getLastName())
                .isEqualTo("ISSM");
        assertThat(identity.createUserQuery().memberOfGroup("remediator").list())
                .extracting(User::getId)
                .containsExactly("it", "it2");
        assertThat(identity.createUserQuery().userLastNameLike("%tec%").count()).isEqualTo(2);
        assertThat(identity.createUserQuery().userFirstNameLike("iris%").list()).hasSize(1);
    }

    @Test
    void showPeopleInPages() {
        assertThat(identity.createUserQuery().listPage(2, 2))
                .extracting(User::getId)
                .containsExactly("it", "it2");
    }

    @Test
    void showTheGroupsOfAPerson() {
        assertThat(identity.createGroupQuery().groupMember("root").list())
                .extracting(Group::getId)
                .containsExactly("camunda-admin");
        assertThat(identity.createGroupQuery().count()).isEqualTo(6);
    }

    @Test
    void letNobodySignIn() {
        assertThat(identity.checkPassword("ian", "secret")).isFalse();
    }

    @Test
    void areReadOnly() {
        assertThat(identity.isReadOnly()).isTrue();
    }
}
