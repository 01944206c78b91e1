/**
 * Everything that knows Camunda: the engine and its guards, the models, the steps that processes call, the work list.
 * Commands go down to the modules, their events come up as messages. No module imports this one, so that a move to
 * another engine of the family stays a rename.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "web",
            "policy",
            "ledger",
            "evidence",
            "register",
            "assessment",
            "threat",
            "intake",
            "review",
            "review :: acceptance",
            "review :: period",
            "review :: status",
            "review :: approval",
            "review :: extension",
            "reporting",
            "notify"
        })
package io.closeout.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
