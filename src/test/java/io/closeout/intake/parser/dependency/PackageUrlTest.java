package io.closeout.intake.parser.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageUrlTest {

    @ParameterizedTest
    @CsvSource({
        "pkg:deb/debian/openssl@1.1.1k-1?arch=amd64&distro=debian-12, pkg:deb/debian/openssl, debian/openssl, 1.1.1k-1",
        "pkg:npm/%40angular/core@1.0, pkg:npm/%40angular/core, @angular/core, 1.0",
        "pkg:npm/@angular/core, pkg:npm/@angular/core, @angular/core, ''",
        "pkg:golang/example.org/a/b@v1#sub, pkg:golang/example.org/a/b, example.org/a/b, v1",
        "openssl, '', '', ''"
    })
    void staysTheSameFromVersionToVersion(String url, String stable, String name, String version) {
        assertThat(PackageUrl.withoutVersion(url)).isEqualTo(stable);
        assertThat(PackageUrl.name(url)).isEqualTo(name);
        assertThat(PackageUrl.version(url)).isEqualTo(version);
    }

    @Test
    void anImageKeepsItsTagAndLosesItsDigest() {
        assertThat(ImageName.withoutDigest("r.example/a:1@sha256:00")).isEqualTo("r.example/a:1");
        assertThat(ImageName.withoutDigest("sha256:00")).isEqualTo("sha256:00");
        assertThat(ImageName.of("r.example", "a", "1")).isEqualTo("r.example/a:1");
        assertThat(ImageName.of("", "a", "")).isEqualTo("a");
    }
}
