package io.closeout.intake.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebAddressTest {

    @Test
    void dividesAnAddressIntoOriginAndPath() {
        assertThat(WebAddress.of("https://user:secret@Shop.example.test:8443/Cart/add?item=1#top"))
                .contains(new WebAddress("https://shop.example.test:8443", "shop.example.test", "/Cart/add"));
    }

    @Test
    void leavesOutTheUsualPort() {
        assertThat(WebAddress.of("http://a.example.test:80"))
                .map(WebAddress::origin)
                .contains("http://a.example.test");
        assertThat(WebAddress.of("HTTPS://a.example.test:443/"))
                .map(WebAddress::origin)
                .contains("https://a.example.test");
        assertThat(WebAddress.of("http://a.example.test:443/"))
                .map(WebAddress::origin)
                .contains("http://a.example.test:443");
    }

    @Test
    void readsAnAddressOfVersion6() {
        assertThat(WebAddress.of("http://[2001:db8::1]:8080/x"))
                .contains(new WebAddress("http://[2001:db8::1]:8080", "[2001:db8::1]", "/x"));
    }

    @Test
    void hasAPathAlways() {
        assertThat(WebAddress.of("https://a.example.test?x=1"))
                .map(WebAddress::path)
                .contains("/");
    }

    @Test
    void takesNothingElse() {
        assertThat(WebAddress.of("ftp://a.example.test/")).isEmpty();
        assertThat(WebAddress.of("/relative")).isEmpty();
        assertThat(WebAddress.of("")).isEmpty();
    }
}
