package io.closeout.web;

import io.closeout.shared.Refused;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers where the engine and the other modules would, so that an open door shows as 200. No scan finds it. */
@RestController
@TestComponent
class EngineStandIn {

    @GetMapping({
        "/engine-rest/engine",
        "/camunda/api/engine/engine",
        "/camunda/app/tasklist/default/",
        "/camunda/app/admin/default/setup/",
        "/api/items",
        "/api/exports/poam.xlsx",
        "/api/scans/1",
        "/items"
    })
    String read() {
        return "open";
    }

    @PostMapping({
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/auth/user/default/login/tasklist",
        "/camunda/api/welcome/auth/user/default/login/welcome",
        "/api/items",
        "/api/scans"
    })
    String change() {
        return "open";
    }

    @GetMapping({"/api/breaks", "/breaks"})
    String breaks() {
        throw new IllegalStateException("secret inner words");
    }

    @GetMapping("/api/refuses")
    String refuses() {
        throw Refused.because("The date lies in the past.");
    }
}
