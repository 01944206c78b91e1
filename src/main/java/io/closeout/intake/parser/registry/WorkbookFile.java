package io.closeout.intake.parser.registry;

import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.workbook.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Opens workbooks within the limits that hold for every packed file. */
public final class WorkbookFile {

    /** What old workbooks (.xls) and those protected by a password begin with: an OLE2 compound file. */
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private WorkbookFile() {}

    /** @throws ScanUnreadable if the file is no workbook in Office Open XML */
    public static Workbook open(ScanInput in) throws IOException {
        return Archive.workbook(in, Archive.files(in)).orElseThrow(() -> none(in));
    }

    private static ScanUnreadable none(ScanInput in) {
        return ScanUnreadable.because(
                isCompound(in)
                        ? "It is an old workbook (.xls), or one protected by a password. Open it, save it as .xlsx without a password and hand that in."
                        : "It is no workbook. Open it in a spreadsheet program, save it as .xlsx and hand that in.");
    }

    private static boolean isCompound(ScanInput in) {
        try (InputStream bytes = in.open()) {
            return Arrays.equals(bytes.readNBytes(COMPOUND.length), COMPOUND);
        } catch (IOException broken) {
            return false;
        }
    }
}
