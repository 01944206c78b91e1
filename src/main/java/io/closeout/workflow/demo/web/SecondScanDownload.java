package io.closeout.workflow.demo.web;

import io.closeout.workflow.demo.SampleScans;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The tour's second scan for whoever has no source folder at hand; the import page links it in the demo. */
@Controller
@Profile("demo")
class SecondScanDownload {

    private final SampleScans samples;

    SecondScanDownload(SampleScans samples) {
        this.samples = samples;
    }

    @GetMapping("/demo/second-scan.nessus")
    ResponseEntity<byte[]> download() {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(SampleScans.SECOND)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(samples.second());
    }
}
