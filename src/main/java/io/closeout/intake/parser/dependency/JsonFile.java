package io.closeout.intake.parser.dependency;

import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import java.io.IOException;
import java.io.InputStream;

/** Files that hold one object. May be walked again where facts stand behind what they speak of. */
public final class JsonFile {

    private JsonFile() {}

    /** Finds the reader at the value of each member. */
    @FunctionalInterface
    public interface MemberReader {
        void member(HardenedJson json, String name) throws IOException;
    }

    /** Finds the reader at each element. */
    @FunctionalInterface
    public interface ElementReader {
        void element(HardenedJson json) throws IOException;
    }

    /** @throws ScanUnreadable if the file holds anything but one object */
    public static void members(ScanInput in, MemberReader reader) throws IOException {
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            if (!json.next()) {
                throw ScanUnreadable.because("The file holds nothing but blanks.");
            }
            json.members(name -> reader.member(json, name));
            if (json.next()) {
                throw ScanUnreadable.at(json.place(), "a second report begins here. Hand in each by itself.");
            }
        }
    }

    /** Each element of the array at hand; nothing else, such as null, has elements. */
    public static void elements(HardenedJson json, ElementReader reader) throws IOException {
        if (json.isArray()) {
            json.elements(() -> reader.element(json));
        }
    }
}
