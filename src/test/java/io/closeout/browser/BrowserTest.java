package io.closeout.browser;

import io.closeout.testing.WholeApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The whole application with the sample people and no sample items, shared by all browser tests; a browser for each
 * class.
 */
@ExtendWith(NeedsChromium.class)
@SpringBootTest(
        classes = WholeApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "closeout.demo.data=none",
            "spring.datasource.url=jdbc:h2:mem:browser-test;DB_CLOSE_DELAY=-1",
        })
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

    static final int WIDTH = 1280;
    static final int HEIGHT = 900;

    @LocalServerPort
    private int port;

    /** Its password is new at each start and only shown on the console. */
    @Autowired
    @Qualifier("demoPeople")
    private Object people;

    private Chromium chromium;

    @BeforeAll
    void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stopBrowser() {
        chromium.close();
    }

    Visit visitor() {
        return visitor(WIDTH, HEIGHT);
    }

    Visit visitor(int width, int height) {
        return chromium.visit("http://127.0.0.1:" + port, width, height);
    }

    Visit signedIn(String person) {
        return visitor().signIn(person, password());
    }

    String password() {
        return (String) ReflectionTestUtils.getField(people, "password");
    }
}
