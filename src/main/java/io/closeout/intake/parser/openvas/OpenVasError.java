package io.closeout.intake.parser.openvas;

import io.closeout.intake.parser.HardenedXml;
import java.io.IOException;

/** A check that failed. */
record OpenVasError(String host, String checkId, String description) {

    static OpenVasError read(HardenedXml xml) throws IOException {
        String[] facts = {"", "", ""};
        xml.children(name -> {
            switch (name) {
                case "host" -> facts[0] = xml.textBeside(child -> {}).strip();
                case "nvt" -> facts[1] = OpenVasResult.orEmpty(xml.attribute("oid"));
                case "description" -> facts[2] = xml.text().strip();
                default -> xml.skip();
            }
        });
        return new OpenVasError(facts[0], facts[1], facts[2]);
    }
}
